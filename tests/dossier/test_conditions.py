"""What is imposed, and where risk assessments are kept: no goal, no answer, no score."""

from dataclasses import fields
from datetime import date

import pytest

from caseplanner.dossier import conditions, document, risks
from caseplanner.dossier.model import Achievement, Dossier, RiskReference, SpecialCondition
from caseplanner.errors import UserError

JUNE, LATER = date(2026, 6, 26), date(2028, 6, 26)
DUTY = SpecialCondition(
    "Meldplicht bij de reclassering.",
    "Je gaat naar Joost.",
    "de rechtbank",
    JUNE,
    LATER,
    "Reclassering",
    "Eerst een gesprek.",
    id="duty",
)
IMPOSED = Dossier(
    conditions=(DUTY,),
    achievements=(Achievement("Tien keer op tijd", condition="duty"), Achievement("Bankje af")),
    risks=(RiskReference("RISC", JUNE, "Reclassering", LATER, "Reclassering", "risc"),),
)


def test_a_condition_has_no_field_for_what_the_client_says_of_it() -> None:
    names = {f.name for f in fields(SpecialCondition)}
    assert not names & {"answer", "agreed", "state", "decides", "steps"}


def test_a_risk_reference_has_no_field_for_a_score() -> None:
    assert {f.name for f in fields(RiskReference)} == {
        *("instrument", "on", "by", "valid_until", "kept_at", "id")
    }


def test_a_next_condition_of_the_decision_has_its_court_and_days_already() -> None:
    _first, new = conditions.add(IMPOSED, "  Alcoholverbod.  ").conditions
    assert (new.text, new.imposed_by, new.checked_by) == (
        *("Alcoholverbod.", "de rechtbank", "Reclassering"),
    )
    assert (new.since, new.until) == (JUNE, LATER)
    assert (new.plain, new.breach, new.note, new.explained_on) == ("", "", "", None)


def test_a_condition_and_a_reference_have_words() -> None:
    with pytest.raises(UserError):
        conditions.add(IMPOSED, " \n")
    with pytest.raises(UserError):
        conditions.change(IMPOSED, "duty", text=" ")
    with pytest.raises(UserError):
        risks.add(IMPOSED, "")
    with pytest.raises(UserError):
        risks.change(IMPOSED, "risc", instrument="")


def test_days_that_cannot_be_are_refused() -> None:
    with pytest.raises(UserError, match="before the first day"):
        conditions.change(IMPOSED, "duty", until=date(2026, 6, 25))
    with pytest.raises(UserError, match="before it was made"):
        risks.change(IMPOSED, "risc", valid_until=date(2026, 6, 25))
    for since, until in ((None, JUNE), (JUNE, None), (JUNE, JUNE)):
        changed = conditions.change(IMPOSED, "duty", since=since, until=until)
        assert (changed.conditions[0].since, changed.conditions[0].until) == (since, until)


def test_what_was_undone_while_it_was_typed_changes_nothing() -> None:
    nothing = Dossier()
    assert conditions.change(nothing, "duty", plain="Je gaat.") is nothing
    assert risks.change(nothing, "risc", by="Joost") is nothing


def test_what_was_achieved_stays_when_its_condition_is_removed() -> None:
    after = conditions.remove(IMPOSED, "duty")
    assert after.conditions == ()
    assert [(one.text, one.condition) for one in after.achievements] == [
        ("Tien keer op tijd", ""),
        ("Bankje af", ""),
    ]


def test_a_reference_is_valid_through_its_last_day() -> None:
    [risk] = IMPOSED.risks
    assert not risks.is_expired(risk, LATER)
    assert risks.is_expired(risk, date(2028, 6, 27))
    assert not risks.is_expired(RiskReference("RISC"), LATER)
    assert risks.remove(IMPOSED, "risc").risks == ()


def test_an_imposed_condition_does_not_change_what_was_agreed() -> None:
    assert document.terms(IMPOSED) == document.terms(Dossier())


def test_the_hub_tells_how_many_are_imposed() -> None:
    assert conditions.at_a_glance(Dossier()) == "none written down"
    assert conditions.at_a_glance(IMPOSED) == "1 imposed"
