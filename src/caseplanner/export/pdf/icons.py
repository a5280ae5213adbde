"""The icons of the program as paths for the page, from the same SVG files as on the screen."""

import re
from dataclasses import dataclass
from functools import cache
from math import atan2, ceil, cos, hypot, pi, sin, sqrt, tan
from xml.etree import ElementTree

from reportlab.pdfgen.canvas import Canvas

from caseplanner import paths

GRID = 24  # every icon is drawn in 24 by 24, with lines of 2
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One piece of a path: move to, line to, or curve to its points; without points: close."""

    points: tuple[Point, ...]
    move: bool = False


def draw(canvas: Canvas, name: str, x: float, y: float, size: float, ink: object) -> None:
    """Draw the icon in the square whose lower left corner is (x, y)."""
    canvas.saveState()
    canvas.translate(x, y + size)
    canvas.scale(size / GRID, -size / GRID)
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(2)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    for stroke in strokes(name):
        match stroke.points:
            case ():
                path.close()
            case ((px, py),):
                (path.moveTo if stroke.move else path.lineTo)(px, py)
            case (a, b, c):
                path.curveTo(*a, *b, *c)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


@cache
def strokes(name: str) -> tuple[Stroke, ...]:
    root = ElementTree.parse(paths.resource(f"icons/{name}.svg")).getroot()
    found: list[Stroke] = []
    for shape in root:
        given = {key: value for key, value in shape.attrib.items() if key != "d"}
        at = {key: float(value) for key, value in given.items()}
        match shape.tag.rpartition("}")[2]:
            case "path":
                found += _path(shape.attrib["d"])
            case "line":
                found += _path(f"M{at['x1']} {at['y1']}L{at['x2']} {at['y2']}")
            case "circle":
                left, right, r, y = at["cx"] - at["r"], at["cx"] + at["r"], at["r"], at["cy"]
                found += _path(f"M{left} {y}A{r} {r} 0 0 1 {right} {y}A{r} {r} 0 0 1 {left} {y}Z")
            case "rect":
                found += _path(_rounded(at))
            case other:
                raise ValueError(other)
    return tuple(found)


def _rounded(at: dict[str, float]) -> str:
    """A rectangle as a path, with its round corners."""
    width, height, r = at["width"], at["height"], at.get("rx", 0.0)
    corner, across, down = f"a{r} {r} 0 0 1", width - 2 * r, height - 2 * r
    return (
        f"M{at['x'] + r} {at['y']}h{across}{corner} {r} {r}v{down}{corner} {-r} {r}"
        f"h{-across}{corner} {-r} {-r}v{-down}{corner} {r} {-r}Z"
    )


def _path(data: str) -> list[Stroke]:
    """The commands of an SVG path that our icons use (SVG 1.1, chapter 8.3)."""
    found: list[Stroke] = []
    x = y = start_x = start_y = 0.0
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        kind, takes = letter.upper(), TAKES[letter.upper()]
        numbers = [float(n) for n in NUMBER.findall(rest)]
        for i in range(0, max(len(numbers), 1), max(takes, 1)):
            given = numbers[i : i + takes]
            dx, dy = (x, y) if letter.islower() else (0.0, 0.0)
            match kind:
                case "M" | "L":
                    first = kind == "M" and i == 0
                    x, y = given[0] + dx, given[1] + dy
                    if first:
                        start_x, start_y = x, y
                    found.append(Stroke(((x, y),), move=first))
                case "H" | "V":
                    x, y = (given[0] + dx, y) if kind == "H" else (x, given[0] + dy)
                    found.append(Stroke(((x, y),)))
                case "C":
                    ends = [(given[n] + dx, given[n + 1] + dy) for n in (0, 2, 4)]
                    x, y = ends[-1]
                    found.append(Stroke(tuple(ends)))
                case "Q":
                    (bx, by), (ex, ey) = ((given[n] + dx, given[n + 1] + dy) for n in (0, 2))
                    bends = [(x + (bx - x) * 2 / 3, y + (by - y) * 2 / 3)]
                    bends.append((ex + (bx - ex) * 2 / 3, ey + (by - ey) * 2 / 3))
                    found.append(Stroke((*bends, (ex, ey))))
                    x, y = ex, ey
                case "A":
                    to = (given[5] + dx, given[6] + dy)
                    found += _arc((x, y), given[0], given[1], given[3] != given[4], given[4], to)
                    x, y = to
                case _:
                    x, y = start_x, start_y
                    found.append(Stroke(()))
    return found


def _arc(a: Point, rx: float, ry: float, centre_left: bool, sweep: float, b: Point) -> list[Stroke]:
    """An upright elliptical arc as curves of at most a quarter (SVG 1.1, appendix F.6.5)."""
    hx, hy = (a[0] - b[0]) / 2, (a[1] - b[1]) / 2
    grow = max(1.0, hypot(hx / rx, hy / ry))
    rx, ry = rx * grow, ry * grow
    far = (rx * hy) ** 2 + (ry * hx) ** 2
    shift = sqrt(max(0.0, (rx * ry) ** 2 / far - 1)) * (1 if centre_left else -1)
    cx, cy = shift * rx * hy / ry, -shift * ry * hx / rx
    start = atan2((hy - cy) / ry, (hx - cx) / rx)
    turn = atan2((-hy - cy) / ry, (-hx - cx) / rx) - start
    if sweep and turn < 0:
        turn += 2 * pi
    elif not sweep and turn > 0:
        turn -= 2 * pi
    middle = (cx + (a[0] + b[0]) / 2, cy + (a[1] + b[1]) / 2)
    parts = ceil(abs(turn) / (pi / 2) - 1e-9)
    found = []
    for part in range(parts):
        one, two = (start + turn * (part + n) / parts for n in (0, 1))
        pull = 4 / 3 * tan((two - one) / 4)
        bends = (
            (cos(one) - pull * sin(one), sin(one) + pull * cos(one)),
            (cos(two) + pull * sin(two), sin(two) - pull * cos(two)),
            (cos(two), sin(two)),
        )
        found.append(Stroke(tuple((middle[0] + rx * u, middle[1] + ry * v) for u, v in bends)))
    return found
