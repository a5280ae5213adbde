"""The rules of the house hold: without them a green test says less than it seems to."""

import logging
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_a_socket_to_another_machine_is_refused() -> None:
    with socket.socket() as plug, pytest.raises(AssertionError, match="socket was opened"):
        plug.connect(("192.0.2.1", 80))


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(AssertionError, match="looked up"):
        socket.getaddrinfo("example.org", 80)


def test_an_expected_error_in_the_log_can_be_admitted(errors_in_the_log: list[str]) -> None:
    logging.getLogger("anything").error("as this %s expects", "test")
    assert errors_in_the_log == ["as this test expects"]
    errors_in_the_log.clear()


FAULTY = """
import logging, pytest

def test_logs(): logging.getLogger("pyhanko").error("broken")
"""
SKIPPING = """
import pytest

@pytest.mark.needs("no-such-program")
def test_judged_by_another_program(): raise SystemError
"""


def test_an_error_in_the_log_fails_a_test(tmp_path: Path) -> None:
    told = run_tests(tmp_path, FAULTY, ci="")
    assert "the log holds errors: ['broken']" in told.stdout
    assert told.returncode == 1


def test_a_missing_program_skips_with_its_name(tmp_path: Path) -> None:
    told = run_tests(tmp_path, SKIPPING, ci="")
    assert "not installed: no-such-program" in told.stdout
    assert told.returncode == 0


def test_in_ci_a_skipped_test_is_a_failure(tmp_path: Path) -> None:
    told = run_tests(tmp_path, SKIPPING, ci="true")
    assert "1 skipped tests are a failure" in told.stdout
    assert told.returncode == 1


def run_tests(folder: Path, source: str, ci: str) -> subprocess.CompletedProcess[str]:
    """These tests under our rules, in a pytest of their own."""
    (folder / "test_them.py").write_text(source, "utf-8")
    alone = ["-p", "tests.house", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml")]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *alone, str(folder)],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
