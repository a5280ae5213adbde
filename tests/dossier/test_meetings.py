"""The driegesprek as a value: who comes, what is shown, in which order, and what stays of it."""

from dataclasses import replace
from datetime import date

import pytest

from caseplanner.dossier import (
    agreed,
    agreements,
    document,
    goals,
    meeting_course,
    meetings,
    parties,
)
from caseplanner.dossier.meeting_course import Page, Stop
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    MeetingState,
    Role,
    SeatRole,
    Sensitive,
    StepState,
    Topic,
    VersionReason,
)
from caseplanner.errors import UserError
from tests import whole
from tests.vault.when import AT

DAY = date(2026, 3, 11)


@pytest.fixture
def dennis() -> Dossier:
    dossier = replace(whole.case("dennis"), meetings=(), agreements=(), tellings=())
    return meetings.plan(dossier, "meeting-1", DAY, "10:30", "spreekkamer 2")


def pages(dossier: Dossier) -> tuple[Page, ...]:
    return meeting_course.pages(dossier, meetings.find(dossier, "meeting-1"))


def test_the_three_who_sign_are_expected_at_the_table(dennis: Dossier) -> None:
    seats = meetings.find(dennis, "meeting-1").seats
    assert [(seat.role, seat.name.split()[0]) for seat in seats] == [
        (SeatRole.CLIENT, "Dennis"),
        (SeatRole.MENTOR, "Fatma"),
        (SeatRole.SUPERVISOR, "Joost"),
    ]


def test_who_signs_cannot_lose_the_chair_but_may_be_absent(dennis: Dossier) -> None:
    seat = meetings.find(dennis, "meeting-1").seats[2].id
    with pytest.raises(UserError):
        meetings.remove_seat(dennis, "meeting-1", seat)
    away = meetings.sit(dennis, "meeting-1", seat, False, "Ziek.")
    assert [one.why_absent for one in meetings.absent(meetings.find(away, "meeting-1"))] == [
        "Ziek."
    ]
    back = meetings.sit(away, "meeting-1", seat, True)
    assert meetings.absent(meetings.find(back, "meeting-1")) == ()


def test_a_relative_may_come_and_go(dennis: Dossier) -> None:
    told = meetings.write_seat(dennis, "meeting-1", "seat-4", name="Mirjam")
    assert meetings.find(told, "meeting-1").seats[-1].role is SeatRole.RELATIVE
    assert meetings.remove_seat(told, "meeting-1", "seat-4") == dennis


def test_the_course_asks_the_client_before_the_others(dennis: Dossier) -> None:
    stops = [page.stop for page in pages(dennis)]
    goal = goals.current(dennis)[0].id
    at = pages(dennis).index(Page(Stop.GOAL, goal))
    assert pages(dennis)[at + 1] == Page(Stop.OTHERS, goal)
    assert stops[:3] == [Stop.PRIVACY, Stop.SEATS, Stop.HOW]
    assert stops.index(Stop.SUMMARY) < stops.index(Stop.PLAN) < stops.index(Stop.SIGN)


def test_a_topic_that_is_left_out_has_no_page_and_the_goals_cannot_be(dennis: Dossier) -> None:
    without = meetings.leave_out(dennis, "meeting-1", Topic.SIGNALS, True)
    assert Page(Stop.SIGNALS) in pages(dennis)
    assert Page(Stop.SIGNALS) not in pages(without)
    assert pages(meetings.leave_out(without, "meeting-1", Topic.SIGNALS, False)) == pages(dennis)
    with pytest.raises(UserError):
        meetings.leave_out(dennis, "meeting-1", Topic.GOALS, True)


def test_what_is_hidden_is_on_no_page(dennis: Dossier) -> None:
    goal = goals.current(dennis)[0].id
    hidden = meetings.hide(dennis, "meeting-1", Sensitive.GOAL, goal, True)
    assert goal not in [page.item for page in pages(hidden)]
    for one in dennis.conditions:
        hidden = meetings.hide(hidden, "meeting-1", Sensitive.CONDITION, one.id, True)
    assert Page(Stop.CONDITIONS) not in pages(hidden)
    shown = meetings.hide(hidden, "meeting-1", Sensitive.GOAL, goal, False)
    assert goal in [page.item for page in pages(shown)]


def test_a_dimension_without_a_goal_of_now_still_has_its_page(dennis: Dossier) -> None:
    [goal] = goals.of(dennis, Dimension.VICTIM)
    without = goals.stop(dennis, goal.id, "Eerst iets anders.")
    assert Page(Stop.NO_GOAL, "victim") in pages(without)


def test_where_a_page_is_gone_the_one_before_it_is_shown(dennis: Dossier) -> None:
    meeting = meetings.find(dennis, "meeting-1")
    assert meeting_course.at(dennis, meeting, "tells") == Page(Stop.TELLS)
    without = meetings.leave_out(dennis, "meeting-1", Topic.TELLS, True)
    at = meeting_course.at(without, meetings.find(without, "meeting-1"), "tells")
    assert at == Page(Stop.WHO)
    assert meeting_course.at(dennis, meeting, "what is this") == Page(Stop.PRIVACY)


def test_the_others_answer_after_the_client_and_differ_in_the_open(dennis: Dossier) -> None:
    goal = goals.current(dennis)[0].id
    unasked = goals.answer(dennis, goal, None)
    with pytest.raises(UserError):
        parties.answer(unasked, goal, Role.MENTOR, ClientAnswer.YES)
    asked = goals.answer(unasked, goal, ClientAnswer.YES, "Voor Lisa.", DAY)
    told = parties.answer(asked, goal, Role.SUPERVISOR, ClientAnswer.NO, "Te snel.", DAY)
    told = parties.answer(told, goal, Role.MENTOR, ClientAnswer.YES, on=DAY)
    known = goals.find(told, goal)
    assert [one.role for one in known.others] == [Role.MENTOR, Role.SUPERVISOR]
    assert [one.reason for one in parties.differ(known)] == ["Te snel."]
    assert goals.find(goals.reword(told, goal, "Ik wil iets anders."), goal).others == ()


def test_an_agreement_that_became_a_step_tells_how_that_goes(dennis: Dossier) -> None:
    goal = goals.current(dennis)[0].id
    made = agreed.write(dennis, "a-1", text="Zus bellen", meeting="meeting-1")
    made = agreed.write(made, "a-1", who="Dennis", by=date(2026, 3, 13))
    stepped = agreed.make_step(made, "a-1", goal)
    step = goals.find(stepped, goal).steps[-1]
    assert (step.text, step.actor, step.on) == ("Zus bellen", "Dennis", date(2026, 3, 13))
    assert agreed.make_step(stepped, "a-1", goal) == stepped
    moved = agreed.write(stepped, "a-1", by=date(2026, 3, 14))
    assert goals.find(moved, goal).steps[-1].on == date(2026, 3, 14)
    done = goals.mark_step(moved, goal, step.id, StepState.DONE)
    assert agreed.state(done, done.agreements[0]) is StepState.DONE
    assert agreed.open_(done) == ()
    again = agreed.set_state(done, "a-1", StepState.BUSY)
    assert goals.find(again, goal).steps[-1].state is StepState.BUSY
    gone = goals.remove_step(again, goal, step.id)
    assert agreed.state(gone, gone.agreements[0]) is StepState.BUSY


def test_what_is_open_comes_back_on_the_agenda_of_the_next_meeting(dennis: Dossier) -> None:
    told = agreed.write(dennis, "a-1", text="Zus bellen", meeting="meeting-1")
    told = agreed.write(told, "a-2", text="Bezoek aanvragen", meeting="meeting-1")
    told = agreed.set_state(told, "a-1", StepState.DONE)
    told = meetings.tell(told, "meeting-1", next_on=date(2026, 4, 22), next_begin="10:30")
    held = meetings.hold(told, "meeting-1", "11:04", "meeting-2")
    following = meetings.find(held, "meeting-2")
    assert (following.on, following.begin) == (date(2026, 4, 22), "10:30")
    assert following.state is MeetingState.PLANNED
    assert [one.id for one in agreed.from_before(held, following)] == ["a-2"]
    assert meetings.hold(held, "meeting-1", "11:04", "meeting-3") == held


def test_a_meeting_that_was_begun_goes_on_from_the_time_it_began(dennis: Dossier) -> None:
    begun = meetings.begin(dennis, "meeting-1", DAY, "10:31")
    stopped = meetings.interrupt(begun, "meeting-1", "tells")
    assert meetings.begin(stopped, "meeting-1", DAY, "10:50") == stopped
    assert meetings.next_one(stopped) == meetings.find(stopped, "meeting-1")
    with pytest.raises(UserError):
        meetings.remove(begun, "meeting-1")
    held = meetings.hold(begun, "meeting-1", "11:04", "x")
    with pytest.raises(UserError):
        meetings.begin(held, "meeting-1", DAY, "12:00")


def test_a_meeting_that_did_not_take_place_says_why(dennis: Dossier) -> None:
    with pytest.raises(UserError):
        meetings.cancel(dennis, "meeting-1", " ")
    off = meetings.cancel(dennis, "meeting-1", "Joost was ziek.")
    assert meetings.over(off)[0].why == "Joost was ziek."
    assert meetings.next_one(off) is None


def test_an_agreement_after_setting_is_of_the_next_version(dennis: Dossier) -> None:
    frozen = agreements.freeze(dennis, VersionReason.REVIEW, AT)
    assert not agreements.is_changed(frozen)
    told = agreed.write(frozen, "a-1", text="Zus bellen", who="Dennis")
    assert agreements.is_changed(told)
    anew = agreements.freeze(told, VersionReason.REVIEW, AT)
    assert not agreements.is_changed(agreed.set_state(anew, "a-1", StepState.DONE))
    assert agreements.is_changed(agreed.write(anew, "a-1", who="Fatma"))


def test_what_was_hidden_and_said_apart_leaves_in_no_file(dennis: Dossier) -> None:
    told = meetings.tell(dennis, "meeting-1", alone="Dennis en Ab", page="tells", helped="Rust.")
    told = meetings.hide(told, "meeting-1", Sensitive.CONDITION, "condition-1", True)
    written = document.dump(told).decode()
    for word in ("Dennis en Ab", "tells ", "Rust.", '"hidden"', '"alone"'):
        assert word not in written
