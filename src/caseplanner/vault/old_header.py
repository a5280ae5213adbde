"""The key file as release 0.1 wrote it: one kind of slot, with the worker's name in plain text.

Read when such a vault is unlocked; opening it puts the key file of today in its place.
"""

import hashlib
import hmac
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidTag

from caseplanner.vault import keys
from caseplanner.vault.keys import Cost

FORMAT = 1


class OldSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    kind: str
    name: str
    made_at: datetime
    cost: Cost
    salt: bytes
    user_key: bytes
    master_key: bytes


class OldHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    vault: str
    generation: int
    epoch: int
    salt: bytes
    slots: tuple[OldSlot, ...]
    mac: bytes = b""
    sum: str = ""


def decode(data: bytes) -> OldHeader | None:
    """None unless these are exactly the bytes that 0.1 would write."""
    try:
        header = msgspec.json.decode(data, type=OldHeader)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    summed = msgspec.structs.replace(header, sum=_sum(header))
    same = msgspec.json.format(msgspec.json.encode(summed), indent=1) == data
    return header if header.format == FORMAT and same else None


def open_slot(header: OldHeader, passphrase: str) -> tuple[OldSlot, bytes] | None:
    """The slot that this passphrase opens, with the master key."""
    for slot in header.slots:
        bare = msgspec.structs.replace(slot, user_key=b"", master_key=b"")
        bound = msgspec.json.encode((header.vault, bare))
        try:
            stretched = keys.stretch(passphrase, slot.salt, slot.cost)
            user_key = keys.unwrap(stretched, slot.user_key, bound)
            return slot, keys.unwrap(user_key, slot.master_key, bound)
        except InvalidTag:
            continue
    return None


def is_ours(header: OldHeader, key: bytes) -> bool:
    """Written by a holder of the master key, whose key for the header's MAC this is."""
    bare = msgspec.structs.replace(header, mac=b"", sum="")
    return hmac.compare_digest(header.mac, hmac.digest(key, msgspec.json.encode(bare), "sha256"))


def _sum(header: OldHeader) -> str:
    return hashlib.sha256(msgspec.json.encode(msgspec.structs.replace(header, sum=""))).hexdigest()
