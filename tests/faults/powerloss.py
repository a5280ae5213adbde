"""The power goes: any state of the disk that the calls so far allow is built, opened, and read.

What was written since the last fsync of a file may be there or not, by write or by sector of 512
bytes. A name that was made, moved or taken away stands, in a file system with a journal, once
anything after it was synced; in the strict reading of POSIX only once its folder was. Names that do
not stand yet may do so in the order in which they came.
"""

import random
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from caseplanner.errors import UserError
from tests.faults import canary, checks, child, driver
from tests.faults.count import Count
from tests.faults.trace import STRACE, Event, Reader, Trace, files, rename

SECTOR = 512
OTHERS = tuple(name for name in driver.OPERATIONS if name != "write")
OF_NAMES = ("made", "renamed", "gone", "folder", "folder gone")


def run(place: Path, times: int, seed: int, synchronous: str = "") -> Iterator[Count]:
    """Half of the states from days of typing, the rest from the other operations."""
    for operation in ("days", *OTHERS):
        share = times // 2 if operation == "days" else times // (2 * len(OTHERS))
        yield states(place / operation.replace(" ", "-"), operation, share, seed, synchronous)


def states(place: Path, operation: str, times: int, seed: int, synchronous: str = "") -> Count:
    count, chance = Count(f"power loss during {operation}"), random.Random(seed)
    folder = place / "data"
    trace = record(folder, operation, synchronous)
    count.failures += canary.found(place)
    if (built := replay(trace, trace.events)) != files(folder):
        count.fail(f"{count.name}: the rig does not follow: {sorted(built)}")
    after_words = [n for n, e in enumerate(trace.events, 1) if e.kind == "said"]
    count.add("writes recorded", sum(e.kind == "write" for e in trace.events))
    for turn in range(times):
        count.tried += 1
        anywhere = chance.randrange(len(trace.events) + 1)
        end = chance.choice((anywhere, chance.choice(after_words)))
        shutil.rmtree(folder)
        build(trace, trace.events[:end], chance, folder)
        said = "".join(e.data.decode() for e in trace.events[:end] if e.kind == "said")
        try:
            checks.CHECKS[operation](folder, said.split("\n"), False)
        except (UserError, checks.Lost, ValueError) as problem:
            count.fail(f"{count.name} {turn}, at {end}: {problem}")
        except Exception as error:
            count.fail(f"{count.name} {turn}, at {end}: {type(error).__name__} {error}")
    return count


def record(folder: Path, operation: str, synchronous: str = "") -> Trace:
    """Do the operation once, watched. RuntimeError when it does not even work."""
    driver.begin(folder, operation)
    reader = Reader(folder)
    trace = folder.parent / "trace"
    env = {"RIG_SYNCHRONOUS": synchronous} if synchronous else {}
    said, complaint = child.run(folder, operation, (*STRACE, str(trace)), **env)
    if "done" not in said:
        raise RuntimeError(f"{operation} does not even work: {said} {complaint}")
    return reader.read(trace)


def replay(trace: Trace, events: tuple[Event, ...]) -> dict[str, bytes]:
    """All of it, in order: what the folder must hold afterwards."""
    names, data = dict(trace.names), {n: bytearray(b) for n, b in trace.bytes_.items()}
    for event in events:
        _name(names, set(), event, strict=False)
        _write(data, event)
    return {path: bytes(data.get(node, b"")) for path, node in sorted(names.items())}


def build(trace: Trace, events: tuple[Event, ...], chance: random.Random, folder: Path) -> None:
    """One of the states that the disk may be in when the power goes after these events."""
    names, folders = dict(trace.names), set(trace.folders)
    for event in _kept_names(events, chance):
        _name(names, folders, event, strict=True)
    data = {n: bytearray(b) for n, b in trace.bytes_.items()}
    for event in _kept_writes(events, chance):
        _write(data, event)
    folder.mkdir()
    for path in sorted(folders):
        Path(path).mkdir(exist_ok=True)
    for path, node in names.items():
        Path(path).write_bytes(data.get(node, b""))


def _kept_names(events: tuple[Event, ...], chance: random.Random) -> list[Event]:
    journal = chance.random() < 0.5
    waiting: dict[str, list[int]] = defaultdict(list)
    lost: set[int] = set()
    for number, event in enumerate(events):
        if event.kind in OF_NAMES:
            waiting["" if journal else str(Path(event.path).parent)].append(number)
        elif journal and event.kind in ("sync", "folder synced"):
            waiting.clear()
        elif event.kind == "folder synced":
            waiting.pop(event.path, None)
    for numbers in waiting.values():
        lost.update(numbers[chance.randrange(len(numbers) + 1) :])
    return [e for n, e in enumerate(events) if e.kind in OF_NAMES and n not in lost]


def _kept_writes(events: tuple[Event, ...], chance: random.Random) -> list[Event]:
    synced = {e.node: n for n, e in enumerate(events) if e.kind == "sync"}
    ways = defaultdict[int, str](lambda: chance.choice(("all", "none", "some", "sectors", "first")))
    ended: set[int] = set()
    kept: list[Event] = []
    for number, event in enumerate(events):
        if event.kind not in ("write", "cut"):
            continue
        way = "all" if number < synced.get(event.node, -1) else ways[event.node]
        if way == "first" and event.node not in ended and chance.random() < 0.2:
            ended.add(event.node)
            kept += _torn(event, chance)
        elif way == "sectors":
            kept += _torn(event, chance)
        elif (
            way == "all"
            or (way == "first" and event.node not in ended)
            or (way == "some" and chance.random() < 0.5)
        ):
            kept.append(event)
    return kept


def _torn(event: Event, chance: random.Random) -> list[Event]:
    """Some of the sectors of a write."""
    return [
        Event("write", event.node, event.offset + start, event.data[start : start + SECTOR])
        for start in range(0, len(event.data), SECTOR)
        if chance.random() < 0.5
    ]


def _name(names: dict[str, int], folders: set[str], event: Event, strict: bool) -> None:
    """`strict`: a name can stand only in a folder that stands."""
    target = event.other or event.path
    if strict and event.kind in OF_NAMES and str(Path(target).parent) not in folders:
        return
    if event.kind == "made":
        names[event.path] = event.node
    elif event.kind == "renamed":
        rename(names, event.path, event.other)
        for path in [p for p in folders if p == event.path or p.startswith(f"{event.path}/")]:
            folders.discard(path)
            folders.add(event.other + path[len(event.path) :])
    elif event.kind == "gone":
        names.pop(event.path, None)
    elif event.kind == "folder":
        folders.add(event.path)
    elif event.kind == "folder gone" and not any(
        p.startswith(f"{event.path}/") for p in (*names, *folders)
    ):
        folders.discard(event.path)


def _write(data: dict[int, bytearray], event: Event) -> None:
    if event.kind not in ("write", "cut"):
        return
    file = data.setdefault(event.node, bytearray())
    end = event.offset + len(event.data)
    file.extend(bytes(max(0, end - len(file))))
    if event.kind == "cut":
        del file[event.offset :]
    else:
        file[event.offset : end] = event.data
