"""What a guess costs, and that a key fits only what it was made for."""

from datetime import UTC, datetime

import msgspec
import pytest

from caseplanner.vault import keys
from caseplanner.vault.keys import (
    COST,
    LEAST,
    MOST,
    calibrate,  # taken here, before conftest makes it cheap
)
from tests.vault.typist import CHEAP

NOW = datetime(2026, 3, 14, tzinfo=UTC)


def opened(vault_id: str, slot: keys.Slot, secret: str) -> bytes | None:
    return next((master for _, master in keys.open_slots(vault_id, (slot,), secret)), None)


def slot_of(passphrase: str, cost: keys.Cost | None = CHEAP) -> keys.Slot:
    return keys.make_slot("this vault", "joke", passphrase, b"m" * keys.KEY, cost, NOW)


def test_a_new_vault_costs_at_least_what_the_rfc_recommends() -> None:
    for cost in (COST, LEAST, MOST):
        assert cost.is_bearable()
        assert cost.memory_kib >= 64 * 1024
        assert (cost.passes, cost.lanes) >= (3, 4)


@pytest.mark.parametrize(
    ("seconds", "memory_mib"), [(0.5, 256), (0.9, 128), (30.0, 64), (0.25, 512), (0.01, 1024)]
)
def test_a_guess_takes_half_a_second_on_slow_and_quick_laptops(
    monkeypatch: pytest.MonkeyPatch, seconds: float, memory_mib: int
) -> None:
    monkeypatch.setattr(keys, "_seconds", lambda cost: seconds)
    monkeypatch.setattr(keys, "_has_memory", lambda kib: True)
    assert calibrate() == keys.Cost(memory_mib * 1024, 3, 4)


def test_a_laptop_with_little_memory_is_not_asked_for_a_quarter_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "_seconds", lambda cost: 0.01)
    monkeypatch.setattr(keys, "_has_memory", lambda kib: False)
    assert calibrate() == COST


@pytest.mark.parametrize("cost", [CHEAP, None])
def test_a_slot_opens_only_in_its_own_vault_and_untouched(cost: keys.Cost | None) -> None:
    slot = slot_of("word", cost)
    assert opened("this vault", slot, "word") == b"m" * keys.KEY
    assert opened("this vault", slot, "ward") is None
    assert opened("other vault", slot, "word") is None
    other = slot_of("word", cost)
    for change in (
        {"owner": "piet"},
        {"id": "other"},
        {"made_at": datetime(2020, 1, 1, tzinfo=UTC)},
        {"kind": next(kind for kind in keys.SlotKind if kind is not slot.kind)},
        {"salt": b"s" * keys.SALT},
        {"cost": keys.Cost(128, 1, 1)},
        {"public": other.public},
        {"public": b"\0" * keys.KEY},
        {"private": b""},
        {"private": other.private},
        {"master": b"x" * 80},
        {"master": b""},
        {"master": other.master},
    ):
        altered = msgspec.structs.replace(slot, **change)
        assert opened("this vault", altered, "word") is None, change


def test_a_new_master_key_reaches_who_stays_without_a_passphrase() -> None:
    slot = keys.reseal("this vault", slot_of("word"), b"n" * keys.KEY)
    assert opened("this vault", slot, "word") == b"n" * keys.KEY


def test_the_same_passphrase_gives_other_keys_each_time() -> None:
    one, other = slot_of("word"), slot_of("word")
    for part in ("id", "salt", "public", "private", "master"):
        assert getattr(one, part) != getattr(other, part)


def test_the_fifth_worker_waits_no_longer_than_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    salt = b"s" * keys.SALT
    slots = tuple(
        keys.make_slot("this vault", name, name, b"m" * keys.KEY, CHEAP, NOW, salt)
        for name in ("first", "second", "third", "fourth", "fifth")
    )
    stretched: list[str] = []
    stretch = keys.stretch

    def counted(secret: str, salt: bytes, cost: keys.Cost | None) -> bytes:
        stretched.append(secret)
        return stretch(secret, salt, cost)

    monkeypatch.setattr(keys, "stretch", counted)
    ((slot, _),) = keys.open_slots("this vault", slots, "fifth")
    assert (slot.owner, stretched) == ("fifth", ["fifth"])


def test_every_purpose_vault_and_epoch_has_a_key_of_its_own() -> None:
    some = keys.Keys("v", "joke", b"m" * keys.KEY, b"s" * keys.SALT)
    other = keys.Keys("w", "joke", b"m" * keys.KEY, b"s" * keys.SALT)
    later = keys.Keys("v", "joke", b"m" * keys.KEY, b"s" * keys.SALT, epoch=2)
    made = [some.database(), some.of("header"), some.of("anchor"), later.database()]
    made += [other.database(), other.of("header")]
    assert len(set(made)) == len(made)
    assert later.of("header") == some.of("header")
