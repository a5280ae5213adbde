"""What talks over a sheet of the library yielded: kept in the dossier, and only on this laptop.

A sheet is a talking aid and never a verdict: what is written down is what the client and the
worker made of it (domain.md 0c, R28).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from caseplanner.dossier import lists
from caseplanner.dossier.model import Dossier, SheetTalk
from caseplanner.dossier.sheets import Factsheet
from caseplanner.words import mark

TABLES: Mapping[str, str] = {"sheet_talk": mark("Talk over a sheet")}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "sheet_talk": {
        "text": mark("what it yielded"),
        "title": mark("title of the sheet"),
        "sheet": mark("mark of the sheet"),
        "on": mark("on"),
    }
}


def begin(dossier: Dossier, talk: str, about: Factsheet, text: str, on: date | None) -> Dossier:
    """Begin a talk over this sheet, under this id."""
    begun = SheetTalk(about.id, about.title, text, on, id=talk)
    return replace(dossier, sheet_talks=lists.put(dossier.sheet_talks, begun))


def reword(dossier: Dossier, talk: str, text: str) -> Dossier:
    """Other words for what it yielded."""
    talks = lists.change(dossier.sheet_talks, talk, lambda t: replace(t, text=text))
    return replace(dossier, sheet_talks=talks)


def place(dossier: Dossier, talk: str, on: date | None) -> Dossier:
    """The day of a talk."""
    return replace(
        dossier, sheet_talks=lists.change(dossier.sheet_talks, talk, lambda t: replace(t, on=on))
    )


def remove(dossier: Dossier, talk: str) -> Dossier:
    return replace(dossier, sheet_talks=lists.without(dossier.sheet_talks, talk))


def newest_first(dossier: Dossier) -> tuple[SheetTalk, ...]:
    """By day; of one day the one that was begun last comes first, and one without a day last."""
    return lists.newest_first(dossier.sheet_talks)
