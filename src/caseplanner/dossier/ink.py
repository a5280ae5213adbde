"""A drawn signature as strokes: exact, small, and never stretched."""

import json
from dataclasses import asdict, dataclass

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
        strokes = tuple(tuple(Point(**point) for point in stroke) for stroke in raw["strokes"])
        return Ink(float(raw["aspect"]), strokes)
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(mark("This drawn signature cannot be read.")) from error


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
