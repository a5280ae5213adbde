"""SQLCipher under sqlite-utils: the connection, its safety settings, and its errors in words."""

import contextlib
import errno
import hashlib
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2 as driver

from caseplanner.errors import Broken, UserError
from caseplanner.words import mark

# Before sqlite_utils is imported, which takes pysqlite3 when it is there: else it would talk to
# the standard library's SQLite, whose exceptions are others and which cannot encrypt.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = driver

import sqlite_utils  # noqa: E402

PLAIN_START = b"SQLite format 3\0"
PAGE = 4096  # bytes
SALT = 16
SETTINGS = (
    "cipher_memory_security = OFF",  # five times slower, and Python holds copies all the same
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",  # nothing readable in temporary files
    "foreign_keys = ON",
    "secure_delete = ON",
    "busy_timeout = 5000",
    "cache_size = -65536",
    "journal_mode = WAL",
    "synchronous = EXTRA",  # NORMAL loses saved work in a power cut
    "wal_autocheckpoint = 500",
    "journal_size_limit = 16777216",
    *(("fullfsync = ON", "checkpoint_fullfsync = ON") if sys.platform == "darwin" else ()),
)


class Database(sqlite_utils.Database):
    """sqlite-utils on SQLCipher, whose transactions take the write lock at once.

    With its own deferred BEGIN a write after a read fails as "locked" without waiting.
    """

    @contextlib.contextmanager
    def atomic(self) -> Generator["Database", None, None]:
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.conn.execute("BEGIN IMMEDIATE")
        try:
            yield self
            self.conn.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise


def check(path: Path) -> None:
    """UserError when this file cannot be a vault's. Only for a file that no connection has open:
    on POSIX closing it here would drop the locks of that connection.
    """
    if path.stat().st_size < PAGE:
        raise Broken(_CUT_SHORT)
    with path.open("rb") as f:
        if f.read(len(PLAIN_START)) == PLAIN_START:
            raise Broken(_PLAIN)


def create(path: Path) -> None:
    """An empty file, readable for the owner only, that a connection can make a database of."""
    open(path, "xb", opener=for_the_owner).close()


def connect(
    path: Path, key: bytes, salt: bytes, read_only: bool = False, still: bool = False
) -> Database:
    """The encrypted database in this file, for this connection alone. Changes nothing.

    It may go from the thread that made it to another, never be used by two at once. Being alone,
    it keeps the index of the write-ahead log in memory: on a full disk there is no room for one.
    `still`: a copy that nobody writes in; nothing is locked, and nothing made beside it.
    """
    mode = "ro&immutable=1" if still else "ro" if read_only else "rw"
    name = f"{path.absolute().as_uri()}?mode={mode}"
    connection = driver.connect(name, uri=True, check_same_thread=False)
    try:
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("SQLCipher is missing: this SQLite would write plain text")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        if not (read_only or still):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return Database(connection)


def for_the_owner(path: str, flags: int) -> int:
    """An opener whose new files nobody else on the computer can read."""
    return os.open(path, flags, 0o600)


def prepare(db: Database) -> None:
    """Make this connection safe to write with; the file goes over to a write-ahead log."""
    for setting in SETTINGS:
        db.execute(f"PRAGMA {setting}").fetchone()


def guard(db: Database) -> None:
    """Make this connection safe to read with, on a disk that takes nothing."""
    for setting in ("trusted_schema = OFF", "temp_store = MEMORY", "query_only = ON"):
        db.execute(f"PRAGMA {setting}").fetchone()


def close(db: Database) -> None:
    """Leave one file behind: everything in case.db, no -wal and no -shm.

    Where the disk will not have that, what was saved stays in the -wal and moves at the next
    opening.
    """
    with contextlib.suppress(driver.DatabaseError, MemoryError):  # as a damaged page shows
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def is_one_file(path: Path) -> bool:
    """Nothing of this database lies in a write-ahead log or a journal beside it."""
    return not any(path.with_name(path.name + tail).exists() for tail in ("-wal", "-journal"))


def damaged_pages(path: Path, key: bytes, salt: bytes) -> int:
    """How many pages of this database are not as they were written. Reads the whole file.

    It must have no write-ahead log with pages of its own: to this check they look wrong.
    """
    db = connect(path, key, salt)
    try:
        return len(db.execute("PRAGMA cipher_integrity_check").fetchall())
    finally:
        db.close()


def digest(path: Path) -> str:
    """SHA-256 of a database that no connection of this program has open.

    Without its first 16 bytes: the salt, which is kept in the key file and read from there.
    """
    with path.open("rb") as file:
        file.seek(SALT)
        return hashlib.file_digest(file, "sha256").hexdigest()


_PLAIN = mark(
    "The file case.db of this vault is not encrypted, so it is not ours. It was not opened and "
    "nothing was changed. Put back a backup."
)
_CUT_SHORT = mark(
    "The file case.db of the vault is cut short; perhaps it was copied only in part. It stays "
    "closed and nothing was changed. Copy the whole folder again, or put back a backup."
)
DAMAGED = mark(
    "Part of the vault is damaged or missing, or case.db belongs to another vault. Nothing new was "
    "saved; what was saved before was not touched. Put back a backup, or save what can still be "
    "read."
)
FULL = mark(
    "The disk is full. This was not saved; everything before it is safe. Make room on the disk "
    "and try again."
)
DISK = mark(
    "The disk could not be read or written; it may be full or disconnected. This was not saved; "
    "everything before it is safe. Check the disk and try again."
)
_BUSY = mark(
    "Another program is using the vault right now. This was not saved; everything before it is "
    "safe. Try again in a moment."
)
READ_ONLY = mark(
    "The program may not write in {folder}. Nothing was saved or changed. Ask for permission to "
    "write there, or choose another folder."
)
_IN_THE_WAY = mark(
    "Something else is in the way in {folder}. Nothing was changed. Choose another folder."
)
_NO_SIGN = mark(
    "This text holds a sign that cannot be kept. It was not saved; everything before it is safe. "
    "Type the text again."
)
_BY_SQLITE_CODE = {
    5: _BUSY,  # SQLITE_BUSY
    6: _BUSY,  # SQLITE_LOCKED
    8: READ_ONLY,  # SQLITE_READONLY
    10: DISK,  # SQLITE_IOERR; also what a full disk says when a vault opens
    11: DAMAGED,  # SQLITE_CORRUPT
    13: FULL,  # SQLITEFULL
    14: DISK,  # SQLITE_CANTOPEN
    26: DAMAGED,  # SQLITE_NOTADB: the key is right by then, so the page is not
}
_BY_ERRNO = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.ENOTEMPTY: _IN_THE_WAY,
}


def sentence(error: Exception) -> str | None:
    """What this error of the engine means for a person; None for a fault of ours."""
    return _BY_SQLITE_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


@contextlib.contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Say what can go wrong with a disk or a file in a sentence; other errors are faults of ours.

    The engine's own texts can hold values, so they stay out of the chain of causes.
    """
    try:
        yield
    except driver.Error as error:
        known = sentence(error)
        if known is None:
            raise
        kind = Broken if known == DAMAGED else UserError
        raise kind(known, folder=folder) from None
    except OSError as error:
        raise UserError(_BY_ERRNO.get(error.errno or 0, DISK), folder=folder) from None
    except UnicodeEncodeError:  # half a surrogate pair, from a keyboard or a broken file
        raise UserError(_NO_SIGN) from None
