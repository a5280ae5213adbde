"""Yes, no, I do not know yet: three answers of the same size, none of them chosen beforehand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseplanner.dossier.model import ClientAnswer
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.words import _


class AnswerTrio(OneOf):
    """What the client taps."""

    answered = Signal(object)  # a ClientAnswer

    def __init__(self, parent: QWidget | None = None) -> None:
        faces = {
            ClientAnswer.YES: (_("Yes"), "thumbs-up"),
            ClientAnswer.NO: (_("No"), "thumbs-down"),
            ClientAnswer.UNSURE: (_("I don't know yet"), "circle-help"),
        }
        super().__init__(faces, parent)
        self.chosen.connect(self.answered)

    def show_answer(self, answer: ClientAnswer | None) -> None:
        """Show what was said; None and "could not answer" leave all three open."""
        self.show_value(answer)
