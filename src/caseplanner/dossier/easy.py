"""Text that the client reads, held to plain words: long sentences, hard words (domain.md R24).

It only points out, with an easier word where the list has one; nobody has to follow it. The list
is data (`easy-words.toml`), and comes in as text: no file is opened here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from caseplanner.dossier.written import Written

MOST = 12  # words in a sentence that the client reads (ux.md section 7, item 8)
SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?!\s|$)[^.!?…\n]*)*")
WORD = re.compile(r"\S*\w\S*")


class Kind(StrEnum):
    LONG = "long"
    HARD = "hard"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text, from letter `start` to before letter `end`, and what is easier there.

    `words` is the length of a long sentence.
    """

    kind: Kind
    start: int
    end: int
    text: str
    easier: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class WordList:
    """Hard words, each in small letters, with what is easier; and words that are well spelled."""

    easier: dict[str, tuple[str, ...]]
    known: frozenset[str]
    hard: re.Pattern[str] | None

    def of(self, word: str) -> tuple[str, ...]:
        return self.easier.get(" ".join(word.casefold().split()), ())


def load(list_: Written) -> WordList:
    """Read a word list: `[words]` with a hard word, or its forms with | between, and what is
    easier; `known` has the words of the field that a dictionary may lack. UserError with the
    file and the line for what is not as it should be.
    """
    read = list_.read().only(("known", "words"))
    words = read.table("words")
    easier = {
        " ".join(form.casefold().split()): words.texts(forms)
        for forms in words.data
        for form in forms.split("|")
    }
    longest_first = sorted(easier, key=len, reverse=True)
    among = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first)
    hard = re.compile(rf"(?<!\w)(?:{among})(?!\w)", re.IGNORECASE) if among else None
    return WordList(easier, frozenset(w.casefold() for w in read.texts("known")), hard)


def find(text: str, words: WordList) -> tuple[Finding, ...]:
    """What could be plainer, in the order of the text."""
    found = [*_long(text), *_hard(text, words)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def put(text: str, finding: Finding, easier: str) -> str:
    """The text with the easier words in that place."""
    return text[: finding.start] + like(finding.text, easier) + text[finding.end :]


def like(word: str, easier: str) -> str:
    """The easier words, with a capital where the word has one."""
    return easier[:1].upper() + easier[1:] if word[:1].isupper() else easier


def _long(text: str) -> Iterator[Finding]:
    for found in SENTENCE.finditer(text):
        words = list(WORD.finditer(found.group()))
        if len(words) > MOST:
            start, end = found.start() + words[0].start(), found.end()
            yield Finding(Kind.LONG, start, end, text[start:end], words=len(words))


def _hard(text: str, words: WordList) -> Iterator[Finding]:
    for found in words.hard.finditer(text) if words.hard else ():
        said = found.group()
        yield Finding(Kind.HARD, found.start(), found.end(), said, words.of(said))
