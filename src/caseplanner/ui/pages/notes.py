"""What only the worker and colleagues see: notes, and apart from them health."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import notes
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.notes.cards import CareCard, NoteCard
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.column import line
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.words import _

WIDE = 900  # pixels at 100 % text from which notes and care stand side by side


class NotesPage(Page):
    """Two lists that never mix: a note is no health, and health is in no note (domain.md R9)."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session = session
        editing = Editing(session, self.toast.emit)
        self.back = buttons.link("")
        self.beside = buttons.quiet(_("Library beside the dossier"), "book-open")
        self.beside.clicked.connect(lambda: self.go.emit("beside", None))
        self.saved = Saved(session)
        self.notes = CardList(
            lambda id: NoteCard(editing, guide, id), _("New note"), _("There are no notes yet.")
        )
        self.care = CardList(
            lambda id: CareCard(editing, id), _("New care"), _("Nothing is written here yet.")
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.found = FoundHere(editing, "notes", self.back)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.saved.show_saved()
        self.notes.show_cards(dossier, notes.newest_first(dossier))
        self.care.show_cards(dossier, dossier.care)
        self.notes.let_edit(self._session.may_edit)
        self.care.let_edit(self._session.may_edit)

    def focus_first(self) -> None:
        first = self.back if self.notes.new.isHidden() else self.notes.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + _("Notes")))
        title = Flow(spacing=theme.px(14))
        title.addWidget(Title(_("Notes for us only")))
        title.addWidget(self.saved)
        title.addWidget(self.beside)
        guard = Card()
        pad(row := QVBoxLayout(guard), theme.px(18), theme.px(12))
        only = _("Only you and colleagues see this. It is in no PDF and in no file.")
        row.addWidget(line("eye-off", Body(only, weight=600)))
        kinds = (
            (_("Notes"), _("What you want to remember. No health here."), self.notes),
            (
                _("Care"),
                _("For the care professional only. No illness and no medicine."),
                self.care,
            ),
        )
        for name, about, listed in kinds:
            column = QVBoxLayout()
            column.setSpacing(theme.px(6))
            column.addWidget(Heading(name, size=20))
            column.addWidget(Small(about))
            column.addWidget(listed)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._columns.setSpacing(theme.px(24))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(12))
        layout.addLayout(crumbs)
        layout.addLayout(title)
        layout.addWidget(guard)
        layout.addLayout(self._columns)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
