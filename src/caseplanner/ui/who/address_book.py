"""Choosing a partner from the addresses of the laptop: type a few letters, Enter takes it."""

from itertools import islice

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caseplanner.addresses import Addresses
from caseplanner.dossier import organisations
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

MOST = 100  # found at once; who looks for more types one more letter
SHOWN, ROW = 6, 38  # rows in sight, and how high each is in pixels at 100 % text
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class AddressBook(Card):
    """Arrows choose, Enter takes it, Escape leaves. `go` asks for the page of the addresses."""

    taken = Signal(object)  # an Organisation
    left = Signal()
    go = Signal(str, object)

    def __init__(self, addresses: Addresses) -> None:
        super().__init__()
        self._addresses = addresses
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type a few letters"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Addresses"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        self.nothing = Small("")
        self.addresses = buttons.link(_("To the addresses"))
        self.addresses.clicked.connect(lambda: self.go.emit("addresses", None))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Field(_("Which organisation?"), self.field))
        for part in (self.list, self.nothing):
            layout.addWidget(part)
        layout.addWidget(self.addresses, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def begin(self) -> None:
        """Show all addresses as they are now, with the caret in the field."""
        self.field.clear()
        self._filter("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        """Show it again when somebody was typing in it."""
        if self.isAncestorOf(field):
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the letters go to the field."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        step = STEPS.get(Qt.Key(event.key()))
        if step and self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            self._describe()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return super().eventFilter(watched, event)
        return True

    def _filter(self, typed: str) -> None:
        held = self._addresses.items
        self.list.clear()
        for one in islice(organisations.find(held, typed), MOST):
            item = QListWidgetItem(_name(one))
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setSizeHint(QSize(0, theme.px(ROW)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(theme.px(min(self.list.count(), SHOWN) * ROW + 4))
        self.list.setVisible(bool(self.list.count()))
        self.nothing.setText(_("Nothing found.") if held else _("There are no addresses yet."))
        self.nothing.setVisible(not self.list.count())
        self.addresses.setVisible(not self.list.count())
        self._describe()

    def _describe(self) -> None:
        """A screen reader says which one Enter takes."""
        item = self.list.currentItem()
        self.field.setAccessibleDescription(item.text() if item else self.nothing.text())

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.taken.emit(item.data(Qt.ItemDataRole.UserRole))


def _name(one: Organisation) -> str:
    """What it is called, its kind, and who is there."""
    kind = _(VALUES[PartnerKind][one.kind])
    return " · ".join(part for part in (one.name, kind, one.contact) if part.strip())
