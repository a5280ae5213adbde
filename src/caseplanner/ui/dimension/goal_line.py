"""A goal that is not of now: why, what helped or when to look again, and the way back."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import goals
from caseplanner.dossier.model import Goal, GoalState
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grip import Grip
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _

ROOM = 560  # pixels at 100 % text from which words, state and button stand beside each other


class GoalLine(Card):
    """A goal for later, reached or stopped. What is typed here is saved while it is typed."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._goal = goal
        self.setObjectName(goal.id)
        self.grip = Grip(
            self, _("Drag to move this goal, or press Alt with arrow up or down on its button")
        )
        self.said = Body("", size=17, weight=600)
        self.about = Small("")
        self.state = Tag()
        self.again = buttons.quiet(_("Take up again"), "undo-2")
        self.remind = DateField()
        self.worked, self.hindered = GrowLine(), GrowLine()
        self.why = AskAgain()
        self._ends, self._later, self._helped = QWidget(), QWidget(), QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._connect()
        self._build()

    def show_goal(self, goal: Goal) -> None:
        """Show it as it is now; what is being typed stays."""
        if goal.state is not self._goal.state:
            self.why.hide()
        self._goal = goal
        self.said.setText(f"“{goal.text}”")
        self.about.setText(goal.reason)
        self.about.setVisible(bool(goal.reason))
        self.state.say(*_state_in_words(goal.state))
        self.again.setAccessibleName(_("Take up again: {goal}", goal=goal.text))
        later = goal.state is GoalState.LATER  # of those the order says which comes first
        self.grip.setVisible(later)
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(later)
        self._later.setVisible(later)
        self.remind.set_date(goal.remind_on)
        self._helped.setVisible(goal.state in goals.ENDED)
        self.worked.set_text(goal.worked)
        self.hindered.set_text(goal.hindered)

    def uncover(self, field: QWidget) -> None:
        """Ask again what was being answered."""
        self.why.setVisible(self.why.isAncestorOf(field))

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        back = (self.worked, self.hindered)
        return [self.again, self.remind, *back, self.why.reason, self.why.sure]

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be, also while all stands on one line."""
        sides = self.contentsMargins().left() + self.contentsMargins().right() + 2 * theme.px(18)
        parts = (self.said, self.about, self._ends, self._later, self._helped, self.why)
        widest = max(part.minimumSizeHint().width() for part in parts) + self.grip.width()
        return QSize(widest + sides, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(ROOM)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what was being asked."""
        if event.key() == Qt.Key.Key_Escape and self.why.isVisible():
            self.why.hide()
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.grip.moved.connect(self._move)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.again)  # in the date they open a calendar
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
        self.again.clicked.connect(self._ask)
        self.why.sure.clicked.connect(self._take_up)
        self.why.reason.entered.connect(self._take_up)
        self.remind.changed.connect(self._remind)
        self.worked.edited.connect(self._write_worked)
        self.hindered.edited.connect(self._write_hindered)

    def _build(self) -> None:
        self.remind.setAccessibleName(_("Day to look at the goal again"))
        self.worked.setAccessibleName(_("What helped"))
        self.hindered.setAccessibleName(_("What got in the way"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.said)
        words.addWidget(self.about)
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(theme.px(10))
        ends.addWidget(self.state)
        ends.addWidget(self.again)
        ends.addStretch(1)
        self._row.setSpacing(theme.px(6))
        held = QHBoxLayout()
        held.setSpacing(theme.px(6))
        held.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        held.addLayout(words, 1)
        self._row.addLayout(held, 1)
        self._row.addWidget(self._ends)
        later = Flow(self._later, spacing=theme.px(8))
        later.addWidget(Small(_("Look again on")))
        later.addWidget(DayBox(self.remind))
        helped = QGridLayout(self._helped)
        helped.setContentsMargins(0, 0, 0, 0)
        helped.setSpacing(theme.px(8))
        asked = ((_("What helped?"), self.worked), (_("What got in the way?"), self.hindered))
        for row, (name, field) in enumerate(asked):
            field.setPlaceholderText(_("In a few words"))
            helped.addWidget(Small(name), row, 0)
            helped.addWidget(easy_hint.under(field), row, 1)
        helped.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(12))
        layout.setSpacing(theme.px(6))
        layout.addLayout(self._row)
        for part in (self._later, self._helped, self.why):
            layout.addWidget(part)
        found = Notices(self._editing, self.why.sure, lambda place: place.goal == self._goal.id)
        layout.addWidget(found)
        self.why.hide()

    def _ask(self) -> None:
        """One for later was meant to come back; of one that ended it is asked why."""
        if self._goal.state in goals.ENDED:
            self.why.setVisible(not self.why.isVisible())
            self.why.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take_up()

    def _move(self, by: int) -> None:
        self._editing.change(
            _("Goal moved"),
            lambda d: goals.move(d, self._goal.id, by),
            merge=f"goal.{self._goal.id}.place",
        )

    def _take_up(self) -> None:
        again = self.why.reason.text()
        self._editing.change(_("Goal taken up again"), lambda d: goals.now(d, self._goal.id, again))

    def _remind(self, on: date | None) -> None:
        self._editing.change(
            _("When to look at the goal again"), lambda d: goals.remind(d, self._goal.id, on)
        )

    def _write_worked(self, worked: str) -> None:
        self._editing.change(
            _("What helped"),
            lambda d: goals.what_worked(d, self._goal.id, worked),
            merge=f"goal.{self._goal.id}.worked",
        )

    def _write_hindered(self, hindered: str) -> None:
        self._editing.change(
            _("What got in the way"),
            lambda d: goals.what_hindered(d, self._goal.id, hindered),
            merge=f"goal.{self._goal.id}.hindered",
        )


class AskAgain(QWidget):
    """Why is a goal that ended taken up again?"""

    def __init__(self) -> None:
        super().__init__()
        self.reason = GrowLine()
        self.reason.setPlaceholderText(_("Why do we take this goal up again?"))
        self.reason.setAccessibleName(_("Why do we take this goal up again?"))
        self.sure = buttons.secondary(_("Take up again"), "undo-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(easy_hint.under(self.reason), 1)
        row.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop)


def _state_in_words(state: GoalState) -> tuple[str, str, str]:
    match state:
        case GoalState.REACHED:
            return _("Reached"), "ok", "flag"
        case GoalState.STOPPED:
            return _("Stopped"), "neutral", "circle-x"
        case _:
            return _("Later"), "neutral", "calendar-clock"
