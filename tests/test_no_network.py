"""What the program asks of the system, seen from outside: no socket but those of this machine."""

import subprocess
import sys
from pathlib import Path

import pytest

WORK = {
    "the main job": ["demo", "--out", "{folder}/out"],
    "the self-test, with a window": ["self-test"],
}


@pytest.mark.needs("strace")
@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
def test_no_socket_to_any_network_is_opened(work: list[str], tmp_path: Path) -> None:
    """Standing order 1; domain.md R1. Every process and thread of the program is followed."""
    calls = tmp_path / "calls"
    command = [sys.executable, "-m", "caseplanner", *(w.format(folder=tmp_path) for w in work)]
    watched = ["strace", "-f", "-qq", "-e", "trace=socket,execve", "-o", str(calls), *command]
    done = subprocess.run(watched, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = calls.read_text("utf-8")
    assert "execve" in seen  # else nothing was watched
    assert "AF_INET" not in seen
