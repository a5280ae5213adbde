"""What else locks: the laptop goes to sleep, the system locks its screen, the window is minimised.

Linux tells it over D-Bus, through sockets of this computer only; Windows by messages to the
window. Where nothing tells it, nothing locks by it, and nothing is said about that.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from ctypes import wintypes
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    Signal,
    Slot,
)
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)
from PySide6.QtWidgets import QWidget

LOGIND = "org.freedesktop.login1"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x7
NOTIFY_FOR_THIS_SESSION = 0

_number = count()  # of the connections to a bus: each has a name of its own


class LockTriggers(QObject):
    """`locked` is sent when the program has to lock. With `minimised` also when the window is."""

    locked = Signal()

    def __init__(self, window: QWidget, minimised: bool = False) -> None:
        super().__init__(window)
        self.minimised = minimised
        self._window = window
        self._buses: list[Bus] = []
        self._messages: WindowsMessages | None = None
        window.installEventFilter(self)
        if sys.platform == "win32":
            self._messages = WindowsMessages(self.locked.emit, int(window.winId()))
        elif sys.platform == "linux":
            self._buses = [SystemBus(self.locked.emit, self), SessionBus(self.locked.emit, self)]

    def stop(self) -> None:
        """Send nothing any more, and let go of what holds up sleep."""
        self._window.removeEventFilter(self)
        for bus in self._buses:
            bus.stop()
        if self._messages:
            self._messages.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.WindowStateChange
            and self.minimised
            and self._window.isMinimized()
        ):
            self.locked.emit()
        return False


class Bus(QObject):
    """A connection of our own to a bus of this computer; one that is not there is never asked."""

    def __init__(self, address: str, lock: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._lock = lock
        self._name = f"caseplanner-{next(_number)}"
        self._bus = QDBusConnection(self._name)  # which is not connected
        if _is_here(address):
            self._bus = QDBusConnection.connectToBus(address, self._name)

    def stop(self) -> None:
        QDBusConnection.disconnectFromBus(self._name)

    def _hear(self, service: str, interface: str, signal: str, slot: str) -> None:
        member: Any = SLOT(f"{slot}(QDBusMessage)")  # a str, where PySide6's types say bytes
        self._bus.connect(service, "", interface, signal, self, member)

    def _ask(
        self,
        path: str,
        interface: str,
        method: str,
        arguments: list[str],
        done: Callable[[object], None],
    ) -> None:
        """Call a method of logind without waiting; `done` gets what it gives, if it does."""
        call = QDBusMessage.createMethodCall(LOGIND, path, interface, method)
        call.setArguments(arguments)

        def finished(watcher: QDBusPendingCallWatcher) -> None:
            watcher.deleteLater()
            if not watcher.isError():
                done(watcher.reply().arguments()[0])

        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        watcher.finished.connect(finished)


class SystemBus(Bus):
    """logind: the laptop goes to sleep, or the session of this person is locked.

    Sleep is held up (a second or five, by logind's own limit) until the program has locked: the
    lock ends the process, and with it what it holds.
    """

    def __init__(self, lock: Callable[[], None], parent: QObject) -> None:
        super().__init__(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS), lock, parent)
        self._session = ""
        self._inhibitor: QDBusUnixFileDescriptor | None = None
        if not self._bus.isConnected():
            return
        self._hear(LOGIND, MANAGER, "PrepareForSleep", "sleeps")
        self._hear(LOGIND, SESSION, "Lock", "locks")
        self._hear(LOGIND, PROPERTIES, "PropertiesChanged", "changes")
        manager = "/org/freedesktop/login1"
        self._ask(manager, MANAGER, "GetSession", ["auto"], self._is_session)
        why = ["sleep", "caseplanner", "Lock the dossiers", "delay"]
        self._ask(manager, MANAGER, "Inhibit", why, self._holds)

    def stop(self) -> None:
        super().stop()
        self._inhibitor = None

    @Slot(QDBusMessage)
    def sleeps(self, told: QDBusMessage) -> None:
        if told.arguments() == [True]:  # False: it woke
            self._lock()

    @Slot(QDBusMessage)
    def locks(self, told: QDBusMessage) -> None:
        if told.path() == self._session:
            self._lock()

    @Slot(QDBusMessage)
    def changes(self, told: QDBusMessage) -> None:
        if told.path() == self._session:
            hint = [SESSION, "LockedHint"]
            self._ask(self._session, PROPERTIES, "Get", hint, self._is_locked)

    def _is_session(self, path: object) -> None:
        if isinstance(path, QDBusObjectPath):
            self._session = path.path()

    def _holds(self, inhibitor: object) -> None:
        if isinstance(inhibitor, QDBusUnixFileDescriptor):
            self._inhibitor = inhibitor

    def _is_locked(self, hint: object) -> None:
        if isinstance(hint, QDBusVariant) and hint.variant() is True:
            self._lock()


class SessionBus(Bus):
    """The screen saver of the desktop."""

    def __init__(self, lock: Callable[[], None], parent: QObject) -> None:
        usual = f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '')}/bus"
        super().__init__(os.environ.get("DBUS_SESSION_BUS_ADDRESS", usual), lock, parent)
        if self._bus.isConnected():
            for saver in SAVERS:
                self._hear(saver, saver, "ActiveChanged", "covers")

    @Slot(QDBusMessage)
    def covers(self, told: QDBusMessage) -> None:
        if told.arguments() == [True]:
            self._lock()


def _is_here(address: str) -> bool:
    """A socket of this computer that is there. "unix:path=/run/user/1000/bus", and some more."""
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        options = dict(part.partition("=")[::2] for part in rest.split(","))
        there = "abstract" in options or Path(options.get("path", "/nowhere")).exists()
        if kind != "unix" or not there:
            return False
    return True


class WindowsMessages(QAbstractNativeEventFilter):
    """Sees the messages of Windows before Qt does; `window` is the handle they are sent to."""

    def __init__(self, lock: Callable[[], None], window: int) -> None:
        super().__init__()
        self._lock, self._window = lock, window
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                wintypes.HWND(window), NOTIFY_FOR_THIS_SESSION
            )

    def stop(self) -> None:
        """Let go of the messages; the window is still there."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(self._window))

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if bytes(
            kind.data() if isinstance(kind, QByteArray) else kind
        ) == b"windows_generic_MSG" and _locks(message):
            self._lock()
        return False, 0


def _locks(message: int) -> bool:
    told = wintypes.MSG.from_address(int(message))
    return (told.message, told.wParam) in (
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    )
