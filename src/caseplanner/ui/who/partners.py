"""The organisations that do something in this plan, each with its task and what it answers for."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.addresses import Addresses
from caseplanner.dossier import lists, partners
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Dossier, PartnerKind, new_id
from caseplanner.dossier.organisations import Organisation
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.who.address_book import AddressBook
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.scroll import reach
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark


class PartnerCard(RowCard):
    part = "partners"
    name = mark("Partner")
    gone = mark("The partner is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, partners.blank)
        self.first = self.called = GrowLine()
        self.kind = Choice([(_(words), kind) for kind, words in VALUES[PartnerKind].items()])
        self.kind.setPlaceholderText(_("Choose"))
        self.contact, self.reach = GrowLine(), GrowLine()
        self.task, self.answers_for = TextField(rows=1), TextField(rows=1)
        self.until = DayField(_("Until"))
        self.remove.setAccessibleName(_("Remove this partner"))
        self.bind(
            name=self.called,
            kind=self.kind,
            contact=self.contact,
            reach=self.reach,
            task=self.task,
            answers_for=self.answers_for,
            until=self.until,
        )
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(10))
        layout.addWidget(SideBySide(Field(_("Who"), self.called), Field(_("Kind"), self.kind)))
        layout.addWidget(
            SideBySide(Field(_("Contact"), self.contact), Field(_("How to reach"), self.reach))
        )
        for label, field in (
            (_("What does this partner do?"), self.task),
            (_("What does this partner answer for?"), self.answers_for),
        ):
            layout.addWidget(easy_hint.labelled(label, field))
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.until)
        below.addWidget(self.remove)
        layout.addLayout(below)

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        if lists.find(dossier.partners, self._id) is None:
            self.kind.setCurrentIndex(-1)  # nothing is chosen beforehand


class PartnersPart(Part):
    def __init__(self, editing: Editing, addresses: Addresses) -> None:
        super().__init__()
        self._editing = editing
        self.list = CardList(
            partial(PartnerCard, editing),
            _("New partner"),
            _("No partner stands here yet. Who else does something in this plan?"),
        )
        self.pick = buttons.secondary(_("From the addresses"), "search")
        self.pick.clicked.connect(self._open_or_close)
        self.book = AddressBook(addresses)
        self.book.taken.connect(self._take)
        self.book.left.connect(self._leave)
        self.book.go.connect(self.go)
        ways = Flow(spacing=theme.px(10))
        ways.addWidget(self.list.new)
        ways.addWidget(self.pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Partners and their tasks"), size=20))
        layout.addWidget(Small(_("The client reads this too: it stands in the plan on paper.")))
        layout.addLayout(ways)
        layout.addWidget(self.book)
        layout.addWidget(self.list)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.list.show_cards(dossier, partners.in_order(dossier))

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)
        self.pick.setVisible(may)
        self.book.setVisible(may and not self.book.isHidden())

    def focus_first(self) -> None:
        self.list.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_or_close(self) -> None:
        if self.book.isHidden():
            self.book.begin()
        else:
            self._leave()

    def _leave(self) -> None:
        self.book.hide()
        self.pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, one: Organisation) -> None:
        """A copy of what the addresses say, and then its task is asked."""
        self.book.hide()
        new = new_id()
        self._editing.change(_("Partner"), lambda d: partners.add(d, new, one))
        card = self.list.cards[new]
        assert isinstance(card, PartnerCard)
        reach(card.task)
