"""The rules every test lives under: no screen, no network, no errors in the log.

A test that needs a program of the system says so with `@pytest.mark.needs("pdfsig")`. A test in
which an error in the log is right takes the fixture `errors_in_the_log` and clears that list.
"""

import logging
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caseplanner import words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported anywhere
IN_CI = os.environ.get("CI") == "true"
LOCAL = {"AF_UNIX"} if sys.platform != "win32" else {"AF_INET"}  # event loops of Windows need it


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        missing = [program for program in mark.args if not shutil.which(program)]
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything should be installed, a test that was skipped is a fault."""
    if IN_CI and skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if IN_CI and (count := skipped(terminalreporter.config)):
        terminalreporter.write_line(f"CI=true, so {count} skipped tests are a failure", red=True)


def skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter else 0


@pytest.fixture(scope="session", autouse=True)
def no_network() -> None:
    """Any socket to another machine, made by whatever library, is an error from here on."""

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event == "socket.getaddrinfo":
            raise AssertionError(f"a name was looked up on the network: {args[0]}")
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            family = socket.AddressFamily(args[0].family).name
            if family not in LOCAL:
                raise AssertionError(f"a socket was opened to {args[1]}")

    sys.addaudithook(refuse)


@pytest.fixture(scope="session", autouse=True)
def another_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing a test does reaches the vault or the settings of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(variable, str(home))
        patch.setenv("CASEPLANNER_INSTITUTION", str(home / "institution.toml"))
        yield home


@pytest.fixture(autouse=True)
def plain_words() -> Iterator[None]:
    """A test starts with the texts as the source has them; the screens choose Dutch (tests/ui)."""
    words.use("en")
    yield
    words.use("en")


class Errors(logging.Handler):
    """Remembers what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@pytest.fixture(autouse=True)
def errors_in_the_log() -> Iterator[list[str]]:
    """Empty at the end, or the test fails."""
    errors = Errors()
    logging.getLogger().addHandler(errors)
    yield errors.told
    logging.getLogger().removeHandler(errors)
    assert not errors.told, f"the log holds errors: {errors.told}"
