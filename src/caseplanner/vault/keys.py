"""From a passphrase to the keys of the vault.

    passphrase (NFKC) -Argon2id-> key of the slot -AES-256-GCM-> user key -AES-256-GCM-> master key
    master key -HKDF-> key of the database, of the header's MAC, and whatever a later release needs

Every worker has a slot with a user key of his own around the one master key, so a passphrase
can change, and a worker come or go, without rewriting the database.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caseplanner.errors import UserError
from caseplanner.words import mark

KEY = 32  # bytes: AES-256, HMAC-SHA-256, SQLCipher's raw key
SALT = 16
NONCE = 12
LONGEST_NAME = 200  # characters


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    def is_bearable(self) -> bool:
        """Between what Argon2 can do and what a laptop can carry: at most 2 GiB.

        A lower cost than COST is taken (the tests' vaults have one): who lowers it in a header
        gets another key, not a weaker one.
        """
        return (
            1 <= self.passes <= 16
            and 1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= 2 * 1024 * 1024
        )


# Of a new slot: 0.4 s on two slow cores. The least may be 64 MiB, 3, 4: RFC 9106, second choice.
COST = Cost(256 * 1024, 3, 4)


class SlotKind(StrEnum):
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in. Everything but the two wrapped keys is bound to them, so it cannot be altered."""

    id: str
    kind: SlotKind
    name: Annotated[str, msgspec.Meta(max_length=LONGEST_NAME)]
    made_at: datetime
    cost: Cost | None  # None where the secret is a key already and not a passphrase
    salt: bytes
    user_key: bytes
    master_key: bytes


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens one vault, and for whom. Neither repr nor str shows a secret or a name."""

    vault_id: str
    slot: str
    worker: str = field(repr=False)
    master: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    epoch: int = 1

    def database(self) -> bytes:
        """The raw key of case.db; another epoch is another key."""
        return derive(self.master, self.vault_id, f"database {self.epoch}")

    def header(self) -> bytes:
        """The key of the header's MAC."""
        return derive(self.master, self.vault_id, "header")

    def draft(self) -> bytes:
        """The key of the file with what is half-typed."""
        return derive(self.master, self.vault_id, "draft")


def derive(master: bytes, vault_id: str, purpose: str) -> bytes:
    info = f"caseplanner 1 {vault_id} {purpose}".encode()
    return HKDF(SHA256(), KEY, salt=None, info=info).derive(master)


def make_slot(
    vault_id: str, name: str, passphrase: str, master: bytes, cost: Cost, at: datetime
) -> Slot:
    """A slot that gives `master` to who knows the passphrase. Takes as long as `cost` says."""
    bare = Slot(
        id=secrets.token_hex(8),
        kind=SlotKind.PASSPHRASE,
        name=name,
        made_at=at,
        cost=cost,
        salt=secrets.token_bytes(SALT),
        user_key=b"",
        master_key=b"",
    )
    user_key = secrets.token_bytes(KEY)
    return msgspec.structs.replace(
        bare,
        user_key=_wrap(_stretch(passphrase, bare.salt, cost), user_key, _bound(vault_id, bare)),
        master_key=_wrap(user_key, master, _bound(vault_id, bare)),
    )


def open_slot(vault_id: str, slot: Slot, passphrase: str) -> bytes | None:
    """The master key, or None when the passphrase is not the one of this slot."""
    if slot.kind is not SlotKind.PASSPHRASE or slot.cost is None:
        return None
    bound = _bound(vault_id, slot)
    try:
        user_key = _unwrap(_stretch(passphrase, slot.salt, slot.cost), slot.user_key, bound)
        return _unwrap(user_key, slot.master_key, bound)
    except InvalidTag:
        return None


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    if not cost.is_bearable():
        raise UserError(
            mark(
                "The key file of the vault asks for more memory than any of ours does. "
                "Somebody or something altered it. It was not used; nothing was changed."
            )
        )
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=salt,
            length=KEY,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError as error:
        raise UserError(
            mark(
                "This computer has too little free memory to unlock the vault. "
                "Nothing was changed. Close other programs and try again."
            )
        ) from error


def _bound(vault_id: str, slot: Slot) -> bytes:
    """What a wrapped key belongs to: it opens only in the slot and the vault it was made for."""
    bare = msgspec.structs.replace(slot, user_key=b"", master_key=b"")
    return msgspec.json.encode((vault_id, bare))


def _wrap(key: bytes, secret: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, secret, bound)


def _unwrap(key: bytes, wrapped: bytes, bound: bytes) -> bytes:
    if len(wrapped) < NONCE:
        raise InvalidTag
    return AESGCM(key).decrypt(wrapped[:NONCE], wrapped[NONCE:], bound)
