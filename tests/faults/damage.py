"""Fifteen ways in which files go wrong: each is noticed, mended, or does no harm; never silent."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from caseplanner.errors import Doubt, UserError
from caseplanner.vault.engine import PAGE
from tests.faults import driver
from tests.faults.checks import MADE, Lost, must
from tests.faults.count import Count

Damage = Callable[[Path, random.Random, Path], None]  # the vault, chance, the vault of earlier


def _change(path: Path, edit: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    edit(data)
    path.write_bytes(data)


def flip(path: Path, chance: random.Random, start: int = 0, end: int = 0) -> None:
    def one_bit(data: bytearray) -> None:
        data[chance.randrange(start, end or len(data))] ^= 1 << chance.randrange(8)

    _change(path, one_bit)


def _page(data: bytearray, chance: random.Random) -> slice:
    page = chance.randrange(len(data) // PAGE)
    return slice(page * PAGE, page * PAGE + PAGE)


def bit_in_a_page(vault: Path, chance: random.Random, _earlier: Path) -> None:
    flip(vault / "case.db", chance, 16)


def bit_in_the_salt(vault: Path, chance: random.Random, _earlier: Path) -> None:
    flip(vault / "case.db", chance, 0, 16)


def page_zeroed(vault: Path, chance: random.Random, _earlier: Path) -> None:
    def zero(data: bytearray) -> None:
        data[_page(data, chance)] = bytes(PAGE)

    _change(vault / "case.db", zero)


def pages_swapped(vault: Path, chance: random.Random, _earlier: Path) -> None:
    def swap(data: bytearray) -> None:
        one, other = chance.sample(range(1, len(data) // PAGE), 2)
        a, b = slice(one * PAGE, (one + 1) * PAGE), slice(other * PAGE, (other + 1) * PAGE)
        data[a], data[b] = data[b], data[a]

    _change(vault / "case.db", swap)


def stale_page(vault: Path, chance: random.Random, earlier: Path) -> None:
    old = (earlier / "case.db").read_bytes()

    def put_back(data: bytearray) -> None:
        pages = range(min(len(old), len(data)) // PAGE)
        spots = [slice(n * PAGE, (n + 1) * PAGE) for n in pages]
        spot = chance.choice([s for s in spots if old[s] != data[s]])
        data[spot] = old[spot]

    _change(vault / "case.db", put_back)


def cut_short(vault: Path, chance: random.Random, _earlier: Path) -> None:
    def cut(data: bytearray) -> None:
        del data[chance.randrange(len(data)) :]

    _change(vault / "case.db", cut)


def made_longer(vault: Path, chance: random.Random, _earlier: Path) -> None:
    def grow(data: bytearray) -> None:
        data += chance.randbytes(chance.choice([1, 100, PAGE, 5 * PAGE]))

    _change(vault / "case.db", grow)


def log_cut(vault: Path, chance: random.Random, _earlier: Path) -> None:
    def cut(data: bytearray) -> None:
        del data[chance.randrange(len(data)) :]

    _change(vault / "case.db-wal", cut)


def log_flipped(vault: Path, chance: random.Random, _earlier: Path) -> None:
    flip(vault / "case.db-wal", chance)


def old_file_put_back(vault: Path, chance: random.Random, earlier: Path) -> None:
    shutil.copy(earlier / "case.db", vault / "case.db")


def one_key_file(vault: Path, chance: random.Random, _earlier: Path) -> None:
    flip(vault / chance.choice(["header.json", "header.json.1"]), chance)


def both_key_files(vault: Path, chance: random.Random, _earlier: Path) -> None:
    for name in ("header.json", "header.json.1"):
        flip(vault / name, chance)


def anchor_flipped(vault: Path, chance: random.Random, _earlier: Path) -> None:
    flip(vault / "anchor", chance)


def anchor_gone(vault: Path, chance: random.Random, _earlier: Path) -> None:
    (vault / "anchor").unlink()


def file_gone(vault: Path, chance: random.Random, _earlier: Path) -> None:
    chance.choice(sorted(vault.iterdir())).unlink()


def impossible_cost(vault: Path, chance: random.Random, _earlier: Path) -> None:
    """As a file from somebody who wants the program to take all memory; its sum is right."""
    from msgspec.structs import replace

    from caseplanner.vault import header
    from caseplanner.vault.keys import Cost

    head = header.read(vault)
    assert isinstance(head, header.Header)
    cost = Cost(chance.randrange(2**21 + 1, 2**50), chance.randrange(3, 2**31), 4)
    data = header.encode(replace(head, slots=tuple(replace(s, cost=cost) for s in head.slots)))
    for name in header.NAMES:
        (vault / name).write_bytes(data)


CLOSED: tuple[Damage, ...] = (
    bit_in_a_page, bit_in_the_salt, page_zeroed, pages_swapped, stale_page, cut_short, made_longer,
    old_file_put_back, one_key_file, both_key_files, anchor_flipped, anchor_gone, file_gone,
    impossible_cost,
)  # fmt: skip
KILLED: tuple[Damage, ...] = (log_cut, log_flipped, stale_page, anchor_gone)
HARMLESS = (bit_in_the_salt, one_key_file, anchor_flipped)  # mended, or the other copy serves


def run(place: Path, times: int, seed: int) -> Iterator[Count]:
    """Each damage so many times, to a vault that was closed and to one whose program was killed."""
    place.mkdir(parents=True)
    earlier, closed, killed = (place / name for name in ("earlier", "closed", "killed"))
    driver.make(earlier, MADE - 4)
    shutil.copytree(earlier, closed)
    driver.type_in(closed, 4)
    _leave_killed(closed, killed)
    chance = random.Random(seed)
    for state, damages in (("closed", CLOSED), ("killed", KILLED)):
        for damage in damages:
            name = damage.__name__.replace("_", " ")
            count = Count(f"damage, {state}: {name}")
            for _ in range(times):
                count.tried += 1
                folder = place / "now"
                shutil.copytree(place / state, folder)
                damage(folder / "vault", chance, earlier / "vault")
                _look(folder, count, damage in HARMLESS)
                shutil.rmtree(folder)
            yield count


def _look(folder: Path, count: Count, harmless: bool) -> None:
    try:
        for accept in (False, True):
            try:
                there = driver.saved(folder, accept=accept)
            except Doubt:
                must(not accept, "asked a second time")
                count.add("asked")
                continue
            except UserError:
                must(not harmless, "refused, and no harm was done")
                count.add("refused")
                return
            except ValueError:
                must(accept, "opened without a word, and not what it was")
                return
            must(accept or there == MADE, f"silent: {there} of {MADE} edits there")
            if not accept:
                count.add("no harm")
                return
    except Lost as problem:
        count.fail(f"{count.name}: {problem}")
    except Exception as error:
        count.fail(f"{count.name}: {type(error).__name__} {error}")


def _leave_killed(closed: Path, killed: Path) -> None:
    """The files of a program that died with edits in its write-ahead log."""
    from functools import partial

    from caseplanner import desk as desks
    from caseplanner.desk import Desk
    from tests.vault.typist import PASSPHRASE

    work = killed.with_name("working")
    shutil.copytree(closed.with_name("earlier"), work)
    desk = Desk(work, desks.unlock(work, PASSPHRASE))
    session = desk.open("typed")
    for number in range(MADE - 3, MADE + 1):
        session.change("Typing", partial(driver.edited, number=number))
    shutil.copytree(work / "vault", killed / "vault")
    desk.close()
