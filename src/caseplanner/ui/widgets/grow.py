"""A field for one sentence that grows with it, so that a long one is never cut off."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from caseplanner.ui.widgets.fields import TextField


class GrowLine(TextField):
    """Words over as many lines as they need. Enter does not break the line but is reported."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(rows=1)

    def empty(self) -> None:
        """Let go of the words: they are kept elsewhere now."""
        self.flush()
        self.put("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
