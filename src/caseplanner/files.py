"""Writing a file whole or not at all, so that a full disk never leaves half of one; and reading."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

PIECE = 1 << 20  # bytes read at once


def read(path: Path, most: int, tell: Callable[[float], None]) -> bytes:
    """What is in a file, but never more than one byte over `most`; some never end.

    `tell` hears how far it is, from 0 to 1, and stops it by raising. OSError as the disk gave it.
    """
    held = bytearray()
    with path.open("rb") as file:
        size = min(max(os.fstat(file.fileno()).st_size, 1), most)
        while len(held) <= most and (piece := file.read(min(PIECE, most + 1 - len(held)))):
            held += piece
            tell(min(len(held) / size, 1))
    return bytes(held)


def write(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`: all of it, on disk, or nothing changed.

    Raises OSError as the disk gave it; what stood there before then still stands.
    """
    handle, name = tempfile.mkstemp(prefix=".caseplanner-", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def write_secret(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path` and nowhere else, for its owner's eyes only.

    Not by way of another file, of which a copy might stay that nobody knows of. OSError as the disk
    gave it; then there is no such file.
    """
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600
    )
    try:
        with os.fdopen(handle, "wb") as file:
            if os.name == "posix":
                os.fchmod(file.fileno(), 0o600)  # the file may have been there before
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
