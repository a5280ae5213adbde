"""How the document looks: colours of the tokens, sizes, and the styles of its text."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from caseplanner import paths
from caseplanner.dossier.model import Dimension
from caseplanner.export.pdf import fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 54.0  # left and right
TOP, BOTTOM = 66.0, 58.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
# A part begins on the page where the last one ended when it fits there, or this much of it.
ROOM = 0.42 * (PAGE_HEIGHT - TOP - BOTTOM)
BETWEEN = 7.0  # two columns of a table
LARGE_PRINT = 1.2  # times the ordinary size: 13.8 points
GROWING = ("spaceBefore", "spaceAfter")

NAMES = {
    Dimension.SELF: ("zelf", "sprout"),
    Dimension.NETWORK: ("netwerk", "users-round"),
    Dimension.VICTIM: ("slachtoffer", "heart-handshake"),
    Dimension.SOCIETY: ("samenleving", "house"),
}


@dataclass(frozen=True, slots=True)
class DimensionLook:
    """The colours and the icon of one dimension: `strong` carries white text."""

    strong: Any
    soft: Any
    mid: Any
    icon: str


@cache
def colours() -> dict[str, str]:
    """The light theme of `theme/tokens.json`: paper is light."""
    found: dict[str, str] = json.loads(paths.resource("theme/tokens.json").read_text("utf-8"))[
        "LIGHT"
    ]
    return found


def colour(name: str) -> Any:
    return HexColor(colours()[name])


def of(dimension: Dimension) -> DimensionLook:
    name, icon = NAMES[dimension]
    return DimensionLook(colour(name), colour(f"{name}Soft"), colour(f"{name}Mid"), icon)


@dataclass(frozen=True)
class Look:
    """Sizes in points, all grown together for large print."""

    large: bool

    def size(self, points: float) -> float:
        return points * LARGE_PRINT if self.large else points

    def style(self, name: str) -> ParagraphStyle:
        return _styles(self.large)[name]


@cache
def _styles(large: bool) -> dict[str, ParagraphStyle]:
    fonts.load()
    grow = Look(large).size

    def style(
        name: str, font: str, size: float, leading: float, ink: str = "ink", **more: float
    ) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=font,
            fontSize=grow(size),
            leading=grow(leading),
            textColor=colour(ink),
            allowWidows=0,
            allowOrphans=0,
            **{key: grow(value) if key in GROWING else value for key, value in more.items()},
        )

    made = (
        style("title", fonts.HEAD, 25, 31),
        style("subtitle", fonts.BODY, 11.5, 16, "ink2"),
        style("h2", fonts.HEAD, 15, 20, spaceBefore=14, spaceAfter=6),
        style("band", fonts.HEAD, 16, 20, "surface"),
        style("band_name", fonts.BODY, 10.5, 14, "surface"),
        style("h3", fonts.HEAD, 12, 16, spaceBefore=14, spaceAfter=5),
        style("goal", fonts.HEAD, 13.5, 18),
        style("card", fonts.HEAD, 12, 15),
        style("label", fonts.STRONG, 10, 14, "ink2"),
        style("body", fonts.BODY, 11.5, 16),
        style("strong", fonts.STRONG, 11.5, 16),
        style("small", fonts.BODY, 10, 13.5, "ink2"),
        style("cell", fonts.BODY, 11, 14.5),
        style("head", fonts.STRONG, 10, 13, "ink2"),
        style("ask", fonts.STRONG, 10, 14.5, "ink2"),
        style("quote", fonts.SPOKEN, 12, 17.5),
        style("card_goal", fonts.SPOKEN, 11, 15.5),
        style("card_place", fonts.STRONG, 10, 13.5, "ink2", alignment=TA_RIGHT),
        style("legend", fonts.BODY, 9, 12, "ink2", alignment=TA_CENTER),
        style("chip", fonts.STRONG, 10, 13),
        style("code", fonts.BODY, 10, 14),
    )
    return {s.name: s for s in made}


def rules(dress: Look, headed: bool = True) -> list[Any]:
    """A quiet table: a line under each row but the last, more air than lines."""
    pad, thin = dress.size(4), (0.6, colour("line"))
    head = (0.9, colour("lineStrong")) if headed else thin
    return [
        ("FONT", (0, 0), (-1, -1), fonts.BODY, 1, 1),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), BETWEEN),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 0.5),
        ("LINEBELOW", (0, 0), (-1, 0 if headed else -2), *head),
        ("LINEBELOW", (0, 1), (-1, -2), *thin),
    ]


class Panel:
    """The background of a cell: a rounded box with an edge."""

    def __init__(self, fill: str, edge: str) -> None:
        self._fill, self._edge = fill, edge

    def __call__(
        self, table: Any, canvas: Any, x: float, y: float, width: float, height: float
    ) -> None:
        y, height = (y + height, -height) if height < 0 else (y, height)
        canvas.saveState()
        canvas.setFillColor(colour(self._fill))
        canvas.setStrokeColor(colour(self._edge))
        canvas.setLineWidth(0.6)
        canvas.roundRect(x, y, width, height, 8, stroke=1, fill=1)
        canvas.restoreState()


class Card:
    """The background of a card: tinted, with a side in the dimension's colour."""

    def __init__(self, dress: DimensionLook) -> None:
        self._dress = dress

    def __call__(
        self, table: Any, canvas: Any, x: float, y: float, width: float, height: float
    ) -> None:
        y, height = (y + height, -height) if height < 0 else (y, height)
        canvas.saveState()
        path = canvas.beginPath()
        path.roundRect(x, y, width, height, 8)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setFillColor(self._dress.soft)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.setFillColor(self._dress.strong)
        canvas.rect(x, y, 5, height, stroke=0, fill=1)
        canvas.restoreState()


class Baseline:
    """The line to sign on, near the bottom of a cell."""

    def __init__(self, ink: str) -> None:
        self._ink = ink

    def __call__(
        self, table: Any, canvas: Any, x: float, y: float, width: float, height: float
    ) -> None:
        canvas.saveState()
        canvas.setStrokeColor(colour(self._ink))
        canvas.setLineWidth(0.8)
        bottom = min(y, y + height) + 20
        canvas.line(x + 12, bottom, x + width - 12, bottom)
        canvas.restoreState()
