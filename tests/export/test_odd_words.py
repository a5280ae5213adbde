"""Texts that look like markup, code or a trick stand in the plan as they were typed."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from caseplanner import printing
from caseplanner.desk import Desk
from caseplanner.export import pdf
from tests import whole
from tests.export import editions, reading
from tests.export.verapdf import VeraPDF

ODD = {
    "html": '<b>vet</b> & <img src="x.png"> <font color=red> &amp; <br/> <para>',
    "sql": '\'; DROP TABLE goals; -- "%s" {0} {name}',
    "latex": "\\input{x} $\\frac{1}{0}$ % & # _ ^ ~ \\textbf{vet}",
    "hidden": "\u202egespiegeld\u202c \u2066om\u2069 een\x00\x01\x07\x1b\x7f twee\u2028drie",
    "table": "Naam\tDag\r\nDennis\tma\r\n",
    "long word": "w" * 900,
}
HEARD = {"hidden": "gespiegeld om een twee drie", "table": "Naam Dag Dennis ma"}


def with_odd_words(value: Any, odd: str) -> Any:
    """The dossier with these words behind every text that a person typed."""
    if isinstance(value, str):
        return f"{value} {odd}" if type(value) is str and " " in value else value
    if isinstance(value, tuple):
        return tuple(with_odd_words(one, odd) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        known = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: with_odd_words(one, odd) for name, one in known.items()})
    return value


@pytest.fixture
def plan(tmp_path: Path) -> Callable[[str], Path]:
    def printed(odd: str) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(
            editions.sealed(
                pdf.build(editions.concept(with_odd_words(whole.case("dennis"), ODD[odd])))
            )
        )
        return path

    return printed


def read(path: Path) -> str:
    """The words on the pages as one line."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return reading.joined(" ".join(pages))


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_stand_in_the_plan_as_they_were_typed(
    odd: str, plan: Callable[[str], Path], verapdf: VeraPDF
) -> None:
    path = plan(odd)
    heard = read(path)
    words = reading.joined(HEARD.get(odd, ODD[odd]))
    if odd == "long word":  # over lines and pages, with the head of a page in between
        assert heard.count("w") > 40 * len(words)
    else:
        assert heard.count(words) > 40
    for flavour in ("3a", "ua1"):
        assert verapdf.check(path, flavour).failures == {}


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_break_no_paper_of_the_driegesprek(
    odd: str, desk: Desk, verapdf: VeraPDF, tmp_path: Path
) -> None:
    dossier = with_odd_words(whole.case("dennis"), ODD[odd])
    session, path = desk.add(dossier), tmp_path / "paper.pdf"
    makes = ((printing.take_home, 2), (printing.report, None), (printing.invitation, 1))
    for make, most in makes:
        path.write_bytes(printing.build(make(session, dossier.meetings[0].id, editions.AT)))
        with pypdfium2.PdfDocument(path) as document:
            assert most is None or len(document) <= most
        for flavour in ("3a", "ua1"):
            assert verapdf.check(path, flavour).failures == {}
