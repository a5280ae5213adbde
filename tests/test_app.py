"""The program as a whole: from the first start through work, lock and back to the same place."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import practice, settings, words
from caseplanner.app import Program
from caseplanner.desk import Desk
from caseplanner.dossier import people
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.first_run import FirstRun
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.pages.person import PersonPage
from caseplanner.ui.window import Window
from caseplanner.vault import dossiers
from tests.vault.typist import PASSPHRASE

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def dutch(plain_words: None) -> None:
    words.use("nl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


class Started:
    """Programs as a person starts them, one after another, on the same folder."""

    def __init__(self, qapp: QApplication, folder: Path) -> None:
        self._qapp, self._folder = qapp, folder
        self.programs: list[Program] = []
        self.restarts = 0

    def __call__(self, idle: float = 300) -> Program:
        program = Program(self._qapp, self._folder, self._restart, idle)
        self.programs.append(program)
        program.start()
        return program

    def _restart(self) -> None:
        self.restarts += 1


@pytest.fixture
def start(qapp: QApplication, folder: Path) -> Iterator[Started]:
    made = Started(qapp, folder)
    yield made
    for program in made.programs:
        program.stop()
        for screen in (program.screen, program._covered):
            if screen:
                screen.blockSignals(True)
                screen.close()
                screen.deleteLater()
        program.setParent(None)
    theme.use(qapp, "light", 100)


@pytest.fixture
def vault(folder: Path) -> Path:
    """A vault with the practice dossier in it."""
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    desk.add(practice.dossier())
    desk.close()
    return folder


def unlock(qtbot: QtBot, program: Program) -> Window:
    screen = program.screen
    assert isinstance(screen, LockScreen)
    QTest.keyClicks(screen.password, PASSPHRASE)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.screen, Window))
    assert isinstance(program.screen, Window)
    qtbot.waitUntil(program.screen.isActiveWindow)
    return program.screen


def test_a_new_laptop_comes_to_the_practice_dossier(
    qtbot: QtBot, start: Started, folder: Path
) -> None:
    program = start()
    screen = program.screen
    assert isinstance(screen, FirstRun)
    screen.language.buttons["en"].click()
    assert screen.on.text() == "Next"
    screen.language.buttons["nl"].click()
    screen.show_page(2)
    QTest.keyClicks(screen.secret.name, "Fatma")
    for field in (screen.secret.first, screen.secret.second):
        QTest.keyClicks(field, PASSPHRASE)
    screen.secret.kept.setChecked(True)
    QTest.mouseClick(screen.on, LEFT)
    qtbot.waitUntil(lambda: program.desk is not None)
    QTest.mouseClick(screen.practice, LEFT)
    window = program.screen
    assert isinstance(window, Window)
    assert window.page_name == "hub"
    assert window.banner.isVisible()


def test_lock_comes_back_to_the_same_field_with_everything_typed(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    window = unlock(qtbot, start())
    window.list.practise()
    window.go("person")
    page = window.page
    assert isinstance(page, PersonPage)
    page.person.cell.setFocus()
    page.person.cell.selectAll()
    QTest.keyClicks(page.person.cell, "Z9-99")
    began = time.perf_counter()
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)
    assert time.perf_counter() - began < 1
    assert start.restarts == 1

    window = unlock(qtbot, start())
    assert window.page_name == "person"
    field = window.page.focusWidget()
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.cursorPosition()) == ("Z9-99", 5)


def test_the_lock_screen_tells_when_work_was_saved(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    window = unlock(qtbot, start())
    window.list.practise()
    assert window.session
    window.session.change("x", lambda d: people.describe(d, cell="C 1"))
    window.lock()
    saved_at = settings.load(vault).saved_at
    assert saved_at
    assert (start().settings.saved_at) == saved_at


def test_only_the_thread_of_the_screens_collects_garbage(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    """Collected on another thread, a widget takes the program down (ui.tasks)."""
    unlock(qtbot, start())
    assert not gc.isenabled()


def test_locking_on_a_full_disk_hides_everything_and_loses_nothing(
    qtbot: QtBot, start: Started, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    monkeypatch.setattr(sys, "excepthook", program.problem)
    window = unlock(qtbot, program)
    window.open(window.list.names()[0][0])
    window.go("person")
    page = window.page
    assert isinstance(page, PersonPage)

    def full(*_anything: object) -> None:
        raise UserError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(dossiers, "save", full)
        QTest.keyClicks(page.person.cell, "9-")
        window.lock()
        screen = program.screen
        assert isinstance(screen, LockScreen)
        assert not window.isVisible()
        assert screen.bar.isVisible()
        assert start.restarts == 0
        screen.close()
        qtbot.waitUntil(screen.isVisible)
        program._lock_after_all()
        assert (program.screen, start.restarts) == (screen, 0)
        assert unlock(qtbot, program) is window
        assert page.person.cell.text().startswith("9-")
        window.lock()
        assert isinstance(program.screen, LockScreen)
    program._lock_after_all()
    assert start.restarts == 1
    desk = Desk(vault, desks.unlock(vault, PASSPHRASE))
    assert desk.lines()[0].line.cell.startswith("9-")
    desk.close()


def test_untouched_it_locks_by_itself(qtbot: QtBot, start: Started, vault: Path) -> None:
    unlock(qtbot, start(idle=0.5))
    qtbot.waitUntil(lambda: start.restarts == 1, timeout=4000)


def test_a_second_program_on_the_same_vault_is_told_politely(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    unlock(qtbot, start())
    second = start()
    screen = second.screen
    assert isinstance(screen, LockScreen)
    QTest.keyClicks(screen.password, PASSPHRASE)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.field.error.isVisible)
    assert isinstance(second.screen, LockScreen)
    assert screen.password.isEnabled()


def test_a_look_is_kept_for_the_next_start(qtbot: QtBot, start: Started, vault: Path) -> None:
    window = unlock(qtbot, start())
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    window.go("settings")
    window.settings_chosen.emit(replace(window.settings, theme="contrast", language="en"))
    assert theme.is_contrast()
    assert window.page_name == "settings"
    kept = settings.load(vault)
    assert (kept.text_size, kept.theme, kept.language) == (110, "contrast", "en")


def test_a_problem_is_said_in_the_window_in_words(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    program = start()
    window = unlock(qtbot, program)
    problem = UserError("Deze schijf is vol.")
    program.problem(UserError, problem, None)
    assert window.bar.words.text() == "Deze schijf is vol."
    assert not (vault / "reports").exists()
    full = OSError(28, "No space left on device")
    program.problem(OSError, full, None)
    assert "No space left" in window.bar.words.text()


def test_a_fault_of_the_program_leaves_a_report_without_names(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    program = start()
    window = unlock(qtbot, program)
    program.problem(ValueError, ValueError("Sam"), None)
    [report] = (vault / "reports").iterdir()
    assert str(report) in window.bar.words.text()
    assert "Sam" not in report.read_text("utf-8")


def test_closing_the_window_closes_the_vault(qtbot: QtBot, start: Started, vault: Path) -> None:
    window = unlock(qtbot, start())
    window.close()
    Desk(vault, desks.unlock(vault, PASSPHRASE)).close()


LOCKING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from caseplanner import app, words
from caseplanner.ui.window import Window

folder, passphrase, again = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
if again.exists():  # the second time round: only the lock screen, until the test ends it
    again.write_text("locked")
    passphrase = ""

words.use("nl")
qt = QApplication([])
program = app.Program(qt, folder)
sys.excepthook = program.problem
program.start()

def look():
    if isinstance(program.screen, Window):
        window = program.screen
        window.list.practise()
        again.write_text("open")
        window.lock()
    elif passphrase and program.screen.password.isEnabled():
        program.screen.password.setText(passphrase)
        program.screen.open.click()

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
qt.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process by /proc")
def test_after_the_lock_nothing_of_the_dossier_is_in_memory(vault: Path, tmp_path: Path) -> None:
    """The real lock in a real process, which then is another one under the same number."""
    script, again = tmp_path / "locking.py", tmp_path / "again"
    script.write_text(LOCKING)
    secret = b"Ik betaal 15 euro per maand."  # a step of the practice dossier
    resource = (Path(practice.__file__).parents[2] / "resources/practice/sam.json").read_bytes()
    assert secret in resource
    process = subprocess.Popen(
        [sys.executable, str(script), str(vault), PASSPHRASE, str(again)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        deadline = time.monotonic() + 30
        while not again.exists() or again.read_text() != "locked":
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(1)
        assert secret not in memory(process.pid)
        assert "caseplanner is vergrendeld".encode("utf-16-le") in memory(process.pid)
        Desk(vault, desks.unlock(vault, PASSPHRASE)).close()
    finally:
        process.kill()
        process.wait()


def memory(pid: int) -> bytes:
    """Everything a process holds that can be written to."""
    found = []
    with Path(f"/proc/{pid}/mem").open("rb", 0) as held:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights = line.split()[:2]
            if rights.startswith("rw"):
                first, last = (int(place, 16) for place in span.split("-"))
                held.seek(first)
                try:
                    found.append(held.read(last - first))
                except OSError:
                    continue  # pages of the kernel, such as [vvar]
    return b"".join(found)
