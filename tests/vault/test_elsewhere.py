"""A second place for backups: a stick that is there or not, whole or full, of one vault or more."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caseplanner import desk as desks
from caseplanner.custody import Backup, Custody, Kind, State
from caseplanner.dossier import diff
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.errors import UserError
from caseplanner.vault import audit, backups, dossiers, elsewhere
from caseplanner.vault import vault as vaults
from caseplanner.vault.vault import Vault
from tests.vault.typist import CHEAP, PASSPHRASE

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def put(vault: Vault, called: str) -> None:
    dossier = Dossier(person=Person(called=called))
    dossiers.save(vault, dossier, diff.changes(None, dossier), "New", NOW)


def backed_up(vault: Vault, now: datetime) -> Backup:
    return backups.back_up(vault, Kind.ASKED, now)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_a_backup_on_a_stick_is_whole_and_listed_and_remembered(vault: Vault, stick: Path) -> None:
    put(vault, "Samira")
    custody = Custody(vault)
    assert custody.last_copy_elsewhere() is None
    sent = elsewhere.copy_to(backed_up(vault, NOW), stick, vault.keys)
    elsewhere.note(vault, sent, NOW)
    assert (sent.state, sent.path.parent) == (State.WHOLE, stick / elsewhere.FOLDER)
    for place in (stick, sent.path.parent, sent.path):
        assert desks.backups(place, vault.keys) == (sent,)
    left = custody.last_copy_elsewhere()
    assert left and (left.number, left.at) == (1, NOW)
    last = audit.entries(vault)[-1]
    assert (last.deed, last.detail["where"]) == (Deed.BACKED_UP, "elsewhere")
    assert custody.is_same_disk(stick)


def test_sending_it_again_is_harmless_and_a_spoilt_copy_is_made_anew(
    vault: Vault, stick: Path
) -> None:
    made = backed_up(vault, NOW)
    sent = elsewhere.copy_to(made, stick, vault.keys)
    assert elsewhere.copy_to(made, stick, vault.keys) == sent
    (sent.path / "case.db").write_bytes(b"cut short")
    assert desks.backups(stick)[0].state is State.DAMAGED
    assert elsewhere.copy_to(made, stick, vault.keys) == sent


def test_no_stick_and_a_full_stick_are_said_and_change_nothing(
    vault: Vault, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(vault, NOW)
    with pytest.raises(UserError, match="is the stick in the laptop"):
        elsewhere.copy_to(made, stick / "gone", vault.keys)
    with pytest.raises(UserError, match="is not here"):
        desks.backups(stick / "gone")
    first = elsewhere.copy_to(made, stick, vault.keys)
    put(vault, "Samira")
    second = backed_up(vault, NOW + DAY)
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    with pytest.raises(UserError, match="too little room"):
        elsewhere.copy_to(second, stick, vault.keys)
    assert desks.backups(stick, vault.keys) == (first,)
    assert elsewhere.left(vault) is None


def test_only_a_verified_backup_leaves_the_laptop(vault: Vault, stick: Path) -> None:
    taken = backups.take(vault, Kind.ASKED, NOW)
    with pytest.raises(UserError, match="damaged"):
        elsewhere.copy_to(taken, stick, vault.keys)


def test_old_ones_go_there_as_well_but_never_those_of_another_vault(
    vault: Vault, stick: Path, tmp_path: Path
) -> None:
    other = vaults.open_vault(
        tmp_path / "other", vaults.create(tmp_path / "other", PASSPHRASE, "Piet", CHEAP)
    )
    theirs = elsewhere.copy_to(backed_up(other, NOW), stick, other.keys)
    other.close()
    for day in range(60):
        put(vault, str(day))
        elsewhere.copy_to(backed_up(vault, NOW + day * DAY), stick, vault.keys)
    mine = [b for b in desks.backups(stick, vault.keys) if b.path != theirs.path]
    assert 8 <= len(mine) <= 15
    assert theirs.path.is_dir()
    assert mine[0].dossiers == 60
    oldest = min(b.manifest.day for b in mine if b.manifest)
    newest = max(b.manifest.day for b in mine if b.manifest)
    assert newest - oldest < 35


def test_it_is_said_from_the_second_day_after_a_week_and_never_of_an_empty_vault(
    vault: Vault, stick: Path
) -> None:
    backed_up(vault, NOW - DAY)
    first = backed_up(vault, NOW)
    assert elsewhere.overdue(vault) is None
    put(vault, "Samira")
    assert elsewhere.overdue(vault) == 2
    elsewhere.note(vault, elsewhere.copy_to(first, stick, vault.keys), NOW)
    for day in range(1, 9):
        assert elsewhere.overdue(vault) == (None if day < 8 else 7)
        backed_up(vault, NOW + day * DAY)
    assert elsewhere.overdue(vault) == 8


def test_on_the_first_day_of_use_nobody_is_told_to_find_a_stick(vault: Vault) -> None:
    put(vault, "Samira")
    backed_up(vault, NOW)
    assert elsewhere.overdue(vault) is None


def test_the_window_makes_a_backup_in_three_parts_and_brings_it_to_the_stick(
    vault: Vault, stick: Path
) -> None:
    put(vault, "Samira")
    custody = Custody(vault)
    assert custody.backup_is_due()
    made = custody.back_up(asked=False, place=stick)()
    custody.backed_up(made)
    assert not custody.backup_is_due()
    assert custody.backups() == (made.backup,)
    assert made.outside and made.outside.manifest == made.backup.manifest
    assert custody.last_copy_elsewhere() is None, "the same disk, so it did not leave"
    without = custody.back_up(place=stick / "gone")()
    assert without.backup.state is State.WHOLE
    assert "is the stick in the laptop" in without.problem


def test_the_desk_looks_into_a_backup_and_puts_it_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    desk = desks.Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    desk.add(Dossier(person=Person(called="Samira")))
    made = desk.custody.back_up()()
    desk.custody.backed_up(made)
    desk.add(Dossier(person=Person(called="Willem")))
    desk.close()
    assert desks.backups(folder) == (made.backup,)
    seen = desks.preview(folder, made.backup.path, PASSPHRASE)
    assert [entry.line.called for entry in seen.lines] == ["Samira"]
    desk = desks.Desk(folder, desks.restore(folder, made.backup.path, PASSPHRASE))
    assert [entry.line.called for entry in desk.lines()] == ["Samira"]
    desk.close()
