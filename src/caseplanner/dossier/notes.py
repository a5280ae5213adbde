"""What is for us only: notes of the worker, health apart from them, contacts, feedback.

Neither is in any edition or file (`document.PRIVATE`), nor on a page the client looks at. Health
is of another kind than a note: it is for the care professional only (domain.md R9).
"""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import lists
from caseplanner.dossier.model import (
    CareNote,
    ContactNote,
    Dimension,
    Dossier,
    Feedback,
    WorkerNote,
)


def write(dossier: Dossier, note: str, text: str, on: date | None) -> Dossier:
    """Put words in the note with this id; a note that is not there yet gets this day."""
    known = lists.find(dossier.notes, note)
    after = replace(known, text=text) if known else WorkerNote(text, on, id=note)
    return replace(dossier, notes=lists.put(dossier.notes, after))


def place(dossier: Dossier, note: str, on: date | None, about: Dimension | None) -> Dossier:
    """The day of a note, and the topic it is about, if it is about one."""
    return replace(
        dossier,
        notes=lists.change(dossier.notes, note, lambda n: replace(n, on=on, dimension=about)),
    )


def remove(dossier: Dossier, note: str) -> Dossier:
    return replace(dossier, notes=lists.without(dossier.notes, note))


def newest_first(dossier: Dossier) -> tuple[WorkerNote, ...]:
    """By day; of one day the one that was begun last comes first, and one without a day last."""
    return lists.newest_first(dossier.notes)


def write_care(dossier: Dossier, care: str, wanted: str, agreed: str) -> Dossier:
    """Which help is wanted and what was agreed; no illness and no medicine (domain.md C1)."""
    return replace(dossier, care=lists.put(dossier.care, CareNote(wanted, agreed, care)))


def remove_care(dossier: Dossier, care: str) -> Dossier:
    return replace(dossier, care=lists.without(dossier.care, care))


def contacts(dossier: Dossier) -> tuple[ContactNote, ...]:
    """Moments together, the newest first."""
    return lists.newest_first(dossier.contact_notes)


def feedback(dossier: Dossier) -> tuple[Feedback, ...]:
    """What others say of the plan, the newest first."""
    return lists.newest_first(dossier.feedback)
