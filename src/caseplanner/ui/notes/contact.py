"""Moments together that need no goal (presence approach, domain.md 3b)."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import notes
from caseplanner.dossier.model import ContactNote, Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark


class ContactCard(RowCard):
    part = "contact_notes"
    name = mark("Contact")
    gone = mark("The contact is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, partial(_blank, dates.today()))
        self.first = self.words = TextField(rows=2)
        self.words.setAccessibleName(_("Contact"))
        self.words.setPlaceholderText(_("What did you do together? What did you see?"))
        self.day = DayField(_("Day"))
        self.remove.setAccessibleName(_("Remove this contact"))
        self.bind(text=self.words, on=self.day)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.words)
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.day)
        below.addWidget(self.remove)
        layout.addLayout(below)


class ContactPart(Part):
    """Being there is enough: a contact has no topic, no goal and no outcome to fill in."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.list = CardList(
            partial(ContactCard, editing), _("New contact"), _("No contact is written here yet.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Contact"), size=20))
        layout.addWidget(Small(_("A walk, coffee, a talk in the yard. It needs no goal.")))
        layout.addWidget(self.list)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.list.show_cards(dossier, notes.contacts(dossier))

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)


def _blank(on: date, id: str) -> ContactNote:
    return ContactNote("", on, id)
