"""One line of the dossier list, made from a dossier: what a worker needs to pick the right one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseplanner.dossier import agenda, agreements, answers, goals
from caseplanner.dossier.agenda import NEAR, WEEK, Item, When
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


def pressing(line: Line, today: date) -> list[When]:
    """What there is in this dossier today, as far as its line tells. Practice presses nobody."""
    found: list[When] = []
    if line.practice:
        return found
    days, release = line.days, line.release
    if (days and days[0] < today) or (release and release < today):
        found.append(When.LATE)
    if today in days or today == release:
        found.append(When.TODAY)
    if line.waits:
        found.append(When.WAITING)
    soon = today + WEEK
    if (
        (days and days[-1] > today and any(today < day <= soon for day in days))
        or (line.ends and any(abs(day - today) <= NEAR for day in line.ends))
        or (release and today < release <= today + NEAR)
    ):
        found.append(When.COMING)
    return found


def next_day(line: Line) -> date:
    """The first day by which something is to be done; the end of time where there is none."""
    first = line.days[0] if line.days else date.max
    return min(first, line.release) if line.release else first


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
