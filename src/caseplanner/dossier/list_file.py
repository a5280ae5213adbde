"""A list of the laptop as a file: read whole or refused whole, in one sentence that says where.

JSON, since a file from elsewhere must be read quickly whatever is in it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, TypeVar

from caseplanner.dossier.plain import short
from caseplanner.dossier.takeover import Named
from caseplanner.errors import UserError
from caseplanner.words import mark

SCHEMA = 1
MB = 1024 * 1024

LARGE = mark(
    "Nothing of {file} was taken over: it is larger than {mb} MB or holds more than {most} items. "
    "Ask who made it for smaller files."
)
UNREADABLE = mark(
    "Nothing of {file} was taken over: line {line} cannot be read as JSON in UTF-8. Ask who made "
    "the file to mend that line."
)
NESTED = mark(
    "Nothing of {file} was taken over: lists lie in lists too deep to read. This is no file for "
    "this list."
)
OTHER = mark(
    "Nothing of {file} was taken over: this is no file for this list, or one of a newer version of "
    "this program."
)
WRONG_HEAD = mark(
    "Nothing of {file} was taken over: at the top “{what}” is missing, unknown or not as it "
    "should be. Ask who made the file to mend it."
)
WRONG = mark(
    "Nothing of {file} was taken over: in number {number} “{what}” is missing, unknown or not as "
    "it should be. Ask who made the file to mend it."
)
TWICE = mark(
    "Nothing of {file} was taken over: number {number} has the id “{what}”, which an earlier one "
    "has already. Ask who made the file to mend it."
)
NAMED_TWICE = mark(
    "Nothing of {file} was taken over: “{what}” stands twice in one place. Ask who made the file "
    "to mend it."
)

T = TypeVar("T", bound=Named)
Fault = Callable[[str], UserError]  # about the property of this name
Row = Mapping[str, Any]


class _Twice(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """`format` stands at the top, the items under `rows`; each has all of `must` and, if it likes,
    of `may`. `make` gives the value, or raises what `Fault` makes of the name of a property.
    """

    format: str
    rows: str
    must: tuple[str, ...]
    may: tuple[str, ...]
    most: int
    most_bytes: int
    make: Callable[[Row, Fault], T]

    def read(self, file: str, data: bytes) -> tuple[T, ...]:
        """What is in it; `file` is how people know it. UserError for the first thing that is wrong.

        A second or two for the largest file; safe in a thread.
        """
        if len(data) > self.most_bytes:
            raise self._large(file)
        whole = _parsed(file, data)
        if (
            not isinstance(whole, dict)
            or whole.get("format") != self.format
            or whole.get("schema") != SCHEMA
        ):
            raise UserError(OTHER, file=file)
        strange = next(iter(whole.keys() ^ {"format", "schema", self.rows}), None)
        rows = whole.get(self.rows)
        if strange is not None or not isinstance(rows, list):
            raise UserError(WRONG_HEAD, file=file, what=short(strange or self.rows))
        if len(rows) > self.most:
            raise self._large(file)
        found: dict[str, T] = {}
        for number, row in enumerate(rows, 1):
            item = self._item(file, number, row)
            if item.id in found:
                raise UserError(TWICE, file=file, number=number, what=item.id)
            found[item.id] = item
        return tuple(found.values())

    def write(self, rows: list[dict[str, Any]]) -> bytes:
        """The same format, in lines that can be read and compared; what is empty is left out."""
        kept = [{n: held for n, held in row.items() if held or n in self.must} for row in rows]
        whole = {"format": self.format, "schema": SCHEMA, self.rows: kept}
        return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()

    def _item(self, file: str, number: int, row: Any) -> T:
        def fault(what: str) -> UserError:
            return UserError(WRONG, file=file, number=number, what=short(what))

        if not isinstance(row, dict):
            raise fault("{ }")
        missing = next((name for name in self.must if name not in row), None)
        strange = next((name for name in row if name not in (*self.must, *self.may)), None)
        if missing or strange is not None:
            raise fault(missing or strange or "")
        return self.make(row, fault)

    def _large(self, file: str) -> UserError:
        return UserError(LARGE, file=file, most=self.most, mb=self.most_bytes // MB)


def lines(row: Row, names: tuple[str, ...], fault: Fault) -> dict[str, str]:
    """These properties, each a text; what was left out is empty."""
    for name in names:
        if not isinstance(row.get(name, ""), str):
            raise fault(name)
    return {name: row.get(name, "") for name in names}


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
        raise UserError(NAMED_TWICE, file=file, what=short(str(error))) from None
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
