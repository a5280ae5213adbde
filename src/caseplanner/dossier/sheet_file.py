"""A library as a file (docs/library.md)."""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import list_file, sheets
from caseplanner.dossier.list_file import Fault, Form, Row
from caseplanner.dossier.sheets import MOST_BYTES, MOST_SHEETS, Factsheet, SheetKind, Sheets
from caseplanner.errors import UserError

LINES = ("id", "kind", "title", "source", "licence", "valid_until")


def read(file: str, data: bytes) -> Sheets:
    """The sheets in it; `file` is how people know it. UserError for the first thing that is wrong.

    A second or two for the largest file; safe in a thread.
    """
    return FORM.read(file, data)


def write(library: Sheets) -> bytes:
    """The same format, in lines that can be read and compared."""
    return FORM.write([_row(sheet) for sheet in library])


def _row(sheet: Factsheet) -> dict[str, Any]:
    return {
        "id": sheet.id,
        "kind": sheet.kind.value,
        "title": sheet.title,
        "text": sheet.text.split("\n") if sheet.text else [],
        "tags": list(sheet.tags),
        "source": sheet.source,
        "licence": sheet.licence,
        "valid_until": sheet.valid_until.isoformat() if sheet.valid_until else "",
    }


def _day(text: str, fault: UserError) -> date:
    """Written as YYYY-MM-DD, and in no other of the ways that Python knows."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise fault from None
    if found.isoformat() != text:
        raise fault
    return found


def _make(row: Row, fault: Fault) -> Factsheet:
    texts, tags = row["text"], row.get("tags", [])
    for name, listed in (("text", texts), ("tags", tags)):
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise fault(name)
    if any("\n" in paragraph for paragraph in texts):
        raise fault("text")
    said = list_file.lines(row, LINES, fault)
    if said["kind"] not in set(SheetKind):
        raise fault("kind")
    sheet = Factsheet(
        kind=SheetKind(said["kind"]),
        title=said["title"],
        text="\n".join(texts),
        tags=tuple(tags),
        source=said["source"],
        licence=said["licence"],
        id=said["id"],
    )
    if wrong := sheets.wrong(sheet):
        raise fault(wrong)
    day = said["valid_until"]
    return replace(sheet, valid_until=_day(day, fault("valid_until"))) if day else sheet


FORM = Form(
    format="caseplanner-library",
    rows="sheets",
    must=("id", "kind", "title", "text"),
    may=("tags", "source", "licence", "valid_until"),
    most=MOST_SHEETS,
    most_bytes=MOST_BYTES,
    make=_make,
)
