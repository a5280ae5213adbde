"""A rounded surface that holds what belongs together."""

from PySide6.QtWidgets import QFrame, QWidget


class Card(QFrame):
    """Give it a layout; its look is in resources/theme/style.qss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
