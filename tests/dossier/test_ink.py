"""Drawn signatures: exact, never stretched, and refused when they cannot be drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner.dossier import ink
from caseplanner.dossier.ink import Ink, Point
from caseplanner.errors import UserError

unit = st.floats(0, 1)
inks = st.builds(
    Ink,
    st.floats(0.1, 10),
    st.lists(
        st.lists(
            st.builds(Point, unit, unit, st.integers(0, 100_000), unit), min_size=1, max_size=5
        ).map(tuple),
        max_size=3,
    ).map(tuple),
)


@given(inks)
def test_ink_read_back_is_the_ink_that_was_written(drawn: Ink) -> None:
    written = ink.dump(drawn)
    again = ink.load(written)
    assert ink.dump(again) == written
    assert again.aspect == pytest.approx(drawn.aspect, abs=5e-5)
    for stroke, kept in zip(drawn.strokes, again.strokes, strict=True):
        for point, held in zip(stroke, kept, strict=True):
            assert (held.x, held.y) == pytest.approx((point.x, point.y), abs=5e-5)
            assert held.t == point.t


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no ink",
        b"[]",
        b"{}",
        b'{"aspect": 2}',
        b'{"aspect": 0, "strokes": []}',
        b'{"aspect": -1, "strokes": []}',
        b'{"aspect": NaN, "strokes": []}',
        b'{"aspect": "2", "strokes": []}',
        b'{"aspect": 2, "strokes": [[{"x": 1}]]}',
        b'{"aspect": 2, "strokes": [[{"x": Infinity, "y": 0, "t": 0, "pressure": 0}]]}',
        b'{"aspect": 2, "strokes": [[{"x": "a", "y": 0, "t": 0, "pressure": 0}]]}',
        b'{"aspect": 2, "strokes": 7}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_ink_is_said_in_words(data: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        ink.load(data)
