"""The first pages: that nobody looks along, who is at the table, and how it goes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import achievements, meetings
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.meeting_words import VALUES
from caseplanner.dossier.model import Dossier, Meeting, Seat, SeatRole
from caseplanner.ui import dates, theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Line, Table, card
from caseplanner.ui.widgets import layouts, text
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.easy_hint import labelled
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.words import _

WIDE = 760  # in pixels of 100 % text: below it the two columns go below each other
ANSWER = 60  # height of an answer beside a name, in pixels at 100 % text


class PrivacySheet(Asked):
    """What to look at together before anything is shown (domain.md R27)."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.WELCOME)
        lines = [Line(one.icon, one.say()) for one in sentences.PRIVACY]
        self.column.addWidget(card(*lines))
        self.column.addStretch(1)

    def said(self) -> list[str]:
        return [*super().said(), *(one.say() for one in sentences.PRIVACY)]


class SeatsSheet(Asked):
    """Who is there, and why somebody is not."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.WHO_IS_HERE)
        self.rows: dict[str, SeatRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        named = [seat for seat in meeting.seats if seat.name.strip()]
        if list(self.rows) != [seat.id for seat in named]:
            layouts.empty(self._list)
            self.rows = {seat.id: SeatRow(self.table, seat.id) for seat in named}
            for row in self.rows.values():
                self._list.addWidget(row)
        for seat in named:
            self.rows[seat.id].show_seat(seat)


class SeatRow(Card):
    """One person: there or not, both as easy to say, and why not."""

    def __init__(self, table: Table, seat: str) -> None:
        super().__init__()
        self._table, self._seat = table, seat
        self.setObjectName(seat)
        self._name = text.Heading("", size=23)
        self._role = text.Body("", size=17, tone="ink2")
        self.there = OneOf({True: (_("Is here"), "check"), False: (_("Is not here"), "x")})
        self.there.set_height(ANSWER)
        self.there.chosen.connect(self._sit)
        self.why = GrowLine()
        self.why.edited.connect(self._explain)
        self._ask_why = labelled(_("Why not?"), self.why)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._role)
        line = QHBoxLayout()
        line.setSpacing(theme.px(16))
        line.addLayout(who, 2)
        line.addWidget(self.there, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20), theme.px(10)) * 2)
        column.addLayout(line)
        column.addWidget(self._ask_why)

    def show_seat(self, seat: Seat) -> None:
        self._name.setText(seat.name)
        self._role.setText(_(VALUES[SeatRole][seat.role]))
        self.there.show_value(seat.there)
        for value, button in self.there.buttons.items():
            button.setAccessibleName(
                _("{name} is here", name=seat.name)
                if value
                else _("{name} is not here", name=seat.name)
            )
        self._ask_why.setVisible(seat.there is False)
        self.why.setAccessibleName(_("Why is {name} not here?", name=seat.name))
        self.why.set_text(seat.why_absent)

    def _sit(self, there: bool) -> None:
        edit = partial(meetings.sit, id=self._table.id, seat=self._seat, there=there)
        self._table.editing.change(_("Who is at the table"), lambda d: edit(d))
        if not there:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, why: str) -> None:
        self._table.editing.change(
            _("Why somebody is not here"),
            lambda d: meetings.write_seat(d, self._table.id, self._seat, why_absent=why),
            merge=f"why.{self._seat}",
        )


class HowSheet(Asked):
    """What went well comes first; then how it goes, in the client's own words."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.HOW)
        self.how = TextField(rows=3)
        self.how.setFont(theme.font(19))
        self.how.edited.connect(self._write)
        self.well = GrowLine()
        self.well.setFont(theme.font(19))
        self.well.entered.connect(self._add)
        self.well.left.connect(self._add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(10))
        went = QWidget()
        went.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        new = labelled(_("What also went well? Enter adds it"), self.well)
        self._went = card(went, new, title=sentences.WENT_WELL.say())
        self._own = labelled("", self.how)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(12))
        self._columns.addWidget(self._went, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(card(self._own), 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._columns)
        self.column.addStretch(1)
        self._shown: list[str] = []

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        name = dossier.person.called
        self.ask(name)
        self._own.label.setText(_("In the words of {name}", name=name))
        self.how.setAccessibleName(self._own.label.text())
        self.how.set_text(meeting.how)
        told = [one.text for one in meetings.shown_achievements(dossier, meeting)]
        if told != self._shown:
            self._shown = told
            layouts.empty(self._lines)
            for words in told:
                self._lines.addWidget(
                    Line("star", words, size=19, pictures=dossier.person.pictograms)
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(WIDE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() is not way:
            self._columns.setDirection(way)

    def said(self) -> list[str]:
        return [*super().said(), *self._shown]

    def flush(self) -> None:
        super().flush()
        self._add()

    def _write(self, how: str) -> None:
        self.table.editing.change(
            _("How it goes"),
            lambda d: meetings.tell(d, self.table.id, how=how),
            merge="meeting.how",
        )

    def _add(self) -> None:
        said = self.well.text().strip()
        if said:
            self.table.editing.change(
                _("Something that went well"), lambda d: achievements.add(d, said, dates.today())
            )
            self.well.empty()
