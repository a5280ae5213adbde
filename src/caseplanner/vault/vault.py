"""The vault on the disk: made, unlocked, opened by one program at a time, written, and closed."""

import contextlib
import secrets
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from filelock import BaseFileLock

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import Broken, Doubt, UserError
from caseplanner.vault import anchor as anchors
from caseplanner.vault import (
    audit,
    doubts,
    engine,
    header,
    keys,
    people,
    places,
    retention,
    seals,
    swap,
    upgrade,
)
from caseplanner.vault.anchor import Anchor
from caseplanner.vault.audit import Head
from caseplanner.vault.engine import Database, in_words
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Cost, Keys
from caseplanner.vault.migrations import SCHEMA, migrations
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import DATABASE, VAULT
from caseplanner.vault.progress import Tell
from caseplanner.vault.unlocking import recover as recover
from caseplanner.vault.unlocking import unlock as unlock
from caseplanner.words import mark

exists = places.exists


class Vault:
    """An open vault: its database, for one thread at a time, and its lock.

    `notes` are things to tell the person that do not keep the vault closed.
    """

    def __init__(
        self,
        folder: Path,
        keys: Keys,
        db: Database,
        lock: BaseFileLock | None,
        anchor: Anchor | None,
        generation: int,
    ) -> None:
        self.folder, self.keys, self.db, self.generation = folder, keys, db, generation
        self.staff = people.staff(db, keys.owner)
        self.notes: tuple[str, ...] = ()
        self._lock, self._anchor = lock, anchor
        self._closed = False

    @property
    def is_read_only(self) -> bool:
        """The disk takes nothing: all can be read, nothing can be changed."""
        return bool(self.db.execute("PRAGMA query_only").fetchone()[0])

    @contextlib.contextmanager
    def in_words(self) -> Iterator[None]:
        """Work with `db`; what goes wrong with the disk is said in words.

        SQLCipher refuses everything on a connection that met a damaged page, so this takes a
        fresh one: what is not damaged stays within reach.
        """
        try:
            with in_words(self.folder):
                yield
        except UserError as problem:
            if problem.message == engine.DAMAGED:
                self.db.close()
                self.db = self._reconnect()
            raise

    @contextlib.contextmanager
    def writing(
        self,
        deed: Deed,
        dossier: str = "",
        detail: Mapping[str, str] | None = None,
        at: datetime | None = None,
    ) -> Iterator[tuple[Database, dict[str, str]]]:
        """One transaction and its line in the audit log: all of it or nothing.

        On the disk, and anchored, when this returns. What is put in the second value stands in
        the line; never text of a dossier. UserError when the disk will not do.
        """
        told = dict(detail or {})
        with self.in_words():
            with self.db.atomic() as db:
                yield db, told
                head = audit.add(db, self.staff, deed, at or datetime.now(UTC), dossier, told)
            self._put_anchor(head)

    def note(self, deed: Deed, dossier: str = "", **detail: str) -> None:
        """A line in the audit log about what changes nothing in the database."""
        with self.writing(deed, dossier, detail):
            return

    def note_seen(self, dossier: str) -> None:
        """A line about a dossier that is opened; on a full disk it can be read without one."""
        try:
            self.note(Deed.OPENED, dossier)
        except UserError as problem:
            if problem.message not in (engine.FULL, engine.DISK):
                raise

    def close(self) -> None:
        """Put everything in one file, anchor it to the byte, and let another program in.

        A second time does nothing.
        """
        if self._closed:
            return
        self._closed = True
        path = self.folder / VAULT / DATABASE
        head = None
        try:
            with contextlib.suppress(driver.DatabaseError, MemoryError):
                head = audit.head(self.db)
            engine.close(self.db)
            if head and engine.is_one_file(path):
                with contextlib.suppress(OSError):
                    self._put_anchor(head, engine.digest(path))
        finally:
            if self._anchor:
                self._anchor.close()
            if self._lock:
                self._lock.release()

    def _reconnect(self) -> Database:
        path = self.folder / VAULT / DATABASE
        db = engine.connect(path, self.keys.database(), self.keys.salt)
        engine.prepare(db)
        return db

    def _put_anchor(self, head: Head, digest: str = "") -> None:
        """Remember beside the database how far it is.

        What was committed is on the disk already; that this failed only makes a later loss of it
        harder to notice, so it is no reason to say that nothing was saved.
        """
        if self._anchor:
            with contextlib.suppress(OSError):
                self._anchor.put(head.seq, head.hash, self.generation, digest)


def create(folder: Path, passphrase: str, worker: str, cost: Cost | None = None) -> Keys:
    """Make a new, empty vault with one slot, for `worker`, who also manages it.

    Takes as long as `cost` (by default as calibrated here). UserError when there is a vault
    already, or the folder cannot be made or written. Killed at any moment, it leaves no vault or a
    whole one.
    """
    people.check(worker, passphrase)
    with in_words(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        places.check_drive(folder)
        with contextlib.ExitStack() as undo:
            undo.callback(places.lock(folder).release)
            swap.finish(folder)
            if exists(folder):
                raise UserError(
                    mark("There is already a vault in this folder. Nothing was changed.")
                )
            new = swap.begin(folder)
            undo.callback(shutil.rmtree, new, ignore_errors=True)
            made = _fill(new, passphrase, worker, cost or keys.calibrate())
            new.rename(folder / VAULT)
            header.sync_folder(folder)
            return made


def _fill(new: Path, passphrase: str, worker: str, cost: Cost) -> Keys:
    """A whole new vault in the folder `new`, closed and on the disk."""
    now = datetime.now(UTC)
    vault_id, master = secrets.token_hex(16), secrets.token_bytes(keys.KEY)
    first = Staff(worker, StaffRole.WORKER, manages=True, id=secrets.token_hex(8))
    slot = keys.make_slot(vault_id, first.id, passphrase, master, cost, now)
    made = Keys(vault_id, first.id, master, secrets.token_bytes(keys.SALT))
    head = Header(header.FORMAT, vault_id, 1, made.epoch, made.salt, (slot,))
    header.write(new, header.sealed(head, made.of("header")))
    engine.create(new / DATABASE)
    db = engine.connect(new / DATABASE, made.database(), made.salt)
    try:
        engine.prepare(db)
        migrations.apply(db)
        seals.make(db, vault_id)
        with db.atomic():
            retention.make_key(db)
            people.put(db, first, now)
            newest = audit.add(db, first, Deed.VAULT_MADE, now)
    finally:
        engine.close(db)
    anchored = Anchor(new, made.of("anchor"), 0)
    try:
        anchored.put(newest.seq, newest.hash, 1, engine.digest(new / DATABASE))
    finally:
        anchored.close()
    header.sync_folder(new)
    return made


def open_vault(
    folder: Path, keys: Keys, accept: bool = False, tell: Tell = upgrade.silent
) -> Vault:
    """Open the vault for this program alone, bringing its tables up to date.

    `tell` hears how far that is. UserError when another program has it open, it was made by a
    newer version, is damaged, or the disk will not do. Doubt when it is not what it was when it
    was last closed; `accept` goes on all the same, and the log says so.
    """
    with contextlib.ExitStack() as undo, in_words(folder):
        places.check_whole(folder)
        places.check_drive(folder)
        read_only = not places.may_write(folder)
        lock = None if read_only else places.lock(folder)
        if lock:
            undo.callback(lock.release)
        old = isinstance(_key_file(folder, keys, read_only), OldHeader)
        engine.check(folder / VAULT / DATABASE)
        found = anchors.read(folder / VAULT, keys.of("anchor"))
        doubt = doubts.of_the_file(folder, found, keys)
        version = _check_version(folder, keys)
        if not old:
            doubt = doubt or doubts.of_the_anchor(found)
        if doubt and not accept:
            raise doubt
        anchor = None
        if not read_only:
            upgrade.prepare(folder, keys, version, tell)
            anchor = Anchor(folder / VAULT, keys.of("anchor"), found.turn)
            undo.callback(anchor.close)
            if found.mark:  # before the first write: from here on the file may differ
                anchor.put(found.mark.seq, found.mark.head, found.mark.generation)
        db, notes = _database(folder, keys, read_only, tell)
        undo.callback(engine.close, db)
        if old and anchor:
            upgrade.first_member(db, keys)
            head = audit.head(db)
            anchor.put(head.seq, head.hash, 0)
            header.write(folder / VAULT, keys.renewed)  # last: until here it begins anew
        generation = _key_file(folder, keys, read_only).generation
        if not old:
            doubt = doubt or doubts.of_the_log(db, found, generation)
            if doubt and not accept:
                raise doubt
            notes += doubts.of_the_clock(db, datetime.now(UTC))
        opened = Vault(folder, keys, db, lock, anchor, generation)
        opened.notes = notes + _tell_the_log(opened, doubt)
        upgrade.settle(folder, keys, version)
        retention.settle(opened)
        undo.pop_all()
        return opened


def _key_file(folder: Path, keys: Keys, read_only: bool) -> Header | OldHeader:
    """The key file: ours, and where it is of today, whole twice."""
    if not read_only:
        swap.finish(folder)
    head = header.read(folder / VAULT)
    if isinstance(head, OldHeader):
        if read_only:  # nothing in it could be brought up to date
            raise UserError(engine.READ_ONLY, folder=folder)
        return head
    if read_only:
        header.check(head, keys.of("header"))
        return head
    return header.heal(folder / VAULT, keys.of("header"))


def _check_version(folder: Path, keys: Keys) -> int:
    """The schema; UserError for a vault of a newer version, and for one that cannot be read."""
    db = engine.connect(folder / VAULT / DATABASE, keys.database(), keys.salt)
    try:
        version: int = db.execute("PRAGMA user_version").fetchone()[0]
    finally:
        db.close()
    if version > SCHEMA:
        raise Broken(header.newer_words())
    return version


def _database(
    folder: Path, keys: Keys, read_only: bool, tell: Tell
) -> tuple[Database, tuple[str, ...]]:
    """The database, ready to work with, and what must be said about that."""
    path = folder / VAULT / DATABASE
    if not read_only:
        db = engine.connect(path, keys.database(), keys.salt)
        try:
            engine.prepare(db)
            upgrade.apply(db, tell)
            return db, ()
        except driver.OperationalError as error:
            db.close()
            is_old = _check_version(folder, keys) < SCHEMA
            if is_old or engine.sentence(error) not in (engine.FULL, engine.DISK):
                raise
        except BaseException:
            db.close()
            raise
    db = engine.connect(path, keys.database(), keys.salt, read_only)
    engine.guard(db)
    return db, (READ_ONLY if read_only else FULL,)


def _tell_the_log(opened: Vault, doubt: Doubt | None) -> tuple[str, ...]:
    """Write down who came in; what must be said when the disk does not take even that."""
    if opened.is_read_only:
        return ()
    try:
        if doubt:
            opened.note(Deed.WENT_ON, why=doubt.why)
        opened.note(Deed.RECOVERED if opened.keys.by_sheet else Deed.UNLOCKED)
    except UserError as problem:
        return (problem.message,)
    return ()


FULL = mark(
    "The disk is full. You can read everything, but nothing new can be saved. Make room on the "
    "disk, lock, and unlock again."
)
READ_ONLY = mark(
    "Nothing may be written in the folder of the vault. You can read everything, but nothing new "
    "can be saved."
)
