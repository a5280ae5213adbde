"""A drawn signature as strokes: exact, small, and never stretched."""

import json
from dataclasses import asdict, dataclass
from math import isfinite
from typing import Any

from caseplanner.errors import UserError
from caseplanner.words import mark


@dataclass(frozen=True, slots=True)
class Point:
    """x in widths of the pad, y in heights (0 to 1, from the top left); t in milliseconds since
    the first touch; pressure 0 to 1 (a mouse gives 0.5)."""

    x: float
    y: float
    t: int = 0
    pressure: float = 0.5


@dataclass(frozen=True, slots=True)
class Ink:
    """Strokes in order. `aspect` is the pad's width divided by its height when it was drawn:
    without it a drawing stretches when the pad changes shape (ux.md section 11)."""

    aspect: float
    strokes: tuple[tuple[Point, ...], ...]


def dump(ink: Ink) -> bytes:
    """Canonical JSON, rounded to what a pen can mean, so that equal ink has an equal hash."""
    return json.dumps(_rounded(asdict(ink)), sort_keys=True, separators=(",", ":")).encode()


def load(data: bytes) -> Ink:
    """The ink that `dump` wrote; UserError when it is not that."""
    try:
        raw = json.loads(data)
        strokes = tuple(tuple(map(_point, stroke)) for stroke in raw["strokes"])
        aspect = _number(raw["aspect"])
        if aspect <= 0:
            raise ValueError(aspect)
        return Ink(aspect, strokes)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UserError(mark("This drawn signature cannot be read.")) from error


def _point(raw: Any) -> Point:
    return Point(_number(raw["x"]), _number(raw["y"]), int(raw["t"]), _number(raw["pressure"]))


def _number(raw: float) -> float:
    """A number that can be drawn: JSON as Python reads it may also hold NaN and Infinity."""
    if not isfinite(raw):
        raise ValueError(raw)
    return float(raw)


def _rounded(value: object) -> object:
    match value:
        case float():
            return round(value, 4)
        case dict():
            return {key: _rounded(held) for key, held in value.items()}
        case list() | tuple():
            return [_rounded(held) for held in value]
        case _:
            return value
