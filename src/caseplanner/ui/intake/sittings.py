"""The sittings of the intake: when, and how it went in the worker's words."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import intake
from caseplanner.dossier.model import Dossier, IntakeTalk
from caseplanner.errors import problem
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


class Sittings(Part):
    """A row for each sitting; an intake may take as many short ones as the client needs."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.rows: dict[str, Sitting] = {}
        self.none = Body(_("No talk was written down yet."), tone="ink2")
        self.new = buttons.secondary(_("A new talk"), "plus")
        self.new.clicked.connect(self._begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card := Card())
        layout = QVBoxLayout(card)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(Heading(_("The talks"), size=20))
        layout.addWidget(Small(_("Short is fine. More than once is fine too.")))
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        layout.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier) -> None:
        self.none.setVisible(not dossier.talks)
        for gone in self.rows.keys() - {talk.id for talk in dossier.talks}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, talk in enumerate(dossier.talks):
            if talk.id not in self.rows:
                self.rows[talk.id] = Sitting(self._editing, talk)
                self._list.insertWidget(place, self.rows[talk.id])
            self.rows[talk.id].show_talk(talk)

    def let_edit(self, may: bool) -> None:
        let_edit(self, may, self.new, *(row.remove for row in self.rows.values()))

    def _begin(self) -> None:
        self._editing.change(_("A new talk"), lambda d: intake.begin_sitting(d, dates.today()))
        list(self.rows.values())[-1].day.day.setFocus(Qt.FocusReason.OtherFocusReason)


class Sitting(QWidget):
    """The day, from when until when, and how it went."""

    def __init__(self, editing: Editing, talk: IntakeTalk) -> None:
        super().__init__()
        self._editing, self._id = editing, talk.id
        self.setObjectName(talk.id)
        self.day = DayField(_("Day"))
        self.begin, self.end = LineField(), LineField()
        self.told = TextField()
        self.times = {
            "begin": Field(_("From (time)"), self.begin),
            "end": Field(_("Until (time)"), self.end),
        }
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.remove.setAccessibleName(_("Remove this talk"))
        self.remove.clicked.connect(self._remove)
        self.day.changed.connect(lambda when: self._describe("on", when))
        self.told.edited.connect(lambda said: self._describe("told", said))
        for name, field in self.times.items():
            field.setMaximumWidth(theme.px(170))
            line = self.begin if name == "begin" else self.end
            line.setPlaceholderText("10:30")
            line.edited.connect(lambda said, name=name: self._time(name, said))
        when = Flow(spacing=theme.px(12))
        for part in (self.day, *self.times.values(), self.remove):
            when.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(when)
        layout.addWidget(Field(_("How it went, in the worker's words"), self.told))

    def show_talk(self, talk: IntakeTalk) -> None:
        self.day.show_day(talk.on)
        self.begin.set_text(talk.begin)
        self.end.set_text(talk.end)
        self.told.set_text(talk.told)

    def _time(self, name: str, said: str) -> None:
        details: dict[str, Any] = {name: said}
        wrong = problem(lambda: intake.describe_sitting(self._editing.dossier, self._id, **details))
        self.times[name].show_error(wrong)
        if not wrong:
            self._describe(name, said)

    def _describe(self, name: str, value: object) -> None:
        details: dict[str, Any] = {name: value}
        self._editing.change(
            _("About the talk"),
            lambda d: intake.describe_sitting(d, self._id, **details),
            merge=f"talk.{self._id}.{name}",
        )

    def _remove(self) -> None:
        self._editing.change(
            _("Talk removed"),
            lambda d: intake.remove_sitting(d, self._id),
            told=_("The talk is removed."),
        )
