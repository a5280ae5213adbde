"""The times the client was asked in vain, and when to ask once more; they stay readable."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import asking, goals
from caseplanner.dossier.model import Attempt, Dossier, Goal
from caseplanner.ui import theme
from caseplanner.ui.widgets.layouts import empty
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


class Attempts(QWidget):
    """One line for each attempt before the answer of now; nothing where there was none."""

    def __init__(self, size: int = 15) -> None:
        super().__init__()
        self._size = size
        self._shown: tuple[Sequence[Attempt], str] = ((), "")
        self.lines: list[str] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(2))
        self.hide()

    def show_goal(self, dossier: Dossier, goal: Goal, *, with_now: bool = True) -> None:
        """Show them; `with_now` also the one that is the answer of now."""
        self.show_attempts(dossier, goal.attempts if with_now else goals.earlier(goal))

    def show_attempts(self, dossier: Dossier, shown: Sequence[Attempt]) -> None:
        name = dossier.person.called
        self.setVisible(bool(shown))
        if (shown, name) == self._shown:
            return
        self._shown = (shown, name)
        empty(self._layout)
        self.lines = list(map(partial(asking.in_words, called=name), shown))
        if shown:
            self._layout.addWidget(Small(_("Asked before"), size=self._size, weight=600))
        for line in self.lines:
            self._layout.addWidget(Small(line, size=self._size))
