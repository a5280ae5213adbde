"""A vault that is not what it was is never opened without a word; a person may go on knowingly."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caseplanner.dossier import diff
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier
from caseplanner.errors import Doubt
from caseplanner.vault import audit, dossiers, doubts, header
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from tests.vault.typist import CHEAP, PASSPHRASE
from tests.vault.when import AT


def work(folder: Path, keys: Keys, dossier: Dossier | None = None) -> None:
    """Somebody opens the vault, adds a dossier, and closes it."""
    vault = vaults.open_vault(folder, keys)
    new = dossier or Dossier()
    dossiers.save(vault, new, diff.changes(None, new), "New", AT)
    vault.close()


def deeds(folder: Path, keys: Keys, *, accept: bool = False) -> list[Deed]:
    vault = vaults.open_vault(folder, keys, accept=accept)
    found = [entry.deed for entry in audit.entries(vault)]
    vault.close()
    return found


def older_database(folder: Path, keys: Keys) -> None:
    kept = (folder / "vault" / "case.db").read_bytes()
    work(folder, keys)
    (folder / "vault" / "case.db").write_bytes(kept)


def one_stale_page(folder: Path, keys: Keys) -> None:
    path = folder / "vault" / "case.db"
    before = path.read_bytes()
    work(folder, keys)
    after = bytearray(path.read_bytes())
    page = next(n for n in range(1, 40) if before[n * 4096 :][:4096] != after[n * 4096 :][:4096])
    after[page * 4096 : page * 4096 + 4096] = before[page * 4096 : page * 4096 + 4096]
    path.write_bytes(after)


def one_bit(folder: Path, keys: Keys) -> None:
    path = folder / "vault" / "case.db"
    data = bytearray(path.read_bytes())
    data[6 * 4096 + 77] ^= 1
    path.write_bytes(data)


def longer(folder: Path, keys: Keys) -> None:
    path = folder / "vault" / "case.db"
    path.write_bytes(path.read_bytes() + bytes(4096))


def no_anchor(folder: Path, keys: Keys) -> None:
    (folder / "vault" / "anchor").unlink()


def damaged_anchor(folder: Path, keys: Keys) -> None:
    path = folder / "vault" / "anchor"
    path.write_bytes(bytes(len(path.read_bytes())))


def another_anchor(folder: Path, keys: Keys) -> None:
    other = folder.parent / "other"
    vaults.create(other, PASSPHRASE, "Piet", CHEAP)
    shutil.copy(other / "vault" / "anchor", folder / "vault" / "anchor")


def old_key_file(folder: Path, keys: Keys) -> None:
    kept = (folder / "vault" / "header.json").read_bytes()
    vault = vaults.open_vault(folder, keys)
    head = header.change(folder / "vault", keys.of("header"), lambda h: h)
    vault.generation = head.generation
    vault.note(Deed.PASSPHRASE_CHANGED)
    vault.close()
    for name in header.NAMES:
        (folder / "vault" / name).write_bytes(kept)


@pytest.mark.parametrize(
    ("change", "why", "said"),
    [
        (older_database, "changed", "put back an older one"),
        (one_stale_page, "changed", "put back an older one"),
        (longer, "damaged", "Part of the vault is damaged"),
        (one_bit, "damaged", "Part of the vault is damaged"),
        (no_anchor, "anchor", "is not here"),
        (damaged_anchor, "anchor", "is damaged"),
        (another_anchor, "anchor", "is damaged"),
        (old_key_file, "keys", "passphrase that was taken away"),
    ],
)
def test_a_vault_that_is_not_what_it_was_asks_before_it_opens(
    folder: Path, keys: Keys, change: Callable[[Path, Keys], None], why: str, said: str
) -> None:
    work(folder, keys)
    change(folder, keys)
    for _ in range(2):  # asking changes nothing: it asks again
        with pytest.raises(Doubt, match=said) as caught:
            vaults.open_vault(folder, keys)
        assert caught.value.why == why
    assert deeds(folder, keys, accept=True)[-2:] == [Deed.WENT_ON, Deed.UNLOCKED]
    assert Deed.WENT_ON not in deeds(folder, keys)[-1:]


def killed_while_open(folder: Path, keys: Keys) -> Path:
    """The files as a killed program leaves them: case.db with its write-ahead log."""
    vault = vaults.open_vault(folder, keys)
    for _ in range(5):
        new = Dossier()
        dossiers.save(vault, new, diff.changes(None, new), "New", AT)
    left = folder.parent / "left"
    shutil.copytree(folder / "vault", left / "vault")
    vault.close()
    return left


def test_what_a_killed_program_left_opens_without_a_doubt(folder: Path, keys: Keys) -> None:
    left = killed_while_open(folder, keys)
    assert deeds(left, keys).count(Deed.CHANGED) == 5


def test_a_lost_end_of_the_write_ahead_log_is_noticed(folder: Path, keys: Keys) -> None:
    left = killed_while_open(folder, keys)
    wal = left / "vault" / "case.db-wal"
    wal.write_bytes(wal.read_bytes()[:-20_000])
    with pytest.raises(Doubt, match=r"the last \d+ things that were done are missing") as caught:
        vaults.open_vault(left, keys)
    assert caught.value.why == "older"
    vaults.open_vault(left, keys, accept=True).close()


def test_a_lost_write_ahead_log_is_noticed(folder: Path, keys: Keys) -> None:
    left = killed_while_open(folder, keys)
    (left / "vault" / "case.db-wal").unlink()
    with pytest.raises(Doubt):
        vaults.open_vault(left, keys)


@pytest.mark.parametrize(
    ("jump", "said"),
    [
        (timedelta(days=-20 * 365), doubts.CLOCK_AHEAD),
        (timedelta(days=30 * 365), doubts.CLOCK_BACK),
        (timedelta(hours=-20), None),
        (timedelta(days=200), doubts.CLOCK_BACK),
    ],
)
def test_a_clock_that_jumped_is_told_and_loses_nothing(
    folder: Path, keys: Keys, jump: timedelta, said: str | None
) -> None:
    """The newest line in the log was written when the clock of the laptop stood elsewhere."""
    vault = vaults.open_vault(folder, keys)
    with vault.writing(Deed.ADDED, "d", at=datetime.now(UTC) + jump):
        pass
    vault.close()
    vault = vaults.open_vault(folder, keys)
    assert vault.notes == ((said,) if said else ())
    assert [entry.deed for entry in audit.entries(vault)][-2:] == [Deed.ADDED, Deed.UNLOCKED]
    vault.close()


def test_a_vault_on_another_computer_is_refused(
    folder: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseplanner.vault.places._file_system", lambda folder: "cifs")
    with pytest.raises(Exception, match="network drive"):
        vaults.open_vault(folder, keys)
