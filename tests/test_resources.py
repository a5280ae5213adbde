"""What the program brings along: whole, licensed, and able to write every name."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from caseplanner import paths

ROOT = paths.resource(".")
FONTS = sorted((ROOT / "fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "icons").glob("*.svg"))

# Dutch, Turkish, Polish, Hungarian, Czech, Romanian and French names, and the signs of a sentence.
NAMES = "ĞğİıŞşÇçÖöÜü ŁłŃńŚśŹźĄąĘęĆćŻż ŐőŰű ČčŘřŠšŽžĚě ȚțȘșĂă ëïéèêáàâôûñ “”‘’–…€"


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_each_font_writes_the_letters_of_names(font: Path) -> None:
    known = TTFontFile(str(font)).charToGlyph
    assert [letter for letter in NAMES if letter != " " and ord(letter) not in known] == []


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_each_icon_is_a_drawing_and_takes_its_colour_from_the_theme(icon: Path) -> None:
    drawing = ET.parse(icon).getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    if icon.stem != "app":
        assert drawing.get("stroke") == "currentColor"


def test_every_asset_stands_in_the_list_of_sources_with_its_licence() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    for family in ("SourceSans3", "Lexend", "NotoSans"):
        assert f"fonts/{family}-*.ttf" in told
        assert "SIL OPEN FONT LICENSE" in (ROOT / f"licences/{family}.txt").read_text("utf-8")
    assert {font.stem.split("-")[0] for font in FONTS} == {"SourceSans3", "Lexend", "NotoSans"}
    assert "ISC License" in (ROOT / "licences/lucide.txt").read_text("utf-8")
    for part in sorted(ROOT.iterdir()):
        if part.name != "README.md":
            assert f"`{part.name}/" in told, f"{part.name} has no line in resources/README.md"


def test_the_colour_profile_is_the_same_each_time_it_is_made() -> None:
    profile = (ROOT / "icc/sRGB.icc").read_bytes()
    assert int.from_bytes(profile[:4]) == len(profile)
    assert profile[16:20] == b"RGB "
    assert profile[24:36] == bytes(12)  # no date
    assert profile[84:100] == bytes(16)  # no id
