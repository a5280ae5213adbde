"""The line on top of the hub: the intake and the phases of a plan, each with its state in words."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseplanner.dossier import course, intake, phases
from caseplanner.dossier.intake import Part, Standing
from caseplanner.dossier.model import CaseState, Dossier
from caseplanner.dossier.phases import Phase, PhaseState, Progress
from caseplanner.ui import icons, theme
from caseplanner.words import _

DOT, AIR = 22, 10
LEFT = Qt.AlignmentFlag.AlignLeft
BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def title(phase: Phase) -> str:
    """The phase as the line names it."""
    match phase:
        case Phase.PLAN:
            return _("Make the plan")
        case Phase.ANSWERS:
            return _("Ask for answers")
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
    """One dot on the line, with what stands under it."""

    title: str
    told: str
    state: PhaseState


def stops(dossier: Dossier) -> tuple[Stop, ...]:
    """The intake, and after it what a plan goes through.

    The intake never holds a plan up: both may be under way at the same time (domain.md 1a).
    """
    plan = (Stop(title(p.phase), state_in_words(p), p.state) for p in phases.progress(dossier))
    return (_intake(dossier), *plan)


def _intake(dossier: Dossier) -> Stop:
    """Done when each part was talked about, or when the worker says the case is past it."""
    talked = sum(intake.standing(dossier, part) is Standing.TALKED for part in Part)
    total = len(Part)
    told = _("{done} of {total} discussed", done=talked, total=total) if talked else _("begun")
    match intake.as_a_whole(dossier):
        case Standing.TALKED:
            return Stop(_("Intake"), _("done"), PhaseState.DONE)
        case _ if course.is_past(dossier, CaseState.INTAKE):
            return Stop(_("Intake"), _("done"), PhaseState.DONE)
        case Standing.BEGUN:
            return Stop(_("Intake"), told, PhaseState.NOW)
        case Standing.EMPTY:
            return Stop(_("Intake"), _("not begun"), PhaseState.TO_COME)


class PhaseLine(QWidget):
    """Dots on a line; shape, words and weight tell the state, never colour alone.

    Where the words do not fit beside each other, the dots stand under each other.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_dossier(self, dossier: Dossier) -> None:
        found = stops(dossier)
        if found == self._stops:
            return
        self._stops = found
        told = "; ".join(f"{stop.title}: {stop.told}" for stop in found)
        self.setAccessibleName(_("How far the plan is: {phases}.", phases=told))
        self.updateGeometry()
        self.update()

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
        return self._pitch_down() * len(self._stops)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = self.is_across(self.width())
        for place, stop in enumerate(self._stops):
            if across:
                self._draw_across(painter, place, stop)
            else:
                self._draw_down(painter, place, stop)
        painter.end()

    def _draw_across(self, painter: QPainter, place: int, stop: Stop) -> None:
        pitch = self.width() / len(self._stops)
        left, air = place * pitch, theme.px(5)
        dot = QRectF(left + 1, 1, theme.px(DOT), theme.px(DOT))
        if place < len(self._stops) - 1:
            middle = dot.center().y()
            start, end = QPointF(dot.right() + air, middle), QPointF(left + pitch - air, middle)
            _draw_line(painter, start, end, stop)
        _draw_dot(painter, dot, stop.state)
        top = dot.bottom() + theme.px(3)
        for (words, font, ink), tall in zip(_lines(stop), _heights(), strict=True):
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(left, top, pitch, tall), LEFT, words)
            top += tall

    def _draw_down(self, painter: QPainter, place: int, stop: Stop) -> None:
        pitch, size = self._pitch_down(), theme.px(DOT)
        dot = QRectF(1, place * pitch + (pitch - size) / 2, size, size)
        if place < len(self._stops) - 1:
            middle = dot.center().x()
            end = QPointF(middle, dot.top() + pitch - 1)
            _draw_line(painter, QPointF(middle, dot.bottom() + 1), end, stop)
        _draw_dot(painter, dot, stop.state)
        left = dot.right() + theme.px(AIR)
        for words, font, ink in _lines(stop):
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(left, place * pitch, self.width() - left, pitch), BESIDE, words)
            left += QFontMetrics(font).horizontalAdvance(words) + theme.px(AIR)

    def _pitch_down(self) -> int:
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
