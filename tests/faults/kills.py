"""The program is killed at any moment, again and again, on one vault that lives on."""

import random
import time
from pathlib import Path

from caseplanner.errors import UserError
from tests.faults import canary, driver
from tests.faults.count import Count
from tests.vault.test_crash import killed

LONGEST = 0.12  # seconds a program lives; starting, typing and closing all fall in it


def run(place: Path, times: int, seed: int) -> Count:
    """Kill a program that opens, types and closes, so many times."""
    count = Count("random kill -9")
    driver.make(place, 0)
    moments = random.Random(seed)
    saved = 0
    for _ in range(times):
        count.tried += 1
        said = killed(moments.uniform(0, LONGEST), type_on, place)
        count.add("acknowledged", len(said))
        count.add("killed at work", int(bool(said)))
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


def type_on(folder: Path, said: object) -> None:
    """Open, type, close, again and again; each number goes out once its edit is saved."""
    from functools import partial

    from caseplanner import desk as desks
    from caseplanner.desk import Desk
    from tests.vault.typist import PASSPHRASE

    said.send(0)  # type: ignore[attr-defined]
    while True:
        desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
        session = desk.open("typed")
        for _ in range(15):
            number = driver.number_of(session.dossier) + 1
            session.change("Typing", partial(driver.edited, number=number))
            said.send(number)  # type: ignore[attr-defined]
        desk.close()


def seed() -> int:
    return time.time_ns()
