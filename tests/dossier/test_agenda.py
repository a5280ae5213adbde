"""What there is to do in a dossier, and how pressing it is on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from caseplanner.dossier import agenda, agreed, agreements, answers, goals, meetings, summary
from caseplanner.dossier.agenda import Item, What, When
from caseplanner.dossier.model import (
    Area,
    Basic,
    BasicState,
    CaseState,
    ClientAnswer,
    CourseMark,
    Dimension,
    Dossier,
    HowSigned,
    Lead,
    LeadBy,
    MediationMark,
    MediationState,
    Person,
    Referral,
    ReferralState,
    RiskReference,
    Role,
    Signature,
    SpecialCondition,
    Stay,
    StepState,
    VersionReason,
)

TODAY = date(2026, 3, 16)
DAY = timedelta(days=1)
AT = datetime(2026, 3, 11, 10, 4, tzinfo=UTC)


def with_step(on: date | None, state: StepState = StepState.TO_DO) -> Dossier:
    dossier = goals.add(Dossier(Person("Dennis")), Dimension.SELF, "Ik wil slapen.")
    goal = dossier.goals[0].id
    dossier = goals.add_step(dossier, goal, "Ik sport.", "Ab", on)
    return goals.mark_step(dossier, goal, dossier.goals[0].steps[0].id, state)


def only(dossier: Dossier) -> Item:
    [item] = summary.todo(dossier)
    return item


@pytest.mark.parametrize(
    ("on", "when"),
    [
        (TODAY - DAY, When.LATE),
        (TODAY, When.TODAY),
        (TODAY + DAY, When.COMING),
        (TODAY + 7 * DAY, When.COMING),
        (TODAY + 8 * DAY, None),
    ],
)
def test_a_step_is_late_today_or_coming_by_its_day(on: date, when: When | None) -> None:
    dossier = with_step(on)
    item = only(dossier)
    assert item == Item(What.STEP, on, "Ik sport.", "Ab", Dimension.SELF)
    assert agenda.when(item, TODAY) is when
    assert summary.pressing(summary.line(dossier), TODAY) == ([when] if when else [])


@pytest.mark.parametrize("state", [StepState.DONE, StepState.NOT_NEEDED, StepState.STUCK])
def test_a_step_that_is_no_longer_to_be_done_presses_nobody(state: StepState) -> None:
    assert summary.todo(with_step(TODAY, state)) == ()
    assert summary.todo(with_step(None)) == ()


def test_what_was_left_for_later_comes_back_on_its_day() -> None:
    dossier = Dossier(
        Person("Dennis"),
        mediation=(MediationMark(MediationState.LATER, TODAY - DAY, TODAY + DAY),),
        basics=(Basic(Area.DEBTS, BasicState.BUSY, "Ab", TODAY + 2 * DAY),),
        risks=(
            RiskReference("RISc", valid_until=TODAY - 9 * DAY),
            RiskReference("risc", valid_until=TODAY + 3 * DAY),
        ),
    )
    dossier = goals.add(dossier, Dimension.NETWORK, "Ik bel mijn zus.")
    dossier = goals.later(dossier, dossier.goals[0].id, TODAY)
    assert [(item.what, item.on) for item in summary.todo(dossier)] == [
        (What.GOAL, TODAY),
        (What.MEDIATION, TODAY + DAY),
        (What.BASIC, TODAY + 2 * DAY),
        (What.RISK, TODAY + 3 * DAY),  # the newer assessment takes the place of the old one
    ]
    assert summary.line(dossier).days[0] == TODAY


def test_a_meeting_has_its_day_until_it_was_held() -> None:
    dossier = meetings.plan(Dossier(Person("Dennis")), "m", TODAY, "10:30", "kamer 2")
    assert only(dossier) == Item(What.MEETING, TODAY, "10:30")
    begun = meetings.begin(dossier, "m", TODAY, "10:35")
    assert only(begun).text == "10:35"
    assert summary.todo(meetings.hold(begun, "m", "11:00", "n")) == ()
    assert summary.todo(meetings.cancel(dossier, "m", "Ziek.")) == ()


def test_an_agreement_has_its_day_until_it_is_done_or_a_step_that_tells_it() -> None:
    dossier = agreed.write(with_step(None), "a", text="Zus bellen", who="Dennis", by=TODAY)
    assert only(dossier) == Item(What.AGREEMENT, TODAY, "Zus bellen", "Dennis")
    assert summary.todo(agreed.set_state(dossier, "a", StepState.DONE)) == ()
    made = agreed.make_step(dossier, "a", dossier.goals[0].id)
    assert only(made).what is What.STEP


def test_asking_again_is_over_once_the_client_answered() -> None:
    dossier = goals.add(Dossier(Person("Dennis")), Dimension.SELF, "Ik wil slapen.")
    goal = dossier.goals[0].id
    dossier = goals.answer(dossier, goal, ClientAnswer.COULD_NOT, "ziek", TODAY)
    attempt = dossier.goals[0].attempts[0].id
    dossier = goals.ask_again(dossier, goal, attempt, TODAY + DAY)
    assert only(dossier).what is What.ASK
    assert summary.todo(goals.answer(dossier, goal, ClientAnswer.YES)) == ()


def test_the_release_is_announced_with_the_goals_nobody_goes_on_with() -> None:
    release = TODAY + 30 * DAY
    held = (Lead(LeadBy.PROBATION, since=release),)
    dossier = replace(with_step(None), stays=(Stay(release=release),), leads=held)
    assert [item.what for item in summary.todo(dossier)] == [What.RELEASE, What.ALONE]
    assert {agenda.when(item, TODAY) for item in summary.todo(dossier)} == {When.COMING}
    assert summary.pressing(summary.line(dossier), release + DAY) == [When.LATE]
    goal = dossier.goals[0].id
    cared = goals.after_release(dossier, goal, "wijkteam", None)
    assert only(cared).what is What.RELEASE
    gone = replace(dossier, stays=(Stay(release=release, ended=release),))
    assert summary.todo(gone) == ()


def test_that_nobody_takes_over_the_lead_is_told_sixty_days_ahead() -> None:
    release = TODAY + 60 * DAY
    dossier = Dossier(Person("Dennis"), stays=(Stay(release=release),))
    assert [item.what for item in summary.todo(dossier)] == [What.RELEASE, What.LEAD]
    assert {agenda.when(item, TODAY) for item in summary.todo(dossier)} == {When.COMING}
    assert {agenda.when(item, TODAY - DAY) for item in summary.todo(dossier)} == {None}
    inside = replace(dossier, leads=(Lead(LeadBy.DJI),))
    assert What.LEAD in [item.what for item in summary.todo(inside)]
    taken = replace(dossier, leads=(Lead(LeadBy.MUNICIPALITY, since=release),))
    assert only(taken).what is What.RELEASE


def test_a_referral_is_looked_at_on_its_day_until_it_is_known_what_came_of_it() -> None:
    looked = Referral("wijkteam", who="Fatma", look_on=TODAY - DAY)
    dossier = Dossier(Person("Dennis"), referrals=(looked,))
    item = only(dossier)
    assert (item.what, item.text, item.who) == (What.REFERRAL, "wijkteam", "Fatma")
    assert agenda.when(item, TODAY) is When.LATE
    for state in (ReferralState.STARTED, ReferralState.NOT_STARTED):
        known = replace(dossier, referrals=(replace(looked, state=state),))
        assert summary.todo(known) == ()


def test_nobody_is_late_with_a_condition_but_its_end_is_told() -> None:
    dossier = Dossier(Person("Dennis"), conditions=(SpecialCondition("x", until=TODAY),))
    line = summary.line(dossier)
    for day in (TODAY - 60 * DAY, TODAY, TODAY + 60 * DAY):
        assert summary.pressing(line, day) == [When.COMING]
        assert agenda.when(only(dossier), day) is When.COMING
    assert summary.pressing(line, TODAY + 61 * DAY) == []


def test_a_paused_case_waits_and_its_steps_press_nobody() -> None:
    paused = (CourseMark(CaseState.RUNNING), CourseMark(CaseState.PAUSED, TODAY, "ziek"))
    dossier = replace(with_step(TODAY - DAY), course=paused)
    assert only(dossier) == Item(What.PAUSE, TODAY, "ziek")
    assert summary.pressing(summary.line(dossier), TODAY) == [When.WAITING]


def test_a_plan_that_was_set_waits_for_each_who_has_not_signed() -> None:
    dossier = goals.answer(with_step(None), with_step(None).goals[0].id, ClientAnswer.YES)
    goal = dossier.goals[0].id
    dossier = goals.answer(dossier, goal, ClientAnswer.YES)
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "nu niet")
    dossier = agreements.freeze(dossier, VersionReason.FIRST, AT)
    signed = Signature(Role.CLIENT, "Dennis", HowSigned.INK, AT, ink="x")
    dossier = agreements.sign(dossier, dossier.versions[-1].id, signed)
    later = Signature(Role.MENTOR, "Fatma", HowSigned.NOT_NOW, AT, "vrij")
    dossier = agreements.sign(dossier, dossier.versions[-1].id, later)
    assert [(i.what, i.text) for i in summary.todo(dossier)] == [
        (What.SIGNATURE, "mentor"),
        (What.SIGNATURE, "supervisor"),
    ]
    assert summary.pressing(summary.line(dossier), TODAY) == [When.WAITING]
    changed = goals.reword(dossier, goal, "Ik wil rust.")
    assert summary.todo(changed) == ()  # a concept waits for no signature


def test_practice_presses_nobody() -> None:
    line = summary.line(replace(with_step(TODAY - DAY), practice=True))
    assert summary.pressing(line, TODAY) == []
    assert summary.next_day(line) == TODAY - DAY
