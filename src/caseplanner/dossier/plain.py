"""Plain text from outside: what may stand in it, and how long it may be."""

import re

ID = re.compile(r"[A-Za-z0-9._-]{1,80}")
# No words: control characters, halves of a letter, other ends of a line, and what turns the order
# of reading, so that a text shows as another than it is.
SIGN = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff"
SIGNS, SIGNS_IN_LINE = re.compile(f"[{SIGN}]"), re.compile(f"[{SIGN}\\t\\n]")
SHOWN = 40  # letters of what is wrong


def text(said: str) -> str:
    """Without signs that are no words: control characters, and what turns the order."""
    return SIGNS.sub("", said)


def line(said: str) -> str:
    """The same in one line."""
    return SIGNS_IN_LINE.sub("", said)


def short(what: str) -> str:
    """The name of what is wrong, as far as it can be shown."""
    clean = line(what)
    return clean if len(clean) <= SHOWN else clean[:SHOWN] + "…"


def is_text(said: str, most: int) -> bool:
    return len(said) <= most and not SIGNS.search(said)


def is_line(said: str, most: int) -> bool:
    return len(said) <= most and not SIGNS_IN_LINE.search(said)
