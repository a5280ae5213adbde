"""Where the parts of a vault lie in the data folder, and who may touch them: one program at a time.

vault/       header.json (twice), case.db, anchor, tombstones, draft
backups/     older copies of these, a folder each
vault.new/   a vault being made; put in place by renames (swap)
vault.lock   held while a program has the vault open
"""

import contextlib
import os
import shutil
import sys
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from caseplanner.errors import Broken, UserError
from caseplanner.vault import header
from caseplanner.vault.engine import in_words
from caseplanner.words import mark

VAULT = "vault"
NEW = "vault.new"
GONE = "vault.gone"
READY = "ready"  # in NEW: whole, and waiting to be put in place
BACKUPS = "backups"
DATABASE = "case.db"
TOMBSTONES = "tombstones"
MEGABYTE = 1024 * 1024
LOCK = "vault.lock"
REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "afpfs"}
    | {"webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse"}
)


def exists(folder: Path) -> bool:
    """There is a vault here, whole, damaged, or halfway put in its place."""
    with in_words(folder):
        parts = [folder / VAULT / name for name in (*header.NAMES, DATABASE)]
        return any(part.exists() for part in (*parts, folder / NEW / READY))


def check_whole(folder: Path) -> None:
    """UserError where there is no vault, or one without its database."""
    if not exists(folder):
        raise Broken(mark("There is no vault in {folder}."), folder=folder)
    if not (folder / VAULT / DATABASE).exists():
        raise Broken(
            mark(
                "The file case.db of the vault is not here; the folder was copied only in part. "
                "Nothing was changed. Copy the whole folder again, or put back a backup."
            )
        )


def check_drive(folder: Path) -> None:
    """UserError where the folder lies on another computer: locks and power cuts differ there."""
    if _is_remote(folder):
        raise UserError(
            mark(
                "The folder {folder} is on a network drive. There a vault gets damaged, so it "
                "stays closed and nothing was changed. Copy the folder to this laptop."
            ),
            folder=folder,
        )


def check_room(folder: Path, needed: int) -> None:
    """UserError where the disk has fewer free bytes than that."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise UserError(
            mark(
                "The disk has too little room: {needed} MB are needed and {free} MB are free. "
                "Nothing was changed. Make room on the disk and try again."
            ),
            needed=needed // MEGABYTE + 1,
            free=free // MEGABYTE,
        )


def lock(folder: Path) -> BaseFileLock:
    """The lock of the data folder, held; it goes when released and when the program dies."""
    held = FileLock(
        folder / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
    )
    try:
        held.acquire()
    except Timeout:
        raise UserError(
            mark(
                "The vault is already open in another window or program on this computer. "
                "Close it there first."
            )
        ) from None
    return held


def may_write(folder: Path) -> bool:
    """Whether the vault can be changed here: not on a read-only disk, nor without the right to."""
    parts = (folder, folder / VAULT, folder / VAULT / DATABASE)
    return all(os.access(part, os.W_OK) for part in parts)


def _is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        root = Path(folder.resolve().anchor)
        return bool(ctypes.windll.kernel32.GetDriveTypeW(str(root)) == 4)  # DRIVE_REMOTE
    return _file_system(folder) in REMOTE


def _file_system(folder: Path) -> str:
    """The kind of file system that holds this folder, as Linux tells it; "" elsewhere."""
    real = os.path.realpath(folder)
    best, kind = "", ""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/mountinfo").read_text("utf-8").splitlines():
            before, _, after = line.partition(" - ")
            place = before.split()[4].encode().decode("unicode_escape")
            inside = real == place or real.startswith(place.rstrip("/") + "/")
            if inside and len(place) >= len(best):
                best, kind = place, after.split()[0]
    return kind
