"""From a passphrase to the keys of the vault.

    passphrase (NFKC) -Argon2id-> key of the slot -AES-256-GCM-> private key of its owner
    private key -HPKE-> master key -HKDF-> key of the database, of the header's MAC, of backups …

Every worker has a slot around the one master key, so a passphrase can change, and a worker come or
go, without rewriting the database. The master key is sealed to the public key of each owner: it
can be replaced for all who stay, without their passphrases (`rekey`), by one that a leaver with
an old copy of everything cannot reach. The recovery sheet is a slot as well; its twelve random
words need no stretching.
"""

import os
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from time import perf_counter
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caseplanner.errors import Broken, UserError
from caseplanner.words import mark

KEY = 32  # bytes: AES-256, HMAC-SHA-256, X25519, SQLCipher's raw key
SALT = 16
NONCE = 12
LONGEST_NAME = 200  # characters
_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    def is_bearable(self) -> bool:
        """Between what Argon2 can do and what a laptop can carry: at most 2 GiB.

        A lower cost than LEAST is taken (the tests' vaults have one): who lowers it in a header
        gets another key, not a weaker one.
        """
        return (
            1 <= self.passes <= 16
            and 1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= 2 * 1024 * 1024
        )


LEAST = Cost(64 * 1024, 3, 4)  # RFC 9106, second choice
COST = Cost(256 * 1024, 3, 4)  # where calibration begins: 0.4 s on two slow cores
MOST = Cost(1024 * 1024, 3, 4)
SLOW, QUICK = 0.8, 0.4  # seconds; between the two a person hardly waits, a guesser does


def calibrate() -> Cost:
    """The cost that makes one guess take about half a second here; never less than LEAST."""
    cost = COST
    took = _seconds(cost)
    while took > SLOW and cost.memory_kib > LEAST.memory_kib:
        cost = msgspec.structs.replace(cost, memory_kib=cost.memory_kib // 2)
        took /= 2
    while took < QUICK and cost.memory_kib < MOST.memory_kib and _has_memory(4 * cost.memory_kib):
        cost = msgspec.structs.replace(cost, memory_kib=cost.memory_kib * 2)
        took *= 2
    return cost


TOO_MUCH = mark(
    "The key file of the vault asks for more memory than any of ours does. "
    "Somebody or something altered it. It was not used; nothing was changed. Put back a backup."
)


class SlotKind(StrEnum):
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way in, for one owner. Everything is bound to the sealed keys, so nothing can be altered.

    `owner` is the id of a member of staff (dossier.staff); names stand in the database only.
    """

    id: str
    kind: SlotKind
    owner: str
    made_at: datetime
    cost: Cost | None  # None where the secret is a random key already and not a passphrase
    salt: Annotated[bytes, msgspec.Meta(min_length=SALT, max_length=SALT)]
    public: Annotated[bytes, msgspec.Meta(min_length=KEY, max_length=KEY)]
    private: Annotated[bytes, msgspec.Meta(max_length=256)]
    master: Annotated[bytes, msgspec.Meta(max_length=256)]


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens one vault, and for whom. Its repr shows no secret and no name.

    `by_sheet`: they came from the recovery sheet. `renewed` and `name` are there for a vault of
    release 0.1: the key file to put in the place of its own, and the name that stood in it.
    """

    vault_id: str
    owner: str
    master: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    epoch: int = 1
    by_sheet: bool = field(default=False, compare=False)
    renewed: bytes = field(default=b"", repr=False, compare=False)
    name: str = field(default="", repr=False, compare=False)

    def database(self) -> bytes:
        """The raw key of case.db; another epoch is another key."""
        return self.of(f"database {self.epoch}")

    def of(self, purpose: str) -> bytes:
        """The key for one purpose: "header", "anchor", "backup", "draft"."""
        return derive(self.master, self.vault_id, purpose)


def derive(master: bytes, vault_id: str, purpose: str) -> bytes:
    info = f"caseplanner 1 {vault_id} {purpose}".encode()
    return HKDF(SHA256(), KEY, salt=None, info=info).derive(master)


def make_slot(
    vault_id: str,
    owner: str,
    secret: str,
    master: bytes,
    cost: Cost | None,
    at: datetime,
    salt: bytes | None = None,
) -> Slot:
    """A slot that gives `master` to who knows the secret. Takes as long as `cost` says.

    Slots of one vault share their salt and cost, so that unlocking takes as long for the fifth
    worker as for the first.
    """
    private = X25519PrivateKey.generate()
    bare = Slot(
        id=secrets.token_hex(8),
        kind=SlotKind.PASSPHRASE if cost else SlotKind.RECOVERY,
        owner=owner,
        made_at=at,
        cost=cost,
        salt=salt or secrets.token_bytes(SALT),
        public=private.public_key().public_bytes_raw(),
        private=b"",
        master=b"",
    )
    bound = _bound(vault_id, bare)
    key = stretch(secret, bare.salt, cost)
    filled = msgspec.structs.replace(bare, private=_wrap(key, private.private_bytes_raw(), bound))
    return reseal(vault_id, filled, master)


def reseal(vault_id: str, slot: Slot, master: bytes) -> Slot:
    """The same slot around another master key; needs no passphrase."""
    public = X25519PublicKey.from_public_bytes(slot.public)
    sealed = _HPKE.encrypt(master, public, info=_bound(vault_id, slot))
    return msgspec.structs.replace(slot, master=sealed)


def open_slots(vault_id: str, slots: tuple[Slot, ...], secret: str) -> Iterator[tuple[Slot, bytes]]:
    """The slots that this secret opens, each with the master key.

    Takes as long as one of them: all we write share salt and cost. A key file that does not would
    be tried for minutes before its MAC shows who wrote it, so it is refused. UserError.
    """
    if len({(slot.salt, slot.cost) for slot in slots if slot.cost}) > 1:
        raise Broken(TOO_MUCH)
    known: dict[tuple[bytes, Cost | None], bytes] = {}
    for slot in slots:
        pair = (slot.salt, slot.cost)
        if pair not in known:
            known[pair] = stretch(secret, slot.salt, slot.cost)
        bound = _bound(vault_id, slot)
        try:
            private = X25519PrivateKey.from_private_bytes(unwrap(known[pair], slot.private, bound))
            yield slot, _HPKE.decrypt(slot.master, private, info=bound)
        except (InvalidTag, ValueError):
            continue


def stretch(secret: str, salt: bytes, cost: Cost | None) -> bytes:
    """The key of a slot: slow on purpose for a passphrase, at once for random words."""
    data = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    if cost is None:
        return HKDF(SHA256(), KEY, salt=salt, info=b"caseplanner recovery").derive(data)
    if not cost.is_bearable():
        raise Broken(TOO_MUCH)
    try:
        return Argon2id(
            salt=salt,
            length=KEY,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(data)
    except MemoryError as error:
        raise UserError(
            mark(
                "This computer has too little free memory to unlock the vault. "
                "Nothing was changed. Close other programs and try again."
            )
        ) from error


def _bound(vault_id: str, slot: Slot) -> bytes:
    """What a wrapped key belongs to: it opens only in the slot and the vault it was made for."""
    return msgspec.json.encode((vault_id, msgspec.structs.replace(slot, private=b"", master=b"")))


def _wrap(key: bytes, secret: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, secret, bound)


def unwrap(key: bytes, wrapped: bytes, bound: bytes) -> bytes:
    """What is in the wrapping; InvalidTag when the key or what it is bound to is another."""
    if len(wrapped) < NONCE:
        raise InvalidTag
    return AESGCM(key).decrypt(wrapped[:NONCE], wrapped[NONCE:], bound)


def _seconds(cost: Cost) -> float:
    start = perf_counter()
    stretch("how quick is this laptop", bytes(SALT), cost)
    return perf_counter() - start


def _has_memory(kib: int) -> bool:
    """Whether the computer has so much in all; Windows does not tell this way, and gets COST."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >= kib * 1024
    except (AttributeError, ValueError, OSError):
        return False
