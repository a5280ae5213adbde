"""The words of a dossier that are searched, and where in a text the words of a question stand.

What is searched follows from the model: every field that is plain text, so that a new one is
found by itself.
"""

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import get_type_hints

from caseplanner.dossier import diff
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import Dossier, Person, Stay, Verdict

# Ids, hashes and codes.
NOT_WORDS = frozenset(
    {"id", "content", "terms", "ink", "language", "digest", "salt", "finding"}
    | {"goal", "condition", "sheet", "item", "meeting", "page", "step", "version"}
)
MOST_WORDS, LONGEST_WORD = 8, 40  # of a question; what is beyond is not looked at
AROUND = 18  # characters shown before the first word that was found
LENGTH = 110  # characters shown of a long text
NAME, STAY = diff.table_name(Person), diff.table_name(Stay)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text with the places (from, to) of the words that were asked for."""

    text: str
    spans: tuple[tuple[int, int], ...]


def words(query: str) -> tuple[str, ...]:
    """The words of a question, folded; the last one may be only begun."""
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(fold(query))[:MOST_WORDS])


def of_row(table: str, row: diff.Row | None) -> str:
    """What there is to find in one row of a dossier; "" for nothing.

    Somebody who is also victim is found nowhere.
    """
    if row is None or row.get("also_victim"):
        return ""
    names = _fields()[table]
    if table == STAY and row["verdict"] != Verdict.FINAL:
        names = tuple(name for name in names if name != "statement")  # shown nowhere (R23)
    return " · ".join(told for name in names if (told := str(row[name]).strip()))


def of_dossier(dossier: Dossier) -> dict[diff.Key, str]:
    """What there is to find in a dossier, by (table, id)."""
    found = {key: of_row(key[0], row) for key, row in diff.rows(dossier).items()}
    return {key: text for key, text in found.items() if text}


def marked(text: str, asked: tuple[str, ...]) -> Passage:
    """The part of the text around the words that begin as asked, and where these stand in it."""
    spans = [
        (word.start(), word.end())
        for word in _WORD.finditer(text)
        if any(fold(word.group()).startswith(begin) for begin in asked)
    ]
    start = max(0, spans[0][0] - AROUND) if spans else 0
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + LENGTH)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    return Passage(
        before + text[start:end].replace("\n", " ") + after,
        tuple((a + shift, b + shift) for a, b in spans if start <= a and b <= end),
    )


def has(text: str, word: str, *, begun: bool = True) -> bool:
    """A word in the text begins with this one (folded), or is this one."""
    there = _WORD.findall(fold(text))
    return any(found.startswith(word) for found in there) if begun else word in there


def of_name(row: diff.Row) -> str:
    """What stands for the client in lists: found in the midst of a word as well."""
    return " ".join(str(row[name]) for name in ("called", "initials", "cell"))


def tables() -> tuple[str, ...]:
    """The tables with something to find."""
    return tuple(table for table, names in _fields().items() if names)


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    """The fields that hold words, of each table."""
    found: dict[str, tuple[str, ...]] = {}

    def look(kind: type) -> None:
        hints = get_type_hints(kind)
        texts = (f.name for f in fields(kind) if hints[f.name] is str)
        found[diff.table_name(kind)] = tuple(name for name in texts if name not in NOT_WORDS)
        for inner, _many in diff.owned(kind).values():
            look(inner)

    look(Dossier)
    return found
