"""Opening a vault: what fits opens, everything else is refused in words and left as it was."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from caseplanner.dossier import diff
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.staff import StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import dossiers, engine, register
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.vault import Vault
from tests.vault.typist import CHEAP, PASSPHRASE
from tests.vault.when import AT

ROOT = Path(__file__).parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def put(vault: Vault, dossier: Dossier) -> None:
    dossiers.save(vault, dossier, diff.changes(None, dossier), "New", AT)


def test_a_new_vault_opens_with_its_passphrase_and_names_the_worker(folder: Path) -> None:
    assert not vaults.exists(folder)
    vaults.create(folder, PASSPHRASE, "Joke de Vries", CHEAP)
    assert vaults.exists(folder)
    vault = vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE))
    assert (vault.staff.name, vault.folder) == ("Joke de Vries", folder)
    assert (vault.staff.role, vault.staff.manages) == (StaffRole.WORKER, True)
    assert register.lines(vault) == ()
    vault.close()


def test_a_passphrase_may_be_typed_on_another_keyboard(folder: Path) -> None:
    made = vaults.create(
        folder, "cafe\N{COMBINING ACUTE ACCENT} \N{LATIN SMALL LIGATURE FI}ets", "J", CHEAP
    )
    assert vaults.unlock(folder, "caf\N{LATIN SMALL LETTER E WITH ACUTE} fiets") == made


@pytest.mark.parametrize("typed", ["", "x", PASSPHRASE.upper(), f"{PASSPHRASE} ", "\ud800", "\0"])
def test_a_wrong_passphrase_is_refused_and_changes_nothing(
    folder: Path, keys: Keys, typed: str
) -> None:
    before = contents(folder)
    with pytest.raises(UserError, match="This passphrase does not fit"):
        vaults.unlock(folder, typed)
    assert contents(folder) == before


def test_a_second_vault_is_never_made_over_the_first(folder: Path, keys: Keys) -> None:
    before = contents(folder)
    with pytest.raises(UserError, match="already a vault"):
        vaults.create(folder, "another", "Piet", CHEAP)
    assert contents(folder) == before


def test_a_vault_without_a_passphrase_or_with_an_endless_name_is_not_made(folder: Path) -> None:
    for passphrase, worker, said in (
        ("", "Joke", "Choose a passphrase"),
        ("fine", "J" * 1000, "too long"),
        ("fine", "\udc00", "cannot be kept"),
    ):
        with pytest.raises(UserError, match=said):
            vaults.create(folder, passphrase, worker, CHEAP)
        assert not vaults.exists(folder)


def test_all_is_in_one_file_after_closing_and_only_the_owner_can_read_it(
    folder: Path, keys: Keys, dossier: Dossier
) -> None:
    vault = vaults.open_vault(folder, keys)
    put(vault, dossier)
    vault.close()
    files = sorted(p.name for p in (folder / "vault").iterdir())
    assert files == ["anchor", "case.db", "header.json", "header.json.1"]
    if os.name != "nt":
        assert {p.stat().st_mode & 0o077 for p in folder.rglob("*")} == {0}


def test_no_vault_where_there_is_none(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert not vaults.exists(folder)
        with pytest.raises(UserError, match="There is no vault in"):
            vaults.unlock(folder, PASSPHRASE)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (["case.db"], "case.db of the vault is not here"),
        (["header.json", "header.json.1"], "header.json"),
    ],
)
def test_a_half_copied_folder_is_recognised(
    folder: Path, keys: Keys, missing: list[str], said: str
) -> None:
    for name in missing:
        (folder / "vault" / name).unlink()
    before = contents(folder)
    assert vaults.exists(folder)
    with pytest.raises(UserError, match=said):
        vaults.unlock(folder, PASSPHRASE)
    with pytest.raises(UserError, match=said):
        vaults.open_vault(folder, keys)
    with pytest.raises(UserError, match="already a vault"):
        vaults.create(folder, PASSPHRASE, "Joke", CHEAP)
    assert set(contents(folder).items()) >= set(before.items())


def _first_page(data: bytearray) -> None:
    data[100] ^= 1


def _salt(data: bytearray) -> None:
    data[3] ^= 1


def _empty(data: bytearray) -> None:
    data.clear()


def _cut(data: bytearray) -> None:
    del data[-5000:]


def _one_page(data: bytearray) -> None:
    del data[engine.PAGE :]


def _plain(data: bytearray) -> None:
    data[:] = engine.PLAIN_START.ljust(engine.PAGE, b"\0")


def _noise(data: bytearray) -> None:
    data[:] = os.urandom(len(data))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_first_page, "damaged"),
        (_noise, "damaged"),
        (_empty, "cut short"),
        (_cut, "damaged"),
        (_one_page, "damaged"),
        (_plain, "not encrypted"),
    ],
)
def test_a_damaged_database_is_refused_in_words(
    folder: Path, keys: Keys, damage: Callable[[bytearray], None], said: str
) -> None:
    path = folder / "vault" / "case.db"
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(data)
    before = contents(folder)
    with pytest.raises(UserError, match=said):
        vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE))
    assert set(contents(folder).items()) >= set(before.items())


def test_a_flipped_bit_in_the_salt_of_the_file_does_no_harm(
    folder: Path, keys: Keys, dossier: Dossier
) -> None:
    vault = vaults.open_vault(folder, keys)
    put(vault, dossier)
    vault.close()
    path = folder / "vault" / "case.db"
    data = bytearray(path.read_bytes())
    _salt(data)
    path.write_bytes(data)
    vault = vaults.open_vault(folder, keys)
    assert dossiers.load(vault, dossier.id) == dossier
    vault.close()


def test_every_damaged_page_is_said_at_opening_and_the_rest_stays_within_reach(
    folder: Path, keys: Keys, dossier: Dossier
) -> None:
    vault = vaults.open_vault(folder, keys)
    put(vault, dossier)
    vault.close()
    path = folder / "vault" / "case.db"
    whole = path.read_bytes()
    anchor = (folder / "vault" / "anchor").read_bytes()
    refused, in_part = 0, 0
    for page in range(len(whole) // engine.PAGE):
        data = bytearray(whole)
        data[page * engine.PAGE + 1000] ^= 16
        path.write_bytes(data)
        (folder / "vault" / "anchor").write_bytes(anchor)
        with pytest.raises(UserError, match="damaged"):
            vaults.open_vault(folder, keys)
        try:
            vault = vaults.open_vault(folder, keys, accept=True)
        except UserError as problem:
            assert "damaged" in str(problem)
            refused += 1
            continue
        done = [damaged(deed) for deed in deeds(vault, dossier)]
        in_part += any(done) and not all(done)
        vault.close()
    assert 0 < refused < in_part


def deeds(vault: Vault, dossier: Dossier) -> list[Callable[[], None]]:
    def load() -> None:
        assert dossiers.load(vault, dossier.id) == dossier

    def tell() -> None:
        assert [entry.line.id for entry in register.lines(vault)] == [dossier.id]

    def save() -> None:
        dossiers.save(vault, dossier, (), "Nothing", AT)

    return [load, tell, save]


def damaged(deed: Callable[[], None]) -> bool:
    """The deed says that its part is damaged; otherwise it is right."""
    try:
        deed()
    except UserError as problem:
        assert "damaged" in str(problem)
        return True
    return False


def test_the_database_of_another_vault_is_not_taken_for_ours(
    folder: Path, keys: Keys, tmp_path: Path
) -> None:
    vaults.create(tmp_path / "other", PASSPHRASE, "Joke", CHEAP)
    shutil.copy(tmp_path / "other" / "vault" / "case.db", folder / "vault" / "case.db")
    with pytest.raises(UserError, match="belongs to another vault"):
        vaults.open_vault(folder, keys)


def test_a_vault_of_a_newer_version_is_not_touched(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    vault.db.execute("PRAGMA user_version = 999")
    vault.close()
    before = contents(folder)
    with pytest.raises(UserError, match="newer version of the program"):
        vaults.open_vault(folder, keys)
    assert contents(folder) == before


def test_a_plain_database_is_never_written(folder: Path, vault: Vault, dossier: Dossier) -> None:
    put(vault, dossier)
    plain = driver.connect(str(folder / "vault" / "case.db"))
    with pytest.raises(driver.DatabaseError, match=r"not a database|locked"):
        plain.execute("SELECT * FROM dossier")
    plain.close()


def test_every_promise_of_the_connection_is_switched_on(vault: Vault) -> None:
    for name, value in {
        "journal_mode": "wal",
        "synchronous": 3,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }.items():
        assert vault.db.execute(f"PRAGMA {name}").fetchone()[0] == value, name


def test_a_second_program_is_refused_until_the_first_is_gone(folder: Path, keys: Keys) -> None:
    first = _program(folder)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    with pytest.raises(UserError, match="already open in another window"):
        vaults.open_vault(folder, keys)
    with pytest.raises(UserError, match="already open in another window"):
        vaults.create(folder, PASSPHRASE, "Joke", CHEAP)
    first.kill()
    first.communicate()
    vault = vaults.open_vault(folder, keys)
    assert len(register.lines(vault)) == 1

    second = _program(folder)
    said, _ = second.communicate()
    assert "already open in another window" in said
    vault.close()


def _program(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.vault.typist", str(folder), "Samira"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
