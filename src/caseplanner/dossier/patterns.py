"""Phone numbers, e-mail addresses, Dutch postcodes and BSNs in a text (domain.md R11), and words.

Each look goes over the text once and back only a little, so that a word of a hundred thousand
letters costs no more than as many letters of text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from stdnum.nl import bsn, postcode

GAP = 3  # signs between the words of one name: a space, a hyphen, a full stop and a space


class Kind(StrEnum):
    """What is looked for."""

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    BSN = "bsn"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Piece:
    """From where to where something stands. `key` is the same however it is written."""

    kind: Kind
    start: int
    end: int
    key: str


BETWEEN = r"[\s.\-‐-―/()]"  # signs inside a number
DAY = r"(?!\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d\b)"  # 03-04-2026 10:00 is a day and a time
PHONE = re.compile(
    rf"(?<!\w){DAY}(?:"
    rf"(?:\+|00)31{BETWEEN}{{0,2}}(?:\(?0\)?{BETWEEN}{{0,2}})?[1-9](?:{BETWEEN}{{0,2}}\d){{8}}"
    rf"|\(?0[1-9](?:{BETWEEN}{{0,2}}\d){{8}}"
    rf"|(?:\+|00)[1-9](?:{BETWEEN}{{0,2}}\d){{7,13}}"
    r")(?!\d)"
)
BSN = re.compile(rf"(?<!\d)(?<!\d[ .\-]){DAY}\d(?:[ .\-]?\d){{8}}(?![ .\-]?\d)")
POSTCODE = re.compile(r"(?<!\w)([1-9]\d{3})(\s?)([A-Za-z]{2})(?!\w)")
# Two letters after a number that are a word: "in 2026 ga ik", "1000 km".
SHORT_WORDS = frozenset(
    "al be by cm de do en er ga go he hé ik in is it je km kg ma me mb mm mn my na no nu "  # noqa: SIM905
    "of om on op or pk so te to uk up us ut va vr wa we wo za ze zo".split()
)
BEFORE, AFTER = 64, 255  # letters of an address around its sign
LOCAL = re.compile(r"[\w.+%\-]+$")
DOMAIN = re.compile(r"[\w\-]+(?:\.[\w\-]+)*\.[^\W\d_]{2,}")
_MARKS = "".join(
    chr(code) for code in range(0x300, 0x3100) if unicodedata.category(chr(code))[0] == "M"
)
UNSEEN = "\u00ad\u200b-\u200d\u2060"  # signs that break or join letters and are not seen
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}{UNSEEN}])*")
_UNSEEN = re.compile(f"[{UNSEEN}]")


def find(text: str) -> Iterator[Piece]:
    """Everything but names."""
    for found in PHONE.finditer(text):
        yield _number(Kind.PHONE, found)
    for place in re.finditer("@", text):
        yield from _address(text, place.start())
    for found in POSTCODE.finditer(text):
        digits, _space, letters = found.groups()
        told = letters.isupper() or letters.lower() not in SHORT_WORDS
        if told and postcode.is_valid(digits + letters):
            key = f"{digits}{letters}".upper()
            yield Piece(Kind.POSTCODE, found.start(), found.end(), key)
    for found in BSN.finditer(text):
        if bsn.is_valid(_digits(found.group())):
            yield _number(Kind.BSN, found)


def words(text: str) -> list[tuple[int, int, str]]:
    """Each word with where it stands; what joins or breaks letters unseen is left out of it."""
    return [(w.start(), w.end(), _UNSEEN.sub("", w.group())) for w in _WORD.finditer(text)]


def _number(kind: Kind, found: re.Match[str]) -> Piece:
    return Piece(kind, found.start(), found.end(), _digits(found.group()))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdecimal())


def _address(text: str, at: int) -> Iterator[Piece]:
    before = LOCAL.search(text[max(0, at - BEFORE) : at])
    after = DOMAIN.match(text[at + 1 : at + 1 + AFTER])
    if before and after:
        start, end = at - len(before.group()), at + 1 + after.end()
        yield Piece(Kind.EMAIL, start, end, text[start:end].casefold())
