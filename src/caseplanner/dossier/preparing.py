"""Getting a driegesprek ready: who could come, and what can stay out of sight."""

from collections.abc import Iterator
from dataclasses import dataclass

from caseplanner.dossier import agreed, goals, meetings, network, volunteers
from caseplanner.dossier.model import (
    Agreement,
    Dossier,
    Goal,
    Meeting,
    SeatRole,
    Sensitive,
    SignalPlan,
    Topic,
)
from caseplanner.dossier.volunteers import Match

MAY_COME = (SeatRole.INTERPRETER, SeatRole.VOLUNTEER, SeatRole.RELATIVE)  # beside who signs


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can stay out of sight; `item` is its id."""

    kind: Sensitive
    item: str
    text: str


def could_come(dossier: Dossier, role: SeatRole) -> tuple[str, ...]:
    """Names to choose from for a chair; another one can be typed.

    A volunteer comes with two yeses. Who is also victim is never among them.
    """
    match role:
        case SeatRole.VOLUNTEER:
            both = (one for one in dossier.volunteers if volunteers.match(one) is Match.BOTH)
            names = tuple(one.name for one in both)
        case SeatRole.RELATIVE:
            names = tuple(one.name for one in network.shown(dossier))
        case _:
            names = ()
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def can_hide(dossier: Dossier) -> Iterator[Thing]:
    """What would be shown in a meeting and is somebody's own: goals, conditions, achievements."""
    for goal in goals.current(dossier):
        yield Thing(Sensitive.GOAL, goal.id, goal.text)
    for one in dossier.conditions:
        yield Thing(Sensitive.CONDITION, one.id, one.plain.strip() or one.text)
    for achieved in dossier.achievements:
        yield Thing(Sensitive.ACHIEVEMENT, achieved.id, achieved.text)


def holds_up(dossier: Dossier, meeting: Meeting) -> tuple[Goal, ...]:
    """Goals that stay out of sight and were never answered: so the plan cannot be set there."""
    shown = meetings.shown_goals(dossier, meeting)
    every = goals.current(dossier)
    return tuple(goal for goal in every if goal.answer is None and goal not in shown)


def is_empty(dossier: Dossier, topic: Topic) -> bool:
    """There is nothing to show yet, so that the meeting passes by this topic."""
    match topic:
        case Topic.CONDITIONS:
            return not dossier.conditions
        case Topic.SIGNALS:
            return not dossier.signals and dossier.signal_plan == SignalPlan()
        case _:
            return False


def all_agreements(dossier: Dossier) -> tuple[Agreement, ...]:
    """The open ones by day, and after them what is over, the newest first."""
    still = agreed.open_(dossier)
    return (*still, *(one for one in reversed(dossier.agreements) if one not in still))
