"""How far mediation is: the state of now, what may come next, and the day (domain.md C1, R13)."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import mediation
from caseplanner.dossier.model import Dossier, MediationMark, MediationState
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


class MediationCard(Card):
    """Only states and days. Every next state is a button of the same size; none is the good one."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._shown: tuple[MediationMark, ...] | None = None
        self.now = Body("", weight=600)
        self.before = Small("")
        self.next = {state: buttons.secondary(_(said)) for state, said in mediation.SAID.items()}
        self.ask = AskDay()
        self.ask.sure.clicked.connect(self._record)
        self.ask.cancel.clicked.connect(self._leave)
        self.back = buttons.link(_("Take the last one back"))
        self.back.clicked.connect(self._take_back)
        self._next = QWidget()
        self._flow = Flow(self._next, spacing=theme.px(6))
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        every = mediation.marks(dossier)
        if every == self._shown:
            return
        self._shown = every
        now = mediation.now(dossier)
        self.now.setText(in_words(now))
        self.before.setText("\n".join(in_words(each) for each in reversed(every[:-1])))
        self.before.setVisible(len(every) > 1)
        self.back.setVisible(bool(every))
        self.ask.hide()
        self._next.show()
        following = mediation.following(dossier)
        widest = max(self.next[state].sizeHint().width() for state in following)
        for state, button in self.next.items():
            button.setMinimumWidth(widest)  # of one size: none is the good one
            button.setVisible(state in following)

    def uncover(self, field: QWidget) -> None:
        """Ask again for the day that was being typed; which state it was of is chosen anew."""
        self._next.show()

    def _build(self) -> None:
        for state, button in self.next.items():
            button.clicked.connect(lambda _on=False, to=state: self._open(to))
            self._flow.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Picture("circle-dot", "primary", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.now, 1)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("How far are we with mediation?"), size=18))
        layout.addWidget(Small(_("Only how far it is. What was said stays with the mediator.")))
        layout.addLayout(row)
        layout.addWidget(self.before)
        layout.addWidget(self._next)
        layout.addWidget(self.ask)
        layout.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        self.ask.hide()

    def _open(self, state: MediationState) -> None:
        self.ask.begin(state)
        self._next.hide()
        self.ask.show()
        self.ask.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.ask.hide()
        self._next.show()
        self.next[self.ask.state].setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self) -> None:
        state, on, again = self.ask.answer()
        why = mediation.wrong(self._editing.dossier, state, on, again, dates.today())
        self.ask.field.show_error(_(why) if why else "")
        if why:
            self.ask.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._editing.change(
            _("Mediation: {state}", state=_(mediation.SAID[state])),
            lambda d: mediation.record(d, state, on, dates.today(), again),
        )
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self._editing.change(_("Mediation: last one taken back"), mediation.take_back)


class AskDay(QWidget):
    """The day of a state, and with "later" the day to look again. A yes has no day beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.state = MediationState.DISCUSSED
        self.day, self.again = DateField(), DateField()
        self.field = Field(_("On which day?"), self.day)
        self.reminder = Field(_("When do we look again? (may stay empty)"), self.again)
        self.sure = buttons.primary(_("Note it"), "check")
        self.cancel = buttons.quiet(_("Cancel"))
        row = Flow(spacing=theme.px(8))
        row.addWidget(self.sure)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.field)
        layout.addWidget(self.reminder)
        layout.addLayout(row)

    def begin(self, state: MediationState) -> None:
        self.state = state
        said = _(mediation.SAID[state])
        asked = _("“{state}”: on which day?", state=said)
        self.field.label.setText(asked)
        self.day.setAccessibleName(asked)
        self.field.show_error("")
        self.day.pick(None if state is MediationState.CONSENT else dates.today())
        self.again.pick(None)
        self.reminder.setVisible(state is MediationState.LATER)

    def answer(self) -> tuple[MediationState, date | None, date | None]:
        self.day.flush()
        self.again.flush()
        return self.state, self.day.value(), self.again.value()


def in_words(mark: MediationMark) -> str:
    """A state with its day, and the day to look again."""
    told = _(mediation.SAID[mark.state])
    if mark.on:
        told += ", " + dates.short(mark.on)
    if mark.remind_on:
        told += ". " + _("Look again on {day}.", day=dates.short(mark.remind_on))
    return told
