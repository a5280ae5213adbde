"""The room of Dennis' meeting, in the real window over a vault with other people's dossiers."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest

from caseplanner.desk import Desk
from caseplanner.dossier import meetings, people
from caseplanner.dossier.model import Dossier, WorkerNote
from caseplanner.ui.meeting.room import MeetingPage
from caseplanner.ui.window import Window
from tests import whole

MEETING = "meeting-9"
OTHER, SECRET = "Zwaantje", "Wantrouwt de rechter."  # a name and a note that nobody may see


def prepared() -> Dossier:
    """Dennis whole, with a note of the worker and a meeting planned for today's room."""
    dossier = whole.case("dennis")
    dossier = replace(dossier, notes=(*dossier.notes, WorkerNote(SECRET, date(2026, 3, 10))))
    return meetings.plan(dossier, MEETING, date(2026, 3, 11), "10:30", "spreekkamer 2")


@pytest.fixture
def room(window: Window, desk: Desk) -> MeetingPage:
    desk.add(people.start(OTHER, cell="C1-01"))
    window.show_session(desk.add(prepared()))
    return enter(window)


def enter(window: Window) -> MeetingPage:
    window.go("meeting", MEETING)
    assert window.isFullScreen()
    window.showNormal()  # the screen that is not there is smaller than any laptop's
    window.resize(1366, 768)
    QTest.qWait(20)
    assert isinstance(window.page, MeetingPage)
    return window.page
