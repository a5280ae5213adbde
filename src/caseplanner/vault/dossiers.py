"""Dossiers in and out of the vault: a save writes what changed, a load builds the value again.

The tables follow the dataclasses of the model (see dossier.diff), so nothing here names a field.
"""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from caseplanner.dossier import diff
from caseplanner.dossier.diff import Change, Key, Row, owned, table_name
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier
from caseplanner.errors import UserError
from caseplanner.vault import register, search
from caseplanner.vault.engine import Database
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault


def save(
    vault: "Vault",
    dossier: Dossier,
    changes: tuple[Change, ...],
    label: str,
    at: datetime,
    blobs: Iterable[bytes] = (),
    deed: Deed = Deed.CHANGED,
    details: Mapping[str, str] | None = None,
) -> None:
    """Write the changes that led to `dossier`: all of it or nothing, and it is on the disk.

    `label` says what the person did, for the change log; `deed` what the audit log calls it. That
    one keeps which lines of the change log are meant and a sum over them, and no word of them.
    `details` stand in its line as well.
    UserError when the disk will not do.
    """
    with vault.writing(deed, dossier.id, details, at) as (db, detail):
        sum_ = hashlib.sha256()
        for change in changes:
            before, after = _plain(change.before), _plain(change.after)
            key = {"dossier_id": dossier.id, "id": change.id}
            if after is None:
                db.table(change.table).delete(tuple(key.values()))
            else:
                _put(db, change.table, {**key, **after}, tuple(key))
            logged = {
                "at": at.isoformat(),
                "dossier_id": dossier.id,
                "worker": vault.staff.name,
                "label": label,
                "table": change.table,
                "row_id": change.id,
                "before": _json(before),
                "after": _json(after),
            }
            last = _put(db, "change_log", logged, ("seq",))
            sum_.update(_line(logged))
            detail.setdefault("first", str(last))
            detail.update(last=str(last), sum=sum_.hexdigest())
        for data in blobs:
            row = {"dossier_id": dossier.id, "hash": _hash(data), "data": data}
            _put(db, "blob", row, ("dossier_id", "hash"))
        search.index(db, dossier.id, changes)
        _put(db, "register", register.row(dossier, at.isoformat()), ("id",))


def load(vault: "Vault", dossier_id: str) -> Dossier:
    """The dossier as it was last saved; UserError when there is none with this id."""
    found: dict[Key, Row] = {}
    with vault.in_words():
        for table in _tables(Dossier):
            for row in vault.db.table(table).rows_where("dossier_id = ?", [dossier_id]):
                found[table, row["id"]] = row
    if (table_name(Dossier), dossier_id) not in found:
        raise UserError(mark("This dossier is not in the vault."))
    return value(found, dossier_id)


def list_anew(db: Database) -> None:
    """Write the line of every dossier anew from its rows, in one transaction.

    One whose rows tell no dossier any more keeps the line it had.
    """
    order = "SELECT id, edited_at FROM register"
    edited = dict(db.execute(order).fetchall())
    with db.atomic():
        for dossier_id, found in groupby(_by_dossier(db), itemgetter(0)):
            rows = {(table, row["id"]): row for _id, table, row in found}
            with contextlib.suppress(KeyError, IndexError, msgspec.ValidationError):
                line = register.row(value(rows, dossier_id), edited[dossier_id])
                _put(db, "register", line, ("id",))


def _by_dossier(db: Database) -> Iterator[tuple[str, str, Row]]:
    """Every row with its table, dossier by dossier, a few in memory at a time."""

    def of(table: str) -> Iterator[tuple[str, str, Row]]:
        rows = db.execute(f'SELECT * FROM "{table}" ORDER BY dossier_id')
        columns = [column[0] for column in rows.description]
        for values in rows:
            row = dict(zip(columns, values, strict=True))
            yield row["dossier_id"], table, row

    return merge(*(of(table) for table in _tables(Dossier)), key=itemgetter(0))


def value(rows: Mapping[Key, Row], dossier_id: str) -> Dossier:
    """The dossier that these plain rows are; each has its id in it."""
    return msgspec.convert(diff.nested(rows, dossier_id), Dossier, strict=False)


def plain(dossier: Dossier) -> dict[Key, Row]:
    """The rows of a dossier as the change log writes them; each has its id in it."""
    return {
        key: {"id": key[1], **msgspec.to_builtins(row)} for key, row in diff.rows(dossier).items()
    }


def blob(vault: "Vault", hash: str) -> bytes:
    """The bytes with this SHA-256: a frozen dossier or the strokes of a signature."""
    with vault.in_words():
        row = vault.db.execute("SELECT data FROM blob WHERE hash = ?", [hash]).fetchone()
    if row is None or _hash(row[0]) != hash:
        raise UserError(
            mark(
                "What was set or signed here is missing or damaged in the vault. Nothing was "
                "changed. Put back an earlier copy of the folder to see it."
            )
        )
    return bytes(row[0])


def read(data: bytes) -> Dossier:
    """The dossier in the bytes of `document.content`."""
    return msgspec.json.decode(data, type=Dossier)


def _put(db: Database, table: str, row: Row, key: tuple[str, ...]) -> int:
    """Add the row or alter the one with this key; the number of the row that was added."""
    return db.execute(_upsert(table, tuple(row), key), tuple(row.values())).lastrowid or 0


def _line(logged: Row) -> bytes:
    """A line of the change log as the sum in the audit log covers it."""
    return msgspec.json.encode(list(logged.values()))


@cache
def _upsert(table: str, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    """sqlite-utils' own upsert asks for the columns each time, which takes longer than a commit."""
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    altered = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name not in key)
    return (
        f'INSERT INTO "{table}" ({names}) VALUES ({marks}) '
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {altered}"
    )


def _tables(kind: type) -> list[str]:
    return [table_name(kind), *(t for inner, _ in owned(kind).values() for t in _tables(inner))]


def _plain(row: Row | None) -> Row | None:
    plain: Row | None = msgspec.to_builtins(row)
    return plain


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
