"""The program is killed at any moment, again and again, on one vault that lives on."""

import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from caseplanner.errors import UserError
from tests.faults import canary, driver
from tests.faults.count import Count
from tests.vault.test_crash import killed

EDITS = 15  # between opening and closing


def run(place: Path, times: int, seed: int) -> Count:
    """Kill a program that opens, types and closes, so many times."""
    count = Count("random kill -9")
    driver.make(place, 0)
    begun = time.monotonic()
    driver.type_in(place, EDITS)
    longest = 2 * (time.monotonic() - begun)  # starting, typing and closing all fall in it
    moments = random.Random(seed)
    saved = EDITS
    for _ in range(times):
        count.tried += 1
        said = killed(moments.uniform(0, longest), type_on, place)
        count.add("acknowledged", len(said))
        count.add("killed at work", int(bool(said)))
        longest *= 0.97 if said else 1.03  # half of them while it opens, half while it types
        acknowledged = max([saved, *said])
        try:
            there = driver.saved(place)
        except (UserError, ValueError) as problem:
            count.fail(f"not opened after a kill: {problem}")
            return count
        if there not in (acknowledged, acknowledged + 1):
            count.fail(f"{acknowledged} acknowledged, {there} there")
        saved = there
    if readable := canary.found(place):
        count.fail(f"a word of a dossier can be read in {len(readable)} files")
    return count


def type_on(folder: Path, said: Connection) -> None:
    """Open, type, close, again and again; each number goes out once its edit is saved."""
    said.send(0)
    while True:
        driver.type_in(folder, EDITS, said.send)
