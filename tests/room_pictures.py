"""The pictures of the driegesprek: each kind of page of the room, small and on a large screen."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseplanner.dossier import goals, meeting_course, meetings, parties
from caseplanner.dossier.meeting_course import Page, Stop
from caseplanner.dossier.model import ClientAnswer, Dossier, PlanSaid, Role
from caseplanner.ui import dates, theme
from caseplanner.ui.meeting.room import MeetingPage
from caseplanner.ui.meeting.signing import SignSheet
from caseplanner.ui.window import Window

MEETING = "meeting-9"
LARGE = (1920, 1080)
SIZED = re.compile(r"-(\d+)x(\d+)$")  # a picture that has another size says so in its name
# A kind of page may have more pages; the picture is of that with this number.
SHOWN = {Stop.GOAL: 1, Stop.OTHERS: 1}


def size_of(name: str, usual: tuple[int, int]) -> tuple[int, int]:
    """How large the picture with this name is."""
    found = SIZED.search(name)
    return (int(found[1]), int(found[2])) if found else usual


def pictures(window: Window) -> Iterator[tuple[str, Window]]:
    """The window of a dossier that is open; it is sealed by it."""
    session = window.session
    assert session is not None
    session.change("", _planned)
    window.go("meeting", MEETING)
    window.showNormal()  # the screen that is not there is smaller
    room = window.page
    assert isinstance(room, MeetingPage)
    room.seats.speak(next(iter(room.seats.seats)))
    for stop in Stop:
        if page := _page(room, stop):
            room.open(page)
            QTest.qWait(50)  # what is laid out after the first paint
            yield f"meeting-{stop}", window
    room.open(Page(Stop.SIGN))
    sheet = room.sheet
    assert isinstance(sheet, SignSheet)
    sheet.setting.set.set_plan.click()
    yield "meeting-signing", window
    room.pause_.click()
    yield "meeting-break", window
    room.break_.on.click()


def large(window: Window) -> Iterator[tuple[str, Window]]:
    """A few of them on a screen of 1920 by 1080, where everything is larger."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    chosen = window.settings
    theme.use(app, chosen.theme, chosen.text_size, LARGE[1] / 768)
    window.use(chosen, window.guide)
    room = window.page
    assert isinstance(room, MeetingPage)
    for stop in (Stop.GOAL, Stop.WHEEL, Stop.PLAN):
        if page := _page(room, stop):
            room.open(page)
            yield f"meeting-{stop}-{LARGE[0]}x{LARGE[1]}", window
    theme.use(app, chosen.theme, chosen.text_size)


def _page(room: MeetingPage, stop: Stop) -> Page | None:
    mine = [page for page in meeting_course.pages(room._session.dossier, room.meeting)
            if page.stop is stop]  # fmt: skip
    at = SHOWN.get(stop, 0)
    return mine[at] if at < len(mine) else None


def _planned(dossier: Dossier) -> Dossier:
    """As it is in the midst of the talk: something said on every page, and one goal left to ask."""
    today = dates.today()
    dossier = meetings.plan(dossier, MEETING, today, "10:30", "spreekkamer 2")
    second = goals.current(dossier)[1]
    dossier = parties.answer(dossier, second.id, Role.MENTOR, ClientAnswer.YES, on=today)
    dossier = parties.answer(
        dossier, second.id, Role.SUPERVISOR, ClientAnswer.UNSURE, "Eerst horen wat Lisa wil.", today
    )
    seats = meetings.find(dossier, MEETING).seats
    for seat in seats:
        dossier = meetings.sit(dossier, MEETING, seat.id, True)
    return meetings.tell(
        dossier,
        MEETING,
        how="Vier dagen niet geblowd. Mijn slaaplijst is vol.",
        together="Joost komt elke maand, Fatma elke week.",
        summary="Ik stop met blowen. Ik bel Mirjam. Fatma regelt het bezoek.",
        said=PlanSaid.PARTLY,
        said_why="Over het bezoek wil ik nog nadenken.",
        next_on=max(today, date(2026, 3, 11)) + timedelta(weeks=6),
        next_begin="10:30",
        next_place="spreekkamer 2",
    )
