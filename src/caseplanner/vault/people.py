"""Who has a passphrase: adding, removing, changing passphrases and roles, and the recovery sheet.

Names and roles stand in the database, keys in the key file. Somebody whose slot is gone keeps his
row: the log goes on naming him. Adding writes the row first and removing takes the slot first, so
that what is cut off in between leaves a row too many, never a slot without a name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole, manages
from caseplanner.errors import UserError
from caseplanner.vault import header, keys
from caseplanner.vault.engine import Database, in_words
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Keys, Slot, SlotKind
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import VAULT
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a passphrase, since when, and whether the recovery sheet is in his name."""

    staff: Staff
    since: datetime
    has_sheet: bool


def check(name: str, passphrase: str) -> None:
    """UserError when these cannot be a name and a passphrase."""
    if not passphrase:
        raise UserError(mark("Choose a passphrase first."))
    if not name.strip():
        raise UserError(mark("Type a name first."))
    if len(name) > keys.LONGEST_NAME:
        raise UserError(
            mark("This name is too long for the vault; use at most {most} characters."),
            most=keys.LONGEST_NAME,
        )


def everyone(vault: "Vault") -> tuple[Member, ...]:
    """All who can unlock this vault, in the order in which they came."""
    with vault.in_words():
        slots = _header(vault.folder).slots
        sheets = {slot.owner for slot in slots if slot.kind is SlotKind.RECOVERY}
        owners = {slot.owner for slot in slots if slot.kind is SlotKind.PASSPHRASE}
        rows = list(vault.db.table("staff").rows_where(order_by="made_at, id"))
    return tuple(
        Member(_staff(row), datetime.fromisoformat(row["made_at"]), row["id"] in sheets)
        for row in rows
        if row["id"] in owners
    )


def new_slot(folder: Path, by: Keys, owner: str, passphrase: str) -> Slot:
    """A slot for this owner. Slow on purpose; opens no database and may run in any thread.

    UserError when the passphrase opens another one's slot: then the log could not tell them apart.
    """
    if not passphrase:
        raise UserError(mark("Choose a passphrase first."))
    with in_words(folder):
        head = _header(folder)
    taken = [
        slot for slot, _ in keys.open_slots(head.vault, _opened_by_passphrase(head), passphrase)
    ]
    if any(slot.owner != owner for slot in taken):
        raise UserError(
            mark("This passphrase cannot be used here. Nothing was changed. Choose another one.")
        )
    like = _opened_by_passphrase(head)[0]
    return keys.make_slot(
        head.vault, owner, passphrase, by.master, like.cost, datetime.now(UTC), like.salt
    )


def put_slot(folder: Path, by: Keys, slot: Slot) -> Header:
    """Let this slot be its owner's only passphrase, or the second recovery sheet at most."""

    def put(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        gone = _sheets(slots)[1:]
        if slot.kind is SlotKind.PASSPHRASE:
            gone = [old for old in slots if (old.kind, old.owner) == (slot.kind, slot.owner)]
        return (*(old for old in slots if old not in gone), slot)

    return _change_slots(folder, by, put)


def add(vault: "Vault", staff: Staff, slot: Slot) -> None:
    """Let somebody in. UserError when the one who asks may not, or the disk will not do."""
    must_manage(vault)
    check(staff.name, "unseen")
    if len(everyone(vault)) >= header.MOST_SLOTS - 2:
        raise UserError(mark("No more people fit in one vault. Remove somebody first."))
    with vault.writing(Deed.STAFF_ADDED, detail={"who": staff.id, "role": staff.role}) as (db, _):
        put(db, staff, datetime.now(UTC))
    _change(vault, lambda: put_slot(vault.folder, vault.keys, slot))


def remove(vault: "Vault", owner: str) -> None:
    """Take away somebody's passphrase, and the recovery sheet if it is in his name.

    Copies of the vault that were made before still open with it; `rekey` is for who must not.
    """
    must_manage(vault)
    if owner == vault.staff.id:
        raise UserError(mark("You cannot remove yourself. Ask a colleague who manages the vault."))
    _change(
        vault,
        lambda: _change_slots(
            vault.folder,
            vault.keys,
            lambda slots: tuple(slot for slot in slots if slot.owner != owner),
        ),
    )
    with vault.writing(Deed.STAFF_REMOVED, detail={"who": owner}) as (db, _):
        db.execute("DELETE FROM access WHERE staff = ?", [owner])


def change(vault: "Vault", staff: Staff) -> None:
    """Another name, role or right for somebody who is there already."""
    must_manage(vault)
    check(staff.name, "unseen")
    if staff.id == vault.staff.id and not manages(staff):
        raise UserError(
            mark("You cannot take this right from yourself. Ask a colleague who manages the vault.")
        )
    with vault.writing(Deed.STAFF_CHANGED, detail={"who": staff.id, "role": staff.role}) as (db, _):
        put(db, staff)
    if staff.id == vault.staff.id:
        vault.staff = staff


def change_passphrase(vault: "Vault", slot: Slot) -> None:
    """Let this slot take the place of its owner's: one's own, or another's by who manages."""
    if slot.owner != vault.staff.id:
        must_manage(vault)
    _change(vault, lambda: put_slot(vault.folder, vault.keys, slot))
    vault.note(Deed.PASSPHRASE_CHANGED, who=slot.owner)


def make_recovery(vault: "Vault", words: str) -> None:
    """Let these words open the vault for who is here now.

    An earlier sheet goes on opening it until `end_earlier_sheet`: while the new one is only words
    on a screen, nobody is left without a sheet.
    """
    must_manage(vault)
    now = datetime.now(UTC)
    head = _header(vault.folder)
    slot = keys.make_slot(head.vault, vault.staff.id, words, vault.keys.master, None, now)
    _change(vault, lambda: put_slot(vault.folder, vault.keys, slot))
    vault.note(Deed.RECOVERY_MADE)


def end_earlier_sheet(vault: "Vault") -> None:
    """Let the newest recovery sheet be the only one."""
    must_manage(vault)
    _change(
        vault,
        lambda: _change_slots(
            vault.folder,
            vault.keys,
            lambda slots: tuple(slot for slot in slots if slot not in _sheets(slots)[:-1]),
        ),
    )


def put(db: Database, staff: Staff, since: datetime | None = None) -> None:
    """Write who this is, inside a transaction; `since` for somebody new."""
    row = {
        "id": staff.id,
        "name": staff.name,
        "role": staff.role.value,
        "manages": int(staff.manages),
        "on_behalf": staff.on_behalf,
    }
    if since:
        db.table("staff").upsert({**row, "made_at": since.isoformat()}, pk="id")
    else:
        db.table("staff").update(staff.id, row)


def staff(db: Database, owner: str) -> Staff:
    """Who this is. One whose row was lost with a damaged page sees what a worker sees."""
    row = db.execute(
        "SELECT id, name, role, manages, on_behalf FROM staff WHERE id = ?", [owner]
    ).fetchone()
    if row is None:
        return Staff("", StaffRole.WORKER, manages=True, id=owner)
    return _staff(dict(zip(("id", "name", "role", "manages", "on_behalf"), row, strict=True)))


def _change(vault: "Vault", write: Callable[[], Header]) -> None:
    """Write the key file, and let the anchor know how far that is."""
    with vault.in_words():
        vault.generation = write().generation


def _change_slots(
    folder: Path, by: Keys, change: Callable[[tuple[Slot, ...]], tuple[Slot, ...]]
) -> Header:
    return header.change(
        folder / VAULT,
        by.of("header"),
        lambda head: msgspec.structs.replace(head, slots=change(head.slots)),
    )


def _sheets(slots: tuple[Slot, ...]) -> list[Slot]:
    """The recovery sheets, the oldest first."""
    return [slot for slot in slots if slot.kind is SlotKind.RECOVERY]


def _staff(row: dict[str, object]) -> Staff:
    return Staff(
        name=str(row["name"]),
        role=StaffRole(str(row["role"])),
        manages=bool(row["manages"]),
        on_behalf=str(row["on_behalf"]),
        id=str(row["id"]),
    )


def _opened_by_passphrase(head: Header) -> tuple[Slot, ...]:
    return tuple(slot for slot in head.slots if slot.kind is SlotKind.PASSPHRASE)


def _header(folder: Path) -> Header:
    head = header.read(folder / VAULT)
    if isinstance(head, OldHeader):
        raise TypeError("the key file is renewed when the vault is opened")
    return head


def must_manage(vault: "Vault") -> None:
    """UserError unless who is here manages the vault."""
    if not manages(vault.staff):
        raise UserError(
            mark("Only a colleague who manages the vault can do this. Nothing was changed.")
        )
