"""Small moves with layouts that several pages make."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Take everything out and away; its widgets are gone from sight at once."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def pad(layout: QLayout, sides: int, ends: int) -> None:
    """Set the room around what is inside: left and right, top and bottom."""
    layout.setContentsMargins(sides, ends, sides, ends)


def in_reading_order(layout: QLayout) -> None:
    """Let a screen reader come to the widgets as they lie; Qt tells of them as they were made."""
    laid = list(_widgets(layout))
    parent = layout.parentWidget()
    made = [child for child in parent.children() if child in laid] if parent else laid
    if made != laid:
        for widget in laid:
            widget.raise_()


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item and (widget := item.widget()):
            yield widget
        elif item and (inner := item.layout()):
            yield from _widgets(inner)
