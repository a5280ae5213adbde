"""A bar over all pages of a dossier that says all the time what is special about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class Banner(QFrame):
    """Words with a picture, and where there is something to do about it, a link."""

    def __init__(self, icon: str, words: str, action: str = "") -> None:
        super().__init__()
        self.setProperty("bar", "practice")
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, "warn", theme.px(20)))
        self.words = Body(words, weight=600, tone="warn")
        self.action = buttons.link(action)
        self.action.setVisible(bool(action))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(30), theme.px(3), theme.px(30), theme.px(3))
        layout.setSpacing(theme.px(10))
        layout.addWidget(picture)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        self.hide()


def of_practice() -> Banner:
    return Banner(
        "sprout",
        _("Practice dossier: try everything. What you export carries PRACTICE on every page."),
    )


def of_closed() -> Banner:
    return Banner(
        "archive",
        _("This dossier is closed. You can read it, not change it."),
        _("Open it again"),
    )
