"""How far the database must be: a small file beside it that no older copy of case.db can meet.

SQLCipher knows of each page that it is ours, not that it is the newest. After every commit the
anchor takes the number and hash of the audit line that commit wrote; at closing also the SHA-256
of the whole file. A database that is behind the anchor was put back, or lost its last pages.

The file is made once, 8 KiB, and then only written in place, so a full disk cannot refuse it. Two
records take turns, each with a MAC of its own: when the power goes during one, the other stands.
"""

import hmac
import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from caseplanner.vault.engine import for_the_owner

NAME = "anchor"
ROOM = 4096  # bytes a record has; a disk writes that much at once or leaves the other record alone
RECORDS = 2


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seq` and `head`: the newest line of the audit log; `generation`: of the key file.

    `digest` is that of case.db once it is closed, "" while a program may be writing in it.
    """

    turn: int
    seq: int
    head: str
    generation: int
    digest: str = ""


class _Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mark: Mark
    mac: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the file holds. `mark` None and not `damaged`: there is no such file."""

    mark: Mark | None
    damaged: bool = False

    @property
    def turn(self) -> int:
        return self.mark.turn if self.mark else 0


def read(folder: Path, key: bytes) -> Found:
    """The newest record with a right MAC. Raises OSError as the disk gave it."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return Found(None)
    records = [data[place : place + ROOM] for place in range(0, RECORDS * ROOM, ROOM)]
    marks = [mark for record in records if (mark := _decode(record, key))]
    newest = max(marks, key=lambda mark: mark.turn, default=None)
    return Found(newest, damaged=newest is None)


class Anchor:
    """The file, open for writing in place, until `close`. Not the database: that one is never
    opened a second time by the process that holds it.
    """

    def __init__(self, folder: Path, key: bytes, turn: int) -> None:
        """Open the file of this vault; make it where it is missing. Raises OSError."""
        self._key, self._turn = key, turn
        path = folder / NAME
        if not path.exists() or path.stat().st_size != RECORDS * ROOM:
            _make(path)
        self._handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))

    def put(self, seq: int, head: str, generation: int, digest: str = "") -> None:
        """Write the next record and wait until it is on the disk. Raises OSError."""
        mark = Mark(self._turn + 1, seq, head, generation, digest)
        record = encode(mark, self._key)
        os.lseek(self._handle, mark.turn % RECORDS * ROOM, os.SEEK_SET)
        os.write(self._handle, record)
        os.fsync(self._handle)
        self._turn = mark.turn

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)


def encode(mark: Mark, key: bytes) -> bytes:
    mac = hmac.digest(key, msgspec.json.encode(mark), "sha256").hex()
    return msgspec.json.encode(_Signed(mark, mac)).ljust(ROOM, b" ")


def _decode(record: bytes, key: bytes) -> Mark | None:
    try:
        signed = msgspec.json.decode(record, type=_Signed)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return signed.mark if hmac.compare_digest(encode(signed.mark, key), record) else None


def _make(path: Path) -> None:
    """An empty file of the full size; whole or not at all."""
    fresh = path.with_name(f"{NAME}.new")
    with open(fresh, "wb", opener=for_the_owner) as file:
        file.write(b" " * (RECORDS * ROOM))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
