"""The list of dossiers, kept beside them so that it shows without loading any."""

import json
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


def lines(vault: Vault, folded_query: str = "") -> tuple[Entry, ...]:
    """The dossiers that hold every word of the query (`summary.fold`), last edited first."""
    with vault.in_words():
        return entries(vault.db, folded_query)


def entries(db: Database, folded_query: str = "") -> tuple[Entry, ...]:
    """The same of any database, that of a backup for one."""
    words = folded_query.split()
    where = " AND ".join(["instr(words, ?)"] * len(words)) or "1"
    rows = db.table("register").rows_where(where, words, order_by="edited_at DESC, id")
    return tuple(_entry(row) for row in rows)


def holds(vault: Vault, dossier_id: str) -> bool:
    with vault.in_words():
        return vault.db.table("register").count_where("id = ?", [dossier_id]) > 0


def _entry(row: dict[str, object]) -> Entry:
    line = msgspec.convert({**row, "wheel": json.loads(str(row["wheel"]))}, Line, strict=False)
    return Entry(line, datetime.fromisoformat(str(row["edited_at"])))
