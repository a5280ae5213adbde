"""After release: how the client will live, and what the client chooses, as choices (seed 3, 3f)."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import rows
from caseplanner.dossier.model import Dossier, PlacementKind, ReleaseChoice
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.record import Record
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark


class ReleasePart(Part):
    """Nothing here is advised: two ways to live of the same size, and what the client decides."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.living = LivingCard(editing)
        self.title = Heading("", size=20)
        self.choices = CardList(
            partial(ChoiceCard, editing), _("New choice"), _("No choice is written down yet.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.living)
        layout.addSpacing(theme.px(6))
        layout.addWidget(self.title)
        layout.addWidget(Small(_("Who leaves decides. Write down what was chosen, and why.")))
        layout.addWidget(self.choices)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.living.show_dossier(dossier)
        self.title.setText(_("What {name} chooses", name=dossier.person.called))
        self.choices.show_cards(dossier, dossier.release_choices)

    def let_edit(self, may: bool) -> None:
        self.living.let_edit(may)
        self.choices.let_edit(may)

    def focus_first(self) -> None:
        next(iter(self.living.kind.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        self.choices.uncover(field)


class LivingCard(Card):
    """Clustered or mixed, where, why, and what the client says of it."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.title = Heading("", size=20)
        self.kind = OneOf(
            {
                PlacementKind.CLUSTERED: (_("Clustered: together, help is near"), "users-round"),
                PlacementKind.MIXED: (_("Mixed: among other neighbours"), "house"),
            }
        )
        self.place, self.reasons, self.view = GrowLine(), TextField(rows=1), TextField(rows=1)
        self.day = DayField(_("Talked about on"))
        self._asked_view = Field("", self.view)
        self.kind.chosen.connect(self._choose)
        fields = {"place": self.place, "reasons": self.reasons, "client_view": self.view}
        self.record = Record(self._write, **fields, on=self.day)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        called = dossier.person.called
        self.title.setText(_("How will {name} live?", name=called))
        self._asked_view.label.setText(_("What {name} says of it, in own words", name=called))
        self.view.setAccessibleName(self._asked_view.label.text())
        self.kind.show_value(dossier.placement.kind)
        self.record.show(dossier.placement)

    def let_edit(self, may: bool) -> None:
        let_edit(self, may)
        for button in self.kind.buttons.values():
            button.setEnabled(may)

    def _choose(self, kind: PlacementKind) -> None:
        """Pressed once more, it is open again."""
        known = self._editing.dossier.placement.kind
        self._write("", kind=None if kind is known else kind)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _("How the client will live"),
            lambda d: rows.set_(d, "placement", **details),
            merge=f"placement.{merge}" if merge else "",
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(Small(_("Two ways to live. It may stay open, too.")))
        layout.addWidget(self.kind)
        for label, field in ((_("Where"), self.place), (_("Why there"), self.reasons)):
            layout.addWidget(easy_hint.labelled(label, field))
        easy_hint.watch(self.view, self._asked_view.column)
        layout.addWidget(self._asked_view)
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.day)
        layout.addLayout(below)


class ChoiceCard(RowCard):
    """One choice: about what, what was chosen instead of what, and why."""

    part = "release_choices"
    name = mark("Choice for after release")
    gone = mark("The choice is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, _blank)
        self.about, self.choice, self.instead_of = GrowLine(), GrowLine(), GrowLine()
        self.words = GrowLine()
        self.day = DayField(_("Chosen on"))
        self.first = self.about
        self.remove.setAccessibleName(_("Remove this choice"))
        fields = {"about": self.about, "choice": self.choice, "instead_of": self.instead_of}
        self.bind(**fields, words=self.words, on=self.day)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        for label, field in (
            (_("About what"), self.about),
            (_("What was chosen"), self.choice),
            (_("Instead of"), self.instead_of),
            (_("Why, in own words"), self.words),
        ):
            layout.addWidget(easy_hint.labelled(label, field))
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.day)
        below.addWidget(self.remove)
        layout.addLayout(below)


def _blank(id: str) -> ReleaseChoice:
    return ReleaseChoice("", id=id)
