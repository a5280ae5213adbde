"""Tables of what was said: a name at the left and the words beside it, or a row for each thing."""

from collections.abc import Iterable, Sequence
from typing import Any

from caseplanner.export.pdf import flow, fonts, look
from caseplanner.export.pdf.flow import Grid, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element

SHARES = (0.3, 0.7)  # of the width
NOTHING = "–"


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


def columns(
    dress: Look,
    element: Element,
    names: Sequence[str],
    told: Sequence[Sequence[str]],
    shares: Sequence[float],
) -> Grid:
    """A row for each thing: the first of it is its name, the first line of that in bold. A column
    in which nothing was said is not there, and the others share its room."""
    used = [n for n in range(len(names)) if n == 0 or any(row[n].strip() for row in told)]
    table, style = element.add("Table"), dress.style
    head = table.add("TR")
    rows: list[list[Any]] = [
        [words(head.add("TH", scope="Column"), style("head"), names[n]) for n in used]
    ]
    for each in told:
        row = table.add("TR")
        name, _cut, rest = each[0].partition("\n")
        title = words(
            row.add("TH", scope="Row"),
            style("cell"),
            (name.strip() or NOTHING, fonts.STRONG, None),
            f"\n{rest}" if rest else "",
        )
        texts = [each[n].strip() or NOTHING for n in used[1:]]
        rows.append([title, *(words(row.add("TD"), style("cell"), text) for text in texts)])
    grid = Grid(rows, colWidths=_widths(rows, [shares[n] for n in used]), repeatRows=1)
    grid.setStyle(look.rules(dress))
    return grid


def _widths(rows: list[list[Any]], shares: Sequence[float]) -> list[float]:
    """By the shares, but no column so narrow that a word of it is broken, as far as there is room:
    those that have more than they need give it."""
    widths = [look.WIDTH * share / sum(shares) for share in shares]
    needs = [
        max(map(flow.widest_word, column)) + look.BETWEEN + 1 for column in zip(*rows, strict=True)
    ]
    lack = sum(max(0.0, need - width) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needs, widths, strict=True))
    if not lack or lack > spare:
        return widths
    return [
        max(need, width - max(0.0, width - need) * lack / spare)
        for need, width in zip(needs, widths, strict=True)
    ]
