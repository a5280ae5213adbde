"""Lists of the laptop in the vault: tables of no dossier, about no client.

Nothing in them has to go when a dossier is destroyed.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, get_origin, get_type_hints

import msgspec

from caseplanner.dossier.log import Deed

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

T = TypeVar("T")


def load(vault: "Vault", table: str, kind: type[T]) -> tuple[T, ...]:
    """All values of this kind in that table, in no order."""
    lists = [name for name, held in get_type_hints(kind).items() if get_origin(held) is tuple]
    with vault.in_words():
        return tuple(
            msgspec.convert(
                {**row, **{name: json.loads(row[name]) for name in lists}}, kind, strict=False
            )
            for row in vault.db.table(table).rows
        )


def save(
    vault: "Vault",
    table: str,
    put: Iterable[object],
    gone: Iterable[str],
    deed: Deed,
    told: dict[str, str],
) -> None:
    """Write these and take those away, in one transaction with its line in the audit log."""
    rows = [_row(item) for item in put]
    with vault.writing(deed, detail=told) as (db, _):
        db.table(table).upsert_all(rows, pk="id")
        for id in gone:
            db.execute(f"DELETE FROM {table} WHERE id = ?", [id])


def _row(item: object) -> dict[str, Any]:
    """A list in it becomes one column of JSON."""
    return {
        name: json.dumps(held, ensure_ascii=False) if isinstance(held, (list, tuple)) else held
        for name, held in msgspec.to_builtins(item).items()
    }
