"""What the client said to each goal, side by side, and setting the plan as a version."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import agreements, answers, checks, goals, reviews
from caseplanner.dossier.checks import Lack, Missing
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    DimensionState,
    Dossier,
    Goal,
    GoalState,
    PlanVersion,
    VersionReason,
)
from caseplanner.dossier.reviews import Terms
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets import buttons, text, todo_list
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.hash_label import HashLabel
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _, clock, day, mark

WIDE = 780  # in pixels of 100 % text: below it the two columns go below each other
REASONS = {
    VersionReason.FIRST: mark("The first plan"),
    VersionReason.REVIEW: mark("After a review"),
    VersionReason.CONDITIONS: mark("The conditions changed"),
    VersionReason.TRANSFER: mark("A transfer"),
    VersionReason.HANDOVER: mark("A handover"),
    VersionReason.END: mark("The end of the plan"),
}
SAID = {
    ClientAnswer.YES: ("thumbs-up", mark("Yes")),
    ClientAnswer.NO: ("thumbs-down", mark("No")),
    ClientAnswer.UNSURE: ("circle-help", mark("I don't know yet")),
    ClientAnswer.COULD_NOT: ("circle-dot", mark("Could not answer")),
}


class Agreed(QWidget):
    """The end of asking: read what was said, see what is still needed, set the plan."""

    ask = Signal(object)  # the Goal to ask about again
    go = Signal(str, object)

    def __init__(self, session: Session, guide: Guide, terms: Callable[[], Terms]) -> None:
        super().__init__()
        self._session = session
        self._guide, self._terms = guide, terms
        self._title = text.Heading("", size=28)
        self.said = _Lines()
        self.needed = NeededCard(guide)
        self.needed.ask.connect(self.ask)
        self.needed.go.connect(self.go)
        self.setting = SetCard()
        self.setting.freeze.connect(self._freeze)
        self.setting.go.connect(self.go)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self._title.setText(_("What {name} says", name=dossier.person.called))
        self.said.show_lines([self._line(dossier, dimension) for dimension in Dimension])
        self.needed.show_dossier(dossier)
        self.setting.show_dossier(dossier)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(WIDE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() is not way:
            self._columns.setDirection(way)

    def _build(self) -> None:
        told = Card()
        inside = QVBoxLayout(told)
        inside.setContentsMargins(*(theme.px(24),) * 4)
        inside.addWidget(self._title)
        inside.addWidget(self.said)
        inside.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(12))
        beside.addWidget(self.setting)
        beside.addWidget(self.needed)
        beside.addStretch(1)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(14))
        self._columns.addWidget(told, 6)
        self._columns.addLayout(beside, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(content))

    def _line(self, dossier: Dossier, dimension: Dimension) -> QWidget:
        lines = _Lines()
        asked = goals.of(dossier, dimension, GoalState.NOW)
        if asked:
            lines.show_lines([self._goal(goal) for goal in asked])
        else:
            lines.show_lines([_Said(dimension, _without_goal_of_now(dossier, dimension))])
        return lines

    def _goal(self, goal: Goal) -> QWidget:
        line = _Said(goal.dimension, f"“{goal.text}”", goal.answer, goal.answer_reason)
        line.change.setAccessibleName(_("Change the answer: {goal}", goal=goal.text))
        line.change.clicked.connect(lambda: self.ask.emit(goal))
        return line

    def _freeze(self, reason: VersionReason) -> None:
        terms, today = self._terms(), dates.today()
        self._session.freeze(reason, lambda d: reviews.with_next(d, terms, today))
        self.show_dossier(self._session.dossier)


def _without_goal_of_now(dossier: Dossier, dimension: Dimension) -> str:
    match answers.state(dossier, dimension):
        case DimensionState.NO_GOAL:
            why = answers.why_no_goal(dossier, dimension)
            return _("No goal now: {reason}", reason=f"“{why}”")
        case DimensionState.AT_WORK:
            return _("only for later")
        case DimensionState.DONE:
            return _("reached")
        case DimensionState.UNSEEN:
            return _("not talked about yet")


class NeededCard(Card):
    """What blocks setting the plan, and what is only advice; each a link to where it is done.

    Without `advise` only what blocks: in front of the client there is no more to do.
    """

    ask = Signal(object)
    go = Signal(str, object)

    def __init__(self, guide: Guide, *, advise: bool = True) -> None:
        super().__init__()
        self._guide, self._advise = guide, advise
        self._first = text.Heading(_("First this"), size=19)
        self.blocking = _Lines()
        self._later = text.Heading(_("To think about"), size=19)
        self.advice = _Lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        for part in (self._first, self.blocking, self._later, self.advice):
            layout.addWidget(part)

    def show_dossier(self, dossier: Dossier) -> None:
        lacks = checks.before_agreeing(dossier)
        blocking = [lack for lack in lacks if lack.blocks]
        advice = [lack for lack in lacks if not lack.blocks and self._advise]
        self.blocking.show_lines([self._link(lack) for lack in blocking])
        self.advice.show_lines([self._link(lack) for lack in advice])
        self._first.setVisible(bool(blocking))
        self._later.setVisible(bool(advice))
        self.setVisible(bool(blocking or advice))

    def _link(self, lack: Missing) -> QWidget:
        todo = todo_list.todo_of(lack, self._guide)
        link = buttons.link(todo.what)
        link.setAccessibleName(f"{todo.what}: {todo.about}" if todo.about else todo.what)
        if lack.lack is Lack.NO_ANSWER:
            link.clicked.connect(lambda: self.ask.emit(lack.goal))
        else:
            link.clicked.connect(lambda: self.go.emit(todo.page, todo.argument))
        about = text.Small(todo.about)
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(about)
        return line


class SetCard(Card):
    """Sets the plan as a version, or says that it is set, with its number and its mark."""

    freeze = Signal(object)  # the VersionReason
    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._title = text.Heading("", size=23)
        self._told = text.Body("", size=17)
        self.reason = Choice()
        self.reason.setAccessibleName(_("Why is this a new version?"))
        self.set_plan = buttons.primary(_("Set the plan"), "file-lock")
        self.set_plan.clicked.connect(self._set)
        self._mark = text.Small(_("The mark of this version. It also stands on paper."))
        self.hash = HashLabel()
        self.next = text.Body("")
        self.sign = buttons.primary(_("Sign now"), "signature")
        self.sign.clicked.connect(lambda: self.go.emit("sign", None))
        self.look = buttons.secondary(_("See the PDF"), "file-text")
        self.look.clicked.connect(self._look)
        self._version = ""
        self._before, self._after = QWidget(), QWidget()
        before = QVBoxLayout(self._before)
        before.addWidget(self.reason)
        before.addWidget(self.set_plan)
        after = QVBoxLayout(self._after)
        shown: tuple[QWidget, ...] = (self.next, self._mark, self.hash, self.sign, self.look)
        for part in shown:
            after.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.setSpacing(theme.px(10))
        for row in (self._title, self._told, self._before, self._after):
            layout.addWidget(row)
        for inside in (before, after):
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.px(10))

    def show_dossier(self, dossier: Dossier) -> None:
        latest = agreements.latest(dossier)
        if latest and not agreements.is_changed(dossier):
            self._show_set(latest)
            self._show_next(dossier)
        else:
            self._show_open(dossier, latest)
        is_set = bool(latest) and not agreements.is_changed(dossier)
        self._after.setVisible(is_set)
        self._before.setVisible(not is_set)

    def _show_set(self, version: PlanVersion) -> None:
        self._version = version.id
        self._title.setText(_("Version {number} is set", number=version.number))
        when = version.frozen_at.astimezone()
        self._told.setText(
            _(
                "{reason}. Set on {day} at {time}. It does not change any more.",
                reason=_(REASONS[version.reason]),
                day=day(when.date()),
                time=clock(when),
            )
        )
        self.hash.show_hash(version.content)

    def _show_next(self, dossier: Dossier) -> None:
        """What setting the plan put in the agenda."""
        following = reviews.next_one(dossier)
        on = following.due if following else None
        self.next.setText(_("Next review: {day}.", day=day(on)) if on else "")
        self.next.setVisible(on is not None)

    def _show_open(self, dossier: Dossier, latest: PlanVersion | None) -> None:
        number = latest.number + 1 if latest else 1
        self._title.setText(_("Set the plan as version {number}", number=number))
        blocked = any(lack.blocks for lack in checks.before_agreeing(dossier))
        self._told.setText(
            _("Something has to be done first. See below.")
            if blocked
            else _("A version that is set stays as it is. Then everyone can sign it.")
        )
        self.set_plan.setEnabled(not blocked)
        offered = [r for r in VersionReason if (r is VersionReason.FIRST) is (latest is None)]
        if [self.reason.itemData(place) for place in range(self.reason.count())] != offered:
            self.reason.clear()
            for reason in offered:
                self.reason.addItem(_(REASONS[reason]), reason)

    def _set(self) -> None:
        self.freeze.emit(self.reason.value())

    def _look(self) -> None:
        self.go.emit("preview", self._version)


class _Said(QWidget):
    """A goal and what the client said to it."""

    def __init__(
        self,
        dimension: Dimension,
        words: str,
        answer: ClientAnswer | None = None,
        reason: str = "",
    ) -> None:
        super().__init__()
        told = text.Heading(words, size=17, weight=500)
        why = text.Small(f"“{reason}”" if reason else "")
        why.setVisible(bool(reason))
        self.change = buttons.link(_("Change"))
        self.change.setVisible(answer is not None)
        under = QHBoxLayout()
        under.setSpacing(theme.px(12))
        if answer:
            icon, name = SAID[answer]
            under.addWidget(Tag(_(name), "info", icon))  # one colour: no answer is the good one
        under.addWidget(why, 1)
        under.addStretch(0 if reason else 1)
        under.addWidget(self.change)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(told)
        column.addLayout(under)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(14))
        row.addWidget(IconTile(dimension), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class _Lines(QWidget):
    """Widgets below each other, all replaced at once."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(line)
