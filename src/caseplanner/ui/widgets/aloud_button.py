"""A button that reads aloud what is on the page, and stops when it is pressed once more."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from caseplanner.ui.aloud import Aloud
from caseplanner.ui.widgets.buttons import Button
from caseplanner.words import _


class AloudButton(Button):
    """`texts` gives the sentences as they are when it is pressed. It never begins by itself, and
    stops when it goes out of sight."""

    def __init__(self, texts: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__("", "volume-2", "quiet", parent)
        self._texts, self._only_icon = texts, False
        self._aloud = Aloud(self)
        self._aloud.changed.connect(self._show)
        self.clicked.connect(self._press)
        self._show()

    def stop(self) -> None:
        """What is read now is no longer what is on the page."""
        self._aloud.stop()

    def show_only_icon(self, only: bool) -> None:
        """Where there is little room; a screen reader hears the words all the same."""
        self._only_icon = only
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def _press(self) -> None:
        if self._aloud.is_reading:
            self.stop()
        else:
            self._aloud.read(self._texts())

    def _show(self) -> None:
        reading = self._aloud.is_reading
        said = _("Stop reading aloud") if reading else _("Read this aloud")
        self.setText("" if self._only_icon else said)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.set_icon("square" if reading else "volume-2")
