"""The change log of a dossier: what was done to it, and how it was at any earlier line."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from caseplanner.dossier import timeline
from caseplanner.dossier.diff import Row
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.timeline import Edit, Logged
from caseplanner.vault import dossiers
from caseplanner.vault.vault import Vault

PAGE = 500  # lines read at once, so that a long history is never in memory whole


def edits(vault: Vault, dossier_id: str) -> tuple[Edit, ...]:
    """Every line of a dossier without its rows, oldest first."""
    with vault.in_words():
        rows = vault.db.execute(
            "SELECT seq, at, worker, label FROM change_log WHERE dossier_id = ? ORDER BY seq",
            [dossier_id],
        )
        return tuple(
            Edit(seq, datetime.fromisoformat(at), worker, label) for seq, at, worker, label in rows
        )


def rows(vault: Vault, dossier_id: str, after: int, until: int | None = None) -> Iterator[Logged]:
    """The lines of a dossier from number `until` (the newest) back to `after`, newest first."""
    before = (until or 2**62) + 1
    while True:
        with vault.in_words():
            page = list(
                vault.db.table("change_log").rows_where(
                    "dossier_id = ? AND seq > ? AND seq < ?",
                    [dossier_id, after, before],
                    order_by="seq DESC",
                    limit=PAGE,
                )
            )
        yield from map(_logged, page)
        if len(page) < PAGE:
            return
        before = page[-1]["seq"]


def removals(vault: Vault, dossier_id: str) -> tuple[Logged, ...]:
    """The lines that took a row away, newest first."""
    with vault.in_words():
        found = vault.db.table("change_log").rows_where(
            'dossier_id = ? AND "after" IS NULL', [dossier_id], order_by="seq DESC"
        )
        return tuple(map(_logged, found))


def as_of(vault: Vault, now: Dossier, *seqs: int) -> tuple[Dossier | None, ...]:
    """The dossier as it was just after each of these lines, of which the newest comes first.

    `now` is the dossier as it is on the disk. None where it was not there yet. UserError when the
    history is not whole.
    """
    found: list[Dossier | None] = []
    held, until = dossiers.plain(now), None
    for seq in seqs:
        held = timeline.undone(held, rows(vault, now.id, seq, until))
        found.append(dossiers.value(held, now.id) if held else None)
        until = seq
    return tuple(found)


def _logged(row: dict[str, Any]) -> Logged:
    return Logged(
        seq=row["seq"],
        at=datetime.fromisoformat(row["at"]),
        worker=row["worker"],
        label=row["label"],
        table=row["table"],
        id=row["row_id"],
        before=_row(row["before"]),
        after=_row(row["after"]),
    )


def _row(text: str | None) -> Row | None:
    return None if text is None else msgspec.json.decode(text, type=dict[str, Any])
