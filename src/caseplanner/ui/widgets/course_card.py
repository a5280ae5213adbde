"""How the case stands (domain.md C3), its way so far, and the next state it comes in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import course
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import CaseState, CourseMark, Dossier
from caseplanner.errors import problem
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import empty, pad
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


def state_in_words(state: CaseState) -> str:
    return _(VALUES[CaseState][state])


class CourseCard(Card):
    """Opened from the hub. `wanted` asks to show it, or to hide it when it was done or left."""

    wanted = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[CourseMark, ...] | None = None
        self._way = QVBoxLayout()
        self.go_on = buttons.secondary("", "arrow-right")
        self.state, self.reason = Choice(), GrowLine()
        self.day = DayField(_("Since"))
        self.why = Field(_("Reason (needed for a pause, or not started)"), self.reason)
        easy_hint.watch(self.reason, self.why.column)
        self.which = Field(_("The case comes in this state"), self.state)
        self.sure = buttons.secondary(_("Write down"), "check")
        self.form = QWidget()
        self.go_on.clicked.connect(self._go_on)
        self.sure.clicked.connect(self._go_to)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        if self._shown == dossier.course:
            self.form.setVisible(self._session.may_edit)
            return
        self._shown = dossier.course
        empty(self._way)
        for place, mark in enumerate(reversed(dossier.course)):
            self._way.addWidget(Small(_line(mark)) if place else Body(_line(mark), weight=600))
        if not dossier.course:
            self._way.addWidget(Small(_("Nothing was said yet of how the case stands.")))
        back = course.before_pause(dossier)
        self.go_on.setVisible(back is not None)
        if back:
            self.go_on.setText(_("Go on: {state}", state=state_in_words(back)))
        self.state.clear()
        for state in course.possible(dossier):
            self.state.addItem(state_in_words(state), state)
        self.state.set_value(None)
        self.reason.put("")
        self.day.show_day(dates.today())
        self.form.setVisible(self._session.may_edit)

    @property
    def first(self) -> QWidget:
        """What one most likely does here: go on after a pause, else choose a state."""
        return self.state if self.go_on.isHidden() else self.go_on

    def uncover(self, field: QWidget) -> None:
        """Show it again: something was being written on it."""
        self.wanted.emit(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.wanted.emit(False)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.state.setMinimumWidth(theme.px(180))
        when = QWidget()
        row = Flow(when, spacing=theme.px(14))
        for part in (self.which, self.day):
            row.addWidget(part)
        inside = QVBoxLayout(self.form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(10))
        inside.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(SideBySide(when, self.why))
        inside.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("How the case stands")))
        layout.addLayout(self._way)
        layout.addWidget(self.form)

    def _go_to(self) -> None:
        self.day.day.flush()
        chosen = CaseState(str(self.state.value())) if self.state.value() else None
        on, reason = self.day.day.value(), self.reason.text()
        self.which.show_error("" if chosen else _("Choose a state first."))
        if chosen is None:
            self.state.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        wrong = problem(lambda: course.go_to(self._session.dossier, chosen, on, reason))
        needed = chosen in course.NEEDS_REASON and not reason.strip()
        self.why.show_error(wrong if needed else "")
        self.day.show_error("" if needed else wrong)
        if not wrong:
            label = _("How the case stands")
            self._session.change(label, lambda d: course.go_to(d, chosen, on, reason))
            self.wanted.emit(False)

    def _go_on(self) -> None:
        label = _("How the case stands")
        self._session.change(label, lambda d: course.go_on(d, dates.today()))
        self.wanted.emit(False)


def _line(mark: CourseMark) -> str:
    told = state_in_words(mark.state)
    told = told[:1].upper() + told[1:]
    if mark.on:
        told = _("{state}, since {day}", state=told, day=dates.short(mark.on))
    return f"{told}. {mark.reason}" if mark.reason else f"{told}."
