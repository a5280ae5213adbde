"""The order in which Tab goes through a page where parts come and go."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(inside: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts, all within `inside`, after what comes before that."""
    before: QWidget | None = _before(inside)
    for part in parts:
        if before:
            QWidget.setTabOrder(before, part)
        before = part


def stops(part: QWidget) -> Iterator[QWidget]:
    """All that Tab may stop at in this part, itself too, as a screen reader comes to it.

    Of things of which one is chosen, all: Tab comes to one, but which one changes.
    """
    if part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
        yield part
    for child in part.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from stops(child)


def _before(inside: QWidget) -> QWidget | None:
    """The last one that Tab may stop at before it comes to `inside`.

    Found in the tree and not in Qt's chain: PySide takes what `previousInFocusChain` gives for a
    part of what it was asked of, and when that goes, for gone as well.
    """
    before = None
    for part in stops(inside.window()):
        if part is inside or inside.isAncestorOf(part):
            break
        before = part
    return before
