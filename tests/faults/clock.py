"""The clock of a laptop jumps by years, both ways; what is newer goes by number, never by time."""

import os
import subprocess
import sys
from pathlib import Path

from caseplanner import desk as desks
from caseplanner.desk import Desk
from tests.faults import driver
from tests.faults.count import Count
from tests.vault.typist import PASSPHRASE

ROOT = Path(__file__).parents[2]
YEARS = (-20, -5, -1, 1, 5, 30, 5, 1, -1, -5, -20, 30)


def run(place: Path, jumps: tuple[int, ...] = YEARS) -> Count:
    """Type with the clock at another year, look here, and go to the next year."""
    count = Count("clock jumps of -20 to +30 years")
    driver.make(place, 0)
    last = 0
    for years in jumps:
        count.tried += 1
        said = _type(place, years * 365)
        if "done" not in said.stdout:
            count.fail(f"{years} years: {said.stdout[-200:]} {said.stderr[-300:]}")
        last = max([last, *(int(line) for line in said.stdout.split() if line.isdigit())])
        desk = Desk(place, desks.unlock(place, PASSPHRASE))
        count.add("told about the clock", int(bool(desk.notes)))
        if driver.number_of(desk.open("typed").dossier) != last:
            count.fail(f"{years} years: edits lost")
        if desk.custody.broken_log():
            count.fail(f"{years} years: the log is broken")
        desk.close()
    return count


def _type(folder: Path, days: int) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.driver", str(folder), "write"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src", "RIG_DAYS": str(days)},
        capture_output=True,
        text=True,
    )
