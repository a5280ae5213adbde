"""Edits to who the dossier is about and who works on it."""

from dataclasses import replace
from typing import Any

from caseplanner.dossier import lists, texts
from caseplanner.dossier.model import Colleague, Dossier, Person, Role
from caseplanner.errors import UserError
from caseplanner.words import mark


def start(called: str, **details: Any) -> Dossier:
    """A new dossier; only the name to be called by is needed (ux.md section 4)."""
    called = called.strip()
    if not called:
        raise UserError(mark("Fill in what this person wants to be called."))
    return Dossier(person=Person(called=called, **details))


def describe(dossier: Dossier, **details: Any) -> Dossier:
    """Change fields of the person; the name to be called by may not become empty."""
    person = replace(dossier.person, **details)
    if not person.called.strip():
        raise UserError(mark("Fill in what this person wants to be called."))
    return replace(dossier, person=person)


def name_colleague(dossier: Dossier, role: Role, name: str, work: str = "") -> Dossier:
    """Set who sits in a role; an empty name leaves the seat empty.

    The first colleague in a role is the one who signs for it; others in that role stay.
    """
    known = colleague(dossier, role)
    name = name.strip()
    if not name:
        return replace(dossier, team=lists.without(dossier.team, known.id)) if known else dossier
    new = replace(known, name=name, work=work) if known else Colleague(name, role, work)
    return replace(dossier, team=lists.put(dossier.team, new))


def others(dossier: Dossier) -> tuple[Colleague, ...]:
    """Those who work along and do not sign: who sits in no role, or is not the first in it."""
    seats = [colleague(dossier, role) for role in Role]
    return tuple(each for each in dossier.team if each not in seats)


def add_other(dossier: Dossier, name: str, work: str = "") -> Dossier:
    """Somebody more who works along; he or she does not sign."""
    return replace(dossier, team=(*dossier.team, Colleague(texts.said(name), None, work)))


def describe_other(dossier: Dossier, id: str, **details: Any) -> Dossier:
    """Change the name or the work of who works along; the name may not become empty."""
    if "name" in details:
        details["name"] = texts.said(details["name"])
    team = lists.change(dossier.team, id, lambda one: replace(one, **details))
    return replace(dossier, team=team)


def remove_other(dossier: Dossier, id: str) -> Dossier:
    return replace(dossier, team=lists.without(dossier.team, id))


def colleague(dossier: Dossier, role: Role) -> Colleague | None:
    return next((c for c in dossier.team if c.role is role), None)


def name_of(dossier: Dossier, role: Role) -> str:
    """The name of who signs in this role; "" when nobody is named yet."""
    if role is Role.CLIENT:
        return dossier.person.called
    known = colleague(dossier, role)
    return known.name if known else ""
