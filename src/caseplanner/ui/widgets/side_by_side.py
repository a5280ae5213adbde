"""Parts beside each other where there is room, else under each other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from caseplanner.ui import theme

WIDE = 620  # pixels at 100 % text from which two parts stand side by side


class SideBySide(QWidget):
    """Read from left to right, or from top to bottom."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(18))
        self._parts = parts
        for part in parts:
            self._row.addWidget(part, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if wide else way.TopToBottom)
        for part in self._parts:
            top = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0)
            self._row.setAlignment(part, top)
