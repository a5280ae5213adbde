"""The key file: one damaged copy is mended, two are refused, and no file can do harm."""

import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseplanner.errors import UserError
from caseplanner.vault import header, people
from caseplanner.vault import keys as slots
from caseplanner.vault import vault as vaults
from caseplanner.vault.header import NAMES
from caseplanner.vault.keys import Cost, Keys
from tests.vault.typist import CHEAP, PASSPHRASE

QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def both(folder: Path) -> tuple[Path, Path]:
    return folder / "vault" / NAMES[0], folder / "vault" / NAMES[1]


def slot_of(owner: str, passphrase: str, of: Keys) -> slots.Slot:
    return slots.make_slot(of.vault_id, owner, passphrase, of.master, CHEAP, datetime.now(UTC))


def newest(folder: Path) -> header.Header:
    read = header.read(folder / "vault")
    assert isinstance(read, header.Header)
    return read


def put(folder: Path, keys: Keys, *slots_: slots.Slot) -> None:
    """The next generation of the key file, with these slots."""
    header.change(
        folder / "vault",
        keys.of("header"),
        lambda head: msgspec.structs.replace(head, slots=slots_),
    )


@pytest.mark.parametrize("copy", [0, 1])
@pytest.mark.parametrize("damage", ["flipped", "missing", "empty", "cut"])
def test_one_damaged_copy_is_mended_from_the_other(
    folder: Path, keys: Keys, copy: int, damage: str
) -> None:
    whole = both(folder)[0].read_bytes()
    path = both(folder)[copy]
    match damage:
        case "flipped":
            path.write_bytes(whole[:200] + bytes([whole[200] ^ 1]) + whole[201:])
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(whole[:-10])
    assert vaults.unlock(folder, PASSPHRASE) == keys
    vaults.open_vault(folder, keys).close()
    assert [p.read_bytes() for p in both(folder)] == [whole, whole]


def test_any_flipped_byte_in_both_copies_is_damage_and_not_a_wrong_passphrase(
    folder: Path, keys: Keys
) -> None:
    whole = both(folder)[0].read_bytes()
    for place in range(len(whole)):
        flipped = whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :]
        for path in both(folder):
            path.write_bytes(flipped)
        with pytest.raises(UserError, match=r"damaged|newer"):
            vaults.unlock(folder, PASSPHRASE)


def test_the_newest_of_two_copies_counts(folder: Path, keys: Keys) -> None:
    """Power went between the two: the old passphrase must not live on in the other copy."""
    old = newest(folder)
    put(folder, keys, slot_of(keys.owner, "new passphrase", keys))
    new = both(folder)[0].read_bytes()
    both(folder)[1].write_bytes(header.encode(old))
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, PASSPHRASE)
    vaults.open_vault(folder, vaults.unlock(folder, "new passphrase")).close()
    assert both(folder)[1].read_bytes() == new


def test_each_of_several_slots_opens_with_its_own_passphrase(folder: Path, keys: Keys) -> None:
    put(folder, keys, *newest(folder).slots, people.new_slot(folder, keys, "piet", "of Piet"))
    assert vaults.unlock(folder, PASSPHRASE).owner == keys.owner
    found = vaults.unlock(folder, "of Piet")
    assert (found.owner, found.master) == ("piet", keys.master)


def test_a_key_file_that_would_take_minutes_to_try_is_refused_at_once(
    folder: Path, keys: Keys
) -> None:
    """Slots of ours share their salt; sixty-four others would each be stretched in turn."""
    put(folder, keys, *newest(folder).slots, slot_of("piet", "of Piet", keys))
    with pytest.raises(UserError, match="asks for more memory"):
        vaults.unlock(folder, PASSPHRASE)


def rewrite(folder: Path, change: Any) -> None:
    """As somebody would who knows the format but not the passphrase: the sum is right."""
    forged = change(newest(folder))
    for path in both(folder):
        path.write_bytes(header.encode(forged))


def test_a_header_altered_with_care_is_told_from_damage(folder: Path, keys: Keys) -> None:
    rewrite(folder, lambda h: msgspec.structs.replace(h, generation=7))
    with pytest.raises(UserError, match="altered by something other"):
        vaults.unlock(folder, PASSPHRASE)


def test_a_slot_cannot_be_given_to_another_or_moved_to_another_vault(
    folder: Path, keys: Keys
) -> None:
    def rename(h: header.Header) -> header.Header:
        return msgspec.structs.replace(
            h, slots=(msgspec.structs.replace(h.slots[0], owner="piet"),)
        )

    rewrite(folder, rename)
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, PASSPHRASE)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(2**40, 3, 4),
        Cost(2**20, 2**31, 4),
        Cost(65536, 3, 2**20),
        Cost(1, 1, 1),
        Cost(-1, -1, -1),
    ],
)
def test_a_header_that_asks_for_the_impossible_is_refused_at_once(
    folder: Path, keys: Keys, cost: Cost
) -> None:
    def inflate(h: header.Header) -> header.Header:
        return msgspec.structs.replace(h, slots=(msgspec.structs.replace(h.slots[0], cost=cost),))

    rewrite(folder, inflate)
    start = monotonic()
    with pytest.raises(UserError, match="asks for more memory"):
        vaults.unlock(folder, PASSPHRASE)
    assert monotonic() - start < 1


def test_a_header_of_a_newer_version_is_said_to_be_newer(folder: Path, keys: Keys) -> None:
    for path in both(folder):
        path.write_text(json.dumps({"format": 3, "novelty": [1, 2, 3]}), "utf-8")
    with pytest.raises(UserError, match="newer version"):
        vaults.unlock(folder, PASSPHRASE)


def refused(folder: Path, data: bytes) -> None:
    """Refused in words, with little time and memory, and the files untouched."""
    for path in both(folder):
        path.write_bytes(data)
    tracemalloc.start()
    try:
        with pytest.raises(UserError):
            vaults.unlock(folder, PASSPHRASE)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert [p.read_bytes() for p in both(folder)] == [data, data]


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"format":' * 20_000,
        b'{"format":1e999}',
        b"\xff\xfe",
        b"\0" * 1_000_000,
        b" " * 50_000_000,
        b'{"format": 1, "slots": []}',
    ],
    ids=range(7),
)
def test_a_hostile_key_file_is_refused(folder: Path, keys: Keys, data: bytes) -> None:
    refused(folder, data)


@QUICK
@given(st.binary(max_size=2000))
def test_noise_is_never_a_key_file(folder: Path, data: bytes) -> None:
    (folder / "vault").mkdir(parents=True, exist_ok=True)
    (folder / "vault" / "case.db").touch()
    refused(folder, data)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@QUICK
@given(data=st.data(), value=anything)
def test_no_field_of_the_key_file_can_be_anything_else(
    folder: Path, data: st.DataObject, value: Any
) -> None:
    if not vaults.exists(folder):
        vaults.create(folder, PASSPHRASE, "Joke", CHEAP)
        (folder / "kept").write_bytes(both(folder)[0].read_bytes())
    tree = json.loads((folder / "kept").read_bytes())
    place = data.draw(st.sampled_from(list(places(tree))))
    inside: Any = tree
    for key in place[:-1]:
        inside = inside[key]
    if json.dumps(inside[place[-1]]) != json.dumps(value):
        inside[place[-1]] = value
        refused(folder, json.dumps(tree).encode())


def places(value: Any) -> Any:
    """The path of every value in a JSON tree."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        yield (key,)
        for path in places(inner):
            yield (key, *path)


def test_neither_keys_nor_seal_show_a_secret(folder: Path, keys: Keys) -> None:
    shown = repr(keys) + str(keys) + repr(header.read(folder / "vault"))
    for secret in (keys.master, keys.database(), keys.of("header")):
        assert secret.hex() not in shown
        assert repr(secret)[2:-1] not in shown
    assert PASSPHRASE not in shown
