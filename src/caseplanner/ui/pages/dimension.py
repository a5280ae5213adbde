"""One dimension: what the client says about it on the left, the goals made of it on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier.guide import DimensionGuide, Guide
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dimension.goal_list import GoalList
from caseplanner.ui.dimension.scores import ScoresCard
from caseplanner.ui.dimension.talk import QuestionsCard, WordsCard
from caseplanner.ui.dimension.victim import VictimCards
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards import notices
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll, reach
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _

WIDE = 1000  # pixels at 100 % text from which talk and goals stand side by side


class DimensionPage(Page):
    """The page of one dimension. Everything on it is saved as it is typed."""

    def __init__(self, session: Session, guide: Guide, dimension: Dimension) -> None:
        super().__init__()
        mine = guide.of(dimension)
        self._session = session
        editing = Editing(session, self.toast.emit)
        self.head = Head(session, guide, dimension)
        self.words = WordsCard(editing, mine)
        self.scores = ScoresCard(editing, dimension)
        self.questions = QuestionsCard(editing, mine)
        self.goals = GoalList(editing, mine)
        victim = dimension is Dimension.VICTIM
        self.information = InformationCard(mine) if victim else None
        self.victim = VictimCards(editing) if victim else None
        self._talk, self._side = QWidget(), QWidget()
        self._grid = QGridLayout()
        self._wide: bool | None = None
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.head.show_dossier(dossier)
        self.words.show_dossier(dossier)
        self.scores.show_dossier(dossier)
        self.questions.show_dossier(dossier)
        self.goals.show_dossier(dossier)
        if self.victim:
            self.victim.show_dossier(dossier)
        self._show_findings()

    def more(self) -> bool:
        return self.goals.more()

    def focus_first(self) -> None:
        found = notices.first_open(self)  # what holds the plan back comes first
        start = found.stand if found else self.words.field
        reach(start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= theme.px(WIDE))

    def _build(self) -> None:
        self.head.go.connect(self.go)
        self.head.to_goals.clicked.connect(self._to_goals)
        self.goals.came.connect(self._show_findings)
        talk = QVBoxLayout(self._talk)
        talk.setContentsMargins(0, 0, 0, 0)
        talk.setSpacing(theme.px(14))
        for card in (self.words, self.scores, self.questions):
            talk.addWidget(card)
        talk.addStretch(1)
        beside = QVBoxLayout(self._side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(14))
        beside.addWidget(self.goals)
        if self.victim:
            beside.addWidget(self.victim)
        beside.addStretch(1)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(14))
        layout.addWidget(self.head)
        if self.information:
            layout.addWidget(self.information)
        layout.addLayout(self._grid, 1)
        self._grid.setSpacing(theme.px(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))
        self._arrange(True)  # until it is known how wide it gets: nothing may hang loose

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self.head.arrange(wide)
        self._grid.addWidget(self._talk, 0, 0)
        if wide:
            self._grid.addWidget(self._side, 0, 1)
        else:
            self._grid.addWidget(self._side, 1, 0)
        self._grid.setColumnStretch(0, 36 if wide else 1)
        self._grid.setColumnStretch(1, 64 if wide else 0)

    def _show_findings(self) -> None:
        notices.show_all(self, self._session.dossier)

    def _to_goals(self) -> None:
        cards = self.goals.cards.values()
        first = next((card.words for card in cards), self.goals.new.words)
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class Head(QWidget):
    """Where we are, what is saved, and the way to the dimension before and after."""

    go = Signal(str, object)

    def __init__(self, session: Session, guide: Guide, dimension: Dimension) -> None:
        super().__init__()
        self._guide = guide
        self.back = buttons.link("")
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.saved = Saved(session)
        self.to_goals = buttons.quiet(_("To the goals"), "arrow-down")
        self._ways = QWidget()
        self._grid = QGridLayout(self)
        self._build(dimension)

    def show_dossier(self, dossier: Dossier) -> None:
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.saved.show_saved()

    def arrange(self, wide: bool) -> None:
        """Put what is saved and the ways on beside the title, or below it."""
        self.to_goals.setVisible(not wide)
        if wide:
            self._grid.addWidget(self._ways, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._ways, 1, 0, 1, 3)

    def _build(self, dimension: Dimension) -> None:
        mine = self._guide.of(dimension)
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + mine.title))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addLayout(crumbs)
        names.addWidget(Title(mine.title))
        names.addWidget(Small(mine.name))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.addWidget(IconTile(dimension, 56), 0, 0)
        self._grid.addLayout(names, 0, 1)
        self._grid.setColumnStretch(1, 1)
        ways = Flow(self._ways, spacing=theme.px(6))
        ways.addWidget(self.saved)
        ways.addWidget(self.to_goals)
        order = list(Dimension)
        place = order.index(dimension)
        if place > 0:
            ways.addWidget(self._to(order[place - 1], "arrow-left", _("Before: {topic}")))
        if place < len(order) - 1:
            ways.addWidget(self._to(order[place + 1], "arrow-right", _("Next: {topic}")))

    def _to(self, dimension: Dimension, icon: str, told: str) -> QWidget:
        title = self._guide.of(dimension).title
        button = buttons.quiet(title, icon)
        button.setAccessibleName(told.format(topic=title))
        button.clicked.connect(lambda: self.go.emit("dimension", dimension))
        return button


class InformationCard(Card):
    """What holds for the talk about the victim, before anything is asked (ux.md section 4)."""

    def __init__(self, guide: DimensionGuide) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        pad(row, theme.px(18), theme.px(14))
        row.setSpacing(theme.px(14))
        row.addWidget(Picture("info", "primary", 24), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Heading(_("Good to know first"), size=18))
        for line in guide.intro.splitlines():
            if line.strip():
                words.addWidget(Body(line.strip()))
        row.addLayout(words, 1)
