"""Signing the frozen plan: what is signed at the left, who signs at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier import agreements
from caseplanner.dossier.model import Dossier, HowSigned, PlanVersion
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.pages.signing import Signing
from caseplanner.ui.pages.what_signed import WhatIsSigned
from caseplanner.ui.scans import said
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.words import _

WIDE = 1000  # in pixels of 100 % text: below it reading and signing are two screens
LOW = 450  # height below which the pad takes the room of what can be missed
LEFT = 432


class SignPage(Page):
    """Signs the newest version, which never changes; without one it leads to making one."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._reading = True
        self._frozen: Dossier | None = None
        self.what = WhatIsSigned()
        self.what.look.clicked.connect(self._look)
        self.what.on.clicked.connect(lambda: self._read(False))
        self.signing = Signing(session)
        self.signing.look.connect(self._look)
        self.signing.turned.connect(lambda: self.show_dossier(session.dossier))
        self.papers = BigButton("", "file-check", height=56)
        self.papers.clicked.connect(self._open_papers)
        self.signing.signed.offer(self.papers)
        self.leave = buttons.quiet(_("To the plan"), "arrow-left")
        self.leave.clicked.connect(lambda: self.go.emit("hub", None))
        self.read = buttons.link(_("Read what you sign"))
        self.read.clicked.connect(lambda: self._read(True))
        self.notice = text.Body("", size=17)
        self.ask = buttons.primary(_("Ask for answers"), "messages-square")
        self.ask.clicked.connect(lambda: self.go.emit("answers", None))
        if not session.may_edit:
            self.ask.hide()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        version = agreements.latest(dossier)
        self._stack.setCurrentWidget(self._table if version else self._nothing)
        if version is None:
            return
        if self._frozen is None or version.id != self._frozen.versions[-1].id:
            self._frozen = self._session.frozen(version.id)
        self.signing.show_version(dossier, version)
        self._show_papers(version)
        self.what.show_version(self._frozen, version, self.signing.role)
        changed = agreements.is_changed(dossier)
        self.notice.setVisible(changed)
        self.notice.setText(
            _(
                "The plan changed after version {number}. You sign version {number}, "
                "not the concept.",
                number=version.number,
            )
        )

    def _show_papers(self, version: PlanVersion) -> None:
        """Who signed on paper can have the scan of it here."""
        role, known = self.signing.role, agreements.signed(version, self.signing.role)
        on_paper = known is not None and known.how is HowSigned.PAPER and self._session.may_sign
        self.papers.setVisible(on_paper or bool(agreements.scans_of(version, role)))
        self.papers.set_face(said.to_papers(version, role), "file-check")

    def _open_papers(self) -> None:
        from caseplanner.ui.scans.papers import Papers

        version = agreements.latest(self._session.dossier)
        assert version
        Papers(self._session, self._tasks, version.id, self.signing.role, self).open()

    def spot(self) -> str:
        return self.signing.spot()

    def go_to_spot(self, spot: str) -> None:
        self.signing.go_to_spot(spot)

    def focus_first(self) -> None:
        """To the signer whose turn it is; never to Ready."""
        self.signing.signers[self.signing.role].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(20))
        head.addWidget(self.leave)
        head.addWidget(self.read)
        head.addWidget(self.notice, 1)
        head.addStretch()
        both = QHBoxLayout()
        both.setSpacing(theme.px(22))
        both.addWidget(self.what)
        both.addWidget(self.signing, 1)
        self._table = QWidget()
        table = QVBoxLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.addLayout(head)
        table.addLayout(both, 1)
        self._nothing = QWidget()
        empty = QVBoxLayout(self._nothing)
        empty.addStretch(1)
        for words in (
            text.Heading(_("There is no plan to sign yet."), size=28),
            text.Body(
                (
                    _("First ask for answers. Then set the plan.")
                    if self._session.may_edit
                    else _("The worker sets the plan first.")
                ),
                size=19,
            ),
        ):
            empty.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignHCenter)
        self.away = buttons.link(_("To the plan"))
        self.away.clicked.connect(lambda: self.go.emit("hub", None))
        empty.addWidget(self.away, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(theme.px(28), theme.px(14)) * 2)
        whole.addWidget(self._stack)

    def _fit(self) -> None:
        self.signing.set_low(self.height() < theme.px(LOW))
        wide = self.width() >= theme.px(WIDE)
        self.what.setVisible(wide or self._reading)
        self.what.on.setVisible(not wide)
        self.signing.setVisible(wide or not self._reading)
        self.read.setVisible(not wide and not self._reading)
        if wide:
            self.what.setFixedWidth(theme.px(LEFT))
        else:
            self.what.setMinimumWidth(0)
            self.what.setMaximumWidth(self.maximumWidth())

    def _read(self, reading: bool) -> None:
        self._reading = reading
        self._fit()

    def _look(self) -> None:
        if self._frozen:
            self.go.emit("preview", self._frozen.versions[-1].id)
