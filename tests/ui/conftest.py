"""Every screen in its own look and in Dutch, over a dossier open in a real encrypted vault."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner import guides, words
from caseplanner.desk import Desk
from caseplanner.dossier import people
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier, Role
from caseplanner.session import Session
from caseplanner.settings import Place, Settings
from caseplanner.ui import aloud, theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window


@pytest.fixture(autouse=True)
def dutch(plain_words: None, qapp: QApplication) -> Iterator[None]:
    words.use("nl")
    theme.use(qapp, "light", 100)
    yield
    theme.use(qapp, "light", 100)


@pytest.fixture
def guide() -> Guide:
    return guides.load("nl")


@pytest.fixture
def dossier() -> Dossier:
    """Dennis, with the two who work with him; nothing was talked about yet."""
    started = people.start("Dennis", cell="B2-14")
    started = people.name_colleague(started, Role.MENTOR, "Fatma Bouzidi", "begeleider")
    return people.name_colleague(started, Role.SUPERVISOR, "Joost Kamphuis", "reclassering")


@pytest.fixture
def session(desk: Desk, dossier: Dossier) -> Session:
    return desk.add(dossier)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def locked() -> list[Place]:
    """The places the window was locked at."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks, locked: list[Place]
) -> Iterator[Window]:
    """The real window over an empty vault, at the size of a small laptop."""
    made = Window(desk, guide, Settings(theme="light"), tasks, locked.append)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    yield made


@pytest.fixture
def again(
    qtbot: QtBot, window: Window, desk: Desk, guide: Guide, tasks: Tasks, locked: list[Place]
) -> Callable[[], Window]:
    """Lock the window; it is the one of a program that was started anew, and unlocked."""

    def lock() -> Window:
        window.lock()
        field = QApplication.focusWidget()
        assert field
        field.blockSignals(True)  # of a process that is gone nothing can be left
        window.hide()
        made = Window(desk, guide, Settings(theme="light"), tasks, locked.append)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitActive(made):
            made.show()
        made.resume(locked[-1])
        return made

    return lock


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch, dutch: None) -> list[Any]:
    """The engine that says nothing counts as a voice; what was given to it to say."""
    speech = pytest.importorskip("PySide6.QtTextToSpeech", reason="caseplanner[voorlezen]")
    heard: list[Any] = []

    class Heard(speech.QTextToSpeech):  # type: ignore[name-defined,misc]
        @staticmethod
        def availableEngines() -> list[str]:
            return ["mock"]

        def say(self, text: str) -> None:
            heard.append((self.locale().name(), text))
            super().say(text)

    monkeypatch.setattr(speech, "QTextToSpeech", Heard)
    monkeypatch.setattr(aloud, "SILENT", ())
    words.use("en")
    return heard
