"""What else may happen to a goal: reached, for later, stopped, or taken away again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import goals
from caseplanner.dossier.model import Dossier, Goal
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


class GoalEnd(QWidget):
    """A row of quiet buttons. Later and stop first ask one thing, in place; nothing pops up."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._id = goal.id
        self.reached = buttons.quiet(_("Reached"), "flag")
        self.later = buttons.quiet(_("For later"), "calendar-clock")
        self.stop = buttons.quiet(_("Stop"), "circle-x")
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.ask_later = AskLater()
        self.ask_stop = AskStop()
        self._build()

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        # Once agreed, a goal is stopped with a reason and stays readable (domain.md C3).
        self.remove.setVisible(not dossier.versions)
        self.stop.setVisible(bool(dossier.versions))

    def _build(self) -> None:
        self.reached.clicked.connect(self._reach)
        self.later.clicked.connect(self._open_later)
        self.stop.clicked.connect(self._open_stop)
        self.remove.clicked.connect(self._remove)
        self.ask_later.sure.clicked.connect(self._put_off)
        self.ask_stop.sure.clicked.connect(self._stop)
        row = Flow(spacing=theme.px(6))
        for button in (self.reached, self.later, self.stop, self.remove):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.ask_later)
        layout.addWidget(self.ask_stop)
        self.ask_later.hide()
        self.ask_stop.hide()

    def _reach(self) -> None:
        self._editing.change(
            _("Goal reached"),
            lambda d: goals.reached(d, self._id),
            told=_("Well done. The goal stands under reached."),
        )

    def uncover(self, field: QWidget) -> None:
        """Ask again what was being answered."""
        for asked in (self.ask_later, self.ask_stop):
            asked.setVisible(asked.isAncestorOf(field))

    def _open_later(self) -> None:
        self.ask_stop.hide()
        self.ask_later.setVisible(not self.ask_later.isVisible())
        self.ask_later.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_stop(self) -> None:
        self.ask_later.hide()
        self.ask_stop.setVisible(not self.ask_stop.isVisible())
        self.ask_stop.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_off(self) -> None:
        self.ask_later.day.flush()
        on = self.ask_later.day.value()
        self._editing.change(
            _("Goal for later"),
            lambda d: goals.later(d, self._id, on),
            told=_("The goal is for later."),
        )

    def _stop(self) -> None:
        reason = self.ask_stop.reason.text()
        self._editing.change(
            _("Goal stopped"),
            lambda d: goals.stop(d, self._id, reason),
            told=_("The goal is stopped. It stays readable."),
        )

    def _remove(self) -> None:
        words = goals.find(self._editing.dossier, self._id).text
        self._editing.change(
            _("Goal removed"),
            lambda d: goals.remove(d, self._id),
            told=_("Goal “{goal}” removed.", goal=words),
        )


class AskLater(QWidget):
    """When do we look at it again?"""

    def __init__(self) -> None:
        super().__init__()
        self.day = DateField()
        self.day.setAccessibleName(_("Day to look at the goal again"))
        self.sure = buttons.secondary(_("Put off"))
        row = Flow(spacing=theme.px(8))
        row.addWidget(Small(_("When do we look again? (may stay empty)")))
        row.addWidget(self.day)
        row.addWidget(self.sure)
        _inside(self, row)


class AskStop(QWidget):
    """Why do we stop? A goal that was agreed is never stopped without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = GrowLine()
        self.reason.setPlaceholderText(_("Why do we stop with this goal?"))
        self.reason.setAccessibleName(_("Why do we stop with this goal?"))
        self.sure = buttons.secondary(_("Stop this goal"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.reason, 1)
        row.addWidget(self.sure)
        _inside(self, row)


def _inside(widget: QWidget, row: QHBoxLayout | Flow) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(row)
