"""What was removed from a dossier and is not there now, from its change log; and the way back.

Nothing is moved to a bin: whatever kind of thing is removed, by a person, by Undo or by going
back in the history, its last row stands in the change log, and so it is found here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from caseplanner.dossier import lists
from caseplanner.dossier.diff import Key, Row, owned, table_name
from caseplanner.dossier.difference_words import MAIN, SAID_BY_PLACE, VALUES
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import (
    Attempt,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    Overruled,
    PlanVersion,
    ProtectedName,
    Signature,
)
from caseplanner.dossier.timeline import Logged
from caseplanner.words import _

# What is no thing of its own, cannot be removed by a person, or is kept as a mark only.
LEFT_OUT = (Attempt, Overruled, PlanVersion, ProtectedName, Signature)


@dataclass(frozen=True, slots=True)
class Removed:
    """One thing that went, with `row` as it was then and what went with it in the same edit.

    `needs` is what it stood in, where that is gone as well and comes back with it.
    """

    table: str
    id: str
    row: Row
    at: datetime
    worker: str
    within: tuple[Logged, ...] = ()
    needs: "Removed | None" = None


@cache
def kinds() -> dict[str, type]:
    """What can be removed and put back, by table: things in lists, with an id of their own."""
    return {table_name(kind): kind for kind in _kinds(Dossier) if kind not in LEFT_OUT}


def removed(newest_first: Iterable[Logged], now: Mapping[Key, Row]) -> tuple[Removed, ...]:
    """What is in the bin, what went last first. The lines are those that took a row away."""
    log = _Log(newest_first, {id for _table, id in now})
    found = (log.find(id) for id in log.gone if log.went_alone(id))
    # Who is also victim is seen only with that dimension (domain.md C1).
    return tuple(each for each in found if each and not each.row.get("also_victim"))


def put_back(rows: Mapping[Key, Row], what: Removed) -> dict[Key, Row]:
    """The rows of a dossier with this thing in its old place, and with what it stood in."""
    whole = dict(put_back(rows, what.needs) if what.needs else rows)
    # Half a place before what came in its place since; the places are counted anew.
    whole[what.table, what.id] = {**what.row, "position": what.row["position"] - 0.5}
    for line in what.within:
        assert line.before is not None
        whole[line.table, line.id] = {"id": line.id, **line.before}
    return whole


def settled(before: Dossier, after: Dossier) -> Dossier:
    """After something was put back: what no longer holds beside it is gone.

    A goal of now takes "no goal now" away, and a goal with other steps is asked about anew.
    """
    now = {str(g.dimension) for g in after.goals if g.state is GoalState.NOW}
    kept = tuple(said for said in after.no_goals if said.id not in now)

    def anew(goal: Goal) -> Goal:
        was = lists.find(before.goals, goal.id)
        if was is None or len(was.steps) == len(goal.steps):
            return goal
        return replace(goal, answer=None, answer_reason="", answer_on=None)

    return replace(after, no_goals=kept, goals=tuple(map(anew, after.goals)))


def said(what: Removed, guide: Guide) -> str:
    """What it was, in the words that stood in it."""
    hints = get_type_hints(kinds()[what.table])
    named = [*sorted(SAID_BY_PLACE.get(what.table, ())), MAIN[what.table]]
    told = (_say(hints[field], what.row.get(field), guide) for field in named)
    return " · ".join(part for part in told if part) or _("without words")


def _kinds(kind: type) -> Iterator[type]:
    for inner, many in owned(kind).values():
        id = next(f for f in fields(inner) if f.name == "id")
        if many and id.default_factory is not MISSING:
            yield inner
        yield from _kinds(inner)


class _Log:
    """The newest line of everything that is gone, by its id and by what it stood in."""

    def __init__(self, newest_first: Iterable[Logged], there: set[str]) -> None:
        self.gone: dict[str, Logged] = {}
        self._there = there
        self._inside: dict[str, list[Logged]] = {}
        self._found: dict[str, Removed | None] = {}
        for line in newest_first:
            if line.id not in there and line.id not in self.gone:
                self.gone[line.id] = line
                self._inside.setdefault(_owner(line), []).append(line)

    def find(self, id: str) -> Removed | None:
        """The thing with this id; None for what is of no use, or stood in what cannot be found."""
        if id not in self._found:
            self._found[id] = self._removed(self.gone[id])
        return self._found[id]

    def went_alone(self, id: str) -> bool:
        """It did not go only because what it stood in went."""
        line = self.gone[id]
        around = self.gone.get(_owner(line))
        return around is None or around.at != line.at

    def _removed(self, line: Logged) -> Removed | None:
        owner = _owner(line)
        needs = self.find(owner) if owner in self.gone else None
        if line.table not in kinds() or not (owner in self._there or needs):
            return None
        row = {"id": line.id, **(line.before or {})}
        within = tuple(self._within(line))
        return Removed(line.table, line.id, row, line.at, line.worker, within, needs)

    def _within(self, line: Logged) -> Iterator[Logged]:
        """What went in the same edit because it stood in this."""
        for other in self._inside.get(line.id, ()):
            if other.at == line.at:
                yield other
                yield from self._within(other)


def _owner(line: Logged) -> str:
    return str((line.before or {}).get("owner", ""))


def _say(hint: Any, value: Any, guide: Guide) -> str:
    if not value:
        return ""
    if hint is Dimension:
        return guide.of(Dimension(value)).title
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _(VALUES[hint][hint(value)])
    return str(value)
