"""Choosing a passphrase: five words are offered, or the person thinks of one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseplanner import passphrases
from caseplanner.passphrases import Strength
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import buttons, password
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.password import PasswordField
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

BESIDE = 120  # percent of text size up to which the two fields stand beside each other


class Offer(Card):
    """Five words chosen by chance, shown large. `used` sends them when the person takes them."""

    used = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = Heading("", size=22)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other = buttons.secondary(_("Other words"), "redo-2")
        self.other.clicked.connect(self._choose)
        self.use = buttons.secondary(_("Use these words"), "check")
        self.use.clicked.connect(lambda: self.used.emit(self.words.text()))
        acts = Flow(spacing=theme.px(10))
        acts.addWidget(self.other)
        acts.addWidget(self.use)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(
            Body(_("Five words make a strong passphrase. Or think of a sentence of your own."))
        )
        layout.addWidget(self.words)
        layout.addLayout(acts)
        self._choose()

    def _choose(self) -> None:
        offered = passphrases.generate()
        self.words.setText(offered)
        self.words.setAccessibleName(_("Five words: {words}", words=offered))


class NewPassphrase(QWidget):
    """An offer, two fields and how strong it is. `changed` at each letter."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.offer = Offer()
        self.first, self.second = PasswordField(), PasswordField()
        self.field = Field(label, self.first)
        self.again = Field(_("The passphrase once more"), self.second)
        self.strength = Small("")
        self._icon = QLabel()
        self.offer.used.connect(self._fill)
        for field in (self.first, self.second):
            field.textChanged.connect(self._show)
        self.second.editingFinished.connect(self._compare)
        self._build()
        self._show()

    def is_ready(self) -> bool:
        """Strong enough, and twice the same."""
        return (
            passphrases.strength(self.first.text()) in (Strength.GOOD, Strength.STRONG)
            and self.first.text() == self.second.text()
        )

    def passphrase(self) -> str:
        return self.first.text()

    def forget(self) -> None:
        """Let go of what was typed and of what was offered."""
        self.first.clear()
        self.second.clear()
        self.offer.words.clear()

    def _fill(self, words: str) -> None:
        self.first.setText(words)
        self.second.setText(words)

    def _show(self) -> None:
        tone, icon, told = password.in_words(passphrases.strength(self.first.text()))
        self.strength.setText(told)
        self.strength.setProperty("tone", tone)
        self.strength.style().polish(self.strength)
        self._icon.setPixmap(icons.pixmap(icon, tone, theme.px(18)))
        self.first.setAccessibleDescription(told)
        if self.first.text().startswith(self.second.text()):
            self.again.show_error("")
        self.changed.emit()

    def _compare(self) -> None:
        different = bool(self.second.text()) and self.first.text() != self.second.text()
        told = _("The two are not the same. Type it once more.") if different else ""
        self.again.show_error(told)

    def _build(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(theme.px(6))
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.strength, 1)
        beside = theme.text_size() <= BESIDE
        fields = QHBoxLayout() if beside else QVBoxLayout()
        fields.setSpacing(theme.px(16 if beside else 12))
        fields.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.offer)
        layout.addLayout(fields)
        layout.addLayout(told)
