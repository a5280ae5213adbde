"""What belongs to the dimension of the victim only: mediation, who is also victim, and the names
that may stand in no text.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caseplanner.dossier import guards, network
from caseplanner.dossier.model import Contact, Dossier
from caseplanner.ui import theme
from caseplanner.ui.dimension.mediation import MediationCard
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import MOST, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import empty, pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count


class VictimCards(QWidget):
    """Below the questions: three cards, of which the second is there only when it has somebody."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.mediation = MediationCard(editing)
        self.also = AlsoVictimCard(editing, self.mediation.back)
        self.names = ProtectedCard(editing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(14))
        for card in (self.mediation, self.also, self.names):
            layout.addWidget(card)

    def show_dossier(self, dossier: Dossier) -> None:
        for card in (self.mediation, self.also, self.names):
            card.show_dossier(dossier)


class AlsoVictimCard(Card):
    """People around the client who are also victim: seen here and nowhere else (domain.md C1)."""

    def __init__(self, editing: Editing, after: QWidget) -> None:
        super().__init__()
        self._editing, self._after = editing, after  # `after`: what Tab reaches before this
        self._shown: tuple[Contact, ...] = ()
        self.back: dict[str, buttons.Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Also victim"), size=18))
        layout.addWidget(Small(_("Only seen here. In no other text, on no map and in no file.")))
        layout.addLayout(self._rows)

    def show_dossier(self, dossier: Dossier) -> None:
        there = network.victims(dossier)
        self.setVisible(bool(there))
        if there != self._shown:
            self._shown = there
            empty(self._rows)
            self.back = {}
            before = self._after
            for one in there:
                self._rows.addWidget(self._row(one))
                QWidget.setTabOrder(before, self.back[one.id])
                before = self.back[one.id]

    def _row(self, one: Contact) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Body(one.name, weight=600))
        told = [one.relation.strip(), _(network.ORDERS[one.no_contact])]
        words.addWidget(Small(" · ".join(part for part in told if part)))
        back = buttons.quiet(_("Not also victim"), "undo-2")
        back.setAccessibleName(_("{name} is not also victim", name=one.name))
        back.clicked.connect(lambda: self._unlock(one.id))
        self.back[one.id] = back
        line.addLayout(words, 1)
        line.addWidget(back)
        return row

    def _unlock(self, id: str) -> None:
        self._editing.change(
            _("Back among the people around"),
            lambda d: network.unlock(d, id),
            told=_("This person is among the people around again."),
        )


class ProtectedCard(Card):
    """Names that may stand in no text. A name is typed once, unseen, and is kept nowhere (R10)."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._shown: tuple[str, ...] = ()
        self.name = QLineEdit()
        self.name.setMaxLength(MOST)
        self.name.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(
            _("A name that may stand in no text"),
            self.name,
            _("You type it once and do not see it. We keep only a mark of it."),
        )
        self.name.returnPressed.connect(self._protect)
        self.name.textEdited.connect(lambda: self.field.show_error(""))
        self.protect = buttons.secondary(_("Protect"), "shield")
        self.protect.setAccessibleName(_("Protect this name"))
        self.protect.clicked.connect(self._protect)
        self.how_many = Body("", weight=600)
        self.remove: dict[str, buttons.Button] = {}
        self._rows = QWidget()
        self._flow = Flow(self._rows, spacing=theme.px(6))
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        ids = tuple(name.id for name in dossier.protected)
        many = len(ids)
        self.how_many.setText(
            count("{n} name is protected.", "{n} names are protected.", many)
            if many
            else _("No name is protected.")
        )
        if ids != self._shown:
            self._shown = ids
            empty(self._flow)
            self.remove = {}
            for number, id in enumerate(ids, 1):
                button = buttons.quiet(_("Name {number}", number=number), "x")
                button.setAccessibleName(_("Protect name {number} no longer", number=number))
                button.setToolTip(button.accessibleName())
                button.clicked.connect(lambda _on=False, gone=id: self._remove(gone))
                self.remove[id] = button
                self._flow.addWidget(button)
        self._rows.setVisible(bool(ids))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Protected names"), size=18))
        layout.addWidget(self.field)
        layout.addWidget(self.protect, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.how_many)
        layout.addWidget(self._rows)

    def _protect(self) -> None:
        name = self.name.text()
        why = guards.why_not(self._editing.dossier, name)
        self.field.show_error(_(why) if why else "")
        if why:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._editing.change(
            _("Name protected"),
            lambda d: guards.protect(d, name),
            told=_("This name is protected now. It is not shown again."),
        )
        self.name.clear()

    def _remove(self, id: str) -> None:
        self._editing.change(
            _("Name no longer protected"),
            lambda d: guards.unprotect(d, id),
            told=_("This name is no longer protected."),
        )
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
