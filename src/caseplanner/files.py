"""Writing a file whole or not at all, so that a full disk never leaves half of one."""

import os
import tempfile
from pathlib import Path


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
