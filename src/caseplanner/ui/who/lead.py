"""Who has the lead, from when; and which probation organisation supervises, as was decided."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import agenda, lead, lists, rows
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Dossier, LeadBy, ProbationOrg
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import column, easy_hint, read_only
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.record import Record
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, mark


class LeadCard(RowCard):
    part = "leads"
    name = mark("Who has the lead")
    gone = mark("Who has the lead is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, lambda new: lead.blank(editing.dossier, new))
        self.by = Choice([(_(words), by) for by, words in VALUES[LeadBy].items()])
        self.by.setPlaceholderText(_("Choose"))
        self.first = self.called = GrowLine()
        self.since = DayField(_("From which day"))
        self.remove.setAccessibleName(_("Remove who has the lead"))
        self.bind(by=self.by, name=self.called, since=self.since)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(10))
        layout.addWidget(SideBySide(Field(_("Who"), self.by), Field(_("Name"), self.called)))
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.since)
        below.addWidget(self.remove)
        layout.addLayout(below)

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        if lists.find(dossier.leads, self._id) is None:
            self.by.setCurrentIndex(-1)  # nothing is chosen beforehand


class AllocationCard(Card):
    """What was decided; the program has no part in it (R28)."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        named = [(_(words), org) for org, words in VALUES[ProbationOrg].items()]
        self.org = Choice([(_("Not known yet"), None), *named])
        self.reason, self.by = TextField(rows=1), GrowLine()
        self.day = DayField(_("Decided on"))
        self.record = Record(self._write, org=self.org, reason=self.reason, by=self.by, on=self.day)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(10))
        layout.addWidget(
            SideBySide(
                Field(_("Which organisation"), self.org), Field(_("Who decided it"), self.by)
            )
        )
        layout.addWidget(easy_hint.labelled(_("Why this one"), self.reason))
        layout.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier) -> None:
        self.record.show(dossier.allocation)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _("Which probation organisation"),
            lambda d: rows.set_(d, "allocation", **details),
            merge=f"allocation.{merge}" if merge else "",
        )


class LeadPart(Part):
    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.now, self.next, self.hint = Body("", weight=600), Body(""), Body("")
        self._hint = column.line("clock", self.hint, "warn")
        self.list = CardList(
            partial(LeadCard, editing), _("Somebody takes the lead"), _("Nobody is named yet.")
        )
        self.allocation = AllocationCard(editing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Who has the lead"), size=20))
        layout.addWidget(column.line("flag", self.now))
        layout.addWidget(self.next)
        layout.addWidget(self._hint)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self.list)
        layout.addSpacing(theme.px(12))
        layout.addWidget(Heading(_("Which probation organisation"), size=20))
        layout.addWidget(
            Small(_("Write down what was decided, by the Bilthoven criteria. No advice is given."))
        )
        layout.addWidget(self.allocation)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        today = dates.today()
        now, after = lead.told(dossier, today, dates.short)
        self.now.setText(now)
        self.next.setText(after)
        self.next.setVisible(bool(after))
        leaves = lead.leaves_on(dossier)
        near = leaves is not None and leaves - today <= agenda.NEAR
        if leaves is not None:
            said = _(
                "Nobody has the lead yet from {day}. Who takes it over?", day=dates.short(leaves)
            )
            self.hint.setText(said)
        self._hint.setVisible(near)
        self.list.show_cards(dossier, lead.in_order(dossier))
        self.allocation.show_dossier(dossier)

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)
        read_only.let_edit(self.allocation, may)

    def focus_first(self) -> None:
        self.list.new.setFocus(Qt.FocusReason.OtherFocusReason)
