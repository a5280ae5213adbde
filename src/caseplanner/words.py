"""Every word of the program: looked up in the gettext catalogue of the chosen language.

The English text is the key. `_` looks a text up and fills its {braces}; `mark` only marks a
text for the catalogue, to be looked up when it is shown.
"""

import gettext
from datetime import date, datetime
from functools import lru_cache

from caseplanner import paths

LANGUAGES = {"nl": "Nederlands", "en": "English"}
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Speak this language ("nl" or "en") from now on."""
    global _catalogue, _language
    _catalogue = gettext.translation(
        "caseplanner", paths.resource("locale"), languages=[language], fallback=True
    )
    _language = language


def language() -> str:
    return _language


def mark(message: str) -> str:
    """Put a text in the catalogue without looking it up yet."""
    return message


def text(message: str, **facts: object) -> str:
    """The text in the chosen language, its {braces} filled with the facts."""
    found = _catalogue.gettext(message)
    return found.format(**facts) if facts else found


def count(one: str, many: str, number: int, **facts: object) -> str:
    """The text for one or for many; {n} is the number."""
    return _catalogue.ngettext(one, many, number).format(n=number, **facts)


_ = text


def day(when: date, *, year: bool = True) -> str:
    """A date as people say it: "vr 14 maart 2026"; without the year: "vr 14 maart"."""
    return _day(when, "EEE d MMMM y" if year else "EEE d MMMM", _language)


@lru_cache(maxsize=1000)  # a list asks for the same few days at every frame
def _day(when: date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # slow to import, and not needed for the lock screen

    return format_date(when, pattern, locale=language)


def clock(when: datetime) -> str:
    """A time in digits, local: "10:30", never "half elf" (ux.md section 2, LVB)."""
    return when.astimezone().strftime("%H:%M")
