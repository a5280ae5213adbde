"""A template is found by its words, and filled with the name and the day."""

from dataclasses import replace

import pytest

from caseplanner.dossier import templates
from caseplanner.dossier.templates import MOST, Template
from caseplanner.errors import UserError


def test_the_name_and_the_day_are_filled_in_and_other_braces_stay() -> None:
    one = Template("Gesprek", "{vandaag}: {naam} vertelt {dit} {}. {naam}!")
    assert templates.filled(one, "{vandaag}", "vr 14 maart") == (
        "vr 14 maart: {vandaag} vertelt {dit} {}. {vandaag}!"
    )


def test_templates_are_found_by_name_and_text_and_stand_by_name() -> None:
    one, two = Template("Überdracht", "aan de wijk", id="1"), Template("Bezoek", "Çağla", id="2")
    here = templates.in_order((one, two))
    assert here == (two, one)
    assert templates.find(here, "cagla") == (two,)
    assert templates.find(here, "UBER wijk") == (one,)
    assert templates.find(here) == here


def test_what_is_too_long_or_holds_no_words_is_wrong() -> None:
    one = Template("Bezoek", "x")
    assert templates.wrong(one) == ""
    assert templates.wrong(replace(one, name=" ")) == "name"
    assert templates.wrong(replace(one, text="x" * 10_001)) == "text"
    assert templates.wrong(replace(one, text="weg\u202eom")) == "text"
    with pytest.raises(UserError):
        templates.check([one] * (MOST + 1))
