"""Makes `resources/nl/passphrase-words.txt`, so that the list can be made again.

`python -m tools.passphrase_words DUTCH RANKED SEEN` with three files:

* DUTCH: `/usr/share/dict/dutch` of Debian's `wdutch`: what is a Dutch word, by OpenTaal;
* RANKED: `dutch10000-utf8.txt` of PyPI's `dutch-words`: the commonest words, by Leipzig University;
* SEEN: words seen on pages of the web, in the ways they are written there. From `nld.traineddata`
  of Debian's `tesseract-ocr-nld`: `combine_tessdata -u nld.traineddata nld.`, and then
  `dawg2wordlist nld.lstm-unicharset nld.lstm-word-dawg SEEN`.

Only OpenTaal's words come into the list; the other two tell which of them people know. A word that
is seen in small letters, With A Capital and IN CAPITALS is common.
"""

import re
import sys
from collections.abc import Iterator, Set
from fnmatch import translate
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "resources" / "nl" / "passphrase-words.txt"
NOT = Path(__file__).with_name("passphrase_words_not.txt")
SIZE = 6**5  # as many as five dice can tell apart: 12.9 bits a word
SHAPE = re.compile("[a-z]{3,8}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FOREIGN = re.compile("[qxy]|c(?!h)|sh|oo[a-z]?[aeiou]$|th|ph|gh|ea|ou[lrst]|ing[st]$")
DIMINUTIVES = ("je", "tje", "etje", "pje")
# Endings that make another form of a word out of a word.
ENDINGS = (
    *("e", "en", "n", "s", "t", "d", "de", "te", "den", "ten", "er", "ers", "ere", "st", "ste"),
    *(
        "je",
        "jes",
        "tje",
        "tjes",
        "pje",
        "pjes",
        "etje",
        "kje",
        "end",
        "ende",
        "se",
        "ing",
        "ingen",
    ),
)
FEW = {"uit", "toe", "om", "voor", "over", "tien", "een", "twee", "drie", "half", "boven", "onder"}


def main(dutch: Path, ranked: Path, seen: Path) -> None:
    chosen = choose(lines(dutch), lines(ranked), lines(seen), patterns())
    LIST.write_text("\n".join(sorted(chosen)) + "\n", "utf-8")


def choose(
    dutch: list[str], ranked: list[str], seen: list[str], barred: re.Pattern[str]
) -> list[str]:
    """The `SIZE` commonest words of which no two differ in one letter only."""
    every, known = set(dutch), set(seen)
    names = {word.lower() for word in dutch if word[:1].isupper()}
    rank: dict[str, int] = {}
    for place, word in enumerate(ranked):
        rank.setdefault(word, place)
    common = {w: n for w, n in rank.items() if rank.get(w.capitalize(), len(ranked)) > n}
    nouns = {w for w in every if w not in FEW and any(w + d in every for d in DIMINUTIVES)}
    first_nouns = nouns & common.keys()
    other_nouns = {w for w in nouns if written(w, known) == 3 and not FOREIGN.search(w)}

    def order(word: str) -> tuple[int, int, int, str]:
        """Best known first."""
        seen_in = written(word, known)
        plain = word not in names and not FOREIGN.search(word)
        if word in common:
            group = 0
        elif plain and (seen_in == 3 or (seen_in == 2 and compound(word, first_nouns))):
            group = 1
        elif (word in nouns and seen_in == 3) or (plain and seen_in == 2):
            group = 2
        else:
            group = 3 if plain else 4
        return group, common.get(word, -seen_in), len(word), word

    fit = {
        word
        for word in every
        if SHAPE.fullmatch(word)
        and not any(map(barred.fullmatch, (word, *bases(word))))
        and (
            word in common
            or (word in known and written(word, known) > 1)
            or compound(word, other_nouns | first_nouns)
        )
    }
    bare = [word for word in fit if not fit.intersection(bases(word))]
    chosen: set[str] = set()
    for word in sorted(bare, key=order):
        if len(chosen) < SIZE and chosen.isdisjoint(slips(word)):
            chosen.add(word)
    if len(chosen) < SIZE:
        raise SystemExit(f"only {len(chosen)} words are left")
    return sorted(chosen)


def written(word: str, known: Set[str]) -> int:
    """In how many of three ways a word is seen."""
    return (word in known) + (word.capitalize() in known) + (word.upper() in known)


def compound(word: str, nouns: Set[str]) -> bool:
    """Made of two common nouns, as `regenbui`."""
    halves = ((word[:n], word[n:]) for n in range(3, len(word) - 2))
    return any(a in nouns and b in nouns for a, b in halves)


def bases(word: str) -> Iterator[str]:
    """What the word may be another form of: boek of boeken, boom of bomen, huis of huizen."""
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        yield stem
        if ending[0] not in "ei" and ending != "se":
            continue
        yield from (stem + "en", stem + "e") if ending != "en" else (stem + "e",)
        hard = stem[:-1] + {"z": "s", "v": "f"}.get(stem[-1], stem[-1])
        yield hard
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        elif stem[-2] in "aeou" and stem[-3] not in "aeiou":
            yield hard[:-1] + stem[-2] + hard[-1]


def slips(word: str) -> Iterator[str]:
    """The word with one letter more, less or other."""
    for n in range(len(word) + 1):
        before, after = word[:n], word[n:]
        yield before + after[1:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]


def patterns() -> re.Pattern[str]:
    told = (word for line in lines(NOT) if not line.startswith("#") for word in line.split())
    return re.compile("|".join(map(translate, told)))


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
