"""A sentence on a page that is edited where it stands: it looks like a field only when touched."""

from caseplanner.ui.widgets.grow import GrowLine

MARGIN = 2  # pixels around the words


class BareLine(GrowLine):
    """A line without a box until it is pointed at or has the focus."""

    padding = 1

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.document().setDocumentMargin(MARGIN)
        self.put("")  # Qt tells of the margin as if something was typed
