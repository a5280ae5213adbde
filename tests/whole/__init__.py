"""The three long cases, entered as people enter them: by the edits that the pages call.

Each module holds one case and enters it from nothing, in the order of its description. All three
are made up. What leaves the laptop of them lies in `tests/cases/` as files of the exchange schema,
and that of Sam is the practice dossier of the program; after a change:

    python -m tests.whole
"""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

from caseplanner import paths
from caseplanner.dossier import document
from caseplanner.dossier.model import Dossier
from tests.whole import dennis, meeting, mehmet, sam, together, volunteers, who
from tests.whole.naming import named

ENTER: dict[str, Callable[[], Dossier]] = {
    "sam": sam.entered,
    "dennis": dennis.entered,
    "mehmet": mehmet.entered,
}
# What is around the plan, in modules of its own.
AROUND: dict[str, tuple[Callable[[Dossier], Dossier], ...]] = {
    "sam": (volunteers.sam, who.sam, together.sam, meeting.sam),
    "dennis": (volunteers.dennis, who.dennis, together.dennis, meeting.dennis),
    "mehmet": (volunteers.mehmet, who.mehmet, meeting.mehmet),
}
NAMES = tuple(ENTER)
CASES = Path(__file__).parent.parent / "cases"
PRACTICE = paths.resource("practice/sam.json")


@cache
def case(name: str) -> Dossier:
    """The whole dossier, with what stays on the laptop."""
    dossier = ENTER[name]()
    for enter in AROUND[name]:
        dossier = enter(dossier)
    return named(dossier, name)


def taken(name: str, *parts: str) -> Callable[[Dossier], Dossier]:
    """The edit that puts these parts of a case in an open dossier; without parts all of it."""
    every = {f.name for f in fields(Dossier)} - {"id", "practice", "versions"}
    return lambda dossier: replace(
        dossier, **{part: getattr(case(name), part) for part in parts or every}
    )


def written(name: str) -> bytes:
    """The case as it leaves the laptop, in lines that can be compared."""
    plan = json.loads(document.dump(case(name)))
    return (json.dumps(plan, ensure_ascii=False, indent=2) + "\n").encode()
