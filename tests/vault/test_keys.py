"""What a guess costs, and that a key fits only what it was made for."""

from datetime import UTC, datetime

import msgspec

from caseplanner.vault import keys
from caseplanner.vault.keys import COST  # taken here, before conftest makes it cheap
from tests.vault.typist import CHEAP

NOW = datetime(2026, 3, 14, tzinfo=UTC)


def test_a_new_vault_costs_at_least_what_the_rfc_recommends() -> None:
    assert COST.is_bearable()
    assert COST.memory_kib >= 64 * 1024
    assert (COST.passes, COST.lanes) >= (3, 4)


def test_a_slot_opens_only_in_its_own_vault_and_untouched() -> None:
    slot = keys.make_slot("this vault", "Joke", "word", b"m" * keys.KEY, CHEAP, NOW)
    assert keys.open_slot("this vault", slot, "word") == b"m" * keys.KEY
    assert keys.open_slot("other vault", slot, "word") is None
    for change in (
        {"name": "Piet"},
        {"id": "other"},
        {"made_at": datetime(2020, 1, 1, tzinfo=UTC)},
        {"kind": keys.SlotKind.RECOVERY},
        {"salt": b"s" * keys.SALT},
        {"cost": keys.Cost(128, 1, 1)},
        {"user_key": b""},
        {"master_key": b"x" * 60},
        {"user_key": slot.master_key, "master_key": slot.user_key},
    ):
        altered = msgspec.structs.replace(slot, **change)
        assert keys.open_slot("this vault", altered, "word") is None, change


def test_the_same_passphrase_gives_other_keys_each_time() -> None:
    slots = [keys.make_slot("v", "Joke", "word", b"m" * keys.KEY, CHEAP, NOW) for _ in range(2)]
    for part in ("id", "salt", "user_key", "master_key"):
        assert getattr(slots[0], part) != getattr(slots[1], part)


def test_every_purpose_vault_and_epoch_has_a_key_of_its_own() -> None:
    some = keys.Keys("v", "s", "Joke", b"m" * keys.KEY, b"s" * keys.SALT)
    other = keys.Keys("w", "s", "Joke", b"m" * keys.KEY, b"s" * keys.SALT)
    later = keys.Keys("v", "s", "Joke", b"m" * keys.KEY, b"s" * keys.SALT, epoch=2)
    made = [some.database(), some.header(), other.database(), other.header(), later.database()]
    assert len(set(made)) == len(made)
    assert later.header() == some.header()
