"""Reads sentences aloud, with a voice that the system has: nothing is fetched, sent or written.

The words go to the speech service of this machine and are not kept: Qt is never asked for sound in
a file or in memory. The module for it is a part that may be missing (`caseplanner[voorlezen]`), so
it is imported when somebody wants to hear something; the program is the same without.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from shiboken6 import isValid

from caseplanner import words
from caseplanner.errors import UserError
from caseplanner.words import mark

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

SILENT = ("mock",)  # engines of Qt that say nothing
SERVICE = "SPEECHD_ADDRESS"  # where the speech service of Linux is; could name another machine
NO_PART = mark(
    "The part of the program that reads aloud is not on this laptop. ICT can add it: "
    "caseplanner[voorlezen]. Nothing is wrong with the plan."
)
NO_VOICE = mark(
    "This laptop has no voice that speaks {language}. ICT can install one: speech-dispatcher with "
    "a voice for this language. Nothing is wrong with the plan."
)
NO_VOICE_WINDOWS = mark(
    "This laptop has no voice that speaks {language}. It can be added in Windows: Settings, Time "
    "and language, Speech, Add voices. Nothing is wrong with the plan."
)

_reading: "Aloud | None" = None


class Aloud(QObject):
    """One thing that can be read. Only one in the program reads at a time.

    `changed` is sent when it begins, and when it is done or stopped.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._speech: QTextToSpeech | None = None

    @property
    def is_reading(self) -> bool:
        return _reading is self

    def read(self, sentences: Sequence[str]) -> None:
        """Begin; a UserError where there is no voice, with how to get one."""
        global _reading
        hush()
        speech = _speaking(words.language())
        speech.setParent(self)
        speech.stateChanged.connect(self._follow)
        speech.errorOccurred.connect(self.stop)
        self._speech, _reading = speech, self
        self.changed.emit()
        speech.say(" ".join(_ended(said) for said in sentences if said.strip()))

    def stop(self) -> None:
        global _reading
        if speech := self._speech:
            self._speech, _reading = None, None
            speech.stateChanged.disconnect(self._follow)
            speech.stop()
            speech.deleteLater()
            self.changed.emit()

    def _follow(self) -> None:
        speech = self._speech
        if speech and speech.state() in (speech.State.Ready, speech.State.Error):
            self.stop()


def hush() -> None:
    """Nothing is read any more, wherever it was asked for."""
    if _reading and isValid(_reading):  # what is deleted has stopped
        _reading.stop()


def _speaking(language: str) -> "QTextToSpeech":
    """With a voice for this language, in the Netherlands where it has one."""
    if not os.environ.get(SERVICE, "unix_socket").startswith("unix_socket"):
        del os.environ[SERVICE]  # then it is looked for on this machine
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:  # also where it is there, and a library of the system is not
        raise UserError(NO_PART) from None
    for engine in QTextToSpeech.availableEngines():
        if engine in SILENT:
            continue
        speech = QTextToSpeech(engine)
        spoken = [at for at in speech.availableLocales() if _is(at, language)]
        if speech.state() is speech.State.Error or not spoken:
            speech.deleteLater()
            continue
        usual = QLocale(language)  # nl is nl_NL
        speech.setLocale(usual if usual in spoken else spoken[0])
        return speech
    how = NO_VOICE_WINDOWS if sys.platform == "win32" else NO_VOICE
    raise UserError(how, language=words.LANGUAGES[language])


def _is(locale: QLocale, language: str) -> bool:
    return locale.name().partition("_")[0] == language


def _ended(sentence: str) -> str:
    """With a mark at the end, so that the voice rests there."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
