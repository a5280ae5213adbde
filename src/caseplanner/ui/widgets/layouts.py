"""Small moves with layouts that several pages make."""

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Take everything out and away; its widgets are gone from sight at once."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def pad(layout: QLayout, sides: int, ends: int) -> None:
    """Set the room around what is inside: left and right, top and bottom."""
    layout.setContentsMargins(sides, ends, sides, ends)
