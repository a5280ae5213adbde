"""Which single dossiers and goals a mentor or a volunteer is linked to."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from caseplanner.dossier import staff as staff_
from caseplanner.dossier.log import Deed
from caseplanner.errors import UserError
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

WHOLE = ""  # in the place of a goal: the whole dossier


def dossiers(vault: "Vault", staff: str | None = None) -> Mapping[str, frozenset[str]]:
    """The dossiers somebody (who is here now) is linked to, with the goals; none: the whole."""
    found: dict[str, set[str]] = defaultdict(set)
    with vault.in_words():
        for row in vault.db.table("access").rows_where("staff = ?", [staff or vault.staff.id]):
            found[row["dossier_id"]].add(row["goal_id"])
    return {dossier: frozenset(goals - {WHOLE}) for dossier, goals in found.items()}


def link(vault: "Vault", staff: str, dossier: str, goals: frozenset[str]) -> None:
    """Let somebody see this dossier, or these goals of it, and no others of it any more.

    UserError when who is here does not see every dossier.
    """
    _must_link(vault)
    detail = {"who": staff, "goals": str(len(goals))}
    with vault.writing(Deed.STAFF_CHANGED, dossier, detail) as (db, _):
        db.execute("DELETE FROM access WHERE staff = ? AND dossier_id = ?", [staff, dossier])
        db.table("access").insert_all(
            {"staff": staff, "dossier_id": dossier, "goal_id": goal} for goal in goals or (WHOLE,)
        )


def unlink(vault: "Vault", staff: str, dossier: str) -> None:
    """Let somebody see nothing of this dossier any more."""
    _must_link(vault)
    with vault.writing(Deed.STAFF_CHANGED, dossier, {"who": staff, "goals": "none"}) as (db, _):
        db.execute("DELETE FROM access WHERE staff = ? AND dossier_id = ?", [staff, dossier])


def _must_link(vault: "Vault") -> None:
    if not staff_.links(vault.staff):
        raise UserError(
            mark("Only a worker can choose what others see of a dossier. Nothing was changed.")
        )
