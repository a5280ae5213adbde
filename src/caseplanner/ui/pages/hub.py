"""The plan at a glance: the wheel, the four dimensions, and the next thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import agreements, answers, meetings, people, phases
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import (
    Dimension,
    DimensionState,
    Dossier,
    MeetingState,
    Role,
    VersionReason,
)
from caseplanner.dossier.phases import Phase
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons, text
from caseplanner.ui.widgets.around_row import AroundRow
from caseplanner.ui.widgets.course_card import CourseCard
from caseplanner.ui.widgets.dim_card import DimCard
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.phase_line import PhaseLine
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Title
from caseplanner.ui.widgets.todo_list import TodoCard
from caseplanner.ui.widgets.wheel_card import WheelCard
from caseplanner.words import _

WIDE = 1000  # pixels at 100 % text from which the wheel stands beside the cards
MIDDLE = 720  # from which the cards stand two by two, below the wheel
LARGE_WHEEL = 320  # its height where it has the width of the page


class HubPage(Page):
    """The worker's overview of one dossier. Below WIDE everything stands in one column."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session = session
        self.head = Head(session, guide)
        self._phases = PhaseLine()
        self.history = buttons.quiet("", "history")
        self.keep_ = buttons.quiet("", "archive")
        self.around = AroundRow()
        self.case = self.around.case
        self.course = CourseCard(session)
        self.wheel = WheelCard(guide)
        self.cards = {d: DimCard(guide.of(d)) for d in Dimension}
        self.todo = TodoCard(guide)
        self._grid = QGridLayout()
        self._columns = 0
        if not session.may_look_back:
            self.history.hide()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.head.show_dossier(dossier)
        self._phases.show_dossier(dossier)
        self.around.show_dossier(dossier)
        self.course.show_dossier(dossier)
        self.wheel.show_dossier(dossier)
        for card in self.cards.values():
            card.show_dossier(dossier)
        self.todo.show_dossier(dossier)

    def focus_first(self) -> None:
        first = self.head.pdf if self.head.main.isHidden() else self.head.main
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, middle = self.width() >= theme.px(WIDE), self.width() >= theme.px(MIDDLE)
        self._arrange(3 if wide else 2 if middle else 1)

    def _build(self) -> None:
        self.head.go.connect(self.go)
        self._phases.go.connect(self.go)
        self.case.toggled.connect(self._show_course)
        self.course.wanted.connect(self.case.setChecked)
        self.course.hide()
        self.todo.go.connect(self.go)
        self.around.go.connect(self.go)
        self.history.setAccessibleName(_("History and log"))
        self.history.setToolTip(_("History and log"))
        self.keep_.setAccessibleName(_("Close or keep this dossier"))
        self.keep_.setToolTip(_("Close or keep this dossier"))
        self.keep_.clicked.connect(lambda: self.go.emit("retention", None))
        self.history.clicked.connect(lambda: self.go.emit("history", None))
        for dimension, card in self.cards.items():
            card.clicked.connect(lambda _on=False, d=dimension: self.go.emit("dimension", d))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        pad(layout, side, theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.head)
        line = QHBoxLayout()
        line.addWidget(self._phases, 1)
        line.addWidget(self.history, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.keep_, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        layout.addWidget(self.around)
        layout.addWidget(self.course)
        layout.addLayout(self._grid, 1)
        self._grid.setSpacing(theme.px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    def _show_course(self, on: bool) -> None:
        self.course.setVisible(on)
        first = self.course.first if on and self._session.may_edit else self.case
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, columns: int) -> None:
        """Three columns with the wheel in the first, two below the wheel, or all in one."""
        if columns == self._columns:
            return
        self._columns = columns
        wide = columns == 3
        self.head.arrange(wide)
        self.history.setText(_("History") if wide else "")
        self.keep_.setText(_("Keep") if wide else "")
        self.wheel.wheel.setMinimumHeight(0 if wide else theme.px(LARGE_WHEEL))
        below, across = (0, 1) if wide else (1, 0)
        pairs = min(columns, 2)
        self._grid.addWidget(self.wheel, 0, 0, 3 if wide else 1, 1 if wide else pairs)
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, below + place // pairs, across + place % pairs)
        self._grid.addWidget(self.todo, below + 4 // pairs, across, 1, pairs)
        stretches = {3: (35, 33, 33), 2: (1, 1, 0), 1: (1, 0, 0)}[columns]
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)
        for row in range(2):
            self._grid.setRowStretch(row, 1 if wide else 0)


class Head(QWidget):
    """Whose plan this is, its state, what is saved, and the buttons of the page."""

    go = Signal(str, object)

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session, self._guide = session, guide
        self._next: tuple[str, object] = ("preview", None)
        self.back = buttons.link(_("Dossiers"))
        self.who = Body("")
        self.team = buttons.link("")
        self.title = Title("")
        self.tag = Tag()
        self.saved = Saved(session)
        self.pdf = buttons.secondary(_("View PDF"), "file-text")
        self.main = buttons.primary("", "messages-square")
        self._grid = QGridLayout(self)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        person = dossier.person
        cell = _("cell {cell}", cell=person.cell) if person.cell else ""
        self.who.setText("› " + ", ".join(part for part in (person.called, cell) if part))
        self.team.setText(_team(dossier))
        self.title.setText(_("Restorative plan of {name}", name=person.called))
        self.tag.say(*_state(dossier))
        text.tip(self.tag, _why(dossier))
        self.tag.setAccessibleDescription(_why(dossier))
        self.saved.show_saved()
        icon, label, self._next = _next(dossier, self._guide)
        self.main.setText(label)
        self.main.set_icon(icon)
        self.main.setVisible(not self._session.is_closed)

    def arrange(self, wide: bool) -> None:
        """Put the buttons beside the title, or below it."""
        if wide:
            self._grid.addWidget(self._actions, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._actions, 1, 0)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("list", None))
        self.team.clicked.connect(lambda: self.go.emit("person", None))
        self.pdf.clicked.connect(lambda: self.go.emit("preview", None))
        self.main.clicked.connect(lambda: self.go.emit(*self._next))
        crumbs = Flow(spacing=theme.px(8))
        for part in (self.back, self.who, self.team):
            crumbs.addWidget(part)
        title = Flow(spacing=theme.px(14))
        title.addWidget(self.title)
        title.addWidget(self.tag)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        lines.addLayout(crumbs)
        lines.addLayout(title)
        self._actions = QWidget()
        line = Flow(self._actions, spacing=theme.px(9))
        line.addWidget(self.saved)
        line.addWidget(self.pdf)
        line.addWidget(self.main)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(words, 0, 0)
        self._grid.setColumnStretch(0, 1)


def _team(dossier: Dossier) -> str:
    """Who works with the client, or a plain invitation to fill that in."""
    names = [n for role in (Role.MENTOR, Role.SUPERVISOR) if (n := people.name_of(dossier, role))]
    match names:
        case [one, two]:
            return _("With {one} and {two}", one=one, two=two)
        case [one]:
            return _("With {one}; fill in the other", one=one)
        case _:
            return _("Fill in mentor and supervisor")


def _state(dossier: Dossier) -> tuple[str, str, str]:
    """(words, kind, icon) of the tag beside the title: where the plan is (domain.md C3)."""
    version = agreements.latest(dossier)
    if version is None or agreements.is_changed(dossier):
        number = version.number + 1 if version else 1
        if phases.now(dossier) is Phase.SET:  # everybody was asked
            return _("Presented, version {number}", number=number), "info", "messages-square"
        return _("Concept, version {number}", number=number), "info", "pencil"
    if agreements.is_complete(version):
        return _("Signed, version {number}", number=version.number), "ok", "circle-check"
    return _("Set, version {number}", number=version.number), "warn", "clock"


def _why(dossier: Dossier) -> str:
    """When and why the newest version was set, for who points at its state."""
    version = agreements.latest(dossier)
    if version is None:
        return ""
    why, when = _(VALUES[VersionReason][version.reason]), dates.short(version.frozen_at.date())
    number = version.number
    return _("Version {number}: {why}, set on {day}.", number=number, why=why, day=when)


def _next(dossier: Dossier, guide: Guide) -> tuple[str, str, tuple[str, object]]:
    """(icon, words, page with its argument) of the main button: the one next thing to do.

    On the day of a meeting that is the meeting, whatever the plan still needs.
    """
    meeting = meetings.next_one(dossier)
    if meeting and meeting.state is MeetingState.GOING:
        return "messages-square", _("Go on with the three-way meeting"), ("meeting", meeting.id)
    if meeting and meeting.on == dates.today():
        return "messages-square", _("Start the three-way meeting"), ("meeting", meeting.id)
    match phases.now(dossier):
        case Phase.PLAN:
            dimension = next(
                d for d in Dimension if answers.state(dossier, d) is DimensionState.UNSEEN
            )
            label = _("Go on: {topic}", topic=guide.of(dimension).title)
            return "arrow-right", label, ("dimension", dimension)
        case Phase.ANSWERS:
            return "messages-square", _("Prepare the three-way meeting"), ("talk", "prepare")
        case Phase.SET:
            return "check", _("Set the plan"), ("answers", None)
        case Phase.SIGN:
            return "signature", _("Sign"), ("sign", None)
        case None:
            return "file-down", _("Hand over the PDF"), ("preview", None)
