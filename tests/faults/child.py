"""A process of the rig: the driver, with a home and a place for temporary files of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(
    folder: Path, operation: str, before: tuple[str, ...] = (), **env: str
) -> "subprocess.Popen[str]":
    """Begin this operation on the vault in `folder`; `before` is what it runs under."""
    for name in ("home", "temp"):
        (folder.parent / name).mkdir(exist_ok=True)
    temp = str(folder.parent / "temp")
    own = {"HOME": str(folder.parent / "home")}
    own |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), temp)
    own |= {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        [*before, sys.executable, "-m", "tests.faults.driver", str(folder), operation],
        cwd=folder.parent,
        env=os.environ | own | env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(
    folder: Path, operation: str, before: tuple[str, ...] = (), **env: str
) -> tuple[list[str], str]:
    """The lines it said and what it complained of. TimeoutExpired after two minutes."""
    process = start(folder, operation, before, **env)
    try:
        said, complaint = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    return said.split("\n"), complaint


def numbers(said: list[str]) -> list[int]:
    """The edits that were acknowledged."""
    return [int(line) for line in said if line.isdigit()]
