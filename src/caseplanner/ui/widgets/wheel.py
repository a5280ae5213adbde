"""The herstelwiel: four quarters of five rings to count, the client in the middle.

Filled is now, the dashed line is the start. Three things never look alike: zero (a thick line
where counting begins), does not want to fill in (hatched), and not asked yet (an empty outline).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, degrees

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseplanner.dossier import answers
from caseplanner.dossier.model import Dimension, Dossier, Moment, Score, ScoredBy
from caseplanner.ui import theme
from caseplanner.ui.widgets import roles
from caseplanner.words import _

RINGS = answers.HIGHEST
# Where each quarter begins, in Qt's degrees (counter-clockwise from three o'clock): the reading
# order of the dimensions goes clockwise from the top left.
BEGINS = {Dimension.SELF: 90, Dimension.NETWORK: 0, Dimension.VICTIM: 270, Dimension.SOCIETY: 180}
HUB = 0.235  # of the wheel's radius: the disc with the name
INNER = 0.27  # of the wheel's radius: where the first ring begins


@dataclass(frozen=True, slots=True)
class Place:
    """What one quarter shows. A value None is not asked, unless `declined`."""

    now: int | None = None
    start: int | None = None
    worker: int | None = None
    declined: bool = False


def places(dossier: Dossier, worker: bool = False) -> tuple[Place, ...]:
    """The four quarters in the order of Dimension; with `worker` the worker's scores of now too."""

    def value(dimension: Dimension, by: ScoredBy, moment: Moment) -> int | None:
        score = answers.scored(dossier, dimension, by, moment)
        return score.value if score else None

    def place(dimension: Dimension) -> Place:
        at = now_of(dossier, dimension)
        return Place(
            now=at.value if at else None,
            start=value(dimension, ScoredBy.CLIENT, Moment.START),
            worker=value(dimension, ScoredBy.WORKER, Moment.NOW) if worker else None,
            declined=at is not None and at.value is None,
        )

    return tuple(place(dimension) for dimension in Dimension)


def now_of(dossier: Dossier, dimension: Dimension) -> Score | None:
    """The client's score of now, or that of the start while now was not asked yet."""
    for moment in (Moment.NOW, Moment.START):
        score = answers.scored(dossier, dimension, ScoredBy.CLIENT, moment)
        if score:
            return score
    return None


def in_words(place: Place) -> str:
    """One quarter as people say it: "3 of 5"."""
    if place.declined:
        return _("does not want to fill in")
    if place.now is None:
        return _("not asked yet")
    return _("{value} of {most}", value=place.now, most=RINGS)


def describe(called: str, quarters: Sequence[Place], titles: Sequence[str]) -> str:
    """The whole wheel in words, for who does not see it."""
    told = []
    for title, place in zip(titles, quarters, strict=True):
        line = f"{title}: {in_words(place)}"
        if place.start is not None:
            line += ", " + _("at the start {value}", value=place.start)
        if place.worker is not None:
            line += ", " + _("the worker says {value}", value=place.worker)
        told.append(line + ".")
    return " ".join((_("Wheel of {name}.", name=called), *told))


def paint(
    painter: QPainter,
    rect: QRectF,
    quarters: Sequence[Place | int | None],
    called: str = "",
    small: bool = False,
) -> None:
    """Draw the wheel in the middle of `rect`, as large as fits.

    `quarters` are in the order of Dimension; a bare number (or None: nothing to show) is a place
    of now. A small wheel has no name, no start and no outlines: it is read at a glance.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(rect.width(), rect.height()) / 2 - 1
    painter.translate(rect.center())
    for dimension, quarter in zip(Dimension, quarters, strict=True):
        place = quarter if isinstance(quarter, Place) else Place(quarter)
        _Quarter(painter, dimension, radius, small).draw(place)
    if not small:
        _draw_hub(painter, radius * HUB, called)
    painter.restore()


class _Quarter:
    """One quarter being drawn around (0, 0)."""

    def __init__(self, painter: QPainter, dimension: Dimension, radius: float, small: bool) -> None:
        look = theme.look(dimension)
        self._painter = painter
        self._colour = look.colour
        self._soft = look.soft
        self._begin = BEGINS[dimension]
        self._small = small
        self._gap = max(radius * 0.027, 1.0)  # half the cross between the quarters
        self._inner = radius * INNER
        self._pitch = (radius - self._inner) / RINGS
        self._air = max(self._pitch * 0.16, 0.8)  # between two rings
        self._round = 0 if small else self._pitch * 0.16
        # In high contrast a soft ring is as black as the page: it needs an outline to be counted.
        self._outlined = theme.is_contrast() and not small
        if theme.is_contrast() and small:
            self._soft = look.mid

    def draw(self, place: Place) -> None:
        for ring in range(RINGS):
            if place.declined:
                self._hatch(ring)
            elif place.now is None:
                self._unasked(ring)
            elif ring < place.now:
                self._fill(ring, self._colour)
            else:
                self._empty(ring)
        if self._small:
            return
        if place.now == 0:
            self._line(0.16, QPen(self._colour, self._pitch * 0.24))
        if place.start is not None:
            dashed = QPen(theme.colour("ink"), max(self._pitch * 0.11, 1.6))
            dashed.setDashPattern([4, 2.6])
            dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
            # A light edge keeps the dashes apart from the filled rings they lie on.
            self._line(place.start, QPen(theme.colour("surface"), dashed.widthF() * 2.6))
            self._line(place.start, dashed)
        if place.worker is not None:
            self._worker(place.worker)

    def _fill(self, ring: int, colour: QColor) -> None:
        join = Qt.PenJoinStyle.RoundJoin
        self._painter.setPen(
            QPen(colour, self._round * 2, j=join) if self._round else QPen(Qt.PenStyle.NoPen)
        )
        self._painter.setBrush(colour)
        self._painter.drawPath(self._segment(ring, self._round))

    def _empty(self, ring: int) -> None:
        if self._outlined:
            self._outline(ring, QPen(self._colour, 1.4))
        else:
            self._fill(ring, self._soft)

    def _hatch(self, ring: int) -> None:
        if not self._outlined:
            self._fill(ring, self._soft)
        self._painter.setPen(QPen(self._colour, 1.2) if self._outlined else Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(self._colour, Qt.BrushStyle.BDiagPattern))
        self._painter.drawPath(self._segment(ring, 0.7))

    def _unasked(self, ring: int) -> None:
        if self._small:
            self._fill(ring, self._soft)
            return
        dotted = QPen(self._colour, 1.1)
        dotted.setDashPattern([1, 3])
        self._outline(ring, dotted)

    def _outline(self, ring: int, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(self._segment(ring, 0.7))

    def _worker(self, value: int) -> None:
        """A thin line with a diamond: neither filled (client, now) nor dashed (client, start)."""
        ink = theme.colour("ink")
        beside = value + 0.2  # so that it does not hide a start of the same value
        self._line(beside, QPen(theme.colour("surface"), 4.4))
        self._line(beside, QPen(ink, 1.6))
        size = max(self._pitch * 0.34, 5.0)
        self._painter.save()
        self._painter.rotate(-(self._begin + 45))
        self._painter.translate(self._at(beside), 0)
        self._painter.rotate(self._begin + 45)
        self._painter.setPen(QPen(theme.colour("surface"), 1.6))
        self._painter.setBrush(ink)
        self._painter.drawPolygon(
            [QPointF(size, 0), QPointF(0, size), QPointF(-size, 0), QPointF(0, -size)]
        )
        self._painter.restore()

    def _at(self, value: float) -> float:
        """How far from the middle a value ends, halfway the air after its ring."""
        return self._inner + value * self._pitch - self._air / 2

    def _line(self, value: float, pen: QPen) -> None:
        radius = self._at(value)
        inset = degrees(asin(min(self._gap / radius, 1)))
        path = QPainterPath()
        box = _circle(radius)
        path.arcMoveTo(box, self._begin + inset)
        path.arcTo(box, self._begin + inset, 90 - 2 * inset)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def _segment(self, ring: int, inset: float) -> QPainterPath:
        """The outline of one ring's part; sides run along the cross, so the gap is even."""
        near = self._inner + ring * self._pitch + inset
        far = self._inner + (ring + 1) * self._pitch - self._air - inset
        gap = self._gap + inset
        out, back = (degrees(asin(min(gap / radius, 1))) for radius in (far, near))
        path = QPainterPath()
        path.arcMoveTo(_circle(far), self._begin + out)
        path.arcTo(_circle(far), self._begin + out, 90 - 2 * out)
        path.arcTo(_circle(near), self._begin + 90 - back, -(90 - 2 * back))
        path.closeSubpath()
        return path


def _circle(radius: float) -> QRectF:
    return QRectF(-radius, -radius, 2 * radius, 2 * radius)


def _draw_hub(painter: QPainter, radius: float, called: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    painter.drawEllipse(_circle(radius))
    room = radius * 1.8
    font = theme.font(17, 700)
    while QFontMetricsF(font).horizontalAdvance(called) > room and font.pixelSize() > 11:
        font.setPixelSize(font.pixelSize() - 1)
    painter.setFont(font)
    painter.setPen(theme.colour("surface"))
    shown = QFontMetricsF(font).elidedText(called, Qt.TextElideMode.ElideRight, room)
    painter.drawText(_circle(radius), Qt.AlignmentFlag.AlignCenter, shown)


class HerstelWiel(QWidget):
    """The wheel of one dossier. It is reached by Tab and tells all four places in its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        roles.tell(self, QAccessible.Role.Chart)
        self._called = ""
        self._quarters: tuple[Place, ...] = tuple(Place() for _each in Dimension)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(False)
        self.setSizePolicy(policy)

    def show_places(self, called: str, quarters: tuple[Place, ...], titles: Sequence[str]) -> None:
        """Show these places; `titles` are the dimensions as the client calls them."""
        self._called, self._quarters = called, quarters
        self.setAccessibleName(describe(called, quarters, titles))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(230), theme.px(230))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(190), theme.px(190))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), self._quarters, self._called)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()
