"""A sheet of the library beside the dossier: read together, and what the talk about it yielded.

The person chooses the sheet; nothing here proposes or weighs one (domain.md 0c, R28). What is
written down stays on the laptop.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier import sheet_talks
from caseplanner.dossier.model import Dossier
from caseplanner.library import Library
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.library import said
from caseplanner.ui.library.reader import SheetReader
from caseplanner.ui.library.talk_card import TalkCard
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.page_head import PageHead
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

WIDE = 820  # pixels at 100 % text from which the talk stands beside the sheet
LEAST = 420  # pixels at 100 % text of the sheets, above the talk


class BesidePage(Page):
    """At the left the sheets, of which one is open; at the right what was said of them."""

    def __init__(self, session: Session, library: Library) -> None:
        super().__init__()
        self._session, self._library = session, library
        self._at = ""
        editing = Editing(session, self.toast.emit)
        self.head = PageHead(session, _("Library beside the dossier"))
        self.head.go.connect(self.go)
        self.found = FoundHere(editing, "beside", self.head.back)
        self.shelf = said.shelf()
        self.another = buttons.secondary(_("Choose another sheet"), "arrow-left")
        self.reader = SheetReader(self.another)
        self.none = Body(_("There are no sheets in the library yet."), tone="ink2")
        self.to_library = buttons.link(_("To the library"))
        self.talks = CardList(
            lambda id: TalkCard(editing, library, id, lambda: self._at, self.open),
            _("Write down what it yielded"),
            _("Nothing is written here yet."),
        )
        self._left = QStackedWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.head.show_dossier(dossier, _("Talk about a sheet"))
        there = self._library.sheets
        self.shelf.show_items(there)
        if sheet := self._library.find(self._at):
            self.reader.show_item(sheet)
            self._left.setCurrentWidget(self.reader)
        else:
            self._at = ""
            self._left.setCurrentWidget(self.shelf if there else self._nothing)
        self.talks.show_cards(dossier, sheet_talks.newest_first(dossier))
        may = self._session.may_edit
        self.talks.let_edit(may)
        self.talks.new.setVisible(may and bool(self._at))

    def open(self, id: str) -> None:
        """Show this sheet, to read it together."""
        self.flush()
        self._at = id
        self.show_dossier(self._session.dossier)
        self.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        firsts = (self.shelf.search, self.reader.text, self.to_library)
        firsts[self._left.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def spot(self) -> str:
        """The sheet that is open."""
        return self._at

    def go_to_spot(self, spot: str) -> None:
        if self._library.find(spot):
            self.open(spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.head.arrange(wide=wide)

    def _leave(self) -> None:
        self.flush()
        self._at = ""
        self.show_dossier(self._session.dossier)
        self.shelf.focus_first()

    def _build(self) -> None:
        self.shelf.opened.connect(self.open)
        self.another.clicked.connect(self._leave)
        self.to_library.clicked.connect(lambda: self.go.emit("library", None))
        self._nothing = QWidget()
        lines = QVBoxLayout(self._nothing)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.none)
        lines.addWidget(self.to_library, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        for part in (self.shelf, self.reader, self._nothing):
            self._left.addWidget(part)
        self._left.setMinimumHeight(theme.px(LEAST))
        yielded = QWidget()
        right = QVBoxLayout(yielded)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.px(6))
        right.addWidget(Heading(_("What the talk yielded"), size=20))
        right.addWidget(Small(_("This stays on this laptop. It is in no PDF and in no file.")))
        right.addWidget(self.talks)
        right.addStretch(1)
        self._columns.setSpacing(theme.px(24))
        self._columns.addWidget(self._left, 3)
        self._columns.addWidget(yielded, 2)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(24))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.head)
        layout.addWidget(Body(_("Read it together. A sheet decides nothing; the talk counts.")))
        layout.addLayout(self._columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
