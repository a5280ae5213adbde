"""Looking after a vault from the command line: people, passphrases, the recovery sheet, the log."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caseplanner import __main__ as cli
from caseplanner import desk as desks
from caseplanner import passphrases
from caseplanner.dossier.model import Dossier, Person
from tests.vault.typist import PASSPHRASE

Run = Callable[..., tuple[int, str, str]]
JOKE, PIET = "vijf woorden van Joke zelf", "vijf woorden van Piet zelf"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as somebody: the exit code, what it said, and what went wrong."""

    def run(by: str, *words: object, new: str = "") -> tuple[int, str, str]:
        (tmp_path / "now.txt").write_text(by + "\r\n", "utf-8-sig")
        (tmp_path / "new.txt").write_text(new + "\n", "utf-8")
        where = ["--data-dir", tmp_path / "data", "--passphrase-file", tmp_path / "now.txt"]
        more = ["--new-passphrase-file", tmp_path / "new.txt"] if new else []
        code = cli.main([str(word) for word in (*where, "--language", "en", *words, *more)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def made(run: Run) -> None:
    assert run("", "vault", "init", "Joke", new=JOKE)[0] == 0


def users(run: Run) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(run(JOKE, "vault", "users", "--json")[1])
    return rows


def test_a_vault_is_made_once(run: Run, made: None) -> None:
    assert [row["name"] for row in users(run)] == ["Joke"]
    code, _, problem = run("", "vault", "init", "Piet", new=PIET)
    assert (code, problem.startswith("There is already a vault")) == (1, True)


@pytest.mark.usefixtures("made")
def test_somebody_comes_gets_another_passphrase_and_goes(run: Run) -> None:
    assert run(JOKE, "vault", "add-user", "Piet", "--role", "mentor", new=PIET)[0] == 0
    assert [(r["name"], r["role"], r["manages"]) for r in users(run)] == [
        ("Joke", "worker", True),
        ("Piet", "mentor", False),
    ]
    assert "Piet\tmentor" in run(PIET, "vault", "users")[1]
    other = "heel iets anders van Piet"
    assert run(JOKE, "vault", "passphrase", "--who", "piet", new=other)[0] == 0
    assert run(PIET, "list")[0] == 1
    assert run(other, "vault", "passphrase", new=PIET)[0] == 0
    assert run(PIET, "list")[0] == 0
    code, said, _ = run(JOKE, "vault", "remove-user", "Piet")
    assert (code, "rekey" in said) == (0, True)
    assert run(PIET, "list")[0] == 1


@pytest.mark.usefixtures("made")
def test_who_does_not_manage_the_vault_changes_nobody(run: Run) -> None:
    run(JOKE, "vault", "add-user", "Piet", new=PIET)
    for words in (
        ("add-user", "Anna"),
        ("passphrase", "--who", "Joke"),
    ):
        code, _, problem = run(PIET, "vault", *words, new="woorden die niet tellen")
        assert (code, "manages the vault" in problem) == (1, True), words
    assert run(PIET, "vault", "remove-user", "Joke")[0] == 1
    assert run(PIET, "audit", "export", "--out", "unused")[0] == 1
    assert [row["name"] for row in users(run)] == ["Joke", "Piet"]


@pytest.mark.usefixtures("made")
def test_a_name_that_is_not_there_and_a_short_passphrase_are_said(run: Run) -> None:
    assert "no single person" in run(JOKE, "vault", "remove-user", "Nobody")[2]
    assert "too short" in run(JOKE, "vault", "passphrase", new="kort")[2]
    assert "use --new-passphrase-file" in run(JOKE, "vault", "passphrase")[2]


@pytest.mark.usefixtures("made")
def test_the_words_of_the_sheet_give_a_new_passphrase(run: Run, tmp_path: Path) -> None:
    words = passphrases.new_recovery()
    desk = desks.Desk(tmp_path / "data", desks.unlock(tmp_path / "data", JOKE))
    desk.custody.make_recovery(" ".join(words))
    desk.close()
    sheet = tmp_path / "sheet.txt"
    sheet.write_text("\n".join(f"{n}. {w}" for n, w in enumerate(words, 1)).upper(), "utf-8")
    new = "nu een heel nieuwe zin"
    assert run("", "vault", "recover", "--words-file", sheet, new=new)[0] == 0
    assert run(JOKE, "list")[0] == 1
    out = tmp_path / "log.json"
    assert run(new, "audit", "export", "--out", out)[0] == 0
    assert "recovered" in [line["deed"] for line in json.loads(out.read_text("utf-8"))["lines"]]


@pytest.mark.usefixtures("made")
def test_the_log_is_verified_and_exported_with_its_head(run: Run, tmp_path: Path) -> None:
    code, said, _ = run(JOKE, "audit", "verify", "--json")
    told = json.loads(said)
    assert (code, told["whole"], told["broken_at"]) == (0, True, 0)
    out = tmp_path / "log.json"
    assert run(JOKE, "audit", "export", "--out", out, "--since", "2020-01-01")[0] == 0
    log = json.loads(out.read_text("utf-8"))
    assert [line["deed"] for line in log["lines"]] == ["vault_made", "unlocked", "unlocked"]
    assert log["head"]["seq"] == log["lines"][-1]["seq"]
    assert run(JOKE, "audit", "export", "--out", out, "--until", "2020-01-01")[0] == 0
    assert json.loads(out.read_text("utf-8"))["lines"] == []
    assert run(JOKE, "audit", "export", "--out", out)[0] == 0
    deeds = [line["deed"] for line in json.loads(out.read_text("utf-8"))["lines"]]
    assert deeds.count("log_exported") == 2


def test_a_log_that_somebody_wrote_in_is_found(run: Run, made: None, tmp_path: Path) -> None:
    desk = desks.Desk(tmp_path / "data", desks.unlock(tmp_path / "data", JOKE))
    desk._vault.db.execute("DROP TRIGGER audit_no_update")
    desk._vault.db.execute("UPDATE audit SET name = 'Nobody' WHERE seq = 1")
    desk._vault.db.conn.commit()
    desk.close()
    code, said, _ = run(JOKE, "audit", "verify")
    assert (code, "broken from line 1" in said) == (1, True)
    code, said, _ = run(JOKE, "vault", "check")
    assert (code, "broken from line 1" in said) == (1, True)


def test_check_reads_every_dossier_and_its_versions(run: Run, made: None, tmp_path: Path) -> None:
    desk = desks.Desk(tmp_path / "data", desks.unlock(tmp_path / "data", JOKE))
    ids = [desk.add(Dossier(person=Person(called=n))).dossier.id for n in ("Sam", "Mo")]
    desk.close()
    code, said, _ = run(JOKE, "vault", "check")
    assert (code, said) == (0, "The vault is whole: 2 dossiers were read.\n")
    desk = desks.Desk(tmp_path / "data", desks.unlock(tmp_path / "data", JOKE))
    desk._vault.db.execute("DELETE FROM person WHERE dossier_id = ?", [ids[0]])
    desk._vault.db.conn.commit()
    desk.close()
    code, said, _ = run(JOKE, "vault", "check", "--json")
    told = json.loads(said)
    assert (code, told["whole"], told["unreadable"]) == (1, False, [ids[0]])


def test_no_vault_is_said_before_anybody_types_a_passphrase(run: Run) -> None:
    assert "no vault" in run(PASSPHRASE, "vault", "users")[2]
    assert "no vault" in run("", "vault", "recover", new=JOKE)[2]
