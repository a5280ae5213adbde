"""The bin of a dossier over a real vault: what went, and how it comes back."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from caseplanner import guides, words
from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals, lists
from caseplanner.dossier import bin as bin_
from caseplanner.dossier.difference_words import MAIN
from caseplanner.dossier.model import (
    ClientAnswer,
    Contact,
    Dimension,
    Dossier,
    Light,
    Seen,
    Signal,
)
from caseplanner.errors import UserError
from caseplanner.session import Session

NL = guides.load("nl")
GOAL, OTHER = "Ik wil rust.", "Ik wil werk."


@pytest.fixture(autouse=True)
def dutch(plain_words: None) -> None:
    words.use("nl")


@pytest.fixture
def plan(session: Session) -> Session:
    """Two goals, the first with three steps."""
    session.change("", lambda d: goals.add(d, Dimension.SELF, GOAL, ("Een", "Twee", "Drie")))
    session.change("", lambda d: goals.add(d, Dimension.SELF, OTHER))
    return session


def edit(session: Session, edit: Callable[..., Dossier], *facts: Any) -> None:
    session.change("edit", lambda d: edit(d, *facts))


def said(session: Session) -> list[str]:
    return [bin_.said(each, NL) for each in session.bin()]


def test_nothing_was_removed_from_a_new_plan(plan: Session) -> None:
    assert plan.bin() == ()


def test_a_goal_comes_back_whole_and_in_its_place(plan: Session) -> None:
    before = plan.dossier
    edit(plan, goals.remove, before.goals[0].id)
    [thing] = plan.bin()
    assert (thing.table, bin_.said(thing, NL)) == ("goal", f"Ik zelf · {GOAL}")
    assert thing.worker == "Fatma"
    plan.put_back(thing)
    assert plan.dossier == before
    assert plan.bin() == ()
    plan.undo()
    assert said(plan) == [f"Ik zelf · {GOAL}"]


def test_a_step_comes_back_between_its_neighbours_and_the_goal_is_asked_about_anew(
    plan: Session,
) -> None:
    goal = plan.dossier.goals[0]
    edit(plan, goals.remove_step, goal.id, goal.steps[1].id)
    edit(plan, goals.answer, goal.id, ClientAnswer.YES)
    [thing] = plan.bin()
    plan.put_back(thing)
    assert plan.dossier.goals[0].steps == goal.steps
    assert plan.dossier.goals[0].answer is None


def test_a_step_whose_goal_is_gone_brings_the_goal(plan: Session) -> None:
    goal = plan.dossier.goals[0]
    edit(plan, goals.remove_step, goal.id, goal.steps[1].id)
    edit(plan, goals.remove, goal.id)
    assert said(plan) == [f"Ik zelf · {GOAL}", "Twee"]
    whole, step = plan.bin()
    assert whole.needs is None and step.needs == whole
    plan.put_back(whole)
    assert [s.text for s in plan.dossier.goals[0].steps] == ["Een", "Drie"]
    [step] = plan.bin()
    assert step.needs is None
    plan.undo()
    plan.put_back(plan.bin()[1])
    assert plan.dossier.goals[0] == goal
    assert plan.bin() == ()


def test_what_was_removed_twice_is_there_once_as_it_was_last(plan: Session) -> None:
    goal = plan.dossier.goals[1].id
    edit(plan, goals.remove, goal)
    plan.put_back(plan.bin()[0])
    edit(plan, goals.reword, goal, "Ik wil ander werk.")
    edit(plan, goals.remove, goal)
    assert said(plan) == ["Ik zelf · Ik wil ander werk."]


def test_what_undo_or_going_back_took_away_is_in_the_bin_too(plan: Session) -> None:
    plan.undo()
    assert said(plan) == [f"Ik zelf · {OTHER}"]
    plan.redo()
    assert plan.bin() == ()
    plan.restore(plan.moments()[-1].last)
    assert sorted(said(plan)) == [f"Ik zelf · {GOAL}", f"Ik zelf · {OTHER}"]


def test_a_goal_that_comes_back_takes_no_goal_now_away(plan: Session) -> None:
    for goal in plan.dossier.goals:
        edit(plan, goals.remove, goal.id)
    edit(plan, answers.no_goal, Dimension.SELF, "Nu niet.")
    plan.put_back(plan.bin()[0])
    assert answers.no_goal_of(plan.dossier, Dimension.SELF) is None


def test_whatever_kind_of_thing_was_removed_comes_back(plan: Session) -> None:
    around = (Contact("Anna", "zus"), Contact("Bo", "vriend"))
    signals = (Signal(Light.ORANGE, Seen.I_NOTICE, "Ik slaap slecht."),)
    plan.change("", lambda d: replace(d, contacts=around, signals=signals))
    plan.change("", lambda d: replace(d, contacts=lists.without(d.contacts, around[0].id)))
    plan.change("", lambda d: replace(d, signals=()))
    assert said(plan) == ["oranje · Wat merk ik · Ik slaap slecht.", "Anna"]
    for thing in plan.bin():
        plan.put_back(thing)
    assert (plan.dossier.contacts, plan.dossier.signals) == (around, signals)


def test_an_answer_that_was_cleared_is_no_thing_of_the_bin(plan: Session) -> None:
    edit(plan, answers.give, "self.proud", "Metselen")
    edit(plan, answers.give, "self.proud", "")
    assert plan.bin() == ()


def test_every_kind_that_can_come_back_has_words() -> None:
    for table, kind in bin_.kinds().items():
        assert MAIN[table] in {f.name for f in fields(kind)}
    assert {"goal", "step", "contact", "signal", "special_condition"} <= bin_.kinds().keys()
    assert not {"attempt", "plan_version", "signature", "answer"} & bin_.kinds().keys()


def test_a_row_of_an_older_release_comes_back_with_what_it_had(plan: Session) -> None:
    edit(plan, goals.remove, plan.dossier.goals[1].id)
    [thing] = plan.bin()
    old = {name: held for name, held in thing.row.items() if name not in ("worked", "reasoning")}
    plan.put_back(replace(thing, row=old))
    assert plan.dossier.goals[1].text == OTHER


def test_a_closed_dossier_shows_its_bin_and_gives_nothing_back(plan: Session, desk: Desk) -> None:
    edit(plan, goals.remove, plan.dossier.goals[1].id)
    before = plan.dossier
    desk.custody.close(before.id, date(2026, 3, 1), date(2026, 3, 1))
    [thing] = plan.bin()
    with pytest.raises(UserError, match="gesloten"):
        plan.put_back(thing)
    assert plan.dossier == before
