"""How quickly a full dossier answers: each of its pages shown, and every letter that is typed.

A dossier with 20 goals, 80 steps and more than 200 rows of history, in the real window over a
real vault. A page is made anew each time, as when another dossier was open before; beside it an
empty dossier. A letter is typed in the field of a goal, with what the program saves while it is
typed; beside it the same letter in a bare text field.
"""

import os
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from benchmarks.figures import failed, figure
from caseplanner import desk as desks
from caseplanner import guides, words
from caseplanner.dossier import goals
from caseplanner.dossier.model import Dimension, Dossier, Person, Step
from caseplanner.session import Session
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.ahead import REST
from caseplanner.ui.roles import OF_DOSSIER
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from caseplanner.vault import vault
from caseplanner.vault.keys import Cost

GOALS, STEPS, EDITS = 5, 4, 120  # goals of each dimension, steps of each goal
TIMES = 5
SETTLE = 400  # milliseconds in which what a page began elsewhere ends: the PDF of the preview
LETTERS = 400
PAGE_BAR, LETTER_BAR = 50, 16  # milliseconds
PAGES = OF_DOSSIER - {"meeting"}  # that one has a benchmark of its own


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    words.use("nl")
    theme.use(app, "light", 100)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        tasks = Tasks()
        desk = desks.Desk(place, vault.create(place, "for measuring", "Joke", Cost(64, 1, 1)))
        full, empty = filled(desk), desk.add(Dossier(person=Person(called="Leeg")))
        window = Window(desk, guides.load("nl"), Settings(theme="light"), tasks, lambda _: None)
        window.resize(1366, 768)
        window.show()
        pages(window, full, empty)
        typing(window, full)
        window.close()
        tasks.close()
        desk.close()


def filled(desk: desks.Desk) -> Session:
    """The dossier with its history, typed by the road that every edit takes."""
    session = desk.add(Dossier(person=Person(called="Vol")))
    for dimension in Dimension:
        for number in range(GOALS):
            text = f"Ik wil elke dag een stap doen, {number}."
            session.change("Goal", partial(add_goal, dimension, text))
            goal = session.dossier.goals[-1].id
            for turn in range(STEPS):
                session.change("Step", partial(add_step, goal, turn))
    for turn in range(EDITS):
        session.change("Step", partial(reword, turn))
    return session


def add_goal(dimension: Dimension, text: str, dossier: Dossier) -> Dossier:
    return goals.add(dossier, dimension, text)


def add_step(goal: str, turn: int, dossier: Dossier) -> Dossier:
    return goals.add_step(dossier, goal, f"Ik bel op dag {turn}.", "Vol", date(2026, 4, 1 + turn))


def reword(turn: int, dossier: Dossier) -> Dossier:
    goal = dossier.goals[turn % len(dossier.goals)]
    step: Step = goal.steps[turn % STEPS]
    return goals.change_step(dossier, goal.id, step.id, f"Stap {turn}.", step.actor, step.on)


def pages(window: Window, full: Session, empty: Session) -> None:
    """Each page of the dossier, shown for the first time, of a dossier that has been open for a
    moment; then the slowest one, asked for at the moment the dossier is opened. The PDF that
    `preview` builds elsewhere is not timed."""
    quick, beside = (
        [first_looks(window, session) for _n in range(TIMES)] for session in (full, empty)
    )
    for name in sorted(PAGES):
        figure(f"page {name}", least(quick, name), least(beside, name), PAGE_BAR, "ms")
    slow, beside = ([at_once(window, session) for _n in range(TIMES)] for session in (full, empty))
    name = max(PAGES, key=lambda name: least(slow, name))
    figure(f"page {name}, at once", least(slow, name), least(beside, name), float("inf"), "ms")


def least(turns: list[dict[str, float]], name: str) -> float:
    """The quickest of the turns; the first one is not counted, since it loads the modules."""
    return min(turn[name] for turn in turns[1:])


def first_looks(window: Window, session: Session) -> dict[str, float]:
    """Milliseconds of each page, after the program has made the pages of this dossier."""
    window.show_session(session)
    until_made(window)
    return {name: shown(window, name) for name in sorted(PAGES)}


def at_once(window: Window, session: Session) -> dict[str, float]:
    """Milliseconds of each page when nothing is made before it is asked for."""
    took = {}
    for name in sorted(PAGES):
        window.show_session(session)
        QApplication.processEvents()
        took[name] = shown(window, name)
    return took


def shown(window: Window, name: str) -> float:
    """Milliseconds until it is painted."""
    touch(window)
    begun = perf_counter()
    window.go(name, Dimension.SELF if name == "dimension" else None)
    QApplication.processEvents()
    took = (perf_counter() - begun) * 1000
    QTest.qWait(SETTLE)
    return took


def until_made(window: Window) -> None:
    """Until the program has nothing left to make ahead."""
    touch(window)
    many = 0
    while many < len(window.pages):
        many = len(window.pages)
        QTest.qWait(2 * REST)


def touch(window: Window) -> None:
    """A key that does nothing, as the system tells it."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)


def typing(window: Window, session: Session) -> None:
    window.show_session(session)
    window.go("dimension", Dimension.SELF)
    QTest.qWait(300)
    field = next(
        f for f in window.page.findChildren(QPlainTextEdit) if f.isVisible() and f.isEnabled()
    )
    bare = QLineEdit()
    bare.show()
    late = LETTERS * 99 // 100
    typed, beside = letters(field)[late], letters(bare)[late]
    figure("a letter typed, p99", typed, beside, LETTER_BAR, "ms")


def letters(field: QPlainTextEdit | QLineEdit) -> list[float]:
    """Milliseconds of each letter until it is painted, sorted; very fast typing.

    Typed as the system tells of it, at the window, so that all who listen there hear it too.
    """
    field.window().activateWindow()
    field.setFocus()
    keys = field.window().windowHandle()
    QTest.qWait(100)
    took = []
    for number in range(LETTERS):
        begun = perf_counter()
        QTest.keyClick(keys, Qt.Key.Key_A + number % 26)
        QApplication.processEvents()
        took.append((perf_counter() - begun) * 1000)
        QTest.qWait(15)
    return sorted(took)


if __name__ == "__main__":
    main()
    sys.exit(bool(failed))
