"""Where the person types or chooses. Each reports an edit by itself; there is no Save button."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseplanner.ui import theme
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.draft import Draft
from caseplanner.ui.widgets.message import InlineError
from caseplanner.ui.widgets.text import Small

MOST = 10_000_000  # letters in a line; Qt itself cuts off, unsaid, what comes after 32,767
ROWS = 2  # of an empty text field
PADDING = 5  # pixels, as in style.qss


class Field(QWidget):
    """A label, the widget it names, a line of help, and room for what is wrong with it."""

    def __init__(
        self, label: str, widget: QWidget, help: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.widget = widget
        self.label = QLabel(label)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setFont(theme.font(17, 600))
        self.label.setBuddy(widget)
        self.error = InlineError()
        widget.setAccessibleName(label)
        widget.setAccessibleDescription(help)
        if isinstance(widget, DateField):
            widget.wrong.connect(self.show_error)
            widget.textEdited.connect(lambda: self.show_error(""))
        layout = self.column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.label)
        if help:
            layout.addWidget(Small(help))
        layout.addWidget(widget)
        layout.addWidget(self.error)

    def show_error(self, text: str) -> None:
        """Say beside the field what is wrong; "" when nothing is."""
        self.error.show_error(text)
        self.widget.setProperty("wrong", bool(text))
        self.widget.style().polish(self.widget)


class LineField(QLineEdit):
    """One line of text. `edited` sends it when the person rests or leaves the field."""

    edited = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(MOST)
        self.setText(text)
        self._draft = Draft(self, lambda: self.edited.emit(self.text()))
        self.textEdited.connect(self._draft.typed)
        self.editingFinished.connect(self.flush)

    def set_text(self, text: str) -> None:
        """Show this text; what is being typed now stays, and so does the caret."""
        if self._draft.gives_way(text, self.text()):
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(caret, len(text)))

    def flush(self) -> None:
        """Report what was typed now, without waiting for a rest."""
        self._draft.flush()

    def unsaved(self) -> bool:
        """What was typed was not taken (yet)."""
        return self._draft.unsaved(self.text())

    def event(self, event: QEvent) -> bool:
        if not self.isUndoAvailable() and is_undo(event):
            return False  # there is nothing to undo in here: leave the keys to the window
        return super().event(event)


class TextField(QPlainTextEdit):
    """Some lines of text in a field that grows with them. Tab goes on to the next field."""

    edited = Signal(str)
    came = Signal()  # the caret
    padding = PADDING

    def __init__(self, rows: int = ROWS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._setting = False
        self._draft = Draft(self, lambda: self.edited.emit(self.text()))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show this text; what is being typed now stays, and so does the caret."""
        if self._draft.gives_way(text, self.text()):
            self._show(text)

    def put(self, text: str) -> None:
        """Put this text in the field; what was typed is let go of."""
        self._draft.forget(text)
        self._show(text)

    def flush(self) -> None:
        """Report what was typed now, without waiting for a rest."""
        self._draft.flush()

    def unsaved(self) -> bool:
        """What was typed was not taken (yet)."""
        return self._draft.unsaved(self.text())

    def event(self, event: QEvent) -> bool:
        if not self.document().isUndoAvailable() and is_undo(event):
            return False  # there is nothing to undo in here: leave the keys to the window
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: all the text is in view already."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of Qt; a window that can put texts in a field adds its own to it."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if inserter := getattr(self.window(), "inserter", None):
            inserter.add_to(self, menu)
        menu.popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted text, never its colours or pictures."""
        self.textCursor().insertText(source.text())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), self._needed())

    def _typed(self) -> None:
        self._fit()
        if not self._setting:
            self._draft.typed()

    def _show(self, text: str) -> None:
        caret = self.textCursor().position()
        self._setting = True
        self.setPlainText(text)
        self._setting = False
        cursor = self.textCursor()
        cursor.setPosition(min(caret, len(self.text())))
        self.setTextCursor(cursor)
        self._fit()

    def _fit(self) -> None:
        height = self._needed()
        if height != self.height():
            self.setFixedHeight(height)
        if self.minimumHeight() != self.maximumHeight():  # Qt resized and asked again meanwhile
            self.setFixedHeight(self._needed())

    def _needed(self) -> int:
        # The document of a QPlainTextEdit measures its height in lines, wrapped ones included.
        lines = max(round(self.document().size().height()), self._rows, self._asked())
        around = 2 * (self.document().documentMargin() + theme.px(self.padding) + 1)
        return round(lines * self.fontMetrics().lineSpacing() + around)

    def _asked(self) -> int:
        """The lines of what is asked for in an empty field."""
        if not self.placeholderText() or not self.document().isEmpty():
            return 0
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        box, wrap = QRect(0, 0, max(room, 1), 16777215), int(Qt.TextFlag.TextWordWrap)
        asked = self.fontMetrics().boundingRect(box, wrap, self.placeholderText())
        return round(asked.height() / self.fontMetrics().lineSpacing())


def is_undo(event: QEvent) -> bool:
    """A field is asked whether it wants the keys of Undo for itself."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
    )


class Choice(QComboBox):
    """One of a few fixed things, each a text with a value. `chosen` sends the value.

    The values are kept here: Qt would make plain text of one that is an enumeration.
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[str, object]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for text, value in choices:
            self.addItem(text, value)
        self.activated.connect(lambda _place: self.chosen.emit(self.value()))

    def addItem(self, *item: Any) -> None:
        """Offer one more: a text and its value, with an icon before them or without."""
        self._values.append(item[-1])
        super().addItem(*item)

    def clear(self) -> None:
        self._values = []
        super().clear()

    def value(self) -> object:
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must never change a choice."""
        event.ignore()
