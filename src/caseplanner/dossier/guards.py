"""What may not stand in a text about the victim, and the names that may stand in no text at all.

Phone numbers, e-mail addresses and postcodes are looked for where only the client's own part
belongs: in everything of dimension 3 (domain.md R11), and in what is said of people around, whose
numbers are none of a plan's business (C1). In a step about work or a home a phone number is of
use, so there they may stand. A BSN belongs in no plan, and a protected name in no text: those are
looked for everywhere.

A protected name is never kept: only a slow hash of each of its words, and over these a quick one,
so that a text costs one slow hash for each word that was not seen before, however many names are
protected and of how many words they are. Who can guess can still try: what keeps the hashes safe
is the vault, and that they are in no file.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from caseplanner.dossier import diff, lists, patterns
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import (
    Answer,
    Contact,
    Dimension,
    Dossier,
    Goal,
    Overruled,
    ProtectedName,
    new_id,
)
from caseplanner.dossier.patterns import Kind, Piece
from caseplanner.errors import UserError
from caseplanner.words import mark

SLOW = {"n": 2**8, "r": 8, "p": 1, "dklen": 32}  # half a millisecond: a page of text in a blink
MOST_WORDS = 4  # of one name
# What is no text of a person, and what a reason to let something stand says of it.
NOT_READ = frozenset(
    {"id", "goal", "condition", "sheet", "item", "meeting", "page", "step", "version"}
)
NOT_WALKED = frozenset({"versions", "protected", "overruled"})
EVERYWHERE = frozenset({Kind.BSN, Kind.NAME})


@dataclass(frozen=True, slots=True)
class Place:
    """One field of one row of a dossier; `goal` is the id of the goal it belongs to."""

    table: str
    id: str
    field: str
    dimension: Dimension | None = None
    goal: str = ""

    @property
    def key(self) -> str:
        return f"{self.table} {self.id} {self.field}"

    @property
    def looked_for(self) -> frozenset[Kind]:
        """What may not stand here."""
        whole = self.dimension is Dimension.VICTIM or self.table == diff.table_name(Contact)
        return frozenset(Kind) if whole else EVERYWHERE


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not stand in this place. `reason` says why it may, else ""."""

    kind: Kind
    place: Place
    piece: str
    fingerprint: str
    reason: str = ""


def findings(dossier: Dossier, now: Dossier | None = None) -> tuple[Finding, ...]:
    """All that is found, in the order of the dossier; the same thing in one field once.

    An earlier version is looked at with the guards of `now`: who was protected since it was set
    may not leave with it either.
    """
    guards = now or dossier
    allowed = {each.finding: each.reason for each in guards.overruled}
    names = _Names.of(guards)
    found: dict[str, Finding] = {}
    for place, text in texts(dossier):
        for piece in (*_pieces(text), *names.find(text)):
            if piece.kind in place.looked_for:
                mark_ = _slow(piece.key, place.key).hex()
                reason = allowed.get(mark_, "")
                said = text[piece.start : piece.end]
                found.setdefault(mark_, Finding(piece.kind, place, said, mark_, reason))
    return tuple(found.values())


def unresolved(dossier: Dossier, now: Dossier | None = None) -> tuple[Finding, ...]:
    """Those that nobody let stand with a reason: nothing leaves while there is one (R11)."""
    return tuple(finding for finding in findings(dossier, now) if not finding.reason)


def texts(dossier: Dossier) -> Iterator[tuple[Place, str]]:
    """Every text of a person, with its place; nothing of who is also victim, who is seen nowhere
    else."""
    return _walk(dossier, None, "")


def protect(dossier: Dossier, name: str) -> Dossier:
    """Let this name stand in no text from now on; it is kept nowhere itself (R10)."""
    if why := why_not(dossier, name):
        raise UserError(why)
    said = words(name)
    # One salt for a dossier, so that one slow hash of a word serves all its names.
    salt = dossier.protected[0].salt if dossier.protected else new_id()
    new = ProtectedName(_digest(said, salt), salt)
    if new.digest in {known.digest for known in dossier.protected}:
        return dossier
    return replace(dossier, protected=(*dossier.protected, new))


def why_not(dossier: Dossier, name: str) -> str:
    """Why this name cannot be protected; "" when it can."""
    said = words(name)
    if not said:
        return mark("Type a name of one or more letters.")
    if len(said) > MOST_WORDS or not _together(name):
        return mark("A name has four words at most. Type only the name.")
    if said == words(dossier.person.called):
        return mark("This is how the client is called, so it cannot be protected.")
    return ""


def _together(name: str) -> bool:
    """Its words stand beside each other as they would in a text."""
    told = patterns.words(name)
    return all(b[0] - a[1] <= patterns.GAP for a, b in pairwise(told))


def unprotect(dossier: Dossier, id: str) -> Dossier:
    return replace(dossier, protected=lists.without(dossier.protected, id))


def overrule(dossier: Dossier, finding: str, reason: str, on: date | None = None) -> Dossier:
    """Let a finding stand, and why. Said again, the newest reason holds."""
    reason = reason.strip()
    if not reason:
        raise UserError(mark("Write down why this may stand."))
    kept = tuple(each for each in dossier.overruled if each.finding != finding)
    return replace(dossier, overruled=(*kept, Overruled(finding, reason, on)))


def no_longer(dossier: Dossier, finding: str) -> Dossier:
    """Take back that it may stand."""
    kept = tuple(each for each in dossier.overruled if each.finding != finding)
    return replace(dossier, overruled=kept)


def words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without case, accents and signs."""
    return tuple(fold(word) for _start, _end, word in patterns.words(name))


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one dossier: by the hash of them, and those of who is also victim as words."""

    salt: str
    hashed: tuple[tuple[str, str], ...]
    plain: tuple[tuple[tuple[str, ...], str], ...]

    @classmethod
    def of(cls, dossier: Dossier) -> "_Names":
        hashed = tuple((name.digest, name.id) for name in dossier.protected)
        locked = ((words(one.name), one.id) for one in dossier.contacts if one.also_victim)
        plain = tuple((said, id) for said, id in locked if said)
        return cls(dossier.protected[0].salt if hashed else "", hashed, plain)

    def find(self, text: str) -> tuple[Piece, ...]:
        return _find_names(text, self) if self.hashed or self.plain else ()


@lru_cache(4096)
def _find_names(text: str, names: _Names) -> tuple[Piece, ...]:
    hashed, plain = dict(names.hashed), dict(names.plain)
    most = max((MOST_WORDS if hashed else 1, *(len(said) for said in plain)))
    found = []
    told = patterns.words(text)
    folded = [fold(word) for _start, _end, word in told]
    for first in range(len(told)):
        for last in range(first, min(first + most, len(told))):
            if last > first and told[last][0] - told[last - 1][1] > patterns.GAP:
                break
            said = tuple(folded[first : last + 1])
            for form in _forms(said):
                id = plain.get(form) or (hashed.get(_digest(form, names.salt)) if hashed else None)
                if id:
                    found.append(Piece(Kind.NAME, told[first][0], told[last][1], id))
                    break
    return tuple(found)


def _forms(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """As it stands, and without the s with which Dutch makes Peters of Peter."""
    yield said
    last = said[-1]
    if len(last) > 2 and last.endswith("s"):
        yield (*said[:-1], last[:-1])


@lru_cache(4096)
def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(patterns.find(text))


def _digest(said: tuple[str, ...], salt: str) -> str:
    slow = b"".join(_slow(word, salt) for word in said)
    return hashlib.sha256(slow).hexdigest()


@lru_cache(100_000)
def _slow(word: str, salt: str) -> bytes:
    data = word.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(data, salt=salt.encode("utf-8", "surrogatepass"), **SLOW)


def _walk(value: Any, dimension: Dimension | None, goal: str) -> Iterator[tuple[Place, str]]:
    if isinstance(value, Contact) and value.also_victim:
        return
    dimension = _dimension(value) or dimension
    goal = value.id if isinstance(value, Goal) else goal
    kind: type = type(value)
    for f in fields(kind):
        held = getattr(value, f.name)
        if isinstance(held, tuple) and f.name not in NOT_WALKED:
            for item in held:
                yield from _walk(item, dimension, goal)
        elif is_dataclass(held):
            yield from _walk(held, dimension, goal)
        elif _is_text(held) and f.name not in NOT_READ:
            yield Place(diff.table_name(kind), value.id, f.name, dimension, goal), held


def _is_text(held: Any) -> bool:
    return isinstance(held, str) and not isinstance(held, Enum) and bool(held.strip())


def _dimension(value: Any) -> Dimension | None:
    if isinstance(value, Answer):
        prefix = value.id.partition(".")[0]
        return Dimension(prefix) if prefix in list(Dimension) else None
    found = getattr(value, "dimension", None)
    return found if isinstance(found, Dimension) else None
