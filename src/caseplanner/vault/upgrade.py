"""Bringing the tables of an older vault up to date, one migration at a time."""

from collections.abc import Callable
from datetime import UTC, datetime

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.vault import audit, people, search
from caseplanner.vault.engine import Database
from caseplanner.vault.keys import Keys
from caseplanner.vault.migrations import migrations

Tell = Callable[[int, int], None]  # so many steps done, of so many


def silent(done: int, of: int) -> None:
    """Tell nobody."""


def apply(db: Database, tell: Tell = silent) -> None:
    """Do what is pending, each migration in a transaction of its own."""
    pending = migrations.pending(db)
    for done, migration in enumerate(pending):
        tell(done, len(pending))
        after = pending[done + 1].name if done + 1 < len(pending) else None
        with db.atomic():
            migrations.apply(db, stop_before=after)
            if migration.name == "m0003_search":
                search.rebuild(db)
    if pending:
        tell(len(pending), len(pending))


def first_member(db: Database, keys: Keys) -> None:
    """Give a vault of release 0.1 its one worker, whose name stood in its key file."""
    if db.execute("SELECT 1 FROM staff WHERE id = ?", [keys.owner]).fetchone():
        return
    only = Staff(keys.name, StaffRole.WORKER, manages=True, id=keys.owner)
    now = datetime.now(UTC)
    with db.atomic():
        people.put(db, only, now)
        audit.add(db, only, Deed.STAFF_ADDED, now)
