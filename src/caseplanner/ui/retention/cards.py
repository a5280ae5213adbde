"""The cards of the page about how long one dossier is kept."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier import retention
from caseplanner.dossier.retention import LONGEST, Basis, Ground, Retention, State
from caseplanner.ui import theme
from caseplanner.ui.retention import sentences
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, day

NOT_CHOSEN = 12  # months offered first where the institution has a term of its own


class StateCard(Card):
    """What holds now; closing, and opening again with a reason."""

    close_on = Signal(object)
    reopen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tag = Tag()
        self.told = Body("")
        self.last_day = DateField()
        self.close_button = buttons.primary(_("Close this dossier"), "archive")
        self.reasons = Radios(
            _("Why is it opened again?"), {k: _(v) for k, v in sentences.REOPENINGS.items()}
        )
        self.reopen_button = buttons.secondary(_("Open this dossier again"), "folder-open")
        self.close_button.clicked.connect(self._close)
        self.reopen_button.clicked.connect(lambda: self.reopen.emit(self.reasons.value()))
        self.reasons.chosen.connect(lambda: self.reopen_button.setEnabled(True))
        self.closing, self.opening = QWidget(), QWidget()
        layout = _column(self)
        head = Flow(spacing=theme.px(12))
        head.addWidget(Heading(_("Now")))
        head.addWidget(self.tag)
        layout.addLayout(head)
        layout.addWidget(self.told)
        inside = _column(self.closing, bare=True)
        inside.addWidget(
            Field(
                _("Last day of the stay"),
                self.last_day,
                _("From this day the term runs. A closed dossier can be read, not changed."),
            )
        )
        inside.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside = _column(self.opening, bare=True)
        inside.addWidget(self.reasons)
        inside.addWidget(self.reopen_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.closing)
        layout.addWidget(self.opening)

    def show_kept(self, kept: Retention, today: date) -> None:
        self.tag.say(*sentences.tag(kept, today))
        self.told.setText(sentences.of_state(kept, today))
        self.closing.setVisible(not kept.is_closed)
        if self.opening.isHidden() and kept.is_closed:
            self.last_day.set_date(None)
            self.reasons.clear()
            self.reopen_button.setEnabled(False)
        self.opening.setVisible(kept.is_closed)
        if not kept.is_closed and self.last_day.value() is None:
            self.last_day.set_date(today)

    def focus_first(self) -> None:
        first = self.reasons.first if self.closing.isHidden() else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.last_day.flush()
        when = self.last_day.value()
        if when is None:
            self.last_day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_on.emit(when)


class BasisCard(Card):
    """As which kind of dossier it is kept; `chosen` sends the basis and its months."""

    chosen = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.radios = Radios(
            _("How long"),
            {k: _(v) for k, v in sentences.BASES.items()},
            {k: _(v) for k, v in sentences.ABOUT.items()},
        )
        self.months = Months()
        self.radios.chosen.connect(self._choose)
        self.months.editingFinished.connect(self._type)
        self._shown = Retention()
        layout = _column(self)
        layout.addWidget(Heading(_("How long")))
        layout.addWidget(self.radios)
        self.own = QWidget()
        row = Flow(self.own, spacing=theme.px(8))
        row.addWidget(self.months)
        row.addWidget(Body(_("months after the stay")))
        layout.addWidget(self.own)
        layout.addWidget(Small(_("Not sure? Ask the privacy officer of your institution.")))

    def show_kept(self, kept: Retention) -> None:
        self._shown = kept
        self.radios.set_value(kept.basis)
        self.own.setVisible(kept.basis is Basis.OTHER)
        if kept.basis is Basis.OTHER:
            self.months.setValue(kept.months)

    def _choose(self, basis: Basis) -> None:
        if basis is not self._shown.basis:
            self.chosen.emit(basis, NOT_CHOSEN)
        if basis is Basis.OTHER:
            self.months.setFocus(Qt.FocusReason.OtherFocusReason)
            self.months.selectAll()

    def _type(self) -> None:
        if self._shown.basis is Basis.OTHER and self.months.value() != self._shown.months:
            self.chosen.emit(Basis.OTHER, self.months.value())


class HoldCard(Card):
    """Keeping it whatever the term, with a reason, and letting go of that."""

    hold = Signal(str)
    release = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.why = TextField()
        self.field = Field(
            _("Why must it be kept?"),
            self.why,
            _("For example: a complaint, an appeal, or the client wants to see the file."),
        )
        self.hold_button = buttons.secondary(_("Keep this dossier for now"), "shield")
        self.reason = Body("")
        self.release_button = buttons.secondary(_("No longer needed"), "check")
        self.hold_button.clicked.connect(self._hold)
        self.release_button.clicked.connect(self.release)
        layout = _column(self)
        layout.addWidget(Heading(_("Keep longer")))
        layout.addWidget(Small(_("While a dossier is kept for now, nobody can destroy it.")))
        layout.addWidget(self.field)
        layout.addWidget(self.hold_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.reason)
        layout.addWidget(self.release_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_kept(self, kept: Retention) -> None:
        self.field.setVisible(not kept.is_held)
        self.hold_button.setVisible(not kept.is_held)
        self.reason.setVisible(kept.is_held)
        self.release_button.setVisible(kept.is_held)
        if kept.held_since:
            self.why.put("")
            self.field.show_error("")
            since = day(kept.held_since)
            self.reason.setText(_("Since {day}: {why}", day=since, why=kept.held_why))

    def _hold(self) -> None:
        wrong = "" if self.why.text().strip() else _("Write down why it must be kept.")
        self.field.show_error(wrong)
        if wrong:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hold.emit(self.why.text())


class DestroyCard(Card):
    """Destroying it: at term, for practice, or because somebody asked for it."""

    destroy_for = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told = Body("")
        self.grounds = Radios(
            _("Who asks to destroy it?"), {k: _(v) for k, v in sentences.GROUNDS.items()}
        )
        self.button = buttons.secondary(_("Destroy this dossier"), "trash-2")
        self.button.clicked.connect(self._destroy)
        self.grounds.chosen.connect(lambda: self.button.setEnabled(True))
        self._ground: Ground | None = None
        layout = _column(self)
        layout.addWidget(Heading(_("Destroy")))
        layout.addWidget(self.told)
        layout.addWidget(self.grounds)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_kept(self, kept: Retention, today: date, *, practice: bool) -> None:
        state = retention.state(kept, today)
        held = state is State.HELD
        self._ground = Ground.TERM if state is State.DUE else Ground.PRACTICE if practice else None
        if held:
            told = _("This cannot be done while the dossier is kept for now.")
        elif state is State.DUE:
            told = _("The term is over, so you may destroy this dossier.")
        elif practice:
            told = _("This is a practice dossier. You may destroy it at any time.")
        else:
            told = _("Before the end of the term only when somebody asks for it.")
        self.told.setText(told)
        self.grounds.setVisible(not held and self._ground is None)
        self.button.setVisible(not held)
        self.button.setEnabled(self._ground is not None or self.grounds.value() is not None)

    def _destroy(self) -> None:
        self.destroy_for.emit(self._ground or self.grounds.value())


class Radios(QWidget):
    """A few things of which one is chosen, each with a line about it. `chosen` sends which."""

    chosen = Signal(object)

    def __init__(
        self, title: str, names: dict[object, str], about: dict[object, str] | None = None
    ) -> None:
        super().__init__()
        self.buttons: dict[object, QRadioButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if not about:
            layout.addWidget(Body(title, weight=600))
        for value, name in names.items():
            button = QRadioButton(name)
            button.setAccessibleDescription(about[value] if about else title)
            button.clicked.connect(self._tell(value))
            self._group.addButton(button)
            self.buttons[value] = button
            layout.addWidget(button)
            if about:
                told = Small(about[value])
                told.setContentsMargins(theme.px(38), 0, 0, 0)
                layout.addWidget(told)

    @property
    def first(self) -> QRadioButton:
        return next(iter(self.buttons.values()))

    def value(self) -> object | None:
        return next((v for v, button in self.buttons.items() if button.isChecked()), None)

    def set_value(self, value: object) -> None:
        self.buttons[value].setChecked(True)

    def clear(self) -> None:
        """Let none be chosen."""
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _tell(self, value: object) -> Callable[[], None]:
        return lambda: self.chosen.emit(value)


class Months(QSpinBox):
    """A number of months; scrolling past it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, LONGEST)
        self.setValue(NOT_CHOSEN)
        self.setAccessibleName(_("Months after the stay"))
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.px(90))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _column(widget: QWidget, *, bare: bool = False) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    if bare:
        layout.setContentsMargins(0, theme.px(4), 0, 0)
    else:
        pad(layout, theme.px(18), theme.px(14))
    layout.setSpacing(theme.px(8))
    return layout
