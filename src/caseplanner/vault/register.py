"""The list of dossiers, kept beside them so that it shows without loading any."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from caseplanner.dossier.summary import Line
from caseplanner.vault.engine import Database
from caseplanner.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list and when that dossier was last edited."""

    line: Line
    edited_at: datetime


def lines(vault: Vault) -> tuple[Entry, ...]:
    """All dossiers, last edited first."""
    with vault.in_words():
        return entries(vault.db)


def entries(db: Database) -> tuple[Entry, ...]:
    """The same of any database, that of a backup for one."""
    rows = db.table("register").rows_where(order_by="edited_at DESC, id")
    return tuple(_entry(row) for row in rows)


def some(vault: Vault, ids: Sequence[str]) -> dict[str, Entry]:
    """The lines of these dossiers, by id."""
    marks = ", ".join("?" * len(ids))
    with vault.in_words():
        rows = vault.db.table("register").rows_where(f"id IN ({marks})", list(ids))
        return {str(row["id"]): _entry(row) for row in rows}


def holds(vault: Vault, dossier_id: str) -> bool:
    with vault.in_words():
        return vault.db.table("register").count_where("id = ?", [dossier_id]) > 0


def _entry(row: dict[str, object]) -> Entry:
    line = msgspec.convert({**row, "wheel": json.loads(str(row["wheel"]))}, Line, strict=False)
    return Entry(line, datetime.fromisoformat(str(row["edited_at"])))
