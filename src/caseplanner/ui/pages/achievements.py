"""What was achieved: written down quickly, kept, and printed first (domain.md 3i)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.achievements.cards import AllCard, NewCard
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.page import Page
from caseplanner.ui.widgets.page_head import PageHead
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.words import _

WIDE = 620  # pixels at 100 % text from which what is saved stands beside the title


class AchievementsPage(Page):
    """A card to add one, and below it all of them. Everything is saved as it is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        editing = Editing(session, self.toast.emit)
        self.head = PageHead(session, _("What was achieved"))
        self.new = NewCard(editing)
        self.all = AllCard(editing)
        self.found = FoundHere(editing, "achievements", self.head.back)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        may_edit = self._session.may_edit
        title = _("What {name} achieved", name=dossier.person.called)
        self.head.show_dossier(dossier, title)
        self.new.show_dossier(dossier)
        self.new.setVisible(may_edit)
        self.all.show_dossier(dossier, may_edit=may_edit)

    def focus_first(self) -> None:
        first = self.new.words if self._session.may_edit else self.head.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.arrange(wide=self.width() >= theme.px(WIDE))

    def _build(self) -> None:
        self.head.go.connect(self.go)
        self.all.to_new.connect(self.focus_first)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(20))
        layout.setSpacing(theme.px(14))
        layout.addWidget(self.head)
        layout.addWidget(self.new)
        layout.addWidget(self.all)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
