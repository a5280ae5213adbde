"""What every page in the room is made of: one large question, and below it what belongs to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dossier, Meeting
from caseplanner.ui import icons, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.meeting.sentences import Sentence
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.chip import Chip
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.tile import IconTile

LOW = 430  # height, in pixels of 100 % text, under which the question is a size smaller
TILE, SMALL_TILE = 76, 56
TARGET = 48


class Table:
    """The meeting that goes on, as the pages see it: the open dossier and which meeting it is."""

    def __init__(self, editing: Editing, meeting: str) -> None:
        self.editing, self.id = editing, meeting


class Sheet(QWidget):
    """One page. `said` are the sentences that are read aloud, in order."""

    aside: QWidget | None = None  # what stands between back and on below

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        """Show what holds now. What is being typed stays."""

    def said(self) -> list[str]:
        return []

    def flush(self) -> None:
        """Report what is still being typed."""
        for part in self.findChildren(QWidget):
            if report := getattr(part, "flush", None):
                report()

    def set_low(self, low: bool) -> None:
        """There is little height: the question first."""


class Asked(Sheet):
    """A card with a large question on top; what belongs to it scrolls below."""

    def __init__(self, table: Table, asked: Sentence, *helps: Sentence) -> None:
        super().__init__(table)
        self._asked, self._helps, self._low = asked, helps, False
        self.tile = IconTile(asked.icon, size=TILE)
        self.question = text.Heading("", size=36)
        self._help = text.Body("", size=19, tone="ink2")
        told = QVBoxLayout()
        told.setSpacing(theme.px(2))
        told.addWidget(self.question)
        told.addWidget(self._help)
        head = Card()
        self._head = QHBoxLayout(head)
        self._head.setSpacing(theme.px(20))
        self._head.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(told, 1)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))
        self.middle = Scroll(inner)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(theme.px(12))
        self.outer.addWidget(head)
        self.outer.addWidget(self.middle, 1)
        self.set_low(False)
        self.ask("")

    def ask(self, name: str) -> None:
        """Put the question to the client by name."""
        self.question.setText(self._asked.say(name=name))
        self._help.setText(" ".join(one.say(name=name) for one in self._helps))
        self._help.setVisible(bool(self._helps) and not self._low)

    def said(self) -> list[str]:
        return [told for told in (self.question.text(), self._help.text()) if told]

    def set_low(self, low: bool) -> None:
        self._low = low
        self.question.setFont(theme.font(23 if low else 36, 600, heading=True))
        self.tile.set_size(SMALL_TILE if low else TILE)
        self.tile.setVisible(not low)
        self._help.setVisible(bool(self._helps) and not low)
        self._head.setContentsMargins(*(theme.px(24), theme.px(6 if low else 16)) * 2)


class Line(QWidget):
    """A pictogram on a soft tile, and a sentence beside it."""

    def __init__(self, icon: str, words: str, size: int = 23, pictures: bool = True) -> None:
        super().__init__()
        side = theme.px(52)
        tile = QLabel()
        tile.setFixedSize(side, side)
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setPixmap(icons.pixmap(icon, "primary", theme.px(30)))
        soft = theme.colour("primarySoft").name()
        tile.setStyleSheet(f"background: {soft}; border-radius: {theme.px(12)}px;")
        tile.setVisible(pictures)
        self.words = text.Heading(words, size=size, weight=500)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


def enlarge(part: QWidget) -> None:
    """Make everything in it to tap as large as a meeting wants (ux.md section 5)."""
    for button in part.findChildren(Button):
        button.set_target(TARGET)
    for chip in part.findChildren(Chip):
        chip.set_side(TARGET)


def card(*parts: QWidget, title: str = "") -> Card:
    """Parts below each other on a card, under a heading where there is one."""
    made = Card()
    column = QVBoxLayout(made)
    column.setContentsMargins(*(theme.px(24), theme.px(16)) * 2)
    column.setSpacing(theme.px(10))
    if title:
        column.addWidget(text.Heading(title, size=23))
    for part in parts:
        column.addWidget(part)
    return made
