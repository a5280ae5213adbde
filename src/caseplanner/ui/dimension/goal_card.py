"""One goal being worked on: its words, who decides, its steps, who helps and who goes on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from caseplanner.dossier import goals, lists
from caseplanner.dossier.guards import Place
from caseplanner.dossier.model import ClientAnswer, Decides, Dossier, Goal
from caseplanner.ui import theme
from caseplanner.ui.dimension.attempts import Attempts
from caseplanner.ui.dimension.goal_end import GoalEnd
from caseplanner.ui.dimension.reasoning import Reasoning
from caseplanner.ui.dimension.steps import Steps
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.easy_hint import EasyHint
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grip import Grip
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _


class GoalCard(Card):
    """A goal of now, all of it editable in place; everything is saved while it is typed."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._id = goal.id
        self.setObjectName(goal.id)
        self.grip = Grip(
            self, _("Drag to move this goal, or press Alt with arrow up or down in its words")
        )
        self.words = GrowLine()
        self.easy = EasyHint(self.words)
        self.words.setFont(theme.font(19, 600, heading=True))
        self.answer = Tag()
        self.again = Small("")
        self.attempts = Attempts()
        self.decides = DecidesPicker()
        self.steps = Steps(editing, goal)
        self.helpers = GrowLine()
        self.after_who = GrowLine()
        self.after_from = DateField()
        self.nobody = Small(_("Nobody yet. Without a name the help stops at release."))
        self.reasoning = Reasoning(editing, goal)
        self.end = GoalEnd(editing, goal)
        self._connect()
        self._build()

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        self.words.set_text(goal.text)
        self.words.setAccessibleName(_("Goal"))
        self.answer.say(*_answer_in_words(goal, dossier.person.called))
        self.again.setText(_("Taken up again: {reason}", reason=goal.again) if goal.again else "")
        self.again.setVisible(bool(goal.again))
        self.attempts.show_goal(dossier, goal)
        self.decides.show_decides(goal.decides, dossier.person.called)
        self.steps.show_goal(dossier, goal)
        self.helpers.set_text(goal.helpers)
        self.after_who.set_text(goal.after_who)
        self.after_from.set_date(goal.after_from)
        self.nobody.setVisible(not goal.after_who.strip())
        self.reasoning.show_goal(dossier, goal)
        self.end.show_goal(dossier, goal)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return [
            self.words,
            *self.easy.stops(),
            *self.decides.buttons.values(),
            *self.steps.stops(),
            self.helpers,
            self.after_who,
            self.after_from,
            self.reasoning.field,
            *self.end.stops(),
        ]

    def _connect(self) -> None:
        self.words.edited.connect(self._reword)
        self.words.left.connect(self._restore)
        self.grip.moved.connect(self._move)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):  # in the steps these move a step
            shortcut = QShortcut(QKeySequence(keys), self.words)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
        self.decides.chosen.connect(self._decide)
        self.helpers.edited.connect(self._help)
        self.after_who.edited.connect(self._go_on)
        self.after_from.changed.connect(self._go_on_from)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        head.addWidget(self.answer)
        self.after_who.setAccessibleName(_("Who goes on with this after release"))
        self.after_from.setAccessibleName(_("From which day"))
        self.helpers.setAccessibleName(_("Who helps with this goal"))
        self.helpers.setPlaceholderText(_("For example: my sister, the teacher"))
        self.after_who.setPlaceholderText(_("For example: the municipality"))
        after_line = QHBoxLayout()
        after_line.setSpacing(theme.px(8))
        after_line.addWidget(self.after_who, 1)
        after_line.addWidget(Body(_("from")))
        after_line.addWidget(DayBox(self.after_from))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.easy)
        layout.addWidget(self._notices(self.words, _in_words))
        layout.addWidget(self.again)
        layout.addWidget(self.attempts)
        layout.addWidget(self.decides)
        layout.addSpacing(theme.px(4))
        layout.addWidget(_label(_("Steps")))
        layout.addWidget(self.steps)
        layout.addWidget(self._notices(self.steps.new, _in_steps))
        layout.addSpacing(theme.px(4))
        layout.addWidget(_label(_("Who helps?")))
        layout.addWidget(self.helpers)
        layout.addWidget(_label(_("Who goes on after release?")))
        layout.addLayout(after_line)
        layout.addWidget(self.nobody)
        layout.addWidget(self.reasoning)
        layout.addWidget(self._notices(self.after_from, _in_the_rest))
        layout.addWidget(self.end)

    def _notices(self, field: QWidget, of: Callable[[Place], bool]) -> Notices:
        return Notices(self._editing, field, lambda place: place.goal == self._id and of(place))

    def _reword(self, said: str) -> None:
        if said.strip():
            self._editing.change(
                _("Words of the goal"),
                lambda d: goals.reword(d, self._id, said),
                merge=f"goal.{self._id}.text",
            )

    def _restore(self) -> None:
        """A goal has words: left empty, it shows again what is saved."""
        goal = lists.find(self._editing.dossier.goals, self._id)
        if goal and not self.words.text().strip():
            self.words.put(goal.text)

    def _move(self, by: int) -> None:
        self._editing.change(
            _("Goal moved"),
            lambda d: goals.move(d, self._id, by),
            merge=f"goal.{self._id}.place",
        )

    def _decide(self, decides: Decides) -> None:
        self._editing.change(
            _("Who decides on the goal"), lambda d: goals.decide(d, self._id, decides)
        )

    def _help(self, helpers: str) -> None:
        self._editing.change(
            _("Who helps with the goal"),
            lambda d: goals.helped_by(d, self._id, helpers),
            merge=f"goal.{self._id}.helpers",
        )

    def _go_on(self, who: str) -> None:
        def edit(dossier: Dossier) -> Dossier:
            goal = lists.find(dossier.goals, self._id)
            since = goal.after_from if goal else None
            return goals.after_release(dossier, self._id, who, since)

        self._editing.change(_("Who goes on after release"), edit, f"goal.{self._id}.after")

    def _go_on_from(self, starting: date | None) -> None:
        def edit(dossier: Dossier) -> Dossier:
            goal = lists.find(dossier.goals, self._id)
            who = goal.after_who if goal else ""
            return goals.after_release(dossier, self._id, who, starting)

        self._editing.change(_("From when after release"), edit)


def _in_words(place: Place) -> bool:
    return place.table == "goal" and place.field == "text"


def _in_steps(place: Place) -> bool:
    return place.table == "step"


def _in_the_rest(place: Place) -> bool:
    return not (_in_words(place) or _in_steps(place))


class DecidesPicker(QWidget):
    """Who decides on this goal: the client, together, or it was imposed (domain.md 3h)."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        line = Flow(self, spacing=theme.px(14))
        self._label = Body(_("Who decides?"), size=15, weight=600)
        line.addWidget(self._label)
        self.buttons: dict[Decides, QRadioButton] = {}
        for decides in Decides:
            button = QRadioButton()
            button.clicked.connect(lambda _on, d=decides: self.chosen.emit(d))
            self._group.addButton(button)
            self.buttons[decides] = button
            line.addWidget(button)

    def show_decides(self, decides: Decides, called: str) -> None:
        for each, button in self.buttons.items():
            button.setText(_who_decides(each, called))
        self.buttons[decides].setChecked(True)


def _who_decides(decides: Decides, called: str) -> str:
    match decides:
        case Decides.CLIENT:
            return _("{name} decides", name=called)
        case Decides.TOGETHER:
            return _("Together")
        case Decides.IMPOSED:
            return _("Imposed")


def _answer_in_words(goal: Goal, called: str) -> tuple[str, str, str]:
    match goal.answer:
        case ClientAnswer.YES:
            return _("{name} says yes", name=called), "ok", "thumbs-up"
        case ClientAnswer.NO:
            return _("{name} says no", name=called), "warn", "thumbs-down"
        case ClientAnswer.UNSURE:
            return _("{name} does not know yet", name=called), "neutral", "circle-help"
        case ClientAnswer.COULD_NOT:
            return _("Could not answer"), "neutral", "circle-help"
        case None:
            return _("Not asked yet"), "neutral", "circle"


def _label(words: str) -> Body:
    label = Body(words, size=15, weight=600)
    return label
