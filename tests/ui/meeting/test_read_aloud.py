"""What is read aloud in the room: the page that is shown, until it is turned or it locks."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseplanner.dossier import meeting_course
from caseplanner.settings import Place
from caseplanner.ui import aloud
from caseplanner.ui.meeting.room import MeetingPage
from caseplanner.ui.window import Window


def test_each_page_of_the_room_can_be_read_aloud(
    room: MeetingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[list[str]] = []
    monkeypatch.setattr(aloud.Aloud, "read", lambda _aloud, said: heard.append(list(said)))
    pages = meeting_course.pages(room._session.dossier, room.meeting)
    for page in pages:
        room.open(page)
        QTest.mouseClick(room.aloud, Qt.MouseButton.LeftButton)
    assert len(heard) == len(pages)
    assert all("".join(said).strip() for said in heard)


def test_turning_the_page_stops_the_voice(voice: list[Any], room: MeetingPage) -> None:
    begin(room)
    room.on.click()
    assert room.aloud.accessibleName() == "Read this aloud"
    assert len(voice) == 1


def test_the_lock_stops_the_voice(
    voice: list[Any], window: Window, room: MeetingPage, locked: list[Place]
) -> None:
    begin(room)
    window.lock()
    assert locked
    assert room.aloud.accessibleName() == "Read this aloud"


def test_a_break_stops_the_voice(voice: list[Any], room: MeetingPage) -> None:
    begin(room)
    room.pause_.click()
    assert room.aloud.accessibleName() == "Read this aloud"


def begin(room: MeetingPage) -> None:
    room.aloud._texts = lambda: ["This is a sentence that takes a while to say."] * 30
    QTest.mouseClick(room.aloud, Qt.MouseButton.LeftButton)
    assert room.aloud.accessibleName() == "Stop reading aloud"
