"""Putting a whole new vault in the place of the old one, so that at any moment one is there.

The new one is made beside it, as `vault.new`, and marked ready when all of it is on the disk. Two
renames then follow; a program that finds only the first done does the second. What was there
becomes a backup, or goes when nobody may open it any more.
"""

import shutil
from pathlib import Path

from caseplanner.vault.header import replace_file, sync_folder
from caseplanner.vault.places import BACKUPS, GONE, NEW, READY, VAULT


def begin(folder: Path) -> Path:
    """An empty folder to make the new vault in. Raises OSError as the disk gave it."""
    new = folder / NEW
    shutil.rmtree(new, ignore_errors=True)  # of an earlier one that was cut off
    new.mkdir(mode=0o700)
    return new


def put_in_place(folder: Path, keep_as: str) -> None:
    """Let `vault.new` be the vault. What was there is kept as backups/`keep_as`; "": it goes.

    No program may have the vault open. Killed at any moment, the old or the new one is there
    once `finish` has run.
    """
    new, vault = folder / NEW, folder / VAULT
    replace_file(new / READY, b"")
    sync_folder(folder)
    if vault.exists():
        if keep_as:
            (folder / BACKUPS).mkdir(mode=0o700, exist_ok=True)
            vault.rename(folder / BACKUPS / keep_as)
            sync_folder(folder / BACKUPS)
        else:
            shutil.rmtree(folder / GONE, ignore_errors=True)
            vault.rename(folder / GONE)
        sync_folder(folder)
    finish(folder)


def is_unfinished(folder: Path) -> bool:
    return (folder / NEW).exists() or (folder / GONE).exists()


def finish(folder: Path) -> None:
    """End a swap that was cut off; the lock must be held. Raises OSError."""
    new, vault = folder / NEW, folder / VAULT
    if not vault.exists() and (new / READY).exists():
        new.rename(vault)
        sync_folder(folder)
    if vault.exists():
        (vault / READY).unlink(missing_ok=True)
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(folder / GONE, ignore_errors=True)
