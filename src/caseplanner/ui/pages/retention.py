"""How long this dossier is kept: closing it, keeping it longer, and destroying it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.custody import Custody
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.retention import Basis, Ground, Reopening
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.page import Page
from caseplanner.ui.retention.cards import BasisCard, DestroyCard, HoldCard, StateCard
from caseplanner.ui.retention.confirm import Confirm
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Title
from caseplanner.words import _, count

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

WIDE = 820  # pixels at 100 % text from which the cards stand in two columns


class RetentionPage(Page):
    """Two columns of cards. What is done here is no edit of the plan, so undo does not reach it."""

    def __init__(self, session: Session, custody: Custody, window: "Window") -> None:
        super().__init__()
        self._session, self._custody, self._window = session, custody, window
        self.back = buttons.link("")
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.state, self.basis = StateCard(), BasisCard()
        self.hold, self.destroy_ = HoldCard(), DestroyCard()
        self.state.close_on.connect(self._close)
        self.state.reopen.connect(self._reopen)
        self.basis.chosen.connect(self._choose_basis)
        self.hold.hold.connect(self._hold)
        self.hold.release.connect(self._release)
        self.destroy_.destroy_for.connect(self._ask)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    @property
    def _id(self) -> str:
        return self._session.dossier.id

    def show_dossier(self, dossier: Dossier) -> None:
        kept, now = self._custody.retention(dossier.id), today()
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.state.show_kept(kept, now)
        self.basis.show_kept(kept)
        self.hold.show_kept(kept)
        self.destroy_.show_kept(kept, now, practice=dossier.practice)

    def focus_first(self) -> None:
        self.state.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _close(self, on: date) -> None:
        told = _("The dossier is closed. It can be read, not changed.")
        self._do(lambda: self._custody.close(self._id, on, today()), told)

    def _reopen(self, why: Reopening) -> None:
        self._do(lambda: self._custody.reopen(self._id, why), _("The dossier is open again."))

    def _choose_basis(self, basis: Basis, months: int) -> None:
        told = _("From now on this term holds.")
        self._do(lambda: self._custody.change_basis(self._id, basis, months), told)

    def _hold(self, why: str) -> None:
        told = _("The dossier is kept for now.")
        self._do(lambda: self._custody.hold(self._id, why, today()), told)

    def _release(self) -> None:
        told = _("The dossier is no longer kept longer.")
        self._do(lambda: self._custody.release(self._id), told)

    def _do(self, act: Callable[[], None], told: str) -> None:
        """Do it and show what holds then, also where it was refused."""
        try:
            act()
        finally:
            self._window.show_again()
        self.toast.emit(told)

    def _ask(self, ground: Ground) -> None:
        asked = Confirm([self._session.dossier.person.called], self)
        asked.accepted.connect(lambda: self._destroy(ground))
        asked.open()

    def _destroy(self, ground: Ground) -> None:
        gone = [self._id]
        self._custody.destroy(gone, ground, today())
        told = count("{n} dossier is destroyed.", "{n} dossiers are destroyed.", 1)
        self._window.let_go(gone, told)

    def _build(self) -> None:
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + _("Keep")))
        for cards in ((self.state, self.hold), (self.basis, self.destroy_)):
            column = QVBoxLayout()
            column.setSpacing(theme.px(14))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._columns.setSpacing(theme.px(14))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(20))
        layout.setSpacing(theme.px(10))
        layout.addLayout(crumbs)
        layout.addWidget(Title(_("How long we keep this dossier")))
        layout.addLayout(self._columns)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))
