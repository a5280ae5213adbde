"""The order in which Tab goes through a page where parts come and go."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(inside: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go through these parts, all within `inside`, after what comes before that."""
    before: QWidget | None = _before(inside)
    for part in parts:
        if before:
            QWidget.setTabOrder(before, part)
        before = part


def _before(inside: QWidget) -> QWidget | None:
    """The last one that Tab stops at before it comes to `inside`."""
    part = inside.previousInFocusChain()
    while part is not None and part is not inside:
        stops = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
        if stops and not inside.isAncestorOf(part):
            return None if part.isWindow() else part
        part = part.previousInFocusChain()
    return None
