"""Several people with own passphrases: each gets in with his own, and only as long as he may."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import audit, header, people
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys, SlotKind
from caseplanner.vault.vault import Vault
from tests.vault.typist import PASSPHRASE

PIET = Staff("Piet", StaffRole.WORKER, id="piet")
SHEET = "appel boom stoel lamp fiets zomer water kaas brood tafel deur raam"


def add(vault: Vault, who: Staff, passphrase: str) -> None:
    people.add(vault, who, people.new_slot(vault.folder, vault.keys, who.id, passphrase))


def name_of(folder: Path, passphrase: str) -> str:
    vault = vaults.open_vault(folder, vaults.unlock(folder, passphrase))
    try:
        return vault.staff.name
    finally:
        vault.close()


def test_two_workers_open_the_vault_each_with_an_own_passphrase(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    add(vault, PIET, "van Piet alleen")
    assert [m.staff.name for m in people.everyone(vault)] == ["Joke", "Piet"]
    vault.close()
    assert name_of(folder, PASSPHRASE) == "Joke"
    assert name_of(folder, "van Piet alleen") == "Piet"


def test_names_of_workers_stand_in_no_file_that_can_be_read(folder: Path, vault: Vault) -> None:
    add(vault, Staff("Xanthippe", StaffRole.WORKER, id="x"), "van haar alleen")
    vault.close()
    for file in (folder / "vault").iterdir():
        assert b"Xanthippe" not in file.read_bytes()


def test_who_is_removed_gets_in_no_more_and_stays_in_the_log(folder: Path, vault: Vault) -> None:
    add(vault, PIET, "van Piet alleen")
    vault.close()
    name_of(folder, "van Piet alleen")
    vault = vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE))
    people.remove(vault, PIET.id)
    assert [m.staff.name for m in people.everyone(vault)] == ["Joke"]
    assert "Piet" in {entry.name for entry in audit.entries(vault)}
    vault.close()
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, "van Piet alleen")


def test_a_changed_passphrase_takes_the_place_of_the_old_one(folder: Path, vault: Vault) -> None:
    slot = people.new_slot(folder, vault.keys, vault.staff.id, "een heel nieuwe")
    people.change_passphrase(vault, slot)
    vault.close()
    assert name_of(folder, "een heel nieuwe") == "Joke"
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, PASSPHRASE)


def test_nobody_can_take_the_passphrase_of_another(folder: Path, vault: Vault) -> None:
    with pytest.raises(UserError, match="cannot be used here"):
        people.new_slot(folder, vault.keys, PIET.id, PASSPHRASE)


def test_slots_of_one_vault_share_their_cost(folder: Path, vault: Vault) -> None:
    add(vault, PIET, "van Piet alleen")
    head = header.read(folder / "vault")
    assert isinstance(head, header.Header)
    assert len({(slot.salt, slot.cost) for slot in head.slots}) == 1


def test_the_recovery_sheet_gives_a_new_passphrase(folder: Path, vault: Vault) -> None:
    people.make_recovery(vault, SHEET)
    assert [m.has_sheet for m in people.everyone(vault)] == [True]
    vault.close()
    with pytest.raises(UserError, match="These words do not fit"):
        vaults.recover(folder, SHEET.replace("appel", "peer"), "een heel nieuwe")
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, SHEET)
    keys = vaults.recover(folder, SHEET, "een heel nieuwe")
    again = vaults.open_vault(folder, keys)
    assert again.staff.name == "Joke"
    assert [entry.deed for entry in audit.entries(again)][-1] is Deed.RECOVERED
    again.close()
    assert name_of(folder, "een heel nieuwe") == "Joke"
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, PASSPHRASE)


def test_the_sheet_from_before_opens_until_the_new_one_is_on_paper_and_then_nothing(
    folder: Path, vault: Vault
) -> None:
    sheets = [SHEET, SHEET.replace("appel", "peer"), SHEET.replace("appel", "pruim")]
    for words in sheets:
        people.make_recovery(vault, words)
    assert [opens(folder, words) for words in sheets] == [True, False, True]
    people.end_earlier_sheet(vault)
    assert [opens(folder, words) for words in sheets] == [False, False, True]
    people.end_earlier_sheet(vault)  # a second time it is the newest still
    vault.close()
    with pytest.raises(UserError, match="newest sheet"):
        vaults.recover(folder, SHEET, "een heel nieuwe")
    assert name_of(folder, PASSPHRASE) == "Joke"


def opens(folder: Path, sheet: str) -> bool:
    try:
        return bool(vaults.unlock(folder, sheet, SlotKind.RECOVERY))
    except UserError:
        return False


@pytest.mark.parametrize("role", [StaffRole.WORKER, StaffRole.MENTOR, StaffRole.VOLUNTEER])
def test_who_does_not_manage_the_vault_lets_nobody_in(
    folder: Path, vault: Vault, role: StaffRole
) -> None:
    add(vault, Staff("Piet", role, id="piet"), "van Piet alleen")
    vault.close()
    own = vaults.open_vault(folder, vaults.unlock(folder, "van Piet alleen"))
    slot = people.new_slot(folder, own.keys, "eva", "van Eva alleen")
    deeds: tuple[Callable[[], None], ...] = (
        lambda: people.add(own, Staff("Eva", StaffRole.WORKER, id="eva"), slot),
        lambda: people.remove(own, vault.staff.id),
        lambda: people.change(own, Staff("Piet", StaffRole.WORKER, manages=True, id="piet")),
        lambda: people.make_recovery(own, SHEET),
        lambda: people.end_earlier_sheet(own),
        lambda: people.change_passphrase(
            own, people.new_slot(folder, own.keys, vault.staff.id, "gestolen")
        ),
    )
    for deed in deeds:
        with pytest.raises(UserError, match="Only a colleague who manages"):
            deed()
    people.change_passphrase(own, people.new_slot(folder, own.keys, "piet", "van Piet, nieuw"))
    own.close()
    assert name_of(folder, "van Piet, nieuw") == "Piet"
    assert name_of(folder, PASSPHRASE) == "Joke"


def test_the_last_one_who_manages_stays(vault: Vault) -> None:
    with pytest.raises(UserError, match="cannot remove yourself"):
        people.remove(vault, vault.staff.id)
    with pytest.raises(UserError, match="cannot take this right"):
        people.change(vault, Staff("Joke", StaffRole.WORKER, id=vault.staff.id))


def test_a_full_disk_while_somebody_is_added_leaves_who_was_there(
    folder: Path, vault: Vault
) -> None:
    trap = folder / "vault" / "header.json.new"
    trap.symlink_to("/dev/full")
    with pytest.raises(UserError, match="disk is full"):
        add(vault, PIET, "van Piet alleen")
    trap.unlink()
    assert [m.staff.name for m in people.everyone(vault)] == ["Joke"]
    vault.close()
    assert name_of(folder, PASSPHRASE) == "Joke"
