"""Scanned paper to look at: as wide as there is room, larger and smaller, by mouse and by key."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.paper import PaperView
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


class Shown(QWidget):
    """`more` are the other things to do with it, after those of looking."""

    def __init__(self, *more: Button) -> None:
        super().__init__()
        self.paper = PaperView()
        self.paper.setAccessibleName(_("The scanned paper"))
        self.paper.moved.connect(self._tell)
        self._where = Small("")
        row = Flow(spacing=theme.px(8))
        self.smaller = _tool("minus", _("Smaller"), self.paper.zoom_out)
        self.larger = _tool("plus", _("Larger"), self.paper.zoom_in)
        self.fit = buttons.secondary(_("Fit the width"))
        self.fit.clicked.connect(lambda: self.paper.set_zoom(0))
        for part in (self.smaller, self.larger, self.fit, *more, self._where):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.paper, 1)
        layout.addLayout(row)

    def _tell(self, page: int) -> None:
        total = self.paper.document.count if self.paper.document else 0
        self._where.setText(_("Page {number} of {total}", number=page + 1, total=total))


def _tool(icon: str, name: str, act: Callable[[], None]) -> Button:
    button = buttons.secondary("", icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(lambda: act())
    return button
