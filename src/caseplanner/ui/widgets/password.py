"""A field for the passphrase, and how strong one is, in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from caseplanner.passphrases import LEAST, Strength
from caseplanner.ui.widgets import buttons, inside
from caseplanner.words import _


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
