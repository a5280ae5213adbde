"""The fonts of the document, and which letters they hold."""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from caseplanner import paths

BODY = "SourceSans3-Regular"
STRONG = "SourceSans3-SemiBold"
HEAD = "Lexend-SemiBold"
SPOKEN = "Lexend-Regular"
# What a font lacks is printed in the other one of the same weight.
FALLBACK = {
    BODY: "NotoSans-Regular",
    STRONG: "NotoSans-Bold",
    HEAD: "NotoSans-Bold",
    SPOKEN: "NotoSans-Regular",
}
# Scripts whose letters change shape beside each other (Hebrew to Mongolian, Indic, Arabic forms).
# The fonts hold some of them, but set letter by letter they would be wrong, so they are refused.
NEEDS_SHAPING = ((0x0590, 0x1C7F), (0x1CC0, 0x1CFF), (0xA800, 0xABFF), (0xFB1D, 0xFDFF))
INVISIBLE = ("Cc", "Cf")


@cache
def load() -> None:
    """Make the fonts known to reportlab, once in a process."""
    for name in {*FALLBACK, *FALLBACK.values()}:
        path = str(paths.resource(f"fonts/{name}.ttf"))
        pdfmetrics.registerFont(TTFont(name, path, asciiReadable=0))


def clean(text: str) -> str:
    """The text as it can be set: letters with their accents in one, no invisible characters.

    Line breaks stay, tabs are spaces; what has no shape (control characters, direction marks,
    variation selectors) is left out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    return "".join(
        c
        for c in unicodedata.normalize("NFC", text)
        if c == "\n" or (unicodedata.category(c) not in INVISIBLE and not "\ufe00" <= c <= "\ufe0f")
    )


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """The text in pieces of (font, text): in this font, and in its fall-back what that lacks."""
    found: list[tuple[str, str]] = []
    for c in text:
        of = font if has(font, c) or not has(FALLBACK[font], c) else FALLBACK[font]
        if found and (found[-1][0] == of or c == " "):
            found[-1] = (found[-1][0], found[-1][1] + c)
        else:
            found.append((of, c))
    return found


def printable(c: str) -> bool:
    """Every font, or its fall-back, has this character and can set it rightly."""
    code = ord(c)
    if c.isspace():
        return True
    if any(low <= code <= high for low, high in NEEDS_SHAPING):
        return False
    return all(has(font, c) or has(other, c) for font, other in FALLBACK.items())


def has(font: str, c: str) -> bool:
    return ord(c) in _letters(font)


@cache
def _letters(font: str) -> frozenset[int]:
    load()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)
