"""What we agree: who does what by when and who is told; what was still open; who tells what."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import agreed, meeting_course, meetings
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Agreement, Dimension, Dossier, Meeting, StepState, Telling
from caseplanner.ui import theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Table, card
from caseplanner.ui.talk.agreements import AgreementCard, TellingCard
from caseplanner.ui.widgets import layouts, text
from caseplanner.ui.widgets.card_list import CardList, ItemCard
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.words import _, day

ANSWER = 48


class WhoSheet(Asked):
    """What earlier meetings left open comes first; then what we agree now. `sent` sends
    the page of the goal that an agreement became a step of."""

    sent = Signal(object)

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.WHO)
        self.open: dict[str, OpenRow] = {}
        self._open = QVBoxLayout()
        self._open.setSpacing(theme.px(8))
        self._before = card(title=sentences.STILL_OPEN.say())
        inside = self._before.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addLayout(self._open)
        self.cards = CardList(self._card, _("New agreement"), _("Nothing was agreed yet."))
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

    def _card(self, id: str) -> ItemCard:
        card = AgreementCard(self.table.editing, id, self.table.id)
        card.go.connect(lambda _page, dimension: self._to(dimension))
        return card

    def _to(self, dimension: Dimension) -> None:
        dossier = self.table.editing.dossier
        meeting = meetings.find(dossier, self.table.id)
        if page := meeting_course.of_dimension(dossier, meeting, dimension):
            self.sent.emit(page)

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


class TellsSheet(Asked):
    """Who tells what to whom, and each time how the client hears of it (domain.md C2)."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.TELLS, sentences.TELLS_FIRST)
        make = partial(TellingCard, table.editing)
        self.cards = CardList(make, _("Somebody tells something"), _("Nothing stands here yet."))
        self.column.addWidget(self.cards)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        self.cards.show_cards(dossier, dossier.tellings)

    def said(self) -> list[str]:
        told = self.table.editing.dossier.tellings
        return [*super().said(), *(telling_in_words(one) for one in told)]


def in_words(one: Agreement) -> str:
    """An agreement as one line: what, who, when, who is told."""
    when = ", ".join(filter(None, (day(one.by, year=False) if one.by else "", one.when)))
    told = _("told to: {who}", who=one.told) if one.told else ""
    return " · ".join(part for part in (one.text, one.who, when, told) if part)


def telling_in_words(one: Telling) -> str:
    parts = (one.who, one.what, one.to, one.hears)
    return " · ".join(part for part in parts if part)
