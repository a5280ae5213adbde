"""The guided questions, suggestions and hard words, from the files of a language.

Whoever writes them needs no Python: `resources/nl/*.toml`. They are read whole or refused, with
the file and the line.
"""

from functools import cache

from caseplanner import paths
from caseplanner.dossier import easy, guide, pictograms
from caseplanner.dossier.easy import WordList
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.pictograms import Pictograms
from caseplanner.dossier.written import UNREADABLE, Written
from caseplanner.errors import UserError
from caseplanner.words import mark


def load(language: str) -> Guide:
    """The guide in this language ("nl" or "en"). Hard words and pictograms are read with it: a
    slip in any of the files is told before work begins.
    """
    easy_words(language)
    step_pictograms(language)
    return guide.load(_read(language, "guide.toml"), _read(language, "suggestions.toml"))


@cache
def easy_words(language: str) -> WordList:
    """The hard words of this language, with easier ones."""
    return easy.load(_read(language, "easy-words.toml"))


@cache
def step_pictograms(language: str) -> Pictograms:
    """The pictures that belong to the words of a step."""
    return pictograms.load(_read(language, "pictograms.toml"))


def _read(language: str, name: str) -> Written:
    called = f"{language}/{name}"
    try:
        data = paths.resource(called).read_bytes()
    except OSError:
        raise UserError(
            mark("The file {file} cannot be read. Your dossiers are safe: put the file back."),
            file=called,
        ) from None
    try:
        return Written(called, data.decode("utf-8-sig"))  # some editors put a mark in front
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Written(called, "").fault(UNREADABLE, line) from None
