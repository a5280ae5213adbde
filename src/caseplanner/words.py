"""Every word of the program: looked up in the gettext catalogue of the chosen language.

The English text is the key. `_` looks a text up and fills its {braces}; `mark` only marks a
text for the catalogue, to be looked up when it is shown. The word for the client is swapped in what
was looked up, before the braces are filled: what a person typed keeps his own words.
"""

import gettext
import re
from datetime import date, datetime
from functools import lru_cache

from caseplanner import paths

LANGUAGES = {"nl": "Nederlands", "en": "English"}
CLIENT = "client"  # as the catalogues say it
# The word for one and for many; in Dutch all are de-words, so that every sentence holds.
CLIENTS = {
    "nl": {
        CLIENT: ("cliënt", "cliënten"),
        "participant": ("deelnemer", "deelnemers"),
        "detainee": ("gedetineerde", "gedetineerden"),
        "citizen": ("burger", "burgers"),
    },
    "en": {
        CLIENT: ("client", "clients"),
        "participant": ("participant", "participants"),
        "detainee": ("detained person", "detained people"),
        "citizen": ("citizen", "citizens"),
    },
}
# Not within braces, and not in the cliëntprofiel of the probation organisations: that is a name.
_SAID = {
    "nl": re.compile(r"(?<!\{)\b(c|C)liënt(en)?\b"),
    "en": re.compile(r"(?<!\{)\b(c|C)lient(s)?\b(?! profile)"),
}
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language, _client = "en", CLIENT


def use(language: str, client: str = CLIENT) -> None:
    """Speak this language ("nl" or "en") from now on, with this word for the client (CLIENTS)."""
    global _catalogue, _language, _client
    _catalogue = gettext.translation(
        "caseplanner", paths.resource("locale"), languages=[language], fallback=True
    )
    _language, _client = language, client
    _swapped.cache_clear()


def language() -> str:
    return _language


def mark(message: str) -> str:
    """Put a text in the catalogue without looking it up yet."""
    return message


def text(message: str, **facts: object) -> str:
    """The text in the chosen language, its {braces} filled with the facts."""
    found = _with_client(_catalogue.gettext(message))
    return found.format(**facts) if facts else found


def count(one: str, many: str, number: int, **facts: object) -> str:
    """The text for one or for many; {n} is the number."""
    return _with_client(_catalogue.ngettext(one, many, number)).format(n=number, **facts)


def client_words() -> dict[str, str]:
    """The words for the client that can be chosen, as they begin a line in this language."""
    return {word: said[0].capitalize() for word, said in CLIENTS[_language].items()}


def _with_client(found: str) -> str:
    return found if _client == CLIENT else _swapped(found)


@lru_cache(maxsize=5000)  # as many as the catalogue has
def _swapped(found: str) -> str:
    said = CLIENTS[_language][_client]

    def swap(at: re.Match[str]) -> str:
        word = said[1 if at[2] else 0]
        return word.capitalize() if at[1] == "C" else word

    return _SAID[_language].sub(swap, found)


_ = text


def day(when: date, *, year: bool = True) -> str:
    """A date as people say it: "vr 14 maart 2026"; without the year: "vr 14 maart"."""
    return _day(when, "EEE d MMMM y" if year else "EEE d MMMM", _language)


def short_day(when: date) -> str:
    """A date where there is room for a word or two: "14 maart"."""
    return _day(when, "d MMMM", _language)


@lru_cache(maxsize=1000)  # a list asks for the same few days at every frame
def _day(when: date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # slow to import, and not needed for the lock screen

    return format_date(when, pattern, locale=language)


def clock(when: datetime) -> str:
    """A time in digits, local: "10:30", never "half elf" (ux.md section 2, LVB)."""
    return when.astimezone().strftime("%H:%M")
