"""Letters: what the fonts have is printed, what they lack is said before, never a blank box."""

from dataclasses import replace
from pathlib import Path

import pytest

from caseplanner.dossier import goals
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.errors import UserError
from caseplanner.export import glyphs, pdf
from tests.export import editions, reading


def named(name: str) -> Dossier:
    dossier = editions.bare()
    return replace(dossier, person=replace(dossier.person, called=name))


@pytest.mark.parametrize(
    "name",
    ["Çağlayan", "İbrahim Şule Iğdır", "Łukasz Żółć", "Őry Ű", "Dvořák", "Nguyễn", "Иван", "Ελένη"],
)
@pytest.mark.needs("pdftotext")
def test_names_of_europe_are_printed(name: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf.build(editions.concept(named(name))))
    assert glyphs.unprintable(named(name)) == ()
    assert f"Herstelplan van {name}" in reading.joined(reading.text(path))


def test_an_accent_written_apart_is_the_letter_with_it() -> None:
    assert glyphs.unprintable(named("Gu\u0308nes\u0327")) == ()


@pytest.mark.parametrize("name", ["محمد", "משה", "中文", "🙂", "देव", "\ue000", "ქართ\U000e0041"])
def test_what_cannot_be_printed_is_said_and_nothing_is_made(name: str) -> None:
    dossier = goals.add(named("Mo"), Dimension.SELF, f"Ik bel {name} zondag")
    assert len(glyphs.unprintable(dossier)) == 1
    with pytest.raises(UserError, match="op papier") as refused:
        pdf.build(editions.concept(dossier))
    assert glyphs.unprintable(dossier)[0] in str(refused.value)
    assert "zondag" not in str(refused.value)


def test_each_word_is_named_once_in_the_order_of_the_plan() -> None:
    dossier = goals.add(named("中 plan"), Dimension.SELF, "中 en 文", steps=("ok 文",))
    assert glyphs.unprintable(dossier) == ("中", "文")


def test_what_has_no_shape_is_left_out() -> None:
    hidden = "Mo\x00\x07\u200b\u202e\ufeff\u00ad\ufe0f\x1b"
    assert glyphs.unprintable(named(hidden)) == ()
    assert b"%PDF" in pdf.build(editions.concept(named(hidden)))


def test_the_words_of_the_program_itself_can_be_printed() -> None:
    for part in editions.dutch().dimensions:
        for question in part.questions:
            choices = " ".join(choice.text for choice in question.choices)
            assert glyphs.unprintable(named(f"{part.title} {question.text} {choices}")) == ()
