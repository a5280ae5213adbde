"""A row of ways: to the case, and to what is around the plan, each with how it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseplanner.dossier import course
from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.around import PAGES
from caseplanner.ui.widgets.course_card import state_in_words
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.way import Way
from caseplanner.words import _


class AroundRow(QWidget):
    """`go` asks for a page; `case` opens and closes what stands on the hub itself."""

    go = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        line = Flow(self, spacing=theme.px(4))
        self.case = Way(_("Case"), "flag")
        self.case.setCheckable(True)
        line.addWidget(self.case)
        self.ways = {
            around.page: Way(_(around.short or around.name), around.icon) for around in PAGES
        }
        for page, way in self.ways.items():
            way.clicked.connect(lambda _on=False, to=page: self.go.emit(to, None))
            line.addWidget(way)

    def show_dossier(self, dossier: Dossier) -> None:
        """Tell how each stands now."""
        known = course.now(dossier)
        self.case.tell(state_in_words(known.state) if known else "", known.reason if known else "")
        for around in PAGES:
            self.ways[around.page].tell(around.told(dossier))
