"""One line of the signaleringsplan: its words, edited in place, and what can be done with it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import easy_hint, press
from caseplanner.ui.widgets.bare_line import BareLine
from caseplanner.words import _

HEIGHT = 30  # pixels at 100 % text of a line of one row
SIZE = 17  # of the letters
DOT = 5


def font(*, own: bool) -> QFont:
    """The client's own words are set as what somebody says; those of others are not."""
    return theme.font(SIZE - 1 if own else SIZE, heading=own)


class Line(QWidget):
    """Shows one line and reports what the person does to it; it changes nothing itself."""

    edited = Signal(str)
    moved = Signal(int)
    removed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, *, own: bool) -> None:
        super().__init__()
        self.grip = Dot()
        self.words = BareLine()
        self.words.setFont(font(own=own))
        self.bin = Away()
        self._build()

    def show_line(self, text: str, name: str, *, may_edit: bool) -> None:
        """`name` says where the line stands, for who hears it."""
        self.words.set_text(text)
        self.words.setReadOnly(not may_edit)
        self.words.setAccessibleName(name)
        self.bin.setAccessibleName(_("Remove: {what}", what=text))
        self.bin.setVisible(may_edit)
        self.grip.show_moves(may_edit)
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(may_edit)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._touched(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._touched(False)

    def _touched(self, pointed_at: bool) -> None:
        self.bin.show_up(pointed_at or self.words.hasFocus())

    def _build(self) -> None:
        self.words.edited.connect(self.edited)
        self.words.entered.connect(self.entered)
        self.words.left.connect(self.left)
        self.words.came.connect(lambda: self.bin.show_up(True))
        self.words.left.connect(lambda: self.bin.show_up(self.underMouse()))
        self.bin.clicked.connect(self.removed)
        self.bin.setToolTip(_("Remove this line"))
        self.grip.moved.connect(self.moved)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(easy_hint.under(self.words), 1)
        row.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignTop)


class Dot(QLabel):
    """What a line begins with; it drags the line up and down. By keyboard: Alt+Up, Alt+Down."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._moves = False
        self.setFixedSize(theme.px(16), theme.px(HEIGHT))

    def show_moves(self, moves: bool) -> None:
        self._moves = moves
        told = _("Drag to move this line, or press Alt with arrow up or down") if moves else ""
        self.setToolTip(told)
        shape = Qt.CursorShape.SizeVerCursor if moves else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.parentWidget()
        if row is None or not self._moves:
            return
        y = row.mapFromGlobal(event.globalPosition().toPoint()).y()
        if y < -row.height() // 2:
            self.moved.emit(-1)
        elif y > row.height() * 3 // 2:
            self.moved.emit(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink2"))
        side = theme.px(DOT)
        painter.drawEllipse((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.end()


class Away(QAbstractButton):
    """A small cross that is seen while its line is pointed at or has the focus.

    It is always there for Tab and for who hears the page.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen = False
        self.setFixedSize(theme.px(24), theme.px(HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_up(self, seen: bool) -> None:
        self._seen = seen
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._seen and not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(16)
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        ink = "ink" if self.underMouse() or self.hasFocus() else "ink2"
        painter.drawPixmap(left, top, icons.pixmap("x", ink, side))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            box = self.rect().adjusted(1, 2, -2, -3)
            painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        painter.end()
