"""How ink looks on a screen: smooth curves through the points, thicker where the pen pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from caseplanner.dossier.ink import Ink, Point

THICKNESS = 0.0038  # of the paper's width, at the middling pressure of a mouse


def fit(aspect: float, room: QRectF) -> QRectF:
    """The largest rectangle of this shape (width over height) in the middle of the room."""
    width = min(room.width(), room.height() * aspect)
    height = width / aspect
    return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)


def draw(painter: QPainter, ink: Ink, room: QRectF, colour: QColor) -> None:
    """Draw the whole of the ink as large as it fits, in its own shape."""
    paper = fit(ink.aspect, room)
    for stroke in ink.strokes:
        draw_stroke(painter, stroke, paper, colour)


def draw_stroke(painter: QPainter, stroke: Sequence[Point], paper: QRectF, colour: QColor) -> None:
    """Draw one stroke from its first point to its last."""
    for index in range(len(stroke)):
        draw_piece(painter, stroke, index, paper, colour)
    draw_tail(painter, stroke, paper, colour)


def draw_piece(
    painter: QPainter, stroke: Sequence[Point], index: int, paper: QRectF, colour: QColor
) -> QRectF:
    """Draw what the point at `index` adds; returns where. Later points never change it.

    A quadratic curve from the middle of one pair of points to the middle of the next, bent by
    the point between them: the usual way to smooth a pen, and each piece needs no later point.
    """
    path = QPainterPath(_middle(stroke, index - 1, paper))
    path.quadTo(_place(stroke[max(0, index - 1)], paper), _middle(stroke, index, paper))
    return _line(painter, path, stroke[index], paper, colour)


def draw_tail(painter: QPainter, stroke: Sequence[Point], paper: QRectF, colour: QColor) -> QRectF:
    """Draw the end of the stroke, which the next point would bend; returns where."""
    last = len(stroke) - 1
    path = QPainterPath(_middle(stroke, last, paper))
    path.lineTo(_place(stroke[last], paper))
    return _line(painter, path, stroke[last], paper, colour)


def _line(
    painter: QPainter, path: QPainterPath, point: Point, paper: QRectF, colour: QColor
) -> QRectF:
    width = max(1.0, paper.width() * THICKNESS * (0.4 + 1.2 * point.pressure))
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if path.elementCount() > 1:
        painter.drawPath(path)
    else:  # a tap without movement: a path of no length is not drawn, a point is
        painter.drawPoint(_place(point, paper))
    return path.boundingRect().adjusted(-width, -width, width, width)


def _middle(stroke: Sequence[Point], index: int, paper: QRectF) -> QPointF:
    if index < 1:
        return _place(stroke[0], paper)
    return (_place(stroke[index - 1], paper) + _place(stroke[index], paper)) / 2


def _place(point: Point, paper: QRectF) -> QPointF:
    return QPointF(paper.x() + point.x * paper.width(), paper.y() + point.y * paper.height())
