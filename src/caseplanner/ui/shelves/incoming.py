"""What a file would bring to a list of the laptop, before anything is taken over."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.takeover import Difference
from caseplanner.ui import theme
from caseplanner.ui.shelves.row import ItemRow
from caseplanner.ui.shelves.said import FileSaid
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.rows import HeadingRow, Row, RowList
from caseplanner.ui.widgets.text import Body, Heading
from caseplanner.words import _


class Incoming(QWidget):
    """`taken` sends the difference when the person takes it over; `left` that he does not."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, said: FileSaid, row: Callable[[Any], ItemRow]) -> None:
        super().__init__()
        self._said, self._row = said, row
        self.difference: Difference[Any] = Difference((), (), (), ())
        self.title = Heading("", size=22)
        self.told = Body("")
        self.list = RowList(_("What is in the file"))
        self.take = buttons.primary(_("Take over"), "import")
        self.leave = buttons.secondary(_("Do not take over"))
        self.take.clicked.connect(lambda: self.taken.emit(self.difference))
        self.leave.clicked.connect(self.left)
        card = Card()
        box = QVBoxLayout(card)
        box.setContentsMargins(*(theme.px(6),) * 4)
        box.addWidget(self.list)
        below = Flow(spacing=theme.px(10))
        below.addWidget(self.take)
        below.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.told)
        layout.addWidget(card, 1)
        layout.addLayout(below)

    def show_difference(self, file: str, difference: Difference[Any]) -> None:
        self.difference = difference
        self.title.setText(file)
        brings = bool(difference.new or difference.changed)
        self.take.setVisible(brings)
        self.leave.setText(_("Do not take over") if brings else self._said.back)
        self.told.setText(self._said.not_yet if brings else self._said.nothing_new)
        rows: list[Row] = []
        listed = (difference.new, difference.changed, difference.same, difference.gone)
        for heading, part in zip(self._said.parts(difference), listed, strict=True):
            if part:
                rows += [HeadingRow(heading), *map(self._row, part)]
        self.list.show_rows(rows)

    def focus_first(self) -> None:
        first = self.leave if self.take.isHidden() else self.take
        first.setFocus(Qt.FocusReason.OtherFocusReason)
