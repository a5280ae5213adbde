"""The program as a whole: from the first start through work, lock and back to the same place."""

import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import files, practice, settings, words
from caseplanner.app import Program
from caseplanner.desk import Desk
from caseplanner.dossier import people
from caseplanner.dossier.model import Dossier, Person
from caseplanner.errors import UserError
from caseplanner.settings import Place
from caseplanner.ui import theme
from caseplanner.ui.backups.choose import ChooseStep
from caseplanner.ui.backups.putting import ContentsStep, PassphraseStep
from caseplanner.ui.backups.step import DoneStep
from caseplanner.ui.first_run import FirstRun
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.pages.person import PersonPage
from caseplanner.ui.rescue import RescueScreen
from caseplanner.ui.widgets.person_form import WhoForm
from caseplanner.ui.window import Window
from caseplanner.vault import dossiers
from tests.vault.test_salvage import damage
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

    def __call__(self, idle: float = 0) -> Program:
        program = Program(self._qapp, self._folder, self._restart, idle)
        self.programs.append(program)
        program.start()
        return program

    def _restart(self) -> None:
        """What a process that ends takes with it."""
        self.restarts += 1
        program = self.programs[-1]
        program._unwatch()
        if program.screen:
            for part in program.screen.findChildren(QObject):
                part.blockSignals(True)
            for timer in program.screen.findChildren(QTimer):
                timer.stop()
            program.screen.blockSignals(True)
            program.screen.hide()


@pytest.fixture
def start(qapp: QApplication, folder: Path) -> Iterator[Started]:
    made = Started(qapp, folder)
    yield made
    for program in made.programs:
        program.stop()
        if program.screen:
            program.screen.blockSignals(True)
            program.screen.hide()  # not closed: that would save, and its vault is shut
            program.screen.deleteLater()
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
    page.who.cell.setFocus()
    page.who.cell.selectAll()
    QTest.keyClicks(page.who.cell, "Z9-99")
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


def test_locking_on_a_full_disk_ends_the_process_and_loses_nothing(
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
        broken.setattr(files, "write", no_room)
        page.who.cell.setFocus()
        page.who.cell.setCursorPosition(0)
        QTest.keyClicks(page.who.cell, "9-")
        window.lock()
        assert start.restarts == 1
        assert program.desk is None

        program = start()  # still full: the words are back, and that is said
        window = unlock(qtbot, program)
        monkeypatch.setattr(sys, "excepthook", program.problem)
        assert person(window).cell.text().startswith("9-")
        qtbot.waitUntil(window.bar.isVisible)
        assert person(window).cell.text().startswith("9-")
        window.lock()
        assert start.restarts == 2

    window = unlock(qtbot, start())
    cell = person(window).cell
    assert (cell.text()[:2], cell.cursorPosition(), cell.hasFocus()) == ("9-", 2, True)
    qtbot.waitUntil(lambda: window._desk.lines()[0].line.cell.startswith("9-"))


def person(window: Window) -> WhoForm:
    page = window.page
    assert isinstance(page, PersonPage)
    return page.who


def no_room(*_anything: object) -> None:
    raise OSError(28, "No space left on device")


def test_untouched_it_locks_by_itself(qtbot: QtBot, start: Started, vault: Path) -> None:
    unlock(qtbot, start(idle=0.5))
    qtbot.waitUntil(lambda: start.restarts == 1, timeout=4000)


def test_after_how_long_is_a_setting(qtbot: QtBot, start: Started, vault: Path) -> None:
    program = start()
    window = unlock(qtbot, program)
    assert program._idle
    assert program._idle.seconds == 5 * 60
    window.settings_chosen.emit(replace(window.settings, idle=12))
    assert program._idle.seconds == 12 * 60
    window.lock()
    program = start()
    unlock(qtbot, program)
    assert program._idle
    assert program._idle.seconds == 12 * 60


def test_minimised_it_locks_only_where_that_is_set(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    program = start()
    window = unlock(qtbot, program)
    qtbot.waitUntil(lambda: program._triggers is not None)
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    assert start.restarts == 0
    window.showNormal()
    qtbot.waitUntil(lambda: not window.isMinimized())
    window.settings_chosen.emit(replace(window.settings, lock_minimised=True))
    window.showMinimized()
    qtbot.waitUntil(lambda: start.restarts == 1)
    program = start()
    assert program.screen
    assert program.screen.isMinimized()  # it does not come up by itself


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


def backed_up(folder: Path) -> Path:
    """A backup of what is in the vault now; a dossier of Willem comes after it."""
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    made = desk.custody.back_up()()
    desk.custody.backed_up(made)
    desk.add(Dossier(person=Person(called="Willem")))
    desk.close()
    return made.backup.path


def put_back(qtbot: QtBot, program: Program) -> None:
    """Through the steps, from the passphrase on, to the end of the process."""
    screen = program.screen
    assert isinstance(screen, RescueScreen)
    step = screen.step
    assert isinstance(step, PassphraseStep)
    QTest.keyClicks(step.password, PASSPHRASE)
    QTest.keyClick(step.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(screen.step, ContentsStep))
    contents = screen.step
    assert isinstance(contents, ContentsStep)
    QTest.mouseClick(contents.put, LEFT)
    qtbot.waitUntil(lambda: isinstance(screen.step, DoneStep))
    done = screen.step
    assert isinstance(done, DoneStep)
    QTest.mouseClick(done.on, LEFT)


def who(window: Window) -> list[str]:
    return sorted(entry.line.called for entry in window._desk.lines())


def test_a_damaged_vault_opens_again_with_its_backup(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    backup = backed_up(vault)
    damage(vault / "vault" / "case.db", 20)
    program = start()
    lock = program.screen
    assert isinstance(lock, LockScreen)
    QTest.keyClicks(lock.password, PASSPHRASE)
    QTest.keyClick(lock.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lock.trouble.isVisible)
    QTest.mouseClick(lock.trouble.rescue, LEFT)
    screen = program.screen
    assert isinstance(screen, RescueScreen)
    assert isinstance(screen.step, ChooseStep)
    QTest.mouseClick(screen.step.list.rows[backup.name].look, LEFT)
    put_back(qtbot, program)
    assert start.restarts == 1
    assert who(unlock(qtbot, start())) == ["Sam"]


def test_a_look_at_the_list_keeps_the_process_and_a_passphrase_ends_it(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    backed_up(vault)
    program = start()
    for passphrase in (False, True):
        assert isinstance(program.screen, LockScreen)
        QTest.mouseClick(program.screen.backups, LEFT)
        screen = program.screen
        assert isinstance(screen, RescueScreen)
        if passphrase:
            assert isinstance(screen.step, ChooseStep)
            next(iter(screen.step.list.rows.values())).look.click()
            QTest.keyClick(screen.step, Qt.Key.Key_Escape)
        assert start.restarts == 0
        QTest.keyClick(screen.step, Qt.Key.Key_Escape)
    assert start.restarts == 1
    assert isinstance(start().screen, LockScreen)


def test_names_in_a_backup_do_not_stay_on_an_untouched_screen(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    backup = backed_up(vault)
    settings.keep_place(vault, Place(page="rescue", argument=str(backup)))
    program = start(idle=0.5)
    assert isinstance(program.screen, RescueScreen)
    qtbot.waitUntil(lambda: start.restarts == 1, timeout=4000)


def test_a_backup_that_was_chosen_in_the_window_is_put_back_after_the_lock(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    backup = backed_up(vault)
    window = unlock(qtbot, start())
    assert who(window) == ["Sam", "Willem"]
    window.go("rescue", str(backup))
    assert start.restarts == 1
    program = start()
    put_back(qtbot, program)
    assert start.restarts == 2
    assert who(unlock(qtbot, start())) == ["Sam"]


def test_a_new_laptop_begins_with_the_backup_on_a_stick(
    qtbot: QtBot, start: Started, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(vault)
    stick = tmp_path / "stick"
    shutil.copytree(backup, stick / backup.name)
    shutil.rmtree(vault)
    program = start()
    first = program.screen
    assert isinstance(first, FirstRun)
    QTest.mouseClick(first.backup, LEFT)
    screen = program.screen
    assert isinstance(screen, RescueScreen)
    QTest.keyClick(screen.step, Qt.Key.Key_Escape)
    assert isinstance(program.screen, FirstRun)
    QTest.mouseClick(program.screen.backup, LEFT)
    screen = program.screen
    assert isinstance(screen, RescueScreen)
    assert isinstance(screen.step, ChooseStep)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(stick))
    QTest.mouseClick(screen.step.elsewhere, LEFT)
    QTest.mouseClick(screen.step.list.rows[backup.name].look, LEFT)
    put_back(qtbot, program)
    assert start.restarts == 1
    assert who(unlock(qtbot, start())) == ["Sam"]


LOCKING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from caseplanner import app, words
from caseplanner.dossier.model import Dimension
from caseplanner.ui.window import Window

folder, said = Path(sys.argv[1]), Path(sys.argv[2])  # in `said` each side tells how far it is
secret = said.with_name("secret")
if not secret.exists():  # the second time round: only the lock screen, until the test ends it
    said.write_text("locked")
passphrase, typed = secret.read_text().split("|") if secret.exists() else ("", "")

words.use("nl")
qt = QApplication([])
program = app.Program(qt, folder)
sys.excepthook = program.problem
program.start()

def look():
    if isinstance(program.screen, Window):
        window = program.screen
        if secret.exists():
            window.list.practise()
            window.go("dimension", Dimension.SELF)
            QTest.keyClicks(window.page.goals.new.words, typed)
            secret.unlink()
            said.write_text("open")
        elif said.read_text() == "lock":
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
def test_after_the_lock_nothing_secret_is_in_memory(vault: Path, tmp_path: Path) -> None:
    """The real lock in a real process, which then is another one under the same number.

    What is searched for is found there before the lock, or the search would say nothing.
    """
    script, said = tmp_path / "locking.py", tmp_path / "said"
    script.write_text(LOCKING)
    step, typed = "Ik betaal 15 euro per maand.", "Zondag met mijn dochter naar zee"
    resource = (Path(practice.__file__).parents[2] / "resources/practice/sam.json").read_bytes()
    assert step.encode() in resource
    (tmp_path / "secret").write_text(f"{PASSPHRASE}|{typed}")
    keys = desks.unlock(vault, PASSPHRASE)
    secrets = {
        "the master key": keys.master,
        "the key of the database": keys.database().hex().encode(),
        "the passphrase": PASSPHRASE.encode(),
        "the passphrase, typed": PASSPHRASE.encode("utf-16-le"),
        "the dossier": step.encode(),
        "the dossier, on the screen": step.encode("utf-16-le"),
        "the draft": typed.encode(),
        "the draft, in its field": typed.encode("utf-16-le"),
    }
    process = subprocess.Popen(
        [sys.executable, str(script), str(vault), str(said)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        wait_for(process, said, "open")
        before = memory(process.pid)
        for what in ("the master key", "the dossier", "the draft, in its field"):
            assert secrets[what] in before, what
        said.write_text("lock")
        wait_for(process, said, "locked")
        time.sleep(1)
        after = memory(process.pid)
        assert not [what for what, secret in secrets.items() if secret in after]
        assert "caseplanner is vergrendeld".encode("utf-16-le") in after
        desk = Desk(vault, desks.unlock(vault, PASSPHRASE))
        assert typed.encode() in desk.take_draft()
        desk.close()
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
def test_a_killed_program_costs_less_than_a_second_of_what_was_not_added_yet(
    vault: Path, tmp_path: Path
) -> None:
    script, said = tmp_path / "locking.py", tmp_path / "said"
    script.write_text(LOCKING)
    (tmp_path / "secret").write_text(f"{PASSPHRASE}|Ik wil naar zee")
    process = subprocess.Popen(
        [sys.executable, str(script), str(vault), str(said)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        wait_for(process, said, "open")
        time.sleep(1)
    finally:
        process.kill()
        process.wait()
    desk = Desk(vault, desks.unlock(vault, PASSPHRASE))
    assert b"Ik wil naar zee" in desk.take_draft()
    desk.close()


def wait_for(process: "subprocess.Popen[bytes]", said: Path, word: str) -> None:
    deadline = time.monotonic() + 30
    while not said.exists() or said.read_text() != word:
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.05)


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
