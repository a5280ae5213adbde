"""All goals of a dimension: those of now, a new one, and those of later, reached or stopped."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseplanner.dossier import goals
from caseplanner.dossier.deviations import ENOUGH
from caseplanner.dossier.guide import DimensionGuide, Suggestion
from caseplanner.dossier.model import Dimension, Dossier, Goal, GoalState
from caseplanner.ui import theme
from caseplanner.ui.dimension.goal_card import GoalCard
from caseplanner.ui.dimension.goal_line import GoalLine
from caseplanner.ui.dimension.no_goal import NoGoalCard
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, tab_order
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.easy_hint import EasyHint
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _


class GoalList(QWidget):
    """A card for each goal of now, and a line for each of the others.

    The first card is made at once, each other one a moment later: twenty goals are shown as soon
    as one. `came` says that the last one is there.
    """

    came = Signal()

    def __init__(self, editing: Editing, guide: DimensionGuide) -> None:
        super().__init__()
        self._editing = editing
        self._guide = guide
        self._cards: dict[str, GoalCard] = {}
        self._shown: Dossier
        self._missing: list[Goal] = []  # those of now that have no card yet
        self._coming = QTimer(self, interval=0)
        self._coming.timeout.connect(self._come)
        self.hint = Hint()
        self.lines: dict[str, GoalLine] = {}
        self._tabs: list[QWidget] = []
        self.new = NewGoal(editing, guide)
        self.new.added.connect(self._to_newest)
        self.no_goal = NoGoalCard(editing, guide.dimension)
        self._now = QVBoxLayout()
        self.later = Group(_("Later"))
        self.ended = Group(_("Reached and stopped"))
        self._build()

    @property
    def cards(self) -> dict[str, GoalCard]:
        """The card of each goal of now, in the order of the goals; all of them made."""
        while self.more():
            continue
        return self._cards

    def more(self) -> bool:
        """Make the next card that is still to come; False when there is none."""
        if self._missing:
            self._come()
        return bool(self._missing)

    def show_dossier(self, dossier: Dossier) -> None:
        mine = goals.of(dossier, self._guide.dimension)
        now = [goal for goal in mine if goal.state is GoalState.NOW]
        first = len(now) if self._cards else 1
        self._shown, self._missing = dossier, now[first:]
        self._show_now(dossier, now[:first])
        if self._missing:
            self._coming.start()
        else:
            self._coming.stop()
        later = any(goal.state is GoalState.LATER for goal in mine)
        self.no_goal.setVisible(not now and not later)
        self.no_goal.show_dossier(dossier)
        self._show_others([goal for goal in mine if goal.state is not GoalState.NOW])
        self._order_tabs()
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
        layout.addWidget(self.later)
        layout.addWidget(self.ended)
        layout.addStretch(1)

    def _to_newest(self) -> None:
        """After a goal come its steps: the caret goes where the first one is typed."""
        newest = list(self.cards.values())[-1]
        newest.steps.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come(self) -> None:
        """Make the next card."""
        place = len(self._cards)
        goal, *others = self._missing
        self._missing = others
        self._show_card(self._shown, place, goal)
        if not others:
            self._coming.stop()
            self._order_tabs()
            self.came.emit()

    def _show_now(self, dossier: Dossier, now: list[Goal]) -> None:
        for gone in self._cards.keys() - {goal.id for goal in now}:
            card = self._cards.pop(gone)
            self._now.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, goal in enumerate(now):
            self._show_card(dossier, place, goal)
        self._cards = {goal.id: self._cards[goal.id] for goal in now}

    def _show_card(self, dossier: Dossier, place: int, goal: Goal) -> None:
        card = self._cards.get(goal.id) or GoalCard(self._editing, goal)
        self._cards[goal.id] = card
        if self._now.indexOf(card) != place:
            self._now.removeWidget(card)
            self._now.insertWidget(place, card)
        card.show_goal(dossier, goal)

    def _show_others(self, others: list[Goal]) -> None:
        for gone in self.lines.keys() - {goal.id for goal in others}:
            self.lines.pop(gone).deleteLater()
        for goal in others:
            if goal.id not in self.lines:
                self.lines[goal.id] = GoalLine(self._editing, goal)
            self.lines[goal.id].show_goal(goal)
        later = [goal.id for goal in others if goal.state is GoalState.LATER]
        ended = [goal.id for goal in others if goal.state in goals.ENDED]
        self.later.show_lines([self.lines[id] for id in later])
        self.ended.show_lines([self.lines[id] for id in ended])

    def _order_tabs(self) -> None:
        """Tab goes through the goals as they stand, also after one came, went or was moved."""
        lines = [*self.later.lines, *self.ended.lines]
        parts = [part for card in self._cards.values() for part in card.stops()]
        parts += self.new.stops() + self.no_goal.stops()
        parts += [part for line in lines for part in line.stops()]
        if parts != self._tabs:
            self._tabs = parts
            tab_order.follow(self, parts)


class Group(QWidget):
    """Goals that are not of now, under a heading; not there while there is none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.lines: list[GoalLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(12))
        self._layout.addWidget(Heading(title, size=18))
        self.hide()

    def show_lines(self, lines: list[GoalLine]) -> None:
        """Show these, in this order."""
        for gone in self.lines:
            if gone not in lines:
                self._layout.removeWidget(gone)
                gone.hide()
        self.lines = lines
        for place, line in enumerate(lines, 1):
            if self._layout.indexOf(line) != place:
                self._layout.insertWidget(place, line)
            line.show()
        self.setVisible(bool(lines))


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
        self.easy = EasyHint(self.words)
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
        layout.addWidget(self.easy)
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

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return [self.words, *self.easy.stops(), self.add, self.show_ideas, *self.buttons]

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
