"""What we agree: who does what by when and who is told; what was still open; who tells what."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import agreed, meetings
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Agreement, Dossier, Meeting, StepState, Telling
from caseplanner.ui import theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Table, card
from caseplanner.ui.widgets import layouts, text
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Field, LineField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.long_choice import GoalChoice
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.words import _, day, mark

ANSWER = 48


class WhoSheet(Asked):
    """What earlier meetings left open comes first; then what we agree now."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.WHO)
        self.open: dict[str, OpenRow] = {}
        self._open = QVBoxLayout()
        self._open.setSpacing(theme.px(8))
        self._before = card(title=sentences.STILL_OPEN.say())
        inside = self._before.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addLayout(self._open)
        make = partial(AgreementCard, table)
        self.cards = CardList(make, _("New agreement"), _("Nothing was agreed yet."))
        self.column.addWidget(self._before)
        self.column.addWidget(self.cards)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        before = [*agreed.from_before(dossier, meeting)]
        shown = {one.id for one in before} | self.open.keys()  # what is ticked off stays in view
        before = [one for one in dossier.agreements if one.id in shown]
        if [one.id for one in before] != list(self.open):
            layouts.empty(self._open)
            self.open = {one.id: OpenRow(self.table, one.id) for one in before}
            for row in self.open.values():
                self._open.addWidget(row)
        for one in before:
            self.open[one.id].show_agreement(dossier, one)
        self._before.setVisible(bool(before))
        self.cards.show_cards(dossier, agreed.of(dossier, meeting))

    def said(self) -> list[str]:
        dossier = self.table.editing.dossier
        meeting = meetings.find(dossier, self.table.id)
        return [*super().said(), *(in_words(one) for one in agreed.of(dossier, meeting))]


class OpenRow(QWidget):
    """One agreement of before: done, still busy, or no longer needed; all as easy to say."""

    def __init__(self, table: Table, id: str) -> None:
        super().__init__()
        self._table, self._id = table, id
        self.setObjectName(id)
        self._words = text.Heading("", size=19, weight=500)
        faces = {
            StepState.DONE: (_("Done"), "check"),
            StepState.BUSY: (_("Still busy"), "circle-dot"),
            StepState.NOT_NEEDED: (_("No longer needed"), "x"),
        }
        self.state = OneOf(faces)
        self.state.set_height(ANSWER)
        self.state.chosen.connect(self._mark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._words)
        column.addWidget(self.state)

    def show_agreement(self, dossier: Dossier, one: Agreement) -> None:
        self._words.setText(in_words(one))
        self.state.show_value(agreed.state(dossier, one))
        for button in self.state.buttons.values():
            button.setAccessibleName(f"{one.text}: {button.text()}")

    def _mark(self, state: StepState) -> None:
        self._table.editing.change(
            _("How an agreement goes"), lambda d: agreed.set_state(d, self._id, state)
        )


class AgreementCard(RowCard):
    """Who, what, by when, and who is told; it may become a step of a goal."""

    part = agreed.PART
    name = mark("Agreement")
    gone = mark("The agreement is removed.")

    def __init__(self, table: Table, id: str) -> None:
        blank = partial(_new, table.id)
        super().__init__(table.editing, id, blank)
        self._meeting = table.id
        self.first = self.text = GrowLine()
        self.text.setFont(theme.font(19))
        self.who, self.when, self.told = LineField(), LineField(), LineField()
        self.by = DayField(_("By which day?"))
        self.goal = GoalChoice()
        self.goal.chosen.connect(self._make_step)
        self.remove.setAccessibleName(_("Remove this agreement"))
        self.bind(text=self.text, who=self.who, by=self.by, when=self.when, told=self.told)
        column = QVBoxLayout(self)
        layouts.pad(column, theme.px(20), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addWidget(Field(_("What do we agree?"), self.text))
        line = Flow(spacing=theme.px(12))
        line.addWidget(Field(_("Who does it?"), self.who))
        line.addWidget(self.by)
        line.addWidget(Field(_("When, in words"), self.when))
        line.addWidget(Field(_("Who is told?"), self.told))
        line.addWidget(Field(_("A step of the goal"), self.goal))
        line.addWidget(self.remove)
        column.addLayout(line)

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        one = next((a for a in dossier.agreements if a.id == self._id), None)
        self.goal.show_goals(dossier, one.goal if one else "")
        self.goal.set_value(one.goal if one else "")
        self.goal.setEnabled(bool(one and one.text.strip() and not agreed.step_of(dossier, one)))

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _(self.name),
            lambda d: agreed.write(d, self._id, meeting=self._meeting, **details),
            merge=f"{self.part}.{self._id}.{merge}" if merge else "",
        )

    def _make_step(self, goal: object) -> None:
        if goal:
            self._editing.change(
                _("Agreement becomes a step"),
                lambda d: agreed.make_step(d, self._id, str(goal)),
            )


class TellsSheet(Asked):
    """Who tells what to whom, and each time how the client hears of it (domain.md C2)."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.TELLS, sentences.TELLS_FIRST)
        make = partial(TellingCard, table)
        self.cards = CardList(make, _("Somebody tells something"), _("Nothing stands here yet."))
        self.column.addWidget(self.cards)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        self.cards.show_cards(dossier, dossier.tellings)

    def said(self) -> list[str]:
        told = self.table.editing.dossier.tellings
        return [*super().said(), *(telling_in_words(one) for one in told)]


class TellingCard(RowCard):
    """One line of who tells what."""

    part = agreed.TELLINGS
    name = mark("Who tells what")
    gone = mark("This line is removed.")

    def __init__(self, table: Table, id: str) -> None:
        super().__init__(table.editing, id, agreed.blank_telling)
        self.first = self.who = LineField()
        self.what, self.to, self.hears = GrowLine(), LineField(), GrowLine()
        self._hears = Field("", self.hears)
        self.remove.setAccessibleName(_("Remove this line"))
        self.bind(who=self.who, what=self.what, to=self.to, hears=self.hears)
        column = QVBoxLayout(self)
        layouts.pad(column, theme.px(20), theme.px(14))
        column.setSpacing(theme.px(8))
        line = Flow(spacing=theme.px(12))
        line.addWidget(Field(_("Who tells?"), self.who))
        line.addWidget(Field(_("To whom?"), self.to))
        line.addWidget(self.remove)
        column.addLayout(line)
        column.addWidget(Field(_("What?"), self.what))
        column.addWidget(self._hears)

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        asked = _("How do you hear it, {name}?", name=dossier.person.called)
        self._hears.label.setText(asked)
        self.hears.setAccessibleName(self._hears.label.text())


def in_words(one: Agreement) -> str:
    """An agreement as one line: what, who, when, who is told."""
    when = ", ".join(filter(None, (day(one.by, year=False) if one.by else "", one.when)))
    told = _("told to: {who}", who=one.told) if one.told else ""
    return " · ".join(part for part in (one.text, one.who, when, told) if part)


def telling_in_words(one: Telling) -> str:
    parts = (one.who, one.what, one.to, one.hears)
    return " · ".join(part for part in parts if part)


def _new(meeting: str, id: str) -> Agreement:
    return Agreement("", meeting=meeting, id=id)
