"""Where the work together goes, for each statement and side: dots that rise or fall, and a word."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseplanner.dossier import alliance
from caseplanner.dossier.alliance import HIGHEST, LOWEST, STATEMENTS, Trend
from caseplanner.dossier.model import Dossier, ScoredBy
from caseplanner.ui import theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, mark

MOST = 8  # moments that are drawn
WIDE, HIGH, DOT = 116, 30, 7
WORDS = {
    Trend.UP: mark("goes up"),
    Trend.SAME: mark("stays the same"),
    Trend.DOWN: mark("goes down"),
}


class TrendCard(Card):
    """Both sides beside each other. No total, and no colour for what is good or bad."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[tuple[str, ScoredBy], Small] = {}
        self._lines: dict[tuple[str, ScoredBy], Line] = {}
        self._sides = {by: Small("", weight=600) for by in ScoredBy}
        self.none = Body(_("Nothing was written down yet."), tone="ink2")
        self._grid = QWidget()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self._sides[ScoredBy.CLIENT].setText(dossier.person.called)
        self._sides[ScoredBy.WORKER].setText(_("Worker"))
        self.none.setVisible(not dossier.alliance)
        self._grid.setVisible(bool(dossier.alliance))
        for (statement, by), told in self.words.items():
            values = alliance.values(dossier, by, statement)
            way = alliance.trend(values)
            told.setText(_(WORDS[way]) if way else _("said once") if values else _("not said yet"))
            self._lines[statement, by].show_values(values)

    def _build(self) -> None:
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(8))
        for place, by in enumerate(ScoredBy, 1):
            grid.addWidget(self._sides[by], 0, place)
        for row, (statement, words) in enumerate(STATEMENTS.items(), 1):
            grid.addWidget(Body(_(words)), row, 0)
            for place, by in enumerate(ScoredBy, 1):
                told, line = Small(""), Line()
                self.words[statement, by], self._lines[statement, by] = told, line
                cell = QVBoxLayout()
                cell.setSpacing(0)
                cell.addWidget(line)
                cell.addWidget(told)
                grid.addLayout(cell, row, place)
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("How do we work together?"), size=20))
        layout.addWidget(
            Small(_("Both sides, and only where it goes. It is no mark and stays on this laptop."))
        )
        layout.addWidget(self.none)
        layout.addWidget(self._grid)


class Line(QWidget):
    """A dot for each time, joined; what it tells stands below it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[int, ...] = ()

    def show_values(self, values: tuple[int, ...]) -> None:
        self._values = values[-MOST:]
        self.setVisible(len(values) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(WIDE) // 2, theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = self._dots()
        painter.setPen(QPen(theme.colour("primary"), 2))
        painter.drawPolyline(dots)
        painter.setBrush(theme.colour("primary"))
        for dot in dots:
            painter.drawEllipse(dot, theme.px(DOT) / 2, theme.px(DOT) / 2)
        painter.end()

    def _dots(self) -> list[QPointF]:
        edge = theme.px(DOT) / 2 + 2
        room, high = min(self.width(), theme.px(WIDE)) - 2 * edge, self.height() - 2 * edge
        step = room / max(len(self._values) - 1, 1)
        return [
            QPointF(edge + step * place, edge + high * (HIGHEST - value) / (HIGHEST - LOWEST))
            for place, value in enumerate(self._values)
        ]
