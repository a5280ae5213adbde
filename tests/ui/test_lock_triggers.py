"""Sleep and the screen lock of the system lock the program: over a real bus, by real messages."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import practice
from caseplanner.app import Program
from caseplanner.desk import Desk
from caseplanner.ui import lock_triggers, theme
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.lock_triggers import LOGIND, MANAGER, SESSION, LockTriggers, WindowsMessages
from caseplanner.ui.window import Window
from tests.vault.typist import PASSPHRASE

ROOT = "/org/freedesktop/login1"
MINE, OTHER = f"{ROOT}/session/_32", f"{ROOT}/session/_37"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is of Linux")


class System(QDBusVirtualObject):
    """A small logind and a screen saver on a bus of their own, as far as the program asks."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.name = f"fake {address}"
        self.bus = QDBusConnection.connectToBus(address, self.name)
        for service in (LOGIND, *lock_triggers.SAVERS):
            assert self.bus.registerService(service)
        option = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self.bus.registerVirtualObject(ROOT, self, option)
        self.asked: list[str] = []
        self.hint = False
        self.held = -1  # our end of the pipe whose other end holds up sleep

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        reply = message.createReply()
        self.asked.append(message.member())
        match message.member():
            case "GetSession":
                assert message.arguments() == ["auto"]
                reply.setArguments([QDBusObjectPath(MINE)])
            case "Inhibit":
                assert [message.arguments()[place] for place in (0, 3)] == ["sleep", "delay"]
                self.held, given = os.pipe()
                os.set_blocking(self.held, False)
                reply.setArguments([QDBusUnixFileDescriptor(given)])
                os.close(given)
            case "Get":
                assert message.arguments() == [SESSION, "LockedHint"]
                reply.setArguments([QDBusVariant(self.hint)])
            case _:
                return False
        return connection.send(reply)

    def tell(self, path: str, interface: str, signal: str, *arguments: object) -> None:
        told = QDBusMessage.createSignal(path, interface, signal)
        told.setArguments(list(arguments))
        assert self.bus.send(told)

    def holds_up_sleep(self) -> bool:
        """Somebody still has the other end of the pipe."""
        try:
            return os.read(self.held, 1) != b""
        except BlockingIOError:
            return True


@pytest.fixture
def system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    """Both buses are one that is ours alone."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout
    address = daemon.stdout.readline().strip()
    for bus in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", address)
    made = System(address)
    yield made
    QDBusConnection.disconnectFromBus(made.name)
    daemon.kill()
    daemon.communicate()


class Running:
    """The real program, unlocked, over a real vault; `locks` counts how often it locked."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
        desk.add(practice.dossier())
        desk.close()
        self.locks = 0
        self.program = Program(qapp, folder, self._restart)
        self.program.start()
        screen = self.program.screen
        assert isinstance(screen, LockScreen)
        screen.password.setText(PASSPHRASE)
        screen.open.click()
        qtbot.waitUntil(lambda: isinstance(self.program.screen, Window))
        qtbot.waitUntil(lambda: self.program._triggers is not None)

    def _restart(self) -> None:
        self.locks += 1
        assert self.program.desk is None

    def stop(self) -> None:
        self.program.stop()
        if self.program.screen:
            self.program.screen.blockSignals(True)
            self.program.screen.close()
            self.program.screen.deleteLater()
        self.program.setParent(None)


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, system: System, tmp_path: Path) -> Iterator[Running]:
    made = Running(qtbot, qapp, tmp_path / "data")
    qtbot.waitUntil(lambda: {"GetSession", "Inhibit"} <= set(system.asked))
    qtbot.wait(50)  # until the answers are there
    yield made
    made.stop()
    theme.use(qapp, "light", 100)


@ON_LINUX
@pytest.mark.needs("dbus-daemon")
@pytest.mark.parametrize(
    "told",
    [
        (ROOT, MANAGER, "PrepareForSleep", True),
        (MINE, SESSION, "Lock"),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
    ],
    ids=["sleep", "lock", "saver", "saver of KDE", "saver of GNOME"],
)
def test_it_locks_when_the_system_says_so(
    qtbot: QtBot, system: System, running: Running, told: tuple[str, str, str, bool]
) -> None:
    system.tell(*told)
    qtbot.waitUntil(lambda: running.locks == 1)


@ON_LINUX
@pytest.mark.needs("dbus-daemon")
def test_it_locks_when_the_session_turns_out_to_be_locked(
    qtbot: QtBot, system: System, running: Running
) -> None:
    changed: tuple[Any, ...] = (
        MINE,
        lock_triggers.PROPERTIES,
        "PropertiesChanged",
        SESSION,
        {},
        ["LockedHint"],
    )
    system.tell(*changed)
    qtbot.waitUntil(lambda: "Get" in system.asked)
    qtbot.wait(50)
    assert running.locks == 0
    system.hint = True
    system.tell(*changed)
    qtbot.waitUntil(lambda: running.locks == 1)


@ON_LINUX
@pytest.mark.needs("dbus-daemon")
def test_it_stays_open_when_it_wakes_or_somebody_else_locks(
    qtbot: QtBot, system: System, running: Running
) -> None:
    system.tell(ROOT, MANAGER, "PrepareForSleep", False)
    system.tell(OTHER, SESSION, "Lock")
    for saver in lock_triggers.SAVERS:
        system.tell("/ScreenSaver", saver, "ActiveChanged", False)
    qtbot.wait(200)
    assert running.locks == 0
    assert system.asked.count("Get") == 0


@ON_LINUX
@pytest.mark.needs("dbus-daemon")
def test_sleep_waits_until_it_is_locked(qtbot: QtBot, system: System, running: Running) -> None:
    assert system.holds_up_sleep()
    triggers = running.program._triggers
    assert triggers
    system.tell(ROOT, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: running.locks == 1)
    assert system.holds_up_sleep()  # until the process ends, with everything it has
    triggers.stop()
    qtbot.waitUntil(lambda: not system.holds_up_sleep())


@ON_LINUX
@pytest.mark.parametrize(
    "address",
    ["", "autolaunch:", "unix:path=/nowhere/bus", "tcp:host=localhost,port=1", "unix:x;tcp:y"],
)
def test_without_a_bus_nothing_is_said_and_nothing_waits(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    for bus in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{bus}_BUS_ADDRESS", address)
    window = QWidget()
    qtbot.addWidget(window)
    began = time.perf_counter()
    triggers = LockTriggers(window)
    assert time.perf_counter() - began < 0.05
    with qtbot.assertNotEmitted(triggers.locked, wait=50):
        triggers.stop()


@pytest.mark.parametrize(
    ("message", "meaning", "locks"),
    [
        (0x0218, 0x4, 1),  # WM_POWERBROADCAST, PBT_APMSUSPEND
        (0x0218, 0x7, 0),  # PBT_APMRESUMESUSPEND
        (0x02B1, 0x7, 1),  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
        (0x02B1, 0x8, 0),  # WTS_SESSION_UNLOCK
        (0x0100, 0x4, 0),  # WM_KEYDOWN
    ],
)
def test_a_message_of_windows_locks(
    qapp: QApplication, message: int, meaning: int, locks: int
) -> None:
    told: list[bool] = []
    messages = WindowsMessages(lambda: told.append(True), 0)
    held = wintypes.MSG()
    held.message, held.wParam = message, meaning
    kinds: tuple[QByteArray | bytes, ...] = (
        QByteArray(b"windows_generic_MSG"),
        b"xcb_generic_event_t",
    )
    for kind in kinds:
        assert messages.nativeEventFilter(kind, ctypes.addressof(held)) == (False, 0)
    assert len(told) == locks
    messages.stop()
