"""The special conditions: what must, imposed by others; and where risk assessments are kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import conditions
from caseplanner.dossier.model import Dossier, SpecialCondition
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.conditions.condition_card import ConditionCard, no_names
from caseplanner.ui.conditions.parts import Beside, order_tabs
from caseplanner.ui.conditions.risk_card import RisksCard
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons, column, read_only
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Title
from caseplanner.words import _

WIDE = 900  # pixels at 100 % text from which the fields of a card stand beside each other
MIDDLE = 540  # from which they stand in pairs


class ConditionsPage(Page):
    """A card for each condition, one to add, and the risk assessments; all saved while typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._editing = Editing(session, self.toast.emit)
        self._room = (True, True)
        self.back = buttons.link("")
        self.saved = Saved(session)
        self.cards: dict[str, ConditionCard] = {}
        self.none = Body(_("No special conditions are written down."))
        self.new = NewCondition(self._editing)
        self.risks = RisksCard(self._editing)
        self._list = QVBoxLayout()
        self.found = FoundHere(self._editing, "conditions", self.back)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.saved.show_saved()
        may_edit = self._session.may_edit
        for gone in self.cards.keys() - {condition.id for condition in dossier.conditions}:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, condition in enumerate(dossier.conditions):
            card = self.cards.get(condition.id) or self._card(condition)
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
            card.show_condition(place + 1, condition, may_edit)
        parts = [part for c in dossier.conditions for part in self.cards[c.id].parts]
        order_tabs([self.back, *parts], self.new.words)
        self.none.setVisible(not dossier.conditions and not may_edit)
        self.new.setVisible(may_edit)
        self.risks.show_dossier(dossier, may_edit)
        read_only.let_edit(self, may_edit)

    def focus_first(self) -> None:
        cards = [self.cards[c.id] for c in self._session.dossier.conditions]
        first = cards[0].text if cards else self.back if self.new.isHidden() else self.new.words
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go.emit("hub", None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = self.width() >= theme.px(WIDE), self.width() >= theme.px(MIDDLE)
        for card in self.cards.values():
            card.arrange(*self._room)
        self.new.arrange(*self._room)
        self.risks.arrange(*self._room)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.new.added.connect(self._to_newest)
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + _("Special conditions")))
        title = Flow(spacing=theme.px(14))
        title.addWidget(Title(_("Special conditions")))
        title.addWidget(self.saved)
        told = _("This is imposed: it is a must. It is no goal, and needs nobody's agreement.")
        self._list.setSpacing(theme.px(12))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(12))
        layout.addLayout(crumbs)
        layout.addLayout(title)
        layout.addWidget(column.line("scale", Body(told), "ink2"))
        layout.addWidget(column.line("eye-off", Body(no_names()), "ink2"))
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        layout.addWidget(self.new)
        layout.addWidget(self.risks)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))

    def _card(self, condition: SpecialCondition) -> ConditionCard:
        card = ConditionCard(self._editing, condition)
        card.removed.connect(lambda: self._remove(condition.id))
        card.arrange(*self._room)
        self.cards[condition.id] = card
        return card

    def _to_newest(self) -> None:
        """After the words of the decision come plain ones: the caret goes there."""
        newest = self._session.dossier.conditions[-1]
        self.cards[newest.id].plain.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, id: str) -> None:
        self._editing.change(
            _("Condition removed"),
            lambda d: conditions.remove(d, id),
            told=_("The condition is removed."),
        )
        self.focus_first()


class NewCondition(Card):
    """The words of the decision, to be added as a condition."""

    added = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.words = GrowLine()
        self.add = buttons.secondary(_("Add condition"), "plus")
        self._line = Beside((self.words, 1), (self.add, 0))
        self._build()

    def arrange(self, wide: bool, middle: bool) -> None:
        self._line.arrange(middle)

    def flush(self) -> None:
        """Keep a condition that was typed but not added yet."""
        if self.words.text().strip():
            self._add()

    def _build(self) -> None:
        self.words.setPlaceholderText(_("The words of the decision"))
        self.words.setAccessibleName(_("New condition, in the words of the decision"))
        self.words.setAccessibleDescription(no_names())
        self.words.entered.connect(self._add_and_go_on)
        self.add.clicked.connect(self._add_and_go_on)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(22), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("A new condition")))
        layout.addWidget(self._line)

    def _add_and_go_on(self) -> None:
        if self.words.text().strip():
            self._add()
            self.added.emit()
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        said = self.words.text()
        more = bool(self._editing.dossier.conditions)
        told = _("Who imposed it and the days are as before. Change them where they differ.")
        self._editing.change(
            _("Condition added"),
            lambda d: conditions.add(d, said),
            told=told if more else "",
        )
        self.words.empty()
