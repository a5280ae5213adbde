"""Notices that nobody touched the program for a while."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from caseplanner.ui.input import Input

NEAR = 60  # seconds
LOOK = 5000  # milliseconds between two looks at the clock
ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Idle(QObject):
    """`idle` is sent once nothing was touched for `seconds`, which may be changed at any time,
    and never sooner than after `least`.

    By the clock on the wall, which also runs while the laptop sleeps.
    """

    idle = Signal()
    near = Signal()  # a minute before that, once

    def __init__(self, seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seconds, self.least = seconds, 0.0
        self._touched = time.time()
        self._warned = False
        self._clock = QTimer(self, interval=min(LOOK, round(seconds * 1000)))
        self._clock.timeout.connect(self._look)
        self._clock.start()
        Input(self._hear, self)

    def stop(self) -> None:
        """Send nothing any more."""
        self._clock.stop()

    def _hear(self, event: QEvent) -> None:
        if event.type() in ACTIVITY:
            self._touched, self._warned = time.time(), False

    def _look(self) -> None:
        passed = abs(time.time() - self._touched)
        after = max(self.seconds, self.least)
        if passed >= after:
            self._clock.stop()
            self.idle.emit()
        elif passed >= after - NEAR and not self._warned:
            self._warned = True
            self.near.emit()
