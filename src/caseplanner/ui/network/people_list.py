"""The people around the client as a list that can be changed; one of them is open at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseplanner.dossier import network
from caseplanner.dossier.model import Circle, Contact, Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.network.person_card import PersonCard, choice
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.scroll import reach
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _

MANY = 8  # people from which a list is searched


class PeopleList(QWidget):
    """`opened` sends the id of who is open, "" for nobody."""

    opened = Signal(str)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.cards: dict[str, PersonCard] = {}
        self.open_one = ""
        self.new = NewPerson(editing)
        self.new.added.connect(self._open_newest)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find somebody"))
        self.search.setAccessibleName(_("Find somebody around"))
        self.search.textChanged.connect(self._filter)
        self.nobody = Small(_("Nobody has these words."))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.new)
        layout.addWidget(self.search)
        layout.addLayout(self._list)
        layout.addWidget(self.nobody)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        self.new.setVisible(may_edit)
        people = network.shown(dossier)
        for gone in self.cards.keys() - {one.id for one in people}:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        if self.open_one not in self.cards:
            self.open_one = ""
        for place, one in enumerate(people):
            card = self.cards.get(one.id) or self._card(one)
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
                card.show()  # now: it may be opened and given the focus before the next turn
            card.show_person(one, may_edit=may_edit)
        before: QWidget = self.search
        for one in people:
            for part in self.cards[one.id].parts:
                QWidget.setTabOrder(before, part)
                before = part
        self.search.setVisible(len(people) >= MANY or bool(self.search.text()))
        self._filter()

    def open(self, id: str) -> None:
        """Open this one and close the others; "" closes all."""
        self.open_one = id
        for each, card in self.cards.items():
            card.head.setChecked(each == id)
        self.opened.emit(id)

    def go_to(self, id: str) -> None:
        """Open this one, and put the focus there."""
        self.search.clear()
        self.open(id)
        reach(self.cards[id].head)

    def _card(self, one: Contact) -> PersonCard:
        card = PersonCard(self._editing, one.id)
        card.toggled.connect(lambda on, id=one.id: self.open(id if on else ""))
        self.cards[one.id] = card
        return card

    def _filter(self) -> None:
        found = {one.id for one in network.found(self._editing.dossier, self.search.text())}
        for id, card in self.cards.items():
            card.setVisible(id in found)
        self.nobody.setVisible(bool(self.cards) and not found)

    def _open_newest(self) -> None:
        """After a name comes whether contact is forbidden."""
        newest = list(self.cards)[-1]
        self.open(newest)
        self.cards[newest].focus_order()


class NewPerson(Card):
    """Somebody more: a first name, or who it is, and how close."""

    added = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.name = GrowLine()
        self.name.setPlaceholderText(_("A first name, or who it is"))
        self.name.setAccessibleName(_("Somebody more: a first name, or who it is"))
        self.name.entered.connect(self._add)
        self.circle = choice(network.CIRCLES)
        self.circle.set_value(Circle.NEAR)
        self.circle.setAccessibleName(_("How close?"))
        self.add = buttons.secondary(_("Add"), "plus")
        self.add.setAccessibleName(_("Add somebody"))
        self.add.clicked.connect(self._add)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.circle, 1)
        line.addWidget(self.add)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Who is important to you?"), size=18))
        layout.addWidget(self.name)
        layout.addLayout(line)

    def flush(self) -> None:
        """Keep somebody who was typed but not added yet."""
        if self.name.text().strip():
            self._put()

    def _add(self) -> None:
        self._put()
        self.added.emit()

    def _put(self) -> None:
        name, circle = self.name.text(), Circle(str(self.circle.value()))
        self._editing.change(_("Somebody around added"), lambda d: network.add(d, name, circle))
        self.name.empty()
