"""The card of one dimension on the hub: what the client wants, how far it is, what comes next."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier import answers, goals
from caseplanner.dossier.guide import DimensionGuide
from caseplanner.dossier.model import DimensionState, Dossier, Goal, GoalState, Step, StepState
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets import press
from caseplanner.ui.widgets.dots import StepDots
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _, count

OPEN = (StepState.TO_DO, StepState.BUSY, StepState.STUCK)
NEXT = 2  # open steps a card shows


class DimCard(QAbstractButton):
    """One click opens the dimension. A screen reader hears the whole card as one sentence."""

    def __init__(self, guide: DimensionGuide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._tag = Tag()
        self._quote = Heading("", weight=500)
        self._intro = Small("")  # in its place while nothing was said
        self._dots = StepDots(guide.dimension)
        self._steps_told = Small("", size=15)
        self._next = tuple(NextStep() for _line in range(NEXT))
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        dimension = self._guide.dimension
        state = answers.state(dossier, dimension)
        kind, icon, told = _state_in_words(dossier, self._guide, state)
        self._tag.say(told, kind, icon)
        goal = _first_goal(dossier, self._guide)
        said = _said(dossier, self._guide, goal)
        self._quote.setText(said)
        self._quote.setVisible(bool(said))
        begun = _is_begun(dossier, self._guide)
        self._intro.setText("" if begun else self._guide.intro.strip().splitlines()[0])
        self._intro.setVisible(not said and not begun)
        done, total = goals.steps_done(goal) if goal else (0, 0)
        self._dots.show_steps(done, total)
        steps_told = _steps_in_words(dossier, self._guide, goal, done, total)
        self._steps_told.setText(steps_told)
        open_steps = [s for s in goal.steps if s.state in OPEN] if goal else []
        coming = sorted(open_steps, key=lambda s: s.on or date.max)[:NEXT]
        for place, line in enumerate(self._next):
            line.show_step(coming[place] if place < len(coming) else None)
        then = [f"{s.text} {dates.short(s.on)}" if s.on else s.text for s in coming]
        parts = (self._guide.title, told, said, steps_told, *then)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part) + ".")

    def _build(self) -> None:
        title = Heading(self._guide.title, size=17)
        head = QGridLayout()
        head.setHorizontalSpacing(theme.px(9))
        head.setVerticalSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(IconTile(self._guide.dimension), 0, 0, 2, 1, top)
        head.addWidget(title, 0, 1)
        head.addWidget(self._tag, 0, 2)
        head.addWidget(Small(self._guide.name, size=14), 1, 1, 1, 2)
        head.setColumnStretch(1, 1)
        told = QHBoxLayout()
        told.setSpacing(theme.px(10))
        told.addWidget(self._dots)
        told.addWidget(self._steps_told, 1)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(16), theme.px(13))
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self._quote)
        layout.addWidget(self._intro)
        layout.addStretch(1)
        layout.addLayout(told)
        then = QVBoxLayout()
        then.setSpacing(0)
        for line in self._next:
            then.addWidget(line)
        layout.addLayout(then)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour("lineStrong" if self.underMouse() else "line")
        painter.setPen(QPen(theme.colour("focus"), 2.5) if self.hasFocus() else QPen(edge, 1))
        painter.setBrush(theme.colour("sunken" if self.isDown() else "surface"))
        inset = 1.5 if self.hasFocus() else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, theme.px(12), theme.px(12))
        painter.end()


class NextStep(QWidget):
    """One open step: an empty circle, what, and when. The full text is on the dimension's page."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._when = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step | None) -> None:
        self.setVisible(step is not None)
        self._text = step.text if step else ""
        self._when = dates.short(step.on) if step and step.on else ""
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), QFontMetrics(theme.font(15, 600)).height() + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, size, air = QRectF(self.rect()), theme.px(13), theme.px(10)
        circle = QRectF(1, (box.height() - size) / 2, size, size)
        painter.setPen(QPen(theme.colour("ink2"), 1.3))
        painter.drawEllipse(circle)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font(15, 400))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, self._when)
        taken = painter.fontMetrics().horizontalAdvance(self._when)
        painter.setFont(theme.font(15, 600))
        painter.setPen(theme.colour("ink"))
        left = circle.right() + air
        room = box.width() - left - (taken + air if taken else 0)
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, 0, room, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def _first_goal(dossier: Dossier, guide: DimensionGuide) -> Goal | None:
    """The goal a card shows: one of now, else one reached, else one for later."""
    for state in (GoalState.NOW, GoalState.REACHED, GoalState.LATER):
        found = goals.of(dossier, guide.dimension, state)
        if found:
            return found[0]
    return None


def _said(dossier: Dossier, guide: DimensionGuide, goal: Goal | None) -> str:
    if goal:
        return f"“{goal.text}”"
    why = answers.why_no_goal(dossier, guide.dimension)
    if why:
        return f"“{why}”"
    words = answers.given(dossier, answers.words_of(guide.dimension))
    return f"“{words}”" if words else ""


def _state_in_words(
    dossier: Dossier, guide: DimensionGuide, state: DimensionState
) -> tuple[str, str, str]:
    """(kind, icon, words) of the tag."""
    match state:
        case DimensionState.AT_WORK:
            return "info", "pencil", _("At work")
        case DimensionState.DONE:
            return "ok", "circle-check", _("Done")
        case DimensionState.NO_GOAL:
            return "neutral", "check", _("No goal now")
        case DimensionState.UNSEEN:
            if _is_begun(dossier, guide):
                return "warn", "clock", _("To discuss")
            return "neutral", "", _("Not begun")


def _is_begun(dossier: Dossier, guide: DimensionGuide) -> bool:
    """Something was said or scored, though there is no goal yet (ux.md section 2, task list)."""
    asked = (answers.words_of(guide.dimension), *(q.id for q in guide.questions))
    return any(answers.given(dossier, question) for question in asked) or any(
        score.dimension is guide.dimension for score in dossier.scores
    )


def _steps_in_words(
    dossier: Dossier, guide: DimensionGuide, goal: Goal | None, done: int, total: int
) -> str:
    if goal is None:
        if answers.state(dossier, guide.dimension) is DimensionState.NO_GOAL:
            return _("Discussed, no goal now")
        return _("No goal yet") if _is_begun(dossier, guide) else ""
    more = len(goals.of(dossier, guide.dimension, GoalState.NOW, GoalState.LATER)) - 1
    told = _("{done} of {total} steps done", done=done, total=total) if total else _("No steps yet")
    return told + (" · " + count("{n} more goal", "{n} more goals", more) if more > 0 else "")
