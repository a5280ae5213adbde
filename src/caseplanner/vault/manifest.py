"""What a backup says of itself: a small file in its folder, and the list of all that are there.

    backups/b-<number of the newest audit line>-<UTC>/
        case.db  header.json  header.json.1  anchor  tombstones  manifest.json

Such a folder is a whole vault: put in the place of `vault` it opens. The manifest carries a sum
without a key, so that damage is told from a manifest that somebody else wrote (its MAC is wrong).
"""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from caseplanner.vault.header import replace_file
from caseplanner.vault.keys import Keys
from caseplanner.vault.places import DATABASE

MANIFEST = "manifest.json"
UNFINISHED = "new-"  # begins the name of a folder that is being filled
FORMAT = 1
MOST_BYTES = 64 * 1024
_NAME = re.compile(r"b-(\d{10,})-(\d{8}T\d{6}Z)")
_STAMP = "%Y%m%dT%H%M%SZ"


class Kind(StrEnum):
    """Why it was made: by itself, by hand, before a migration, or as what a restore replaced."""

    AUTOMATIC = "automatic"
    ASKED = "asked"
    PINNED = "pinned"
    REPLACED = "replaced"


class State(StrEnum):
    """What can be told of a backup without reading all of it."""

    WHOLE = "whole"
    UNVERIFIED = "unverified"  # nobody has read it again since it was written
    DAMAGED = "damaged"
    ALTERED = "altered"  # its manifest was written by something else than this program
    OTHER_KEYS = "other_keys"  # of another vault, or from before a re-key


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seq` and `head`: the newest line of the audit log in it; `number` and `day`: see rotation.

    `digest` and `size` are those of case.db. `broken`: the first line of its audit log that does
    not follow from the one before, 0 when all do.
    """

    format: int
    vault: str
    epoch: int
    number: int
    day: int
    seq: int
    head: str
    made_at: datetime
    program: str
    schema: int
    dossiers: int | None  # None where nobody looked
    digest: str
    size: int
    kind: Kind
    verified: bool = False
    broken: int = 0
    mac: bytes = b""
    sum: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """A folder with a backup. `manifest` is None when it can no longer be read."""

    path: Path
    state: State
    seq: int
    made_at: datetime
    size: int
    manifest: Manifest | None

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def kind(self) -> Kind | None:
        return self.manifest.kind if self.manifest else None

    @property
    def dossiers(self) -> int | None:
        return self.manifest.dossiers if self.manifest else None


def name(seq: int, made_at: datetime, kind: Kind) -> str:
    """The name of its folder; the number comes first, since clocks can be wrong."""
    tail = f"-{kind}" if kind is Kind.REPLACED else ""
    return f"b-{seq:010}-{made_at.astimezone(UTC).strftime(_STAMP)}{tail}"


def write(path: Path, manifest: Manifest, keys: Keys) -> Manifest:
    """Put the manifest in the folder of its backup. Raises OSError as the disk gave it."""
    signed = msgspec.structs.replace(manifest, mac=_mac(manifest, keys))
    whole = msgspec.structs.replace(signed, sum=_sum(signed))
    replace_file(path / MANIFEST, _encode(whole))
    return whole


def read(path: Path, keys: Keys | None = None) -> Backup | None:
    """The backup in this folder; None when it is none. Without keys nobody tells who wrote it."""
    match = _NAME.match(path.name)
    if match is None or not path.is_dir():
        return None
    manifest = _decode(path / MANIFEST)
    size = _size(path / DATABASE)
    made_at = manifest.made_at if manifest else _time(match[2])
    return Backup(path, _state(manifest, size, keys), int(match[1]), made_at, size, manifest)


def listed(place: Path, keys: Keys | None = None) -> tuple[Backup, ...]:
    """The backups in this folder, newest first; those that can no longer be read come last.

    Raises OSError when the folder cannot be read.
    """
    if not place.is_dir():
        return ()
    found = [backup for path in place.iterdir() if (backup := read(path, keys))]
    return tuple(sorted(found, key=order, reverse=True))


def order(backup: Backup) -> tuple[int, int, str]:
    """By number, which no clock moves; then by how far the log in it is."""
    return (backup.manifest.number if backup.manifest else 0, backup.seq, backup.name)


def _state(manifest: Manifest | None, size: int, keys: Keys | None) -> State:
    if manifest is None or size != manifest.size:
        return State.DAMAGED
    if keys and (manifest.vault, manifest.epoch) != (keys.vault_id, keys.epoch):
        return State.OTHER_KEYS
    if keys and not hmac.compare_digest(manifest.mac, _mac(manifest, keys)):
        return State.ALTERED
    return State.WHOLE if manifest.verified else State.UNVERIFIED


def _decode(path: Path) -> Manifest | None:
    """None unless these are exactly the bytes that we would write."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
        manifest = msgspec.json.decode(data, type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    same = _encode(manifest) == data and manifest.sum == _sum(manifest)
    return manifest if same and manifest.format == FORMAT else None


def _encode(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def _mac(manifest: Manifest, keys: Keys) -> bytes:
    bare = msgspec.structs.replace(manifest, mac=b"", sum="")
    return hmac.digest(keys.of("backup"), msgspec.json.encode(bare), "sha256")


def _sum(manifest: Manifest) -> str:
    bare = msgspec.structs.replace(manifest, sum="")
    return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _time(stamp: str) -> datetime:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
