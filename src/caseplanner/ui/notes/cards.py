"""Notes of the worker, and apart from them health; each is a card that saves as it is typed.

A new card stands empty until something is written on it; only then is it part of the dossier. A
card that was emptied keeps its words in the dossier: only "Remove" takes it away.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import lists, notes
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.lists import HasId
from caseplanner.dossier.model import Dimension, Dossier, new_id
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _

NEW = "new"  # the name of the card that is not part of the dossier yet


class ItemCard(Card):
    """A card of a `CardList`; `first` is where its words begin."""

    first: TextField
    remove: Button

    def show_in(self, dossier: Dossier) -> None:
        """Show what the dossier holds of it; for a new one what it would get."""


class NoteCard(ItemCard):
    """What the worker wants to remember, on which day, and about which topic if any."""

    def __init__(self, editing: Editing, guide: Guide, id: str) -> None:
        super().__init__()
        self._editing, self._id = editing, id
        self.first = self.words = TextField(rows=3)
        self.words.setAccessibleName(_("Note"))
        self.words.setPlaceholderText(_("What do you want to remember?"))
        self.day = DayField(_("Day"))
        self.about = Choice([(_("No topic"), None)])
        for part in guide.dimensions:
            self.about.addItem(part.title, part.dimension)
        self.topic = Field(_("Topic"), self.about)
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.remove.setAccessibleName(_("Remove this note"))
        self.words.edited.connect(self._write)
        self.day.changed.connect(lambda _when: self._place())
        self.about.chosen.connect(lambda _topic: self._place())
        self.remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.words)
        below = Flow(spacing=theme.px(12))
        for widget in (self.day, self.topic, self.remove):
            below.addWidget(widget)
        layout.addLayout(below)

    def show_in(self, dossier: Dossier) -> None:
        note = lists.find(dossier.notes, self._id)
        self.words.set_text(note.text if note else "")
        self.day.show_day(note.on if note else dates.today())
        self.about.set_value(note.dimension if note else None)
        for widget in (self.day, self.topic, self.remove):
            widget.setVisible(note is not None)

    def _write(self, said: str) -> None:
        if said.strip():
            self._editing.change(
                _("Note"),
                lambda d: notes.write(d, self._id, said, dates.today()),
                merge=f"note.{self._id}",
            )

    def _place(self) -> None:
        on, topic = self.day.day.value(), self.about.value()
        about = Dimension(str(topic)) if topic else None
        self._editing.change(
            _("Note"),
            lambda d: notes.place(d, self._id, on, about),
        )

    def _remove(self) -> None:
        self._editing.change(
            _("Note removed"),
            lambda d: notes.remove(d, self._id),
            told=_("The note is removed."),
        )


class CareCard(ItemCard):
    """Which help is wanted and what was agreed about it. No illness and no medicine (R9)."""

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__()
        self._editing, self._id = editing, id
        self.wanted, self.agreed = TextField(rows=1), TextField(rows=1)
        self.first = self.wanted
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.remove.setAccessibleName(_("Remove this care"))
        for field in (self.wanted, self.agreed):
            field.edited.connect(lambda _said: self._write())
        self.remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Field(_("Help wanted"), self.wanted))
        layout.addWidget(Field(_("Agreed"), self.agreed))
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_in(self, dossier: Dossier) -> None:
        care = lists.find(dossier.care, self._id)
        self.wanted.set_text(care.wanted if care else "")
        self.agreed.set_text(care.agreed if care else "")
        self.remove.setVisible(care is not None)

    def _write(self) -> None:
        wanted, agreed = self.wanted.text(), self.agreed.text()
        if wanted.strip() or agreed.strip():
            self._editing.change(
                _("Care"),
                lambda d: notes.write_care(d, self._id, wanted, agreed),
                merge=f"care.{self._id}",
            )

    def _remove(self) -> None:
        self._editing.change(
            _("Care removed"),
            lambda d: notes.remove_care(d, self._id),
            told=_("The care is removed."),
        )


class CardList(QWidget):
    """The cards that are in the dossier, and above them one that is new when it is asked for."""

    def __init__(self, make: Callable[[str], ItemCard], new: str, none: str) -> None:
        super().__init__()
        self._make = make
        self.cards: dict[str, ItemCard] = {}
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

    def _add(self, id: str, place: int) -> ItemCard:
        self.cards[id] = self._make(id)
        self._list.insertWidget(place, self.cards[id])
        return self.cards[id]
