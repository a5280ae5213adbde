"""Edits to the basic conditions (basisvoorwaarden): how each of the seven areas stands, and stood.

A state is a mark with the day it was said; the newest mark of an area holds, and the earlier ones
stay readable. An area without a mark was not discussed, which is never the same as "not needed"
(domain.md C2).
"""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import lists
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Area, Basic, BasicState, Dossier
from caseplanner.words import _, mark

# As the grid and the plan on paper say them; the icon stands beside the word, never alone.
STATES = {
    BasicState.NOT_DISCUSSED: (mark("Not discussed"), "circle-dashed"),
    BasicState.ARRANGED: (mark("Arranged"), "circle-check"),
    BasicState.BUSY: (mark("Busy"), "circle-dot"),
    BasicState.TO_ARRANGE: (mark("Still to arrange"), "clock"),
    BasicState.NOT_NEEDED: (mark("Not needed"), "minus"),
    BasicState.NO_HELP: (mark("Wants no help"), "hand"),
}


def say(dossier: Dossier, area: Area, state: BasicState, today: date) -> Dossier:
    """How the area stands from today on.

    Within one day the newest mark is put right; on a later day a new one follows it, with who
    sees to it, but without the date and the note, which belonged to how it was. "Not discussed"
    takes away what was said of the area.
    """
    newest = now(dossier, area)
    if state is BasicState.NOT_DISCUSSED:
        return replace(dossier, basics=tuple(b for b in dossier.basics if b.area is not area))
    if newest is None:
        return _add(dossier, Basic(area, state, said_on=today))
    if newest.state is state:
        return dossier
    if newest.said_on == today:
        return _put(dossier, replace(newest, state=state))
    return _add(dossier, Basic(area, state, newest.who, said_on=today))


def describe(dossier: Dossier, area: Area, **details: Any) -> Dossier:
    """Change who, the date or the note of the newest mark; nothing where nothing was said yet."""
    newest = now(dossier, area)
    return _put(dossier, replace(newest, **details)) if newest else dossier


def marks(dossier: Dossier, area: Area) -> tuple[Basic, ...]:
    """What was said of an area, oldest first."""
    return tuple(basic for basic in dossier.basics if basic.area is area)


def now(dossier: Dossier, area: Area) -> Basic | None:
    """The mark that holds; None when the area was not discussed."""
    said = marks(dossier, area)
    return said[-1] if said else None


def state(dossier: Dossier, area: Area) -> BasicState:
    newest = now(dossier, area)
    return newest.state if newest else BasicState.NOT_DISCUSSED


def discussed(dossier: Dossier) -> tuple[Area, ...]:
    """The areas something was said of, in their order."""
    return tuple(a for a in Area if state(dossier, a) is not BasicState.NOT_DISCUSSED)


def at_a_glance(dossier: Dossier) -> str:
    """ "3 of 7 arranged"; what was not discussed and what is not needed are no arrangements."""
    if not discussed(dossier):
        return _("not discussed")
    return _("{n} of {all} arranged", n=_arranged(dossier), all=len(Area))


def in_few_words(dossier: Dossier) -> str:
    """The same where there is little room: "3 of 7"."""
    if not discussed(dossier):
        return ""
    return _("{n} of {all}", n=_arranged(dossier), all=len(Area))


def _arranged(dossier: Dossier) -> int:
    return sum(state(dossier, area) is BasicState.ARRANGED for area in Area)


def name(area: Area) -> str:
    """What the area is called."""
    return _(VALUES[Area][area])


def _add(dossier: Dossier, basic: Basic) -> Dossier:
    return replace(dossier, basics=(*dossier.basics, basic))


def _put(dossier: Dossier, basic: Basic) -> Dossier:
    return replace(dossier, basics=lists.put(dossier.basics, basic))
