"""A disk that fills up while somebody types: refused in words, nothing lost, readable meanwhile."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from caseplanner.errors import UserError
from tests.faults import canary, driver
from tests.faults.checks import MADE
from tests.faults.count import Count

ROOT = Path(__file__).parents[2]
SIZE = 4 * 1024 * 1024  # bytes of the small disk


def run(place: Path, times: int, seed: int) -> Count:
    """Fill a small disk to a different byte so many times, type, read, make room, type again."""
    count = Count("full disk")
    chance = random.Random(seed)
    disk = place / "disk"
    disk.mkdir(parents=True)
    if not _mounted(disk):
        count.add("tries on a limit of the file size, for want of a disk to mount", times)
    try:
        for _ in range(times):
            count.tried += 1
            _once(disk, chance, count)
    finally:
        subprocess.run(["umount", str(disk)], capture_output=True)
    return count


def _once(disk: Path, chance: random.Random, count: Count) -> None:
    folder, ballast = disk / "data", disk / "ballast"
    driver.make(folder)
    small = disk.is_mount()
    if small:
        free = shutil.disk_usage(disk).free
        ballast.write_bytes(bytes(max(0, free - chance.randrange(0, 300_000))))
        limit = []
    else:
        limit = ["prlimit", f"--fsize={folder_size(folder) + chance.randrange(0, 300_000)}"]
    said = _type(folder, limit)
    acknowledged = max([MADE, *(int(line) for line in said.stdout.split() if line.isdigit())])
    if "Traceback" in said.stderr:
        count.fail(said.stderr.splitlines()[-1])
    count.add("refused in words", int("refused" in said.stdout))
    try:
        there = driver.saved(folder)
        count.add("read while full")
        if there not in (acknowledged, acknowledged + 1):
            count.fail(f"{acknowledged} acknowledged, {there} there while full")
    except UserError as problem:
        count.fail(f"not readable while full: {problem}")
    ballast.unlink(missing_ok=True)
    try:
        there = driver.saved(folder)
        if there not in (acknowledged, acknowledged + 1):
            count.fail(f"{acknowledged} acknowledged, {there} there afterwards")
        driver.type_in(folder, 4)
    except UserError as problem:
        count.fail(f"not usable with room again: {problem}")
    if canary.found(folder):
        count.fail("a word of a dossier can be read")
    shutil.rmtree(folder)


def folder_size(folder: Path) -> int:
    return max(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _type(folder: Path, limit: list[str]) -> "subprocess.CompletedProcess[str]":
    """Type until it is refused, or for a hundred edits."""
    return subprocess.run(
        [*limit, sys.executable, "-m", "tests.faults.driver", str(folder), "much"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )


def _mounted(disk: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "rig", str(disk)]
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False
