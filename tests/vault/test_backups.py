"""Backups: made while the vault is open, read again, listed, due, and let go in time."""

import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from caseplanner.dossier import diff
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.errors import UserError
from caseplanner.vault import audit, backups, dossiers, engine, manifest, register, rotation
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import Backup, Kind, State
from caseplanner.vault.vault import Vault
from tests.vault.test_crash import killed
from tests.vault.typist import PASSPHRASE

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def put(vault: Vault, called: str, at: datetime = NOW) -> Dossier:
    dossier = Dossier(person=Person(called=called))
    dossiers.save(vault, dossier, diff.changes(None, dossier), "New", at)
    return dossier


def listed(vault: Vault) -> tuple[Backup, ...]:
    return manifest.listed(backups.place(vault.folder), vault.keys)


def test_a_backup_holds_all_that_was_saved_and_opens_as_a_vault(
    vault: Vault, tmp_path: Path
) -> None:
    dossier = put(vault, "Samira")
    made = backups.back_up(vault, Kind.ASKED, NOW)
    assert (made.state, made.dossiers, made.kind) == (State.WHOLE, 1, Kind.ASKED)
    assert made.name == f"b-{made.seq:010}-20261126T090000Z"
    assert listed(vault) == (made,)
    put(vault, "Later")
    shutil.copytree(made.path, tmp_path / "elsewhere" / "vault")
    keys = vaults.unlock(tmp_path / "elsewhere", PASSPHRASE)
    copy = vaults.open_vault(tmp_path / "elsewhere", keys)
    assert dossiers.load(copy, dossier.id) == dossier
    assert [entry.line.called for entry in register.lines(copy)] == ["Samira"]
    copy.close()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc/locks is of Linux")
def test_the_locks_of_the_open_vault_are_kept_while_it_is_copied(vault: Vault) -> None:
    """A process that opens and closes the file loses them; another could then write."""
    put(vault, "Samira")
    before = locks()
    assert before
    backups.back_up(vault, Kind.ASKED, NOW)
    assert locks() == before


def locks() -> list[str]:
    """The locks that this process holds, as Linux tells them."""
    lines = Path("/proc/locks").read_text("utf-8").splitlines()
    return sorted(line.partition(":")[2] for line in lines if f" {os.getpid()} " in line)


def test_the_log_tells_of_the_backup_and_keeps_no_name(vault: Vault) -> None:
    put(vault, "Samira")
    made = backups.back_up(vault, Kind.AUTOMATIC, NOW)
    told = audit.entries(vault)[-1]
    assert told.deed is Deed.BACKED_UP
    assert told.detail == {"seq": str(made.seq), "kind": "automatic", "dossiers": "1"}
    for part in made.path.iterdir():
        assert b"Samira" not in part.read_bytes()
        if os.name != "nt":
            assert part.stat().st_mode & 0o077 == 0


def test_a_backup_may_be_read_again_in_a_thread_while_the_vault_is_written(vault: Vault) -> None:
    put(vault, "Samira")
    taken = backups.take(vault, Kind.ASKED, NOW)
    assert taken.state is State.UNVERIFIED
    seen: list[tuple[int, int]] = []
    worker = threading.Thread(
        target=backups.verify, args=(taken.path, vault.keys, lambda *step: seen.append(step))
    )
    worker.start()
    for number in range(20):
        put(vault, str(number))
    worker.join()
    assert listed(vault)[0].state is State.WHOLE
    assert seen == [(step, backups.STEPS) for step in range(backups.STEPS + 1)]


def test_a_backup_is_due_once_a_day_and_only_when_something_was_done(
    folder: Path, keys: Keys
) -> None:
    vault = vaults.open_vault(folder, keys)
    assert backups.is_due(vault, NOW)
    backups.back_up(vault, Kind.AUTOMATIC, NOW)
    put(vault, "Samira")
    assert not backups.is_due(vault, NOW)
    assert backups.is_due(vault, NOW + DAY)
    assert backups.is_due(vault, NOW - 20 * 365 * DAY), "the clock is wrong, the work is real"
    backups.back_up(vault, Kind.AUTOMATIC, NOW + DAY)
    vault.close()
    vault = vaults.open_vault(folder, keys)
    assert not backups.is_due(vault, NOW + 2 * DAY), "looking in is no reason"
    vault.close()


@pytest.mark.parametrize("years", [-20, -1, 1, 30])
def test_a_clock_that_is_years_off_never_costs_the_newest_backup(vault: Vault, years: int) -> None:
    at = NOW
    for number in range(6):
        put(vault, str(number), at)
        backups.back_up(vault, Kind.AUTOMATIC, at)
        at += DAY
    at += years * 365 * DAY
    for number in range(6, 12):
        put(vault, str(number), at)
        newest = backups.back_up(vault, Kind.AUTOMATIC, at)
        assert newest.path.is_dir()
        assert listed(vault)[0] == newest
        assert listed(vault)[0].dossiers == number + 1
        at += DAY
    assert 3 <= len(listed(vault)) <= rotation.LAST + 7 + 5


def test_after_forty_days_of_use_nothing_older_than_35_days_is_left(vault: Vault) -> None:
    for number in range(40):
        put(vault, str(number), NOW + number * DAY)
        backups.back_up(vault, Kind.AUTOMATIC, NOW + number * DAY)
    left = listed(vault)
    assert 8 <= len(left) <= 13
    assert min(b.made_at for b in left) > NOW + 39 * DAY - 35 * DAY
    assert [b.dossiers for b in left[:7]] == [40, 39, 38, 37, 36, 35, 34]


def _manifest(path: Path) -> None:
    file = path / "manifest.json"
    file.write_bytes(file.read_bytes().replace(b'"dossiers": 1', b'"dossiers": 2'))


def _cut(path: Path) -> None:
    os.truncate(path / "case.db", 4096 * 9)


def _page(path: Path) -> None:
    data = bytearray((path / "case.db").read_bytes())
    data[4096 * 9 + 77] ^= 4
    (path / "case.db").write_bytes(data)


def _header(path: Path) -> None:
    for name in ("header.json", "header.json.1"):
        (path / name).write_bytes(b"{}")


@pytest.mark.parametrize("damage", [_manifest, _cut, _page, _header])
def test_a_damaged_backup_is_recognised(vault: Vault, damage: Callable[[Path], None]) -> None:
    put(vault, "Samira")
    made = backups.back_up(vault, Kind.ASKED, NOW)
    damage(made.path)
    with pytest.raises(UserError, match="damaged"):
        backups.verify(made.path, vault.keys)
    if damage in (_manifest, _cut):  # what can be seen without reading all of it
        assert [b.state for b in listed(vault)] == [State.DAMAGED]


def test_a_backup_that_somebody_else_signed_is_told_from_a_damaged_one(vault: Vault) -> None:
    put(vault, "Samira")
    made = backups.back_up(vault, Kind.ASKED, NOW)
    assert made.manifest
    other = Keys(vault.keys.vault_id, vault.keys.owner, bytes(32), vault.keys.salt)
    manifest.write(made.path, made.manifest, other)
    assert [b.state for b in listed(vault)] == [State.ALTERED]
    with pytest.raises(UserError, match="altered by something other"):
        backups.verify(made.path, vault.keys)


def test_an_old_state_with_a_new_manifest_is_not_taken_for_the_new_one(vault: Vault) -> None:
    put(vault, "Samira")
    first = backups.back_up(vault, Kind.ASKED, NOW)
    put(vault, "Later")
    second = backups.back_up(vault, Kind.ASKED, NOW + DAY)
    shutil.copy(first.path / "case.db", second.path / "case.db")
    with pytest.raises(UserError, match="damaged"):
        backups.verify(second.path, vault.keys)


def test_what_was_cut_off_is_no_backup_and_goes_at_the_next_one(vault: Vault) -> None:
    put(vault, "Samira")
    place = backups.place(vault.folder)
    (place / "new-0123").mkdir(parents=True)
    (place / "new-0123" / "case.db").write_bytes(b"half")
    assert listed(vault) == ()
    backups.back_up(vault, Kind.ASKED, NOW)
    assert not list(place.glob("new-*"))
    assert len(listed(vault)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is of Linux")
def test_a_full_disk_leaves_no_backup_and_the_vault_as_it_was(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = put(vault, "Samira")
    backups.back_up(vault, Kind.ASKED, NOW)
    whole = listed(vault)
    program = sys.executable
    small = vault.folder / "small"
    small.write_text(f'#!/bin/sh\nexec prlimit --fsize=90000 "{program}" "$@"\n')
    small.chmod(0o700)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", str(small))
        with pytest.raises(UserError, match="disk"):
            backups.take(vault, Kind.ASKED, NOW + DAY)
    assert listed(vault) == whole
    assert not list(backups.place(vault.folder).glob("new-*"))
    assert dossiers.load(vault, dossier.id) == dossier
    put(vault, "Later")
    assert backups.back_up(vault, Kind.ASKED, NOW + DAY).dossiers == 2


def test_a_broken_log_is_told_and_does_not_spoil_the_backup(vault: Vault) -> None:
    put(vault, "Samira")
    vault.db.execute("DROP TRIGGER audit_no_update")
    vault.db.execute("UPDATE audit SET name = 'Nobody' WHERE seq = 2")
    made = backups.back_up(vault, Kind.ASKED, NOW)
    assert made.manifest
    assert made.manifest.broken == 2


def test_two_backups_in_one_second_do_not_get_in_each_others_way(vault: Vault) -> None:
    first = backups.take(vault, Kind.ASKED, NOW)
    second = backups.take(vault, Kind.ASKED, NOW)
    assert first.path != second.path
    assert len(listed(vault)) == 2


def test_a_copy_is_found_by_its_own_digest(vault: Vault) -> None:
    made = backups.back_up(vault, Kind.ASKED, NOW)
    assert made.manifest
    assert engine.digest(made.path / "case.db") == made.manifest.digest


def back_up_on(folder: Path, begun: Connection) -> None:
    """Type and make backups, again and again."""
    vault = vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE))
    begun.send(0)
    for number in range(1000):
        put(vault, str(number))
        backups.back_up(vault, Kind.ASKED, NOW + number * DAY)


def test_killed_at_any_moment_no_half_backup_is_listed(folder: Path, keys: Keys) -> None:
    seed = time.time_ns()
    moments = random.Random(seed)
    for _ in range(12):
        killed(moments.uniform(0.02, 0.3), back_up_on, folder)
        vault = vaults.open_vault(folder, keys)
        there = listed(vault)
        for backup in there:
            assert backup.state in (State.WHOLE, State.UNVERIFIED), seed
            backups.verify(backup.path, keys)
        vault.close()
    assert there
