"""One of a list to read: how it is called, what is known of it, and its text as it was written."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import READ
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Heading, Small

LEAST = 180  # pixels at 100 % text of the words, which scroll by themselves


class Reader(Card):
    """Plain text, whatever stands in it. `acts` are shown below the words."""

    def __init__(self, name: str, *acts: QWidget) -> None:
        super().__init__()
        self.title = Heading("", size=22)
        self.about = Small("")
        self.source = Small("")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(READ)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(name)
        self.text.setProperty("bare", True)
        self.text.setMinimumHeight(theme.px(LEAST))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        pad(lines, theme.px(18), theme.px(14))
        lines.setSpacing(theme.px(4))
        for part in (self.title, self.about, self.source):
            lines.addWidget(part)
        lines.addSpacing(theme.px(6))
        lines.addWidget(self.text, 1)
        if acts:
            below = Flow(spacing=theme.px(10))
            for act in acts:
                below.addWidget(act)
            lines.addSpacing(theme.px(6))
            lines.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2),) * 4)
        layout.addWidget(Scroll(inner, on_card=True))

    def show_words(self, title: str, about: str, told: list[str], text: str) -> None:
        """Show these; of what is told the empty lines are left out."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.source.setText("\n".join(line for line in told if line))
        self.source.setVisible(any(told))
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)

    @abstractmethod
    def show_item(self, item: Any) -> None:
        """Show this one."""
