"""The mark of a frozen version: the start of its SHA-256, grouped so that it can be read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from caseplanner.ui import theme
from caseplanner.words import _

SHOWN, GROUP = 16, 4  # 64 bits: enough to compare by eye; the rest is in the tooltip


class HashLabel(QLabel):
    """Can be selected and copied; the tooltip has the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font(17, 600))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_hash(self, digest: str) -> None:
        self.setText(grouped(digest))
        self.setToolTip(digest)
        self.setAccessibleName(_("Mark of this version"))
        self.setAccessibleDescription(digest)


def grouped(digest: str) -> str:
    """ "3f9a 12cd 88e0 41b7" of a longer hash."""
    return " ".join(digest[at : at + GROUP] for at in range(0, SHOWN, GROUP))
