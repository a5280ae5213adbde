"""Getting a driegesprek ready: who could come, what can stay out of sight, what comes back."""

from dataclasses import replace
from datetime import date

import pytest

from caseplanner.dossier import agreed, meetings, people, preparing
from caseplanner.dossier.model import (
    ClientAnswer,
    Contact,
    Dossier,
    Role,
    SeatRole,
    Sensitive,
    StepState,
    Topic,
    Volunteer,
)
from tests import whole

DAY = date(2026, 3, 11)
YES = ClientAnswer.YES


@pytest.fixture
def dennis() -> Dossier:
    dossier = replace(whole.case("dennis"), meetings=(), agreements=(), tellings=())
    return meetings.plan(dossier, "m", DAY, "10:30", "spreekkamer 2")


def test_a_volunteer_can_come_once_both_said_yes(dennis: Dossier) -> None:
    both = Volunteer("Wim", client_says=YES, own_says=YES)
    waits = Volunteer("Ab", client_says=YES)
    made = replace(dennis, volunteers=(both, waits))
    assert preparing.could_come(made, SeatRole.VOLUNTEER) == ("Wim",)


def test_who_is_also_victim_is_never_offered_a_chair(dennis: Dossier) -> None:
    made = replace(dennis, contacts=(Contact("Mirjam"), Contact("Kim", also_victim=True)))
    assert preparing.could_come(made, SeatRole.RELATIVE) == ("Mirjam",)
    assert preparing.could_come(made, SeatRole.INTERPRETER) == ()


def test_a_goal_out_of_sight_without_an_answer_holds_the_plan_up(dennis: Dossier) -> None:
    open_ = replace(dennis, goals=tuple(replace(one, answer=None) for one in dennis.goals))
    goal = next(one for one in preparing.can_hide(open_) if one.kind is Sensitive.GOAL)
    hidden = meetings.hide(open_, "m", goal.kind, goal.item, True)
    [held] = preparing.holds_up(hidden, meetings.find(hidden, "m"))
    assert held.text == goal.text
    answered = meetings.hide(dennis, "m", goal.kind, goal.item, True)
    assert preparing.holds_up(answered, meetings.find(answered, "m")) == ()


def test_a_topic_without_anything_to_show_is_known_beforehand(dennis: Dossier) -> None:
    assert not preparing.is_empty(dennis, Topic.CONDITIONS)
    assert preparing.is_empty(replace(dennis, conditions=()), Topic.CONDITIONS)
    assert not preparing.is_empty(replace(dennis, conditions=()), Topic.GOALS)


def test_open_agreements_come_first_by_day_and_what_is_over_last(dennis: Dossier) -> None:
    made = dennis
    for id, by in (("a", date(2026, 4, 2)), ("b", date(2026, 3, 13)), ("c", DAY)):
        made = agreed.write(made, id, text=id, by=by)
    made = agreed.set_state(made, "c", StepState.DONE)
    assert [one.id for one in preparing.all_agreements(made)] == ["b", "a", "c"]


def test_another_mentor_takes_the_chair_until_the_meeting_begins(dennis: Dossier) -> None:
    other = people.name_colleague(dennis, Role.MENTOR, "Ineke")
    seat = meetings.seat_of(meetings.find(other, "m"), SeatRole.MENTOR)
    assert seat
    assert meetings.name(other, seat) == "Ineke"
    begun = meetings.begin(other, "m", DAY, "10:30")
    kept = meetings.seat_of(meetings.find(begun, "m"), SeatRole.MENTOR)
    assert kept and kept.name == "Ineke"
