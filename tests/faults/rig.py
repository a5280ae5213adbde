"""The scenarios of the rig, how often each is done, and two of them at a time."""

import os
import shutil
import tempfile
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
        for found in pool.map(partial(counted, extent=extent, seed=seed), names):
            yield from found


def counted(name: str, extent: Extent, seed: int) -> list[Count]:
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
