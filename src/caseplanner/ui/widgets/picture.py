"""An icon on its own, beside words that say the same: a screen reader passes it by."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy

from caseplanner.ui import icons, theme


class Picture(QLabel):
    """`size` in pixels at 100 % text, `colour` a token or the colour of a dimension."""

    def __init__(self, name: str, colour: str | QColor = "ink2", size: int = 20) -> None:
        super().__init__()
        self.setPixmap(icons.pixmap(name, colour, theme.px(size)))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
