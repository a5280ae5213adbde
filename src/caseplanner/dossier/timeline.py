"""From the lines of the change log back to any earlier dossier, and the moments it was changed.

Rows are plain here (text, numbers, nothing), as the change log keeps them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from caseplanner.dossier.diff import Key, Row
from caseplanner.errors import UserError
from caseplanner.words import mark

PAUSE = timedelta(minutes=5)  # longer than this between two edits makes them two moments


@dataclass(frozen=True, slots=True)
class Edit:
    """Line `seq` of the change log: who did what (`label`), and when."""

    seq: int
    at: datetime
    worker: str
    label: str


@dataclass(frozen=True, slots=True)
class Logged(Edit):
    """With the row that was added (`before` None), removed (`after` None) or altered."""

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Moment:
    """What one person did in one go, from line `first` to line `last` of the change log."""

    first: int
    last: int
    begun: datetime
    ended: datetime
    worker: str
    label: str
    edits: int = 1


def moments(edits: Iterable[Edit]) -> tuple[Moment, ...]:
    """The edits, oldest first, as moments, newest first.

    Edits of one worker with the same label and no pause in between are one moment; so are the
    lines of one edit, which share their time.
    """
    found: list[Moment] = []
    for edit in edits:
        last = found[-1] if found else None
        if last and _goes_on(last, edit):
            more = edit.at != last.ended
            found[-1] = replace(
                last, last=edit.seq, ended=edit.at, edits=last.edits + (1 if more else 0)
            )
        else:
            found.append(Moment(edit.seq, edit.seq, edit.at, edit.at, edit.worker, edit.label))
    return tuple(reversed(found))


def undone(rows: Mapping[Key, Row], newest_first: Iterable[Logged]) -> dict[Key, Row]:
    """The rows as they were before these lines of the change log, the newest of which led to
    `rows`.

    UserError when a line does not fit what it is said to have led to: then part of the history is
    missing, and what was before it cannot be known.
    """
    found = dict(rows)
    for line in newest_first:
        key = (line.table, line.id)
        if not _fits(line.after, found.get(key)):
            raise UserError(
                mark("What was before this cannot be read back. The plan of today is whole.")
            )
        if line.before is None:
            del found[key]
        else:
            found[key] = {"id": line.id, **line.before}
    return found


def _goes_on(moment: Moment, edit: Edit) -> bool:
    same = (moment.worker, moment.label) == (edit.worker, edit.label)
    return same and timedelta(0) <= edit.at - moment.ended <= PAUSE


def _fits(logged: Row | None, found: Row | None) -> bool:
    """They are the same where both have a field: a later release may have added or dropped one."""
    if logged is None or found is None:
        return logged is found
    return all(found[field] == held for field, held in logged.items() if field in found)
