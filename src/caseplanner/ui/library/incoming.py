"""What a file would bring to the library, before anything is taken over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.sheets import Factsheet, Sheets
from caseplanner.dossier.takeover import Difference
from caseplanner.ui import theme
from caseplanner.ui.library.rows import SheetRow
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.rows import HeadingRow, Row, RowList
from caseplanner.ui.widgets.text import Body, Heading
from caseplanner.words import _, count


class Incoming(QWidget):
    """`taken` sends the difference when the person takes it over; `left` that he does not."""

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.difference: Difference[Factsheet] = Difference((), (), (), ())
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

    def show_difference(self, file: str, difference: Difference[Factsheet]) -> None:
        self.difference = difference
        self.title.setText(file)
        brings = bool(difference.new or difference.changed)
        self.take.setVisible(brings)
        self.leave.setText(_("Do not take over") if brings else _("Back to the library"))
        self.told.setText(
            _("Nothing is taken over yet. A changed sheet replaces the one that is here.")
            if brings
            else _("Everything in this file is in the library already.")
        )
        rows: list[Row] = []
        for heading, listed in self._parts(difference):
            if listed:
                rows += [HeadingRow(heading), *(SheetRow(sheet) for sheet in listed)]
        self.list.show_rows(rows)

    def focus_first(self) -> None:
        first = self.leave if self.take.isHidden() else self.take
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _parts(difference: Difference[Factsheet]) -> tuple[tuple[str, Sheets], ...]:
        new, changed, same, gone = (
            len(part)
            for part in (difference.new, difference.changed, difference.same, difference.gone)
        )
        return (
            (count("{n} new sheet", "{n} new sheets", new), difference.new),
            (count("{n} changed sheet", "{n} changed sheets", changed), difference.changed),
            (count("{n} sheet is the same", "{n} sheets are the same", same), difference.same),
            (
                count(
                    "{n} sheet is not in this file and stays",
                    "{n} sheets are not in this file and stay",
                    gone,
                ),
                difference.gone,
            ),
        )
