"""A sentence on a page that is edited where it stands: it looks like a field only when touched."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from caseplanner.ui.widgets.grow import GrowLine

MARGIN = 2  # pixels around the words


class BareLine(GrowLine):
    """A line without a box until it is pointed at or has the focus; `came` tells of that."""

    came = Signal()
    padding = 1

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.document().setDocumentMargin(MARGIN)
        self.put("")  # Qt tells of the margin as if something was typed

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()
