"""The next time, and what the client says to the plan as a whole."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import meetings
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dossier, Goal, Meeting, PlanSaid
from caseplanner.ui import theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Line, Table, card
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.easy_hint import labelled
from caseplanner.ui.widgets.fields import Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.ui.widgets.record import Record
from caseplanner.words import _, day


class NextSheet(Asked):
    """Day, time and place of the next meeting, and the same in large words."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.NEXT)
        self.on = DayField(_("Which day?"))
        self.begin, self.place = LineField(), LineField()
        self.record = Record(
            self._write, next_on=self.on, next_begin=self.begin, next_place=self.place
        )
        line = Flow(spacing=theme.px(16))
        line.addWidget(self.on)
        line.addWidget(Field(_("From what time?"), self.begin))
        line.addWidget(Field(_("Where?"), self.place))
        self._told = Line("calendar", "", size=28)
        fields = card()
        inside = fields.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addLayout(line)
        self._large = card(self._told)
        self.column.addWidget(fields)
        self.column.addWidget(self._large)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        self.record.show(meeting)
        self._told.words.setText(when_in_words(meeting))
        self._large.setVisible(meeting.next_on is not None)

    def said(self) -> list[str]:
        return [*super().said(), self._told.words.text()]

    def _write(self, merge: str, **details: object) -> None:
        self.table.editing.change(
            _("The next time"),
            lambda d: meetings.tell(d, self.table.id, **details),
            merge=f"meeting.next.{merge}" if merge else "",
        )


class PlanSheet(Asked):
    """Agree, in part, or not: as large; why; and what was said to each goal, to look back."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.PLAN, sentences.PLAN_FINE)
        faces = {said: (one.say(), one.icon) for said, one in sentences.PLAN_SAID.items()}
        self.answer = OneOf(faces)
        self.answer.chosen.connect(self._answer)
        self.why = TextField(rows=2)
        self.why.setFont(theme.font(19))
        self.why.edited.connect(self._explain)
        self._why = labelled("", self.why)
        self._ask_why = card(self._why)
        self.aside = self.could_not = buttons.quiet(_("Could not answer"))
        self.could_not.setCheckable(True)
        self.could_not.clicked.connect(partial(self._answer, PlanSaid.COULD_NOT))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(8))
        said = card(title=_("What you said to each goal"))
        inside = said.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addLayout(self._lines)
        self.column.addWidget(self._ask_why)
        self.column.addWidget(said)
        self.column.addStretch(1)
        self.outer.addWidget(self.answer)
        self._shown: tuple[Goal, ...] | None = None

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        name = dossier.person.called
        self.ask(name)
        self.answer.show_value(meeting.said)
        self.could_not.setChecked(meeting.said is PlanSaid.COULD_NOT)
        self._ask_why.setVisible(meeting.said is not None)
        self._why.label.setText(
            _("Why could {name} not answer?", name=name)
            if meeting.said is PlanSaid.COULD_NOT
            else _("Do you want to say something about it, {name}? (may stay empty)", name=name)
        )
        self.why.setAccessibleName(self._why.label.text())
        self.why.set_text(meeting.said_why)
        shown = meetings.shown_goals(dossier, meeting)
        if shown != self._shown:
            self._shown = shown
            layouts.empty(self._lines)
            for goal in shown:
                said = sentences.SAID[goal.answer] if goal.answer else None
                words = said.say() if said else _("no answer yet")
                icon = said.icon if said else "circle-dashed"
                self._lines.addWidget(Line(icon, f"{goal.text} {words}.", size=19))

    def set_low(self, low: bool) -> None:
        super().set_low(low)
        if hasattr(self, "answer"):
            self.answer.set_height(60 if low else 72)

    def _answer(self, said: PlanSaid, _on: bool = False) -> None:
        self.table.editing.change(
            _("What the client says to the plan"),
            lambda d: meetings.tell(d, self.table.id, said=said),
        )
        if said is not PlanSaid.AGREES:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, why: str) -> None:
        self.table.editing.change(
            _("What the client says to the plan"),
            lambda d: meetings.tell(d, self.table.id, said_why=why),
            merge="meeting.said_why",
        )


def when_in_words(meeting: Meeting) -> str:
    """ "wo 22 april 2026, 10:30, spreekkamer 2": a day as people who read slowly can use it."""
    parts = (
        day(meeting.next_on) if meeting.next_on else "",
        meeting.next_begin,
        meeting.next_place,
    )
    return ", ".join(part for part in parts if part)
