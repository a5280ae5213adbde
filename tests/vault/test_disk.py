"""A disk that is full, read-only or gone is said in words, and costs nothing that was saved."""

import errno
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from caseplanner import desk as desks
from caseplanner.dossier.model import Dossier, Person
from caseplanner.errors import UserError
from caseplanner.vault import vault as vaults
from caseplanner.vault.engine import in_words
from caseplanner.vault.keys import Keys
from tests.vault.typist import CHEAP, PASSPHRASE

ROOT = Path(__file__).parents[2]
LONG = "x" * 1_000_000


def test_a_full_disk_is_said_in_words_and_loses_nothing(folder: Path, keys: Keys) -> None:
    desk = desks.Desk(folder, keys)
    typed = desk.add(Dossier(person=Person(called="Samira")))
    before = typed.dossier
    db = desk._vault.db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(UserError, match="disk is full"):
        typed.change("Long", lambda d: replace(d, person=Person(called=LONG)))
    assert typed.dossier == before == desk.open(before.id).dossier
    assert not typed.history.past
    db.execute("PRAGMA max_page_count = 1000000")
    typed.change("Long", lambda d: replace(d, person=Person(called=LONG)))
    assert desk.open(before.id).dossier.person.called == LONG
    desk.close()


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is of Linux")
def test_a_key_file_is_not_lost_when_it_cannot_be_mended(folder: Path, keys: Keys) -> None:
    head = folder / "vault" / "header.json"
    whole = head.read_bytes()
    (folder / "vault" / "header.json.1").unlink()
    (folder / "vault" / "header.json.1.new").symlink_to("/dev/full")
    with pytest.raises(UserError, match="disk is full"):
        vaults.open_vault(folder, keys)
    assert head.read_bytes() == whole
    (folder / "vault" / "header.json.1.new").unlink()
    vaults.open_vault(folder, keys).close()
    assert (folder / "vault" / "header.json.1").read_bytes() == whole


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is of Linux")
def test_a_file_that_may_not_grow_loses_nothing(folder: Path, keys: Keys) -> None:
    """The nearest to a full disk that needs no rights: every write beyond 300 kB fails."""
    said, saved = run(folder, ["prlimit", "--fsize=300000"]).splitlines()
    assert said.startswith("The disk could not be read or written"), said
    assert int(saved) > 0
    desk = desks.Desk(folder, keys)
    (entry,) = desk.lines()
    goals = [goal.text for goal in desk.open(entry.line.id).dossier.goals]
    assert goals == [f"Samira {n}" for n in range(int(saved))]
    desk.close()


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
@pytest.mark.parametrize("part", [".", "vault", "vault/case.db"])
def test_in_a_read_only_folder_nothing_can_be_saved_and_that_is_said(
    folder: Path, keys: Keys, part: str
) -> None:
    desks.Desk(folder, keys).close()
    (folder / part).chmod(0o500)
    if part == ".":
        (folder / "vault.lock").chmod(0o400)
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    said = run(folder, bound_by_modes())
    assert "may not write in" in said, said
    assert str(folder) in said
    (folder / part).chmod(0o700)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_in_a_read_only_folder_everything_can_be_read(folder: Path, keys: Keys) -> None:
    desk = desks.Desk(folder, keys)
    desk.add(Dossier(person=Person(called="Samira")))
    desk.close()
    parts = [folder, *folder.rglob("*")]
    for part in parts:
        part.chmod(0o500 if part.is_dir() else 0o400)
    code = (
        "import sys; from pathlib import Path; from caseplanner import desk\n"
        "folder = Path(sys.argv[1])\n"
        "found = desk.Desk(folder, desk.unlock(folder, sys.argv[2]))\n"
        "(line,) = found.lines()\n"
        "print(found.open(line.line.id).dossier.person.called, *found.notes)\n"
        "found.close()"
    )
    command = [*bound_by_modes(), sys.executable, "-c", code, str(folder), PASSPHRASE]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for part in reversed(parts):
        part.chmod(0o700)
    assert said.startswith("Samira Nothing may be written in the folder"), said


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_a_vault_cannot_be_made_where_nothing_may_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code = (
        "import sys; from pathlib import Path; from caseplanner.vault import vault\n"
        "try: vault.create(Path(sys.argv[1]), 'x', 'Joke')\n"
        "except Exception as problem: print(type(problem).__name__, problem)"
    )
    command = [*bound_by_modes(), sys.executable, "-c", code, str(tmp_path / "new")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    tmp_path.chmod(0o700)
    assert said.startswith("UserError The program may not write in"), said
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_the_folder_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    for folder in (tmp_path / "data", tmp_path / "data" / "deeper"):
        assert not vaults.exists(folder)
        with pytest.raises(UserError, match="in the way"):
            vaults.create(folder, PASSPHRASE, "Joke", CHEAP)
    assert (tmp_path / "data").read_text() == "mine"


def test_other_files_in_the_place_of_the_vault_are_left_alone(folder: Path) -> None:
    (folder / "vault").mkdir(parents=True)
    (folder / "vault" / "holiday.jpg").write_bytes(b"jpg")
    with pytest.raises(UserError, match="in the way"):
        vaults.create(folder, PASSPHRASE, "Joke", CHEAP)
    names = sorted(p.name for p in folder.rglob("*"))
    assert names == ["holiday.jpg", "vault", "vault.lock"]


def test_a_disk_that_went_away_is_said_in_words(folder: Path, keys: Keys) -> None:
    shutil.rmtree(folder)
    with pytest.raises(UserError, match="There is no vault in"):
        vaults.open_vault(folder, keys)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (driver.SQLITE_BUSY, "Another program"),
        (driver.SQLITE_READONLY, "may not write"),
        (driver.SQLITE_IOERR, "could not be read or written"),
        (driver.SQLITE_CORRUPT, "damaged"),
        (driver.SQLITE_FULL, "disk is full"),
        (driver.SQLITE_CANTOPEN, "could not be read or written"),
        (driver.SQLITE_NOTADB, "damaged"),
        (driver.SQLITE_IOERR | (3 << 8), "could not be read or written"),
    ],
)
def test_every_trouble_of_the_engine_has_its_sentence(code: int, said: str) -> None:
    trouble = driver.OperationalError("Samira lives in C 2.14")
    trouble.sqlite_errorcode = code
    with pytest.raises(UserError, match=said) as caught, in_words(Path("here")):
        raise trouble
    assert caught.value.__cause__ is None
    assert "Samira" not in str(caught.value)


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "may not write"), (errno.EIO, "could not be")],
)
def test_every_trouble_of_the_disk_has_its_sentence(number: int, said: str) -> None:
    with pytest.raises(UserError, match=said), in_words(Path("here")):
        raise OSError(number, os.strerror(number))


def test_a_fault_of_ours_is_not_dressed_up_as_trouble_with_the_disk() -> None:
    with pytest.raises(driver.OperationalError), in_words(Path("here")):
        raise driver.OperationalError("no such table")


def run(folder: Path, before: list[str]) -> str:
    """What a worker's program says when it opens the vault and types, under these limits."""
    command = [*before, sys.executable, "-m", "tests.vault.typist", str(folder), "Samira"]
    done = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


def bound_by_modes() -> list[str]:
    """What makes a command respect file modes, which root does not."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
