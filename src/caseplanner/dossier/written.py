"""Files that people write (TOML), read with care: a slip is told with the file and the line.

The text comes in; no file is opened here. `Written` is a whole file, `Table` a part of it.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from caseplanner.errors import UserError
from caseplanner.words import mark

UNREADABLE = mark(
    "Nothing of {file} was taken over: line {line} cannot be read. Your dossiers are safe: mend "
    "that line, or put the old file back."
)
MISSING = mark(
    "Nothing of {file} was taken over: at line {line} “{what}” is missing or is not as it should "
    "be. Your dossiers are safe: mend it, or put the old file back."
)
UNKNOWN = mark(
    "Nothing of {file} was taken over: at line {line} stands “{what}”, which has no meaning "
    "there. Your dossiers are safe: mend it, or put the old file back."
)
TWICE = mark(
    "Nothing of {file} was taken over: at line {line} stands the id “{what}” for the second "
    "time. Your dossiers are safe: give it an id of its own, or put the old file back."
)


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file, and how people know it, such as "nl/guide.toml"."""

    name: str
    text: str

    def read(self) -> "Table":
        """What is in it; UserError when it is no TOML."""
        try:
            return Table(self, "", 1, len(self.lines()), tomllib.loads(self.text))
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+)", str(error))
            line = int(at[1]) if at else max(len(self.lines()), 1)
            raise self.fault(UNREADABLE, line) from None

    def fault(self, message: str, line: int, what: str = "") -> UserError:
        return UserError(message, file=self.name, line=line, what=what)

    def lines(self) -> list[str]:
        return self.text.splitlines()

    def line_of(self, begins: str, number: int = 0, after: int = 0) -> int | None:
        """The line that begins so for the so-manieth time, both from 0, after this one."""
        starts = re.compile(rf"\s*{begins}")
        found = [n for n, line in enumerate(self.lines(), 1) if n > after and starts.match(line)]
        return found[number] if number < len(found) else None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file: its lines, from the first to the last, and what may be taken from it.

    Whatever is not as it should be is a UserError with the file and the line.
    """

    file: Written
    path: str
    line: int
    last: int
    data: Mapping[str, Any] = field(repr=False)

    def table(self, key: str) -> "Table":
        return self._table(key, self._get(key, lambda found: isinstance(found, dict)))

    def tables(self, key: str) -> "tuple[Table, ...]":
        """Those under `[[path.key]]`, in their order; none when there is none."""
        rows = self._get(key, _all(dict), ())
        return tuple(self._table(key, row, number) for number, row in enumerate(rows))

    def text(self, key: str) -> str:
        said: str = self._get(key, lambda found: isinstance(found, str) and bool(found.strip()))
        return said

    def optional(self, key: str) -> str:
        """A text that may be absent, and is "" then."""
        said: str = self._get(key, lambda found: isinstance(found, str), "")
        return said

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; an empty one when it is absent."""
        return tuple(self._get(key, _all(str), ()))

    def only(self, known: Iterable[str]) -> "Table":
        """This table, when it holds nothing but these: a slip in a name loses no words unseen."""
        strange = next(iter(self.data.keys() - set(known)), None)
        if strange is not None:
            raise self.fault(UNKNOWN, strange)
        return self

    def fault(self, message: str, what: str) -> UserError:
        return self.file.fault(message, self._line_of(what), what)

    def _get(self, key: str, fits: Callable[[Any], bool], default: Any = None) -> Any:
        found = self.data.get(key, default)
        if (found is not default and not fits(found)) or found is None:
            raise self.fault(MISSING, key)
        return found

    def _table(self, key: str, data: Mapping[str, Any], number: int = 0) -> "Table":
        path = f"{self.path}.{key}".lstrip(".")
        line = self.file.line_of(rf"\[+\s*{re.escape(path)}\s*\]", number)
        if line:
            after = self.file.line_of(r"\[", after=line)
            last = after - 1 if after else len(self.file.lines())
        else:  # written within the other: { … }
            line = last = self.file.line_of(r"\{", number, after=self.line) or self.line
        return Table(self.file, path, line, last, data)

    def _line_of(self, key: str) -> int:
        """Where the key stands in this table, or else where the table begins."""
        under = re.escape(f"{self.path}.{key}".lstrip("."))
        header = self.file.line_of(rf"\[+\s*{under}\s*[\].]")
        here = self.file.line_of(rf"[\"']?{re.escape(key)}[\"']?\s*=", after=self.line - 1)
        return header or (here if here and here <= self.last else self.line)


def _all(kind: type) -> Callable[[Any], bool]:
    return lambda found: isinstance(found, list) and all(isinstance(one, kind) for one in found)
