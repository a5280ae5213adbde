"""A page that is taller than the window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

MARGIN = 120  # pixels kept in view around what was gone to


class Scroll(QScrollArea):
    """Scrolls up and down only, and is no stop for Tab; Qt keeps what has the focus in view.

    With `on_card` what scrolls lies on the card around it and has no background of its own.
    """

    def __init__(
        self, inner: QWidget, parent: QWidget | None = None, *, on_card: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setProperty("page", not on_card)
        self.setWidget(inner)
        inner.setAutoFillBackground(not on_card)


def reach(part: QWidget) -> None:
    """Put the focus on this part, and scroll to it once everything has its place."""
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    around = part.parentWidget()
    while around is not None and not isinstance(around, Scroll):
        around = around.parentWidget()
    if around is not None:
        QTimer.singleShot(0, part, lambda: around.ensureWidgetVisible(part, 0, MARGIN))
