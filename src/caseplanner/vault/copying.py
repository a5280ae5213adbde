"""Copying a database that another process has open: a program of its own, run by `backups`.

On POSIX a process that opens and closes a file loses all its locks on it, so the process that has
the vault open must never read case.db in any other way than through SQLite. This one may. It needs
the standard library only, so that it starts at once.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

CHUNK = 1024 * 1024
SALT = 16  # bytes at the start that are no part of the digest, as in engine.digest


def copy(source: str, target: str) -> tuple[str, int]:
    """Copy to a new file and wait until it is on the disk: its digest and its size."""
    digest, size = hashlib.sha256(), 0
    handle = os.open(
        target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
    )
    with Path(source).open("rb") as old, os.fdopen(handle, "wb") as new:
        while data := old.read(CHUNK):
            new.write(data)
            digest.update(data if size else data[SALT:])
            size += len(data)
        new.flush()
        os.fsync(new.fileno())
    return digest.hexdigest(), size


def main(source: str, target: str) -> int:
    """Say on stdout what was copied, or the number of the error of the disk."""
    try:
        digest, size = copy(source, target)
    except OSError as error:
        sys.stdout.write(json.dumps({"errno": error.errno or 0}))
        return 1
    sys.stdout.write(json.dumps({"digest": digest, "size": size}))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
