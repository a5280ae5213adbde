"""The steps of one goal: add, write, choose who and when, move, remove."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import actors, goals, lists
from caseplanner.dossier.model import Dossier, Goal, Step, StepState
from caseplanner.ui import theme
from caseplanner.ui.dimension.step_editor import StepEditor
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets.easy_hint import EasyHint
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

BEFORE = 74  # pixels at 100 % text before the words of a new step
ENOUGH = 4  # steps in a goal before a hint says that fewer work better (ux.md section 2)


class Steps(QWidget):
    """Enter adds a step; Alt+Up and Alt+Down, or the grip, move one. Removing can be undone."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._goal = goal.id
        self._order: list[str] = []
        self.rows: dict[str, StepEditor] = {}
        self.new = GrowLine()
        self.new.setPlaceholderText(_("New step: one small thing"))
        self.new.setAccessibleName(_("New step. Enter adds it"))
        self.new.entered.connect(self._add)
        self.new.left.connect(self._add)
        self.easy = EasyHint(self.new)
        self.hint = Small(_("More than four steps? Maybe some can be a goal for later."))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        self._build()

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        """Show the steps as they are now; the row that has the caret stays where the caret is."""
        for gone in self.rows.keys() - {step.id for step in goal.steps}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        people, planners = actors.around(dossier), actors.planners(dossier)
        for place, step in enumerate(goal.steps):
            row = self.rows.get(step.id) or self._row(step)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            row.show_step(place + 1, step, people, planners)
        self._order = [step.id for step in goal.steps]
        self.hint.setVisible(len(goal.steps) > ENOUGH)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in the order in which the steps stand."""
        rows = [stop for id in self._order for stop in self.rows[id].stops()]
        return [*rows, self.new, *self.easy.stops()]

    def flush(self) -> None:
        """Keep a step that was typed but not entered yet."""
        self._add()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(self._list)
        plus = Picture("plus", "ink3", 18)
        plus.setFixedWidth(theme.px(BEFORE))
        self.easy.setContentsMargins(theme.px(BEFORE), 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(plus)
        line.addWidget(self.new, 1)
        layout.addLayout(line)
        layout.addWidget(self.easy)
        layout.addWidget(self.hint)

    def _row(self, step: Step) -> StepEditor:
        row = StepEditor()
        id = step.id
        row.setObjectName(id)
        row.edited.connect(partial(self._write, id))
        row.left.connect(partial(self._restore, id))
        row.actor_chosen.connect(partial(self._choose_actor, id))
        row.day_chosen.connect(partial(self._choose_day, id))
        row.state_chosen.connect(partial(self._mark, id))
        row.moved.connect(partial(self._move, id))
        row.removed.connect(partial(self._remove, id))
        row.entered.connect(self._to_new)
        self.rows[id] = row
        return row

    def _add(self) -> None:
        said = self.new.text().strip()
        if said:
            self._editing.change(_("Step added"), lambda d: goals.add_step(d, self._goal, said))
            self.new.empty()

    def _to_new(self) -> None:
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, id: str, said: str) -> None:
        if said.strip():
            self._change(id, _("Step changed"), lambda s: replace(s, text=said), f"step.{id}.text")

    def _restore(self, id: str) -> None:
        """A step has words: left empty, it shows again what is saved."""
        goal = lists.find(self._editing.dossier.goals, self._goal)
        step = lists.find(goal.steps, id) if goal else None
        if step and not self.rows[id].words.text().strip():
            self.rows[id].words.put(step.text)

    def _choose_actor(self, id: str, actor: str) -> None:
        self._change(id, _("Who does the step"), lambda s: replace(s, actor=actor))

    def _choose_day(self, id: str, on: date | None) -> None:
        self._change(id, _("When the step is done"), lambda s: replace(s, on=on))

    def _change(self, id: str, label: str, change: Callable[[Step], Step], merge: str = "") -> None:
        def edit(dossier: Dossier) -> Dossier:
            goal = lists.find(dossier.goals, self._goal)
            step = lists.find(goal.steps, id) if goal else None
            if step is None:  # undone while it was being typed
                return dossier
            new = change(step)
            return goals.change_step(dossier, self._goal, id, new.text, new.actor, new.on)

        self._editing.change(label, edit, merge)

    def _mark(self, id: str, state: StepState) -> None:
        self._editing.change(
            _("How the step goes"), lambda d: goals.mark_step(d, self._goal, id, state)
        )

    def _move(self, id: str, by: int) -> None:
        self._editing.change(
            _("Step moved"),
            lambda d: goals.move_step(d, self._goal, id, by),
            merge=f"step.{id}.place",
        )

    def _remove(self, id: str) -> None:
        steps = goals.find(self._editing.dossier, self._goal).steps
        place = next(i for i, step in enumerate(steps) if step.id == id)
        rest = lists.without(steps, id)
        self._editing.change(
            _("Step removed"),
            lambda d: goals.remove_step(d, self._goal, id),
            told=_("Step “{step}” removed.", step=steps[place].text),
        )
        after = self.rows[rest[min(place, len(rest) - 1)].id].words if rest else self.new
        after.setFocus(Qt.FocusReason.OtherFocusReason)
