"""The factsheets of the library: talking aids about profiles, interventions and forms of care.

They belong to the laptop and to no dossier, and tell of no person. They are found by their words
and read together; nothing here orders, weighs or proposes one for a client (domain.md 0c, R28).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from caseplanner.dossier import passages, plain, takeover
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import new_id
from caseplanner.dossier.takeover import Difference
from caseplanner.errors import UserError
from caseplanner.words import mark

MOST_SHEETS = 5_000
MOST_BYTES = 20 * 1024 * 1024  # of a library, as a file
MOST_TEXT = 100_000  # letters
MOST_TITLE, MOST_LINE = 200, 500
MOST_TAGS, MOST_TAG = 20, 60


class SheetKind(StrEnum):
    """What a sheet is about (domain.md 0b). The values stand in vaults and files."""

    PROFILE = "client_profile"
    INTERVENTION = "intervention"
    WORK_PENALTY = "work_penalty"
    SUPERVISION = "supervision_form"
    GUIDELINE = "guideline"
    PROGRAMME = "care_programme"
    FORENSIC_CARE = "forensic_care"


NAMES = {
    SheetKind.PROFILE: mark("Client profile"),
    SheetKind.INTERVENTION: mark("Intervention"),
    SheetKind.WORK_PENALTY: mark("Work penalty"),
    SheetKind.SUPERVISION: mark("Form of supervision"),
    SheetKind.GUIDELINE: mark("Guideline"),
    SheetKind.PROGRAMME: mark("Care programme"),
    SheetKind.FORENSIC_CARE: mark("Forensic care"),
}


@dataclass(frozen=True, slots=True)
class Factsheet:
    """One sheet. `text` is plain, a line for each paragraph; `licence` says why it may be here.

    `valid_until` is its last day; `edited` the day on which it was last changed on this laptop.
    """

    kind: SheetKind
    title: str
    text: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""
    valid_until: date | None = None
    edited: date | None = None
    id: str = field(default_factory=new_id)


Sheets = tuple[Factsheet, ...]


def wrong(sheet: Factsheet) -> str:
    """The name of the first field that is not as it should be; "" when all are."""
    fits = {
        "id": plain.ID.fullmatch(sheet.id),
        "title": sheet.title.strip() and plain.is_line(sheet.title, MOST_TITLE),
        "text": plain.is_text(sheet.text, MOST_TEXT),
        "tags": len(sheet.tags) <= MOST_TAGS
        and all(t.strip() and "," not in t and plain.is_line(t, MOST_TAG) for t in sheet.tags),
        "source": plain.is_line(sheet.source, MOST_LINE),
        "licence": plain.is_line(sheet.licence, MOST_LINE),
    }
    return next((name for name, fit in fits.items() if not fit), "")


def check(sheets: Sequence[Factsheet]) -> None:
    """UserError when so many sheets, or so much text, is more than a library holds."""
    size = sum(len(sheet.text.encode()) for sheet in sheets)
    if len(sheets) > MOST_SHEETS or size > MOST_BYTES:
        raise UserError(
            mark(
                "A library holds at most {most} sheets and 20 MB. This would be more, so nothing "
                "was changed."
            ),
            most=MOST_SHEETS,
        )


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a line with commas between them, each once."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))


def in_order(sheets: Iterable[Factsheet]) -> Sheets:
    """By title, as in a book; no sheet comes before another because it would suit a client."""
    return tuple(sorted(sheets, key=lambda sheet: (fold(sheet.title), sheet.id)))


def find(sheets: Sheets, query: str, kind: SheetKind | None = None) -> Sheets:
    """Those of this kind with every word of the query in title, tags, text or source, in order."""
    asked = passages.words(query)
    return tuple(
        sheet
        for sheet in sheets
        if (kind is None or sheet.kind is kind) and all(w in _folded(sheet) for w in asked)
    )


def is_past(sheet: Factsheet, today: date) -> bool:
    """Its last day is over."""
    return sheet.valid_until is not None and sheet.valid_until < today


def compare(here: Sheets, incoming: Sheets) -> Difference[Factsheet]:
    """What of the incoming sheets is new, changed or the same, and what is only here."""
    return takeover.compare(here, incoming, _says_the_same)


def _says_the_same(one: Factsheet, other: Factsheet) -> bool:
    return replace(one, edited=None) == replace(other, edited=None)


@lru_cache(MOST_SHEETS)
def _folded(sheet: Factsheet) -> str:
    return fold("\n".join((sheet.title, *sheet.tags, sheet.text, sheet.source)))
