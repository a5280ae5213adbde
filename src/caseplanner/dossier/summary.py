"""One line of the dossier list, made from a dossier: what a worker needs to pick the right one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseplanner.dossier import agenda, agreements, answers, goals
from caseplanner.dossier.agenda import NEAR, WEEK, Item, When
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
    """`wheel` holds the client's scores of now (else of the start) in the order of Dimension.

    `days` are those by which something is to be done, `ends` those on which a condition ends,
    `release` is that of the stay; `waits`: for a signature, or until a paused case goes on.
    """

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
    days: tuple[date, ...] = ()
    ends: tuple[date, ...] = ()
    release: date | None = None
    waits: bool = False


def todo(dossier: Dossier) -> tuple[Item, ...]:
    """What there is to do in this dossier, by day."""
    return agenda.items(dossier, to_sign=plan_state(dossier) is PlanState.TO_SIGN)


def line(dossier: Dossier) -> Line:
    state = plan_state(dossier)
    found = agenda.items(dossier, to_sign=state is PlanState.TO_SIGN)
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
        state=state,
        wheel=wheel(dossier),
        next_step=first.text if first else "",
        next_actor=first.actor if first else "",
        next_on=first.on if first else None,
        days=agenda.days(found),
        ends=agenda.ends(found),
        release=agenda.release(found),
        waits=agenda.waits(found),
    )


def pressing(line: Line, today: date) -> frozenset[When]:
    """What there is in this dossier today, as far as its line tells. Practice presses nobody."""
    if line.practice:
        return frozenset()
    found = set()
    days = (*line.days, line.release) if line.release else line.days
    if any(day < today for day in days):
        found.add(When.LATE)
    if today in days:
        found.add(When.TODAY)
    if line.waits:
        found.add(When.WAITING)
    if (
        any(today < day <= today + WEEK for day in line.days)
        or any(abs(day - today) <= NEAR for day in line.ends)
        or (line.release and today < line.release <= today + NEAR)
    ):
        found.add(When.COMING)
    return frozenset(found)


def next_day(line: Line) -> date:
    """The first day by which something is to be done; the end of time where there is none."""
    days = [day for day in (*line.days[:1], line.release, line.next_on) if day]
    return min(days, default=date.max)


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
