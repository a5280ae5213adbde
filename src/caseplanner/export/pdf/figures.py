"""The two drawings of the document: the herstelwiel and a drawn signature, both as vectors."""

from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, degrees, radians, sin
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from caseplanner.dossier import answers
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.ink import Ink
from caseplanner.dossier.model import Dimension, Dossier, Moment, ScoredBy
from caseplanner.export.pdf import fonts, icons, look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

RINGS = answers.HIGHEST
# Where each quarter begins, in degrees counter-clockwise from three o'clock, as on the screen:
# the reading order of the dimensions goes clockwise from the top left.
BEGINS = {Dimension.SELF: 90, Dimension.NETWORK: 0, Dimension.VICTIM: 270, Dimension.SOCIETY: 180}
HUB, INNER = 0.235, 0.27  # of the wheel's radius: the disc with the name, where ring 1 begins
LARGEST, SMALLEST = 13.0, 6.5  # points: the name in the middle
PRESSURE = (0.7, 1.5)  # points: the line of the lightest and of the heaviest touch


@dataclass(frozen=True, slots=True)
class Quarter:
    """What one quarter shows. `now` None is not asked, unless `declined`."""

    now: int | None
    start: int | None
    declined: bool


def quarter(dossier: Dossier, dimension: Dimension) -> Quarter:
    """What the client said: the place of now, or that of the start while now was not asked."""
    start, now = (
        answers.scored(dossier, dimension, ScoredBy.CLIENT, moment)
        for moment in (Moment.START, Moment.NOW)
    )
    at = now or start
    return Quarter(
        now=at.value if at else None,
        start=start.value if start and now else None,
        declined=at is not None and at.value is None,
    )


def describe(dossier: Dossier, guide: Guide) -> str:
    """The wheel in words, for who does not see it."""
    told = [_("Wheel of {name}.", name=fonts.clean(dossier.person.called))]
    for part in guide.dimensions:
        start, now = (
            answers.scored(dossier, part.dimension, ScoredBy.CLIENT, moment)
            for moment in (Moment.START, Moment.NOW)
        )
        line = f"{part.title}: {answers.in_words(now or start)}"
        if start and now and start.value is not None:
            line += ", " + _("at the start {value}", value=start.value)
        told.append(line + ".")
    return " ".join(told)


class Figure(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawing with its meaning in words."""

    def __init__(self, element: Element, alt: str, width: float, height: float) -> None:
        super().__init__()
        self._element = element
        element.alt = alt
        self.width, self.height = width, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        x, y = canvas.absolutePosition(0, 0)
        self._element.box = (x, y, x + self.width, y + self.height)
        with canvas.tagged(self._element):
            canvas.saveState()
            self.draw_inside(canvas)
            canvas.restoreState()

    def draw_inside(self, canvas: Any) -> None:
        raise NotImplementedError


class Wheel(Figure):
    """Four quarters of five rings to count, the client in the middle: filled is now, the dashed
    line is the start. Zero, not wanted and not asked yet each look different."""

    def __init__(self, element: Element, dossier: Dossier, guide: Guide, size: float) -> None:
        super().__init__(element, describe(dossier, guide), size, size)
        self._dossier = dossier
        self._radius = size / 2 - 1
        self._inner = self._radius * INNER
        self._pitch = (self._radius - self._inner) / RINGS
        self._gap = max(self._radius * 0.022, 1.0)
        self._air = self._pitch * 0.15

    def draw_inside(self, canvas: Any) -> None:
        canvas.translate(self.width / 2, self.height / 2)
        for dimension in Dimension:
            self._quarter(canvas, dimension, quarter(self._dossier, dimension))
        canvas.setFillColor(look.colour("ink"))
        canvas.circle(0, 0, self._radius * HUB, stroke=0, fill=1)
        self._name(canvas)
        self._corner_icons(canvas)

    def _quarter(self, canvas: Any, dimension: Dimension, shown: Quarter) -> None:
        dress, begin = look.of(dimension), BEGINS[dimension]
        strong, soft = dress.strong, dress.soft
        for ring in range(RINGS):
            if shown.now is None and not shown.declined:
                canvas.setStrokeColor(strong)
                canvas.setLineWidth(0.8)
                canvas.setDash(1, 2.2)
                canvas.drawPath(self._segment(canvas, begin, ring), stroke=1, fill=0)
                canvas.setDash()
                continue
            filled = shown.now is not None and ring < shown.now
            canvas.setFillColor(strong if filled else soft)
            canvas.drawPath(self._segment(canvas, begin, ring), stroke=0, fill=1)
            if shown.declined:
                self._hatch(canvas, begin, ring, strong)
        if shown.now == 0:
            canvas.setStrokeColor(strong)
            canvas.setLineWidth(self._pitch * 0.24)
            self._line(canvas, begin, 0.16)
        if shown.start is not None:
            self._start(canvas, begin, shown.start)

    def _start(self, canvas: Any, begin: float, value: int) -> None:
        """Dashes on a light edge, so that they stand out from the filled rings they lie on."""
        canvas.setStrokeColor(look.colour("surface"))
        canvas.setLineWidth(2.8)
        self._line(canvas, begin, value)
        canvas.setStrokeColor(look.colour("ink"))
        canvas.setLineWidth(1.2)
        canvas.setDash(4, 2.6)
        self._line(canvas, begin, value)
        canvas.setDash()

    def _line(self, canvas: Any, begin: float, value: float) -> None:
        radius = self._inner + value * self._pitch - self._air / 2
        inset = degrees(asin(min(self._gap / radius, 1)))
        path = canvas.beginPath()
        path.arc(-radius, -radius, radius, radius, begin + inset, 90 - 2 * inset)
        canvas.drawPath(path, stroke=1, fill=0)

    def _hatch(self, canvas: Any, begin: float, ring: int, ink: Any) -> None:
        canvas.saveState()
        canvas.clipPath(self._segment(canvas, begin, ring), stroke=0, fill=0)
        canvas.setStrokeColor(ink)
        canvas.setLineWidth(0.7)
        step = self._radius * 0.07
        at = -2 * self._radius
        while at < 2 * self._radius:
            canvas.line(at, -self._radius, at + 2 * self._radius, self._radius)
            at += step
        canvas.restoreState()

    def _segment(self, canvas: Any, begin: float, ring: int) -> Any:
        near = self._inner + ring * self._pitch
        far = near + self._pitch - self._air
        out, back = (degrees(asin(min(self._gap / radius, 1))) for radius in (far, near))
        path = canvas.beginPath()
        path.arc(-far, -far, far, far, begin + out, 90 - 2 * out)
        path.arcTo(-near, -near, near, near, begin + 90 - back, -(90 - 2 * back))
        path.close()
        return path

    def _name(self, canvas: Any) -> None:
        room = self._radius * HUB * 1.75
        name = fonts.clean(self._dossier.person.called).split() or [""]
        pieces = fonts.runs(" ".join(name), fonts.HEAD)
        size = _fitting(pieces, room)
        if size < SMALLEST:  # the whole name is in the title beside it
            pieces = fonts.runs(name[0], fonts.HEAD)
            size = max(_fitting(pieces, room), SMALLEST)
        wide = _wide(pieces, size)
        if wide > 2 * self._radius * HUB:
            return
        canvas.setFillColor(look.colour("surface"))
        text = canvas.beginText(-wide / 2, -size * 0.36)
        for font, piece in pieces:
            text.setFont(font, size)
            text.textOut(piece)
        canvas.drawText(text)

    def _corner_icons(self, canvas: Any) -> None:
        """The icon of each dimension in the corner beside its quarter."""
        tile = self._radius * 0.25
        for dimension, begin in BEGINS.items():
            dress = look.of(dimension)
            way = radians(begin + 45)
            x = (self._radius - tile / 2) * (1 if cos(way) > 0 else -1)
            y = (self._radius - tile / 2) * (1 if sin(way) > 0 else -1)
            icon_tile(canvas, dress, x - tile / 2, y - tile / 2, tile)


def _fitting(pieces: list[tuple[str, str]], room: float) -> float:
    """The largest size, up to LARGEST, at which the words are no wider than the room."""
    return min(LARGEST, room / max(_wide(pieces, 1.0), 1e-6))


def _wide(pieces: list[tuple[str, str]], size: float) -> float:
    return sum(float(stringWidth(text, font, size)) for font, text in pieces)


def icon_tile(canvas: Any, dress: look.DimensionLook, x: float, y: float, size: float) -> None:
    """The icon of a dimension, white on its colour."""
    canvas.setFillColor(dress.strong)
    canvas.roundRect(x, y, size, size, size * 0.24, stroke=0, fill=1)
    inset = size * 0.19
    white = look.colour("surface")
    icons.draw(canvas, dress.icon, x + inset, y + inset, size - 2 * inset, white)


class Drawn(Figure):
    """A drawn signature, as large as fits and in the shape in which it was drawn."""

    def __init__(self, element: Element, alt: str, ink: Ink, width: float, height: float) -> None:
        super().__init__(element, alt, width, height)
        self._ink = ink

    def draw_inside(self, canvas: Any) -> None:
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.setStrokeColor(look.colour("ink"))
        for stroke, points in zip(
            self._ink.strokes, placed(self._ink, self.width, self.height), strict=True
        ):
            if not points:
                continue
            pressure = min(1.0, max(0.0, sum(p.pressure for p in stroke) / len(stroke)))
            canvas.setLineWidth(PRESSURE[0] + (PRESSURE[1] - PRESSURE[0]) * pressure)
            canvas.drawPath(_pen(canvas, points), stroke=1, fill=0)


def placed(ink: Ink, width: float, height: float) -> list[list[tuple[float, float]]]:
    """The strokes in points, in the middle of this room and as large as fits, but never larger
    than two pads; both ways by the same measure, so a drawing keeps its shape."""
    drawn = [[(p.x * ink.aspect, 1 - p.y) for p in stroke] for stroke in ink.strokes]
    every = [point for stroke in drawn for point in stroke]
    if not every:
        return drawn
    (left, right), (low, high) = (
        (min(p[axis] for p in every), max(p[axis] for p in every)) for axis in (0, 1)
    )
    scale = min(2 * height, width / max(right - left, 1e-6), height / max(high - low, 1e-6))
    x = (width - (right - left) * scale) / 2
    y = (height - (high - low) * scale) / 2
    return [
        [((px - left) * scale + x, (py - low) * scale + y) for px, py in stroke] for stroke in drawn
    ]


def _pen(canvas: Any, points: list[tuple[float, float]]) -> Any:
    """One stroke, through the middles of its pieces and bent towards its points: a pen has no
    corners."""
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for at, after in pairwise(points[1:]):
        path.curveTo(*at, *at, (at[0] + after[0]) / 2, (at[1] + after[1]) / 2)
    last = points[-1]
    path.lineTo(*(last if len(points) > 1 else (last[0] + 0.01, last[1])))
    return path
