"""One statement with a key for each number, all of equal size; none is pressed beforehand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets.chip import Chip, enter_at_the_chosen
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class Scale(QWidget):
    """`chosen` sends the number; None when the pressed key was pressed once more."""

    chosen = Signal(object)

    def __init__(self, statement: str, values: range) -> None:
        super().__init__()
        self._value: int | None = None
        self._group = QButtonGroup(self)
        line = Flow(spacing=theme.px(6))
        for value in values:
            chip = Chip(str(value))
            told = _("{value} of {most}", value=value, most=values[-1])
            chip.setAccessibleName(f"{statement} {told}")
            self._group.addButton(chip, value)
            line.addWidget(chip)
        self._group.idClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addWidget(Body(statement))
        layout.addLayout(line)

    def chip(self, value: int) -> Chip:
        found = self._group.button(value)
        assert isinstance(found, Chip)
        return found

    def set_value(self, value: int | None) -> None:
        self._value = value
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == value)
        self._group.setExclusive(True)
        enter_at_the_chosen(self._group)

    def _choose(self, value: int) -> None:
        self.chosen.emit(None if value == self._value else value)
