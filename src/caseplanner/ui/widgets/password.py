"""A field for the passphrase, and how strong one is, in words."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from caseplanner.ui.widgets import buttons, inside
from caseplanner.words import _

LEAST = 12  # characters; no rules of capitals and digits, as NIST SP 800-63B section 3.1.1.2 asks
LONG = 20
WORDS = 4
# The first things a guesser tries; a passphrase that is little more than one of these is weak.
COMMON = (
    "wachtwoord", "password", "welkom", "welcome", "qwerty", "azerty", "letmein", "geheim",
    "abcdef", "123456", "654321", "iloveyou", "hallo", "caseplanner", "herstel", "detentie",
    "januari", "februari", "maart", "april", "juni", "juli", "augustus", "september",
    "oktober", "november", "december", "zomer", "winter", "lente", "herfst", "ajax", "feyenoord",
)  # fmt: skip


class Strength(StrEnum):
    SHORT = "short"
    WEAK = "weak"
    GOOD = "good"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """A careful guess at how long a thief with the laptop would need.

    Length counts most. What repeats, runs up or down, or is a common word counts for little.
    """
    if len(passphrase) < LEAST:
        return Strength.SHORT
    told = _bare(passphrase.casefold())
    if told < LEAST - 2 or len(set(passphrase)) < 6:
        return Strength.WEAK
    if told >= LONG or (len(passphrase.split()) >= WORDS and told >= LEAST + 2):
        return Strength.STRONG
    return Strength.GOOD


def _bare(text: str) -> int:
    """How many characters are left when what is easily guessed counts for one."""
    for word in COMMON:
        text = text.replace(word, "\0")
    told = 0
    for place, letter in enumerate(text):
        step = ord(letter) - ord(text[place - 1]) if place else None
        told += step not in (-1, 0, 1)
    return told


def in_words(found: Strength) -> tuple[str, str, str]:
    """(tone, icon, sentence) to show under the field."""
    match found:
        case Strength.SHORT:
            return (
                "ink2",
                "info",
                _("At least {n} characters. A short sentence works well.", n=LEAST),
            )
        case Strength.WEAK:
            return "bad", "triangle-alert", _("Easy to guess. Make it longer or less common.")
        case Strength.GOOD:
            return "warn", "check", _("Good enough. One more word makes it strong.")
        case Strength.STRONG:
            return "ok", "circle-check", _("Strong.")


class PasswordField(QLineEdit):
    """Hides what is typed; the eye shows it for as long as the person wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.eye = buttons.quiet("", "eye")
        self.eye.clicked.connect(self._turn)
        inside.hold(self, self.eye)
        self._show_eye()

    def hide_text(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_eye()

    def _turn(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if hidden else mode.Password)
        self._show_eye()

    def _show_eye(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        told = _("Show what I type") if hidden else _("Hide what I type")
        self.eye.set_icon("eye" if hidden else "eye-off")
        self.eye.setAccessibleName(told)
        self.eye.setToolTip(told)
