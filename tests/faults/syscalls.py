"""Each system call that changes something, once killed, once out of room, once failing.

The calls are first counted in a run that is only watched. strace counts the calls of each name by
itself in each process, so a point is a name and a number.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from caseplanner.errors import Doubt, UserError
from tests.faults import canary, checks, driver
from tests.faults.count import Count

ROOT = Path(__file__).parents[2]
CHANGING = (
    "write", "pwrite64", "pwritev", "fsync", "fdatasync", "ftruncate", "truncate", "rename",
    "renameat", "renameat2", "unlink", "unlinkat", "link", "mkdir", "mkdirat", "rmdir",
    "fallocate", "openat", "creat", "msync", "chmod", "fchmod", "copy_file_range", "sendfile",
)  # fmt: skip
FAULTS = {"killed": "signal=KILL", "full": "error=ENOSPC", "failing": "error=EIO"}
LINE = re.compile(r"^(\d+) +(\w+)\((.*)")
AT_ONCE = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Point:
    """The n-th call of this name in a process."""

    name: str
    number: int


def points(operation: str, place: Path) -> list[Point]:
    """The calls of this operation that change something in the data folder."""
    folder, trace = place / "watched" / "data", place / "trace"
    driver.begin(folder, operation)
    watched = ["strace", "-f", "-qq", "-y", "-o", str(trace), "-e", f"trace={','.join(CHANGING)}"]
    done = _run(folder, operation, watched)
    if "done" not in done.stdout:
        raise RuntimeError(f"{operation} does not even work: {done.stdout} {done.stderr}")
    counted: Counter[tuple[str, str]] = Counter()
    found: dict[Point, None] = {}
    for line in trace.read_text("utf-8", "replace").splitlines():
        if match := LINE.match(line):
            process, name, rest = match.groups()
            counted[process, name] += 1
            opens_only = name == "openat" and "O_CREAT" not in rest
            if str(folder) in rest and not opens_only:
                found[Point(name, counted[process, name])] = None
    return list(found)


def run(place: Path, operations: tuple[str, ...] = (), every: int = 1) -> Iterator[Count]:
    """A count for each operation; `every` 3 tries a third of the points."""
    for operation in operations or tuple(driver.OPERATIONS):
        room = place / operation.replace(" ", "-")
        count = Count(f"system calls of {operation}")
        tried = points(operation, room)[:: every or 1]
        count.add("points", len(tried))
        deeds = [(point, fault) for point in tried for fault in FAULTS]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for said in pool.map(partial(_try, room, operation), range(len(deeds)), deeds):
                count.tried += 1
                for fact in said.facts:
                    count.add(fact)
                count.failures += said.failures
        yield count


def _try(room: Path, operation: str, turn: int, deed: tuple[Point, str]) -> Count:
    point, fault = deed
    said = Count(f"{operation}, {point.name} {point.number} {fault}")
    folder = room / str(turn) / "data"
    driver.begin(folder, operation)
    inject = f"inject={point.name}:{FAULTS[fault]}:when={point.number}"
    done = _run(
        folder,
        operation,
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={point.name}", "-e", inject],
    )
    try:
        if "Traceback" in done.stderr:
            said.fail(f"{said.name}: {done.stderr.splitlines()[-1]}")
        if canary.found(folder):
            said.fail(f"{said.name}: a word of a dossier can be read")
        accept = False
        try:
            checks.CHECKS[operation](folder, done.stdout.split("\n"), accept)
        except Doubt as doubt:
            if fault == "killed":
                said.fail(f"{said.name}: a doubt without a reason: {doubt}")
            said.add("asked")
            checks.CHECKS[operation](folder, done.stdout.split("\n"), True)
        said.add("refused in words" if "refused" in done.stdout else "went through or ended")
    except (UserError, checks.Lost) as problem:
        said.fail(f"{said.name}: {problem}")
    except Exception as error:
        said.fail(f"{said.name}: {type(error).__name__} {error}")
    shutil.rmtree(folder.parent)
    return said


def _run(folder: Path, operation: str, before: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*before, sys.executable, "-m", "tests.faults.driver", str(folder), operation],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
