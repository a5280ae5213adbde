"""Asks, under a step that is done together, who plans it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseplanner.dossier import actors
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

MOST = 6  # people offered; another is typed in the field


class Planner(QWidget):
    """`chosen` sends the words for who does it: together, and who plans."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        line = Flow(self, spacing=theme.px(6))
        line.addWidget(Small(_("Together: who plans it?")))
        self.names = [buttons.link("") for _n in range(MOST)]
        for name in self.names:
            name.clicked.connect(lambda _on=False, b=name: self._choose(b.text()))
            line.addWidget(name)
        self.hide()

    def show_actor(self, actor: str, people: Sequence[str]) -> None:
        """Ask while it is done together and nobody plans it."""
        self.setVisible(actors.lacks_planner(actor) and bool(people))
        for number, button in enumerate(self.names):
            button.setVisible(number < len(people))
            if number < len(people):
                button.setText(people[number])
                button.setAccessibleName(_("{name} plans it", name=people[number]))

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return list(self.names)

    def _choose(self, name: str) -> None:
        self.chosen.emit(actors.together(name))
