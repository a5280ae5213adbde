"""A page of one column that is read from top to bottom: a title, and things under each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Title


def page(title: str, *parts: QWidget) -> Scroll:
    """The title and the parts; it scrolls when they are taller than the window."""
    inner = QWidget()
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(theme.px(4), 0, theme.px(12), 0)
    layout.setSpacing(theme.px(12))
    layout.addWidget(Title(title))
    for part in parts:
        if isinstance(part, buttons.Button):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(part)
    layout.addStretch(1)
    return Scroll(inner)


def line(icon: str, words: QWidget, tone: str = "primary") -> QWidget:
    """Words with a picture before them."""
    picture = QLabel()
    picture.setPixmap(icons.pixmap(icon, tone, theme.px(22)))
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made
