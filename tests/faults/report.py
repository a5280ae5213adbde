"""The counts of a long run as a page of the documentation."""

import platform
from datetime import UTC, datetime
from pathlib import Path

from caseplanner import __version__
from tests.faults.count import Count

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
HEAD = """# What was done to a vault on purpose

The last long run of `python3 run.py faults`, which wrote this page: caseplanner {version}, {day},
Python {python} on {system}, {minutes:.0f} minutes. Each row is something that was broken so many
times; a failure is an acknowledged edit that is not there, a vault that does not open, damage that
is not told, two passphrases where there should be one, a word of a dossier that can be read, or a
traceback. {sum}

| what | tried | what came of it | failures |
|---|---:|---|---:|
"""
TAIL = """
*asked*: the program says before it opens what does not fit, and opens only when a person goes on.
*refused*: it says what is wrong and changes nothing. How each is done: `tests/faults/`, one module
a scenario. Power cuts are rebuilt from a record of every write, not made by pulling a plug; Windows
and macOS were not tried. The whole folder put back from an earlier day is not noticed
([storage.md](storage.md)).
"""


def write(done: list[Count], minutes: float) -> None:
    """Write docs/faults.md anew."""
    failures = sum(len(count.failures) for count in done)
    tried = sum(count.tried for count in done)
    told = f"**{tried:,} faults, {failures} failures.**"
    head = HEAD.format(
        version=__version__,
        day=datetime.now(UTC).date().isoformat(),
        python=platform.python_version(),
        system=platform.system(),
        minutes=minutes,
        sum=told,
    )
    rows = [
        f"| {count.name} | {count.tried:,} | "
        f"{', '.join(f'{many:,} {fact}' for fact, many in count.facts.items())} | "
        f"{len(count.failures)} |\n"
        for count in done
    ]
    PAGE.write_text(head + "".join(rows) + TAIL, "utf-8")
