"""Who signs, and how: the three signers, the pad, and the ways round it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier import agreements, ink, people
from caseplanner.dossier.model import Dossier, HowSigned, PlanVersion, Role, Signature
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.sign_panels import NotNow, OnPaper, Signed
from caseplanner.ui.widgets import big, text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.fields import MOST
from caseplanner.ui.widgets.pad import SignaturePad
from caseplanner.ui.widgets.signer_card import ROLES, SignerCard
from caseplanner.words import _


class Signing(QWidget):
    """One signer at a time, in any order; what is not finished is never kept."""

    look = Signal()  # show the PDF of the version
    turned = Signal()  # someone else signs now

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._version = ""
        self._low = False
        self.role = Role.CLIENT
        self.signers = {role: SignerCard(role) for role in Role}
        for role, card in self.signers.items():
            card.clicked.connect(lambda _on, role=role: self.choose(role))
        self._prompt = text.Heading("", size=23)
        self.name = QLineEdit()
        self.name.setMaxLength(MOST)
        self.name.setMinimumHeight(theme.px(40))
        self.name.setAccessibleName(_("Name of who signs"))
        self.pad = SignaturePad()
        self.not_now = NotNow()
        self.not_now.chosen.connect(lambda reason: self._sign(HowSigned.NOT_NOW, reason))
        self.on_paper = OnPaper()
        self.on_paper.done.connect(lambda: self._sign(HowSigned.PAPER))
        self.on_paper.look.connect(self.look)
        self.signed = Signed()
        self.signed.on.connect(self._next)
        self._panels: tuple[QWidget, ...] = (self.pad, self.not_now, self.on_paper, self.signed)
        self.again = BigButton(_("Again"), "eraser")
        self.again.clicked.connect(self.pad.clear)
        self.paper = BigButton(_("Rather on paper"), "printer")
        self.paper.clicked.connect(self._to_paper)
        self.later = BigButton(_("Not now"), "circle-pause")
        self.later.clicked.connect(self._ask_why)
        self.not_now.cancelled.connect(lambda: self._back_to(self.later))
        self.on_paper.cancelled.connect(lambda: self._back_to(self.paper))
        self.ready = BigButton(_("Ready"), "check", primary=True)
        self.ready.clicked.connect(self._draw)
        self._hint = text.Body("", size=17)
        self._build()

    def show_version(self, dossier: Dossier, version: PlanVersion) -> None:
        """Show how far this version is signed; what is being drawn stays."""
        if version.id != self._version:
            self._version = version.id
            self.role = _first_open(version) or Role.CLIENT
            self._begin(dossier)
        for role, card in self.signers.items():
            known = agreements.signed(version, role)
            name = known.name if known else people.name_of(dossier, role)
            work = people.colleague(dossier, role)
            card.show_signer(name, work.work if work else "", known, now=role is self.role)
        if not self.name.isModified():
            self.name.setText(people.name_of(dossier, self.role))
        known = agreements.signed(version, self.role)
        if known and known.how is not HowSigned.NOT_NOW:
            self._show_signed(version, known)
        else:
            now = self._panels[self._stack.currentIndex()]
            self._show(self.pad if now is self.signed else now)
        self._show_words(dossier, known)

    def set_low(self, low: bool) -> None:
        """Leave the room to the pad where the window is low."""
        self._low = low
        self._prompt.setFont(theme.font(19 if low else 23, 600, heading=True))
        for button in (self.again, self.paper, self.later, self.ready):
            button.set_height(big.LOW if low else big.HEIGHT)
        self._show(self._panels[self._stack.currentIndex()])

    def choose(self, role: Role) -> None:
        """Let this person sign now; a drawing that was not finished goes, it is not theirs."""
        self.role = role
        self._begin(self._session.dossier)
        self._refresh()
        self.turned.emit()

    def spot(self) -> str:
        """Who signs now, and on which panel."""
        return f"{self.role} {self._stack.currentIndex()}"

    def go_to_spot(self, spot: str) -> None:
        """Let the same person go on, on the same panel."""
        role, _, panel = spot.partition(" ")
        if role in list(Role) and panel in "0123":
            self.choose(Role(role))
            if self._panels[int(panel or 0)] in (self.not_now, self.on_paper):
                self._show(self._panels[int(panel)])
                if int(panel) == self._panels.index(self.not_now):
                    self.not_now.ask(self.name.text())

    def _begin(self, dossier: Dossier) -> None:
        self.pad.clear()
        self.name.setText(people.name_of(dossier, self.role))
        self._show(self.pad)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for card in self.signers.values():
            row.addWidget(card, 1)
        who = QHBoxLayout()
        who.setSpacing(theme.px(12))
        who.addWidget(self._prompt, 3)
        who.addWidget(self.name, 2)
        self._stack = QStackedWidget()
        for panel in self._panels:
            self._stack.addWidget(panel)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(12))
        for button in (self.again, self.paper, self.later):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.ready)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(row)
        column.addLayout(who)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)
        column.addWidget(self._below)

    def _show(self, panel: QWidget) -> None:
        self._stack.setCurrentWidget(panel)
        drawing = panel is self.pad
        self._below.setVisible(drawing)
        self._hint.setVisible(drawing and not self._low)
        asked = drawing or (panel is not self.signed and not self._low)
        self._prompt.setVisible(asked)
        self.name.setVisible(asked and self.role is not Role.CLIENT)

    def _show_words(self, dossier: Dossier, known: Signature | None) -> None:
        name = people.name_of(dossier, self.role)
        if self.role is Role.CLIENT:
            self._prompt.setText(
                _("{name}, put your signature with your finger, pen or mouse.", name=name)
            )
        else:
            self._prompt.setText(_("Who signs as {role}?", role=_(ROLES[self.role])))
        self._hint.setText(
            _("Earlier it was not now: “{reason}” You may still sign.", reason=known.reason)
            if known
            else _("You may also not sign now. Then we talk on later.")
        )

    def _show_signed(self, version: PlanVersion, known: Signature) -> None:
        next_ = _first_open(version)
        if next_ is None:
            then = _("See and save the PDF")
        else:
            name = people.name_of(self._session.dossier, next_) or _(ROLES[next_])
            then = _("Now {name}", name=name)
        drawn = self._session.ink(known) if known.ink else b""
        self.signed.show_signature(known, drawn, then)
        self._show(self.signed)

    def _ask_why(self) -> None:
        self._show(self.not_now)
        self.not_now.ask(self.name.text())

    def _to_paper(self) -> None:
        self._show(self.on_paper)
        self.on_paper.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to(self, button: QWidget) -> None:
        """To the pad again, with the focus on what led away from it."""
        self._show(self.pad)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        drawn = self.pad.ink()
        self._sign(HowSigned.INK, drawn=ink.dump(drawn) if drawn else b"")

    def _sign(self, how: HowSigned, reason: str = "", drawn: bytes = b"") -> None:
        self._session.sign(self.role, self.name.text(), how, reason, drawn)
        self.pad.clear()
        self.name.setModified(False)
        self.not_now.field.clear()
        self._show(self.pad)
        self._refresh()
        signed = self._stack.currentWidget() is self.signed
        now = self.signed.next if signed else self.signers[self.role]
        now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        version = agreements.latest(self._session.dossier)
        open_ = _first_open(version) if version else None
        if open_ is None:
            self.look.emit()
        else:
            self.choose(open_)
            self.signers[open_].setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        version = agreements.latest(self._session.dossier)
        if version:
            self.show_version(self._session.dossier, version)


def _first_open(version: PlanVersion) -> Role | None:
    """Who did nothing yet, in the order of the table; None when everyone did."""
    return next((role for role in Role if agreements.signed(version, role) is None), None)
