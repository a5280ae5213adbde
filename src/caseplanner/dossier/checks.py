"""What is still missing before a plan can be agreed or signed. Checks advise; nothing is lost."""

from dataclasses import dataclass
from enum import StrEnum

from caseplanner.dossier import answers, goals, guards
from caseplanner.dossier.guards import Finding
from caseplanner.dossier.model import Dimension, DimensionState, Dossier, Goal


class Lack(StrEnum):
    UNSEEN = "unseen"
    NO_STEPS = "no_steps"
    NO_ACTOR = "no_actor"
    NO_ANSWER = "no_answer"
    NO_AFTERCARE = "no_aftercare"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do first. `blocks` says that a plan cannot be set without it."""

    lack: Lack
    dimension: Dimension
    goal: Goal | None = None
    blocks: bool = False
    finding: Finding | None = None


def before_agreeing(dossier: Dossier) -> tuple[Missing, ...]:
    """What to look at before the plan is frozen, in the order of the dimensions.

    It blocks that a dimension is unseen (domain.md 2a), that the client was not asked about a
    goal of now, or that something was found that may not stand there (R11); a goal without steps,
    without who, or without who goes on after release is only pointed out (2d, 3d).
    """
    found = [
        Missing(Lack.UNSEEN, dimension, blocks=True)
        for dimension in Dimension
        if answers.state(dossier, dimension) is DimensionState.UNSEEN
    ]
    for goal in goals.current(dossier):
        if not goal.steps:
            found.append(Missing(Lack.NO_STEPS, goal.dimension, goal))
        elif any(not step.actor.strip() for step in goal.steps):
            found.append(Missing(Lack.NO_ACTOR, goal.dimension, goal))
        if not goal.after_who.strip():
            found.append(Missing(Lack.NO_AFTERCARE, goal.dimension, goal))
        if goal.answer is None:
            found.append(Missing(Lack.NO_ANSWER, goal.dimension, goal, blocks=True))
    return (*found, *(_found(finding) for finding in guards.unresolved(dossier)))


def looked_at(dossier: Dossier) -> int:
    """How many things `before_agreeing` looks at: each dimension, and of each goal of now its
    steps, who goes on after release, and the client's answer; and what should not stand there."""
    found = len(guards.unresolved(dossier))
    return len(Dimension) + 3 * len(goals.current(dossier)) + found


def _found(finding: Finding) -> Missing:
    dimension = finding.place.dimension or Dimension.VICTIM
    return Missing(Lack.FOUND, dimension, blocks=True, finding=finding)
