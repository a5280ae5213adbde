"""The sheets as a list: searched while one types, and by kind. Nothing in it is put forward."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import SheetKind, Sheets
from caseplanner.ui import icons, theme
from caseplanner.ui.library.rows import SheetRow
from caseplanner.ui.widgets import buttons, inside
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.rows import RowList
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _, count

REST = 80  # milliseconds after the last letter before the search begins


class Search(QLineEdit):
    """What is looked for is no words of a dossier or a sheet: it is not kept when one leaves."""

    def unsaved(self) -> bool:
        return False


class Shelf(QWidget):
    """`chosen` sends the id of the sheet the person went to; `opened` that he clicked it, or
    pressed Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.all_sheets: Sheets = ()
        self._shown: Sheets = ()
        self._at = ""
        self.search = Search()
        self.search.setPlaceholderText(_("Search in the library"))
        self.search.setAccessibleName(_("Search in the library"))
        self.kind = Choice([(_("All kinds"), None)])
        for kind, name in sheets.NAMES.items():
            self.kind.addItem(_(name), kind.value)
        self.kind.setAccessibleName(_("Kind of sheet"))
        self.kind.setMinimumWidth(1)
        self.told = Small("")
        self.list = RowList(_("Sheets, by title"))
        self.nothing = Body("")
        self.all = buttons.link(_("Show all sheets"))
        self._stack = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=REST)
        self._typing.timeout.connect(self.look)
        self._build()

    def show_sheets(self, all_sheets: Sheets, at: str = "") -> None:
        """Show what there is and what the search finds in it, with this one chosen."""
        if at:
            self._at = at
        if all_sheets is not self.all_sheets or at:
            self.all_sheets = all_sheets
            self.look()

    def look(self) -> None:
        """Show what the search finds now."""
        self._typing.stop()
        kind = self.kind.value()
        query = self.search.text()
        about = SheetKind(str(kind)) if kind else None
        self._shown = sheets.find(self.all_sheets, query, about)
        ids = [sheet.id for sheet in self._shown]
        at = ids.index(self._at) if self._at in ids else -1
        self.list.show_rows([SheetRow(sheet) for sheet in self._shown], at)
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self.nothing.setText(
            _("Nothing found for “{query}”.", query=query)
            if query.strip()
            else _("There is no sheet of this kind.")
        )
        self.told.setText(count("{n} sheet", "{n} sheets", len(self._shown)))

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
