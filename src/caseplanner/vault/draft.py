"""What was half-typed when the program locked or died: in one file of fixed size, encrypted.

Its room is taken when the vault opens, so that a full disk cannot refuse it later. It is written
in place, and always whole: its size never tells how much was typed. The file holds the drafts
twice; each time the older copy is written over, so that a write that was cut off leaves the one
before it. A copy that is torn, damaged or of another key counts as no draft.
"""

import contextlib
import os
import secrets
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NAME = "draft"
SIZE = 256 * 1024  # bytes of the file
COPY = SIZE // 2
NONCE, TAG, COUNT = 12, 16, 4
ROOM = COPY - NONCE - TAG - COUNT  # bytes in one copy, for all workers together, compressed
MOST = 60 * 1024  # bytes one worker may keep: some thirty pages
BOUND = b"caseplanner draft 1"


class Record(msgspec.Struct, frozen=True):
    """What one worker left half-typed, in which dossier ("" for none), and at which write."""

    turn: int
    dossier: str
    data: bytes


class Content(msgspec.Struct, frozen=True):
    """`turn` counts the writes: the copy with the highest is the newest."""

    turn: int
    records: dict[str, Record]


class Drafts:
    """The drafts of all workers of a vault, by owner. One program at a time, as the vault itself.

    Where the disk will not do there is no draft, which `keep` says without raising.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        """Take the room on the disk, or find what is there."""
        self._path, self._key = path, AESGCM(key)
        self._open = True
        copies = [copy for copy in self._copies() if copy]
        newest = max(copies, key=lambda copy: copy.turn, default=Content(0, {}))
        self._turn, self._records = newest.turn, newest.records
        if len(copies) < 2:  # a new file, or a damaged one
            self._write(self._records, twice=True)

    def keep(self, owner: str, data: bytes, dossier: str = "") -> bool:
        """Let this be the draft of this worker; b"" is none. True when that is on the disk.

        `data` may have MOST bytes. Where all drafts together have no room, the oldest go.
        """
        rest = {id: record for id, record in self._records.items() if id != owner}
        if not data:
            return self._open and (owner not in self._records or self._write(rest, twice=True))
        mine = {owner: Record(self._turn + 1, dossier, data)}
        while rest and len(self._packed(rest | mine)) > ROOM:
            del rest[min(rest, key=lambda id: rest[id].turn)]
        return self._write(rest | mine)

    def take(self, owner: str) -> bytes:
        """The draft of this worker, b"" for none. It stays until `keep` changes it."""
        found = self._records.get(owner)
        return found.data if found else b""

    def forget_dossier(self, dossier: str) -> bool:
        """Destroy what anybody left half-typed in this dossier. True when the disk holds none."""
        rest = {id: record for id, record in self._records.items() if record.dossier != dossier}
        return self._write(rest, twice=True)

    def take_over(self, old: "Drafts", owners: Collection[str]) -> bool:
        """Keep what these workers left half-typed under other keys. True when the disk has it."""
        kept = {id: record for id, record in old._records.items() if id in owners}
        self._turn = old._turn
        return self._write(kept, twice=True)

    def close(self) -> None:
        """Write nothing any more: another program may open the vault now."""
        self._open = False

    def _copies(self) -> tuple[Content | None, Content | None]:
        held = b""
        with contextlib.suppress(OSError):
            held = self._path.read_bytes()
        return self._read(held[:COPY]), self._read(held[COPY:SIZE])

    def _read(self, copy: bytes) -> Content | None:
        try:
            plain = self._key.decrypt(copy[:NONCE], copy[NONCE:], BOUND)
            length = int.from_bytes(plain[:COUNT])
            packed = zlib.decompress(plain[COUNT : COUNT + length])
            return msgspec.msgpack.decode(packed, type=Content)
        except (InvalidTag, ValueError, zlib.error, msgspec.DecodeError):
            return None

    def _packed(self, records: dict[str, Record]) -> bytes:
        return zlib.compress(msgspec.msgpack.encode(Content(self._turn + 1, records)))

    def _write(self, records: dict[str, Record], *, twice: bool = False) -> bool:
        """Over the older copy, and over the newer as well when nothing of it may be left."""
        packed = self._packed(records)
        if not self._open or len(packed) > ROOM:
            return False
        plain = (len(packed).to_bytes(COUNT) + packed).ljust(COPY - NONCE - TAG, b"\0")
        turn = self._turn + 1
        try:
            with _in_place(self._path) as file:
                for place in (turn % 2, self._turn % 2)[: 2 if twice else 1]:
                    nonce = secrets.token_bytes(NONCE)
                    file.seek(place * COPY)
                    file.write(nonce + self._key.encrypt(nonce, plain, BOUND))
                    file.flush()
                    os.fsync(file.fileno())
        except OSError:
            return False
        self._turn, self._records = turn, records
        return True


@contextlib.contextmanager
def _in_place(path: Path) -> Iterator[BinaryIO]:
    """The file to write in, never made shorter; made when it is not there."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "r+b") as file:
        yield file
