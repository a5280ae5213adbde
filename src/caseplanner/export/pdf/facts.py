"""A table of what is asked and what was said: a name at the left, the words beside it."""

from collections.abc import Iterable
from typing import Any

from caseplanner.export.pdf import fonts, look
from caseplanner.export.pdf.flow import Grid, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element

SHARES = (0.3, 0.7)  # of the width


def table(dress: Look, element: Element, facts: Iterable[tuple[str, str]]) -> Grid | None:
    """What was said, without what was not; None when nothing was."""
    said = [(name, text) for name, text in facts if text.strip()]
    if not said:
        return None
    made = element.add("Table")
    rows: list[list[Any]] = []
    for name, text in said:
        row = made.add("TR")
        title = (name, fonts.STRONG, None)
        rows.append(
            [
                words(row.add("TH", scope="Row"), dress.style("cell"), title),
                words(row.add("TD"), dress.style("cell"), text),
            ]
        )
    grid = Grid(rows, colWidths=[look.WIDTH * share for share in SHARES])
    grid.setStyle(look.rules(dress))
    return grid
