"""One step being edited: what, who, when, and how it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caseplanner.dossier.model import Step, StepState
from caseplanner.ui import icons, theme
from caseplanner.ui.dimension.actor_picker import ActorPicker
from caseplanner.ui.dimension.planner import Planner
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.easy_hint import EasyHint
from caseplanner.ui.widgets.grip import Grip
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.words import _

ROOM = 580  # pixels at 100 % text from which a step fits on one line

ICONS = {
    StepState.TO_DO: ("circle", "ink2"),
    StepState.BUSY: ("circle-dot", "primary"),
    StepState.DONE: ("circle-check", "ok"),
    StepState.STUCK: ("circle-pause", "warn"),
    StepState.NOT_NEEDED: ("minus", "ink3"),
}


def in_words(state: StepState) -> str:
    """How a step goes, as people say it (domain.md C3)."""
    match state:
        case StepState.TO_DO:
            return _("Not begun")
        case StepState.BUSY:
            return _("Busy")
        case StepState.DONE:
            return _("Done")
        case StepState.STUCK:
            return _("Does not work now")
        case StepState.NOT_NEEDED:
            return _("No longer needed")


class StepEditor(QWidget):
    """Shows one step and reports what the person does to it; it changes nothing itself."""

    edited = Signal(str)
    actor_chosen = Signal(str)
    day_chosen = Signal(object)
    state_chosen = Signal(object)
    moved = Signal(int)
    removed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._narrow: bool | None = None
        self._state: StepState | None = None
        self.grip = Grip(self, _("Drag to move this step, or press Alt with arrow up or down"))
        self.state = buttons.quiet("", "circle")
        self.words = GrowLine()
        self.easy = EasyHint(self.words)
        self.planner = Planner()
        self.actor = ActorPicker()
        self.day = DateField()
        self.day.setFont(theme.font(15))
        self.day.setFixedWidth(theme.px(128))
        self.bin = buttons.quiet("", "trash-2")
        self._rest = QWidget()  # who and when: beside the words, or below them
        self._grid = QGridLayout(self)
        self._build()

    def show_step(
        self, number: int, step: Step, people: Sequence[str], planners: Sequence[str]
    ) -> None:
        self.words.set_text(step.text)
        self.actor.show_actor(step.actor, people)
        self.planner.show_actor(step.actor, planners)
        self.day.set_date(step.on)
        icon, colour = ICONS[step.state]
        self.state.setIcon(icons.icon(icon, colour))
        told = in_words(step.state)
        self.state.setToolTip(told)
        names = {"number": number, "step": step.text}
        self.words.setAccessibleName(_("Step {number}", number=number))
        self.state.setAccessibleName(_("Step {number}: {state}. Change", number=number, state=told))
        self.actor.setAccessibleName(_("Step {number}: who", number=number))
        self.day.setAccessibleName(_("Step {number}: when", number=number))
        self.bin.setAccessibleName(_("Remove step {number}: {step}", **names))
        self._show_menu(step.state)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return [
            self.state,
            self.words,
            *self.easy.stops(),
            self.actor,
            self.day,
            self.bin,
            *self.planner.stops(),
        ]

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be, also while it stands on one line."""
        beside = self.grip.width() + self.state.width() + 2 * self._grid.horizontalSpacing()
        return QSize(
            beside + self._rest.minimumSizeHint().width(), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() < theme.px(ROOM))

    def _build(self) -> None:
        self.state.setFixedWidth(theme.px(40))
        rest = QHBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(theme.px(6))
        for part in (self.actor, DayBox(self.day), self.bin):
            rest.addWidget(part)
        self.bin.setToolTip(_("Remove this step"))
        self.words.edited.connect(self.edited)
        self.words.entered.connect(self.entered)
        self.words.left.connect(self.left)
        self.actor.chosen.connect(self.actor_chosen)
        self.planner.chosen.connect(self.actor_chosen)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.easy)
        below.addWidget(self.planner)
        self._grid.addLayout(below, 2, 2, 1, 2)
        self.day.changed.connect(self.day_chosen)
        self.bin.clicked.connect(self.removed)
        self.grip.moved.connect(self.moved)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)
        self._arrange(False)

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.grip, 0, 0, top)
        self._grid.addWidget(self.state, 0, 1, top)
        self._grid.addWidget(self.words, 0, 2)
        left = top | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self._rest, *((1, 2) if narrow else (0, 3)), left)

    def _show_menu(self, now: StepState) -> None:
        if now is self._state:
            return
        self._state = now
        menu = QMenu(self)
        group = QActionGroup(menu)
        for state, (icon, colour) in ICONS.items():
            action = menu.addAction(icons.icon(icon, colour), in_words(state))
            action.setCheckable(True)
            action.setChecked(state is now)
            group.addAction(action)
            action.triggered.connect(lambda _on, s=state: self.state_chosen.emit(s))
        before = self.state.menu()
        self.state.setMenu(menu)
        if before:
            before.deleteLater()
