"""Before an old vault is brought up to date: a backup that stays, and room enough on the disk."""

import random
import shutil
import time
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
import pytest

from caseplanner import desk as desks
from caseplanner.dossier.model import Dossier
from caseplanner.errors import UserError
from caseplanner.vault import backups, engine, manifest, migrations, restore
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import Backup, Kind, State
from tests.vault.test_crash import killed
from tests.vault.test_migrations import RELEASES
from tests.vaults.make import PASSPHRASE

OLD = RELEASES[0]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder of a vault of release 0.1."""
    shutil.copytree(OLD, tmp_path / "old" / "vault")
    return tmp_path / "old"


def there(folder: Path, keys: Keys | None = None) -> tuple[Backup, ...]:
    return manifest.listed(backups.place(folder), keys)


def hold_sam(folder: Path) -> bool:
    """The vault opens with its passphrase and holds exactly the dossier that was put in."""
    expected = msgspec.json.decode((OLD / "dossier.expected").read_bytes(), type=Dossier)
    desk = desks.Desk(folder, desks.unlock(folder, PASSPHRASE))
    found = [desk.open(entry.line.id).dossier for entry in desk.lines()]
    desk.close()
    return found == [expected]


def test_a_verified_backup_of_before_is_there_and_stays_until_the_next_good_start(
    old: Path,
) -> None:
    before = engine.digest(old / "vault" / "case.db")
    assert hold_sam(old)
    (made,) = there(old, desks.unlock(old, PASSPHRASE))
    assert (made.kind, made.state) == (Kind.PINNED, State.WHOLE)
    assert made.manifest and (made.manifest.schema, made.manifest.digest) == (1, before)
    assert hold_sam(old)
    (aged,) = there(old, desks.unlock(old, PASSPHRASE))
    assert (aged.kind, aged.state) == (Kind.AUTOMATIC, State.WHOLE)


def test_that_backup_can_be_put_back(old: Path) -> None:
    assert hold_sam(old)
    restore.restore(old, there(old)[0].path, PASSPHRASE, there(old)[0].made_at)
    assert hold_sam(old)


def test_a_new_vault_has_none(folder: Path, keys: Keys) -> None:
    vaults.open_vault(folder, keys).close()
    assert there(folder) == ()


def test_too_little_room_is_said_before_anything_changes(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {p: p.read_bytes() for p in old.rglob("*") if p.is_file()}
    usage = shutil.disk_usage(old)
    size = (old / "vault" / "case.db").stat().st_size
    keys = desks.unlock(old, PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=3 * size - 1))
        with pytest.raises(UserError, match="too little room"):
            vaults.open_vault(old, keys)
    after = {p: p.read_bytes() for p in old.rglob("*") if p.is_file() and p.name != "vault.lock"}
    assert after == before
    assert hold_sam(old)


def test_damage_is_found_before_the_tables_are_changed(old: Path) -> None:
    path = old / "vault" / "case.db"
    data = bytearray(path.read_bytes())
    data[engine.PAGE * 9 + 7] ^= 1
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        hold_sam(old)
    assert caught.value.message == engine.DAMAGED
    assert path.read_bytes() == data
    assert there(old) == ()


def test_a_migration_that_fails_leaves_the_old_vault_and_one_backup_pinned(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*facts: object, **more: object) -> None:
        raise RuntimeError("a fault in a migration")

    for _ in range(3):
        with monkeypatch.context() as patch:
            patch.setattr(migrations.migrations, "apply", fail)
            with pytest.raises(RuntimeError):
                hold_sam(old)
    assert [b.kind for b in there(old)].count(Kind.PINNED) == 1
    assert all(b.state is State.WHOLE for b in there(old, desks.unlock(old, PASSPHRASE)))
    assert hold_sam(old)


def open_on(folder: Path, begun: Connection) -> None:
    keys = vaults.unlock(folder, PASSPHRASE)
    begun.send(0)
    vaults.open_vault(folder, keys).close()
    begun.send(1)


def test_killed_at_any_moment_sam_is_there_and_so_is_a_backup_of_before(
    old: Path, tmp_path: Path
) -> None:
    seed = time.time_ns()
    moments = random.Random(seed)
    cut_off = 0
    whole = shutil.copytree(old, tmp_path / "whole")
    keys = vaults.unlock(whole, PASSPHRASE)
    begun = time.monotonic()
    vaults.open_vault(whole, keys).close()
    took = time.monotonic() - begun
    for turn in range(20):
        here = tmp_path / str(turn)
        shutil.copytree(old, here)
        cut_off += not killed(moments.uniform(0, took), open_on, here)
        assert hold_sam(here), seed
        keys = vaults.unlock(here, PASSPHRASE)
        schemas = {
            b.manifest.schema for b in there(here, keys) if b.manifest and b.state is State.WHOLE
        }
        assert 1 in schemas, seed
        shutil.rmtree(here)
    assert cut_off > 3, "killed too late to mean anything"
