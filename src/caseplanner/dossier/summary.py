"""One line of the dossier list, made from a dossier: what a worker needs to pick the right one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseplanner.dossier import agreements, answers, goals
from caseplanner.dossier.folding import fold as fold
from caseplanner.dossier.model import Dimension, Dossier, Moment, ScoredBy, StepState


class PlanState(StrEnum):
    """Where the plan stands, derived, never stored by hand."""

    CONCEPT = "concept"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Line:
    """`wheel` holds the client's scores of now (else of the start) in the order of Dimension."""

    id: str
    called: str
    initials: str
    cell: str
    practice: bool
    state: PlanState
    wheel: tuple[int | None, ...]
    next_step: str
    next_actor: str
    next_on: date | None


def line(dossier: Dossier) -> Line:
    steps = [
        step
        for goal in goals.current(dossier)
        for step in goal.steps
        if step.state in (StepState.TO_DO, StepState.BUSY)
    ]
    first = min(steps, key=lambda s: s.on or date.max, default=None)
    return Line(
        id=dossier.id,
        called=dossier.person.called,
        initials=dossier.person.initials,
        cell=dossier.person.cell,
        practice=dossier.practice,
        state=plan_state(dossier),
        wheel=wheel(dossier),
        next_step=first.text if first else "",
        next_actor=first.actor if first else "",
        next_on=first.on if first else None,
    )


def plan_state(dossier: Dossier) -> PlanState:
    if dossier.practice:
        return PlanState.PRACTICE
    version = agreements.latest(dossier)
    if version is None or agreements.is_changed(dossier):
        return PlanState.CONCEPT
    return PlanState.SIGNED if agreements.is_complete(version) else PlanState.TO_SIGN


def wheel(dossier: Dossier) -> tuple[int | None, ...]:
    def place(dimension: Dimension) -> int | None:
        for moment in (Moment.NOW, Moment.START):
            score = answers.scored(dossier, dimension, ScoredBy.CLIENT, moment)
            if score:
                return score.value
        return None

    return tuple(place(dimension) for dimension in Dimension)
