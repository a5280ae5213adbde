"""Getting the next driegesprek ready: when, who comes, what it is about, what is not shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import agreed, meetings
from caseplanner.dossier.intake import Part as IntakePart
from caseplanner.dossier.model import Agreement, Dossier, Meeting, MeetingState, Person, new_id
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.talk import said
from caseplanner.ui.talk.chairs import ChairsCard
from caseplanner.ui.talk.topics import HiddenCard, TopicsCard
from caseplanner.ui.talk.when import WhenCard
from caseplanner.ui.widgets import buttons, column, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


class PreparePart(Part):
    """The meeting that comes first; where more are planned, another can be chosen."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._chosen, self._may = editing, "", True
        self.none, self.when = NoneCard(), WhenCard(editing)
        self.chairs, self.reading, self.before = ChairsCard(editing), ReadingCard(), BeforeCard()
        self.topics, self.hidden = TopicsCard(editing), HiddenCard(editing)
        self.others = Flow(spacing=theme.px(10))
        self._others, self._rest = QWidget(), QWidget()
        self._told: tuple[Meeting, ...] = ()
        self._build()

    @property
    def meeting(self) -> Meeting | None:
        """The one that is shown."""
        dossier = self._editing.dossier
        found = [one for one in meetings.to_come(dossier) if one.id == self._chosen]
        return meetings.going(dossier) or next(iter(found), None) or meetings.next_one(dossier)

    def show_dossier(self, dossier: Dossier) -> None:
        meeting = self.meeting
        self.none.setVisible(meeting is None)
        self.when.setVisible(meeting is not None)
        self._rest.setVisible(meeting is not None)
        self._tell_others(dossier, meeting)
        if meeting:
            for card in (self.when, self.chairs, self.topics, self.hidden):
                card.show_meeting(dossier, meeting, may_edit=self._may)
            self.reading.show_person(dossier.person)
            self.before.show_agreements(agreed.from_before(dossier, meeting))

    def let_edit(self, may: bool) -> None:
        self._may = may
        self.none.plan.setVisible(may)
        if meeting := self.meeting:
            for card in (self.when, self.chairs, self.topics, self.hidden):
                card.show_meeting(self._editing.dossier, meeting, may_edit=may)

    def focus_first(self) -> None:
        first = self.none.plan if self.meeting is None else self.when.start
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        self.when.uncover(field)

    def _build(self) -> None:
        self.none.plan.clicked.connect(self._plan)
        for card in (self.none, self.when, self.chairs, self.reading, self.before):
            card.go.connect(self.go)
        holder = QVBoxLayout(self._others)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self.others)
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(theme.px(12))
        left = _column(self.chairs, self.topics)
        rest.addWidget(SideBySide(left, _column(self.reading, self.before, self.hidden)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for part in (self.none, self.when, self._others, self._rest):
            layout.addWidget(part)
        layout.addStretch(1)

    def _plan(self) -> None:
        new = new_id()
        self._editing.change(_("Meeting planned"), lambda d: meetings.plan(d, new))
        self.when.day.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_others(self, dossier: Dossier, shown: Meeting | None) -> None:
        """The ways to the other meetings that are planned."""
        going = shown is not None and shown.state is MeetingState.GOING
        others = () if going else tuple(one for one in meetings.to_come(dossier) if one != shown)
        self._others.setVisible(bool(others))
        if others == self._told:
            return
        self._told = others
        layouts.empty(self.others)
        for one in others:
            way = buttons.link(_("Also planned: {meeting}", meeting=said.title(one)))
            way.clicked.connect(lambda _on=False, id=one.id: self._choose(id))
            self.others.addWidget(way)

    def _choose(self, id: str) -> None:
        self._chosen = id
        self.show_dossier(self._editing.dossier)
        self.when.start.setFocus(Qt.FocusReason.OtherFocusReason)


class NoneCard(Card):
    """No meeting is planned: plan one, or ask for answers without one."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.plan = buttons.primary(_("Plan a three-way meeting"), "plus")
        self.short = buttons.link(_("Ask for answers without a meeting"))
        self.short.clicked.connect(lambda: self.go.emit("answers", None))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Heading(_("No meeting is planned yet."), size=20))
        layout.addWidget(
            Body(_("Client, mentor and supervisor look at the plan together, on one laptop."))
        )
        layout.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.short, 0, Qt.AlignmentFlag.AlignLeft)


class ReadingCard(Card):
    """How the meeting is shown to this client; changed in the intake, where it was asked."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.told = Heading("", size=18), Body("")
        self.change = buttons.link(_("Change how we show it"))
        self.change.clicked.connect(lambda: self.go.emit("intake", IntakePart.READING))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addWidget(self.title)
        layout.addWidget(self.told)
        layout.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def show_person(self, person: Person) -> None:
        self.title.setText(_("How {name} reads it", name=person.called))
        told = [
            _("With pictograms.") if person.pictograms else _("Without pictograms."),
            _("In large print.") if person.large_print else "",
            _("Read aloud.") if person.read_aloud else "",
            _("Language: {language}.", language=person.language) if person.language else "",
        ]
        self.told.setText(" ".join(filter(None, told)))


class BeforeCard(Card):
    """What earlier meetings left open: it comes back on the agenda."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Agreement, ...] | None = None
        self.none = Small(_("Nothing is open from before."))
        self.all = buttons.link(_("All agreements"))
        self.all.clicked.connect(lambda: self.go.emit("talk", "agreements"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Still open from before"), size=18))
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        layout.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_agreements(self, found: tuple[Agreement, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        self.none.setVisible(not found)
        layouts.empty(self._list)
        for one in found:
            self._list.addWidget(column.line("handshake", _line(one), "ink2"))


def _column(*cards: Card) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(12))
    for card in cards:
        layout.addWidget(card)
    return made


def _line(one: Agreement) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Body(one.text, size=16))
    if told := said.agreement(one):
        layout.addWidget(Small(told))
    return made
