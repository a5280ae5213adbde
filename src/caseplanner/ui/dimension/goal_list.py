"""All goals of a dimension: those of now, a new one, and those of later, reached or stopped."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseplanner.dossier import goals
from caseplanner.dossier.guide import DimensionGuide, Suggestion
from caseplanner.dossier.model import Dimension, Dossier, Goal, GoalState
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.goal_card import GoalCard
from caseplanner.ui.dimension.no_goal import NoGoalCard
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import empty, pad
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

ENOUGH = 3  # goals at once over the whole plan; above it a hint, never a wall (domain.md 3d)


class GoalList(QWidget):
    """A card for each goal of now, and a line for each of the others."""

    def __init__(self, editing: Editing, guide: DimensionGuide) -> None:
        super().__init__()
        self._editing = editing
        self._guide = guide
        self.cards: dict[str, GoalCard] = {}
        self.hint = Hint()
        self.lines: dict[str, GoalLine] = {}
        self._shown: list[Goal] = []
        self.new = NewGoal(editing, guide)
        self.new.added.connect(self._to_newest)
        self.no_goal = NoGoalCard(editing, guide.dimension)
        self._now, self._others = QVBoxLayout(), QVBoxLayout()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        mine = goals.of(dossier, self._guide.dimension)
        now = [goal for goal in mine if goal.state is GoalState.NOW]
        self._show_now(dossier, now)
        later = any(goal.state is GoalState.LATER for goal in mine)
        self.no_goal.setVisible(not now and not later)
        self.no_goal.show_dossier(dossier)
        self._show_others([goal for goal in mine if goal.state is not GoalState.NOW])
        many = len(goals.current(dossier))
        self.hint.setVisible(many > ENOUGH and bool(now))
        self.hint.words.setText(
            _("There are {n} goals at once. Few works better: put one off?", n=many)
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        self._now.setSpacing(theme.px(12))
        layout.addWidget(self.hint)
        layout.addLayout(self._now)
        layout.addWidget(self.new)
        layout.addWidget(self.no_goal)
        layout.addLayout(self._others)
        layout.addStretch(1)

    def _to_newest(self) -> None:
        """After a goal come its steps: the caret goes where the first one is typed."""
        card = list(self.cards.values())[-1]
        card.steps.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_now(self, dossier: Dossier, now: list[Goal]) -> None:
        for gone in self.cards.keys() - {goal.id for goal in now}:
            card = self.cards.pop(gone)
            self._now.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, goal in enumerate(now):
            if goal.id not in self.cards:
                self.cards[goal.id] = GoalCard(self._editing, goal)
            card = self.cards[goal.id]
            if self._now.indexOf(card) != place:
                self._now.removeWidget(card)
                self._now.insertWidget(place, card)
            card.show_goal(dossier, goal)

    def _show_others(self, others: list[Goal]) -> None:
        if others == self._shown:
            return
        self._shown = others
        empty(self._others)
        self.lines = {goal.id: GoalLine(self._editing, goal) for goal in others}
        for title, states in (
            (_("Later"), (GoalState.LATER,)),
            (_("Reached and stopped"), (GoalState.REACHED, GoalState.STOPPED)),
        ):
            found = [goal for goal in others if goal.state in states]
            if found:
                self._others.addWidget(Heading(title, size=18))
            for goal in found:
                self._others.addWidget(self.lines[goal.id])


class Hint(QWidget):
    """A thought to take or leave."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Small("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Picture("info", "ink2", 18))
        row.addWidget(self.words, 1)


class NewGoal(Card):
    """A new goal in own words, or from ideas that are there to be left alone (domain.md 2c)."""

    added = Signal()

    def __init__(self, editing: Editing, guide: DimensionGuide) -> None:
        super().__init__()
        self._editing = editing
        self._guide = guide
        self.words = GrowLine()
        self.words.setPlaceholderText(_("I want …"))
        self.words.setAccessibleName(_("New goal, in the client's words"))
        self.words.entered.connect(self._add_own)
        self.add = buttons.secondary(_("Add goal"), "plus")
        self.add.clicked.connect(self._add_own)
        self.show_ideas = buttons.quiet(_("Ideas to choose from"), "chevron-down")
        self.show_ideas.setCheckable(True)
        self.ideas = QWidget()
        self.buttons: list[QPushButton] = []
        self.show_ideas.toggled.connect(self.ideas.setVisible)
        self._build()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.words, 1)
        line.addWidget(self.add)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("A new goal"), size=18))
        layout.addLayout(line)
        if self._guide.dimension is Dimension.VICTIM:
            layout.addWidget(Small(_("Only the client's own part. Never a victim's name.")))
        if self._guide.suggestions:
            layout.addWidget(self.show_ideas, alignment=Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(self.ideas)
        listed = QVBoxLayout(self.ideas)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(theme.px(2))
        for idea in self._guide.suggestions:
            button = buttons.quiet(idea.text, "plus")
            button.clicked.connect(partial(self._add_idea, idea))
            self.buttons.append(button)
            listed.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.ideas.hide()

    def flush(self) -> None:
        """Keep a goal that was typed but not added yet."""
        if self.words.text().strip():
            self._add_own()

    def _add_own(self) -> None:
        self._add(self.words.text())
        self.words.empty()
        self.added.emit()

    def _add_idea(self, idea: Suggestion) -> None:
        told = _("Goal added. Change it into the client's own words.")
        self._add(idea.text, idea.steps, told)
        self.added.emit()
        self.show_ideas.setChecked(False)

    def _add(self, said: str, steps: tuple[str, ...] = (), told: str = "") -> None:
        self._editing.change(
            _("Goal added"),
            lambda d: goals.add(d, self._guide.dimension, said, steps),
            told=told,
        )


class GoalLine(Card):
    """A goal that is not of now: its words, why, and the way back."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._id = goal.id
        self.setObjectName(goal.id)
        self.again = buttons.quiet(_("Take up again"), "undo-2")
        self.again.setAccessibleName(_("Take up again: {goal}", goal=goal.text))
        self.again.clicked.connect(self._take_up)
        words = QVBoxLayout()
        words.setSpacing(0)
        said = Body(f"“{goal.text}”", size=17, weight=600)
        words.addWidget(said)
        about = _about(goal)
        if about:
            words.addWidget(Small(about))
        words.addWidget(Notices(editing, self.again, lambda place: place.goal == goal.id))
        row = QHBoxLayout(self)
        pad(row, theme.px(18), theme.px(12))
        row.setSpacing(theme.px(10))
        row.addLayout(words, 1)
        row.addWidget(Tag(*_state_in_words(goal.state)))
        row.addWidget(self.again)

    def _take_up(self) -> None:
        self._editing.change(_("Goal taken up again"), lambda d: goals.now(d, self._id))


def _about(goal: Goal) -> str:
    parts = [goal.reason]
    if goal.remind_on:
        parts.append(_("look again on {day}", day=dates.short(goal.remind_on)))
    return ", ".join(part for part in parts if part)


def _state_in_words(state: GoalState) -> tuple[str, str, str]:
    match state:
        case GoalState.REACHED:
            return _("Reached"), "ok", "flag"
        case GoalState.STOPPED:
            return _("Stopped"), "neutral", "circle-x"
        case _:
            return _("Later"), "neutral", "calendar-clock"
