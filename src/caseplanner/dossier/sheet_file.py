"""A library as a file (docs/library.md): read whole or refused whole, in one sentence that says
where. JSON, since a file from elsewhere must be read quickly whatever is in it.
"""

import json
from dataclasses import replace
from datetime import date
from typing import Any, NoReturn

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import MOST_BYTES, MOST_SHEETS, Factsheet, SheetKind, Sheets
from caseplanner.errors import UserError
from caseplanner.words import mark

FORMAT, SCHEMA = "caseplanner-library", 1
HEAD = ("format", "schema", "sheets")
MUST = ("id", "kind", "title", "text")
MAY = ("tags", "source", "licence", "valid_until")
SHOWN = 40  # letters of what is wrong

LARGE = mark(
    "Nothing of {file} was taken over: it is larger than 20 MB or holds more than {most} sheets. "
    "Ask who made it for smaller files."
)
UNREADABLE = mark(
    "Nothing of {file} was taken over: line {line} cannot be read as JSON in UTF-8. Ask who made "
    "the file to mend that line."
)
NESTED = mark(
    "Nothing of {file} was taken over: lists lie in lists too deep to read. This is no file of a "
    "library."
)
OTHER = mark(
    "Nothing of {file} was taken over: this is no file of a library, or one of a newer version of "
    "this program."
)
WRONG_HEAD = mark(
    "Nothing of {file} was taken over: at the top “{what}” is missing, unknown or not as it "
    "should be. Ask who made the file to mend it."
)
WRONG = mark(
    "Nothing of {file} was taken over: in sheet {number} “{what}” is missing, unknown or not as it "
    "should be. Ask who made the file to mend it."
)
TWICE = mark(
    "Nothing of {file} was taken over: sheet {number} has the id “{what}”, which an earlier sheet "
    "has already. Ask who made the file to mend it."
)
NAMED_TWICE = mark(
    "Nothing of {file} was taken over: “{what}” stands twice in one place. Ask who made the file "
    "to mend it."
)


class _Twice(ValueError):
    pass


def read(file: str, data: bytes) -> Sheets:
    """The sheets in it; `file` is how people know it. UserError for the first thing that is wrong.

    A second or two for the largest file; safe in a thread.
    """
    if len(data) > MOST_BYTES:
        raise UserError(LARGE, file=file, most=MOST_SHEETS)
    whole = _parsed(file, data)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT or whole.get("schema") != 1:
        raise UserError(OTHER, file=file)
    strange = next(iter(whole.keys() ^ set(HEAD)), None)
    rows = whole.get("sheets")
    if strange is not None or not isinstance(rows, list):
        raise UserError(WRONG_HEAD, file=file, what=_short(strange or "sheets"))
    if len(rows) > MOST_SHEETS:
        raise UserError(LARGE, file=file, most=MOST_SHEETS)
    found: dict[str, Factsheet] = {}
    for number, row in enumerate(rows, 1):
        sheet = _sheet(file, number, row)
        if sheet.id in found:
            raise UserError(TWICE, file=file, number=number, what=sheet.id)
        found[sheet.id] = sheet
    return tuple(found.values())


def write(library: Sheets) -> bytes:
    """The same format, in lines that can be read and compared."""
    whole = {"format": FORMAT, "schema": SCHEMA, "sheets": [_row(sheet) for sheet in library]}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _row(sheet: Factsheet) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": sheet.id,
        "kind": sheet.kind.value,
        "title": sheet.title,
        "text": sheet.text.split("\n") if sheet.text else [],
        "tags": list(sheet.tags),
        "source": sheet.source,
        "licence": sheet.licence,
        "valid_until": sheet.valid_until.isoformat() if sheet.valid_until else "",
    }
    return {name: held for name, held in row.items() if held or name in MUST}


def _parsed(file: str, data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")  # some editors put a mark in front
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    except json.JSONDecodeError as error:
        line = error.lineno
    except RecursionError:
        raise UserError(NESTED, file=file) from None
    except _Twice as error:
        raise UserError(NAMED_TWICE, file=file, what=_short(str(error))) from None
    except ValueError:  # a number of more digits than any
        raise UserError(OTHER, file=file) from None
    raise UserError(UNREADABLE, file=file, line=line)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, when each name in it stands there once: of two, one would be lost unseen."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return found


def _no_number(_name: str) -> NoReturn:
    raise ValueError("NaN")


def _sheet(file: str, number: int, row: Any) -> Factsheet:
    def fault(what: str) -> UserError:
        return UserError(WRONG, file=file, number=number, what=_short(what))

    if not isinstance(row, dict):
        raise fault("{ }")
    missing = next((name for name in MUST if name not in row), None)
    strange = next((name for name in row if name not in (*MUST, *MAY)), None)
    if missing or strange is not None:
        raise fault(missing or strange or "")
    texts, tags = row["text"], row.get("tags", [])
    for name, listed in (("text", texts), ("tags", tags)):
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise fault(name)
    if any("\n" in paragraph for paragraph in texts):
        raise fault("text")
    for name in ("id", "kind", "title", "source", "licence", "valid_until"):
        if not isinstance(row.get(name, ""), str):
            raise fault(name)
    if row["kind"] not in set(SheetKind):
        raise fault("kind")
    sheet = Factsheet(
        kind=SheetKind(row["kind"]),
        title=row["title"],
        text="\n".join(texts),
        tags=tuple(tags),
        source=row.get("source", ""),
        licence=row.get("licence", ""),
        id=row["id"],
    )
    if wrong := sheets.wrong(sheet):
        raise fault(wrong)
    day = row.get("valid_until", "")
    return replace(sheet, valid_until=_day(day, fault("valid_until"))) if day else sheet


def _day(text: str, fault: UserError) -> date:
    """Written as YYYY-MM-DD, and in no other of the ways that Python knows."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise fault from None
    if found.isoformat() != text:
        raise fault
    return found


def _short(what: str) -> str:
    """The name of what is wrong, as far as it can be shown."""
    clean = sheets.plain_line(what)
    return clean if len(clean) <= SHOWN else clean[:SHOWN] + "…"
