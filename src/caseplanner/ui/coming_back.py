"""Where the work is, and the way back there after a lock, a crash, or another look."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseplanner.settings import Place
from caseplanner.ui import half

if TYPE_CHECKING:
    from caseplanner.ui.window import Window


def place(window: "Window", parts: dict[str, QWidget] | None = None) -> Place:
    """Where this window is: ids and numbers, no names."""
    frame = window.normalGeometry() if window.isMaximized() else window.geometry()
    page, argument, field, caret = window.page_name, window.argument, "", 0
    if window.seal.left:  # out of the room one comes to the worker's own page (ux.md section 4)
        page, argument = "talk", window.seal.left
    else:
        field, caret = half.focused(window.page, parts or half.parts_of(window.page))
    return Place(
        page=page,
        argument=argument,
        dossier=window.session.dossier.id if window.session else "",
        field=field,
        caret=caret,
        window=(frame.x(), frame.y(), frame.width(), frame.height()),
        full=window.isMaximized(),
        minimised=window.isMinimized(),
    )


def come_back(window: "Window", place: Place) -> None:
    """Show what was shown at this place, if it is still there."""
    if place.dossier and window.session is None:
        window.open_again(place.dossier)
    window.go(place.page, place.argument or None)
    half.focus(window.page, place.field, place.caret)
