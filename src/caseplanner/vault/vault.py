"""The vault on the disk: made, unlocked, opened by one program at a time, and closed.

In the data folder: `vault/` with header.json (twice) and case.db, and the file vault.lock. A new
vault is made beside it and put in place by one rename, so it is there whole or not at all.
"""

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from caseplanner.errors import UserError
from caseplanner.vault import engine, header, keys, seals
from caseplanner.vault.engine import Database, in_words
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Cost, Keys
from caseplanner.vault.migrations import SCHEMA, migrations
from caseplanner.words import mark

VAULT = "vault"
NEW = "vault.new"
DATABASE = "case.db"
LOCK = "vault.lock"


class Vault:
    """An open vault: its database, for the thread that opened it, and its lock."""

    def __init__(self, folder: Path, keys: Keys, db: Database, lock: BaseFileLock) -> None:
        self.folder = folder
        self.worker = keys.worker
        self.db = db
        self._keys = keys
        self._lock = lock

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
                damaged, self.db = self.db, _connect(self.folder, self._keys)
                damaged.close()
            raise

    def close(self) -> None:
        """Put everything in one file and let another program in."""
        try:
            engine.close(self.db)
        finally:
            self._lock.release()


def exists(folder: Path) -> bool:
    """There is a vault here, whole or damaged."""
    with in_words(folder):
        return any((folder / VAULT / name).exists() for name in (*header.NAMES, DATABASE))


def create(folder: Path, passphrase: str, worker: str, cost: Cost | None = None) -> Keys:
    """Make a new, empty vault with one slot, for `worker`. Takes as long as `cost` (keys.COST).

    UserError when there is a vault already, or the folder cannot be made or written. Killed at
    any moment, it leaves no vault or a whole one.
    """
    if not passphrase:
        raise UserError(mark("Choose a passphrase first."))
    if len(worker) > keys.LONGEST_NAME:
        raise UserError(
            mark("This name is too long for the vault; use at most {most} characters."),
            most=keys.LONGEST_NAME,
        )
    with in_words(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.ExitStack() as undo:
            undo.callback(_lock(folder).release)
            if exists(folder):
                raise UserError(
                    mark("There is already a vault in this folder. Nothing was changed.")
                )
            new = folder / NEW
            shutil.rmtree(new, ignore_errors=True)  # of a creation cut off: nobody had its keys
            undo.callback(shutil.rmtree, new, ignore_errors=True)
            made = _fill(new, passphrase, worker, cost or keys.COST)
            new.rename(folder / VAULT)
            header.sync_folder(folder)
            return made


def _fill(new: Path, passphrase: str, worker: str, cost: Cost) -> Keys:
    """A whole new vault in the folder `new`, closed and on the disk."""
    new.mkdir(mode=0o700)
    vault_id, master = secrets.token_hex(16), secrets.token_bytes(keys.KEY)
    slot = keys.make_slot(vault_id, worker, passphrase, master, cost, datetime.now(UTC))
    made = Keys(vault_id, slot.id, worker, master, secrets.token_bytes(keys.SALT))
    head = Header(header.FORMAT, vault_id, 1, made.epoch, made.salt, (slot,))
    header.write(new, head, made.header())
    engine.create(new / DATABASE)
    db = engine.connect(new / DATABASE, made.database(), made.salt)
    try:
        engine.prepare(db)
        migrations.apply(db)
        seals.make(db, vault_id)
    finally:
        engine.close(db)
    header.sync_folder(new)
    return made


def unlock(folder: Path, passphrase: str) -> Keys:
    """The keys for who knows a passphrase of this vault; UserError in all other cases.

    Tries each slot, so it takes as long as their costs together. Opens no database, writes
    nothing, and may run in any thread.
    """
    with in_words(folder):
        _check_whole(folder)
        head = header.read(folder / VAULT)
        for slot in head.slots:
            master = keys.open_slot(head.vault, slot, passphrase)
            if master is not None:
                found = Keys(head.vault, slot.id, slot.name, master, head.salt, head.epoch)
                header.check(head, found.header())
                return found
    raise UserError(
        mark("This passphrase does not fit. Nothing was changed. Check Caps Lock and try again.")
    )


def open_vault(folder: Path, keys: Keys) -> Vault:
    """Open the vault for this program alone, bringing its tables up to date.

    The Vault belongs to the calling thread. UserError when another program has it open, it was
    made by a newer version, is damaged, or the disk will not do.
    """
    with contextlib.ExitStack() as undo, in_words(folder):
        _check_whole(folder)
        lock = _lock(folder)
        undo.callback(lock.release)
        header.heal(folder / VAULT, keys.header())
        engine.check(folder / VAULT / DATABASE)
        db = _connect(folder, keys)
        undo.callback(engine.close, db)
        migrations.apply(db)
        undo.pop_all()
        return Vault(folder, keys, db, lock)


def _connect(folder: Path, keys: Keys) -> Database:
    """A connection that is safe to write with, or a UserError for a vault of a newer version."""
    db = engine.connect(folder / VAULT / DATABASE, keys.database(), keys.salt)
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] > SCHEMA:
            raise UserError(header.newer_words())
        engine.prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _check_whole(folder: Path) -> None:
    if not exists(folder):
        raise UserError(mark("There is no vault in {folder}."), folder=folder)
    if not (folder / VAULT / DATABASE).exists():
        raise UserError(
            mark(
                "The file case.db of the vault is not here; the folder was copied only in part. "
                "Nothing was changed. Copy the whole folder again."
            )
        )


def _lock(folder: Path) -> BaseFileLock:
    """The lock of the data folder, held; it goes when released and when the program dies."""
    lock = FileLock(
        folder / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
    )
    try:
        lock.acquire()
    except Timeout:
        raise UserError(
            mark(
                "The vault is already open in another window or program on this computer. "
                "Close it there first."
            )
        ) from None
    return lock
