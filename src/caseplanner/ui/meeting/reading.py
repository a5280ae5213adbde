"""The whole plan on paper, to read in the room before signing: the very bytes of that version."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseplanner.desk import Seal
from caseplanner.dossier.log import Deed
from caseplanner.session import Session
from caseplanner.ui import printer, theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.paper import PaperView
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.export.pdf import Edition


class Reading(QWidget):
    """`closed` is sent when the person has read enough."""

    closed = Signal()

    def __init__(self, session: Session, seal: Callable[[], Seal], tasks: Tasks) -> None:
        super().__init__()
        self._session, self._seal, self._tasks = session, seal, tasks
        self._shown, self._pdf = "", b""
        self._edition: Edition | None = None
        self.paper = PaperView()
        self._wait = text.Body(_("The plan is being made ready."), size=19)
        self.back = BigButton(_("Back to signing"), "arrow-left", height=60)
        self.back.clicked.connect(self.closed)
        self.print = BigButton(_("Print"), "printer", height=60)
        self.print.clicked.connect(self._print)
        self.print.setEnabled(False)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch(1)
        below.addWidget(self.print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self._wait)
        layout.addWidget(self.paper, 1)
        layout.addLayout(below)

    def read(self, version: str) -> None:
        """Show this version as it stands on paper."""
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
        if version == self._shown:
            return
        from caseplanner import printing

        edition = printing.edition(self._session, self._seal(), version, datetime.now(UTC))
        self.print.setEnabled(False)
        self._wait.show()
        self._tasks.run(lambda: printing.build(edition), lambda pdf: self._show(edition, pdf))

    def _show(self, edition: "Edition", pdf: bytes) -> None:
        if isValid(self) and edition.version:
            self._shown, self._edition, self._pdf = edition.version.id, edition, pdf
            self._wait.hide()
            self.print.setEnabled(True)
            self.paper.show_pdf(pdf)

    def _print(self) -> None:
        """On paper, to be signed there: the pages that are shown."""
        edition = self._edition
        if edition is None or edition.version is None:
            return
        from caseplanner import printing

        printing.check_may_leave(self._session, edition)
        machine = QPrinter(QPrinter.PrinterMode.HighResolution)
        machine.setDocName(printing.file_name(edition))  # print queues show it to all
        if QPrintDialog(machine, self.window()).exec():
            self._session.note(Deed.PRINTED, version=str(edition.version.number))
            printer.print_pdf(self._pdf, machine)
