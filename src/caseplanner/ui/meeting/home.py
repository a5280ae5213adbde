"""What goes home: the client's own paper first, and the report for the three."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dossier, Meeting
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.hand_out import HandOut
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sentences import Sentence
from caseplanner.ui.meeting.sheet import Asked, Line, Table
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.card import Card
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.export.pdf import Edition

HEIGHT = 60


class HomeSheet(Asked):
    """Two papers, each to print or to save at once."""

    def __init__(self, table: Table, session: Session, tasks: Tasks) -> None:
        super().__init__(table, sentences.HOME, sentences.HOME_HELP)

        def take_home(at: datetime) -> "Edition":
            from caseplanner import printing

            return printing.take_home(session, table.id, at)

        def report(at: datetime) -> "Edition":
            from caseplanner import printing

            return printing.report(session, table.id, at)

        self.mine = PaperCard(session, tasks, take_home, sentences.MY_PAPER)
        self.report = PaperCard(session, tasks, report, sentences.REPORT)
        self.column.addWidget(self.mine)
        self.column.addWidget(self.report)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)

    def said(self) -> list[str]:
        return [*super().said(), sentences.MY_PAPER.say(), sentences.REPORT.say()]


class PaperCard(Card):
    """One paper: what it is, and to print or to save it; below that what became of it."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        make: "Callable[[datetime], Edition]",
        about: Sentence,
    ) -> None:
        super().__init__()
        self._out = HandOut(session, tasks, make, asks=False)
        self.print = BigButton(_("Print"), "printer", height=HEIGHT)
        self.print.setAccessibleName(f"{_('Print')}: {about.say()}")
        self.print.clicked.connect(self._out.print_)
        self.save = BigButton(_("Save"), "file-down", height=HEIGHT)
        self.save.setAccessibleName(f"{_('Save')}: {about.say()}")
        self.save.clicked.connect(self._out.save)
        self._pressed = self.save
        self.told = text.Body("", size=19)
        self.told.hide()
        self._out.told.connect(self._tell)
        self._out.busy.connect(self._wait)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Line(about.icon, about.say()), 1)
        row.addWidget(self.print)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24), theme.px(16)) * 2)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self._out)

    def _wait(self, busy: bool) -> None:
        """One thing at a time; the focus comes back to what was pressed."""
        if busy:
            self._pressed = self.print if self.print.hasFocus() else self.save
        for button in (self.print, self.save):
            button.setDisabled(busy)
        if not busy:
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, said: str) -> None:
        self.told.setText(said)
        self.told.setVisible(bool(said))
