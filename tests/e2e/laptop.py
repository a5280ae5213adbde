"""A laptop of the tests' own: a screen, a window manager, a keyboard and two buses.

Nothing of it reaches the session of the person who runs the tests.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e import keyboard

BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PROGRAMS = ("Xvfb", "matchbox-window-manager", "dbus-daemon", BUS_LAUNCHER)


@dataclass(frozen=True)
class Laptop:
    """`env` is for the programs on it, `session` the address of its bus, `codes` its extra keys."""

    env: dict[str, str]
    session: str
    codes: dict[str, int]


@contextmanager
def screen() -> Iterator[str]:
    """A screen of the size of the laptops, on a display nobody else has."""
    read, write = os.pipe()
    size = ["-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    command = ["Xvfb", "-displayfd", str(write), *size]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    with _ended(server):
        yield display


@contextmanager
def laptop(home: Path) -> Iterator[Laptop]:
    """One on which nothing runs yet, with this home folder."""
    with ExitStack() as on:
        display = on.enter_context(screen())
        runtime = tempfile.mkdtemp(prefix="at-")  # short: the path of a socket has 107 characters
        on.callback(shutil.rmtree, runtime, ignore_errors=True)
        env = _env(home, display, runtime)
        codes = keyboard.lay_out(display)
        keys = home / "no-keys-of-its-own"
        keys.touch()
        manager = ["matchbox-window-manager", "-use_titlebar", "no", "-kbdconfig", str(keys)]
        on.enter_context(_ended(_quiet(manager, env)))
        bus = _quiet(["dbus-daemon", "--session", "--print-address", "--nofork"], env)
        on.enter_context(_ended(bus))
        assert bus.stdout
        session = bus.stdout.readline().strip()
        yield Laptop(env | {"DBUS_SESSION_BUS_ADDRESS": session}, session, codes)


def _env(home: Path, display: str, runtime: str) -> dict[str, str]:
    own = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "XDG_", "DBUS_", "AT_"))}
    own.pop("WAYLAND_DISPLAY", None)
    return own | {
        "HOME": str(home),
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": runtime,
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",  # asked about what is gone
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def _quiet(command: list[str], env: dict[str, str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


@contextmanager
def _ended(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> Iterator[None]:
    with process:
        try:
            yield
        finally:
            process.terminate()
