"""The head of a page around the plan: where it is, what it is, and what is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.text import Body, Title
from caseplanner.words import _

TITLE, NARROW_TITLE = 29, 21  # of the letters: a long word must fit beside nothing else


class PageHead(QWidget):
    """`go` asks for the plan at a glance."""

    go = Signal(str, object)

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.back = buttons.link("")
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.title = Title("")
        self.saved = Saved(session)
        self._grid = QGridLayout(self)
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + name))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addLayout(crumbs)
        words.addWidget(self.title)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(words, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.arrange(wide=True)

    def show_dossier(self, dossier: Dossier, title: str) -> None:
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.title.setText(title)
        self.saved.show_saved()

    def arrange(self, *, wide: bool) -> None:
        """Put what is saved beside the title, or below it."""
        self.title.setFont(theme.font(TITLE if wide else NARROW_TITLE, 600, heading=True))
        place = (0, 1) if wide else (1, 0)
        self._grid.addWidget(self.saved, *place, Qt.AlignmentFlag.AlignVCenter)
