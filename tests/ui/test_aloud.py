"""Reading aloud: with a voice, without one, without the part for it, and never by itself.

The voice is the `mock` engine of Qt: it takes the time of speaking and says nothing. It knows
English and no Dutch.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseplanner import words
from caseplanner.errors import UserError
from caseplanner.ui import aloud
from caseplanner.ui.widgets.aloud_button import AloudButton

SAID = ["How are you", "What goes well?"]
LONG = ["This is a sentence of words that takes a while to say."] * 20


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[AloudButton]:
    button = AloudButton(lambda: LONG)
    qtbot.addWidget(button)
    button.show()
    yield button
    aloud.hush()


def press(button: AloudButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_reads_what_is_on_the_page_and_stops_when_pressed_again(
    qtbot: QtBot, voice: list[Any], button: AloudButton
) -> None:
    assert button.accessibleName() == "Read this aloud"
    assert voice == []
    press(button)
    [(_locale, said)] = voice
    assert said == " ".join(LONG)
    assert button.accessibleName() == "Stop reading aloud"
    press(button)
    assert button.accessibleName() == "Read this aloud"
    assert len(voice) == 1


def test_it_says_when_it_is_done(qtbot: QtBot, voice: list[Any], button: AloudButton) -> None:
    button._texts = lambda: SAID
    press(button)
    assert voice == [("en_US", "How are you. What goes well?")]
    qtbot.waitUntil(lambda: button.accessibleName() == "Read this aloud", timeout=20_000)


@pytest.mark.parametrize("leave", [AloudButton.hide, AloudButton.stop, lambda _b: aloud.hush()])
def test_it_stops_when_the_page_goes(voice: list[Any], button: AloudButton, leave: Any) -> None:
    press(button)
    assert button.accessibleName() == "Stop reading aloud"
    leave(button)
    assert button.accessibleName() == "Read this aloud"


def test_one_thing_is_read_at_a_time(qtbot: QtBot, voice: list[Any], button: AloudButton) -> None:
    other = AloudButton(lambda: LONG)
    qtbot.addWidget(other)
    other.show()
    press(button)
    press(other)
    assert button.accessibleName() == "Read this aloud"
    assert other.accessibleName() == "Stop reading aloud"


def test_without_a_dutch_voice_it_is_told_how_to_get_one(
    voice: list[Any], button: AloudButton
) -> None:
    words.use("nl")
    with pytest.raises(UserError, match="geen stem die Nederlands spreekt") as told:
        button._aloud.read(SAID)
    assert "Met het plan is niets mis." in str(told.value)
    assert voice == []
    assert button.accessibleName() == "Read this aloud"


def test_without_the_part_that_reads_it_is_told_who_can_add_it(
    button: AloudButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    with pytest.raises(UserError, match="staat niet op deze laptop") as told:
        button._aloud.read(SAID)
    assert "Met het plan is niets mis." in str(told.value)
    assert button.accessibleName() == "Lees voor"


def test_a_speech_service_on_another_machine_is_not_asked(
    button: AloudButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    for address, left in (("inet_socket:10.0.0.1:6560", ""), ("unix_socket:/run/s", "unix")):
        monkeypatch.setenv(aloud.SERVICE, address)
        with pytest.raises(UserError):
            button._aloud.read(SAID)
        assert os.environ.get(aloud.SERVICE, "").startswith(left)
        assert bool(os.environ.get(aloud.SERVICE)) == bool(left)


def test_the_part_is_not_loaded_before_somebody_wants_to_hear_something() -> None:
    asked = "import sys; import caseplanner.ui.meeting.room; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", asked], text=True).split()
    assert "caseplanner.ui.aloud" in loaded
    assert not [name for name in loaded if "Speech" in name or "Multimedia" in name]
