"""What is written down of working together: a check of the alliance, and another worker."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import alliance
from caseplanner.dossier.alliance import HIGHEST, LOWEST, STATEMENTS
from caseplanner.dossier.model import Dossier, ScoredBy
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.scale import Scale
from caseplanner.words import _, mark

VALUES = range(LOWEST, HIGHEST + 1)


class CheckCard(RowCard):
    """Four statements of one side on one day."""

    part = "alliance"
    name = mark("How we work together")
    gone = mark("The moment is removed.")

    def __init__(self, editing: Editing, id: str, by: ScoredBy) -> None:
        super().__init__(editing, id, partial(alliance.blank_check, by, dates.today()))
        self.by = Choice([("", ScoredBy.CLIENT), (_("The worker"), ScoredBy.WORKER)])
        self.day = DayField(_("Day"))
        self.scales = {
            statement: Scale(_(words), VALUES) for statement, words in STATEMENTS.items()
        }
        self.first = self.note = GrowLine()
        self.remove.setAccessibleName(_("Remove this moment"))
        self.bind(by=self.by, on=self.day, note=self.note, **self.scales)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(10))
        top = Flow(spacing=theme.px(12))
        for widget in (Field(_("Who says so"), self.by), self.day, self.remove):
            top.addWidget(widget)
        layout.addLayout(top)
        for scale in self.scales.values():
            layout.addWidget(scale)
        layout.addWidget(Field(_("In own words"), self.note))

    def show_in(self, dossier: Dossier) -> None:
        self.by.setItemText(0, dossier.person.called)
        super().show_in(dossier)


class ChangeCard(RowCard):
    """Who went, who came, why, and how the client heard it."""

    part = "worker_changes"
    name = mark("Change of worker")
    gone = mark("The change of worker is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, partial(alliance.blank_change, dates.today()))
        self.left, self.came, self.why, self.told = (GrowLine() for _field in range(4))
        self.first = self.left
        self.day = DayField(_("Day"))
        self.remove.setAccessibleName(_("Remove this change of worker"))
        self.bind(left=self.left, came=self.came, why=self.why, told=self.told, on=self.day)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        for label, field in (
            (_("Who left"), self.left),
            (_("Who came"), self.came),
            (_("Why"), self.why),
            (_("How did the client hear it?"), self.told),
        ):
            layout.addWidget(Field(label, field))
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.day)
        below.addWidget(self.remove)
        layout.addLayout(below)
