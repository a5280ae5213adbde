"""Edits to the people around the client (domain.md C1, part 2).

Of somebody else the least is kept: what he or she is called and who it is. Before it is said
whether somebody knows of the talk or confirmed it, it is looked up whether contact is forbidden;
while it is, nobody asks. Who is also victim is no part of the network any more: seen only with the
dimension of the victim, in no text and in no file.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import lists
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import (
    Circle,
    Confirmed,
    Contact,
    Dossier,
    Knows,
    Meaning,
    NoContact,
)
from caseplanner.errors import UserError
from caseplanner.words import _, count, mark

FIRST_LOOK_UP = mark("First look up whether contact is forbidden.")
FORBIDDEN = mark("Contact is forbidden, so nobody asks this person.")
ASKED = frozenset({"knows", "confirmed", "confirmed_on"})  # what was asked of the other
CIRCLES = {
    Circle.CLOSE: mark("Very close"),
    Circle.NEAR: mark("Close by"),
    Circle.FAR: mark("Further away"),
}
MEANINGS = {
    Meaning.SUPPORT: mark("Support"),
    Meaning.WORRY: mark("Worry"),
    Meaning.BOTH: mark("Support and worry"),
}
KNOWS = {
    Knows.UNKNOWN: mark("Not known"),
    Knows.YES: mark("Knows of this talk"),
    Knows.NO: mark("Does not know of this talk"),
}
CONFIRMED = {
    Confirmed.NOT_YET: mark("Not asked yet"),
    Confirmed.YES: mark("Says so too"),
    Confirmed.NO: mark("Says something else"),
    Confirmed.NOT_APPLICABLE: mark("Does not apply"),
}
ORDERS = {
    NoContact.NOT_CHECKED: mark("Not looked up yet"),
    NoContact.NONE: mark("Contact is allowed"),
    NoContact.FORBIDDEN: mark("Contact is forbidden"),
}


def shown(dossier: Dossier) -> tuple[Contact, ...]:
    """The people of the network: nobody who is also victim."""
    return tuple(one for one in dossier.contacts if not one.also_victim)


def victims(dossier: Dossier) -> tuple[Contact, ...]:
    """Those who are also victim, for the dimension of the victim only."""
    return tuple(one for one in dossier.contacts if one.also_victim)


def found(dossier: Dossier, asked: str) -> tuple[Contact, ...]:
    """Those of the network of whom the name, or who it is, has these words in it."""
    looked_for = fold(asked.strip())
    return tuple(one for one in shown(dossier) if looked_for in fold(f"{one.name} {one.relation}"))


def add(dossier: Dossier, name: str, circle: Circle = Circle.NEAR) -> Dossier:
    """Somebody more, at the end; nothing else is said of him or her yet."""
    return replace(dossier, contacts=(*dossier.contacts, Contact(_said(name), circle=circle)))


def describe(dossier: Dossier, id: str, **details: Any) -> Dossier:
    """Change what is said of somebody; the name stays words."""
    if "name" in details:
        details["name"] = _said(details["name"])
    if why := why_not(find(dossier, id), **details):
        raise UserError(why)
    return replace(
        dossier, contacts=lists.change(dossier.contacts, id, lambda one: replace(one, **details))
    )


def why_not(one: Contact, **details: Any) -> str:
    """Why these things cannot be said of somebody now; "" when they can."""
    new = {name: value for name, value in details.items() if getattr(one, name) != value}
    if not ASKED & new.keys():
        return ""
    order = details.get("no_contact", one.no_contact)
    if order is NoContact.NOT_CHECKED:
        return FIRST_LOOK_UP
    return FORBIDDEN if order is NoContact.FORBIDDEN else ""


def confirm(dossier: Dossier, id: str, confirmed: Confirmed, on: date | None) -> Dossier:
    """What the other said: with the day when he or she was asked, without where nobody was."""
    asked = confirmed in (Confirmed.YES, Confirmed.NO)
    return describe(dossier, id, confirmed=confirmed, confirmed_on=on if asked else None)


def move(dossier: Dossier, id: str, by: int) -> Dossier:
    """Shift somebody among those who are seen."""
    shifted = iter(lists.shift(shown(dossier), id, by))
    return replace(
        dossier,
        contacts=tuple(one if one.also_victim else next(shifted) for one in dossier.contacts),
    )


def remove(dossier: Dossier, id: str) -> Dossier:
    return replace(dossier, contacts=lists.without(dossier.contacts, id))


def lock_as_victim(dossier: Dossier, id: str) -> Dossier:
    """From now on seen only with the dimension of the victim."""
    return _set_victim(dossier, id, True)


def unlock(dossier: Dossier, id: str) -> Dossier:
    """Back among the people around the client: it was a mistake."""
    return _set_victim(dossier, id, False)


def find(dossier: Dossier, id: str) -> Contact:
    """The person with this id, who must be there."""
    one = lists.find(dossier.contacts, id)
    if one is None:
        raise KeyError(id)
    return one


def in_few_words(dossier: Dossier) -> str:
    """How many people there are around the client, for the hub; "" for none."""
    many = len(shown(dossier))
    return count("{n} person", "{n} people", many) if many else ""


def in_words(one: Contact) -> str:
    """All that the map shows of somebody, for who does not see it."""
    named = _("{name}, {relation}", name=one.name, relation=one.relation)
    told = [
        named if one.relation.strip() else one.name,
        _(CIRCLES[one.circle]),
        _(MEANINGS[one.meaning]),
    ]
    if one.no_contact is not NoContact.NONE:
        told.append(
            _("Contact not looked up yet")
            if one.no_contact is NoContact.NOT_CHECKED
            else _(ORDERS[one.no_contact])
        )
    if one.confirmed is Confirmed.YES:
        told.append(_(CONFIRMED[one.confirmed]))
    return ". ".join(told) + "."


def _set_victim(dossier: Dossier, id: str, is_victim: bool) -> Dossier:
    def apply(one: Contact) -> Contact:
        return replace(one, also_victim=is_victim)

    return replace(dossier, contacts=lists.change(dossier.contacts, id, apply))


def _said(name: str) -> str:
    name = name.strip()
    if not name:
        raise UserError(mark("Fill in a first name, or who it is."))
    return name
