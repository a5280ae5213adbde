"""The power goes: what a disk may then hold is rebuilt from a record of every write, and opened.

The model is that of a file system with a journal. What was written to a file since the last wait
for that file (fsync) may be there, in part or not at all, in blocks of 4 KiB and torn at 512 bytes.
New names, renames and removals happen in order, up to some moment after the last wait for anything.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from caseplanner.errors import Doubt, UserError
from tests.faults import driver
from tests.faults.checks import MADE
from tests.faults.count import Count

ROOT = Path(__file__).parents[2]
TRACED = (
    "openat,write,pwrite64,lseek,ftruncate,rename,unlink,unlinkat,fsync,fdatasync,mkdir,rmdir,close"
)
LONGEST = 400_000  # bytes of one write that strace keeps
BLOCK, SECTOR = 4096, 512
CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
HANDLE = re.compile(r"^(\d+)<([^>]*)>")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Event:
    """A change of the disk; `kind` is make, write, cut, name, remove, wait or said."""

    kind: str
    path: str = ""
    place: int = 0
    data: bytes = b""
    to: str = ""


@dataclass(slots=True)
class Inode:
    """A file: what is surely on the disk, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, Event]] = field(default_factory=list)  # with the number of the event


def run(place: Path, states: int, seed: int, synchronous: str = "") -> Iterator[Count]:
    """Open so many states that a power cut could leave. `synchronous` weakens the driver."""
    count = Count("power cuts while typing, closing and opening")
    before = place / "before"
    driver.make(before)
    events = record(before, place, synchronous)
    chance = random.Random(seed)
    count.add("writes and waits recorded", len(events))
    for _ in range(states):
        count.tried += 1
        moment = chance.randrange(len(events) + 1)
        folder = place / "after"
        acknowledged = rebuild(before, folder, events[:moment], chance)
        try:
            there = driver.saved(folder)
            if there < acknowledged:
                count.fail(f"at {moment}: {acknowledged} acknowledged, {there} there")
        except Doubt as doubt:
            count.fail(f"at {moment}: {doubt}")
        except (UserError, ValueError) as problem:
            count.fail(f"at {moment}: does not open: {problem}")
        shutil.rmtree(folder)
    yield count


def record(before: Path, place: Path, synchronous: str) -> list[Event]:
    """Every change to the data folder while a program opens, types and closes, three times."""
    folder, trace = place / "recorded", place / "trace"
    shutil.copytree(before, folder)
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-y", "-xx", "-s", str(LONGEST), "-o", str(trace)),
            *("-e", f"trace={TRACED}", sys.executable, "-m", "tests.faults.driver"),
            *(str(folder), "write often"),
        ],
        cwd=ROOT,
        env=os.environ
        | {"PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1", "RIG_SYNCHRONOUS": synchronous},
        capture_output=True,
        check=True,
    )
    return list(_events(trace.read_text("ascii").splitlines(), str(folder)))


def _events(lines: list[str], folder: str) -> Iterator[Event]:
    places: dict[str, int] = {}  # of each open file, where the next write goes
    for line in lines:
        match = CALL.match(line)
        if not match or int(match[4]) < 0:
            continue
        name, rest, result = match[2], match[3], int(match[4])
        handle, path = _handle(rest)
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(rest)]
        inside = [
            t.decode().removeprefix(f"{folder}/") for t in texts if t.startswith(folder.encode())
        ]
        if name == "write" and handle == "1":
            yield Event("said", data=texts[0])
        elif name == "openat" and inside:
            places[str(result)] = 0
            if "O_CREAT" in rest:
                yield Event("make", inside[0], place="O_TRUNC" in rest)
        elif name in ("rename", "unlink", "mkdir", "rmdir", "unlinkat") and inside:
            yield Event("name" if name == "rename" else "remove", inside[0], to=inside[-1])
        elif path.startswith(folder):
            path = path.removeprefix(f"{folder}/")
            if name == "lseek":
                places[handle] = result
            elif name == "write":
                yield Event("write", path, places.get(handle, 0), texts[0])
                places[handle] = places.get(handle, 0) + result
            elif name == "pwrite64":
                yield Event("write", path, int(rest.rsplit(", ", 1)[1]), texts[0])
            elif name == "ftruncate":
                yield Event("cut", path, int(rest.rsplit(", ", 1)[1]))
            elif name in ("fsync", "fdatasync"):
                yield Event("wait", path)


def _handle(rest: str) -> tuple[str, str]:
    """The number and the path of the open file a call is about."""
    match = HANDLE.match(rest)
    if not match:
        return "", ""
    path = match[2]
    if path.startswith("\\x"):
        path = bytes.fromhex(path.replace("\\x", "")).decode("utf-8", "replace")
    return match[1], path


def rebuild(before: Path, folder: Path, events: list[Event], chance: random.Random) -> int:
    """Put a state in `folder` that a power cut after these events could leave; the newest number
    that was acknowledged by then.
    """
    names = {
        str(file.relative_to(before)): Inode(bytearray(file.read_bytes()))
        for file in before.rglob("*")
        if file.is_file()
    }
    history = [(0, dict(names))]
    waited, acknowledged = 0, MADE
    for number, event in enumerate(events, 1):
        if event.kind == "said":
            lines = event.data.decode().split()
            acknowledged = max([acknowledged, *(int(line) for line in lines if line.isdigit())])
        elif event.kind == "wait":
            waited = number
            if inode := names.get(event.path):
                inode.sure = _applied(inode, number)
                inode.since = []
        elif event.kind in ("write", "cut"):
            names[event.path].since.append((number, event))
        else:
            _rename(names, event, number)
            history.append((number, dict(names)))
    moment = chance.randint(waited, len(events))
    shown = next(seen for number, seen in reversed(history) if number <= moment)
    how = chance.choice(("nothing", "everything", "some", "some", "first"))
    for path, inode in shown.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_survived(inode, moment, how, chance))
    return acknowledged


def _rename(names: dict[str, Inode], event: Event, number: int) -> None:
    match event.kind:
        case "make" if event.path not in names:
            names[event.path] = Inode()
        case "make" if event.place:
            names[event.path].since.append((number, Event("cut", event.path, 0)))
        case "name" if event.path in names:
            names[event.to] = names.pop(event.path)
        case "name":  # a folder
            for path in [p for p in names if p.startswith(f"{event.path}/")]:
                names[event.to + path.removeprefix(event.path)] = names.pop(path)
        case "remove":
            names.pop(event.path, None)


def _applied(inode: Inode, until: int) -> bytearray:
    data = bytearray(inode.sure)
    for number, event in inode.since:
        if number <= until:
            _apply(data, event.place, event.data, event.kind == "cut")
    return data


def _survived(inode: Inode, moment: int, how: str, chance: random.Random) -> bytes:
    """What of this file the disk holds, when all that was not waited for may be lost."""
    data = bytearray(inode.sure)
    pieces: list[tuple[int, int, bytes, bool]] = []
    for number, event in inode.since:
        if event.kind == "cut":
            pieces.append((number, event.place, b"", True))
            continue
        pieces += [
            (number, event.place + start, event.data[start : start + BLOCK], False)
            for start in range(0, len(event.data), BLOCK)
        ]
    last = chance.randrange(len(pieces) + 1)
    for turn, (number, place, piece, cut) in enumerate(pieces):
        if cut:  # the length is a matter of names: in order, up to the moment
            if number <= moment:
                _apply(data, place, b"", True)
        elif how == "everything" or (how == "first" and turn < last):
            _apply(data, place, piece, False)
        elif how == "some" and chance.random() < 0.5:
            torn = chance.random() < 0.2
            _apply(
                data, place, piece[: chance.randrange(0, BLOCK, SECTOR)] if torn else piece, False
            )
    return bytes(data)


def _apply(data: bytearray, place: int, piece: bytes, cut: bool) -> None:
    if cut:
        del data[place:]
        data.extend(bytes(place - len(data)))
        return
    if len(data) < place:
        data.extend(bytes(place - len(data)))
    data[place : place + len(piece)] = piece
