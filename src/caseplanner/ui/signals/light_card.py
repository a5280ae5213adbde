"""One phase of the signaleringsplan: its lamp, and the four kinds of lines kept apart."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from caseplanner.dossier import signals
from caseplanner.dossier.model import Dossier, Light, Seen
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.signals.cell import Cell
from caseplanner.ui.signals.lamp import LOOK, Lamp
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _

QWIDGETSIZE_MAX = 16777215  # of Qt: as wide as there is room
BAND = 108  # pixels at 100 % text of the side with the lamp


class LightCard(Card):
    """Four kinds beside each other, two by two, or under each other."""

    def __init__(self, editing: Editing, light: Light) -> None:
        super().__init__()
        self._light = light
        self._columns = 0
        self.cells = {seen: Cell(editing, light, seen) for seen in Seen}
        self.band = QWidget()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._outer = QGridLayout(self)
        self._build()

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        for cell in self.cells.values():
            cell.show_dossier(dossier, may_edit=may_edit)

    def arrange(self, columns: int) -> None:
        """Put the kinds in 4, 2 or 1 columns; the lamp stands beside them, or on top."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, cell in enumerate(self.cells.values()):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        beside = columns == 4
        self.band.setMinimumWidth(theme.px(BAND) if beside else 0)
        self.band.setMaximumWidth(theme.px(BAND) if beside else QWIDGETSIZE_MAX)
        way = QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight
        self._band.setDirection(way)
        self._band.setStretch(0, 1 if beside else 0)
        side = theme.px(4 if beside else 14)
        pad(self._band, side, theme.px(10))
        middle = Qt.AlignmentFlag.AlignHCenter if beside else Qt.AlignmentFlag.AlignLeft
        for words in (self._name, self._meaning):
            words.setAlignment(middle)
        self._outer.addWidget(self.band, 0, 0)
        self._outer.addWidget(self._inside, *((0, 1) if beside else (1, 0)))
        self._outer.setColumnStretch(0, 0 if beside else 1)
        self._outer.setColumnStretch(1, 1 if beside else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(inside, theme.px(11), theme.px(11))
        painter.setClipPath(path)
        colour, _sign, soft = LOOK[self._light]
        painter.fillRect(self.band.geometry(), theme.colour(soft))
        edge = self.band.geometry()
        if self._columns == 4:
            edge.setWidth(theme.px(5))
        else:
            edge.setHeight(theme.px(5))
        painter.fillRect(edge, theme.colour(colour))
        painter.end()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name = Heading(_(signals.NAMES[self._light]), size=19)
        self._meaning = Small(_(signals.MEANS[self._light]))
        words.addWidget(self._name)
        words.addWidget(self._meaning)
        self._band = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.band)
        self._band.addStretch(1)
        self._band.addWidget(Lamp(self._light), 0, Qt.AlignmentFlag.AlignCenter)
        self._band.addSpacing(theme.px(4))
        self._band.addLayout(words)
        self._band.addStretch(1)
        self._grid.setSpacing(theme.px(6))
        pad(self._grid, theme.px(8), theme.px(8))
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.setSpacing(0)
        self.arrange(4)
