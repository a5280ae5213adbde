"""The clock of the laptop jumps by years: nothing is lost, and the person is told."""

import random
from collections.abc import Iterator
from pathlib import Path

from caseplanner.vault import doubts
from tests.faults import canary, child, driver
from tests.faults.count import Count

YEAR = 365
JUMPS = (0, -20 * YEAR, 0, 30 * YEAR, 0, -2, 2 * YEAR, -5 * YEAR, 10 * YEAR, 0)  # days from today


def run(place: Path, times: int, seed: int) -> Iterator[Count]:
    """One vault through known jumps first, then through chance ones."""
    count, chance = Count("clock from -20 to +30 years"), random.Random(seed)
    folder = place / "data"
    driver.make(folder)
    saved, last = 10, 0
    for turn in range(times):
        count.tried += 1
        now = JUMPS[turn] if turn < len(JUMPS) else chance.randint(-20 * YEAR, 30 * YEAR)
        said, complaint = child.run(folder, "write", RIG_DAYS=str(now))
        if "done" not in said or complaint:
            count.fail(f"{count.name}, {last} to {now}: {said} {complaint[-300:]}")
        saved = max([saved, *child.numbers(said)])
        told = [line for line in said if line.startswith("note")]
        expected = ""
        if now < last - doubts.BACK.days:
            expected = doubts.CLOCK_BACK
        elif now > last + doubts.AHEAD.days:
            expected = doubts.CLOCK_AHEAD
        if told != ([f"note {expected}"] if expected else []):
            count.fail(f"{count.name}, {last} to {now}: told {told}")
        count.add("told", len(told))
        last = now
    child.run(folder, "write")
    if (there := driver.saved(folder)) != saved + 4:
        count.fail(f"{count.name}: {saved + 4} acknowledged, {there} there")
    count.add("acknowledged", there - 10)
    count.failures += canary.found(place)
    yield count
