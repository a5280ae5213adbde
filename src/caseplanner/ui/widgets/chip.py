"""A key that is pressed or not, one of a few."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from caseplanner.dossier.model import Dimension
from caseplanner.ui import theme

SIDE = 40  # pixels at 100 % text


class Chip(QRadioButton):
    """A radio button that looks like a key: easy to tap, and clearly pressed when chosen.

    Arrow keys only move: choosing is always a deed, as it is with the large answers (`OneOf`).
    """

    def __init__(self, face: str, dimension: Dimension | None = None) -> None:
        super().__init__(face)
        self._dimension = dimension
        self._side = SIDE
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_side(self, side: int) -> None:
        """The least it is wide and high, in pixels of 100 % text."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.font(15, 700)).horizontalAdvance(self.text()) + theme.px(16)
        return QSize(max(wide, theme.px(self._side)), theme.px(self._side))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._step(1)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        strong, soft = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        chosen = self.isChecked()
        fill = strong if chosen else theme.colour("surface")
        if self.underMouse() and not chosen:
            fill = soft
        painter.setPen(QPen(strong if chosen else theme.colour("lineStrong"), 1.2))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        painter.setFont(theme.font(15, 700 if chosen else 400))
        painter.setPen(theme.colour("surface" if chosen else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()

    def _step(self, by: int) -> None:
        keys = self.group().buttons()
        beside = keys[(keys.index(self) + by) % len(keys)]
        beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _colours(self) -> tuple[QColor, QColor]:
        """Of the dimension it belongs to, if to one."""
        if self._dimension is None:
            return theme.colour("primary"), theme.colour("primarySoft")
        look = theme.look(self._dimension)
        return look.colour, look.soft


def enter_at_the_chosen(group: QButtonGroup) -> None:
    """Let Tab come to the key that is pressed, or else the first; arrows go to the others."""
    entry = group.checkedButton() or group.buttons()[0]
    for key in group.buttons():
        strong = key is entry
        key.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)
