"""The pad a signature is drawn on, with a mouse, a finger or a pen."""

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEventPoint,
    QImage,
    QInputDevice,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseplanner.dossier.ink import Ink, Point
from caseplanner.ui import theme
from caseplanner.ui.widgets import roles, strokes
from caseplanner.words import _

RIM = 2.0  # room for the focus ring
MIDDLING = 0.5  # the pressure of a device that cannot feel any (dossier/ink.py)
FLATTEST, STEEPEST = 6.0, 0.5  # shapes of paper that can hold a signature


class SignaturePad(QWidget):
    """Keeps what is drawn as strokes with time and pressure.

    The paper takes the shape of the pad at the first touch and then keeps it: when the pad gets
    another shape the paper is scaled alike in both directions, so a drawing is never stretched
    (ux.md section 11). Ctrl+Z takes the last stroke away while the pad has the focus.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[Point]] = []
        self._aspect = 0.0
        self._layer = QImage()
        self._clock = QElapsedTimer()
        self._drawing = False
        self._finger = -1
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        roles.tell(self, QAccessible.Role.Canvas)
        self.setAccessibleName(_("Pad to draw a signature on"))
        self.setAccessibleDescription(
            _("Draw with a mouse, finger or pen. With a keyboard: choose Rather on paper.")
        )

    def ink(self) -> Ink | None:
        """What was drawn; None when nothing was."""
        if not self._strokes:
            return None
        return Ink(round(self._aspect, 4), tuple(tuple(stroke) for stroke in self._strokes))

    def clear(self) -> None:
        self._strokes = []
        self._drawing = False
        self._redraw()

    def take_back(self) -> None:
        """Take the last stroke away."""
        self._strokes = self._strokes[:-1]
        self._drawing = False
        self._redraw()

    def paper(self) -> QRectF:
        """Where can be drawn, in the pad's own coordinates."""
        room = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        shape = room.width() / max(room.height(), 1.0)
        if self._strokes:
            return strokes.fit(self._aspect, room)
        return strokes.fit(min(FLATTEST, max(STEEPEST, shape)), room)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(130))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(860), theme.px(410))

    # What the hand does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position(), MIDDLING)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position(), MIDDLING)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position(), event.pressure())
            case QEvent.Type.TabletMove:
                self._go_on(event.position(), event.pressure())
            case QEvent.Type.TabletRelease:
                self._end()
        event.accept()  # else Qt sends the same again as a mouse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() is QEvent.Type.ShortcutOverride and self._takes_back(event):
            event.accept()  # before the window's own Ctrl+Z
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes_back(event):
            self.take_back()
        else:
            super().keyPressEvent(event)

    def _touch(self, event: QTouchEvent) -> None:
        """Follow the first finger only: a palm that rests on the screen draws nothing."""
        event.accept()
        if event.type() is QEvent.Type.TouchCancel:
            self._finger = -1
            if self._drawing:
                self.take_back()
            return
        feels = event.device().capabilities() & QInputDevice.Capability.Pressure
        for point in event.points():
            pressure = point.pressure() if feels else MIDDLING
            if point.state() is QEventPoint.State.Pressed and self._finger < 0:
                self._finger = point.id()
                self._begin(point.position(), pressure)
            elif point.id() == self._finger:
                if point.state() is QEventPoint.State.Released:
                    self._finger = -1
                    self._end()
                elif point.state() is QEventPoint.State.Updated:
                    self._go_on(point.position(), pressure)

    def _takes_back(self, event: QEvent) -> bool:
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        return undo and bool(self._strokes)

    # What becomes of it.

    def _begin(self, at: QPointF, pressure: float) -> None:
        paper = self.paper()
        if self._drawing or not paper.contains(at):
            return
        if not self._strokes:
            self._aspect = paper.width() / paper.height()
            self._clock.start()
        self._drawing = True
        self._strokes.append([])
        self._add(at, pressure)

    def _go_on(self, at: QPointF, pressure: float) -> None:
        if self._drawing:
            self._add(at, pressure)

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            painter = self._brush()
            strokes.draw_tail(painter, self._strokes[-1], self.paper(), theme.colour("ink"))
            painter.end()
            self.changed.emit()

    def _add(self, at: QPointF, pressure: float) -> None:
        paper = self.paper()
        new = Point(
            x=_within((at.x() - paper.x()) / paper.width()),
            y=_within((at.y() - paper.y()) / paper.height()),
            t=self._clock.elapsed(),
            pressure=_within(pressure),
        )
        stroke = self._strokes[-1]
        if stroke and (stroke[-1].x, stroke[-1].y) == (new.x, new.y):
            return
        stroke.append(new)
        painter = self._brush()
        last = len(stroke) - 1
        touched = strokes.draw_piece(painter, stroke, last, paper, theme.colour("ink"))
        painter.end()
        self.update(touched.united(self._tail_was(paper)).toAlignedRect())

    def _tail_was(self, paper: QRectF) -> QRectF:
        """Where the loose end is and was: between the last three points."""
        near = [
            QPointF(paper.x() + p.x * paper.width(), paper.y() + p.y * paper.height())
            for p in self._strokes[-1][-3:]
        ]
        left, right = min(p.x() for p in near), max(p.x() for p in near)
        top, bottom = min(p.y() for p in near), max(p.y() for p in near)
        thick = 2 + paper.width() * strokes.THICKNESS * 2
        return QRectF(left, top, right - left, bottom - top).adjusted(-thick, -thick, thick, thick)

    # How it looks.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layer.isNull():
            self._render()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        painter.drawImage(QPointF(0, 0), self._layer)
        if self._drawing:
            strokes.draw_tail(painter, self._strokes[-1], self.paper(), theme.colour("ink"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layer = QImage()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._layer = QImage()
        super().changeEvent(event)

    def _paint_paper(self, painter: QPainter) -> None:
        paper = self.paper()
        focused = self.hasFocus()
        edge = theme.colour("focus" if focused else "lineStrong")
        painter.setPen(QPen(edge, 4 if focused else 2))
        painter.setBrush(theme.colour("surface"))
        radius = theme.px(18)
        painter.drawRoundedRect(paper, radius, radius)
        line = theme.colour("lineStrong")
        y = paper.y() + paper.height() * 0.76
        left, cross = paper.x() + theme.px(52), theme.px(7)
        painter.setPen(QPen(line, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, y), QPointF(paper.right() - theme.px(34), y))
        x, up = paper.x() + theme.px(34), y - theme.px(13)
        painter.drawLine(QPointF(x - cross, up - cross), QPointF(x + cross, up + cross))
        painter.drawLine(QPointF(x - cross, up + cross), QPointF(x + cross, up - cross))

    def _redraw(self) -> None:
        self._layer = QImage()
        self.update()
        self.changed.emit()

    def _render(self) -> None:
        """Draw all finished strokes anew: after a new size, new colours, or one stroke less."""
        ratio = self.devicePixelRatio()
        self._layer = QImage(
            self.size().expandedTo(QSize(1, 1)) * ratio, QImage.Format.Format_ARGB32_Premultiplied
        )
        self._layer.setDevicePixelRatio(ratio)
        self._layer.fill(Qt.GlobalColor.transparent)
        painter = self._brush()
        paper, colour = self.paper(), theme.colour("ink")
        for stroke in self._strokes:
            for index in range(len(stroke)):
                strokes.draw_piece(painter, stroke, index, paper, colour)
            if not (self._drawing and stroke is self._strokes[-1]):
                strokes.draw_tail(painter, stroke, paper, colour)
        painter.end()

    def _brush(self) -> QPainter:
        """A painter on the layer; whoever asked ends it."""
        if self._layer.isNull():
            self._render()
        painter = QPainter(self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
