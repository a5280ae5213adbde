"""Two dossiers in, the list of changes out: what a save writes and what history tells.

A dossier flattens to rows: one table per dataclass, one row per value, each row with the id of
its owner and its position among its siblings. The change list is the difference of two such
sets. Two dossiers share the values that an edit left alone, and these are passed over.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from caseplanner.dossier.model import Dossier

Row = dict[str, Any]
Key = tuple[str, str]
Placed = dict[Key, tuple[Any, int]]  # values of one owner, each with its position

# Single values that came later: where an older vault has no row of it, nothing was said.
LATER = frozenset({"signal_plan", "volunteer_wish", "allocation", "placement"})


@dataclass(frozen=True, slots=True)
class Change:
    """One row that was added (`before` None), removed (`after` None) or altered."""

    table: str
    id: str
    before: Row | None
    after: Row | None


@cache
def table_name(kind: type) -> str:
    """The table of a dataclass: PlanVersion -> plan_version."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind.__name__).lstrip("_")


@cache
def owned(kind: type) -> dict[str, tuple[type, bool]]:
    """The fields that are rows of their own: name -> (their dataclass, whether it is a list)."""
    hints = get_type_hints(kind)
    found: dict[str, tuple[type, bool]] = {}
    for f in fields(kind):
        inner = (*get_args(hints[f.name]), hints[f.name])[0]
        if isinstance(inner, type) and is_dataclass(inner):
            found[f.name] = (inner, inner is not hints[f.name])
    return found


def rows(dossier: Dossier) -> dict[Key, Row]:
    """Every row of the dossier by (table, id); the dossier's own row has owner ""."""
    found: dict[Key, Row] = {}
    _unlike({}, _root(dossier), "", {}, found)
    return found


def nested(rows: Mapping[Key, Row], dossier_id: str) -> Row:
    """The rows of a dossier put into each other, as its fields are: the way back of `rows`.

    Each row has its `id`. KeyError when there is no such dossier among them.
    """
    below: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for (table, _id), row in rows.items():
        below[table, row["owner"]].append(row)
    return _nest(Dossier, rows[table_name(Dossier), dossier_id], below)


def changes(before: Dossier | None, after: Dossier | None) -> tuple[Change, ...]:
    """What turns `before` into `after`, owners before what they own, removals last.

    None for `before` is a new dossier; None for `after` is one that goes. Costs as much as what
    the two do not share.
    """
    old: dict[Key, Row] = {}
    new: dict[Key, Row] = {}
    _unlike(_root(before), _root(after), "", old, new)
    put = [Change(*key, old.get(key), row) for key, row in new.items() if old.get(key) != row]
    gone = [Change(*key, row, None) for key, row in old.items() if key not in new]
    return (*put, *reversed(gone))


def _unlike(was: Placed, now: Placed, owner: str, old: dict[Key, Row], new: dict[Key, Row]) -> None:
    """Put the rows of both sides in `old` and `new`, without the values that are the very same."""
    for key in {**was, **now}:
        before, at = was.get(key, (None, 0))
        after, to = now.get(key, (None, 0))
        if before is after and at == to:
            continue
        if before is not None:
            old[key] = _row(before, owner, at)
        if after is not None:
            new[key] = _row(after, owner, to)
        _unlike(_below(before, after), _below(after, before), key[1], old, new)


def _nest(kind: type, row: Row, below: Mapping[tuple[str, str], list[Row]]) -> Row:
    """The row with the rows it owns in their fields, ready to become a value."""
    whole = dict(row)
    for name, (inner, many) in owned(kind).items():
        found = below.get((table_name(inner), row["id"]), [])
        parts = [_nest(inner, r, below) for r in sorted(found, key=lambda r: r["position"])]
        if many:
            whole[name] = parts
        elif parts or name not in LATER:
            whole[name] = parts[0]
    return whole


def _root(dossier: Dossier | None) -> Placed:
    return {} if dossier is None else {(table_name(Dossier), dossier.id): (dossier, 0)}


def _below(value: Any, beside: Any) -> Placed:
    """What the value owns, save the lists that `beside` shares with it."""
    found: Placed = {}
    if value is None:
        return found
    whole: type = type(value)
    for name, (kind, many) in owned(whole).items():
        held = getattr(value, name)
        if held is not getattr(beside, name, None):
            for place, item in enumerate(held if many else (held,)):
                found[table_name(kind), item.id] = (item, place)
    return found


def _row(value: Any, owner: str, position: int) -> Row:
    kind: type = type(value)
    return {
        "owner": owner,
        "position": position,
        **{f.name: getattr(value, f.name) for f in fields(kind) if f.name not in owned(kind)},
    }
