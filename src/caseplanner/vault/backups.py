"""Backups of the vault: copied while it is open, read again from the disk, and let go by number.

`take` is quick and for the thread of the vault; `verify` is slow and for any; `settle` is quick
again. A folder gets its name when all of it is on the disk, so one that was cut off is no backup.
"""

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import sqlcipher3.dbapi2 as driver

from caseplanner import __version__
from caseplanner.dossier.log import Deed
from caseplanner.errors import UserError
from caseplanner.vault import anchor as anchors
from caseplanner.vault import (
    audit,
    copying,
    days,
    engine,
    header,
    manifest,
    rotation,
)
from caseplanner.vault.anchor import Anchor
from caseplanner.vault.days import Count
from caseplanner.vault.engine import Database, in_words
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import UNFINISHED, Backup, Kind, Manifest, State
from caseplanner.vault.migrations import SCHEMA
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import BACKUPS, DATABASE, TOMBSTONES, VAULT
from caseplanner.vault.progress import Tell, silent
from caseplanner.vault.rotation import Copy, Fate
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

NO_CHANGE = (Deed.UNLOCKED, Deed.LOCKED, Deed.BACKED_UP, Deed.LOG_SHOWN)
STEPS = 4  # of `verify`, as `tell` counts them


def place(folder: Path) -> Path:
    """Where the backups of the vault in this data folder are."""
    return folder / BACKUPS


def is_due(vault: "Vault", now: datetime) -> bool:
    """Something was done since the newest backup, and none was made today."""
    if vault.is_read_only:
        return False
    with vault.in_words():
        good = (b for b in manifest.listed(place(vault.folder), vault.keys) if _is_good(b))
        newest = next(good, None)
        if newest is None or newest.manifest is None:
            return True
        if newest.made_at.astimezone().date() == now.astimezone().date():
            return False
        seen = audit.Head(newest.manifest.seq, newest.manifest.head)
        marks = ", ".join("?" * len(NO_CHANGE))
        later = f"SELECT 1 FROM audit WHERE seq > ? AND deed NOT IN ({marks}) LIMIT 1"
        return (
            not audit.holds(vault.db, seen)  # an older backup was put back
            or vault.db.execute(later, [seen.seq, *NO_CHANGE]).fetchone() is not None
        )


def back_up(vault: "Vault", kind: Kind, now: datetime) -> Backup:
    """Make a backup, read it again, and let old ones go: the three parts one after another."""
    made = verify(take(vault, kind, now).path, vault.keys)
    settle(vault, made)
    return made


def take(vault: "Vault", kind: Kind, now: datetime) -> Backup:
    """Copy the open vault. Nobody can write in it for so long: 0.2 s for 240 MB.

    UserError when the disk will not do; then there is no backup, and nothing else has changed.
    """
    if vault.is_read_only:
        raise UserError(engine.READ_ONLY, folder=vault.folder)
    with vault.in_words(), _filling(place(vault.folder)) as fresh:
        vault.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        with vault.db.atomic():
            source = vault.folder / VAULT / DATABASE
            if _size(source.with_name(f"{DATABASE}-wal")):
                raise UserError(BUSY)
            digest, size = _copied(source, fresh / DATABASE)
            before = days.read(vault.db)
        return _named(fresh, vault.folder, vault.keys, kind, now, (digest, size), before)


def of_closed(folder: Path, keys: Keys, kind: Kind, now: datetime) -> Backup:
    """Copy a vault that no connection is open to, while the lock is held. Raises UserError."""
    path = folder / VAULT / DATABASE
    with in_words(folder), _filling(place(folder)) as fresh:
        engine.close(engine.connect(path, keys.database(), keys.salt))  # all of it in one file
        copied = copying.copy(str(path), str(fresh / DATABASE))
        return _named(fresh, folder, keys, kind, now, copied, None)


def verify(path: Path, keys: Keys, tell: Tell = silent) -> Backup:
    """Read all of this backup again and mark it as right; UserError when it is not.

    Slow; opens only the copy, so it may run in any thread, while the vault is in use.
    """
    with in_words(path):
        found = check(path, keys, tell)
        with still(path, keys) as db:
            broken = audit.broken_at(db) if found.seq else 0
        tell(STEPS, STEPS)
        if not found.verified or broken != found.broken:
            found = msgspec.structs.replace(found, verified=True, broken=broken)
            manifest.write(path, found, keys)
        again = manifest.read(path, keys)
    if again is None or again.state is not State.WHOLE:
        raise UserError(DAMAGED, name=path.name)
    return again


def check(path: Path, keys: Keys, tell: Tell = silent, deep: bool = False) -> Manifest:
    """Whether this backup is whole and ours, every page of it; changes nothing.

    `deep`: also that its rows and indexes fit together, which takes twice as long.
    UserError when it is not, or was made by a newer version of the program.
    """
    tell(0, STEPS)
    found = readable(path, keys)[1]
    if found.kind is not Kind.REPLACED and engine.digest(path / DATABASE) != found.digest:
        raise UserError(DAMAGED, name=path.name)
    tell(1, STEPS)
    head = header.read(path)
    if not isinstance(head, OldHeader):
        header.check(head, keys.of("header"))
    try:
        with still(path, keys) as db:
            pages = db.execute("PRAGMA cipher_integrity_check").fetchone()
            tell(2, STEPS)
            fits = deep and engine.is_one_file(path / DATABASE)  # else pages are missing here
            rows = db.execute("PRAGMA quick_check(1)").fetchone()[0] if fits else "ok"
            tell(3, STEPS)
            same = found.kind is Kind.REPLACED or _facts(db)[:2] == (found.seq, found.head)
    except driver.DatabaseError:
        raise UserError(DAMAGED, name=path.name) from None
    if pages or rows != "ok" or not same:
        raise UserError(DAMAGED, name=path.name)
    return found


def readable(path: Path, keys: Keys) -> tuple[Backup, Manifest]:
    """The backup in this folder, if its manifest is ours and of no newer version; UserError."""
    backup = manifest.read(path, keys)
    if backup is None:
        raise UserError(mark("There is no backup {name}. Nothing was changed."), name=path.name)
    if backup.manifest is None or backup.state in WRONG:
        raise UserError(WRONG[backup.state], name=path.name)
    if backup.manifest.schema > SCHEMA:
        raise UserError(header.newer_words())
    return backup, backup.manifest


def settle(vault: "Vault", made: Backup) -> None:
    """Put in the log that a backup was made, count the day, and let go of old ones."""
    found = made.manifest
    if found is None:
        raise ValueError("a backup that was just verified has a manifest")
    facts = {"seq": str(found.seq), "kind": found.kind.value, "dossiers": str(found.dossiers)}
    with vault.writing(Deed.BACKED_UP, detail=facts) as (db, _):
        before = days.read(db)
        on = found.made_at.astimezone().date()
        day = rotation.Days(max(before.days.count, found.day), on)
        days.write(db, Count(max(before.number, found.number), day))
    with vault.in_words():
        rotate(place(vault.folder), vault.keys, found.day)


def rotate(backups: Path, keys: Keys, day: int) -> None:
    """Let go of the backups of this vault that had their time. Raises OSError."""
    there = manifest.listed(backups, keys)
    copies = [_copy(backup, keys) for backup in there if not _is_anothers(backup, keys)]
    for name in sorted(rotation.expired(copies, day)):
        remove(backups / name)
    clear(backups)


def unpin(folder: Path, keys: Keys) -> None:
    """The vault opened well after it was brought up to date: its pinned backup ages as others."""
    with in_words(folder):
        for backup in manifest.listed(place(folder), keys):
            if backup.kind is Kind.PINNED and backup.manifest and backup.state not in WRONG:
                plain = msgspec.structs.replace(backup.manifest, kind=Kind.AUTOMATIC)
                manifest.write(backup.path, plain, keys)


def remove(path: Path) -> None:
    """Delete a backup; cut off, it is one no longer all the same. Raises OSError."""
    gone = path.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")
    path.rename(gone)
    header.sync_folder(path.parent)
    shutil.rmtree(gone, ignore_errors=True)


def clear(backups: Path) -> None:
    """Take away what was cut off while it was made or deleted."""
    for path in backups.glob(f"{UNFINISHED}*"):
        shutil.rmtree(path, ignore_errors=True)


def free_name(backups: Path, name: str) -> str:
    """The name, or the first with a number after it that nothing has yet."""
    names = (name, *(f"{name}-{n}" for n in range(2, 10_000)))
    return next(free for free in names if not (backups / free).exists())


@contextlib.contextmanager
def still(path: Path, keys: Keys) -> Iterator[Database]:
    """The database of a backup, to read in."""
    db = engine.connect(path / DATABASE, keys.database(), keys.salt, still=True)
    try:
        engine.guard(db)
        yield db
    finally:
        db.close()


def _named(
    fresh: Path,
    folder: Path,
    keys: Keys,
    kind: Kind,
    now: datetime,
    copied: tuple[str, int],
    before: Count | None,
) -> Backup:
    """Put the rest of a vault beside the copied database, and give the folder its name."""
    for name in (*header.NAMES, TOMBSTONES):
        source = folder / VAULT / name
        if source.exists():
            header.replace_file(fresh / name, source.read_bytes())
    with still(fresh, keys) as db:
        seq, head, schema, dossiers = _facts(db)
        before = before or (days.read(db) if seq else days.NONE)
    count = days.following(before, manifest.listed(place(folder), keys), now.astimezone().date())
    digest, size = copied
    said = Manifest(
        format=manifest.FORMAT,
        vault=keys.vault_id,
        epoch=keys.epoch,
        number=count.number,
        day=count.days.count,
        seq=seq,
        head=head,
        made_at=now,
        program=__version__,
        schema=schema,
        dossiers=dossiers,
        digest=digest,
        size=size,
        kind=kind,
    )
    put_anchor(fresh, keys, audit.Head(seq, head), header.read(fresh).generation, digest)
    manifest.write(fresh, said, keys)
    backups = place(folder)
    named = backups / free_name(backups, manifest.name(seq, now, kind))
    fresh.rename(named)
    header.sync_folder(backups)
    made = manifest.read(named, keys)
    if made is None:
        raise UserError(DAMAGED, name=named.name)
    return made


def put_anchor(path: Path, keys: Keys, head: audit.Head, generation: int, digest: str) -> None:
    """Give the vault in this folder an anchor that fits it, to the byte. Raises OSError."""
    if not head.seq:
        return  # of 0.1, which knew no log
    (path / anchors.NAME).unlink(missing_ok=True)
    anchored = Anchor(path, keys.of("anchor"), 0)
    try:
        anchored.put(head.seq, head.hash, generation, digest)
    finally:
        anchored.close()


@contextlib.contextmanager
def _filling(backups: Path) -> Iterator[Path]:
    """A folder that is nothing yet; it goes again when it was not given a name."""
    backups.mkdir(mode=0o700, exist_ok=True)
    header.sync_folder(backups.parent)
    clear(backups)
    fresh = backups / f"{UNFINISHED}{secrets.token_hex(8)}"
    fresh.mkdir(mode=0o700)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _copied(source: Path, target: Path) -> tuple[str, int]:
    """Copy the database that this process has open: by another one, which may read it."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", copying.__file__, str(source), str(target)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        said = json.loads(done.stdout)
        number = int(said.get("errno", 0))
    except ValueError:
        raise OSError(0, "the copying process ended early") from None
    if done.returncode or "digest" not in said:
        raise OSError(number, os.strerror(number))
    return str(said["digest"]), int(said["size"])


def _facts(db: Database) -> tuple[int, str, int, int]:
    """Of a database: the newest line of its log, its schema, and how many dossiers it holds."""
    schema = int(db.execute("PRAGMA user_version").fetchone()[0])
    head = audit.head(db) if db.table("audit").exists() else audit.Head()
    return head.seq, head.hash, schema, db.table("register").count


def _copy(backup: Backup, keys: Keys) -> Copy:
    found = backup.manifest
    number, day = (found.number, found.day) if found else (0, 0)
    return Copy(backup.name, number, day, _fate(backup, keys))


def _fate(backup: Backup, keys: Keys) -> Fate:
    if backup.manifest and backup.manifest.epoch < keys.epoch:
        return Fate.REVOKED
    if backup.kind is Kind.PINNED:
        return Fate.PINNED
    if backup.kind is Kind.REPLACED:
        return Fate.REPLACED
    return Fate.GOOD if backup.state is State.WHOLE else Fate.DOUBTFUL


def _is_good(backup: Backup) -> bool:
    return backup.state is State.WHOLE and backup.kind is not Kind.REPLACED


def _is_anothers(backup: Backup, keys: Keys) -> bool:
    """Of another vault, as a stick may hold as well."""
    return backup.manifest is not None and backup.manifest.vault != keys.vault_id


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


DAMAGED = mark(
    "The backup {name} is damaged, so it was not used. Nothing else was changed. Choose another "
    "backup, or make a new one."
)
ALTERED = mark(
    "The backup {name} was altered by something other than this program, so it was not used. "
    "Nothing else was changed. Choose another backup."
)
OTHER_KEYS = mark(
    "The backup {name} is of another vault, or from before the keys of this one were renewed. It "
    "opens only with a passphrase of then. Nothing was changed."
)
BUSY = mark(
    "Another program is using the vault right now, so no backup was made. Nothing was changed. "
    "Try again in a moment."
)
WRONG = {State.DAMAGED: DAMAGED, State.ALTERED: ALTERED, State.OTHER_KEYS: OTHER_KEYS}
