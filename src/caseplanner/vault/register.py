"""The list of dossiers, kept beside them so that it shows without loading any."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from caseplanner.dossier import summary
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.summary import Line
from caseplanner.vault.engine import Database

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

LISTS = frozenset({"wheel", "days", "ends"})  # kept as JSON


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list, when that dossier was last edited, and whether it is closed."""

    line: Line
    edited_at: datetime
    closed: bool = False


def lines(vault: "Vault") -> tuple[Entry, ...]:
    """All dossiers, last edited first."""
    with vault.in_words():
        return entries(vault.db)


def entries(db: Database) -> tuple[Entry, ...]:
    """The same of any database, that of an old backup for one."""
    found = _read(db)
    found.sort(key=attrgetter("line.id"))
    found.sort(key=attrgetter("edited_at"), reverse=True)
    return tuple(found)


def some(vault: "Vault", ids: Sequence[str]) -> dict[str, Entry]:
    """The lines of these dossiers, by id."""
    with vault.in_words():
        found = _read(vault.db, f"WHERE id IN ({', '.join('?' * len(ids))})", ids)
        return {entry.line.id: entry for entry in found}


def holds(vault: "Vault", dossier_id: str) -> bool:
    with vault.in_words():
        return vault.db.table("register").count_where("id = ?", [dossier_id]) > 0


def row(dossier: Dossier, edited_at: str) -> dict[str, Any]:
    """The row of a dossier in the table."""
    made: dict[str, Any] = msgspec.to_builtins(summary.line(dossier))
    made |= {name: msgspec.json.encode(made[name]).decode() for name in LISTS}
    return made | {"edited_at": edited_at}


def _read(db: Database, where: str = "", ids: Sequence[str] = ()) -> list[Entry]:
    """The entries in no order. As one piece of JSON: half the time of ten thousand rows."""
    here = db.table("register").columns_dict  # an old backup has fewer
    known = [f.name for f in fields(Line) if f.name in here]
    line = ", ".join(f"'{n}', {f'json({n})' if n in LISTS else n}" for n in known)
    query = (
        f"SELECT json_group_array(json_object('line', json_object({line}), 'edited_at', edited_at))"
        f" FROM register {where}"
    )
    (text,) = db.execute(query, list(ids)).fetchone()
    found = msgspec.json.decode(text, type=list[Entry], strict=False)
    closed = _closed(db)
    return [Entry(e.line, e.edited_at, e.line.id in closed) for e in found] if closed else found


def _closed(db: Database) -> set[str]:
    if not db.table("retention").exists():  # before release 0.2
        return set()
    query = "SELECT dossier_id FROM retention WHERE closed_on IS NOT NULL"
    return {row[0] for row in db.execute(query)}
