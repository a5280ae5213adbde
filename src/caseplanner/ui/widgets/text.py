"""Words on a page: titles, headings, running text and small print. They wrap and never elide."""

import html
import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseplanner.ui import theme

# Where a word may break: after more letters than any word of a plan has, and in the name of a file.
MAY_BREAK = re.compile(r"[^\W_]{25}|[/\\_](?=\w)")
BREAK = "\u200b"
LINE = 640  # pixels at 100 % text of a line that reads well; a longer text asks for no more


def tip(widget: QWidget, said: str) -> None:
    """What is shown when pointing at a widget; like all words, never read as markup."""
    widget.setToolTip(f"<p>{html.escape(said)}</p>" if said else "")


def breakable(text: str) -> str:
    """The words, of which one that is too long for any line may break."""
    return MAY_BREAK.sub(rf"\g<0>{BREAK}", text)


class Words(QLabel):
    """Plain text: what a person typed is never read as markup. Wraps only where it must."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = 17,
        weight: int = 400,
        heading: bool = False,
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.font(size, weight, heading=heading))
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show these words; one too long for any line may break, and pushes nothing aside.

        What can be copied from the screen stays as it is.
        """
        copied = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        super().setText(text if copied else breakable(text))

    def text(self) -> str:
        return super().text().replace(BREAK, "")

    def sizeHint(self) -> QSize:
        """All on one line when it is short; QLabel itself would fold it into a block."""
        self.ensurePolished()
        room = QRect(0, 0, theme.px(LINE), 16777215)
        flags = Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine
        needed = self.fontMetrics().boundingRect(room, int(flags), super().text())
        sides = self.contentsMargins()
        return QSize(
            needed.width() + sides.left() + sides.right() + 1,
            max(needed.height(), self.fontMetrics().height()) + sides.top() + sides.bottom(),
        )


class Title(Words):
    """What the page is about."""

    def __init__(self, text: str = "", size: int = 29, parent: QWidget | None = None) -> None:
        super().__init__(text, size=size, weight=600, heading=True, parent=parent)


class Heading(Words):
    """What a card or a part is about."""

    def __init__(
        self, text: str = "", size: int = 18, weight: int = 600, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, size=size, weight=weight, heading=True, parent=parent)


class Body(Words):
    """Running text."""

    def __init__(
        self,
        text: str = "",
        size: int = 17,
        weight: int = 400,
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size=size, weight=weight, tone=tone, parent=parent)


class Small(Words):
    """What explains or adds."""

    def __init__(
        self,
        text: str = "",
        size: int = 15,
        weight: int = 400,
        tone: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size=size, weight=weight, tone=tone, parent=parent)
