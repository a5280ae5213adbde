"""Dit teken je: the four sentences a signer reads first, and the mark of what is signed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseplanner.dossier.model import Dossier, PlanVersion, Role
from caseplanner.ui import icons, theme
from caseplanner.ui.pages import sign_words
from caseplanner.ui.widgets import buttons, text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.hash_label import HashLabel
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.words import _

TILE = 52


class WhatIsSigned(Card):
    """Made anew for each signer: the client reads it in the first person."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: tuple[sign_words.Said, ...] = ()
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(12))
        self._lines.addStretch(1)
        self.look = buttons.secondary(_("See what you sign"), "file-text")
        self.hash = HashLabel()
        kind = text.Small(_("This is an ordinary signature. Mark of this version:"))
        self.on = BigButton(_("Next"), "arrow-right", primary=True, trailing=True, height=60)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(22), theme.px(16)) * 2)
        layout.setSpacing(theme.px(12))
        layout.addWidget(text.Heading(_("This is what you sign"), size=23))
        layout.addWidget(Scroll(content, on_card=True), 1)
        mark = Flow(spacing=theme.px(8))
        mark.addWidget(kind)
        mark.addWidget(self.hash)
        layout.addLayout(mark)
        below = QHBoxLayout()
        below.setSpacing(theme.px(12))
        below.addWidget(self.look, 1)
        below.addWidget(self.on, 1)
        layout.addLayout(below)

    def show_version(self, frozen: Dossier, version: PlanVersion, role: Role) -> None:
        """What this role signs; `frozen` is the dossier as that version froze it."""
        said = sign_words.sentences(frozen, version, role)
        self.hash.show_hash(version.content)
        if said == self.sentences:
            return
        self.sentences = said
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        for place, (icon, sentence) in enumerate(said):
            self._lines.insertWidget(place, _Sentence(icon, sentence))


class _Sentence(QWidget):
    def __init__(self, icon: str, sentence: str) -> None:
        super().__init__()
        side = theme.px(TILE)
        tile = QLabel()
        tile.setFixedSize(side, side)
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setPixmap(icons.pixmap(icon, "primary", theme.px(30)))
        soft = theme.colour("primarySoft").name()
        tile.setStyleSheet(f"background: {soft}; border-radius: {theme.px(12)}px;")
        words = text.Heading(sentence, size=23, weight=500)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
