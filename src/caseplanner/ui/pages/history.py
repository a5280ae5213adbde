"""Looking back at one dossier: how it came to be, who did what with it, and what was removed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.history.bin import Bin
from caseplanner.ui.history.logbook import Logbook
from caseplanner.ui.history.moments import History
from caseplanner.ui.page import Page
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Body, Title
from caseplanner.words import _

DOTS = "••••••"


PLACES = ("history", "log", "bin")


class HistoryPage(Page):
    """Three parts, of which one is shown. For who reads the whole dossier, and nobody else."""

    def __init__(self, session: Session, guide: Guide, tasks: Tasks, *, hide_names: bool) -> None:
        super().__init__()
        self._session, self._hide_names = session, hide_names
        self.back = buttons.link("")
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("History, log or bin"))
        self.tabs.setFont(theme.font(17, 600))
        self.tabs.addTab(_("History"))
        self.tabs.addTab(_("Log"))
        self.tabs.addTab(_("Bin"))
        self.tabs.currentChanged.connect(self._turn)
        self.history = History(session, guide, self._hide)
        self.history.restored.connect(self.toast)
        self.log = Logbook(session, tasks, self._hide)
        self.bin = Bin(session, guide, self._hide)
        self.bin.restored.connect(self.toast)
        self._parts = QStackedWidget()
        self._parts.setMinimumSize(1, 1)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        name = self._hide(dossier.person.called)
        self.back.setText(_("Restorative plan of {name}", name=name))
        (self.history, self.log, self.bin)[self.tabs.currentIndex()].show_dossier(dossier)

    def focus_first(self) -> None:
        lists = (self.history.moments, self.log.lines, self.bin.things)
        lists[self.tabs.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def spot(self) -> str:
        """Which of the parts is shown."""
        return PLACES[self.tabs.currentIndex()]

    def go_to_spot(self, spot: str) -> None:
        self.tabs.setCurrentIndex(PLACES.index(spot) if spot in PLACES else 0)

    def _turn(self, place: int) -> None:
        self._parts.setCurrentIndex(place)
        self.show_dossier(self._session.dossier)

    def _hide(self, text: str) -> str:
        """The text, without the client's names where names are hidden."""
        person = self._session.dossier.person
        for name in (person.called, person.initials) if self._hide_names else ():
            text = text.replace(name, DOTS) if name else text
        return text

    def _build(self) -> None:
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + _("History and log")))
        head = QHBoxLayout()
        head.addWidget(Title(_("History and log")), 1)
        head.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._parts.addWidget(self.history)
        self._parts.addWidget(self.log)
        self._parts.addWidget(self.bin)
        layout = QVBoxLayout(self)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(20))
        layout.setSpacing(theme.px(6))
        layout.addLayout(crumbs)
        layout.addLayout(head)
        layout.addSpacing(theme.px(6))
        layout.addWidget(self._parts, 1)
