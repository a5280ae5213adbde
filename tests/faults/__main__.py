"""The fault rig: `python3 run.py faults [--quick] [NAME...]`. Exit 1 on any loss.

The whole of it takes about an hour on two slow cores and writes docs/faults.md; `--quick` takes ten
minutes and writes nothing.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.faults import (
    clock,
    damage,
    headers,
    instances,
    kills,
    powerloss,
    report,
    space,
    syscalls,
)
from tests.faults.count import Count

NAMES = (
    "syscalls", "kills", "powerloss", "damage", "headers", "space", "instances", "clock",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extent:
    """How often each thing is done."""

    kills: int
    every: int  # of the system calls: 1 is all, 4 a quarter
    states: int
    damages: int
    headers: int
    full: int
    writes: int
    jumps: int


AT_ONCE = 2  # scenarios
LONG = Extent(1000, 1, 2000, 100, 10_000, 100, 500, 40)
QUICK = Extent(150, 6, 300, 12, 2000, 15, 100, 15)


def scenario(name: str, place: Path, extent: Extent, seed: int) -> Iterable[Count]:
    """The counts of one scenario, as they come."""
    match name:
        case "kills":
            return (kills.run(place, extent.kills, seed),)
        case "syscalls":
            return syscalls.run(place, every=extent.every)
        case "powerloss":
            return powerloss.run(place, extent.states, seed)
        case "damage":
            return damage.run(place, extent.damages, seed)
        case "headers":
            return (headers.run(place, extent.headers, seed),)
        case "space":
            return (space.run(place, extent.full, seed),)
        case "instances":
            return instances.run(place, extent.writes, seed)
        case "clock":
            return clock.run(place, extent.jumps, seed)
        case _:
            raise KeyError(name)


def counts(names: Iterable[str], extent: Extent, seed: int) -> Iterator[Count]:
    """Two scenarios at a time, each in a process of its own; in the order of the names."""
    with ProcessPoolExecutor(AT_ONCE, get_context("spawn"), max_tasks_per_child=1) as pool:
        for found in pool.map(partial(_counted, extent=extent, seed=seed), names):
            yield from found


def _counted(name: str, extent: Extent, seed: int) -> list[Count]:
    with somewhere() as place:
        return list(scenario(name, Path(place) / name, extent, seed))


def somewhere() -> "tempfile.TemporaryDirectory[str]":
    """A folder that goes away. In memory where there is such a disk: what a kill leaves is the same
    there, and it is faster.
    """
    memory = Path("/dev/shm")
    fits = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return tempfile.TemporaryDirectory(
        prefix="caseplanner-rig-", dir=memory if fits else None, ignore_cleanup_errors=True
    )


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py faults", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ten minutes instead of an hour")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    options = parser.parse_args(argv)
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no scenario {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}")
    begun = time.monotonic()
    done = []
    for count in counts(options.names or NAMES, QUICK if options.quick else LONG, options.seed):
        print(count.in_words(), flush=True)
        for failure in count.failures[:20]:
            print(f"  LOST {failure}", flush=True)
        done.append(count)
    failed = [count for count in done if count.failures]
    minutes = (time.monotonic() - begun) / 60
    print(f"{sum(c.tried for c in done):,} faults in {minutes:.0f} minutes, seed {options.seed}")
    if not options.quick and not options.names:
        report.write(done, minutes)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
