"""What the whole program wears: a language, a word for the client, and a look."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from caseplanner import words
from caseplanner.settings import Settings
from caseplanner.ui import theme


class Dress:
    """Holds the texts of Qt itself, which go with the language."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None

    def wear(self, chosen: Settings, scale: float = 1.0) -> None:
        """Speak the language and take the look of these settings, so much larger."""
        words.use(chosen.language, chosen.client_word)
        QLocale.setDefault(QLocale("nl_NL" if chosen.language == "nl" else "en_GB"))
        if self._translator:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{chosen.language}", folder):
            self._app.installTranslator(self._translator)
        theme.use(self._app, chosen.theme, chosen.text_size, scale)
