"""Seals the window around one meeting: one dossier, no list, no menu; the way out is the lock.

The next screen would hold other people's names (domain.md R27, ux.md section 1).
"""

import warnings
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from caseplanner.dossier import lists
from caseplanner.dossier.meetings import OPEN
from caseplanner.settings import MOST_IDLE
from caseplanner.ui.half import MEETING
from caseplanner.ui.meeting.sentences import STILL_THERE

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

BASE = (1366, 768)  # pixels, ux.md section 5
MOST = 1.7
SETTLE = 200  # milliseconds after which a screen that changed has its size


class Seal(QObject):
    """`closed` while a meeting goes on. `scale` is how much larger than usual all of it is."""

    changed = Signal()  # it was closed, or the screen has another size now

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.closed = False
        self.left = ""  # the three stopped: after the lock comes this part of the worker's page
        self.scale = 1.0
        self._fitted = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._fit)

    @property
    def least_idle(self) -> int:
        """Minutes: in a meeting people talk, and nobody touches the laptop (ux.md section 4)."""
        return MOST_IDLE if self.closed else 0

    def holds(self, page: str) -> bool:
        """This page is out of reach now."""
        return self.closed and page not in (MEETING, "lock")

    def refuses(self, page: str, argument: object) -> bool:
        """Nobody goes there now: it is out of reach, or a meeting that is over or not there."""
        session = self._window.session
        one = lists.find(session.dossier.meetings, str(argument)) if session else None
        return self.holds(page) or (page == MEETING and (one is None or one.state not in OPEN))

    def close(self) -> None:
        """Let go of everything that is not this meeting, and fill the screen."""
        if self.closed:
            return
        self.closed = True
        window = self._window
        window.forget(lambda name: name != MEETING)
        window.bar.put_away()
        window.showFullScreen()
        self._settle.start()

    def leave(self, part: str) -> None:
        """The three stop: what comes next has other names, so first it locks. `part` is that of
        the page "talk" to come to after that."""
        self.left = part
        self._window.lock()

    def resized(self) -> None:
        """The window has another size: a projector came or went, say."""
        if self.closed:
            self._settle.start()

    def _fit(self) -> None:
        self._take_keys()
        room = self._window.size()
        scale = min(room.width() / BASE[0], room.height() / BASE[1])
        scale = round(max(1.0, min(scale, MOST)), 2)
        if scale != self.scale or not self._fitted:
            self.scale, self._fitted = scale, True
            self.changed.emit()

    def _take_keys(self) -> None:
        """Under X11 a screen that is filled at once may get the keyboard unseen by Qt, which goes
        on to believe that the lock screen has it: then nothing would be heard of the focus."""
        now = QGuiApplication.focusWindow()
        if now is not None and not now.isVisible():
            with warnings.catch_warnings():  # Qt advises against it, and has no other way
                warnings.simplefilter("ignore", DeprecationWarning)
                QApplication.setActiveWindow(self._window)

    def ask(self) -> None:
        """Nobody touched anything for long: soon it locks."""
        if self.closed:
            self._window.toast.tell(STILL_THERE.say())
