"""Bringing the tables of an older vault up to date: a backup first, then each migration."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import Broken, UserError
from caseplanner.vault import audit, backups, dossiers, engine, manifest, people, places, search
from caseplanner.vault.engine import Database
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import Kind, State
from caseplanner.vault.migrations import SCHEMA, migrations
from caseplanner.vault.places import DATABASE, VAULT
from caseplanner.vault.progress import Tell as Tell
from caseplanner.vault.progress import silent as silent

ROOM = 3  # times the database: the backup, the tables written anew, and the log of that


def prepare(folder: Path, keys: Keys, version: int, tell: Tell = silent) -> None:
    """Before an existing vault is brought up to date: a verified backup that rotation leaves alone.

    For the holder of the lock, while nothing has the database open. UserError when the disk has
    too little room or pages are damaged; then the vault is as it was.
    """
    path = folder / VAULT / DATABASE
    if version == SCHEMA:
        return
    places.check_room(folder, ROOM * path.stat().st_size)
    whole = engine.digest(path) if engine.is_one_file(path) else ""
    for backup in manifest.listed(backups.place(folder), keys):
        known = backup.manifest
        if known and known.digest == whole and backup.state is State.WHOLE:
            return
    backups.unpin(folder, keys)  # of an attempt that failed: it stays, and goes in its time
    made = backups.of_closed(folder, keys, Kind.PINNED, datetime.now(UTC))
    try:
        backups.verify(made.path, keys, tell)
    except UserError:
        backups.remove(made.path)
        raise Broken(engine.DAMAGED) from None


def settle(folder: Path, keys: Keys, version: int) -> None:
    """The vault opened well once more since it was brought up to date: that backup may go in time.

    `version`: the schema it had before it was opened now. A disk that takes nothing lets it stay.
    """
    if version == SCHEMA:
        with contextlib.suppress(UserError):
            backups.unpin(folder, keys)


def apply(db: Database, tell: Tell = silent) -> None:
    """Do what is pending, each migration in a transaction of its own.

    With the last one the search index and the list are made anew: both follow from the model of
    now, so that a field of text that is new is found, and a new day told, in old dossiers as well.
    """
    pending = migrations.pending(db)
    for done in range(len(pending)):
        tell(done, len(pending))
        after = pending[done + 1].name if done + 1 < len(pending) else None
        with db.atomic():
            migrations.apply(db, stop_before=after)
            if after is None:
                search.rebuild(db)
                dossiers.list_anew(db)
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
