"""The factsheets in the vault: a table of the laptop, of no dossier and about no person.

Nothing in it has to go when a dossier is destroyed.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from caseplanner.dossier.log import Deed
from caseplanner.dossier.sheets import Factsheet, Sheets

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault


def load(vault: "Vault") -> Sheets:
    """All of them, in no order."""
    with vault.in_words():
        rows = vault.db.table("factsheet").rows
        return tuple(
            msgspec.convert({**row, "tags": json.loads(row["tags"])}, Factsheet, strict=False)
            for row in rows
        )


def save(
    vault: "Vault", put: Iterable[Factsheet], gone: Iterable[str], deed: Deed, told: dict[str, str]
) -> None:
    """Write these and take those away, in one transaction with its line in the audit log."""
    rows = [
        {**msgspec.to_builtins(sheet), "tags": json.dumps(sheet.tags, ensure_ascii=False)}
        for sheet in put
    ]
    with vault.writing(deed, detail=told) as (db, _):
        db.table("factsheet").upsert_all(rows, pk="id")
        for id in gone:
            db.execute("DELETE FROM factsheet WHERE id = ?", [id])
