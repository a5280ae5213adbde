"""The command line as a person types it: real processes, a real vault, real files."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseplanner.demo import PASSPHRASE

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def caseplanner(*words: object) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "caseplanner", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the demo leaves behind, made once."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    done = caseplanner("demo", "--out", folder)
    assert done == Ran(0, done.out, "")
    for name in ("herstelplan-concept.pdf", "herstelplan-v1.pdf", "caseplanner.pem"):
        assert (folder / name).is_file()
        assert str(folder / name) in done.out
    (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", "utf-8")
    return folder


def with_vault(out: Path, *words: object) -> Ran:
    return caseplanner(
        "--data-dir", out / "vault", "--passphrase-file", out / "passphrase.txt", *words
    )


def test_the_demo_can_be_run_again_in_the_same_folder(tmp_path: Path) -> None:
    assert caseplanner("demo", "--out", tmp_path).code == 0
    assert caseplanner("demo", "--out", tmp_path).code == 0
    (tmp_path / "passphrase.txt").write_text(PASSPHRASE, "utf-8")
    assert len(json.loads(with_vault(tmp_path, "list", "--json").out)) == 2


def test_the_signed_plan_verifies_and_says_who(out: Path) -> None:
    done = caseplanner("verify", out / "herstelplan-v1.pdf", "--json")
    report = json.loads(done.out)
    assert done.code == 0
    assert report["intact"] is True
    assert [s["name"] for s in report["signatures"]] == ["Sam", "Fatma Bouzidi", "Joost Kamphuis"]


def test_the_plan_is_sealed_with_the_certificate_that_partners_got(out: Path) -> None:
    pinned = ("--certificate", out / "caseplanner.pem")
    assert caseplanner("verify", out / "herstelplan-v1.pdf", *pinned).code == 0


def test_a_plan_sealed_by_somebody_else_is_refused(out: Path, tmp_path: Path) -> None:
    caseplanner("demo", "--out", tmp_path)
    pinned = ("--certificate", tmp_path / "caseplanner.pem")
    assert caseplanner("verify", out / "herstelplan-v1.pdf", *pinned).code == 1


@pytest.mark.parametrize("damage", ["one byte", "cut off", "appended", "trailing"])
def test_a_plan_that_was_changed_is_reported(out: Path, tmp_path: Path, damage: str) -> None:
    pdf = bytearray((out / "herstelplan-v1.pdf").read_bytes())
    match damage:
        case "one byte":
            pdf[len(pdf) // 3] ^= 1
        case "cut off":
            del pdf[-2000:]
        case "appended":
            pdf += b"\n9999 0 obj\n<< >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n"
        case "trailing":
            pdf += b"hello"
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(pdf)
    done = caseplanner("verify", changed)
    assert done.code == 1
    assert "Traceback" not in done.err + done.out


def test_the_list_names_the_dossier_and_export_writes_its_plan(out: Path, tmp_path: Path) -> None:
    entry = json.loads(with_vault(out, "list", "--json").out)[0]
    assert (entry["called"], entry["practice"]) == ("Sam", True)
    pdf = tmp_path / "plan.pdf"
    assert with_vault(out, "export", entry["id"], "--out", pdf).code == 0
    assert caseplanner("verify", pdf).code == 0


def test_a_dossier_from_a_file_is_imported_once(out: Path) -> None:
    assert with_vault(out, "import", CASES / "dennis.json").code == 0
    assert "Dennis" in with_vault(out, "list").out
    again = with_vault(out, "import", CASES / "dennis.json")
    assert again.code == 1
    assert len(again.err.strip().splitlines()) == 1


def test_a_wrong_passphrase_is_one_sentence_and_exit_1(out: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not this one", "utf-8")
    done = caseplanner("--data-dir", out / "vault", "--passphrase-file", wrong, "list")
    assert done.code == 1
    assert len(done.err.strip().splitlines()) == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("export", "x", "--out", "x.pdf"),
        ("verify", "there-is-no-such-file.pdf"),
        ("import", "there-is-no-such-file.json"),
        ("certificate", "--out", "x.pem"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(words: tuple[str, ...], tmp_path: Path) -> None:
    done = caseplanner("--data-dir", tmp_path / "nothing", *words)
    assert done.code == 1
    assert len(done.err.strip().splitlines()) == 1
    assert not (tmp_path / "nothing").exists()


def test_a_passphrase_file_may_come_from_any_notepad(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "notepad.txt"
    for written in (f"\ufeff{PASSPHRASE}\r\n".encode(), PASSPHRASE.encode()):
        file.write_bytes(written)
        vault = ("--data-dir", out / "vault", "--passphrase-file", file)
        assert caseplanner(*vault, "list").code == 0
    file.write_bytes(b"\xff\xfe\x00")
    done = caseplanner("--data-dir", out / "vault", "--passphrase-file", file, "list")
    assert done.code == 1
    assert len(done.err.strip().splitlines()) == 1


def test_without_anybody_to_ask_the_passphrase_is_not_waited_for(out: Path) -> None:
    done = caseplanner("--data-dir", out / "vault", "list")
    assert done.code == 1
    assert "--passphrase-file" in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_wrong_use_is_exit_2_and_a_passphrase_is_never_an_argument() -> None:
    assert caseplanner("dance").code == 2
    assert caseplanner("--passphrase", "secret", "list").code == 2


def test_nothing_of_the_client_is_readable_in_what_the_vault_keeps(out: Path) -> None:
    for file in (out / "vault").rglob("*"):
        if file.is_file():
            held = file.read_bytes()
            assert b"Wilde" not in held
            assert b"Tactus" not in held
