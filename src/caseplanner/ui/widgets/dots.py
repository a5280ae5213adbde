"""How many steps are done, to count at a glance: one small bar per step."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseplanner.dossier.model import Dimension
from caseplanner.ui import theme

MOST = 8  # bars that still can be counted; more steps than that are only told in words


class StepDots(QWidget):
    """Filled for done, outlined for still to do. The words stand beside it, in a label."""

    def __init__(self, dimension: Dimension, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension = dimension
        self._done, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setVisible(0 < total <= MOST)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(22) * self._total, theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme.look(self._dimension).colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.2))
        for place in range(self._total):
            painter.setBrush(colour if place < self._done else Qt.BrushStyle.NoBrush)
            bar = QRectF(place * theme.px(22) + 1, theme.px(2), theme.px(17), theme.px(6))
            painter.drawRoundedRect(bar, theme.px(3), theme.px(3))
        painter.end()
