"""The signaleringsplan: green, orange and red like a traffic light, to look at together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.model import Dossier, Light, Seen
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.page import Page
from caseplanner.ui.pages.what_leaves import SIGNALS
from caseplanner.ui.signals.about import About, Declined
from caseplanner.ui.signals.light_card import LightCard
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.page_head import PageHead
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.words import _

WIDE = 940  # pixels at 100 % text from which the four kinds stand beside each other
MIDDLE = 560  # from which they stand two by two


class SignalsPage(Page):
    """All of it on one screen of a small laptop, for a plan of an ordinary length."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        editing = Editing(session, self.toast.emit)
        self.head = PageHead(session, _("Signal plan"))
        self.about = About(editing)
        self.declined = Declined(editing)
        self.cards = {light: LightCard(editing, light) for light in Light}
        self.print = buttons.secondary(_("Print"), "printer")
        self.print.setToolTip(_("Print on one sheet, to hang up"))
        self.print.setAccessibleName(_("Print on one sheet, to hang up"))
        self.print.clicked.connect(self._print)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        self.found = FoundHere(editing, "signals", self.head.back)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        may_edit = self._session.may_edit
        self.head.show_dossier(dossier, _("Signal plan of {name}", name=dossier.person.called))
        self.about.show_dossier(dossier, may_edit=may_edit)
        self.declined.show_dossier(dossier, may_edit=may_edit)
        for card in self.cards.values():
            card.show_dossier(dossier, may_edit=may_edit)
        self.print.setVisible(self._session.may_export and bool(dossier.signals))

    def focus_first(self) -> None:
        new = self.cards[Light.GREEN].cells[Seen.I_NOTICE].new
        first = new if self._session.may_edit else self.head.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, middle = self.width() >= theme.px(WIDE), self.width() >= theme.px(MIDDLE)
        self.head.arrange(wide=middle)
        for card in self.cards.values():
            card.arrange(4 if wide else 2 if middle else 1)

    def _print(self) -> None:
        """To what will be on paper; it leaves from there, as all of the plan does."""
        if self.print.isVisibleTo(self):
            self.flush()
            self.go.emit("preview", SIGNALS)

    def _build(self) -> None:
        self.head.go.connect(self.go)
        self.about.ways.addWidget(self.print)
        self.about.decline.clicked.connect(self.declined.ask)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(16), side, theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.head)
        layout.addWidget(self.about)
        layout.addWidget(self.declined)
        for card in self.cards.values():
            layout.addWidget(card)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
