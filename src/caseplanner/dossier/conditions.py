"""Edits to the special conditions: what was imposed, beside what it means (domain.md 3a, C2).

A condition is no goal: nobody is asked to agree with it, so no answer of the client is kept here.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import lists
from caseplanner.dossier.model import Dossier, SpecialCondition
from caseplanner.errors import UserError
from caseplanner.words import _, count, mark

BACKWARDS = mark("The last day is before the first day.")


def add(dossier: Dossier, text: str) -> Dossier:
    """Put a condition at the end, in the words of who imposed it.

    A decision mostly has several: who imposed it, who checks it and the days are those of the one
    before, to be changed where they differ.
    """
    said = written(text)
    before = dossier.conditions[-1] if dossier.conditions else SpecialCondition("")
    new = SpecialCondition(
        said,
        imposed_by=before.imposed_by,
        since=before.since,
        until=before.until,
        checked_by=before.checked_by,
    )
    return replace(dossier, conditions=(*dossier.conditions, new))


def change(dossier: Dossier, condition: str, **details: Any) -> Dossier:
    """Change fields of a condition: its text may not become empty, its days not run backwards."""
    known = lists.find(dossier.conditions, condition)
    if known is None:  # undone while it was being typed
        return dossier
    new = replace(known, **details)
    written(new.text)
    if is_backwards(new.since, new.until):
        raise UserError(BACKWARDS)
    return replace(dossier, conditions=lists.put(dossier.conditions, new))


def remove(dossier: Dossier, condition: str) -> Dossier:
    """Take a condition away; what was achieved within it stays, and no longer points at it."""
    return replace(
        dossier,
        conditions=lists.without(dossier.conditions, condition),
        achievements=tuple(
            replace(one, condition="") if one.condition == condition else one
            for one in dossier.achievements
        ),
    )


def is_backwards(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last < first


def at_a_glance(dossier: Dossier) -> str:
    """ "2 imposed"."""
    many = len(dossier.conditions)
    return count("{n} imposed", "{n} imposed", many) if many else _("none written down")


def written(text: str) -> str:
    """The words without the spaces around them; none at all is refused."""
    text = text.strip()
    if not text:
        raise UserError(mark("Write down a few words first."))
    return text
