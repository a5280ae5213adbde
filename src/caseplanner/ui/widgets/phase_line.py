"""The line on top of the hub: the intake and the phases of a plan, each a way to its page."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from caseplanner.dossier import answers, course, intake, meetings, phases
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.intake import Part, Standing
from caseplanner.dossier.model import (
    CaseState,
    Dimension,
    DimensionState,
    Dossier,
    MeetingState,
)
from caseplanner.dossier.phases import Phase, PhaseState, Progress
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press
from caseplanner.words import _, short_day

DOT, AIR, SIDE = 22, 10, 6
LEFT = Qt.AlignmentFlag.AlignLeft
BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def title(phase: Phase) -> str:
    """The phase as the line names it."""
    match phase:
        case Phase.PLAN:
            return _("Make the plan")
        case Phase.ANSWERS:
            return _("Three-way meeting")
        case Phase.SET:
            return _("Set the plan")
        case Phase.SIGN:
            return _("Sign")


def state_in_words(progress: Progress) -> str:
    """How far a phase is, in a few words that fit under its dot."""
    if progress.state is PhaseState.DONE:
        return _("done")
    if progress.state is PhaseState.TO_COME:
        return _("after that")
    match progress.phase:
        case Phase.PLAN:
            return _("{done} of {total} discussed", done=progress.done, total=progress.total)
        case Phase.ANSWERS:
            return _("{done} of {total} answered", done=progress.done, total=progress.total)
        case Phase.SET:
            return _("ready to set")
        case Phase.SIGN:
            return _("{done} of {total} signed", done=progress.done, total=progress.total)


@dataclass(frozen=True, slots=True)
class Stop:
    """One dot on the line, with what stands under it; `way` is the page with its argument."""

    title: str
    told: str
    state: PhaseState
    way: tuple[str, object]


def stops(dossier: Dossier) -> tuple[Stop, ...]:
    """The intake, and after it what a plan goes through.

    The intake never holds a plan up: both may be under way at the same time (domain.md 1a).
    """
    plan = (
        Stop(title(p.phase), _told(dossier, p), p.state, _way(dossier, p.phase))
        for p in phases.progress(dossier)
    )
    told, state = _intake(dossier)
    return (Stop(_("Intake"), told, state, ("intake", None)), *plan)


def _told(dossier: Dossier, progress: Progress) -> str:
    """How far the phase is; of the meeting also that it goes on now, or when the next one is."""
    meeting = meetings.next_one(dossier) if progress.phase is Phase.ANSWERS else None
    if meeting and meeting.state is MeetingState.GOING:
        return _(VALUES[MeetingState][MeetingState.GOING])
    if meeting and meeting.on:
        return _("next: {day}", day=short_day(meeting.on))
    return state_in_words(progress)


def _way(dossier: Dossier, phase: Phase) -> tuple[str, object]:
    """Where the phase is done, with the argument of that page."""
    match phase:
        case Phase.PLAN:
            unseen = (d for d in Dimension if answers.state(dossier, d) is DimensionState.UNSEEN)
            return "dimension", next(unseen, Dimension.SELF)
        case Phase.ANSWERS:
            return "talk", "prepare"
        case Phase.SET:
            return "answers", None
        case Phase.SIGN:
            return "sign", None


def _intake(dossier: Dossier) -> tuple[str, PhaseState]:
    """Done when each part was talked about, or when the worker says the case is past it."""
    talked = sum(intake.standing(dossier, part) is Standing.TALKED for part in Part)
    total = len(Part)
    told = _("{done} of {total} discussed", done=talked, total=total) if talked else _("begun")
    match intake.as_a_whole(dossier):
        case Standing.TALKED:
            return _("done"), PhaseState.DONE
        case _ if course.is_past(dossier, CaseState.INTAKE):
            return _("done"), PhaseState.DONE
        case Standing.BEGUN:
            return told, PhaseState.NOW
        case Standing.EMPTY:
            return _("not begun"), PhaseState.TO_COME


class PhaseLine(QWidget):
    """Dots on a line; shape, words and weight tell the state, never colour alone. Each is a way to
    where that is done: `go` asks for the page.

    Where the words do not fit beside each other, the dots stand under each other.
    """

    go = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self.ways: list[_Dot] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_dossier(self, dossier: Dossier) -> None:
        found = stops(dossier)
        if found == self._stops:
            return
        self._stops = found
        while len(self.ways) < len(found):
            self.ways.append(self._way(len(self.ways)))
        for way, stop in zip(self.ways, found, strict=True):
            way.tell(stop, last=stop is found[-1])
        told = "; ".join(f"{stop.title}: {stop.told}" for stop in found)
        self.setAccessibleName(_("How far the plan is: {phases}.", phases=told))
        self.updateGeometry()
        self._arrange()

    def is_across(self, width: int) -> bool:
        """The words fit beside each other in this width."""
        pitch = width / max(len(self._stops), 1) - theme.px(AIR)
        return all(max(_advance(stop)) <= pitch for stop in self._stops)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), self.heightForWidth(theme.px(600)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(DOT))

    def heightForWidth(self, width: int) -> int:
        if self.is_across(width):
            return theme.px(DOT) + theme.px(4) + sum(_heights())
        return _pitch_down() * len(self._stops)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._arrange()

    def _way(self, place: int) -> "_Dot":
        way = _Dot(self)
        way.clicked.connect(lambda: self.go.emit(*self._stops[place].way))
        way.show()
        return way

    def _arrange(self) -> None:
        across = self.is_across(self.width())
        many = max(len(self._stops), 1)
        for place, way in enumerate(self.ways):
            left, right = place * self.width() // many, (place + 1) * self.width() // many
            tall = _pitch_down()
            room = (left, 0, right - left, self.height())
            way.setGeometry(*(room if across else (0, place * tall, self.width(), tall)))
            way.across = across
            way.update()


class _Dot(QAbstractButton):
    """One dot with its words, and the line to the next."""

    def __init__(self, line: PhaseLine) -> None:
        super().__init__(line)
        self.across, self._last = True, False
        self._stop: Stop | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def tell(self, stop: Stop, *, last: bool) -> None:
        self._stop, self._last = stop, last
        self.setAccessibleName(f"{stop.title}: {stop.told}")
        self.update()

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
        if self._stop is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5 - theme.px(SIDE), -1.5)
        if self.underMouse():
            painter.setBrush(theme.colour("sunken"))
        painter.setPen(QPen(theme.colour("focus"), 3) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        if self.across:
            self._draw_across(painter, self._stop)
        else:
            self._draw_down(painter, self._stop)
        painter.end()

    def _draw_across(self, painter: QPainter, stop: Stop) -> None:
        left, air = theme.px(SIDE), theme.px(5)
        dot = QRectF(left + 1, 1, theme.px(DOT), theme.px(DOT))
        if not self._last:
            middle = dot.center().y()
            end = QPointF(self.width() + left - air, middle)
            _draw_line(painter, QPointF(dot.right() + air, middle), end, stop)
        _draw_dot(painter, dot, stop.state)
        top = dot.bottom() + theme.px(3)
        for (words, font, ink), tall in zip(_lines(stop), _heights(), strict=True):
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(left, top, self.width() - left, tall), LEFT, words)
            top += tall

    def _draw_down(self, painter: QPainter, stop: Stop) -> None:
        size, tall = theme.px(DOT), self.height()
        dot = QRectF(theme.px(SIDE) + 1, (tall - size) / 2, size, size)
        middle = dot.center().x()
        if not self._last:
            _draw_line(painter, QPointF(middle, dot.bottom() + 1), QPointF(middle, tall), stop)
        _draw_dot(painter, dot, stop.state)
        left = dot.right() + theme.px(AIR)
        for words, font, ink in _lines(stop):
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(left, 0, self.width() - left, tall), BESIDE, words)
            left += QFontMetrics(font).horizontalAdvance(words) + theme.px(AIR)


def _pitch_down() -> int:
    return theme.px(DOT + 6)


def _lines(stop: Stop) -> tuple[tuple[str, QFont, str], ...]:
    now = stop.state is PhaseState.NOW
    return (
        (stop.title, theme.font(15, 700 if now else 400), "ink"),
        (stop.told, theme.font(14, 400), "ink3"),
    )


def _advance(stop: Stop) -> tuple[int, ...]:
    return tuple(QFontMetrics(font).horizontalAdvance(words) for words, font, _ink in _lines(stop))


def _heights() -> tuple[int, int]:
    return QFontMetrics(theme.font(15)).height(), QFontMetrics(theme.font(14)).height()


def _draw_line(painter: QPainter, start: QPointF, end: QPointF, stop: Stop) -> None:
    done = stop.state is PhaseState.DONE
    painter.setPen(QPen(theme.colour("primary" if done else "line"), theme.px(3)))
    painter.drawLine(start, end)


def _draw_dot(painter: QPainter, dot: QRectF, state: PhaseState) -> None:
    primary = theme.colour("primary")
    if state is PhaseState.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(primary)
        painter.drawEllipse(dot)
        side = int(dot.width() * 0.7)
        check = icons.pixmap("check", "onPrimary", side)
        painter.drawPixmap(QPointF(dot.center().x() - side / 2, dot.center().y() - side / 2), check)
        return
    now = state is PhaseState.NOW
    painter.setPen(QPen(primary if now else theme.colour("lineStrong"), 3 if now else 1.6))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(dot.adjusted(1.5, 1.5, -1.5, -1.5))
    if now:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(primary)
        inset = dot.width() * 0.29
        painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset))
