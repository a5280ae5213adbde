"""What a volunteer sees: the goals he or she helps with, step by step, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.desk import Desk
from caseplanner.dossier.model import Dossier, Goal
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.step_row import StepRow
from caseplanner.ui.widgets.text import Body, Heading, Title
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _

WIDTH = 1000  # pixels at 100 % text


class MyGoalsPage(Page):
    """A button for each person somebody is linked to, when there are more; below it the goals."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.names: dict[str, Button] = {}
        self.shown = ""
        self._title = Title("")
        self._told = Body("", tone="ink2")
        self._goals = QVBoxLayout()
        self._goals.setSpacing(theme.px(14))
        self._build()
        entries = desk.lines()
        if len(entries) == 1:
            self.go_to_spot(entries[0].line.id)
        elif entries:
            self._title.setText(_("Who do you want to help today?"))
        else:
            self._title.setText(_("You are not linked to goals yet"))
            self._told.setText(_("Ask the worker you work with to choose which goals you see."))
        self._told.setVisible(not entries)

    def spot(self) -> str:
        return self.shown

    def go_to_spot(self, spot: str) -> None:
        """Show the goals of this person; nothing for one somebody is not linked to."""
        if spot in {entry.line.id for entry in self._desk.lines()}:
            self.shown = spot
            for dossier_id, button in self.names.items():
                button.setChecked(dossier_id == spot)
            self._show(self._desk.open(spot).dossier)

    def focus_first(self) -> None:
        for button in self.names.values():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, dossier: Dossier) -> None:
        self._title.setText(_("Goals of {name}", name=dossier.person.called))
        self._told.setText(_("No goals were chosen for you here yet."))
        self._told.setVisible(not dossier.goals)
        layouts.empty(self._goals)
        for goal in dossier.goals:
            self._goals.addWidget(GoalOnly(goal))

    def _build(self) -> None:
        names = Flow(spacing=theme.px(8))
        entries = self._desk.lines()
        for entry in entries if len(entries) > 1 else ():
            button = buttons.quiet(entry.line.called, "user-round")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, to=entry.line.id: self.go_to_spot(to))
            self.names[entry.line.id] = button
            names.addWidget(button)
        inner = QWidget()
        column = QVBoxLayout(inner)
        side = theme.px(30)
        column.setContentsMargins(side, theme.px(22), side, side)
        column.setSpacing(theme.px(14))
        column.addLayout(names)
        column.addWidget(self._title)
        column.addWidget(self._told)
        column.addLayout(self._goals)
        column.addStretch(1)
        inner.setMaximumWidth(theme.px(WIDTH))
        self._scroll = Scroll(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)


class GoalOnly(Card):
    """A goal in the client's words with its steps: what, who, when."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(theme.px(14))
        head.addWidget(IconTile(goal.dimension, 44), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Heading(goal.text, size=23), 1)
        layout = QVBoxLayout(self)
        layouts.pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addLayout(head)
        look = theme.look(goal.dimension)
        for number, step in enumerate(goal.steps, 1):
            layout.addWidget(StepRow(number, step, look))
        if not goal.steps:
            layout.addWidget(Body(_("There are no steps yet."), tone="ink2"))
