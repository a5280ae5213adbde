"""One part of the intake in the list beside it: its name, and how it stands."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caseplanner.dossier.intake import Standing
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press
from caseplanner.words import _

ICON, SIDE, AIR = 22, 14, 10
USUAL, LEAST = 270, 130  # pixels at 100 % text
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
MARKS = {
    Standing.EMPTY: ("circle", "ink3"),
    Standing.BEGUN: ("circle-dot", "primary"),
    Standing.TALKED: ("circle-check", "ok"),
}


def in_words(standing: Standing) -> str:
    match standing:
        case Standing.EMPTY:
            return _("empty")
        case Standing.BEGUN:
            return _("begun")
        case Standing.TALKED:
            return _("talked about")


class PartButton(QAbstractButton):
    """Icon and words tell how a part stands, never colour alone; a line marks the open one."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._told, self._mark = "", ("circle", "ink3")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tell("", MARKS[Standing.EMPTY])

    def show_standing(self, standing: Standing) -> None:
        self.tell(in_words(standing), MARKS[standing])

    def tell(self, told: str, mark: tuple[str, str]) -> None:
        """Say this under the name, with this (icon, colour) before it."""
        self._told, self._mark = told, mark
        self.setAccessibleName(f"{self._title}, {told}" if told else self._title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(USUAL), self.heightForWidth(theme.px(USUAL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + 2 * theme.px(AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
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
        back = "primarySoft" if self.isChecked() else "sunken" if self.underMouse() else "surface"
        edge = "primary" if self.isChecked() else "line"
        painter.setBrush(theme.colour(back))
        painter.setPen(QPen(theme.colour(edge), 2 if self.isChecked() else 1))
        painter.drawRoundedRect(box, theme.px(10), theme.px(10))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawRoundedRect(box, theme.px(10), theme.px(10))
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        name, ink = self._mark
        side, top = theme.px(ICON), theme.px(AIR)
        title, told = self._heights(self.width())
        picture = icons.pixmap(name, ink, side)
        painter.drawPixmap(theme.px(SIDE), top + max((title - side) // 2, 0), picture)
        left, width = self._room(self.width())
        for text, font, colour, height in (
            (self._title, _strong(), "ink", title),
            (self._told, _quiet(), "ink2", told),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            painter.drawText(QRect(left, top, width, height), WRAPPED, text)
            top += height

    def _room(self, width: int) -> tuple[int, int]:
        """Where the words begin, and how wide they may be."""
        left = theme.px(SIDE) + theme.px(ICON) + theme.px(10)
        return left, max(width - left - theme.px(SIDE), 1)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, self._room(width)[1], 16777215)
        texts = ((self._title, _strong()), (self._told, _quiet()))
        title, told = (
            QFontMetrics(font).boundingRect(room, WRAPPED, text).height() if text else 0
            for text, font in texts
        )
        return title, told


def _strong() -> QFont:
    return theme.font(17, 600)


def _quiet() -> QFont:
    return theme.font(15, 400)
