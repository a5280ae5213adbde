"""One goal in front of the client: his or her words, the steps, and one question."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner import guides, words
from caseplanner.dossier import goals, pictograms
from caseplanner.dossier.model import ClientAnswer, Dossier, Goal
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.attempts import Attempts
from caseplanner.ui.pages.goal_screen_reason import ReasonCard
from caseplanner.ui.widgets import big, buttons, text
from caseplanner.ui.widgets.answer_trio import AnswerTrio
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.step_row import StepRow
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _

LOW = 560  # height, in pixels of 100 % text, under which everything is a size smaller
LOWEST = 330  # and under which the goal scrolls with its steps
LONG = 90  # letters of a goal from which it is a size smaller
MOST = 0.4  # share of the height a goal may take; a longer one scrolls with its steps


class GoalScreen(QWidget):
    """Asks the client about one goal. The question and the answers are always in view.

    "No" and "could not answer" are saved once their reason is there; until then any earlier
    answer is taken back, so the vault never holds a yes that was withdrawn.
    """

    edit = Signal(object)  # the Dimension of the goal the client wants to change

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._goal = ""
        self._asking: ClientAnswer | None = None  # chosen, but its reason is still to come
        self._goal_card = GoalCard()
        self._goal_card.edit.clicked.connect(self._edit)
        self.reason = ReasonCard()
        self.reason.written.connect(self._save_reason)
        self.reason.again_on.connect(self._ask_again)
        self.attempts = Attempts(size=17)
        self._steps = StepsCard()
        self.trio = AnswerTrio()
        self.trio.answered.connect(self._answered)
        self._question = text.Heading("", size=28)
        self._note = text.Body(
            _("No is fine too. Then we make another plan."), size=19, tone="ink2"
        )
        self.could_not = buttons.quiet(_("Could not answer"))
        self.could_not.setCheckable(True)
        self.could_not.clicked.connect(lambda: self._answered(ClientAnswer.COULD_NOT))
        self._build()

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        """Show this goal as it is now; what is being typed stays as it is."""
        if goal.id != self._goal:
            self.flush()
            self._goal, self._asking = goal.id, None
            self.reason.empty()
            self._middle.verticalScrollBar().setValue(0)
        if goal.answer is not None:  # given just now, or brought back by Undo
            self._asking = None
        name = dossier.person.called
        self._goal_card.show_goal(goal, name)
        self._fit()
        self._steps.show_goal(goal, pictures=dossier.person.pictograms)
        self.attempts.show_goal(dossier, goal, with_now=False)
        self._question.setText(_("{name}, do you agree?", name=name))
        said = self._asking or goal.answer
        self._show_said(said)
        self.reason.ask(said, name, goal.answer_reason, saved=self._asking is None)
        self.reason.show_attempt(goals.attempt_of(goal))

    @property
    def asking(self) -> str:
        """The answer that was chosen while its reason is still to come; "" for none."""
        return str(self._asking or "")

    def ask_again(self, said: str) -> None:
        """Ask once more for the reason of this answer."""
        goal = goals.find(self._session.dossier, self._goal)
        if said in list(ClientAnswer) and goal.answer is None:
            self._asking = ClientAnswer(said)
            self._refresh()

    def flush(self) -> None:
        """Save a reason that is still being typed."""
        self.reason.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the question and the answers in view: the goal gives way first."""
        low = self.height() < theme.px(LOW)
        self._question.setFont(theme.font(23 if low else 28, 600, heading=True))
        self.trio.set_height(big.LOW if low else big.HEIGHT)
        self._goal_card.set_low(low)
        long = self._goal_card.heightForWidth(self.width()) > self.height() * MOST
        scrolls = long or self.height() < theme.px(LOWEST)
        target = self._scrolled if scrolls else self._outer
        if target.indexOf(self._goal_card) < 0:
            target.insertWidget(0, self._goal_card)
            self._goal_card.set_low(low)  # a style sheet gives a moved widget its first font back

    def _build(self) -> None:
        inner = QWidget()
        self._scrolled = QVBoxLayout(inner)
        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.setSpacing(theme.px(12))
        self._scrolled.addWidget(self.reason)
        self._scrolled.addWidget(self._steps, 1)
        self._scrolled.addWidget(self.attempts)
        self._middle = Scroll(inner)
        asked = Flow(spacing=theme.px(20))
        asked.addWidget(self._question)
        asked.addWidget(self._note)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(theme.px(12))
        self._outer.addWidget(self._goal_card)
        self._outer.addWidget(self._middle, 1)
        self._outer.addLayout(asked)
        self._outer.addWidget(self.trio)

    def _answered(self, said: ClientAnswer) -> None:
        self.reason.flush()
        goal = goals.find(self._session.dossier, self._goal)
        self._show_said(self._asking or goal.answer)  # until the new answer is kept, if it is
        if said is goal.answer and self._asking is None:
            return
        wants_reason = said in goals.NEEDS_REASON
        self._keep(None if wants_reason else said)
        self._asking = said if wants_reason else None
        self.reason.empty()
        self._refresh()
        if wants_reason:
            self.reason.take_focus()
            self._scrolled.activate()
            self._middle.ensureWidgetVisible(self.reason.field)

    def _save_reason(self, reason: str) -> None:
        goal = goals.find(self._session.dossier, self._goal)
        said = self._asking or goal.answer
        if said is None:
            return
        lacks = said in goals.NEEDS_REASON and not reason.strip()
        if lacks:
            self._unsay()
        else:
            self._keep(said, reason)
        self._asking = said if lacks else None
        self._refresh()

    def _keep(self, said: ClientAnswer | None, reason: str = "") -> None:
        goal = self._goal
        self._session.change(
            _("Answer to a goal"),
            lambda dossier: goals.answer(dossier, goal, said, reason, dates.today()),
            merge=f"answer.{goal}.{said}" if reason else "",
        )

    def _unsay(self) -> None:
        """The reason is being written anew: until then nothing was said."""
        goal = self._goal
        self._session.change(_("Answer to a goal"), lambda dossier: goals.unsay(dossier, goal))

    def _ask_again(self, on: date | None) -> None:
        goal = goals.find(self._session.dossier, self._goal)
        attempt = goals.attempt_of(goal)
        if attempt:
            self._session.change(
                _("When to ask again"),
                lambda dossier: goals.ask_again(dossier, goal.id, attempt.id, on),
            )

    def _refresh(self) -> None:
        dossier = self._session.dossier
        self.show_goal(dossier, goals.find(dossier, self._goal))

    def _show_said(self, said: ClientAnswer | None) -> None:
        self.trio.show_answer(said)
        self.could_not.setChecked(said is ClientAnswer.COULD_NOT)

    def _edit(self) -> None:
        self.edit.emit(goals.find(self._session.dossier, self._goal).dimension)


class GoalCard(Card):
    """The goal, large, in the client's own words."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = IconTile("", size=76)
        self._whose = text.Body("", size=19, tone="ink2")
        self._words = text.Heading("", size=36)
        self.edit = buttons.secondary(_("Change"), "pencil")
        told = QVBoxLayout()
        told.setSpacing(theme.px(2))
        told.addWidget(self._whose)
        told.addWidget(self._words)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(20))
        self._row.addWidget(self._tile)
        self._row.addLayout(told, 1)
        self._row.addWidget(self.edit)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """A size smaller where the window is low."""
        small = low or len(self._words.text()) > LONG
        self._words.setFont(theme.font(28 if small else 36, 600, heading=True))
        self._tile.set_size(56 if low else 76)
        self._row.setContentsMargins(*(theme.px(24), theme.px(8 if low else 16)) * 2)

    def show_goal(self, goal: Goal, name: str) -> None:
        self._tile.show_dimension(goal.dimension)
        self._whose.setText(_("My goal · words of {name}", name=name))
        self._words.setText(f"“{goal.text}”")
        self.edit.setAccessibleName(_("Change the goal: {goal}", goal=goal.text))


class StepsCard(Card):
    """Who does what, and when."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._shown: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px(24), theme.px(16)) * 2)
        self._layout.setSpacing(theme.px(8))
        self._layout.addWidget(text.Heading(_("What are we going to do?"), size=23))
        self._layout.addStretch(1)

    def show_goal(self, goal: Goal, *, pictures: bool) -> None:
        shown = (goal.dimension, goal.steps, pictures)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self._rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        look = theme.look(goal.dimension)
        known = guides.step_pictograms(words.language()) if pictures else {}
        self._rows = [
            StepRow(number, step, look, pictograms.of(step.text, known))
            for number, step in enumerate(goal.steps, 1)
        ]
        if not self._rows:
            self._rows = [text.Body(_("There are no steps yet."), size=19)]
        for row in self._rows:
            self._layout.insertWidget(self._layout.count() - 1, row)
