"""The wheel together: the client's own places, and on request those of the worker."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QVBoxLayout

from caseplanner.dossier import answers
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dimension, Dossier, Meeting, Moment, Score, ScoredBy
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.scores import ScorePicker
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Table
from caseplanner.ui.widgets import wheel
from caseplanner.ui.widgets.card import Card
from caseplanner.words import _

SIDE = 280  # pixels at 100 % text
WIDE = 760


class WheelSheet(Asked):
    """The wheel left, and right of it a row of places for each dimension; any may be skipped."""

    def __init__(self, table: Table, guide: Guide) -> None:
        super().__init__(table, sentences.WHEEL, sentences.WHEEL_MEANS, sentences.WHEEL_SKIP)
        self._guide = guide
        self.wheel = wheel.HerstelWiel()
        self.wheel.setMinimumSize(theme.px(SIDE), theme.px(SIDE))
        self.worker_too = QCheckBox(_("Show what the worker says too"))
        self.worker_too.toggled.connect(self._show_wheel)
        self.pickers = {dimension: ScorePicker(dimension) for dimension in Dimension}
        picked = QVBoxLayout()
        picked.setSpacing(theme.px(8))
        for dimension, picker in self.pickers.items():
            picker.chosen.connect(partial(self._choose, dimension))
            picker.cleared.connect(partial(self._clear, dimension))
            picked.addWidget(picker)
        picked.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.wheel, 1)
        left.addWidget(self.worker_too, 0, Qt.AlignmentFlag.AlignHCenter)
        both = Card()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._columns.setContentsMargins(*(theme.px(20), theme.px(14)) * 2)
        self._columns.setSpacing(theme.px(22))
        self._columns.addLayout(left, 1)
        self._columns.addLayout(picked, 1)
        self.column.addWidget(both, 1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        for dimension, picker in self.pickers.items():
            picker.name_by(self._guide.of(dimension).title)
            score = answers.scored(dossier, dimension, ScoredBy.CLIENT, Moment.NOW)
            picker.show_score(score)
        self._show_wheel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(WIDE)
        way = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() is not way:
            self._columns.setDirection(way)

    def said(self) -> list[str]:
        told = [
            f"{self._guide.of(d).title}: {answers.in_words(self._score(d))}." for d in Dimension
        ]
        return [*super().said(), *told]

    def _score(self, dimension: Dimension) -> Score | None:
        dossier = self.table.editing.dossier
        return answers.scored(dossier, dimension, ScoredBy.CLIENT, Moment.NOW)

    def _show_wheel(self) -> None:
        dossier = self.table.editing.dossier
        quarters = wheel.places(dossier, self.worker_too.isChecked())
        titles = [self._guide.of(dimension).title for dimension in Dimension]
        self.wheel.show_places(dossier.person.called, quarters, titles)

    def _choose(self, dimension: Dimension, value: int | None) -> None:
        self.table.editing.change(
            _("Place on the wheel"),
            lambda d: answers.score(
                d, dimension, ScoredBy.CLIENT, Moment.NOW, value, dates.today()
            ),
            merge=f"score.{dimension}",
        )

    def _clear(self, dimension: Dimension) -> None:
        self.table.editing.change(
            _("Place on the wheel cleared"),
            lambda d: answers.unscore(d, dimension, ScoredBy.CLIENT, Moment.NOW),
        )
