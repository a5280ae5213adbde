"""How the first page holds with 10,000 dossiers: shown after unlocking, scrolled, and typed in.

The real window over a real vault. Shown: from the vault that is open until all of the page is
painted; beside it the same over an empty vault. Scrolled: every frame on the way down, in small
steps and in whole pages; beside it a bare table of the same length and words. Typed: every letter
of a few words in the search, until what is left of the list is painted; beside it the same letter
in a bare field.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView

from benchmarks import _many
from benchmarks.figures import failed, figure
from caseplanner import desk as desks
from caseplanner import guides, words
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from caseplanner.vault import vault
from caseplanner.vault.keys import Cost

GUIDE = guides.load("nl")  # as the program has it before it asks for the passphrase
TIMES = 5
FRAMES = 200  # of each pace
WORDS = ("dennis", "mehmet", "caglar", "b12-3", "luk", "youssef", "week samen", "zz moeder")
SHOWN_BAR, FRAME_BAR, LETTER_BAR = 150, 32, 30  # milliseconds


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    words.use("nl")
    theme.use(app, "light", 100)
    with tempfile.TemporaryDirectory() as place:
        full, empty = Path(place) / "full", Path(place) / "empty"
        cheap = Cost(64, 1, 1)
        _many.make(full, cheap).close()
        vault.create(empty, _many.PASSPHRASE, "Joke", cheap)
        tasks = Tasks()
        took = least_until_shown(full, tasks)
        figure("home shown", took, least_until_shown(empty, tasks), SHOWN_BAR, "ms")
        desk = desks.Desk(full, vault.unlock(full, _many.PASSPHRASE))
        window = opened(desk, tasks)
        table = window.list.table
        frames = slowest_frame(table)
        bare = QTableView()
        bare.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        bare.setModel(QStringListModel([case.name for case in table.cases()]))
        bare.resize(table.size())
        bare.show()
        figure("the slowest frame of scrolling", frames, slowest_frame(bare), FRAME_BAR, "ms")
        field = QLineEdit()
        field.show()
        letters, beside = typed(window.list.search), typed(field)
        figure("filter as you type, p95", late(letters), late(beside), LETTER_BAR, "ms")
        window.close()
        tasks.close()
        desk.close()


def least_until_shown(folder: Path, tasks: Tasks) -> float:
    """Milliseconds from the open vault to the painted page; the first time loads the modules."""
    took = []
    for _time in range(TIMES + 1):
        desk = desks.Desk(folder, vault.unlock(folder, _many.PASSPHRASE))
        begun = perf_counter()
        window = opened(desk, tasks)
        took.append((perf_counter() - begun) * 1000)
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        desk.close()
    return min(took[1:])


def opened(desk: desks.Desk, tasks: Tasks) -> Window:
    window = Window(desk, GUIDE, Settings(theme="light"), tasks, lambda _: None)
    window.resize(1366, 768)
    window.show()
    window.resume(Place())
    QApplication.processEvents()
    return window


def slowest_frame(table: QTableView) -> float:
    """Milliseconds of the slowest frame, each at its quickest of three ways down."""
    bar = table.verticalScrollBar()
    page = bar.pageStep()
    slowest = 0.0
    for step in (page // 5, page, bar.maximum() // FRAMES):
        ways = []
        for _way in range(3):
            bar.setValue(0)
            QApplication.processEvents()
            ways.append([frame(table, number * step) for number in range(1, FRAMES)])
        slowest = max(slowest, *(min(turns) for turns in zip(*ways, strict=True)))
    return slowest


def frame(table: QTableView, value: int) -> float:
    begun = perf_counter()
    table.verticalScrollBar().setValue(value)
    table.viewport().repaint()
    QApplication.processEvents()
    return (perf_counter() - begun) * 1000


def typed(field: QLineEdit) -> list[float]:
    """Milliseconds of each letter, as fast as somebody types, each at its quickest of the times."""
    field.setFocus()
    times = []
    for _time in range(TIMES):
        took = []
        for word in WORDS:
            for letter in word:
                begun = perf_counter()
                QTest.keyClicks(field, letter)
                QApplication.processEvents()
                took.append((perf_counter() - begun) * 1000)
                QTest.qWait(30)
            field.clear()
            QTest.qWait(200)
        times.append(took)
    return [min(turns) for turns in zip(*times, strict=True)]


def late(took: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(took)[len(took) * 95 // 100]


if __name__ == "__main__":
    main()
    sys.exit(bool(failed))
