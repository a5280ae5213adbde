"""How client and worker find the work together, on four statements, and changes of worker.

The four are those of the working alliance in forced settings: bond, trust, direction, and no
friction (domain.md C2, V 30). Private, of both sides, and only a trend: there is no total.
"""

from datetime import date
from enum import StrEnum

from caseplanner.dossier import lists
from caseplanner.dossier.model import AllianceCheck, Dossier, ScoredBy, WorkerChange
from caseplanner.words import mark

LOWEST, HIGHEST = 1, 5
STATEMENTS = {
    "bond": mark("We are at ease with each other."),
    "trust": mark("I trust the other."),
    "direction": mark("We know what we work towards."),
    "ease": mark("We work together without friction."),
}


class Trend(StrEnum):
    """Where it goes, from the time before to the newest."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


def blank_check(by: ScoredBy, on: date | None, id: str) -> AllianceCheck:
    return AllianceCheck(by, on, id=id)


def blank_change(on: date | None, id: str) -> WorkerChange:
    return WorkerChange("", on=on, id=id)


def newest_first(dossier: Dossier) -> tuple[AllianceCheck, ...]:
    """By day; of one day the one that was begun last comes first, and one without a day last."""
    return lists.newest_first(dossier.alliance)


def changes(dossier: Dossier) -> tuple[WorkerChange, ...]:
    """The newest first."""
    return lists.newest_first(dossier.worker_changes)


def values(dossier: Dossier, by: ScoredBy, statement: str) -> tuple[int, ...]:
    """What this side said to a statement, each time it did, the oldest first."""
    said = (getattr(c, statement) for c in newest_first(dossier)[::-1] if c.by is by)
    return tuple(value for value in said if value is not None)


def trend(values: tuple[int, ...]) -> Trend | None:
    """None while it was said no more than once."""
    if len(values) < 2:
        return None
    before, now = values[-2:]
    return Trend.SAME if now == before else Trend.UP if now > before else Trend.DOWN
