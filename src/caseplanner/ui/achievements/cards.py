"""The cards of the page of what was achieved: to add one quickly, and all there are."""

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import achievements, lists
from caseplanner.dossier.model import Achievement, Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.achievements.belongs import Belongs, Tie
from caseplanner.ui.achievements.row import Row
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, column, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


class NewCard(Card):
    """Words and Enter are enough: the day is today, and it need not belong to anything."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.setObjectName("new")
        self.words = GrowLine()
        self.words.setFont(theme.font(19, heading=True))
        self.belongs = Belongs()
        self.day = DateField()
        self.add = buttons.primary(_("Add"), "plus")
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.belongs.show_tie(dossier, self.belongs.tie())
        if not self.day.text() and not self.day.hasFocus() and not self.words.text():
            self.day.set_date(dates.today())

    def flush(self) -> None:
        """Keep what was typed but not added yet."""
        self._add()

    def _build(self) -> None:
        self.words.setPlaceholderText(_("What did you achieve? Something small counts too."))
        self.words.setAccessibleName(_("What was achieved. Enter adds it"))
        self.belongs.setAccessibleName(_("Belongs to"))
        self.day.setFixedWidth(theme.px(150))
        self.day.setAccessibleName(_("When"))
        self.words.entered.connect(self._add)
        self.day.changed.connect(self.day.set_date)
        self.add.clicked.connect(self._add)
        below = Flow(spacing=theme.px(8))
        for part in (self.belongs, DayBox(self.day), self.add):
            below.addWidget(part)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(easy_hint.under(self.words))
        layout.addLayout(below)

    def _add(self) -> None:
        said = self.words.text().strip()
        self.day.flush()
        if not said:
            return
        if self.day.unsaved():  # it is marked, and says why
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        on, (goal, condition) = self.day.value(), self.belongs.tie()
        self._editing.change(
            _("Achievement added"), lambda d: achievements.add(d, said, on, goal, condition)
        )
        self.words.empty()
        self.belongs.set_value("")
        self.day.set_date(dates.today())


class AllCard(Card):
    """All of them, in their own order: Alt+Up and Alt+Down, or the grip, move one."""

    to_new = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.rows: dict[str, Row] = {}
        self.newest = buttons.quiet(_("Newest first"), "arrow-down")
        self.newest.clicked.connect(self._sort)
        self.empty = column.line(
            "star", Body(_("Nothing is written down yet. Something small counts too."))
        )
        self._head = QWidget()
        self._list = QVBoxLayout()
        self._build()

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        """Show them as they are now; the row that has the caret stays where the caret is."""
        shown = dossier.achievements
        for gone in self.rows.keys() - {each.id for each in shown}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, each in enumerate(shown):
            row = self.rows.get(each.id) or self._row(each)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            row.show_achievement(place + 1, each, dossier, may_edit=may_edit)
        parts = [part for each in shown for part in self.rows[each.id].parts()]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        self.empty.setVisible(not shown)
        self._head.setVisible(bool(shown))
        in_order = achievements.newest_first(dossier) == shown
        self.newest.setVisible(may_edit and not in_order)

    def _build(self) -> None:
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        line = Flow(spacing=theme.px(20))
        line.addWidget(Heading(_("All that was achieved")))
        line.addWidget(self.newest)
        head.addLayout(line)
        head.addWidget(Small(_("The plan on paper begins with this.")))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._head)
        layout.addWidget(self.empty)
        self._list.setSpacing(theme.px(4))
        layout.addLayout(self._list)

    def _row(self, achievement: Achievement) -> Row:
        row = Row()
        id = achievement.id
        row.setObjectName(id)
        row.edited.connect(partial(self._write, id))
        row.left.connect(partial(self._restore, id))
        row.day_chosen.connect(partial(self._date, id))
        row.tied.connect(partial(self._tie, id))
        row.moved.connect(partial(self._move, id))
        row.removed.connect(partial(self._remove, id))
        row.entered.connect(self.to_new)
        self.rows[id] = row
        return row

    def _write(self, id: str, said: str) -> None:
        if said.strip():
            self._editing.change(
                _("Achievement changed"),
                lambda d: achievements.reword(d, id, said),
                f"achievement.{id}.text",
            )

    def _restore(self, id: str) -> None:
        """An achievement has words: left empty, it shows again what is saved."""
        saved = lists.find(self._editing.dossier.achievements, id)
        if saved and not self.rows[id].words.text().strip():
            self.rows[id].words.put(saved.text)

    def _date(self, id: str, on: date | None) -> None:
        self._editing.change(_("When it was achieved"), lambda d: achievements.date_(d, id, on))

    def _tie(self, id: str, tie: Tie) -> None:
        self._editing.change(_("What it belongs to"), lambda d: achievements.tie(d, id, *tie))

    def _move(self, id: str, by: int) -> None:
        self._editing.change(
            _("Achievement moved"),
            lambda d: achievements.move(d, id, by),
            f"achievement.{id}.place",
        )

    def _sort(self) -> None:
        self._editing.change(_("Newest first"), achievements.put_newest_first)
        first = self._editing.dossier.achievements[0]
        self.rows[first.id].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, id: str) -> None:
        all_ = self._editing.dossier.achievements
        gone = lists.find(all_, id)
        if gone is None:  # undone while it was pointed at
            return
        place, rest = all_.index(gone), lists.without(all_, id)
        self._editing.change(
            _("Achievement removed"),
            lambda d: achievements.remove(d, id),
            told=_("“{line}” removed.", line=gone.text),
        )
        if rest:
            after = self.rows[rest[min(place, len(rest) - 1)].id].words
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.to_new.emit()
