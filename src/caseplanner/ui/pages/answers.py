"""Asking the client about each goal, one on a screen, and then setting the plan together."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier import answers, goals
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, DimensionState, Dossier, Goal
from caseplanner.dossier.reviews import Terms
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.pages.agreed import Agreed
from caseplanner.ui.pages.goal_screen import GoalScreen
from caseplanner.ui.widgets import big, buttons, text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.topics import Topic, Topics
from caseplanner.words import _, count

WIDE = 1000  # in pixels of 100 % text: below it the topics are icons only
LOW = 660  # height below which the large buttons are a size smaller


class AnswersPage(Page):
    """Topics at the left, the goal in the middle, back and on below; nothing moves by itself."""

    def __init__(
        self,
        session: Session,
        guide: Guide,
        terms: Callable[[], Terms] = Terms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._guide = guide
        self._now = 0  # the place among the goals of now; after the last goal: the end
        self._shown_goal = ""
        self.topics = Topics()
        self.topics.chosen.connect(self._open_topic)
        self.asking = GoalScreen(session)
        self.asking.edit.connect(lambda dimension: self.go.emit("dimension", dimension))
        self.end = Agreed(session, guide, terms)
        self.end.ask.connect(self._ask)
        self.end.go.connect(self.go)
        self.back = BigButton(_("Back"), "arrow-left")
        self.back.clicked.connect(lambda: self._move(-1))
        self.on = BigButton(_("Next"), "arrow-right", primary=True, trailing=True)
        self.on.clicked.connect(lambda: self._move(1))
        self.leave = buttons.quiet(_("To the plan"), "arrow-left")
        self.leave.setAccessibleName(_("To the plan"))
        self.leave.setToolTip(_("To the plan"))
        self.leave.clicked.connect(lambda: self.go.emit("hub", None))
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        now = goals.current(dossier)
        ids = [goal.id for goal in now]
        if self._shown_goal in ids:
            self._now = ids.index(self._shown_goal)
        self._now = min(self._now, len(now))
        at_end = self._now == len(now)
        self._shown_goal = "" if at_end else ids[self._now]
        if at_end:
            self.end.show_dossier(dossier)
        else:
            self.asking.show_goal(dossier, now[self._now])
        self._stack.setCurrentWidget(self.end if at_end else self.asking)
        self.on.setVisible(not at_end)
        self.asking.could_not.setVisible(not at_end)
        self._show_topics(dossier)

    def flush(self) -> None:
        self.asking.flush()

    def spot(self) -> str:
        """The goal that is shown, and the answer whose reason is still to come."""
        return f"{self._shown_goal} {self.asking.asking}"

    def go_to_spot(self, spot: str) -> None:
        goal, _, said = spot.partition(" ")
        now = [each.id for each in goals.current(self._session.dossier)]
        self._open(now.index(goal) if goal in now else len(now))
        if goal in now:
            self.asking.ask_again(said)

    def focus_first(self) -> None:
        """To where we are in the list of topics; never to an answer."""
        for line in self.topics.lines:
            if line.now:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_topics(self._session.dossier)
        low = self.height() < theme.px(LOW)
        for button in (self.back, self.on):
            button.set_height(big.LOW if low else big.HEIGHT)

    def _build(self) -> None:
        self._talk = text.Body(_("Today we talk about"), size=17)
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._talk)
        left.addWidget(self.topics)
        left.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.asking)
        self._stack.addWidget(self.end)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch(1)
        below.addWidget(self.asking.could_not)
        below.addStretch(1)
        below.addWidget(self.on)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(self._stack, 1)
        right.addLayout(below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*(theme.px(28), theme.px(16)) * 2)
        whole.setSpacing(theme.px(22))
        whole.addLayout(left)
        whole.addLayout(right, 1)

    def _show_topics(self, dossier: Dossier) -> None:
        now = goals.current(dossier)
        here = now[self._now].dimension if self._now < len(now) else None
        places = [*Dimension, None]
        wide = self.width() >= theme.px(WIDE)
        self._talk.setVisible(wide)
        self.leave.setText(_("To the plan") if wide else "")
        self.topics.show_topics(
            [self._topic(dossier, place) for place in places],
            places.index(here),
            only_icons=not wide,
        )

    def _topic(self, dossier: Dossier, dimension: Dimension | None) -> Topic:
        if dimension is None:
            return Topic(_("What we agree"), "")
        mine = goals.of(dossier, dimension)
        asked = [goal for goal in goals.current(dossier) if goal in mine]
        left = sum(goal.answer is None for goal in asked)
        name = self._guide.of(dimension).title
        if asked:
            told = count("{n} goal", "{n} goals", len(asked))
            return Topic(name, told, dimension, ticked=not left)
        if answers.state(dossier, dimension) is DimensionState.NO_GOAL:
            return Topic(name, _("no goal now"), dimension, ticked=True)
        return Topic(name, _("no goal yet"), dimension)

    def _open_topic(self, place: int) -> None:
        """To the first goal of the topic that has no answer yet, else to its first."""
        now = goals.current(self._session.dossier)
        dimension = [*Dimension, None][place]
        mine = [goal for goal in now if goal.dimension is dimension]
        waiting = [goal for goal in mine if goal.answer is None]
        if dimension is None:
            self._open(len(now))
        elif mine:
            self._open(now.index((waiting or mine)[0]))
        else:
            self.go.emit("dimension", dimension)

    def _ask(self, goal: Goal) -> None:
        self._open(goals.current(self._session.dossier).index(goal))

    def _move(self, by: int) -> None:
        if self._now + by < 0:
            self.flush()
            self.go.emit("hub", None)
            return
        self._open(self._now + by)
        self.focus_first()

    def _open(self, place: int) -> None:
        self.flush()
        self._now = max(0, place)
        self._shown_goal = ""
        self.show_dossier(self._session.dossier)
