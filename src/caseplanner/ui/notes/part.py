"""Notes of the worker, and apart from them health: two lists that never mix (domain.md R9)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from caseplanner.dossier import notes
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.notes.cards import CareCard, NoteCard
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _

WIDE = 620  # pixels at 100 % text from which notes and care stand side by side


class NotesPart(Part):
    """A note is no health, and health is in no note."""

    def __init__(self, editing: Editing, guide: Guide) -> None:
        super().__init__()
        self.beside = buttons.quiet(_("Library beside the dossier"), "book-open")
        self.beside.clicked.connect(lambda: self.go.emit("beside", None))
        self.notes = CardList(
            lambda id: NoteCard(editing, guide, id), _("New note"), _("There are no notes yet.")
        )
        self.care = CardList(
            lambda id: CareCard(editing, id), _("New care"), _("Nothing is written here yet.")
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.notes.show_cards(dossier, notes.newest_first(dossier))
        self.care.show_cards(dossier, dossier.care)

    def let_edit(self, may: bool) -> None:
        self.notes.let_edit(may)
        self.care.let_edit(may)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _build(self) -> None:
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
            if listed is self.notes:
                column.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignLeft)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(24))
