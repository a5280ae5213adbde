"""What there is to do in all dossiers as days for a calendar: kinds and numbers, nobody's words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseplanner.dossier.agenda import Item, What
from caseplanner.words import _, mark

# Whether it is about a victim is told nowhere: a talk to take up again is one to ask again.
KINDS = {
    What.STEP: mark("Step"),
    What.GOAL: mark("Look again at a goal"),
    What.ASK: mark("Ask again"),
    What.MEDIATION: mark("Ask again"),
    What.BASIC: mark("Basic condition"),
    What.RISK: mark("Risk assessment"),
    What.CONDITION: mark("End of a condition"),
    What.RELEASE: mark("Release"),
    What.REVIEW: mark("Review"),
    What.MEETING: mark("Three-way meeting"),
    What.AGREEMENT: mark("Agreement"),
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """On this day there is something of this kind to do, in so many dossiers or so many times."""

    on: date
    kind: str  # an entry of the word catalogue
    count: int

    def in_words(self) -> str:
        if self.count == 1:
            return _("{what} (caseplanner)", what=_(self.kind))
        return _("{what}: {n} (caseplanner)", what=_(self.kind), n=self.count)


def of(items: Iterable[Item], today: date) -> tuple[Reminder, ...]:
    """The days from today on, the first one first; what has no day or no kind here is left out."""
    found = Counter(
        (item.on, KINDS[item.what])
        for item in items
        if item.on and item.on >= today and item.what in KINDS
    )
    return tuple(Reminder(on, kind, many) for (on, kind), many in sorted(found.items()))
