"""The spelling of Dutch, judged by Hunspell with the word list of OpenTaal; nothing leaves here.

Both are read when first asked for: that takes a quarter of a second.
"""

import re
from functools import cache
from pathlib import Path
from typing import Protocol

from caseplanner import paths
from caseplanner.dossier.easy import Finding, Kind, WordList, like

# A word of Dutch letters, maybe with a capital, that is no number, address or code. Longer than
# any word of a plan: not.
WORD = re.compile(r"(?<![\w@./])[A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+(?:['’-][a-zà-öø-ÿ]+)*(?![\w@/]|\.\w)")
BETWEEN = " \t\"'“”‘’«»()[]–—-•*"  # what may stand between the end of a sentence and a word
ENDS = ".!?…:\n"
LONGEST = 40
MOST = 5  # words offered


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


def knows(language: str) -> bool:
    """There is a dictionary of this language."""
    return (_folder(language) / f"{language}.dic").exists()


def find(text: str, language: str, words: WordList) -> tuple[Finding, ...]:
    """The words that the dictionary does not know. A word with a capital within a sentence is a
    name, and so it is wherever else it stands; the first word of a sentence is a word like others.
    """
    if not knows(language):
        return ()
    judge = _judge(language)
    asked = [found for found in WORD.finditer(text) if len(found.group()) <= LONGEST]
    names = {f.group() for f in asked if f.group()[0].isupper() and not _begins(text, f.start())}
    return tuple(
        Finding(Kind.SPELLING, found.start(), found.end(), word)
        for found in asked
        if (word := found.group()) not in names
        and word.lower() not in words.known
        and not judge.spell(word.replace("’", "'"))
    )


def better(word: str, language: str) -> tuple[str, ...]:
    """What may have been meant; takes up to half a second."""
    return tuple(like(word, each) for each in _judge(language).suggest(word)[:MOST])


def _begins(text: str, place: int) -> bool:
    """A sentence begins here."""
    while place and text[place - 1] in BETWEEN:
        place -= 1
    return not place or text[place - 1] in ENDS


@cache
def _judge(language: str) -> _Hunspell:
    from hunspell import Hunspell

    made: _Hunspell = Hunspell(language, hunspell_data_dir=str(_folder(language)))
    return made


def _folder(language: str) -> Path:
    return paths.resource(language) / "spelling"
