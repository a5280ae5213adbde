"""The sign and the name of the program, on top of a screen that has no navigation."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets.text import Heading


class Brand(QWidget):
    """`beside` stands at the other end of the line."""

    def __init__(self, *beside: QWidget) -> None:
        super().__init__()
        sign = QLabel()
        sign.setPixmap(icons.pixmap("app", "ink", theme.px(34)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(sign)
        row.addWidget(Heading("caseplanner", size=19), 1)
        for part in beside:
            row.addWidget(part)
