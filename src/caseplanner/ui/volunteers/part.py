"""The wish of the client for a volunteer, and those who were found for it (domain.md 3j, 4a-4c)."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import volunteers
from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.volunteers.card import VolunteerCard
from caseplanner.ui.volunteers.wish import WishCard
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.words import _


class VolunteersPart(Part):
    """Nobody is looked for until the client asks; who was there before a "no" stays readable."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.wish = WishCard(editing)
        self.list = CardList(
            partial(VolunteerCard, editing),
            _("New volunteer"),
            _("No volunteer was found yet. Ask the organisation, and match with care."),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.wish)
        layout.addWidget(self.list)
        layout.addStretch(1)
        self._asks = False

    def show_dossier(self, dossier: Dossier) -> None:
        self._asks = volunteers.asks(dossier)
        self.wish.show_dossier(dossier)
        self.list.show_cards(dossier, dossier.volunteers)
        self.list.setVisible(self._asks or bool(dossier.volunteers))

    def let_edit(self, may: bool) -> None:
        let_edit(self.wish, may)
        self.wish.let_edit(may)
        self.list.let_edit(may)
        self.list.new.setVisible(may and self._asks)
        for card in self.list.cards.values():
            assert isinstance(card, VolunteerCard)
            card.let_edit(may)
