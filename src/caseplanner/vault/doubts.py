"""What does not fit between a vault and what was last known of it: put back, cut off, swapped.

Each page of SQLCipher may be right and the whole still older than it was. The anchor knows better.
A person who knows why (an administrator put a copy back) may go on; the log then says so.
"""

from datetime import datetime, timedelta
from pathlib import Path

from caseplanner.errors import Doubt
from caseplanner.vault import audit, engine
from caseplanner.vault.anchor import Found
from caseplanner.vault.engine import Database
from caseplanner.vault.keys import Keys
from caseplanner.vault.places import DATABASE, VAULT
from caseplanner.words import mark


def of_the_file(folder: Path, found: Found, keys: Keys) -> Doubt | None:
    """Before anything else is opened: whether case.db is to the byte what was closed.

    Reads the whole file when the vault was closed cleanly. Where it differs, this tells pages
    that are damaged from whole ones that are not the newest; UserError where nothing can be read.
    """
    if not found.mark or not found.mark.digest:
        return None
    path = folder / VAULT / DATABASE
    if engine.is_one_file(path) and engine.digest(path) == found.mark.digest:
        return None
    damaged = engine.damaged_pages(path, keys.database(), keys.salt)
    return Doubt("damaged", DAMAGED) if damaged else Doubt("changed", CHANGED)


def of_the_anchor(found: Found) -> Doubt | None:
    """Whether there is anything to hold the vault against."""
    if found.mark:
        return None
    return Doubt("anchor", DAMAGED_ANCHOR if found.damaged else NO_ANCHOR)


def of_the_log(db: Database, found: Found, generation: int) -> Doubt | None:
    """Whether the database is as far as the anchor, and the key file too."""
    if found.mark is None:
        return None
    seen = audit.Head(found.mark.seq, found.mark.head)
    head = audit.head(db)
    if head.seq < seen.seq:
        return Doubt("older", OLDER, n=seen.seq - head.seq)
    if not audit.holds(db, seen):
        return Doubt("other", OTHER)
    if generation < found.mark.generation:
        return Doubt("keys", OLD_KEYS)
    return None


def of_the_clock(db: Database, now: datetime) -> tuple[str, ...]:
    """What to say when the clock of the laptop cannot be right beside the newest line of the log.

    Nothing depends on it but dates that people read: what is newer goes by number, never by time.
    """
    row = db.execute("SELECT at FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None:
        return ()
    last = datetime.fromisoformat(row[0])
    if now < last - BACK:
        return (CLOCK_BACK,)
    return (CLOCK_AHEAD,) if now > last + AHEAD else ()


BACK = timedelta(days=1)
AHEAD = timedelta(days=366)
CLOCK_BACK = mark(
    "The clock of this laptop is behind: the vault was used on a later day. Nothing is lost. Set "
    "the date right, so that the dates in plans are."
)
CLOCK_AHEAD = mark(
    "By the clock of this laptop this vault was not used for more than a year. If that is not so, "
    "set the date right. Nothing is lost."
)
DAMAGED = mark(
    "Part of the vault is damaged. Nothing was changed now. Put back a backup, save "
    "what can still be read to a new vault, or go on and use what is whole."
)
CHANGED = mark(
    "Since it was last closed, something other than this program changed the file of the vault, "
    "or put back an older one. Nothing was changed now. Put back a backup, or go on with what is "
    "here."
)
OLDER = mark(
    "This vault is older than it was: the last {n} things that were done are missing. Perhaps an "
    "old copy was put back. Nothing was changed now. Put back a newer backup, or go on with what "
    "is here."
)
OTHER = mark(
    "The log of this vault is not the log it had: perhaps another copy of it was put here. Nothing "
    "was changed now. Put back a backup, or go on with what is here."
)
OLD_KEYS = mark(
    "The key file of this vault is older than it was: a passphrase that was taken away may work "
    "again. Nothing was changed now. Put back a backup, or go on and look who has a passphrase."
)
NO_ANCHOR = mark(
    "The file anchor of the vault is not here, so nobody can tell whether this is the newest state "
    "of it; perhaps the folder was copied in part. Nothing was changed now. Copy the whole folder "
    "again, or go on with what is here."
)
DAMAGED_ANCHOR = mark(
    "The file anchor of the vault is damaged, so nobody can tell whether this is the newest state "
    "of it. Nothing was changed now. Go on with what is here if it looks right, or put back a "
    "backup."
)
