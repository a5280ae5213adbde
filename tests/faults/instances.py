"""Five programs at once on one vault: one works, four are told so, and each gets its turn."""

import os
import subprocess
import sys
from pathlib import Path

from tests.faults import driver
from tests.faults.count import Count

ROOT = Path(__file__).parents[2]
PROGRAMS = 5


def run(place: Path, writes: int) -> Count:
    """Each program saves so many edits, in turns of ten, waiting while another has the vault."""
    count = Count("five programs at once")
    driver.make(place, 0)
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.driver", str(place), f"in turn {writes}"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": "src"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROGRAMS)
    ]
    for program in programs:
        out, err = program.communicate()
        count.tried += 1
        lines = out.split()
        count.add("acknowledged", sum(line.isdigit() for line in lines))
        count.add("times told to wait", lines.count("wait"))
        if program.returncode or "Traceback" in err:
            count.fail(f"ended with {program.returncode}: {err.splitlines()[-1:]} {out[-200:]}")
    there = driver.saved(place)
    if there != PROGRAMS * writes:
        count.fail(f"{PROGRAMS * writes} edits saved, {there} there")
    return count
