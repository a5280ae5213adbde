"""How quickly the room of a driegesprek follows three people: each page, and a line of the pen.

A dossier with a goal in each dimension, in the real window over a real vault. A page is turned
to once it was made ahead, as when people talk on the page before it; beside it a bare page with
one line of text. A pen draws a signature; beside it a bare widget that draws the same points.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget

from benchmarks.figures import failed, figure
from caseplanner import desk as desks
from caseplanner import guides, words
from caseplanner.dossier import goals, meeting_course, meetings, people
from caseplanner.dossier.meeting_course import Page, Stop
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Role,
    VersionReason,
)
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.meeting.room import MeetingPage
from caseplanner.ui.meeting.signing import SignSheet
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from caseplanner.vault import vault
from caseplanner.vault.keys import Cost

POINTS, TIMES = 600, 5
PAGE_BAR, STROKE_BAR = 100, 16  # milliseconds
MEETING = "meeting"


class Bare(QWidget):
    """Draws the last line it was moved over, and does nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._last = self._now = QPointF()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._last, self._now = self._now, event.position()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.GlobalColor.black, 3))
        painter.drawLine(self._last, self._now)
        painter.end()


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    words.use("nl")
    theme.use(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        tasks = Tasks()
        desk = desks.Desk(place, vault.create(place, "for measuring", "Joke", Cost(64, 1, 1)))
        session = desk.add(planned())
        window = Window(desk, guides.load("nl"), Settings(theme="light"), tasks, lambda _: None)
        window.resize(1366, 768)
        window.show()
        window.show_session(session)
        window.go("meeting", MEETING)
        window.showNormal()  # the screen that is not there is smaller than any laptop's
        window.resize(1366, 768)
        QTest.qWait(50)
        room = window.page
        assert isinstance(room, MeetingPage)
        room.complete()
        turning(room)
        session.freeze(VersionReason.FIRST)
        drawing(room)
        window.close()
        tasks.close()
        desk.close()


def planned() -> Dossier:
    dossier = people.start("Dennis")
    for role, name in ((Role.MENTOR, "Fatma"), (Role.SUPERVISOR, "Joost")):
        dossier = people.name_colleague(dossier, role, name)
    for dimension in Dimension:
        steps = tuple(f"Ik bel op dag {number}." for number in range(4))
        dossier = goals.add(dossier, dimension, "Ik wil elke dag een stap doen.", steps)
        dossier = goals.answer(dossier, dossier.goals[-1].id, ClientAnswer.YES)
    return meetings.plan(dossier, MEETING)


def turning(room: MeetingPage) -> None:
    """Every page in its turn, and the slowest of them."""
    plain = QStackedWidget()
    plain.resize(room.size())
    for _turn in range(2):
        plain.addWidget(QLabel("Wat spreken we af?"))
    plain.show()
    every = meeting_course.pages(room._session.dossier, room.meeting)
    took: dict[str, float] = {}
    baseline = 1e9
    for _time in range(TIMES):
        for page in every:
            begun = perf_counter()
            room.open(page)
            QApplication.processEvents()
            took[page.key] = min(took.get(page.key, 1e9), (perf_counter() - begun) * 1000)
            begun = perf_counter()
            plain.setCurrentIndex(1 - plain.currentIndex())
            QApplication.processEvents()
            baseline = min(baseline, (perf_counter() - begun) * 1000)
    plain.close()
    slowest = max(took, key=lambda key: took[key])
    name = slowest.partition(" ")[0]
    figure(f"next page, slowest ({name})", took[slowest], baseline, PAGE_BAR, "ms")
    middle = sorted(took.values())[len(took) // 2]
    figure("next page, middle one", middle, baseline, PAGE_BAR, "ms")


def drawing(room: MeetingPage) -> None:
    """From the event of a pen or finger to the line on the screen, point by point."""
    room.open(Page(Stop.SIGN))
    sheet = room.sheet
    assert isinstance(sheet, SignSheet)
    QApplication.processEvents()
    pad = sheet.signing.pad
    bare = Bare()
    bare.resize(pad.size())
    bare.show()
    QTest.qWait(50)
    slow, beside = strokes(pad), strokes(bare)
    assert pad.isVisible() and pad.ink(), "the pad itself must have been drawn on"
    bare.close()
    figure("a point of a stroke, p99", p99(slow), p99(beside), STROKE_BAR, "ms")
    figure("a point of a stroke, slowest", max(slow), max(beside), 2 * STROKE_BAR, "ms")


def strokes(pad: QWidget) -> list[float]:
    """Milliseconds of each point of one long scribble."""
    took = []
    wide, high = pad.width() * 0.8, pad.height() * 0.6
    left, top = pad.width() * 0.1, pad.height() * 0.2
    at = [
        QPointF(left + wide * n / POINTS, top + high * (n * 37 % 100) / 100).toPoint()
        for n in range(POINTS)
    ]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at[0])
    for point in at[1:]:
        begun = perf_counter()
        QTest.mouseMove(pad, point)
        QApplication.processEvents()
        took.append((perf_counter() - begun) * 1000)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at[-1])
    return took


def p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


if __name__ == "__main__":
    main()
    sys.exit(bool(failed))
