"""The audit log: a line for every deed, each under a hash over itself and the line before.

Lines are only added. Who holds the keys could write the table anew; the heads that the anchor,
every backup and every exported log keep would then no longer fit (NEN 7513, domain.md R3, R4).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from caseplanner.dossier.log import Deed, Entry
from caseplanner.dossier.staff import Staff

if TYPE_CHECKING:
    from caseplanner.vault.engine import Database
    from caseplanner.vault.vault import Vault

START = "0" * 64  # what the first line is chained to
COLUMNS = ("seq", "at", "worker", "name", "role", "on_behalf", "deed", "dossier", "detail")


@dataclass(frozen=True, slots=True)
class Head:
    """The newest line: its number, 0 when there is none, and its hash."""

    seq: int = 0
    hash: str = START


def add(
    db: "Database",
    by: Staff,
    deed: Deed,
    at: datetime,
    dossier: str = "",
    detail: Mapping[str, str] | None = None,
    after: Head | None = None,
) -> Head:
    """Put a line at the end, inside the transaction of what it tells about.

    `after`: what it goes on from where lines before it were lost with a damaged page.
    """
    before = after or head(db)
    row = (
        before.seq + 1,
        at.astimezone(UTC).isoformat(),
        by.id,
        by.name,
        by.role.value,
        by.on_behalf,
        deed.value,
        dossier,
        json.dumps(dict(detail or {}), sort_keys=True, ensure_ascii=False),
    )
    hash = _hash(before.hash, row)
    db.execute(f"INSERT INTO audit ({', '.join(COLUMNS)}, hash) VALUES ({_MARKS})", (*row, hash))
    return Head(before.seq + 1, hash)


def head(db: "Database") -> Head:
    row = db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head()


def holds(db: "Database", seen: Head) -> bool:
    """The log has this line; so the database is not older than when it was seen."""
    if not seen.seq:
        return True
    row = db.execute("SELECT hash FROM audit WHERE seq = ?", [seen.seq]).fetchone()
    return bool(row and row[0] == seen.hash)


def broken_at(db: "Database") -> int:
    """The number of the first line that does not follow from the one before; 0 when all do.

    Lines that were lost with a damaged page are told by the line of the salvage, once; what comes
    before that one no longer counts.
    """
    before, broken = Head(), 0
    for *row, hash in db.execute(f"SELECT {', '.join(COLUMNS)}, hash FROM audit ORDER BY seq"):
        follows = hash == _hash(before.hash, tuple(row))
        if follows and row[COLUMNS.index("deed")] == Deed.SALVAGED:
            broken = 0
        elif not broken and not (follows and row[0] == before.seq + 1):
            broken = before.seq + 1
        before = Head(row[0], hash)
    return broken


def entries(
    vault: "Vault",
    dossier: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> tuple[Entry, ...]:
    """The lines, oldest first: of one dossier or of all, from `since` until before `until`."""
    wheres, facts = [], []
    for where, fact in (
        ("dossier = ?", dossier),
        ("at >= ?", since and since.astimezone(UTC).isoformat()),
        ("at < ?", until and until.astimezone(UTC).isoformat()),
    ):
        if fact is not None:
            wheres.append(where)
            facts.append(fact)
    with vault.in_words():
        rows = vault.db.table("audit").rows_where(
            " AND ".join(wheres) or None, facts, order_by="seq"
        )
        return tuple(_entries(rows))


def _entries(rows: Iterator[dict[str, Any]]) -> Iterator[Entry]:
    for row in rows:
        yield Entry(
            seq=row["seq"],
            at=datetime.fromisoformat(row["at"]),
            worker=row["worker"],
            name=row["name"],
            role=row["role"],
            on_behalf=row["on_behalf"],
            deed=Deed(row["deed"]),
            dossier=row["dossier"],
            detail=json.loads(row["detail"]),
        )


def _hash(before: str, row: tuple[Any, ...]) -> str:
    """Over text only: a number that comes back as another type would break the chain."""
    return hashlib.sha256(json.dumps([before, *map(str, row)]).encode()).hexdigest()


_MARKS = ", ".join("?" * (len(COLUMNS) + 1))
