"""Telling somebody how far slow work is."""

from collections.abc import Callable

Tell = Callable[[int, int], None]  # so many steps done, of so many


def silent(done: int, of: int) -> None:
    """Tell nobody."""
