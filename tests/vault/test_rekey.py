"""New keys: who stays goes on with his passphrase, and what a leaver kept opens nothing new."""

import contextlib
import errno
import random
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from caseplanner.desk import Desk
from caseplanner.dossier import diff
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import (
    audit,
    backups,
    dossiers,
    draft,
    manifest,
    people,
    rekey,
    restore,
    search,
)
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys, SlotKind
from caseplanner.vault.manifest import Kind, State
from caseplanner.vault.vault import Vault
from tests.vault.test_crash import killed
from tests.vault.typist import PASSPHRASE

if sys.platform != "win32":
    import resource

NOW = datetime.now(UTC)
WORDS = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"


def put(vault: Vault, called: str) -> Dossier:
    dossier = Dossier(person=Person(called=called))
    dossiers.save(vault, dossier, diff.changes(None, dossier), "New", NOW)
    return dossier


@pytest.fixture
def staffed(folder: Path, keys: Keys) -> Dossier:
    """A vault with Samira, of Joke, Anna and a recovery sheet, and a backup; Piet just left."""
    vault = vaults.open_vault(folder, keys)
    for name in ("Anna", "Piet"):
        who = Staff(name, StaffRole.WORKER, id=name)
        people.add(vault, who, people.new_slot(folder, keys, name, f"woord van {name}"))
    people.make_recovery(vault, WORDS)
    dossier = put(vault, "Samira")
    backups.back_up(vault, Kind.ASKED, NOW)
    people.remove(vault, "Piet")
    vault.close()
    return dossier


def test_all_who_stay_and_the_sheet_open_it_and_nothing_of_before_does(
    folder: Path, keys: Keys, staffed: Dossier, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "stolen")
    after = rekey.rekey(vaults.open_vault(folder, keys), NOW)
    assert (after.epoch, after.master == keys.master) == (2, False)
    assert vaults.unlock(folder, PASSPHRASE) == after
    assert vaults.unlock(folder, "woord van Anna").master == after.master
    assert vaults.unlock(folder, WORDS, SlotKind.RECOVERY).master == after.master
    with pytest.raises(UserError, match="does not fit"):
        vaults.unlock(folder, "woord van Piet")
    with pytest.raises(UserError):
        vaults.open_vault(folder, keys).close()
    stolen = vaults.unlock(tmp_path / "stolen", "woord van Anna")
    with pytest.raises(UserError):
        vaults.open_vault(folder, stolen).close()

    vault = vaults.open_vault(folder, after)
    assert dossiers.load(vault, staffed.id) == staffed
    assert search.find(vault, "Samira", 5)
    assert vault.notes == ()
    assert audit.broken_at(vault.db) == 0
    assert Deed.REKEYED in [e.deed for e in audit.entries(vault)]
    assert vault.db.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert vault.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    put(vault, "After")
    vault.close()


def test_what_those_who_stay_left_half_typed_is_still_there_and_a_leaver_s_is_not(
    folder: Path, keys: Keys, staffed: Dossier
) -> None:
    drafts = draft.Drafts(folder / "vault" / draft.NAME, keys.of("draft"))
    for owner in (keys.owner, "Anna", "Piet"):
        assert drafts.keep(owner, f"half, by {owner}".encode(), staffed.id)
    after = Desk(folder, keys).rekey()
    kept = draft.Drafts(folder / "vault" / draft.NAME, after.of("draft"))
    assert kept.take(keys.owner) == f"half, by {keys.owner}".encode()
    assert kept.take("Anna") == b"half, by Anna"
    assert kept.take("Piet") == b""
    assert (folder / "vault" / draft.NAME).stat().st_size == draft.SIZE


def test_the_old_backups_go_and_a_new_one_is_there(
    folder: Path, keys: Keys, staffed: Dossier
) -> None:
    (before,) = manifest.listed(backups.place(folder), keys)
    after = rekey.rekey(vaults.open_vault(folder, keys), NOW)
    (left,) = manifest.listed(backups.place(folder), after)
    assert left.path != before.path
    assert left.state is State.WHOLE
    seen = restore.preview(folder, left.path, PASSPHRASE)
    assert [entry.line.called for entry in seen.lines] == ["Samira"]


def test_a_backup_on_a_stick_still_opens_with_a_passphrase_of_then(
    folder: Path, keys: Keys, staffed: Dossier, tmp_path: Path
) -> None:
    (before,) = manifest.listed(backups.place(folder), keys)
    stick = tmp_path / before.name
    shutil.copytree(before.path, stick)
    after = rekey.rekey(vaults.open_vault(folder, keys), NOW)
    with pytest.raises(UserError, match="passphrase of then"):
        restore.preview(folder, stick, after)
    opened = restore.restore(folder, stick, PASSPHRASE, NOW)
    assert opened == keys
    vault = vaults.open_vault(folder, opened)
    assert dossiers.load(vault, staffed.id) == staffed
    vault.close()


def test_who_does_not_manage_the_vault_changes_no_keys(
    folder: Path, keys: Keys, staffed: Dossier
) -> None:
    vault = vaults.open_vault(folder, vaults.unlock(folder, "woord van Anna"))
    with pytest.raises(UserError, match="manages the vault"):
        rekey.rekey(vault, NOW)
    put(vault, "It is still open")
    vault.close()


def test_a_full_disk_leaves_the_vault_open_and_as_it_was(
    folder: Path, keys: Keys, staffed: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = vaults.open_vault(folder, keys)
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=100_000))
    with pytest.raises(UserError, match="too little room"):
        rekey.rekey(vault, NOW)
    put(vault, "It is still open")
    vault.close()


@pytest.mark.parametrize("room", [-4096, 0], ids=["while copying", "while writing anew"])
@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_a_disk_that_fills_up_halfway_leaves_every_file_as_it_was(
    folder: Path, keys: Keys, staffed: Dossier, room: int
) -> None:
    Desk(folder, keys).close()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    vault = vaults.open_vault(folder, keys)
    vault.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with (
        no_file_larger_than((folder / "vault" / "case.db").stat().st_size + room),
        pytest.raises(UserError, match="not renewed, and the vault is as it was"),
    ):
        rekey.rekey(vault, NOW)
    assert {path for path in folder.rglob("*") if path.is_file()} == set(before)
    for name in ("header.json", "header.json.1", "draft"):
        assert (folder / "vault" / name).read_bytes() == before[folder / "vault" / name], name
    vault = vaults.open_vault(folder, keys)
    assert (vault.notes, dossiers.load(vault, staffed.id)) == ((), staffed)
    vault.close()


@contextlib.contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The nearest to a disk that fills up: whatever writes beyond this is refused."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_for_a_backup_the_keys_are_new_and_that_is_said(
    folder: Path, keys: Keys, staffed: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_facts: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as broken:
        broken.setattr(backups, "of_closed", full)
        with pytest.raises(UserError, match="The keys are renewed, but there is no backup"):
            rekey.rekey(vaults.open_vault(folder, keys), NOW)
    after = vaults.unlock(folder, PASSPHRASE)
    assert after.epoch == 2
    vault = vaults.open_vault(folder, after)
    assert len(manifest.listed(backups.place(folder), after)) == 1
    made = backups.back_up(vault, Kind.ASKED, NOW)
    assert [left.name for left in manifest.listed(backups.place(folder), after)] == [made.name]
    vault.close()


def rekey_on(folder: Path, begun: Connection) -> None:
    vault = vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE))
    begun.send(0)
    rekey.rekey(vault, NOW)


def test_killed_at_any_moment_the_passphrases_open_it_under_one_key(
    folder: Path, keys: Keys, staffed: Dossier, tmp_path: Path
) -> None:
    seed = time.time_ns()
    moments = random.Random(seed)
    epochs = set()
    for turn in range(20):
        here = tmp_path / str(turn)
        shutil.copytree(folder, here)
        killed(moments.uniform(0, 0.004 * 1.3**turn), rekey_on, here)
        opened = vaults.unlock(here, PASSPHRASE)
        vault = vaults.open_vault(here, opened)
        assert dossiers.load(vault, staffed.id) == staffed, seed
        backups.back_up(vault, Kind.ASKED, NOW)
        vault.close()
        left = manifest.listed(backups.place(here), opened)
        assert {b.manifest.epoch for b in left if b.manifest} == {opened.epoch}, seed
        epochs.add(opened.epoch)
        shutil.rmtree(here)
    assert epochs == {1, 2}, "killed too soon or too late to mean anything"


def test_keys_show_no_secret(folder: Path, keys: Keys, staffed: Dossier) -> None:
    after: Keys = rekey.rekey(vaults.open_vault(folder, keys), NOW)
    assert after.master.hex() not in repr(after)
