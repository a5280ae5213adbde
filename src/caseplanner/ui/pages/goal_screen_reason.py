"""What goes with the answer of the client, after each of them; and when to ask once more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.model import Attempt, ClientAnswer
from caseplanner.ui import theme
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.words import _


class ReasonCard(Card):
    """Asks one thing after an answer, and thanks for it."""

    written = Signal(str)
    again_on = Signal(object)  # a date or None: when to ask once more

    def __init__(self) -> None:
        super().__init__()
        self._title = text.Heading("", size=23)
        self._hint = text.Body("", size=17, tone="ink2")
        self.field = TextField()
        self.field.setFont(theme.font(19))
        self.field.edited.connect(self.written)
        self._chips = QWidget()
        self.choices = [
            BigButton(words, height=48)
            for words in (_("Another goal"), _("Other steps"), _("Not now"))
        ]
        line = Flow(self._chips, spacing=theme.px(4))
        for chip in self.choices:
            line.addWidget(chip)
            chip.clicked.connect(lambda _on, chip=chip: self._choose(chip.text()))
        self.day = DateField()
        self.day.changed.connect(self.again_on)
        self._ask_day = text.Body("", size=17)
        self._later = QWidget()
        later = Flow(self._later, spacing=theme.px(10))
        later.addWidget(self._ask_day)
        later.addWidget(DayBox(self.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24), theme.px(16)) * 2)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._title)
        layout.addWidget(self._chips)
        layout.addWidget(self.field)
        layout.addWidget(self._hint)
        layout.addWidget(self._later)
        self.hide()

    def ask(self, said: ClientAnswer | None, name: str, reason: str, saved: bool) -> None:
        """Ask one thing after this answer, as free after a yes as after the others."""
        self.setVisible(said is not None)
        self._chips.setVisible(said is ClientAnswer.NO)
        self._title.setText(_asked(said, name))
        self._hint.setText(_hint(said, saved))
        self.field.setAccessibleName(self._title.text())
        self.field.set_text(reason)

    def show_attempt(self, attempt: Attempt | None) -> None:
        """Ask when to ask once more; nothing while there is nothing to ask again."""
        self._later.setVisible(attempt is not None)
        if attempt:
            no = attempt.said is ClientAnswer.NO
            self._ask_day.setText(
                _("Do we talk about this once more? (may stay empty)")
                if no
                else _("When do we ask again? (may stay empty)")
            )
            self.day.setAccessibleName(self._ask_day.text())
            self.day.set_date(attempt.again_on)

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Report what is still being typed now."""
        self.field.flush()
        self.day.flush()

    def empty(self) -> None:
        """Ask afresh; flush first what was typed."""
        self.field.put("")

    def _choose(self, words: str) -> None:
        self.field.flush()
        typed = self.field.text().strip()
        own = "" if typed in [chip.text() for chip in self.choices] else typed
        self.field.put(f"{words}. {own}" if own else words)
        self.written.emit(self.field.text())


def _asked(said: ClientAnswer | None, name: str) -> str:
    match said:
        case ClientAnswer.YES:
            return _("Thank you. Do you want to say something about it?")
        case ClientAnswer.NO:
            return _("Thank you for saying so. What do you want to be different?")
        case ClientAnswer.UNSURE:
            return _("That is fine. What do you still want to know?")
        case ClientAnswer.COULD_NOT:
            return _("Why could {name} not answer?", name=name)
        case _:
            return ""


def _hint(said: ClientAnswer | None, saved: bool) -> str:
    if said in (ClientAnswer.YES, ClientAnswer.UNSURE):
        return _("You may leave this empty.")
    if saved:
        return _("Saved, in your own words.")
    if said is ClientAnswer.COULD_NOT:
        return _("Write down why. Then the answer is saved.")
    return _("Choose or write something. Then your answer is saved.")
