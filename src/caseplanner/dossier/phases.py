"""How far a plan is on its way to three signatures, and so what comes next. Derived, not stored."""

from dataclasses import dataclass
from enum import StrEnum

from caseplanner.dossier import agreements, answers, goals
from caseplanner.dossier.model import Dimension, DimensionState, Dossier, HowSigned, Role


class Phase(StrEnum):
    """In the order in which a plan goes through them."""

    PLAN = "plan"
    ANSWERS = "answers"
    SET = "set"
    SIGN = "sign"


class PhaseState(StrEnum):
    DONE = "done"
    NOW = "now"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one phase is: `done` of `total` dimensions, answers, versions or signatures."""

    phase: Phase
    state: PhaseState
    done: int
    total: int


def progress(dossier: Dossier) -> tuple[Progress, ...]:
    """All phases in order. The first that is not finished is now; none is when all are done.

    A change in what was agreed makes the plan a concept again, so setting and signing start anew.
    """
    seen = sum(answers.state(dossier, d) is not DimensionState.UNSEEN for d in Dimension)
    asked = goals.current(dossier)
    answered = sum(goal.answer is not None for goal in asked)
    version = None if agreements.is_changed(dossier) else agreements.latest(dossier)
    signatures = version.signatures if version else ()
    signed = sum(s.how is not HowSigned.NOT_NOW for s in signatures)
    counts = {
        Phase.PLAN: (seen, len(Dimension)),
        Phase.ANSWERS: (answered, len(asked)),
        Phase.SET: (1 if version else 0, 1),
        Phase.SIGN: (signed, len(Role)),
    }
    reached = False
    found = []
    for phase, (done, total) in counts.items():
        if done == total and not reached:
            state = PhaseState.DONE
        else:
            state = PhaseState.TO_COME if reached else PhaseState.NOW
            reached = True
        found.append(Progress(phase, state, done, total))
    return tuple(found)


def now(dossier: Dossier) -> Phase | None:
    """The phase the plan is in; None when everyone has signed."""
    return next((p.phase for p in progress(dossier) if p.state is PhaseState.NOW), None)
