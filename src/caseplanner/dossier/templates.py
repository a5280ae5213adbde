"""Text templates (sjablonen): words that are typed often, to put in a field of a dossier."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from caseplanner.dossier import plain
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import new_id
from caseplanner.errors import UserError
from caseplanner.words import mark

MOST = 500
MOST_NAME, MOST_TEXT = 100, 10_000  # letters
CALLED, TODAY = "{naam}", "{vandaag}"
BRACES = re.compile(f"{re.escape(CALLED)}|{re.escape(TODAY)}")
FULL = mark("There can be at most {most} templates. This would be more: nothing was changed.")


@dataclass(frozen=True, slots=True)
class Template:
    """`{naam}` in the text becomes how the client wants to be called, `{vandaag}` the day."""

    name: str
    text: str = ""
    id: str = field(default_factory=new_id)


Templates = tuple[Template, ...]


def wrong(one: Template) -> str:
    """The name of the first field that is not as it should be; "" when all are."""
    fits = {
        "id": plain.ID.fullmatch(one.id),
        "name": one.name.strip() and plain.is_line(one.name, MOST_NAME),
        "text": plain.is_text(one.text, MOST_TEXT),
    }
    return next((name for name, fit in fits.items() if not fit), "")


def check(all: Sequence[Template]) -> None:
    """UserError when these are more than the list holds."""
    if len(all) > MOST:
        raise UserError(FULL, most=MOST)


def in_order(all: Iterable[Template]) -> Templates:
    """By name."""
    return tuple(sorted(all, key=lambda one: (fold(one.name), one.id)))


def find(all: Templates, query: str = "") -> Templates:
    """Those with every word of the query in name or text, in order."""
    asked = fold(query).split()
    told = [(one, fold(f"{one.name}\n{one.text}")) for one in all]
    return tuple(one for one, folded in told if not any(w not in folded for w in asked))


def filled(one: Template, called: str, today: str) -> str:
    """Its text with the name and the day in it. Other braces stay as they are."""
    facts = {CALLED: called, TODAY: today}
    return BRACES.sub(lambda at: facts[at[0]], one.text)
