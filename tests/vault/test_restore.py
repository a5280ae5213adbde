"""Putting a backup back: what is in it comes, what was there is kept, and nothing is half done."""

import os
import random
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from caseplanner.dossier import diff
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.retention import Ground
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import (
    audit,
    backups,
    dossiers,
    header,
    manifest,
    people,
    register,
    restore,
    retention,
    salvage,
)
from caseplanner.vault import vault as vaults
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import Kind, State
from caseplanner.vault.vault import Vault
from tests.vault.test_crash import killed
from tests.vault.typist import CHEAP, PASSPHRASE

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def put(vault: Vault, called: str) -> Dossier:
    dossier = Dossier(person=Person(called=called))
    dossiers.save(vault, dossier, diff.changes(None, dossier), "New", NOW)
    return dossier


def names(folder: Path, keys: Keys) -> list[str]:
    vault = vaults.open_vault(folder, keys)
    called = sorted(entry.line.called for entry in register.lines(vault))
    vault.close()
    return called


@pytest.fixture
def backup(folder: Path, keys: Keys) -> Path:
    """A backup with Samira; in the vault Willem came after it."""
    vault = vaults.open_vault(folder, keys)
    put(vault, "Samira")
    made = backups.back_up(vault, Kind.ASKED, NOW)
    put(vault, "Willem")
    vault.close()
    return made.path


def test_a_preview_says_what_is_in_it_and_what_would_be_lost(
    folder: Path, keys: Keys, backup: Path
) -> None:
    for opened in (keys, PASSPHRASE):
        seen = restore.preview(folder, backup, opened)
        assert [entry.line.called for entry in seen.lines] == ["Samira"]
        assert [staff.name for staff in seen.people] == ["Joke"]
        assert seen.backup.dossiers == 1
        assert seen.lost == 1  # Willem
    with pytest.raises(UserError, match="does not fit"):
        restore.preview(folder, backup, "something else")


def test_what_was_in_the_backup_is_there_and_what_was_there_can_be_put_back_too(
    folder: Path, keys: Keys, backup: Path
) -> None:
    restore.restore(folder, backup, keys, NOW + DAY)
    assert names(folder, keys) == ["Samira"]
    (kept,) = (b for b in manifest.listed(backups.place(folder), keys) if b.kind is Kind.REPLACED)
    assert kept.name.endswith("-replaced")
    restore.restore(folder, kept.path, PASSPHRASE, NOW + 2 * DAY)
    assert names(folder, keys) == ["Samira", "Willem"]


def test_the_log_says_that_a_backup_was_put_back_and_what_was_there(
    folder: Path, keys: Keys, backup: Path
) -> None:
    vault = vaults.open_vault(folder, keys)
    before = audit.head(vault.db)
    vault.close()
    restore.restore(folder, backup, PASSPHRASE, datetime.now(UTC))
    vault = vaults.open_vault(folder, keys)
    told = [e for e in audit.entries(vault) if e.deed is Deed.RESTORED]
    assert [e.name for e in told] == ["Joke"]
    assert (told[0].detail["old_seq"], told[0].detail["old_head"]) == (str(before.seq), before.hash)
    assert audit.broken_at(vault.db) == 0
    assert vault.notes == ()
    vault.close()


def test_backups_after_it_count_on_and_none_goes_because_of_it(
    folder: Path, keys: Keys, backup: Path
) -> None:
    vault = vaults.open_vault(folder, keys)
    for number in range(5):
        put(vault, str(number))
        backups.back_up(vault, Kind.ASKED, NOW + number * DAY)
    vault.close()
    *_, oldest = manifest.listed(backups.place(folder))
    before = {b.name for b in manifest.listed(backups.place(folder))}
    restore.restore(folder, oldest.path, keys, NOW + 9 * DAY)
    assert before < {b.name for b in manifest.listed(backups.place(folder))}
    vault = vaults.open_vault(folder, keys)
    put(vault, "After")
    assert backups.is_due(vault, NOW + 10 * DAY)
    made = backups.back_up(vault, Kind.ASKED, NOW + 10 * DAY)
    assert manifest.listed(backups.place(folder), keys)[0] == made, "though its log is shorter"
    vault.close()


def _gone(vault: Path) -> None:
    shutil.rmtree(vault)


def _no_header(vault: Path) -> None:
    for name in header.NAMES:
        (vault / name).unlink()


def _noise(vault: Path) -> None:
    (vault / "case.db").write_bytes(os.urandom(8192))


def _no_database(vault: Path) -> None:
    (vault / "case.db").unlink()


def _half(vault: Path) -> None:
    for path in vault.iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("harm", [_gone, _no_header, _noise, _no_database, _half])
def test_it_works_whatever_happened_to_the_vault_that_was_here(
    folder: Path, keys: Keys, backup: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder / "vault")
    left = {p.name: p.read_bytes() for p in (folder / "vault").glob("*")}
    opened = restore.restore(folder, backup, PASSPHRASE, NOW + DAY)
    assert opened == keys
    assert names(folder, opened) == ["Samira"]
    kept = [p for p in backups.place(folder).iterdir() if p.name.endswith("replaced")]
    assert len(kept) == bool(left)
    for name, data in left.items():
        assert (kept[0] / name).read_bytes() == data


def test_a_backup_from_a_stick_comes_back_on_a_new_laptop(
    backup: Path, keys: Keys, tmp_path: Path
) -> None:
    stick = tmp_path / "stick" / backup.name
    shutil.copytree(backup, stick)
    opened = restore.restore(tmp_path / "new laptop", stick, PASSPHRASE, NOW + DAY)
    assert names(tmp_path / "new laptop", opened) == ["Samira"]


def test_a_backup_of_another_vault_is_not_put_over_this_one(
    folder: Path, keys: Keys, backup: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    theirs = vaults.create(other, PASSPHRASE, "Piet", CHEAP)
    with pytest.raises(UserError, match="another vault"):
        restore.restore(other, backup, PASSPHRASE, NOW)
    with pytest.raises(UserError, match="another vault"):
        restore.restore(other, backup, theirs, NOW)
    assert names(other, theirs) == []


def test_a_damaged_backup_is_refused_and_nothing_changed(
    folder: Path, keys: Keys, backup: Path
) -> None:
    data = bytearray((backup / "case.db").read_bytes())
    data[4096 * 11 + 5] ^= 1
    (backup / "case.db").write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        restore.restore(folder, backup, keys, NOW)
    assert names(folder, keys) == ["Samira", "Willem"]
    assert not (folder / "vault.new").exists()


def test_it_waits_until_no_program_has_the_vault_open(
    folder: Path, keys: Keys, backup: Path
) -> None:
    vault = vaults.open_vault(folder, keys)
    with pytest.raises(UserError, match="already open"):
        restore.restore(folder, backup, keys, NOW)
    vault.close()


def test_who_does_not_manage_the_vault_neither_looks_nor_restores(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    put(vault, "Samira")
    worker = Staff("Piet", StaffRole.WORKER)
    people.add(vault, worker, people.new_slot(folder, keys, worker.id, "een ander woord"))
    made = backups.back_up(vault, Kind.ASKED, NOW)
    vault.close()
    for deed in (
        lambda: restore.preview(folder, made.path, "een ander woord"),
        lambda: restore.restore(folder, made.path, "een ander woord", NOW),
    ):
        with pytest.raises(UserError, match="manages the vault"):
            deed()


def test_a_manager_of_the_laptop_sees_no_names_in_a_backup(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    put(vault, "Samira")
    manager = Staff("Ria", StaffRole.MANAGER)
    people.add(vault, manager, people.new_slot(folder, keys, manager.id, "woord van Ria"))
    made = backups.back_up(vault, Kind.ASKED, NOW)
    vault.close()
    seen = restore.preview(folder, made.path, "woord van Ria")
    assert (seen.lines, seen.backup.dossiers) == ((), 1)
    assert {staff.name for staff in seen.people} == {"Joke", "Ria"}


def test_who_was_removed_stays_removed_and_a_new_passphrase_stays_new(
    folder: Path, keys: Keys
) -> None:
    vault = vaults.open_vault(folder, keys)
    for name in ("Piet", "Anna"):
        who = Staff(name, StaffRole.WORKER, id=name)
        people.add(vault, who, people.new_slot(folder, keys, name, f"woord van {name}"))
    made = backups.back_up(vault, Kind.ASKED, NOW)
    people.remove(vault, "Piet")
    people.change_passphrase(vault, people.new_slot(folder, keys, "Anna", "nieuw woord"))
    people.change_passphrase(vault, people.new_slot(folder, keys, vault.staff.id, "nieuw van Joke"))
    vault.close()
    generation = _header(folder).generation

    restore.restore(folder, made.path, PASSPHRASE, NOW + DAY)
    assert _header(folder).generation > generation
    assert vaults.unlock(folder, "nieuw woord").owner == "Anna"
    assert vaults.unlock(folder, PASSPHRASE).owner == keys.owner, "what was used must go on working"
    for gone in ("woord van Piet", "woord van Anna", "nieuw van Joke"):
        with pytest.raises(UserError, match="does not fit"):
            vaults.unlock(folder, gone)


def _header(folder: Path) -> Header:
    head = header.read(folder / "vault")
    assert isinstance(head, Header)
    return head


def restore_on(folder: Path, backup: Path, begun: Connection) -> None:
    begun.send(0)
    restore.restore(folder, backup, PASSPHRASE, NOW)


def test_killed_at_any_moment_the_old_or_the_new_vault_is_there(
    folder: Path, keys: Keys, backup: Path, tmp_path: Path
) -> None:
    seed = time.time_ns()
    moments = random.Random(seed)
    seen = set()
    for turn in range(25):
        here = tmp_path / str(turn)
        shutil.copytree(folder, here)
        killed(
            moments.uniform(0, 0.03 * (turn + 1)), restore_on, here, here / "backups" / backup.name
        )
        found = names(here, vaults.unlock(here, PASSPHRASE))
        assert found in (["Samira"], ["Samira", "Willem"]), seed
        if found == ["Samira"]:
            kept = [p for p in backups.place(here).iterdir() if p.name.endswith("replaced")]
            restore.restore(here, kept[0], PASSPHRASE, NOW + DAY)
            assert names(here, keys) == ["Samira", "Willem"], seed
        assert not (here / "vault.new").exists()
        seen.add(len(found))
        shutil.rmtree(here)
    assert seen == {1, 2}, "killed too soon or too late to mean anything"


def test_a_full_disk_leaves_the_vault_as_it_was(
    folder: Path, keys: Keys, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=100_000))
    with pytest.raises(UserError, match="too little room"):
        restore.restore(folder, backup, keys, NOW)
    assert names(folder, keys) == ["Samira", "Willem"]


def test_an_unverified_backup_is_read_before_it_is_put_back(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    put(vault, "Samira")
    taken = backups.take(vault, Kind.ASKED, NOW)
    vault.close()
    assert taken.state is State.UNVERIFIED
    restore.restore(folder, taken.path, keys, NOW)
    assert names(folder, keys) == ["Samira"]


def test_a_dossier_that_was_destroyed_since_does_not_come_back(
    folder: Path, keys: Keys, backup: Path
) -> None:
    vault = vaults.open_vault(folder, keys)
    (samira,) = (e.line.id for e in register.lines(vault) if e.line.called == "Samira")
    retention.destroy(vault, samira, Ground.CLIENT, NOW.date())
    vault.close()
    restore.restore(folder, backup, PASSPHRASE, datetime.now(UTC))
    assert names(folder, keys) == []
    salvage.salvage(folder, keys, datetime.now(UTC))
    assert names(folder, keys) == []
