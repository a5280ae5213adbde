"""A few things to choose from, all of the same size, none of them chosen beforehand."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets.big import BigButton


class OneOf(QWidget):
    """`choices` are (words, icon) by value. `chosen` is sent only when a person chooses.

    A tap shows nothing as chosen: whoever keeps the choice says what to show.
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Mapping[Any, tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons = {value: _One(*face, self) for value, face in choices.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        for value, button in self.buttons.items():
            row.addWidget(button, 1)
            button.clicked.connect(lambda _on, value=value: self.chosen.emit(value))

    def show_value(self, chosen: object) -> None:
        """Show what was chosen; what is no choice of these leaves all of them open."""
        for value, button in self.buttons.items():
            button.setAutoExclusive(False)  # else the last one cannot be let go
            button.setChecked(value is chosen)
            button.setAutoExclusive(True)

    def set_height(self, height: int) -> None:
        """In pixels of 100 % text; all stay alike."""
        for button in self.buttons.values():
            button.set_height(height)


class _One(BigButton):
    """One of them. Arrow keys only move: choosing is always a deed (Space or Enter)."""

    def __init__(self, text: str, icon: str, among: OneOf) -> None:
        super().__init__(text, icon, parent=among)
        self._among = among
        self.setCheckable(True)
        self.setAutoExclusive(True)  # announced as one of a set, "not chosen"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Not by the tap itself: a choice that could not be kept must not look made."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._step(1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = list(self._among.buttons.values())
        beside = row[(row.index(self) + by) % len(row)]
        beside.setFocus(Qt.FocusReason.OtherFocusReason)
