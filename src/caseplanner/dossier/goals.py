"""Edits to goals and their steps: each takes a dossier and returns the next one.

An answer of the client belongs to the goal as it was when he or she answered. An edit that
changes what was agreed (its words, its steps, who, when, who decides) therefore takes the answer
away, and those of the others; an edit that only tells how it goes (a step is done) keeps it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from caseplanner.dossier import lists
from caseplanner.dossier.model import (
    Attempt,
    ClientAnswer,
    Decides,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    Step,
    StepState,
)
from caseplanner.errors import UserError
from caseplanner.words import mark

NEEDS_REASON = (ClientAnswer.NO, ClientAnswer.COULD_NOT)
ENDED = (GoalState.REACHED, GoalState.STOPPED)


def add(dossier: Dossier, dimension: Dimension, text: str, steps: tuple[str, ...] = ()) -> Dossier:
    """Put a new goal at the end; a goal takes "no goal now" of its dimension away."""
    goal = Goal(dimension, _said(text), steps=tuple(Step(_said(step)) for step in steps))
    kept = lists.without(dossier.no_goals, str(dimension))
    return replace(dossier, goals=(*dossier.goals, goal), no_goals=kept)


def reword(dossier: Dossier, goal: str, text: str) -> Dossier:
    said = _said(text)
    return _agreed(dossier, goal, lambda g: replace(g, text=said))


def decide(dossier: Dossier, goal: str, decides: Decides) -> Dossier:
    return _agreed(dossier, goal, lambda g: replace(g, decides=decides))


def helped_by(dossier: Dossier, goal: str, helpers: str) -> Dossier:
    return _agreed(dossier, goal, lambda g: replace(g, helpers=helpers))


def after_release(dossier: Dossier, goal: str, who: str, starting: date | None) -> Dossier:
    """Who goes on with it after release, and from which date (domain.md 2d)."""
    return _agreed(dossier, goal, lambda g: replace(g, after_who=who, after_from=starting))


def now(dossier: Dossier, goal: str, again: str = "") -> Dossier:
    """Take a goal up, or up again; "no goal now" of its dimension no longer holds.

    One that was reached or stopped is taken up again with a reason (domain.md C3), in `again`.
    """
    again = again.strip()
    if find(dossier, goal).state in ENDED and not again:
        raise UserError(mark("Write down why you take this goal up again."))
    kept = lists.without(dossier.no_goals, str(find(dossier, goal).dimension))
    return _agreed(
        replace(dossier, no_goals=kept),
        goal,
        lambda g: replace(
            g, state=GoalState.NOW, reason="", remind_on=None, again=again or g.again
        ),
    )


def later(dossier: Dossier, goal: str, remind_on: date | None = None, reason: str = "") -> Dossier:
    return _agreed(
        dossier,
        goal,
        lambda g: replace(g, state=GoalState.LATER, remind_on=remind_on, reason=reason),
    )


def remind(dossier: Dossier, goal: str, on: date | None) -> Dossier:
    """When to look again at a goal for later; that is no part of what was agreed."""
    return _told(dossier, goal, lambda g: replace(g, remind_on=on))


def reached(dossier: Dossier, goal: str, worked: str = "", hindered: str = "") -> Dossier:
    """Reached, with what helped and what got in the way where that was said (domain.md 2e)."""
    return _ended(dossier, goal, GoalState.REACHED, "", worked, hindered)


def what_worked(dossier: Dossier, goal: str, worked: str) -> Dossier:
    """What helped; may be filled in afterwards."""
    return _told(dossier, goal, lambda g: replace(g, worked=worked))


def what_hindered(dossier: Dossier, goal: str, hindered: str) -> Dossier:
    """What got in the way; may be filled in afterwards."""
    return _told(dossier, goal, lambda g: replace(g, hindered=hindered))


def reason_out(dossier: Dossier, goal: str, reasoning: str) -> Dossier:
    """The worker's own reasoning beside what departs from the usual (domain.md 1b)."""
    return _told(dossier, goal, lambda g: replace(g, reasoning=reasoning))


def stop(dossier: Dossier, goal: str, reason: str, worked: str = "", hindered: str = "") -> Dossier:
    """Stop with a reason; a goal that was once agreed is never simply deleted."""
    reason = reason.strip()
    if not reason:
        raise UserError(mark("Write down why you stop with this goal."))
    return _ended(dossier, goal, GoalState.STOPPED, reason, worked, hindered)


def remove(dossier: Dossier, goal: str) -> Dossier:
    """Take away a goal that was never agreed; afterwards only `stop` is left (domain.md C3)."""
    if dossier.versions:
        raise UserError(
            mark("This plan was agreed before. Stop the goal with a reason; it stays readable.")
        )
    return replace(dossier, goals=lists.without(dossier.goals, goal))


def move(dossier: Dossier, goal: str, by: int) -> Dossier:
    """Shift a goal among those of its own dimension that stand as it does: now, later, …"""
    mine = find(dossier, goal)

    def beside(other: Goal) -> bool:
        return (other.dimension, other.state) == (mine.dimension, mine.state)

    shifted = iter(lists.shift(tuple(filter(beside, dossier.goals)), goal, by))
    return replace(dossier, goals=tuple(next(shifted) if beside(g) else g for g in dossier.goals))


def answer(
    dossier: Dossier,
    goal: str,
    said: ClientAnswer | None,
    reason: str = "",
    on: date | None = None,
) -> Dossier:
    """What the client says to a goal; None: not asked, or asked anew.

    No and could-not want a reason. They are attempts as well, which stay readable when another
    answer came (domain.md C3); the words of one may still change while it is the answer.
    """
    reason = reason.strip()
    if said in NEEDS_REASON and not reason:
        raise UserError(mark("Write down the reason, in the client's own words."))

    def edit(before: Goal) -> Goal:
        asked = before.attempts
        standing = attempt_of(before)
        day = before.answer_on if said is before.answer else on
        if said in NEEDS_REASON and standing and standing.said is said:
            asked = lists.put(asked, replace(standing, reason=reason))
        elif said in NEEDS_REASON:
            asked = (*asked, Attempt(said, reason, on))
        return replace(
            before,
            answer=said,
            answer_reason=reason,
            answer_on=day if said else None,
            attempts=asked,
        )

    return _told(dossier, goal, edit)


def unsay(dossier: Dossier, goal: str) -> Dossier:
    """The answer of now was a slip: it goes, and it was no attempt either."""

    def edit(before: Goal) -> Goal:
        standing = attempt_of(before)
        kept = lists.without(before.attempts, standing.id) if standing else before.attempts
        return replace(before, answer=None, answer_reason="", answer_on=None, attempts=kept)

    return _told(dossier, goal, edit)


def ask_again(dossier: Dossier, goal: str, attempt: str, on: date | None) -> Dossier:
    """When to ask the client once more after this attempt."""
    return _told(
        dossier,
        goal,
        lambda g: replace(
            g, attempts=lists.change(g.attempts, attempt, lambda a: replace(a, again_on=on))
        ),
    )


def attempt_of(goal: Goal) -> Attempt | None:
    """The attempt that the answer of now is; None where that is a yes, or there is none."""
    last = goal.attempts[-1] if goal.attempts else None
    return last if last and last.said is goal.answer else None


def earlier(goal: Goal) -> tuple[Attempt, ...]:
    """The attempts before the answer of now, the first one first."""
    return goal.attempts[:-1] if attempt_of(goal) else goal.attempts


def add_step(
    dossier: Dossier, goal: str, text: str, actor: str = "", on: date | None = None
) -> Dossier:
    step = Step(_said(text), actor, on)
    return _agreed(dossier, goal, lambda g: replace(g, steps=(*g.steps, step)))


def change_step(
    dossier: Dossier, goal: str, step: str, text: str, actor: str, on: date | None
) -> Dossier:
    said = _said(text)
    return _agreed(
        dossier,
        goal,
        lambda g: replace(
            g,
            steps=lists.change(g.steps, step, lambda s: replace(s, text=said, actor=actor, on=on)),
        ),
    )


def remove_step(dossier: Dossier, goal: str, step: str) -> Dossier:
    return _agreed(dossier, goal, lambda g: replace(g, steps=lists.without(g.steps, step)))


def move_step(dossier: Dossier, goal: str, step: str, by: int) -> Dossier:
    return _told(dossier, goal, lambda g: replace(g, steps=lists.shift(g.steps, step, by)))


def mark_step(dossier: Dossier, goal: str, step: str, state: StepState) -> Dossier:
    return _told(
        dossier,
        goal,
        lambda g: replace(g, steps=lists.change(g.steps, step, lambda s: replace(s, state=state))),
    )


def find(dossier: Dossier, goal: str) -> Goal:
    """The goal with this id, which must exist."""
    found = lists.find(dossier.goals, goal)
    if found is None:
        raise KeyError(goal)
    return found


def of(dossier: Dossier, dimension: Dimension, *states: GoalState) -> tuple[Goal, ...]:
    """The goals of a dimension, in order; with states, only those."""
    return tuple(
        g for g in dossier.goals if g.dimension is dimension and (not states or g.state in states)
    )


def current(dossier: Dossier) -> tuple[Goal, ...]:
    """The goals of now, in the order of the dimensions: those the client answers to."""
    return tuple(g for d in Dimension for g in of(dossier, d, GoalState.NOW))


def steps_done(goal: Goal) -> tuple[int, int]:
    """(done, all), steps that are no longer needed left out."""
    needed = [s for s in goal.steps if s.state is not StepState.NOT_NEEDED]
    return sum(s.state is StepState.DONE for s in needed), len(needed)


def _said(text: str) -> str:
    text = text.strip()
    if not text:
        raise UserError(mark("Write down a few words first."))
    return text


def _ended(
    dossier: Dossier, goal: str, state: GoalState, reason: str, worked: str, hindered: str
) -> Dossier:
    """What helped and what got in the way stay where nothing new was said of them."""
    return _told(
        dossier,
        goal,
        lambda g: replace(
            g,
            state=state,
            reason=reason,
            remind_on=None,
            worked=worked.strip() or g.worked,
            hindered=hindered.strip() or g.hindered,
        ),
    )


def _told(dossier: Dossier, goal: str, edit: Callable[[Goal], Goal]) -> Dossier:
    return replace(dossier, goals=lists.change(dossier.goals, goal, edit))


def _agreed(dossier: Dossier, goal: str, edit: Callable[[Goal], Goal]) -> Dossier:
    def apply(before: Goal) -> Goal:
        after = edit(before)
        return (
            before
            if after == before
            else replace(after, answer=None, answer_reason="", answer_on=None, others=())
        )

    return _told(dossier, goal, apply)
