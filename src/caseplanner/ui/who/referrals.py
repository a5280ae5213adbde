"""Where the client is led to: care or a neighbourhood team, and what came of it (seed 1)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import lists, partners
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Dossier, ReferralState
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import easy_hint
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.long_choice import GoalChoice
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark


class ReferralCard(RowCard):
    part = "referrals"
    name = mark("Referral")
    gone = mark("The referral is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, partners.blank_referral)
        self.first = self.to = GrowLine()
        self.who = GrowLine()
        self.help, self.result = TextField(rows=1), TextField(rows=1)
        self.state = Choice([(_(words), state) for state, words in VALUES[ReferralState].items()])
        self.on, self.look_on = DayField(_("Referred on")), DayField(_("Look again on"))
        self.goal = GoalChoice()
        self.remove.setAccessibleName(_("Remove this referral"))
        self.bind(
            to=self.to,
            help=self.help,
            state=self.state,
            on=self.on,
            who=self.who,
            look_on=self.look_on,
            result=self.result,
            goal=self.goal,
        )
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(10))
        layout.addWidget(
            SideBySide(Field(_("Where to"), self.to), Field(_("Who refers and follows"), self.who))
        )
        layout.addWidget(easy_hint.labelled(_("Which help"), self.help))
        days = Flow(spacing=theme.px(12))
        for widget in (Field(_("How it stands"), self.state), self.on, self.look_on):
            days.addWidget(widget)
        layout.addLayout(days)
        layout.addWidget(easy_hint.labelled(_("What came of it"), self.result))
        below = Flow(spacing=theme.px(12))
        below.addWidget(Field(_("Belongs to the goal"), self.goal))
        below.addWidget(self.remove)
        layout.addLayout(below)

    def show_in(self, dossier: Dossier) -> None:
        known = lists.find(dossier.referrals, self._id)
        self.goal.show_goals(dossier, known.goal if known else "")
        super().show_in(dossier)


class ReferralsPart(Part):
    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.list = CardList(
            partial(ReferralCard, editing),
            _("New referral"),
            _("Nobody was referred yet. Is there help outside that fits?"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Led to help"), size=20))
        layout.addWidget(
            Small(_("To care or a neighbourhood team. Write which help, no illness, no medicine."))
        )
        layout.addWidget(self.list)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.list.show_cards(dossier, dossier.referrals)

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)

    def focus_first(self) -> None:
        self.list.new.setFocus(Qt.FocusReason.OtherFocusReason)
