"""What else may happen to a goal: reached, for later, stopped, or taken away again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import goals
from caseplanner.dossier.model import Dossier, Goal
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


class GoalEnd(QWidget):
    """A row of quiet buttons. Each but the last first asks one thing, in place; nothing pops up."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._id = goal.id
        self.reached = buttons.quiet(_("Reached"), "flag")
        self.later = buttons.quiet(_("For later"), "calendar-clock")
        self.stop = buttons.quiet(_("Stop"), "circle-x")
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.ask_reached = AskReached()
        self.ask_later = AskLater()
        self.ask_stop = AskStop()
        self._build()

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        # Once agreed, a goal is stopped with a reason and stays readable (domain.md C3).
        self.remove.setVisible(not dossier.versions)
        self.stop.setVisible(bool(dossier.versions))

    def _build(self) -> None:
        self._asking: dict[QWidget, QWidget] = {
            self.ask_reached: self.ask_reached.looked_back.worked,
            self.ask_later: self.ask_later.day,
            self.ask_stop: self.ask_stop.reason,
        }
        self.reached.clicked.connect(lambda: self._open(self.ask_reached))
        self.later.clicked.connect(lambda: self._open(self.ask_later))
        self.stop.clicked.connect(lambda: self._open(self.ask_stop))
        self.ask_reached.sure.clicked.connect(self._reach)
        for line in self.ask_reached.looked_back.lines():
            line.entered.connect(self._reach)
        self.remove.clicked.connect(self._remove)
        self.ask_later.sure.clicked.connect(self._put_off)
        self.ask_stop.sure.clicked.connect(self._stop)
        row = Flow(spacing=theme.px(6))
        for button in (self.reached, self.later, self.stop, self.remove):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        for asked in self._asking:
            layout.addWidget(asked)
            asked.hide()

    def _reach(self) -> None:
        worked, hindered = self.ask_reached.looked_back.said()
        self._editing.change(
            _("Goal reached"),
            lambda d: goals.reached(d, self._id, worked, hindered),
            told=_("Well done. The goal stands under reached."),
        )

    def uncover(self, field: QWidget) -> None:
        """Ask again what was being answered."""
        for asked in self._asking:
            asked.setVisible(asked.isAncestorOf(field))

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return [
            self.reached,
            self.later,
            self.stop,
            self.remove,
            *self.ask_reached.looked_back.lines(),
            self.ask_reached.sure,
            self.ask_later.day,
            self.ask_later.sure,
            self.ask_stop.reason,
            *self.ask_stop.looked_back.lines(),
            self.ask_stop.sure,
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what was being asked."""
        asked = next((each for each in self._asking if each.isVisible()), None)
        if event.key() == Qt.Key.Key_Escape and asked:
            asked.hide()
            self.reached.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _open(self, asked: QWidget) -> None:
        for each in self._asking:
            each.setVisible(each is asked and not each.isVisible())
        self._asking[asked].setFocus(Qt.FocusReason.OtherFocusReason)

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
        worked, hindered = self.ask_stop.looked_back.said()
        self._editing.change(
            _("Goal stopped"),
            lambda d: goals.stop(d, self._id, reason, worked, hindered),
            told=_("The goal is stopped. It stays readable."),
        )

    def _remove(self) -> None:
        words = goals.find(self._editing.dossier, self._id).text
        self._editing.change(
            _("Goal removed"),
            lambda d: goals.remove(d, self._id),
            told=_("Goal “{goal}” removed.", goal=words),
        )


class LookedBack(QWidget):
    """What helped, and what got in the way? A line each, that may stay empty (domain.md 2e)."""

    def __init__(self) -> None:
        super().__init__()
        self.worked, self.hindered = GrowLine(), GrowLine()
        self.worked.setPlaceholderText(_("What helped? (may stay empty)"))
        self.worked.setAccessibleName(_("What helped"))
        self.hindered.setPlaceholderText(_("What got in the way? (may stay empty)"))
        self.hindered.setAccessibleName(_("What got in the way"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for line in self.lines():
            column.addWidget(easy_hint.under(line))

    def lines(self) -> tuple[GrowLine, GrowLine]:
        return self.worked, self.hindered

    def said(self) -> tuple[str, str]:
        return self.worked.text(), self.hindered.text()


class AskReached(QWidget):
    """Well done: and looking back."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_back = LookedBack()
        self.sure = buttons.secondary(_("Reached"), "flag")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.looked_back, 1)
        row.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop)
        _inside(self, row)


class AskLater(QWidget):
    """When do we look at it again?"""

    def __init__(self) -> None:
        super().__init__()
        self.day = DateField()
        self.day.setAccessibleName(_("Day to look at the goal again"))
        self.sure = buttons.secondary(_("Put off"))
        row = Flow(spacing=theme.px(8))
        row.addWidget(Small(_("When do we look again? (may stay empty)")))
        row.addWidget(DayBox(self.day))
        row.addWidget(self.sure)
        _inside(self, row)


class AskStop(QWidget):
    """Why do we stop? A goal that was agreed is never stopped without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = GrowLine()
        self.reason.setPlaceholderText(_("Why do we stop with this goal?"))
        self.reason.setAccessibleName(_("Why do we stop with this goal?"))
        self.looked_back = LookedBack()
        self.sure = buttons.secondary(_("Stop this goal"))
        asked = QVBoxLayout()
        asked.setSpacing(theme.px(6))
        asked.addWidget(easy_hint.under(self.reason))
        asked.addWidget(self.looked_back)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addLayout(asked, 1)
        row.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop)
        _inside(self, row)


def _inside(widget: QWidget, row: QHBoxLayout | Flow) -> None:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(row)
