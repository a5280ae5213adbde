"""What went wrong, in words: beside a field, or in a bar on top of the window. And saying it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class InlineError(QWidget):
    """A line under a field, hidden while nothing is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setPixmap(icons.pixmap("triangle-alert", "bad", theme.px(18)))
        self._words = Body("", weight=600, tone="bad")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def show_error(self, text: str) -> None:
        """Show this and have it said; "" hides the line."""
        if text == self.text() and bool(text) == self.isVisible():
            return
        self._words.setText(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)


class MessageBar(QFrame):
    """A problem the person can act on. It stays until it is put away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "bad")
        icon = QLabel()
        icon.setPixmap(icons.pixmap("triangle-alert", "bad", theme.px(22)))
        self.words = Body("", weight=600, tone="bad")
        self.close_button = buttons.quiet("", "x")
        self.close_button.setAccessibleName(_("Put this message away"))
        self.close_button.setToolTip(_("Put this message away"))
        self.close_button.clicked.connect(self.put_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(30), theme.px(6), theme.px(16), theme.px(6))
        layout.setSpacing(theme.px(12))
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, text: str) -> None:
        """Show this and have it said."""
        self.words.setText(text)
        self.show()
        announce(self, text)

    def put_away(self) -> None:
        self.hide()
        self.closed.emit()
