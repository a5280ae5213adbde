"""Which words of a dossier the fonts cannot print; asked before an export, never a blank box."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from caseplanner.dossier.model import Dossier
from caseplanner.errors import UserError
from caseplanner.export.pdf import fonts
from caseplanner.words import mark

# Ids and hashes; what else stands on no page is not in the dossier that is asked about.
NOT_PRINTED = {
    *("id", "ink", "content", "terms"),
    *("goal", "condition", "step", "meeting", "version"),
}


def check(dossier: Dossier) -> None:
    """UserError when a word of it has a letter that no font has."""
    if missing := unprintable(dossier):
        raise UserError(
            mark("This cannot be printed: {words}. Write it with other letters."),
            words=", ".join(missing[:5]),
        )


def unprintable(dossier: Dossier) -> tuple[str, ...]:
    """The words with a letter that none of the fonts has, each once, in the order of the plan."""
    return unprintable_in(_texts(dossier))


def unprintable_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Those words of these texts, each once, in their order."""
    found = (
        word
        for text in texts
        for word in fonts.clean(text).split()
        if not all(map(fonts.printable, word))
    )
    return tuple(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    """Every text of a person in the dossier."""
    for f in fields(value):
        held = getattr(value, f.name)
        if isinstance(held, tuple):
            for item in held:
                yield from _texts(item)
        elif is_dataclass(held):
            yield from _texts(held)
        elif isinstance(held, str) and not isinstance(held, Enum) and f.name not in NOT_PRINTED:
            yield held
