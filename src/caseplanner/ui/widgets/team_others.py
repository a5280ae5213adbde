"""Who else works with the client and does not sign: a mentor, a social worker, a chaplain."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import people
from caseplanner.dossier.model import Colleague, Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import LineField
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _


class OthersCard(Card):
    """A row for each of them, and a field to add one; all saved while it is typed."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.rows: dict[str, OtherRow] = {}
        self.new = LineField()
        self.new.setPlaceholderText(_("Name"))
        self.new.setAccessibleName(_("New: name of who works along. Enter adds it"))
        self.new.returnPressed.connect(self._add)
        self.add = buttons.secondary(_("Add"), "plus")
        self.add.setAccessibleName(_("Add who works along"))
        self.add.clicked.connect(self._add)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        adding = QHBoxLayout()
        adding.setSpacing(theme.px(8))
        adding.addWidget(self.new, 1)
        adding.addWidget(self.add)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Heading(_("Who else works along?"), size=18))
        layout.addWidget(Small(_("For example a social worker or a chaplain. They do not sign.")))
        layout.addLayout(self._list)
        layout.addLayout(adding)

    def show_dossier(self, dossier: Dossier) -> None:
        known = people.others(dossier)
        for gone in self.rows.keys() - {one.id for one in known}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(known):
            if one.id not in self.rows:
                self.rows[one.id] = OtherRow(self._editing, one.id)
                self.rows[one.id].removed.connect(self._remove)
                self._list.insertWidget(place, self.rows[one.id])
            self.rows[one.id].show_other(one)

    def flush(self) -> None:
        """Keep a name that was typed but not added yet."""
        if self.new.text().strip():
            self._add()

    def _add(self) -> None:
        name = self.new.text()
        if not name.strip():
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.new.clear()
        self._editing.change(_("Who works with the client"), lambda d: people.add_other(d, name))
        list(self.rows.values())[-1].work.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, id: str) -> None:
        self._editing.change(
            _("Who works with the client"),
            lambda d: people.remove_other(d, id),
            told=_("This name is removed."),
        )
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)


class OtherRow(QWidget):
    """A name and what he or she does."""

    removed = Signal(str)

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__()
        self._editing, self._id = editing, id
        self.setObjectName(id)
        self.name, self.work = LineField(), LineField()
        self.work.setPlaceholderText(_("Work"))
        self.bin = buttons.quiet("", "trash-2")
        self.bin.setToolTip(_("Remove"))
        self.bin.clicked.connect(lambda: self.removed.emit(self._id))
        self.name.edited.connect(lambda said: self._describe("name", said.strip()))
        self.work.edited.connect(lambda said: self._describe("work", said.strip()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.name, 1)
        layout.addWidget(self.work, 1)
        layout.addWidget(self.bin)

    def show_other(self, one: Colleague) -> None:
        self.name.set_text(one.name)
        self.work.set_text(one.work)
        self.name.setAccessibleName(_("Works along: name of {name}", name=one.name))
        self.work.setAccessibleName(_("Works along: work of {name}", name=one.name))
        self.bin.setAccessibleName(_("Remove {name}", name=one.name))

    def _describe(self, field: str, said: str) -> None:
        if field == "name" and not said:
            return  # a name is being retyped; it may never be saved as empty
        self._editing.change(
            _("Who works with the client"),
            lambda d: people.describe_other(d, self._id, **{field: said}),
            merge=f"team.{self._id}.{field}",
        )
