"""Notes of the worker, and apart from them health; each is a card that saves as it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import lists, notes
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card_list import ItemCard
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.words import _


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
