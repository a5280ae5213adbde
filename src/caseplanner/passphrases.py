"""Passphrases people can keep, how strong one is, and the twelve words of a recovery sheet.

Words come from one Dutch list (`resources/nl/passphrase-words.txt`), in any language of the
program: a sheet made in one language must open the vault in another. No two words on it differ in
one letter only, so that one wrong letter never makes another word.
"""

import re
import secrets
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from math import log2

from caseplanner import paths
from caseplanner.errors import UserError
from caseplanner.words import mark

LIST = 6**5  # words on the list
WORD = log2(LIST)  # bits in one chosen by chance: 12.9
LETTER = 2.6  # bits in a letter of what a person thinks of; a sentence in words has about so many
OFFERED = (
    5  # words: 65 bits, 200,000 years for a thief with a thousand graphics cards (vault recipe)
)
RECOVERY = 12  # words: 155 bits; that is a key in itself and needs no slow derivation
LEAST = 12  # characters; no rules of capitals and digits, as NIST SP 800-63B section 3.1.1.2 asks
GOOD, STRONG = 26.0, 48.0  # bits: ten letters; four words, of the list or some of one's own
# The first things a guesser tries; a passphrase that is little more than one of these is weak.
COMMON = (
    "wachtwoord", "password", "welkom", "welcome", "qwerty", "azerty", "letmein", "geheim",
    "abcdef", "123456", "654321", "iloveyou", "hallo", "caseplanner", "herstel", "detentie",
    "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september",
    "oktober", "november", "december", "zomer", "winter", "lente", "herfst", "ajax", "feyenoord",
)  # fmt: skip


class Strength(StrEnum):
    SHORT = "short"
    WEAK = "weak"
    GOOD = "good"
    STRONG = "strong"


def generate(count: int = OFFERED) -> str:
    """So many words chosen by chance, with a space between them."""
    return " ".join(_by_chance(count))


def strength(passphrase: str) -> Strength:
    """A careful guess at how long a thief with the laptop would need."""
    if len(passphrase) < LEAST:
        return Strength.SHORT
    told = bits(passphrase)
    if told < GOOD or len(set(passphrase)) < 6:
        return Strength.WEAK
    return Strength.STRONG if told >= STRONG else Strength.GOOD


def bits(passphrase: str) -> float:
    """How many yes-or-no questions a guesser needs, about.

    A word of the list counts as one chosen by chance, another by its letters. What comes again,
    runs up or down, or is tried first by every guesser counts for little.
    """
    known = set(listed())
    told, before = 0.0, set[str]()
    for word in passphrase.casefold().split():
        if word in before:
            told += LETTER
        else:
            told += WORD if word in known else LETTER * _bare(word)
        before.add(word)
    return told


def new_recovery() -> tuple[str, ...]:
    """The words of a new recovery sheet."""
    return tuple(_by_chance(RECOVERY))


def read_recovery(text: str) -> str:
    """The words typed from a sheet as the vault knows them: small letters, one space between.

    Numbers, commas, lines and capitals do not matter. UserError names the first word that is not
    on the list, and the one on it that is most like it; or says how many words there should be.
    """
    found = spelled(text)
    problem = stray(found)
    if problem:
        raise problem
    if len(found) != RECOVERY:
        raise UserError(
            mark("These are {n} words; a recovery sheet has {all}. Look for one that is missing.")
            if len(found) < RECOVERY
            else mark("These are {n} words; a recovery sheet has {all}. Type only those."),
            n=len(found),
            all=RECOVERY,
        )
    return " ".join(found)


def spelled(text: str) -> tuple[str, ...]:
    """The words in a text: small letters without accents, and nothing between them."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W\d_]+", bare.casefold()))


def stray(found: Sequence[str]) -> UserError | None:
    """What to say of the first word that is not on the list; None when all are."""
    from difflib import get_close_matches  # not needed to paint the lock screen

    known = set(listed())
    for number, word in enumerate(found, 1):
        if word not in known:
            near = get_close_matches(word, listed(), 1)
            if near:
                told = mark("Word {n}, “{word}”, is not on the list. Is it “{near}”?")
                return UserError(told, n=number, word=word, near=near[0])
            told = mark("Word {n}, “{word}”, is not on the list. Look at it again.")
            return UserError(told, n=number, word=word)
    return None


def may_become(beginning: str) -> bool:
    """The list has a word that begins so: who types it may not be ready yet."""
    return any(word.startswith(beginning) for word in listed())


def asked_back() -> tuple[int, int]:
    """The numbers, from 1 as on the paper, of two words to type back, the lower one first."""
    first, second = sorted(secrets.SystemRandom().sample(range(1, RECOVERY + 1), 2))
    return first, second


@cache
def listed() -> tuple[str, ...]:
    """Every word of the list, in order of the alphabet."""
    return tuple(paths.resource("nl/passphrase-words.txt").read_text("utf-8").split())


def _by_chance(count: int) -> list[str]:
    return [secrets.choice(listed()) for _ in range(count)]


def _bare(word: str) -> int:
    """How many characters are left when what is easily guessed counts for one."""
    for common in COMMON:
        word = word.replace(common, "\0")
    told = 0
    for place, letter in enumerate(word):
        step = ord(letter) - ord(word[place - 1]) if place else None
        told += step not in (-1, 0, 1)
    return told
