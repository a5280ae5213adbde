"""Edits to the detention of now, and a new one that leaves the earlier ones as they were.

What the client says of the offence is written down only while the verdict is final (domain.md
R23). When it no longer is, the words are kept and shown nowhere.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier.model import Dossier, Stay, Verdict
from caseplanner.errors import UserError
from caseplanner.words import mark


def now(dossier: Dossier) -> Stay | None:
    """The detention of now: the newest; None when nothing was said of one."""
    return dossier.stays[-1] if dossier.stays else None


def earlier(dossier: Dossier) -> tuple[Stay, ...]:
    """The detentions before, newest first; they are only read."""
    return dossier.stays[-2::-1]


def describe(dossier: Dossier, **details: Any) -> Dossier:
    """Change fields of the detention of now, which begins to be when the first is said."""
    known = now(dossier)
    after = replace(known or Stay(), **details)
    check(after)
    if known is None and after == Stay(id=after.id):
        return dossier
    return replace(dossier, stays=(*dossier.stays[:-1], after))


def state_offence(dossier: Dossier, said: str) -> Dossier:
    """What the client says of the offence; refused unless the verdict is final (R23)."""
    known = now(dossier)
    if known is None or not may_state(known):
        raise UserError(mark("Nothing is written about the offence until the verdict is final."))
    return replace(dossier, stays=(*dossier.stays[:-1], replace(known, statement=said)))


def may_state(stay: Stay) -> bool:
    """What the client says of the offence may be written down and read."""
    return stay.verdict is Verdict.FINAL


def begin_again(dossier: Dossier, ended: date | None) -> Dossier:
    """A new case: a detention of its own. The one before ended on this day and stays readable."""
    before = now(dossier)
    if before is None:
        raise UserError(mark("Fill in this stay first; a new case comes after it."))
    closed = replace(before, ended=ended or before.ended)
    check(closed)
    return replace(dossier, stays=(*dossier.stays[:-1], closed, Stay()))


def check(stay: Stay) -> None:
    """UserError for days that cannot be."""
    if stay.since and stay.release and stay.release < stay.since:
        raise UserError(mark("This day is before the first day of the stay."))
    if stay.since and stay.ended and stay.ended < stay.since:
        raise UserError(mark("This day is before the first day of the stay."))
    if stay.since and stay.moved_on and stay.moved_on < stay.since:
        raise UserError(mark("This day is before the first day of the stay."))
