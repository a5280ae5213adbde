"""Whoever gets the program gets the licence of every part of it."""

import json
from pathlib import Path

import pytest

from caseplanner import paths
from tools import licences

TEXTS = paths.resource("licences")
PARTS = licences.parts()
# What no lock names: in Qt, in Python, in the wheels, in resources/.
INSIDE = {
    *("Qt", "code of others in Qt", "CPython", "PyInstaller bootloader"),
    *("SQLCipher", "SQLite", "OpenSSL", "PDFium", "qpdf", "Hunspell"),
    *("bzip2", "Expat", "libffi", "liblzma", "libmpdec", "zlib"),
    *("Source Sans 3", "Lexend", "Noto Sans", "Lucide", "OpenTaal", "words for passphrases"),
}


def test_every_package_that_ships_is_named_and_nothing_that_does_not() -> None:
    named = {part["name"] for part in PARTS}
    assert named - INSIDE == set(licences.shipped())
    assert named > INSIDE


def test_a_part_has_a_name_a_licence_and_a_text_and_no_text_is_left_over() -> None:
    assert all(set(part) == {"name", "licence", "text"} for part in PARTS)
    texts = {file.name for file in TEXTS.glob("*.txt")}
    assert {part["text"] for part in PARTS} | {"qt-third-party.txt"} == texts
    assert all(len((TEXTS / name).read_text("utf-8")) > 100 for name in texts)
    assert json.loads((TEXTS / "parts.json").read_text("utf-8")) == sorted(
        PARTS, key=lambda part: part["name"].lower()
    )


@pytest.mark.parametrize("package", licences.shipped())
def test_the_text_is_that_of_the_version_that_ships(package: str) -> None:
    """Again after an update: python -m tools.licences."""
    (text,) = (part["text"] for part in PARTS if part["name"] == package)
    brought = licences.text(package)
    if brought:
        assert (TEXTS / text).read_text("utf-8") == brought
    else:  # PySide6 and shiboken6 bring none, so theirs is the whole licence
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in (TEXTS / text).read_text("utf-8")


def test_no_part_is_under_the_gpl_alone() -> None:
    """PyInstaller's makers allow its start program with any licence; so says its text."""
    gpl = [part for part in PARTS if part["licence"].startswith(("GPL", "AGPL"))]
    assert [part["licence"] for part in gpl] == ["GPL-2.0-or-later WITH Bootloader-exception"]
    assert Path(TEXTS / gpl[0]["text"]).read_text("utf-8").count("Bootloader") > 0
