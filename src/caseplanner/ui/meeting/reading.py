"""The whole plan on paper, to read in the room before signing: the very bytes of that version."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseplanner.desk import Seal
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.paper import PaperView
from caseplanner.words import _


class Reading(QWidget):
    """`closed` is sent when the person has read enough."""

    closed = Signal()

    def __init__(self, session: Session, seal: Callable[[], Seal], tasks: Tasks) -> None:
        super().__init__()
        self._session, self._seal, self._tasks = session, seal, tasks
        self._shown = ""
        self.paper = PaperView()
        self._wait = text.Body(_("The plan is being made ready."), size=19)
        self.back = BigButton(_("Back to signing"), "arrow-left", height=60)
        self.back.clicked.connect(self.closed)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addStretch(1)
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
        self._wait.show()
        self._tasks.run(lambda: printing.build(edition), lambda pdf: self._show(version, pdf))

    def _show(self, version: str, pdf: bytes) -> None:
        if isValid(self):
            self._shown = version
            self._wait.hide()
            self.paper.show_pdf(pdf)
