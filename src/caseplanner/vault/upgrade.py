"""Bringing the tables of an older vault up to date, one migration at a time."""

from datetime import UTC, datetime

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.vault import audit, people
from caseplanner.vault.engine import Database
from caseplanner.vault.keys import Keys
from caseplanner.vault.migrations import migrations
from caseplanner.vault.progress import Tell as Tell
from caseplanner.vault.progress import silent as silent

FIRST_WITH_A_LOG = 2  # the schema that brought the audit log and the anchor


def apply(db: Database, keys: Keys, tell: Tell = silent) -> None:
    """Do what is pending, each in a transaction; a vault of 0.1 gets its first member."""
    pending = migrations.pending(db)
    for done, migration in enumerate(pending):
        tell(done, len(pending))
        after = pending[done + 1].name if done + 1 < len(pending) else None
        migrations.apply(db, stop_before=after)
        if migration.name == "m0002_staff_and_log" and keys.name:
            only = Staff(keys.name, StaffRole.WORKER, manages=True, id=keys.owner)
            now = datetime.now(UTC)
            with db.atomic():
                people.put(db, only, now)
                audit.add(db, only, Deed.STAFF_ADDED, now)
    if pending:
        tell(len(pending), len(pending))
