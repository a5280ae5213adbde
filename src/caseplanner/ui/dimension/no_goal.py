""" "We talked about it, no goal now": with a reason that is a full answer for a dimension."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import answers
from caseplanner.dossier.guards import Place
from caseplanner.dossier.model import Dimension, Dossier, NoGoal
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.attempts import Attempts
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


class NoGoalCard(Card):
    """Shown while the dimension has no goal of now or later. Asked once more on another day, the
    time before stays readable."""

    def __init__(self, editing: Editing, dimension: Dimension) -> None:
        super().__init__()
        self._editing = editing
        self._dimension = dimension
        self.reason = GrowLine()
        self.reason.setPlaceholderText(_("Why not now? In the client's words"))
        self.reason.setAccessibleName(_("Why there is no goal now"))
        self.reason.entered.connect(self._say_it)
        self.sure = buttons.secondary(_("Discussed, no goal now"), "check")
        self.sure.clicked.connect(self._say_it)
        self.asked = Attempts()
        self.ask_again = buttons.secondary(_("Asked once more"), "history")
        self.ask_again.clicked.connect(self._ask_again)
        self.again = buttons.secondary(_("A goal after all"), "undo-2")
        self.again.clicked.connect(self._take_back)
        self.said = Body("")
        self._asking, self._told = QWidget(), QWidget()
        self._chips: list[QWidget] = []
        self._shown: NoGoal | None = None
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        no_goal = answers.no_goal_of(dossier, self._dimension)
        self.asked.show_attempts(dossier, no_goal.attempts if no_goal else ())
        self._told.setVisible(no_goal is not None)
        if no_goal != self._shown:
            self._shown = no_goal
            self._asking.setVisible(no_goal is None)
            self.reason.empty()
        self.ask_again.setVisible(no_goal is not None and no_goal.on != dates.today())
        if no_goal:
            when = f", {dates.short(no_goal.on)}" if no_goal.on else ""
            self.said.setText(f"“{no_goal.reason}”{when}")

    def _build(self) -> None:
        short = Flow(spacing=theme.px(6))
        for words in (_("Not now"), _("Not needed"), _("I do not want to say")):
            chip = buttons.secondary(words)
            chip.clicked.connect(lambda _on=False, said=words: self._say(said))
            self._chips.append(chip)
            short.addWidget(chip)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(Small(_("No goal is a good answer too. Choose, or write why.")))
        asking.addLayout(short)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.reason, 1)
        line.addWidget(self.sure)
        asking.addLayout(line)
        easy_hint.watch(self.reason, asking)
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.said, 1)
        told.addWidget(self.ask_again)
        told.addWidget(self.again)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Discussed, no goal now"), size=18))
        layout.addWidget(self._told)
        layout.addWidget(self._asking)
        layout.addWidget(self.asked)
        layout.addWidget(Notices(self._editing, self.again, self._is_reason))

    def _is_reason(self, place: Place) -> bool:
        return place.table == "no_goal" and place.id == self._dimension

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return [self.ask_again, self.again, *self._chips, self.reason, self.sure]

    def uncover(self, field: QWidget) -> None:
        """Ask once more for the reason that was being typed."""
        if self._asking.isAncestorOf(field):
            self._asking.show()

    def flush(self) -> None:
        """Keep a reason that was typed but not said yet."""
        if self.reason.text().strip() and self._asking.isVisibleTo(self):
            self._say_it()

    def _say_it(self) -> None:
        self._say(self.reason.text())

    def _say(self, reason: str) -> None:
        self._editing.change(
            _("Discussed, no goal now"),
            lambda d: answers.no_goal(d, self._dimension, reason, dates.today()),
        )

    def _ask_again(self) -> None:
        self._asking.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self._editing.change(
            _("A goal after all"), lambda d: answers.goal_again(d, self._dimension)
        )
