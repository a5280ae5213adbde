"""The driegesprek in the plan: who was there, what was agreed, and the client's own words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caseplanner.dossier import agreed, goals, lists, meetings
from caseplanner.dossier.model import (
    Dimension,
    Dossier,
    PlanSaid,
    Sensitive,
    StepState,
    Topic,
)
from caseplanner.export import glyphs, pdf
from tests.export import editions, reading

MARCH, JUNE = date(2026, 3, 11), date(2026, 6, 3)
Spoken = Callable[[Dossier], str]


pytestmark = pytest.mark.needs("pdfinfo")


@pytest.fixture
def spoken(tmp_path: Path) -> Spoken:
    def read(dossier: Dossier) -> str:
        file = tmp_path / "plan.pdf"
        file.write_bytes(pdf.build(editions.concept(dossier)))
        return reading.spoken(file)

    return read


def held(**told: Any) -> Dossier:
    dossier = goals.add(editions.bare(), Dimension.SELF, "Ik wil slapen.")
    dossier = meetings.plan(dossier, "m", MARCH, "10:30", "kamer 2")
    dossier = meetings.begin(dossier, "m", MARCH, "10:30")
    dossier = meetings.tell(dossier, "m", **told)
    return meetings.hold(dossier, "m", "11:04", "next")


def test_who_was_not_there_is_told_with_the_reason(spoken: Spoken) -> None:
    dossier = meetings.sit(held(), "m", "m.supervisor", False, "In de file.")
    told = spoken(meetings.sit(dossier, "m", "m.client", True))
    assert "Gehouden wo 11 maart 2026, 10:30 tot 11:04, kamer 2" in told
    assert "Aan tafel Mo (cliënt)" in told
    assert "Was er niet Toezichthouder: In de file." in told


def test_what_was_left_out_is_told_beside_what_was_talked_about(spoken: Spoken) -> None:
    dossier = meetings.leave_out(held(), "m", Topic.WHEEL, True)
    told = spoken(meetings.talked(dossier, "m", Topic.GOALS))
    assert "Besproken Doelen" in told
    assert "Deze keer niet besproken Het wiel" in told


def test_an_agreement_that_became_a_step_says_of_which_goal_and_how_that_goes(
    spoken: Spoken,
) -> None:
    dossier = agreed.write(held(), "a", text="Zus bellen", who="Mo", told="Fatma", meeting="m")
    dossier = agreed.make_step(dossier, "a", dossier.goals[0].id)
    told = spoken(agreed.set_state(dossier, "a", StepState.DONE))
    assert "Zus bellen Stap van het doel: “Ik wil slapen.” Mo" in told
    assert "Fatma Klaar" in told


def test_open_agreements_of_before_stand_beside_those_of_now(spoken: Spoken) -> None:
    dossier = agreed.write(held(), "a", text="Zus bellen", meeting="m")
    dossier = agreed.write(dossier, "b", text="Brief posten", meeting="m")
    dossier = agreed.set_state(dossier, "b", StepState.DONE)
    dossier = meetings.plan(dossier, "two", JUNE)
    dossier = meetings.begin(dossier, "two", JUNE, "09:00")
    told = spoken(agreed.write(dossier, "c", text="Bezoek vragen", meeting="two"))
    assert "Zus bellen Afgesproken op wo 11 maart 2026" in told
    assert "Bezoek vragen Afgesproken" not in told
    assert "Brief posten" not in told
    assert "Gehouden wo 11 maart 2026" in told[told.index("Andere gesprekken") :]


def test_the_answer_to_the_whole_plan_is_told_with_the_reason(spoken: Spoken) -> None:
    assert "Mo over het hele plan: deels akkoord. “Niet alles.”" in spoken(
        held(said=PlanSaid.PARTLY, said_why="Niet alles.")
    )
    assert "Mo over het hele plan: kon niet antwoorden. Reden: Ziek." in spoken(
        held(said=PlanSaid.COULD_NOT, said_why="Ziek.")
    )


def test_the_first_page_begins_with_the_plan_in_own_words(spoken: Spoken) -> None:
    told = spoken(held(summary="Ik ga slapen en ik bel mama."))
    assert "“Ik ga slapen en ik bel mama.”" in told[: told.index("Wie tekent")]


def test_what_was_said_alone_or_hidden_is_on_no_page(spoken: Spoken) -> None:
    dossier = held(alone="Met Henk", helped="Rustig praten", hindered="Lawaai", summary="Goed zo.")
    dossier = meetings.hide(dossier, "m", Sensitive.GOAL, dossier.goals[0].id, True)
    told = spoken(dossier)
    assert "Goed zo." in told
    assert [word for word in ("Met Henk", "Rustig praten", "Lawaai") if word in told] == []


@pytest.mark.parametrize("field", ["place", "next_place", "begin", "summary"])
def test_what_cannot_be_printed_of_a_meeting_is_said_before(field: str) -> None:
    dossier = held()
    [first, *_others] = dossier.meetings
    changed = replace(first, **{field: "中文"})  # type: ignore[arg-type]
    dossier = replace(dossier, meetings=lists.put(dossier.meetings, changed))
    assert glyphs.unprintable(dossier) == ("中文",)
