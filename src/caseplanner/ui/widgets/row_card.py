"""A card of one row of the dossier, made of plain fields that each save by themselves."""

from collections.abc import Callable
from typing import Any

from caseplanner.dossier import lists, rows
from caseplanner.dossier.model import Dossier
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card_list import ItemCard
from caseplanner.ui.widgets.record import Input, Record
from caseplanner.words import _


class RowCard(ItemCard):
    """`part` is the field of the dossier with these rows; `blank` makes a new one of an id.

    `name` is what Undo calls an edit of it, `gone` what is said when it was removed.
    """

    part: str
    name: str
    gone: str

    def __init__(self, editing: Editing, id: str, blank: Callable[[str], Any]) -> None:
        super().__init__()
        self._editing, self._id, self._blank = editing, id, blank
        self.record: Record
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.remove.clicked.connect(self._remove)

    def bind(self, **inputs: Input) -> None:
        """Say in what each field of the row is typed or chosen."""
        self.record = Record(self._write, **inputs)

    def show_in(self, dossier: Dossier) -> None:
        row = lists.find(getattr(dossier, self.part), self._id)
        self.record.show(self._blank(self._id) if row is None else row)
        self.remove.setVisible(row is not None)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _(self.name),
            lambda d: rows.write(d, self.part, self._id, self._blank, **details),
            merge=f"{self.part}.{self._id}.{merge}" if merge else "",
        )

    def _remove(self) -> None:
        self._editing.change(
            _(self.name), lambda d: rows.remove(d, self.part, self._id), told=_(self.gone)
        )
