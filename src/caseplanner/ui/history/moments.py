"""The history of a dossier: what was done to it, and then and now beside each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import differences
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.timeline import Moment
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.history.rows import DifferenceRow, Hide, MomentRow, NoteRow, columns
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.rows import HeadingRow, Row, RowList
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, clock, count, day

WIDE = 720  # pixels at 100 % text from which the two cards stand beside each other


class History(QWidget):
    """Moments left, the chosen one right. `restored` says to which moment was gone back."""

    restored = Signal(str)

    def __init__(self, session: Session, guide: Guide, hide: Hide) -> None:
        super().__init__()
        self._session, self._guide, self._hide = session, guide, hide
        self._moments: tuple[Moment, ...] = ()
        self._shown: Moment | None = None
        self.told = Small("")
        self.moments = RowList(_("What was done, newest first"))
        self.moments.chosen.connect(lambda place: self._show(self._moments[place]))
        self.label = Heading("", size=20)
        self.about = Small("")
        self.differences = RowList(_("What differs, then and now"))
        self.restore = buttons.secondary(_("Put back as it was then"), "history")
        self.restore.clicked.connect(self._restore)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        """Read the history anew; the moment that was chosen stays so."""
        self._moments = self._session.moments()
        told = count("{n} moment, newest first", "{n} moments, newest first", len(self._moments))
        self.told.setText(told)
        first = self._shown.first if self._shown else -1
        firsts = [moment.first for moment in self._moments]
        at = firsts.index(first) if first in firsts else 0
        self.moments.show_rows([MomentRow(m, self._hide) for m in self._moments], at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _show(self, moment: Moment) -> None:
        self._shown = moment
        row = MomentRow(moment, self._hide)
        self.label.setText(row.label)
        begun = moment.begun.astimezone()
        self.about.setText(f"{moment.worker} · {day(begun.date())}, {clock(begun)}")
        try:
            before, then = self._session.around(moment)
        except UserError as problem:  # a hole in the history: the other moments stay readable
            self.restore.hide()
            self.differences.show_rows([NoteRow(str(problem))])
            return
        now = self._session.dossier
        changed = self._rows(before, then, (_("Before"), _("After")))
        since = self._rows(then, now, (_("Then"), _("Now")))
        self.restore.setVisible(bool(since) and self._session.may_edit)
        rows: list[Row] = [
            HeadingRow(
                _("{name} changed this", name=moment.worker), (_("Before"), _("After")), columns
            ),
            *(changed or [NoteRow(_("Nothing that can be read."))]),
            HeadingRow(_("What is different now"), (_("Then"), _("Now")), columns),
            *(since or [NoteRow(_("Nothing. The plan is as it was then."))]),
        ]
        self.differences.show_rows(rows)

    def _rows(self, before: Dossier | None, after: Dossier, titles: tuple[str, str]) -> list[Row]:
        found = differences.told(before, after, self._guide)
        return [DifferenceRow(told, titles, self._hide) for told in found]

    def _restore(self) -> None:
        moment = self._shown
        if moment:
            self._session.restore(moment.last)
            begun = moment.ended.astimezone()
            self.restored.emit(
                _("Put back to {day}, {time}", day=day(begun.date()), time=clock(begun)) + "."
            )

    def _build(self) -> None:
        left = Card()
        inside = QVBoxLayout(left)
        pad(inside, theme.px(6), theme.px(10))
        inside.addWidget(self.told)
        self.told.setContentsMargins(theme.px(14), 0, 0, 0)
        inside.addWidget(self.moments, 1)
        right = Card()
        inside = QVBoxLayout(right)
        pad(inside, theme.px(6), theme.px(14))
        inside.setSpacing(theme.px(4))
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(theme.px(14), 0, theme.px(12), 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.label)
        names.addWidget(self.about)
        head.addLayout(names, 1)
        head.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addWidget(self.differences, 1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(15))
        for rows in (self.moments, self.differences):
            rows.setMinimumHeight(theme.px(20))  # in a small window they give way to the words
        self._columns.addWidget(left, 4)
        self._columns.addWidget(right, 7)
