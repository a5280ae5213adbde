"""Goals and steps: what a person can do with them, and what that does to the client's answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from caseplanner.dossier import answers, goals
from caseplanner.dossier.model import (
    ClientAnswer,
    Decides,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    PlanVersion,
    Step,
    StepState,
    VersionReason,
)
from caseplanner.errors import UserError

MARCH, JUNE = date(2026, 3, 17), date(2026, 6, 1)

SMOKING = Goal(
    Dimension.SELF,
    "Ik wil stoppen met blowen.",
    answer=ClientAnswer.YES,
    answer_reason="Voor Lisa.",
    steps=(
        Step("Ik praat met Tactus.", "Dennis", MARCH, id="talk"),
        Step("Ik vul mijn slaaplijst in.", "Dennis", MARCH, id="sleep"),
    ),
    id="smoking",
)
DIPLOMA = Goal(Dimension.SELF, "Ik wil een diploma.", id="diploma")
WORK = Goal(Dimension.SOCIETY, "Ik wil werk.", id="work")
PLAN = Dossier(goals=(SMOKING, WORK, DIPLOMA))


def test_a_new_goal_stands_at_the_end_for_now_and_without_an_answer() -> None:
    dossier = goals.add(PLAN, Dimension.SELF, "  Ik wil slapen.  ", ("Ik kies.", " Ik ga. "))
    goal = dossier.goals[-1]
    assert (goal.text, goal.state, goal.answer) == ("Ik wil slapen.", GoalState.NOW, None)
    assert [step.text for step in goal.steps] == ["Ik kies.", "Ik ga."]


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t"])
@pytest.mark.parametrize(
    "edit",
    [
        lambda words: goals.add(PLAN, Dimension.SELF, words),
        lambda words: goals.add(PLAN, Dimension.SELF, "Ik wil.", (words,)),
        lambda words: goals.reword(PLAN, "smoking", words),
        lambda words: goals.add_step(PLAN, "smoking", words),
        lambda words: goals.change_step(PLAN, "smoking", "talk", words, "", None),
    ],
)
def test_a_goal_or_step_without_words_is_refused(
    edit: Callable[[str], Dossier], nothing: str
) -> None:
    with pytest.raises(UserError, match="a few words"):
        edit(nothing)


def test_a_new_goal_takes_no_goal_now_of_its_own_dimension_away() -> None:
    dossier = answers.no_goal(Dossier(), Dimension.SELF, "eerst rust")
    dossier = answers.no_goal(dossier, Dimension.VICTIM, "hoger beroep")
    dossier = goals.add(dossier, Dimension.SELF, "Ik wil slapen.")
    assert answers.no_goal_of(dossier, Dimension.SELF) is None
    assert answers.no_goal_of(dossier, Dimension.VICTIM) is not None


def test_a_goal_taken_up_again_takes_no_goal_now_away_as_well() -> None:
    dossier = goals.stop(Dossier(goals=(SMOKING,)), "smoking", "te veel")
    dossier = answers.no_goal(dossier, Dimension.SELF, "eerst rust")
    with pytest.raises(UserError, match="why you take"):
        goals.now(dossier, "smoking", " ")
    again = goals.now(dossier, "smoking", " Het lukt nu wel. ")
    assert answers.no_goal_of(again, Dimension.SELF) is None
    assert (again.goals[0].reason, again.goals[0].again) == ("", "Het lukt nu wel.")


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: goals.reword(d, "smoking", "Ik blow minder."),
        lambda d: goals.decide(d, "smoking", Decides.IMPOSED),
        lambda d: goals.helped_by(d, "smoking", "Mirjam"),
        lambda d: goals.after_release(d, "smoking", "Tactus", JUNE),
        lambda d: goals.later(d, "smoking", JUNE),
        lambda d: goals.add_step(d, "smoking", "Ik bel."),
        lambda d: goals.change_step(d, "smoking", "talk", "Ik bel Tactus.", "Dennis", MARCH),
        lambda d: goals.change_step(d, "smoking", "talk", "Ik praat met Tactus.", "Ab", MARCH),
        lambda d: goals.change_step(d, "smoking", "talk", "Ik praat met Tactus.", "Dennis", JUNE),
        lambda d: goals.remove_step(d, "smoking", "talk"),
    ],
)
def test_changing_what_was_agreed_asks_the_client_anew(edit: Callable[[Dossier], Dossier]) -> None:
    goal = goals.find(edit(PLAN), "smoking")
    assert (goal.answer, goal.answer_reason) == (None, "")


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: goals.mark_step(d, "smoking", "talk", StepState.DONE),
        lambda d: goals.move_step(d, "smoking", "talk", 1),
        lambda d: goals.move(d, "smoking", 1),
        lambda d: goals.reached(d, "smoking"),
        lambda d: goals.stop(d, "smoking", "verhuisd"),
        lambda d: goals.reword(d, "smoking", " Ik wil stoppen met blowen. "),
        lambda d: goals.reword(d, "work", "Ik wil werk in de bouw."),
    ],
)
def test_telling_how_it_goes_keeps_the_answer(edit: Callable[[Dossier], Dossier]) -> None:
    goal = goals.find(edit(PLAN), "smoking")
    assert (goal.answer, goal.answer_reason) == (ClientAnswer.YES, "Voor Lisa.")


def test_a_goal_put_off_keeps_its_reminder_until_it_is_taken_up() -> None:
    later = goals.later(PLAN, "diploma", JUNE, "Niet alles tegelijk.")
    goal = goals.find(later, "diploma")
    assert (goal.state, goal.remind_on, goal.reason) == (
        GoalState.LATER,
        JUNE,
        "Niet alles tegelijk.",
    )
    assert [g.id for g in goals.current(later)] == ["smoking", "work"]
    goal = goals.find(goals.now(later, "diploma"), "diploma")
    assert (goal.state, goal.remind_on, goal.reason) == (GoalState.NOW, None, "")


def test_stopping_wants_a_reason_and_reaching_forgets_it() -> None:
    with pytest.raises(UserError, match="why you stop"):
        goals.stop(PLAN, "work", "  ")
    stopped = goals.stop(PLAN, "work", " geen werk te vinden ")
    assert goals.find(stopped, "work").reason == "geen werk te vinden"
    assert goals.find(goals.reached(stopped, "work"), "work").reason == ""


def test_a_goal_can_be_deleted_until_a_plan_was_agreed() -> None:
    assert [g.id for g in goals.remove(PLAN, "work").goals] == ["smoking", "diploma"]
    version = PlanVersion(1, VersionReason.FIRST, datetime(2026, 3, 6, tzinfo=UTC), "", "")
    with pytest.raises(UserError, match="Stop the goal"):
        goals.remove(replace(PLAN, versions=(version,)), "work")


def test_a_goal_moves_among_the_goals_of_its_own_dimension() -> None:
    assert [g.id for g in goals.move(PLAN, "smoking", 1).goals] == ["diploma", "work", "smoking"]
    assert goals.move(PLAN, "work", 1) == PLAN
    assert goals.move(PLAN, "smoking", -1) == PLAN


def test_a_goal_moves_past_what_is_not_of_now_in_one_go() -> None:
    later = goals.later(goals.add(PLAN, Dimension.SELF, "Ik wil slapen."), "diploma")
    ids = [g.id for g in goals.of(goals.move(later, "smoking", 1), Dimension.SELF)]
    assert ids == [later.goals[-1].id, "diploma", "smoking"]


def test_reached_says_what_helped_and_keeps_it_when_taken_up_again() -> None:
    done = goals.reached(PLAN, "smoking", " Elke dag sporten. ")
    assert goals.find(done, "smoking").worked == "Elke dag sporten."
    later = goals.what_worked(done, "smoking", "Sporten, en mijn zus.")
    again = goals.find(goals.now(later, "smoking", "Ik blow weer."), "smoking")
    assert (again.state, again.worked, again.again) == (
        GoalState.NOW,
        "Sporten, en mijn zus.",
        "Ik blow weer.",
    )
    assert goals.find(goals.reached(goals.reached(PLAN, "work", "Hulp."), "work"), "work").worked


def test_the_reasoning_of_the_worker_and_a_reminder_keep_the_answer() -> None:
    for edit in (
        goals.reason_out(PLAN, "smoking", "De rechter wil dit."),
        goals.remind(goals.stop(PLAN, "smoking", "te veel"), "smoking", JUNE),
    ):
        assert goals.find(edit, "smoking").answer is ClientAnswer.YES


def test_an_attempt_stays_readable_when_the_answer_came_later() -> None:
    tired = goals.answer(PLAN, "work", ClientAnswer.COULD_NOT, "te moe", MARCH)
    goal = goals.find(tired, "work")
    assert goals.attempt_of(goal) == goal.attempts[0] and goals.earlier(goal) == ()
    asked = goals.ask_again(tired, "work", goal.attempts[0].id, JUNE)
    goal = goals.find(goals.answer(asked, "work", ClientAnswer.YES, "", JUNE), "work")
    [first] = goals.earlier(goal)
    assert (first.said, first.reason, first.on, first.again_on) == (
        ClientAnswer.COULD_NOT,
        "te moe",
        MARCH,
        JUNE,
    )
    assert (goal.answer, goal.answer_on) == (ClientAnswer.YES, JUNE)


def test_writing_the_reason_of_one_no_is_one_attempt() -> None:
    dossier = PLAN
    for reason in ("te", "te snel", "te snel nu"):
        dossier = goals.answer(dossier, "work", ClientAnswer.NO, reason, MARCH)
    [attempt] = goals.find(dossier, "work").attempts
    assert attempt.reason == "te snel nu"
    dossier = goals.reword(dossier, "work", "Ik wil licht werk.")
    dossier = goals.answer(dossier, "work", ClientAnswer.NO, "nog te snel", JUNE)
    assert [a.reason for a in goals.find(dossier, "work").attempts] == ["te snel nu", "nog te snel"]


def test_an_answer_that_was_a_slip_is_no_attempt() -> None:
    dossier = goals.answer(PLAN, "work", ClientAnswer.NO, "te snel", MARCH)
    goal = goals.find(goals.unsay(dossier, "work"), "work")
    assert (goal.answer, goal.answer_reason, goal.attempts) == (None, "", ())


def test_steps_move_as_far_as_the_ends_allow() -> None:
    moved = goals.find(goals.move_step(PLAN, "smoking", "talk", 9), "smoking")
    assert [step.id for step in moved.steps] == ["sleep", "talk"]
    assert goals.move_step(PLAN, "smoking", "talk", -1) == PLAN


@pytest.mark.parametrize("said", [ClientAnswer.NO, ClientAnswer.COULD_NOT])
def test_no_and_could_not_want_a_reason(said: ClientAnswer) -> None:
    with pytest.raises(UserError, match="own words"):
        goals.answer(PLAN, "work", said, " ")
    goal = goals.find(goals.answer(PLAN, "work", said, " te snel "), "work")
    assert (goal.answer, goal.answer_reason) == (said, "te snel")


@pytest.mark.parametrize("said", [ClientAnswer.YES, ClientAnswer.UNSURE, None])
def test_other_answers_need_no_reason(said: ClientAnswer | None) -> None:
    assert goals.find(goals.answer(PLAN, "smoking", said), "smoking").answer is said


def test_steps_that_are_not_needed_are_not_counted() -> None:
    dossier = goals.mark_step(PLAN, "smoking", "talk", StepState.NOT_NEEDED)
    dossier = goals.mark_step(dossier, "smoking", "sleep", StepState.DONE)
    assert goals.steps_done(goals.find(dossier, "smoking")) == (1, 1)
    assert goals.steps_done(SMOKING) == (0, 2)
    assert goals.steps_done(WORK) == (0, 0)


def test_the_goals_of_now_come_in_the_order_of_the_dimensions() -> None:
    dossier = replace(PLAN, goals=(WORK, SMOKING, replace(DIPLOMA, state=GoalState.LATER)))
    assert [g.id for g in goals.current(dossier)] == ["smoking", "work"]
    assert [g.id for g in goals.of(dossier, Dimension.SELF, GoalState.LATER)] == ["diploma"]


def test_a_goal_that_is_not_there_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        goals.find(PLAN, "no such goal")
