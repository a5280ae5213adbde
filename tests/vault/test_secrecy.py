"""The name of a client is in no file that the program writes, during work and afterwards."""

import os
import subprocess
import sys
from pathlib import Path

from caseplanner.vault import vault as vaults
from tests.vault.typist import CHEAP, PASSPHRASE

ROOT = Path(__file__).parents[2]
NAME = "Xanthippe"


def holding(folder: Path, text: str) -> list[str]:
    """The files anywhere below that hold the text, however it is written."""
    ways = [text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    ways += [way.lower() for way in ways] + [way.hex().encode() for way in ways]
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(way in path.read_bytes().lower() for way in ways)
    ]


def test_the_name_of_a_client_is_in_no_file(tmp_path: Path) -> None:
    data, temp, home = (tmp_path / name for name in ("data", "temp", "home"))
    for place in (data, temp, home):
        place.mkdir()
    vaults.create(data, PASSPHRASE, "Joke", CHEAP)
    env = {
        **os.environ,
        "HOME": str(home),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(temp)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with (tmp_path / "log").open("w") as log:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.vault.typist", str(data), NAME],
            cwd=ROOT,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        assert (data / "vault" / "case.db-wal").stat().st_size > 100_000
        during = holding(tmp_path, NAME) + holding(tmp_path, PASSPHRASE)
        program.communicate("")
    assert during == []
    assert holding(tmp_path, NAME) == []
    (temp / "slip").write_text(f"... {NAME.upper()} ...", "utf-16-le")
    assert holding(tmp_path, NAME) == [str(temp / "slip")], "the search itself must work"
