"""A second place for backups, such as a stick: what lies on the same disk goes with the laptop.

They are the same folders as here, in one folder of ours, and rotate in the same way. A place may
hold the backups of several vaults; each sees to its own.
"""

import contextlib
import os
import secrets
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseplanner.dossier.log import Deed
from caseplanner.errors import UserError
from caseplanner.vault import backups, copying, days, engine, header, manifest, places
from caseplanner.vault.engine import in_words
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import UNFINISHED, Backup, State
from caseplanner.vault.places import DATABASE
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

FOLDER = "caseplanner-backups"
OVERDUE = 7  # days of use
BEGUN = 2  # the day of use from which a vault that never had a copy outside is told of
_NOTE = "left"


@dataclass(frozen=True, slots=True)
class Left:
    """The newest backup that left the laptop: its number, when, and on which day of use."""

    number: int
    at: datetime
    day: int


def copy_to(backup: Backup, place: Path, keys: Keys) -> Backup:
    """Copy a verified backup to this place, read it again there, and let old ones go there.

    Slow; opens no vault, so it may run in any thread. UserError when the place is not there, is
    full, or takes nothing; then the backups that are there already are as they were.
    """
    found = backup.manifest
    if found is None or backup.state is not State.WHOLE:
        raise UserError(backups.DAMAGED, name=backup.name)
    if not place.is_dir():
        raise UserError(
            mark(
                "The folder {place} is not here, so no backup went there; is the stick in the "
                "laptop? The backup on this laptop is safe."
            ),
            place=place,
        )
    there = place / FOLDER
    with in_words(place):
        there.mkdir(mode=0o700, exist_ok=True)
        target = there / backup.name
        present = manifest.read(target, keys)
        if present is None or present.manifest != found or present.state is not State.WHOLE:
            places.check_room(place, found.size + places.MEGABYTE)
            _copy(backup.path, target)
        made = _read_again(target, keys)
        backups.rotate(there, keys, found.day)
    return made


def found(place: Path, keys: Keys | None = None) -> tuple[Backup, ...]:
    """The backups in this data folder, on this stick, or in this very folder, newest first."""
    with in_words(place):
        if not place.is_dir():
            raise UserError(mark("The folder {place} is not here."), place=place)
        if only := manifest.read(place, keys):
            return (only,)
        within = (place, backups.place(place), place / FOLDER)
        all_ = [backup for path in within for backup in manifest.listed(path, keys)]
    return tuple(sorted(all_, key=manifest.order, reverse=True))


def note(vault: "Vault", made: Backup, now: datetime) -> None:
    """Remember that this backup left the laptop."""
    found = made.manifest
    if found is None:
        raise ValueError("a backup that was just read again has a manifest")
    facts = {"number": str(found.number), "at": now.isoformat(), "day": str(found.day)}
    told = {"seq": str(found.seq), "where": "elsewhere"}
    with vault.writing(Deed.BACKED_UP, detail=told) as (db, _):
        days.remember(db, _NOTE, facts)


def left(vault: "Vault") -> Left | None:
    """The newest backup that left the laptop; None when none ever did."""
    with vault.in_words():
        facts = days.recall(vault.db, _NOTE)
    if not facts:
        return None
    return Left(int(facts["number"]), datetime.fromisoformat(facts["at"]), int(facts["day"]))


def overdue(vault: "Vault") -> int | None:
    """For so many days of use no backup left the laptop; None when that need not be said.

    It need not in the first week after one left, on the very first day, or of an empty vault.
    """
    last = left(vault)
    with vault.in_words():
        day = days.read(vault.db).days.count
        is_empty = vault.db.table("register").count == 0
    if last is None:
        return None if is_empty or day < BEGUN else day
    since = day - last.day
    return since if since >= OVERDUE else None


def is_same_disk(folder: Path, place: Path) -> bool:
    """What lies there is lost together with what lies here, when the disk or the laptop is."""
    with contextlib.suppress(OSError):
        return folder.stat().st_dev == place.stat().st_dev
    return False


def _copy(source: Path, target: Path) -> None:
    backups.clear(target.parent)
    fresh = target.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")
    fresh.mkdir(mode=0o700)
    try:
        for part in sorted(source.iterdir()):
            copying.copy(str(part), str(fresh / part.name))
        if target.exists():
            backups.remove(target)
        fresh.rename(target)
        header.sync_folder(target.parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _read_again(path: Path, keys: Keys) -> Backup:
    """What the disk gives back, not what the system remembers of it."""
    if hasattr(os, "posix_fadvise"):
        with (path / DATABASE).open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    made, found = backups.readable(path, keys)
    if engine.digest(path / DATABASE) != found.digest:
        raise UserError(backups.DAMAGED, name=path.name)
    return made
