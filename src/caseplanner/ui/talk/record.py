"""What stays of one driegesprek: who was there, what each said, what was agreed, how it went."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import agreed, meetings
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    ClientAnswer,
    Dossier,
    Goal,
    Meeting,
    MeetingState,
    PlanSaid,
    Role,
)
from caseplanner.dossier.papers import Paper
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.pages.what_leaves import of_meeting
from caseplanner.ui.talk import said
from caseplanner.ui.widgets import buttons, column, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.record import Record
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

Line = tuple[str, str, str]  # icon, what, and a few words about it


class RecordCard(Card):
    """Only how it went is still written here; the rest is as it was said at the table."""

    go = Signal(str, object)

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__()
        self._editing, self._id, self._version = editing, id, ""
        self._shown: tuple[Line, ...] | None = None
        self.setObjectName(id)
        self.title, self.time = Heading("", size=20), Small("")
        self.helped, self.hindered = GrowLine(), GrowLine()
        self.record = Record(self._write, helped=self.helped, hindered=self.hindered)
        self.mine = buttons.secondary("", "file-text")
        self.report = buttons.secondary(_("Meeting report"), "file-text")
        self.plan = buttons.secondary(_("The plan that was set"), "file-text")
        self.together = buttons.secondary(_("How we worked together"), "handshake")
        self._lines, self._held = QVBoxLayout(), QWidget()
        self._build()

    def show_meeting(self, dossier: Dossier, meeting: Meeting) -> None:
        held = meeting.state is MeetingState.HELD
        self.title.setText(said.title(meeting))
        told = said.time(meeting)
        self.time.setText(told if held else _("Did not take place"))
        self.time.setVisible(bool(self.time.text()))
        self._held.setVisible(held)
        self._version = meeting.version
        self.plan.setVisible(bool(meeting.version))
        self.mine.setText(_("Paper of {name}", name=dossier.person.called))
        self.record.show(meeting)
        found = tuple(lines(dossier, meeting) if held else [("info", meeting.why, "")])
        if found != self._shown:
            self._shown = found
            layouts.empty(self._lines)
            for icon, what, about in found:
                self._lines.addWidget(column.line(icon, _both(what, about), "ink2"))

    def let_edit(self, may: bool) -> None:
        let_edit(self, may)

    def _build(self) -> None:
        for paper, act in ((Paper.TAKE_HOME, self.mine), (Paper.REPORT, self.report)):
            to = of_meeting(paper, self._id)
            act.clicked.connect(lambda _on=False, to=to: self.go.emit("preview", to))
        self.plan.clicked.connect(lambda: self.go.emit("preview", self._version))
        self.together.clicked.connect(lambda: self.go.emit("notes", "together"))
        self._lines.setSpacing(theme.px(8))
        held = QVBoxLayout(self._held)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(theme.px(10))
        held.addWidget(
            SideBySide(
                Field(_("What worked?"), self.helped),
                Field(_("What got in the way?"), self.hindered),
            )
        )
        acts = Flow(spacing=theme.px(10))
        for act in (self.together, self.mine, self.report, self.plan):
            acts.addWidget(act)
        held.addLayout(acts)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.time)
        layout.addLayout(self._lines)
        layout.addWidget(self._held)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _("How the meeting went"),
            lambda d: meetings.tell(d, self._id, **details),
            merge=f"meeting.{self._id}.{merge}",
        )


def lines(dossier: Dossier, meeting: Meeting) -> list[Line]:
    """What was said and agreed, in the order of the meeting."""
    name = dossier.person.called
    there = ", ".join(said.who(dossier, meeting, seat) for seat in meetings.present(meeting))
    found: list[Line] = [("users", there, _("were at the table"))] if there else []
    for seat in meetings.absent(meeting):
        who = said.who(dossier, meeting, seat)
        found.append(("x", _("{who} was not there", who=who), seat.why_absent))
    if meeting.alone:
        found.append(("user", meeting.alone, _("{name} spoke apart with", name=name)))
    for text, about in (
        (meeting.how, _("how we are")),
        (meeting.summary, _("in the words of {name}", name=name)),
    ):
        if text:
            found.append(("quote", f"“{text}”", about))
    if meeting.said:
        answer = _(VALUES[PlanSaid][meeting.said])
        told = _("{who}: {answer}", who=name, answer=answer)
        found.append(("messages-square", told, meeting.said_why))
    if meeting == meetings.last_held(dossier):  # the answers of now are those of the last one
        found += [_goal(dossier, goal) for goal in meetings.shown_goals(dossier, meeting)]
    for one in agreed.of(dossier, meeting):
        found.append(("handshake", one.text, said.agreement(one)))
    if meeting.together:
        found.append(("heart-handshake", meeting.together, _("how we work together")))
    if meeting.next_on:
        when = ", ".join(filter(None, (dates.short(meeting.next_on), meeting.next_begin)))
        found.append(("calendar-clock", when, _("the next time")))
    return found


def _goal(dossier: Dossier, goal: Goal) -> Line:
    """The goal, and what each party says to it; a reason stands with it."""
    told = [(dossier.person.called, goal.answer, goal.answer_reason)]
    told += [(one.name or _(VALUES[Role][one.role]), one.said, one.reason) for one in goal.others]
    words = [
        _("{who}: {answer}", who=who, answer=_answer(answer)) + (f" ({why})" if why else "")
        for who, answer, why in told
    ]
    return "flag", f"“{goal.text}”", " · ".join(words)


def _answer(answer: ClientAnswer | None) -> str:
    return _(VALUES[ClientAnswer][answer]) if answer else _("not asked yet")


def _both(what: str, about: str) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Body(what, size=16))
    if about:
        layout.addWidget(Small(about))
    return made
