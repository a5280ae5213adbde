"""Makes the pages of the open dossier ahead of their use, so that each is there at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from caseplanner.dossier.model import Dimension
from caseplanner.ui.around import PAGES
from caseplanner.ui.idle import ACTIVITY
from caseplanner.ui.input import Input
from caseplanner.ui.page import Page

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

REST = 400  # milliseconds without a touch before a page is made
WAYS = (
    *(("dimension", str(dimension)) for dimension in Dimension),
    *((around.page, "") for around in PAGES),
    *(
        (name, "")
        for name in ("talk", "answers", "person", "history", "sign", "retention", "beside")
    ),
)


class Ahead(QObject):
    """While nothing is touched it makes one page after another, and stops at the first touch.

    Making a page takes longer than a person should wait for it; showing one that was made does
    not. The preview is not made ahead: it makes a PDF, and asking for one is written in the log.
    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._begun: tuple[str, str] | None = None  # the page that is being made
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._make_next)
        Input(self._hear, self)
        self._rest.start(REST)

    def _hear(self, event: QEvent) -> None:
        if event.type() in ACTIVITY:
            self._rest.start(REST)

    def _make_next(self) -> None:
        """One piece of work; the next one follows unless something was touched meanwhile."""
        window = self._window
        if window.session is None or not window.isVisible():
            return
        if window.seal.closed:  # in a meeting there is one page, of which the parts are made
            if window.page.more():
                self._rest.start(0)
            return
        if page := self._begun_page():
            if not page.more():
                page.resize(window.page.size())
                page.grab()  # laid out and with its letters known: the first look costs no more
                self._begun = None
            self._rest.start(0)
            return
        for way in WAYS:
            if way not in window.pages and window.page_at(*way):
                self._begun = way
                self._rest.start(0)
                return

    def _begun_page(self) -> Page | None:
        return self._window.pages.get(self._begun) if self._begun else None
