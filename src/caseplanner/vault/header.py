"""The key file of the vault, in two copies: which slots there are and what the database needs.

A sum without a key tells damage from a wrong passphrase; a MAC under the master key tells
whether somebody else wrote it. Each change raises `generation`; the newest whole copy counts,
and the other is made equal to it the next time the vault opens.
"""

import contextlib
import hashlib
import hmac
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec

from caseplanner.errors import Broken
from caseplanner.vault import old_header
from caseplanner.vault.engine import for_the_owner
from caseplanner.vault.keys import SALT, Slot
from caseplanner.vault.old_header import OldHeader
from caseplanner.words import mark

NAMES = ("header.json", "header.json.1")
FORMAT = 2
MOST_SLOTS = 64
MOST_BYTES = 256 * 1024  # a header with all its slots is far smaller
ALTERED = mark(
    "The key file of the vault was altered by something other than this program. The vault stays "
    "closed and nothing was changed. Put back a backup."
)


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    vault: str
    generation: int
    epoch: int
    salt: Annotated[bytes, msgspec.Meta(min_length=SALT, max_length=SALT)]
    slots: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=MOST_SLOTS)]
    mac: bytes = b""
    sum: str = ""


class _Format(msgspec.Struct):
    """As much of a header as every release must be able to read."""

    format: int


def sealed(header: Header, key: bytes) -> bytes:
    """The bytes of a copy, with the MAC of a holder of the master key."""
    data = encode(msgspec.structs.replace(header, mac=_mac(header, key)))
    if len(data) > MOST_BYTES or _decode(data) is None:
        raise ValueError("a header that could not be read again")
    return data


def write(folder: Path, data: bytes) -> None:
    """Write both copies, each whole or not at all, and wait until they are on the disk.

    Once the first is there the change has happened; a second that cannot be written is mended
    at the next opening.
    """
    replace_file(folder / NAMES[0], data)
    with contextlib.suppress(OSError):
        replace_file(folder / NAMES[1], data)


def change(folder: Path, key: bytes, edit: Callable[[Header], Header]) -> Header:
    """Write the next generation of the key file: the one on the disk, edited. Raises OSError."""
    before = read(folder)
    if isinstance(before, OldHeader):
        raise TypeError("the key file is renewed when the vault is opened")
    check(before, key)
    after = msgspec.structs.replace(edit(before), generation=before.generation + 1)
    write(folder, sealed(after, key))
    return after


def read(folder: Path) -> Header | OldHeader:
    """The newest copy that is whole, or a UserError that says what is wrong with them."""
    copies = [data for name in NAMES if (data := _bytes(folder / name)) is not None]
    if not copies:
        raise Broken(
            mark(
                "The key file of the vault (header.json) is not here; the folder was copied only "
                "in part. Nothing was changed. Copy the whole folder again, or put back a backup."
            )
        )
    whole = [header for data in copies if (header := _decode(data) or old_header.decode(data))]
    if whole:
        return max(whole, key=lambda header: header.generation)
    if any(_is_newer(data) for data in copies):
        raise Broken(newer_words())
    raise Broken(
        mark(
            "Both copies of the key file of the vault are damaged. Without one of them nobody can "
            "open the vault. Nothing was changed. Put back a backup."
        )
    )


def check(header: Header, key: bytes) -> None:
    """UserError when this header was not written by a holder of the master key."""
    if not hmac.compare_digest(header.mac, _mac(header, key)):
        raise Broken(ALTERED)


def heal(folder: Path, key: bytes) -> Header:
    """Make both copies equal to the newest whole one, if they are not, and give that one."""
    header = read(folder)
    if isinstance(header, OldHeader):
        raise TypeError("the key file is renewed when the vault is opened")
    check(header, key)
    data = encode(header)
    for name in NAMES:
        if _bytes(folder / name) != data:
            replace_file(folder / name, data)
    return header


def newer_words() -> str:
    return mark(
        "This vault was made by a newer version of the program. It stays closed and nothing was "
        "changed. Install the newest version to open it."
    )


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, for the owner only; after a power cut the old or the new is there."""
    temporary = path.with_name(f"{path.name}.new")
    with open(temporary, "wb", opener=for_the_owner) as f:
        f.write(data)
        f.flush()
        os.fsync(f.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut; Windows has no such call."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _bytes(path: Path) -> bytes | None:
    """The file, b"" when it cannot be a header, None when it is not there."""
    try:
        with path.open("rb") as f:
            data = f.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    return data if len(data) <= MOST_BYTES else b""


def encode(header: Header) -> bytes:
    """The bytes of a copy: readable JSON with its sum."""
    return msgspec.json.format(
        msgspec.json.encode(msgspec.structs.replace(header, sum=_sum(header))), indent=1
    )


def _decode(data: bytes) -> Header | None:
    """None unless these are exactly the bytes that we would write."""
    try:
        header = msgspec.json.decode(data, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return header if header.format == FORMAT and encode(header) == data else None


def _is_newer(data: bytes) -> bool:
    try:
        return msgspec.json.decode(data, type=_Format).format > FORMAT
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _sum(header: Header) -> str:
    return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(header, sum=""))).hexdigest()


def _mac(header: Header, key: bytes) -> bytes:
    bare = msgspec.structs.replace(header, mac=b"", sum="")
    return hmac.digest(key, msgspec.json.encode(bare), "sha256")
