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
