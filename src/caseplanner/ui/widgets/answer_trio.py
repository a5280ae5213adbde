"""Yes, no, I do not know yet: three answers of the same size, none of them chosen beforehand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caseplanner.dossier.model import ClientAnswer
from caseplanner.ui import theme
from caseplanner.ui.widgets.big import BigButton
from caseplanner.words import _


class AnswerTrio(QWidget):
    """What the client taps. `answered` is sent only when a person chooses.

    A tap shows nothing as chosen: whoever keeps the answer says what to show.
    """

    answered = Signal(object)  # a ClientAnswer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            ClientAnswer.YES: _Answer(_("Yes"), "thumbs-up", self),
            ClientAnswer.NO: _Answer(_("No"), "thumbs-down", self),
            ClientAnswer.UNSURE: _Answer(_("I don't know yet"), "circle-help", self),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        for answer, button in self.buttons.items():
            row.addWidget(button, 1)
            button.clicked.connect(lambda _on, answer=answer: self.answered.emit(answer))

    def show_answer(self, answer: ClientAnswer | None) -> None:
        """Show what was said; None and "could not answer" leave all three open."""
        for said, button in self.buttons.items():
            button.setAutoExclusive(False)  # else the last one cannot be let go
            button.setChecked(said is answer)
            button.setAutoExclusive(True)

    def set_height(self, height: int) -> None:
        """In pixels of 100 % text; the three stay alike."""
        for button in self.buttons.values():
            button.set_height(height)


class _Answer(BigButton):
    """One of the three. Arrow keys only move: choosing is always a deed (Space or Enter)."""

    def __init__(self, text: str, icon: str, trio: AnswerTrio) -> None:
        super().__init__(text, icon, parent=trio)
        self._trio = trio
        self.setCheckable(True)
        self.setAutoExclusive(True)  # announced as one of a set, "not chosen"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Not by the tap itself: an answer that could not be kept must not look given."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._step(1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = list(self._trio.buttons.values())
        beside = row[(row.index(self) + by) % len(row)]
        beside.setFocus(Qt.FocusReason.OtherFocusReason)
