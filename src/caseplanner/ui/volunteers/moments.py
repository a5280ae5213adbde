"""Worker and volunteer tune tasks and goals, with the client there, or why not (domain.md 4b)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from caseplanner.dossier import lists, volunteers
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Coordination, CoordinationKind, Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card_list import ItemCard
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.record import Record
from caseplanner.words import _


class MomentCard(ItemCard):
    """A planned moment, and once it was held what came of it."""

    def __init__(self, editing: Editing, volunteer: str, id: str) -> None:
        super().__init__()
        self.setProperty("card", False)
        self._editing, self._volunteer, self._id = editing, volunteer, id
        self.day = DayField(_("Day"))
        self.kind = Choice([(_(words), one) for one, words in VALUES[CoordinationKind].items()])
        self.held = QCheckBox(_("It was held"))
        self.there = QCheckBox("")
        self.why_absent = GrowLine()
        self.first = self.text = TextField(rows=1)
        self.equal = GrowLine()
        self.remove = buttons.quiet(_("Remove this moment"), "trash-2")
        self.remove.clicked.connect(self._remove)
        self.record = Record(
            self._write,
            on=self.day,
            kind=self.kind,
            held=self.held,
            client_there=self.there,
            why_absent=self.why_absent,
            text=self.text,
            equal=self.equal,
        )
        self._absent = Field(_("Why is the client not there?"), self.why_absent)
        self._equal = Field(_("Does the contact feel equal, for both?"), self.equal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        top = Flow(spacing=theme.px(12))
        for part in (self.day, Field(_("What for"), self.kind), self.held, self.there):
            top.addWidget(part)
        layout.addLayout(top)
        layout.addWidget(self._absent)
        layout.addWidget(Field(_("What was agreed"), self.text))
        layout.addWidget(self._equal)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_in(self, dossier: Dossier) -> None:
        owner = lists.find(dossier.volunteers, self._volunteer)
        known = lists.find(owner.coordination, self._id) if owner else None
        moment = known or Coordination(id=self._id)
        self.there.setText(_("{name} is there", name=dossier.person.called))
        self.record.show(moment)
        self._absent.setVisible(not moment.client_there)
        self._equal.setVisible(moment.held)
        self.remove.setVisible(known is not None)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _("Coordination with a volunteer"),
            lambda d: volunteers.write_moment(d, self._volunteer, self._id, **details),
            merge=f"coordination.{self._id}.{merge}" if merge else "",
        )

    def _remove(self) -> None:
        self._editing.change(
            _("Coordination with a volunteer"),
            lambda d: volunteers.remove_moment(d, self._volunteer, self._id),
            told=_("The moment is removed."),
        )
