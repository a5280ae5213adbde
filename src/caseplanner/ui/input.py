"""What a person does with keyboard, mouse, touch or pen, heard where it comes in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow


class Input(QObject):
    """Tells `heard` of the events of every window of the program that has, or had, the focus.

    At the windows of the system, each of which gets what the person does once. A filter on the
    application would hear every event of every widget: that took 40 % of the time in which a full
    page is shown.
    """

    def __init__(self, heard: Callable[[QEvent], None], parent: QObject) -> None:
        super().__init__(parent)
        self._heard = heard
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._follow)
        self._follow(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._heard(event)
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window:
            window.installEventFilter(self)
