"""Whom a name that somebody typed means: one of those in the plan, or nobody that is sure.

Forgiving for how a name is written ("Henk (mentor)", "Sam zelf", "Fatma" for Fatma Bouzidi) and
never a guess: a name that may mean two of them means neither.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from caseplanner.dossier import network
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import Colleague, Dossier, PartnerKind, Role
from caseplanner.words import _, mark

UNKNOWN = "?"  # a party that begins so is only a name
IN_BRACKETS = re.compile(r"(.+?)\s*\((.+)\)")
# Each a list of words as people type them, with a comma between; the list of another language is
# its own.
JOINING = mark("and, with")
FILLING = mark("self, himself, herself, the")


class Side(StrEnum):
    """Those who are in every plan; the others are known by their id."""

    PI = "pi"
    PROBATION = "probation"
    CLIENT = "client"


WORDS = {
    Side.PI: mark("PI, DJI, mentor"),
    Side.PROBATION: mark("probation, supervisor"),
    Side.CLIENT: mark("I, client"),
}


class Named:
    """Everybody in one plan, by what they are called. A party is a `Side` or the id of a row."""

    def __init__(self, dossier: Dossier) -> None:
        self._sure: dict[str, set[str]] = defaultdict(set)  # the names that the program offers
        self._others: dict[str, set[str]] = defaultdict(set)
        self._people: list[tuple[list[str], str]] = []  # the words of a name, and whose it is
        joining = "|".join(re.escape(word) for word in _list(JOINING))
        self._between = re.compile(rf"\s*(?:[,;/&+]|\b(?:{joining})\b)\s*")
        self._filling = frozenset(_list(FILLING))
        for name, party in _sure(dossier):
            self._sure[self._bare(name)].add(party)
            self._people.append((self._bare(name).split(), party))
        for name, party, person in _others(dossier):
            self._others[self._bare(name)].add(party)
            if person:
                self._people.append((self._bare(name).split(), party))

    def whose(self, said: str) -> dict[str, str]:
        """The parties that these words name, each with the words for it.

        A name that means nobody in the plan is a party of its own, the same however it is written;
        such names stay together as they were typed, unless somebody known stands among them.
        """
        whole = self._one(said)
        pieces = [said] if whole else [part for part in self._between.split(said) if part.strip()]
        found = [(self._one(piece), piece.strip()) for piece in pieces]
        if not any(party for party, _piece in found):
            found = [(None, said.strip())]
        return {party or UNKNOWN + self._bare(piece): piece for party, piece in found}

    def _one(self, said: str) -> str | None:
        both = IN_BRACKETS.fullmatch(said.strip())
        if both is None:
            return self._called(said)
        found, other = self._called(both[1]), self._called(both[2])
        return found if other in (None, found) else None

    def _called(self, said: str) -> str | None:
        name = self._bare(said)
        if not name:
            return None
        if len(self._sure.get(name, ())) == 1:
            return next(iter(self._sure[name]))
        words = name.split()
        found = self._sure.get(name, set()) | self._others.get(name, set())
        found |= {party for known, party in self._people if known[: len(words)] == words}
        return next(iter(found)) if len(found) == 1 else None

    def _bare(self, said: str) -> str:
        words = re.findall(r"[^\s.]+", fold(said))
        return " ".join(word for word in words if word not in self._filling)


def side_of(colleague: Colleague) -> Side:
    """Whom somebody of the team works for."""
    if colleague.role is Role.SUPERVISOR:
        return Side.PROBATION
    at = set(fold(colleague.work).split())
    return Side.PROBATION if at & set(_list(WORDS[Side.PROBATION])) else Side.PI


def _sure(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The client and the team: the names that stand in every list to pick from."""
    yield dossier.person.called, Side.CLIENT
    for colleague in dossier.team:
        yield colleague.name, side_of(colleague)


def _others(dossier: Dossier) -> Iterator[tuple[str, str, bool]]:
    """Everything else that somebody is called, whose it is, and whether it is a person's name."""
    for side, words in WORDS.items():
        for word in _list(words):
            yield word, side, False
    for colleague in dossier.team:
        yield colleague.work, side_of(colleague), False
    for partner in dossier.partners:
        party = Side.PROBATION if partner.kind is PartnerKind.PROBATION else partner.id
        yield partner.name, party, False
        yield partner.contact, party, True
    for volunteer in dossier.volunteers:
        yield volunteer.name, volunteer.id, True
    for contact in network.shown(dossier):
        yield contact.name, contact.id, True
        yield contact.relation, contact.id, False


def _list(words: str) -> list[str]:
    return [fold(word.strip()) for word in _(words).split(",")]
