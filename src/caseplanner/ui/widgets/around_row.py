"""A row of ways to what is around the plan, each with how it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.around import PAGES
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.words import _


class AroundRow(QWidget):
    """`go` asks for a page."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        line = Flow(self, spacing=theme.px(4))
        self.ways = {around.page: buttons.quiet(_(around.name), around.icon) for around in PAGES}
        for page, way in self.ways.items():
            way.clicked.connect(lambda _on=False, to=page: self.go.emit(to, None))
            line.addWidget(way)
        if not PAGES:
            self.hide()  # and never shown here: without a parent it would be a window

    def show_dossier(self, dossier: Dossier) -> None:
        """Tell how each stands now."""
        for around in PAGES:
            told = around.told(dossier)
            self.ways[around.page].setText(f"{_(around.name)} · {told}" if told else _(around.name))
