"""A list of the laptop: searched while one types, and by kind. Nothing in it is put forward."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier.takeover import Named
from caseplanner.ui import icons, theme
from caseplanner.ui.shelves.row import ItemRow
from caseplanner.ui.shelves.said import ShelfSaid
from caseplanner.ui.widgets import buttons, inside
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.rows import RowList
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _

Items = tuple[Named, ...]
REST = 80  # milliseconds after the last letter before the search begins


class Search(QLineEdit):
    """What is looked for is no words of a dossier or a list: it is not kept when one leaves."""

    def unsaved(self) -> bool:
        return False


class Shelf(QWidget):
    """`chosen` sends the id of the one the person went to; `opened` that he clicked it, or
    pressed Enter. `find` gives those of a kind with the words of a query; `kinds` are the kinds
    by their names, none where there is only one.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        said: ShelfSaid,
        find: Callable[[Any, str, Any], Items],
        row: Callable[[Any], ItemRow],
        kinds: Mapping[Any, str],
    ) -> None:
        super().__init__()
        self._said, self._find, self.row, self._kinds = said, find, row, kinds
        self.all_items: Items = ()
        self._shown: Items = ()
        self._at = ""
        self.search = Search()
        self.search.setPlaceholderText(said.search)
        self.search.setAccessibleName(said.search)
        self.kind = Choice([(said.all_kinds, None)])
        for kind, name in kinds.items():
            self.kind.addItem(name, kind.value)
        self.kind.setAccessibleName(said.kind)
        if not kinds:
            self.kind.hide()
        self.kind.setMinimumWidth(1)
        self.told = Small("")
        self.list = RowList(said.rows)
        self.nothing = Body("")
        self.all = buttons.link(said.show_all)
        self._stack = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=REST)
        self._typing.timeout.connect(self.look)
        self._build()

    def show_items(self, all_items: Items, at: str = "") -> None:
        """Show what there is and what the search finds in it, with this one chosen."""
        if at:
            self._at = at
        if all_items is not self.all_items or at:
            self.all_items = all_items
            self.look()

    def look(self) -> None:
        """Show what the search finds now."""
        self._typing.stop()
        query = self.search.text()
        self._shown = self._find(self.all_items, query, self.chosen_kind())
        ids = [item.id for item in self._shown]
        at = ids.index(self._at) if self._at in ids else -1
        self.list.show_rows([self.row(item) for item in self._shown], at)
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self.nothing.setText(
            _("Nothing found for “{query}”.", query=query)
            if query.strip()
            else self._said.none_of_kind
        )
        self.told.setText(self._said.number(len(self._shown)))

    def chosen_kind(self) -> Any:
        """The kind that is shown; None for all."""
        value = self.kind.value()
        return next((kind for kind in self._kinds if kind.value == value), None)

    def focus_first(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down and Enter go into the list; Escape empties it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.look()
                if self._shown:
                    self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                    if not self.list.currentIndex().isValid():
                        self.list.setCurrentIndex(self.list.model().index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._typing.stop()

    def _choose(self, place: int) -> None:
        self._at = self._shown[place].id
        self.chosen.emit(self._at)

    def _show_all(self) -> None:
        self.search.clear()
        self.kind.set_value(None)
        self.look()
        self.focus_first()

    def _build(self) -> None:
        glass = QLabel()
        glass.setPixmap(icons.pixmap("search", "ink2", theme.px(18)))
        glass.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.hold(self.search, glass, left=True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._typing.start)
        self.kind.chosen.connect(lambda _kind: self.look())
        self.all.clicked.connect(self._show_all)
        self.list.chosen.connect(self._choose)
        for asked in (self.list.clicked, self.list.activated):
            asked.connect(lambda index: self.opened.emit(self._shown[index.row()].id))
        none = QWidget()
        lines = QVBoxLayout(none)
        lines.addWidget(self.nothing)
        lines.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(none)
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(*(theme.px(6),) * 4)
        box.addWidget(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.search)
        layout.addWidget(self.kind)
        layout.addWidget(self.told)
        layout.addWidget(card, 1)
