"""The line at the top of the hub: the phases of a plan, each with its state in words."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseplanner.dossier.phases import Phase, PhaseState, Progress
from caseplanner.ui import icons, theme
from caseplanner.words import _


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
            return _("{done} of {total} topics discussed", done=progress.done, total=progress.total)
        case Phase.ANSWERS:
            return _("{done} of {total} goals answered", done=progress.done, total=progress.total)
        case Phase.SET:
            return _("ready to set")
        case Phase.SIGN:
            return _("{done} of {total} signed", done=progress.done, total=progress.total)


class PhaseLine(QWidget):
    """Dots on a line; shape, words and weight tell the state, never colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases: tuple[Progress, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, phases: tuple[Progress, ...]) -> None:
        self._phases = phases
        told = "; ".join(f"{title(p.phase)}: {state_in_words(p)}" for p in phases)
        self.setAccessibleName(_("How far the plan is: {phases}.", phases=told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(24) + _height(15) + _height(14) + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, progress in enumerate(self._phases):
            self._draw(painter, place, progress)
        painter.end()

    def _draw(self, painter: QPainter, place: int, progress: Progress) -> None:
        pitch = self.width() / max(len(self._phases), 1)
        left, size = place * pitch, theme.px(22)
        dot = QRectF(left + 1, 1, size, size)
        if place < len(self._phases) - 1:
            done = progress.state is PhaseState.DONE
            painter.setPen(QPen(theme.colour("primary" if done else "line"), theme.px(3)))
            air = theme.px(5)
            painter.drawLine(
                QPointF(dot.right() + air, dot.center().y()),
                QPointF(left + pitch - air, dot.center().y()),
            )
        _draw_dot(painter, dot, progress.state)
        now = progress.state is PhaseState.NOW
        room = pitch - theme.px(10)
        top = dot.bottom() + theme.px(3)
        for text, font, colour in (
            (title(progress.phase), theme.font(15, 700 if now else 400), "ink"),
            (state_in_words(progress), theme.font(14, 400), "ink3"),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(
                QRectF(left, top, room, metrics.height()), Qt.AlignmentFlag.AlignLeft, shown
            )
            top += metrics.height()


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


def _height(size: int) -> int:
    return QFontMetrics(theme.font(size, 400)).height()
