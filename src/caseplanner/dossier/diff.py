"""Two dossiers in, the list of changes out: what a save writes and what history tells.

A dossier flattens to rows: one table per dataclass, one row per value, each row with the id of
its owner and its position among its siblings. The change list is the difference of two such
sets: a whole plan is some hundred rows, so both are made anew for each edit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from caseplanner.dossier.model import Dossier

Row = dict[str, Any]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One row that was added (`before` None), removed (`after` None) or altered."""

    table: str
    id: str
    before: Row | None
    after: Row | None


def table_name(kind: type) -> str:
    """The table of a dataclass: PlanVersion -> plan_version."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind.__name__).lstrip("_")


def rows(dossier: Dossier) -> dict[Key, Row]:
    """Every row of the dossier by (table, id); the dossier's own row has owner ""."""
    return dict(_flatten(dossier, "", 0))


def changes(before: Dossier | None, after: Dossier | None) -> tuple[Change, ...]:
    """What turns `before` into `after`, owners before what they own, removals last.

    None for `before` is a new dossier; None for `after` is one that goes.
    """
    if before is after:
        return ()
    old = rows(before) if before else {}
    new = rows(after) if after else {}
    put = [
        Change(table, id, old.get((table, id)), row)
        for (table, id), row in new.items()
        if old.get((table, id)) != row
    ]
    gone = [
        Change(table, id, row, None) for (table, id), row in old.items() if (table, id) not in new
    ]
    return (*put, *reversed(gone))


def _flatten(value: Any, owner: str, position: int) -> Iterator[tuple[Key, Row]]:
    row: Row = {"owner": owner, "position": position}
    below: list[tuple[Any, int]] = []
    for f in fields(value):
        held = getattr(value, f.name)
        if hasattr(held, "__dataclass_fields__"):
            below.append((held, 0))
        elif isinstance(held, tuple):
            below.extend((item, place) for place, item in enumerate(held))
        else:
            row[f.name] = held
    yield (table_name(type(value)), value.id), row
    for item, place in below:
        yield from _flatten(item, value.id, place)
