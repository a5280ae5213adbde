"""Five programs on one vault at once: one is in, the others are told so and wait their turn."""

from collections.abc import Iterator
from pathlib import Path

from tests.faults import canary, child, driver
from tests.faults.count import Count

AT_ONCE = 5


def run(place: Path, times: int, seed: int) -> Iterator[Count]:
    """Each writes so many edits; they share one dossier, so each edit builds on another's."""
    count = Count("five instances at once")
    folder = place / "data"
    driver.make(folder)
    processes = [child.start(folder, f"in turn {times}") for _ in range(AT_ONCE)]
    written: list[int] = []
    for process in processes:
        said, complaint = process.communicate(timeout=1200)
        lines = said.split("\n")
        mine = child.numbers(lines)
        written += mine
        count.tried += len(mine)
        count.add("told to wait", lines.count("wait"))
        if complaint or "done" not in lines or len(mine) != times:
            count.fail(f"{count.name}: {len(mine)} written, {lines[-2:]} {complaint[-300:]}")
    expected = list(range(11, 11 + AT_ONCE * times))
    if sorted(written) != expected:
        count.fail(f"{count.name}: {len(set(expected) - set(written))} edits were never written")
    if (there := driver.saved(folder)) != expected[-1]:
        count.fail(f"{count.name}: {expected[-1]} acknowledged, {there} there")
    count.failures += canary.found(place)
    yield count
