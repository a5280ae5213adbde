"""One thing that somebody does, as a line to press: what it is, and in small letters by when."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press, rows
from caseplanner.ui.widgets.text import breakable

ICON, SIDE, AIR, GAP = 20, 8, 6, 10
USUAL, LEAST = 300, 120  # pixels at 100 % text
ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Thing(QAbstractButton):
    """A screen reader hears it as one sentence. `stepped` asks for the line above or below."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._told = "circle", ""
        self._heights: dict[int, int] = {}  # by width: layouts ask for them again and again
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, icon: str, text: str, told: str, spoken: str) -> None:
        self._icon, self._told = icon, told
        self._heights.clear()
        self.setText(breakable(text))
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(USUAL), self.heightForWidth(theme.px(USUAL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST), theme.px(ICON + 2 * AIR))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            tall = sum(tall for *_line, tall in self._lines(width))
            self._heights[width] = tall + theme.px(2 * AIR)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self.stepped.emit(ARROWS[Qt.Key(event.key())])
        elif not press.by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.underMouse() or self.isDown():
            painter.setBrush(theme.colour("primarySoft" if self.isDown() else "sunken"))
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("focus"), 3) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        side, top = theme.px(ICON), theme.px(AIR)
        painter.drawPixmap(theme.px(SIDE), top, icons.pixmap(self._icon, "ink2", side))
        left = theme.px(SIDE + ICON + GAP)
        for text, font, ink, tall in self._lines(self.width()):
            rows.write(painter, QRect(left, top, _room(self.width()), tall), text, font, ink)
            top += tall
        painter.end()

    def _lines(self, width: int) -> list[tuple[str, QFont, str, int]]:
        said = ((self.text(), theme.font(16, 400), "ink"), (self._told, theme.font(15), "ink2"))
        return [
            (text, font, ink, rows.text_height(text, font, _room(width)))
            for text, font, ink in said
            if text
        ]


def _room(width: int) -> int:
    return max(width - theme.px(SIDE + ICON + GAP + SIDE), 1)
