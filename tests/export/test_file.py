"""The file itself: the same each time, sound, small, with its fonts and the plan as data."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import Color

from caseplanner.dossier.ink import Ink, Point
from caseplanner.dossier.model import Dimension
from caseplanner.export import package, pdf
from caseplanner.export.pdf import figures, look
from tests.export import editions

AGAIN = """
from hashlib import sha256
from caseplanner import words
from caseplanner.export import pdf
from tests.export import editions
words.use("nl")
edition = pdf.Edition(editions.case("sam"), {}, editions.dutch(), editions.AT, "0" * 64, "nl")
print(sha256(pdf.build(edition)).hexdigest())
"""


def test_the_same_edition_gives_the_same_bytes_in_any_process() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent.parent,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


@pytest.mark.needs("qpdf")
def test_qpdf_finds_nothing(sealed_file: Path) -> None:
    done = subprocess.run(["qpdf", "--check", sealed_file], capture_output=True, check=True)
    assert b"No syntax or stream encoding errors" in done.stdout


@pytest.mark.needs("pdffonts")
def test_every_font_is_embedded_with_its_letters(sealed_file: Path) -> None:
    listed = subprocess.run(["pdffonts", sealed_file], capture_output=True, check=True).stdout
    rows = [line.split() for line in listed.decode().splitlines()[2:]]
    assert len(rows) >= 4
    for name, *_rest, embedded, subset, unicode, _object, _generation in rows:
        assert (name, embedded, subset, unicode) == (name, "yes", "yes", "yes")


def test_a_whole_plan_of_thirteen_pages_is_small() -> None:
    unsigned = pdf.build(editions.signed(editions.case("mehmet")))
    with pikepdf.open(io.BytesIO(unsigned)) as file:
        assert len(file.pages) == 13
    assert len(unsigned) < 90_000
    assert len(editions.sealed(unsigned)) < 110_000


@pytest.mark.parametrize("name", ["sam", "dennis", "mehmet"])
def test_the_plan_inside_is_the_plan(name: str) -> None:
    edition = editions.signed(editions.case(name))
    with pikepdf.open(io.BytesIO(pdf.build(edition))) as file:
        data = file.attachments["plan.json"].get_file().read_bytes()
    assert package.load(data).dossier == edition.dossier


def test_every_band_and_card_can_be_read() -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    white, ink, grey = (look.colour(name) for name in ("surface", "ink", "ink2"))
    for dimension in Dimension:
        dress = look.of(dimension)
        assert contrast(white, dress.strong) >= 4.5
        assert contrast(dress.strong, dress.soft) >= 4.5
        assert contrast(ink, dress.soft) >= 4.5
        assert contrast(grey, dress.soft) >= 4.5
        assert contrast(dress.strong, dress.mid) >= 3  # the dots to count (1.4.11)
    for name in ("ok", "warn", "bad", "primary", "ink2"):
        assert contrast(look.colour(name), white) >= 4.5
    for text, paper in (("ink", "bg"), ("onPrimary", "primary"), ("surface", "warn")):
        assert contrast(look.colour(text), look.colour(paper)) >= 4.5


def contrast(one: Color, two: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    parts = (linear(part) for part in (colour.red, colour.green, colour.blue))
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


places = st.floats(0, 1, allow_nan=False)
strokes = st.lists(st.builds(Point, places, places), min_size=2, max_size=20).map(tuple)


@given(st.floats(0.3, 4), st.lists(strokes, min_size=1, max_size=3).map(tuple))
def test_a_drawn_signature_keeps_its_shape(
    aspect: float, drawn: tuple[tuple[Point, ...], ...]
) -> None:
    """Whatever the pad and the room: one measure for both directions, inside the room."""
    room = (190.0, 60.0)
    placed = figures.placed(Ink(aspect, drawn), *room)
    before = [p for stroke in drawn for p in stroke]
    after = [p for stroke in placed for p in stroke]
    assert all(-1e-6 <= x <= room[0] + 1e-6 and -1e-6 <= y <= room[1] + 1e-6 for x, y in after)
    scales = set()
    for (a, b), ((ax, ay), (bx, by)) in zip(pairwise(before), pairwise(after), strict=True):
        if abs(b.x - a.x) > 0.01:
            scales.add(round((bx - ax) / ((b.x - a.x) * aspect), 3))
        if abs(b.y - a.y) > 0.01:
            scales.add(round((ay - by) / (b.y - a.y), 3))
    assert not scales or max(scales) - min(scales) <= 0.01 * max(scales)


def test_a_page_in_english_says_so() -> None:
    edition = replace(editions.concept(editions.bare()), language="en")
    with pikepdf.open(io.BytesIO(pdf.build(edition))) as file:
        assert str(file.Root.Lang) == "en"
