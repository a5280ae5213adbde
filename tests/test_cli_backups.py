"""Backups, putting one back, new keys, and a damaged vault, from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from caseplanner import desk as desks
from caseplanner.dossier.model import Dossier, Person
from caseplanner.vault import engine
from tests.test_cli_vault import JOKE, PIET, Run
from tests.test_cli_vault import made as made
from tests.test_cli_vault import run as run

pytestmark = pytest.mark.usefixtures("made")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def put(folder: Path, called: str) -> None:
    desk = desks.Desk(folder, desks.unlock(folder, JOKE))
    desk.add(Dossier(person=Person(called=called)))
    desk.close()


def names(run: Run, by: str = JOKE) -> list[str]:
    return sorted(line.split("\t")[1] for line in run(by, "list")[1].splitlines())


def test_a_backup_is_made_listed_looked_into_and_put_back(run: Run, folder: Path) -> None:
    put(folder, "Samira")
    code, said, _ = run(JOKE, "vault", "backup")
    path = Path(said.strip())
    assert (code, path.is_dir()) == (0, True)
    put(folder, "Willem")
    (row,) = json.loads(run(JOKE, "vault", "backups", "--json")[1])
    assert (row["name"], row["state"], row["dossiers"]) == (path.name, "whole", 1)
    assert path.name in run(JOKE, "vault", "backups")[1]
    seen = run(JOKE, "vault", "restore", path.name, "--preview")[1]
    assert "Samira" in seen and "Willem" not in seen and "would go: " in seen
    assert names(run) == ["Samira", "Willem"]
    code, said, _ = run(JOKE, "vault", "restore", path.name)
    assert (code, "is kept as a backup" in said) == (0, True)
    assert names(run) == ["Samira"]
    kinds = [row["kind"] for row in json.loads(run(JOKE, "vault", "backups", "--json")[1])]
    assert sorted(kinds) == ["asked", "replaced"]


def test_a_backup_goes_to_a_stick_and_comes_back_when_the_laptop_is_gone(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    put(folder, "Samira")
    stick = tmp_path / "stick"
    stick.mkdir()
    code, said, _ = run(JOKE, "vault", "backup", "--to", stick)
    assert code == 0
    outside = Path(said.splitlines()[1])
    (row,) = json.loads(run(JOKE, "vault", "backups", "--place", stick, "--json")[1])
    assert row["path"] == str(outside)
    shutil.rmtree(folder)
    assert run(JOKE, "vault", "restore", outside)[0] == 0
    assert names(run) == ["Samira"]


def test_a_stick_that_is_not_there_is_said_and_the_backup_here_stays(
    run: Run, tmp_path: Path
) -> None:
    code, said, problem = run(JOKE, "vault", "backup", "--to", tmp_path / "gone")
    assert (code, Path(said.strip()).is_dir()) == (1, True)
    assert "is the stick in the laptop" in problem


def test_no_such_backup_and_a_wrong_passphrase_change_nothing(run: Run, folder: Path) -> None:
    put(folder, "Samira")
    assert "no backup" in run(JOKE, "vault", "restore", "b-0000000001")[2]
    path = run(JOKE, "vault", "backup")[1].strip()
    assert "does not fit" in run(PIET, "vault", "restore", path)[2]
    assert names(run) == ["Samira"]


def test_after_new_keys_everybody_keeps_the_passphrase_and_a_leaver_has_nothing(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    put(folder, "Samira")
    run(JOKE, "vault", "add-user", "Piet", new=PIET)
    old = Path(run(JOKE, "vault", "backup")[1].strip())
    run(JOKE, "vault", "add-user", "Anna", new="vijf woorden van Anna zelf")
    run(JOKE, "vault", "remove-user", "Piet")
    assert run("vijf woorden van Anna zelf", "vault", "rekey")[0] == 1
    code, said, problem = run(JOKE, "vault", "rekey")
    assert (code, problem, "Everybody keeps" in said) == (0, "", True)
    assert names(run) == names(run, "vijf woorden van Anna zelf") == ["Samira"]
    assert run(PIET, "list")[0] == 1
    assert not old.exists()
    rows = json.loads(run(JOKE, "vault", "backups", "--json")[1])
    assert [row["state"] for row in rows] == ["whole"]


def test_a_damaged_vault_is_said_to_be_and_what_can_be_read_is_saved(
    run: Run, folder: Path
) -> None:
    for called in ("Samira", "Willem"):
        put(folder, called)
    path = folder / "vault" / "case.db"
    data = bytearray(path.read_bytes())
    data[-engine.PAGE + 99] ^= 1  # the newest page: of one thing among many
    path.write_bytes(data)
    code, _, problem = run(JOKE, "vault", "check")
    assert (code, "Part of the vault is damaged" in problem) == (1, True)
    code, said, problem = run(JOKE, "vault", "salvage")
    assert (code, problem, "kept as a backup" in said) == (0, "", True)
    assert run(JOKE, "vault", "check")[0] == 0
    assert names(run)
    kinds = [row["kind"] for row in json.loads(run(JOKE, "vault", "backups", "--json")[1])]
    assert kinds == ["replaced"]
