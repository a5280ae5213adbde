"""The same typing on a real X screen, with the window system that a laptop has."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of the size of the laptops, on a display nobody else has."""
    read, write = os.pipe()
    size = ["-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    command = ["Xvfb", "-displayfd", str(write), *size]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    yield display
    server.terminate()
    server.wait()


@pytest.mark.needs("Xvfb")
def test_dennis_is_typed_on_a_real_screen(screen: str) -> None:
    typed = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/e2e/test_dennis.py"],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert typed.returncode == 0, typed.stdout[-4000:]
