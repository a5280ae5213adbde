"""Key files made by somebody who wants harm: refused in words, at once, with little memory."""

import json
import random
import resource
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from caseplanner.errors import UserError
from caseplanner.vault import header, vault
from caseplanner.vault.keys import Cost
from tests.faults import driver
from tests.faults.count import Count
from tests.vault.typist import PASSPHRASE

SLOWEST = 2.0  # seconds
LARGEST = 300 * 1024  # KiB
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2**31, 2**63, 2**200, 1e308, -0.0, "", "x" * 10_000, "\0", "\udcff",
    [], {}, [[[[]]]], {"a": {"b": {}}}, "AAAA", "2026-11-25T00:00:00Z",
)  # fmt: skip


def run(place: Path, times: int, seed: int) -> Count:
    """So many key files, each made wrong in another way."""
    count = Count("hostile key files")
    driver.make(place, 1)
    paths = [place / "vault" / name for name in header.NAMES]
    good = paths[0].read_bytes()
    chance = random.Random(seed)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # Argon2 takes it in C
    for _ in range(times):
        count.tried += 1
        data = chance.choice(WAYS)(good, chance)
        for path in paths:
            path.write_bytes(data)
        begun = monotonic()
        try:
            vault.unlock(place, PASSPHRASE)
            if data != good:
                count.fail("a changed key file was taken")
        except UserError:
            count.add("refused in words")
        except BaseException as error:
            count.fail(f"{type(error).__name__} {error}")
        if monotonic() - begun > SLOWEST:
            count.fail(f"took {monotonic() - begun:.1f} s")
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    if grown > LARGEST:
        count.fail(f"took {grown} KiB more memory")
    count.add("MiB more memory", grown // 1024)
    for path in paths:
        path.write_bytes(good)
    if driver.saved(place) != 1:
        count.fail("the vault does not open any more")
    return count


def _bytes(good: bytes, chance: random.Random) -> bytes:
    data = bytearray(good)
    for _ in range(chance.randrange(1, 5)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _piece(good: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(good)) for _ in range(2))
    return (
        good[:start] + chance.choice([b"", good[start:end] * 2, chance.randbytes(40)]) + good[end:]
    )


def _value(good: bytes, chance: random.Random) -> bytes:
    """One value of the tree is something else; the sum is left, or made right."""
    tree = json.loads(good)
    spots = list(_places(tree))
    for _ in range(chance.randrange(1, 3)):
        inside, key = chance.choice(spots)
        if isinstance(inside, list) and key >= len(inside):
            continue
        inside[key] = chance.choice(ODD)
    return json.dumps(tree, ensure_ascii=True).encode("utf-8", "surrogatepass")


def _field(good: bytes, chance: random.Random) -> bytes:
    tree = json.loads(good)
    if chance.random() < 0.5:
        del tree[chance.choice(list(tree))]
    else:
        tree[chance.choice(["extra", "Format", ""])] = chance.choice(ODD)
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def _summed(good: bytes, chance: random.Random) -> bytes:
    """As by somebody who knows the format and not the keys: the sum is right, the MAC is not."""
    from msgspec.structs import replace

    head = header._decode(good)
    assert head is not None
    slot = head.slots[0]
    changed = chance.choice(
        [
            replace(head, generation=chance.randrange(2**60)),
            replace(head, epoch=chance.randrange(2**30)),
            replace(head, salt=chance.randbytes(16)),
            replace(head, slots=head.slots * chance.randrange(2, 8)),
            replace(head, slots=(replace(slot, cost=_cost(chance)),)),
            replace(head, slots=(replace(slot, owner="somebody else"),)),
            replace(head, slots=(replace(slot, public=chance.randbytes(32)),)),
            replace(head, slots=(replace(slot, private=chance.randbytes(60)),)),
            replace(head, slots=(replace(slot, master=chance.randbytes(80)),)),
            replace(head, slots=(replace(slot, salt=chance.randbytes(16)),)),
        ]
    )
    return header.encode(changed)


def _cost(chance: random.Random) -> Cost:
    return Cost(
        chance.choice((0, 7, 8, 64, 1024, 2**21 + 1, 2**40)),
        chance.choice((0, 1, 2, 17, 2**31)),
        chance.choice((0, 1, 17, 2**24)),
    )


def _bomb(good: bytes, chance: random.Random) -> bytes:
    many = chance.randrange(1000, 200_000)
    return chance.choice([b"[" * many, b'{"a":' * many, b" " * many * 10, b"\xff" * many, b""])


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _bytes, _piece, _value, _field, _summed, _bomb,
)  # fmt: skip


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in a JSON tree."""
    keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
    found: list[tuple[Any, Any]] = [(tree, key) for key in keys]
    for key in keys:
        if isinstance(tree[key], dict | list):
            found += _places(tree[key])
    return found
