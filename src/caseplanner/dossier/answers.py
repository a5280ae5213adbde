"""Edits to what the client says: answers to the guide's questions, scores on the wheel, and
"we talked about it, no goal now".
"""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import lists
from caseplanner.dossier.model import (
    Answer,
    Attempt,
    ClientAnswer,
    Dimension,
    DimensionState,
    Dossier,
    GoalState,
    Moment,
    NoGoal,
    Score,
    ScoredBy,
)
from caseplanner.errors import UserError
from caseplanner.words import _, mark

LOWEST, HIGHEST = 0, 5


def give(dossier: Dossier, question: str, text: str, on: date | None = None) -> Dossier:
    """Write down the answer to a question; an empty text takes the answer away."""
    if not text.strip():
        return replace(dossier, answers=lists.without(dossier.answers, question))
    return replace(dossier, answers=lists.put(dossier.answers, Answer(question, text, on)))


def given(dossier: Dossier, question: str) -> str:
    found = lists.find(dossier.answers, question)
    return found.text if found else ""


def words_of(dimension: Dimension) -> str:
    """The id under which the client's own words about a dimension are kept."""
    return f"{dimension}.words"


def score_id(dimension: Dimension, by: ScoredBy, moment: Moment) -> str:
    return f"{dimension}.{by}.{moment}"


def score(
    dossier: Dossier,
    dimension: Dimension,
    by: ScoredBy,
    moment: Moment,
    value: int | None,
    on: date | None = None,
) -> Dossier:
    """Put a place on the wheel, 0 to 5; None means: does not want to fill in."""
    if value is not None and not LOWEST <= value <= HIGHEST:
        raise UserError(mark("A place on the wheel is a number from 0 to 5."))
    new = Score(dimension, by, moment, value, score_id(dimension, by, moment), on)
    return replace(dossier, scores=lists.put(dossier.scores, new))


def unscore(dossier: Dossier, dimension: Dimension, by: ScoredBy, moment: Moment) -> Dossier:
    """Back to not asked yet."""
    taken = score_id(dimension, by, moment)
    return replace(dossier, scores=lists.without(dossier.scores, taken))


def scored(dossier: Dossier, dimension: Dimension, by: ScoredBy, moment: Moment) -> Score | None:
    """The place on the wheel; None when it was not asked yet."""
    return lists.find(dossier.scores, score_id(dimension, by, moment))


def in_words(score: Score | None) -> str:
    """A place on the wheel as people say it: "3 of 5"; the same on the screen and on paper."""
    if score is None:
        return _("not asked yet")
    if score.value is None:
        return _("does not want to fill in")
    return _("{value} of {most}", value=score.value, most=HIGHEST)


def no_goal(dossier: Dossier, dimension: Dimension, reason: str, on: date | None = None) -> Dossier:
    """Discussed, no goal now, with the reason: a full answer (domain.md 2a).

    A goal for later may stand beside it; a goal of now contradicts it and is refused. Said once
    more on another day, the time before stays readable as an attempt (domain.md C3).
    """
    reason = reason.strip()
    if not reason:
        raise UserError(mark("Write down why there is no goal now."))
    if any(g.dimension is dimension and g.state is GoalState.NOW for g in dossier.goals):
        raise UserError(mark("There is a goal here for now. Stop it or put it off first."))
    known = no_goal_of(dossier, dimension)
    asked = known.attempts if known else ()
    if known and known.on != on:
        asked = (*asked, Attempt(ClientAnswer.NO, known.reason, known.on))
    new = NoGoal(dimension, reason, str(dimension), on, asked)
    return replace(dossier, no_goals=lists.put(dossier.no_goals, new))


def goal_again(dossier: Dossier, dimension: Dimension) -> Dossier:
    """Take "no goal now" back."""
    return replace(dossier, no_goals=lists.without(dossier.no_goals, str(dimension)))


def no_goal_of(dossier: Dossier, dimension: Dimension) -> NoGoal | None:
    return lists.find(dossier.no_goals, str(dimension))


def state(dossier: Dossier, dimension: Dimension) -> DimensionState:
    """Unseen, discussed without a goal, at work, or done: four distinct things.

    Answers and scores alone do not make a dimension seen: it is seen when there is a goal, or
    when "no goal now" was said with a reason. Goals that were all stopped, each with its reason,
    are such a reason too; a dimension is done only where a goal was reached.
    """
    states = {g.state for g in dossier.goals if g.dimension is dimension}
    if states & {GoalState.NOW, GoalState.LATER}:
        return DimensionState.AT_WORK
    if no_goal_of(dossier, dimension):
        return DimensionState.NO_GOAL
    if GoalState.REACHED in states:
        return DimensionState.DONE
    return DimensionState.NO_GOAL if states else DimensionState.UNSEEN


def why_no_goal(dossier: Dossier, dimension: Dimension) -> str:
    """The reason there is no goal now: as it was said, else why the last goal was stopped."""
    said = no_goal_of(dossier, dimension)
    stopped = [
        g.reason for g in dossier.goals if g.dimension is dimension and g.state is GoalState.STOPPED
    ]
    return said.reason if said else stopped[-1] if stopped else ""
