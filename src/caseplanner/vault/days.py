"""The count of days of use and of backups, kept in the vault itself (see rotation)."""

import json
from dataclasses import dataclass
from datetime import date

from caseplanner.vault import rotation
from caseplanner.vault.engine import Database
from caseplanner.vault.manifest import Backup
from caseplanner.vault.rotation import Days

_NOTE = "backups"


@dataclass(frozen=True, slots=True)
class Count:
    """The number of the newest backup, and the day of use."""

    number: int
    days: Days


NONE = Count(0, Days())


def read(db: Database) -> Count:
    """What the vault remembers; a vault that never had a backup begins at 0."""
    found = recall(db, _NOTE)
    if not found:
        return NONE
    return Count(int(found["number"]), Days(int(found["day"]), date.fromisoformat(found["on"])))


def write(db: Database, count: Count) -> None:
    """Remember it, inside a transaction; it was counted, so there is a date."""
    days = count.days
    if days.on:
        facts = {"number": str(count.number), "day": str(days.count), "on": days.on.isoformat()}
        remember(db, _NOTE, facts)


def following(before: Count, there: tuple[Backup, ...], today: date) -> Count:
    """The count for one more backup today, beside those that are there.

    Never behind any of them: a vault that was put back remembers an earlier count.
    """
    manifests = [backup.manifest for backup in there if backup.manifest]
    number = max([before.number, *(m.number for m in manifests)])
    day = max([before.days.count, *(m.day for m in manifests)])
    return Count(number + 1, rotation.advance(Days(day, before.days.on), today))


def recall(db: Database, name: str) -> dict[str, str]:
    """What was remembered under this name; nothing: an empty one."""
    row = db.execute("SELECT value FROM note WHERE name = ?", [name]).fetchone()
    return dict(json.loads(row[0])) if row else {}


def remember(db: Database, name: str, facts: dict[str, str]) -> None:
    """Keep these facts under this name, inside a transaction."""
    row = {"name": name, "value": json.dumps(facts, sort_keys=True)}
    db.table("note").upsert(row, pk="name")
