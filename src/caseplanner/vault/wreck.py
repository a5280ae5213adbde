"""Reading a damaged database around its damage: every row but those on the pages that are gone.

SQLCipher refuses all on a connection that met one bad page, so each miss takes a fresh one. Rows
are read in ranges that are halved until what cannot be read is a single row.
"""

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from caseplanner.vault import engine
from caseplanner.vault.engine import Database
from caseplanner.vault.keys import Keys

PAGE_OF_ROWS = 4096  # at most so many rows can be on one page
HIGHEST = 40  # bits of a row number; far more rows than fit on a laptop
Row = dict[str, Any]


class Wreck:
    """A damaged database; nothing is written in it. Raises as the engine does when not even its
    first page can be read.
    """

    def __init__(self, path: Path, keys: Keys) -> None:
        self._path, self._keys = path, keys
        self._still = engine.is_one_file(path)
        self._db = self._connect()

    def version(self) -> int:
        """The schema of the vault in it."""
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def rows(self, table: str) -> tuple[list[Row], int]:
        """What can be read of a table, and how many rows (at most) cannot."""
        ids = self._numbers(table)
        found: list[Row] = []
        lost = 0
        todo: list[Sequence[int]] = [ids] if ids else []
        while todo:
            part = todo.pop()
            rows = self._read(
                f'SELECT rowid AS "rowid ", * FROM "{table}" WHERE rowid BETWEEN ? AND ?',
                (part[0], part[-1]),
            )
            if rows is not None:
                found += rows
            elif len(part) == 1:
                lost += 1
            else:
                todo += [part[len(part) // 2 :], part[: len(part) // 2]]
        return [{k: v for k, v in row.items() if k != "rowid "} for row in found], lost

    def keys(self, table: str) -> set[tuple[str, str]]:
        """Which rows of which dossiers there were, as the index of the table tells it."""
        index = f"sqlite_autoindex_{table}_1"
        rows = self._read(f'SELECT dossier_id, id FROM "{table}" INDEXED BY "{index}"', ())
        return {(row["dossier_id"], row["id"]) for row in rows or ()}

    def close(self) -> None:
        with contextlib.suppress(driver.DatabaseError):
            self._db.close()

    def _numbers(self, table: str) -> Sequence[int]:
        """The numbers of all rows, from an index where one is whole, else all there could be."""
        rows = self._read(f'SELECT rowid AS n FROM "{table}"', ())
        if rows is not None:
            return sorted(row["n"] for row in rows)
        highest = 0
        for bits in range(HIGHEST):
            rows = self._read(
                f'SELECT rowid AS n FROM "{table}" WHERE rowid >= ? ORDER BY rowid LIMIT 1',
                (2**bits,),
            )
            if rows == []:
                break
            highest = max(highest, *(row["n"] for row in rows or ()), 0)
        return range(1, highest + PAGE_OF_ROWS + 1)

    def _read(self, query: str, facts: tuple[object, ...]) -> list[Row] | None:
        """The rows; None when they, or the way to them, cannot be read."""
        try:
            cursor = self._db.execute(query, facts)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except (driver.DatabaseError, UnicodeDecodeError):
            self.close()
            self._db = self._connect()
            return None

    def _connect(self) -> Database:
        keys = self._keys
        db = engine.connect(
            self._path, keys.database(), keys.salt, read_only=True, still=self._still
        )
        engine.guard(db)
        return db
