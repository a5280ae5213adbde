"""A list of cards that each save as they are typed in.

A new card stands empty until something is written on it; only then is it part of the dossier. A
card that was emptied keeps its words in the dossier: only "Remove" takes it away.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.lists import HasId
from caseplanner.dossier.model import Dossier, new_id
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons, layouts, tab_order
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.text import Body

NEW = "new"  # the name of the card that is not part of the dossier yet


class ItemCard(Card):
    """A card of a `CardList`; `first` is where filling it in begins."""

    first: QWidget
    remove: Button

    def show_in(self, dossier: Dossier) -> None:
        """Show what the dossier holds of it; for a new one what it would get."""


class CardList(QWidget):
    """The cards that are in the dossier, and above them one that is new when it is asked for."""

    def __init__(self, make: Callable[[str], ItemCard], new: str, none: str) -> None:
        super().__init__()
        self._make = make
        self.cards: dict[str, ItemCard] = {}
        self._laid: list[QWidget | None] = []
        self.none = Body(none, tone="ink2")
        self.new = buttons.secondary(new, "plus")
        self.new.clicked.connect(self.begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        self._fresh = new_id()
        self._add(self._fresh, 0).setObjectName(NEW)
        self.cards[self._fresh].hide()

    @property
    def fresh(self) -> ItemCard:
        """The card that is not part of the dossier yet."""
        return self.cards[self._fresh]

    def show_cards(self, dossier: Dossier, kept: Sequence[HasId]) -> None:
        ids = [one.id for one in kept]
        if self._fresh in ids:  # something was written on it: it is an ordinary card now
            self.fresh.setObjectName(self._fresh)
            self._fresh = new_id()
            self._add(self._fresh, 0).setObjectName(NEW)
            self.fresh.hide()
        self.none.setVisible(not ids and self.fresh.isHidden())
        for gone in self.cards.keys() - {*ids, self._fresh}:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, id in enumerate(ids, 1):
            card = self.cards.get(id) or self._add(id, place)
            card.setObjectName(id)
            if self._list.indexOf(card) != place and not card.isAncestorOf(self.focusWidget()):
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
        for card in self.cards.values():
            card.show_in(dossier)
        self._order()

    def let_edit(self, may: bool) -> None:
        let_edit(self, may, self.new)
        if not may:
            for card in self.cards.values():
                card.remove.hide()

    def begin(self) -> None:
        """A new card, with the caret in it."""
        self.none.hide()
        self.fresh.setVisible(True)
        self.fresh.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        """Show the new card again when something was being written on it."""
        if self.fresh.isAncestorOf(field):
            self.begin()

    def _order(self) -> None:
        """Tab and a screen reader go through the cards as they lie."""
        laid = [self._list.itemAt(place) for place in range(self._list.count())]
        now = [item.widget() for item in laid if item]
        if now != self._laid:
            self._laid = now
            layouts.in_reading_order(self._list)
            tab_order.follow(self, tab_order.stops(self))

    def _add(self, id: str, place: int) -> ItemCard:
        self.cards[id] = self._make(id)
        self._list.insertWidget(place, self.cards[id])
        return self.cards[id]
