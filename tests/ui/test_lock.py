"""The lock screen: in with the passphrase, and only so; plain words when it does not fit."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import passphrases
from caseplanner.desk import Keys
from caseplanner.errors import Doubt
from caseplanner.ui import lock, theme
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.tasks import Tasks
from caseplanner.vault import doubts, header
from tests.vault.typist import PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def screen(qtbot: QtBot, folder: Path, tasks: Tasks) -> LockScreen:
    desks.create(folder, PASSPHRASE, "Fatma")
    saved = datetime(2026, 3, 14, 10, 42, tzinfo=UTC).astimezone()
    made = LockScreen(lambda typed, *_: desks.unlock(folder, typed), tasks, saved)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


def enter(qtbot: QtBot, screen: LockScreen, passphrase: str) -> None:
    screen.password.clear()
    QTest.keyClicks(screen.password, passphrase)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)


def attempt(qtbot: QtBot, screen: LockScreen, passphrase: str) -> None:
    enter(qtbot, screen, passphrase)
    qtbot.waitUntil(screen.password.isEnabled)


def test_the_passphrase_and_enter_open_it(qtbot: QtBot, screen: LockScreen) -> None:
    assert screen.password.hasFocus()
    with qtbot.waitSignal(screen.unlocked) as told:
        QTest.keyClicks(screen.password, PASSPHRASE)
        QTest.keyClick(screen.password, Qt.Key.Key_Return)
        assert not screen.password.isEnabled()
        assert screen.busy.isVisible()
    assert isinstance(told.args[0], Keys)
    assert screen.password.text() == ""


def test_a_wrong_passphrase_is_said_beside_the_field(qtbot: QtBot, screen: LockScreen) -> None:
    attempt(qtbot, screen, "iets heel anders")
    assert "past niet" in screen.field.error.text()
    assert screen.field.error.isVisible()
    assert screen.password.hasFocus()
    assert screen.password.selectedText()


def test_a_right_one_after_a_wrong_one_opens_it(qtbot: QtBot, screen: LockScreen) -> None:
    attempt(qtbot, screen, "iets heel anders")
    with qtbot.waitSignal(screen.unlocked):
        enter(qtbot, screen, PASSPHRASE)


def test_nothing_typed_is_said_too(qtbot: QtBot, screen: LockScreen) -> None:
    QTest.mouseClick(screen.open, Qt.MouseButton.LeftButton)
    assert screen.field.error.isVisible()


def test_guessing_gets_slower(
    qtbot: QtBot, screen: LockScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", (0, 0, 1))
    attempt(qtbot, screen, "eerste poging mis")
    assert screen.open.isEnabled()
    attempt(qtbot, screen, "tweede poging mis")
    assert not screen.open.isEnabled()
    assert "1" in screen.open.text()
    with qtbot.assertNotEmitted(screen.unlocked):
        attempt(qtbot, screen, PASSPHRASE)
    qtbot.waitUntil(screen.open.isEnabled, timeout=3000)
    with qtbot.waitSignal(screen.unlocked):
        enter(qtbot, screen, PASSPHRASE)


def test_a_damaged_vault_is_no_wrong_passphrase_and_leads_to_the_backups(
    qtbot: QtBot, screen: LockScreen, folder: Path
) -> None:
    assert screen.backups.isVisible()
    for name in header.NAMES:
        (folder / "vault" / name).unlink()
    for _turn in range(5):
        attempt(qtbot, screen, PASSPHRASE)
        assert screen.open.isEnabled(), "nobody waits for a fault of the disk"
    assert "header.json" in screen.trouble.words.text()
    assert screen.trouble.rescue.isVisible() and screen.trouble.rescue.hasFocus()
    assert not screen.trouble.go_on.isVisible()
    assert "niets kwijt" not in seen(screen), "nobody can promise that now"
    with qtbot.waitSignal(screen.rescue):
        QTest.keyClick(screen.trouble.rescue, Qt.Key.Key_Return)
    assert screen.password.text() == ""


def test_a_vault_that_is_open_elsewhere_is_no_wrong_passphrase_either(
    qtbot: QtBot, tasks: Tasks, folder: Path
) -> None:
    desks.create(folder, PASSPHRASE, "Fatma")
    desk = desks.Desk(folder, desks.unlock(folder, PASSPHRASE))
    screen = LockScreen(
        lambda typed, *_: desks.Desk(folder, desks.unlock(folder, typed)), tasks, None
    )
    qtbot.addWidget(screen)
    screen.show()
    for _turn in range(5):
        attempt(qtbot, screen, PASSPHRASE)
        assert screen.open.isEnabled()
    assert "ander venster" in screen.field.error.text()
    assert not screen.trouble.isVisible()
    desk.close()


def test_there_is_always_a_way_to_put_a_backup_back(qtbot: QtBot, screen: LockScreen) -> None:
    QTest.keyClicks(screen.password, "half get")
    with qtbot.waitSignal(screen.rescue):
        QTest.mouseClick(screen.backups, Qt.MouseButton.LeftButton)
    assert screen.password.text() == ""


@pytest.mark.parametrize("size", [150, 200])
def test_trouble_can_be_read_whole_in_large_print(
    qtbot: QtBot, qapp: QApplication, folder: Path, tasks: Tasks, size: int
) -> None:
    def refuse(*_typed: object) -> None:
        raise Doubt("older", doubts.OLDER, n=12)

    theme.use(qapp, "light", size)
    screen = LockScreen(refuse, tasks, None)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    attempt(qtbot, screen, PASSPHRASE)
    QTest.qWait(30)
    assert (screen.width(), screen.height()) == (1366, 768)
    words = screen.trouble.words
    assert words.height() >= words.heightForWidth(words.width())
    rescue, go_on = screen.trouble.rescue, screen.trouble.go_on
    assert screen.rect().contains(rescue.mapTo(screen, rescue.rect().bottomRight()))
    QTest.keyClick(rescue, Qt.Key.Key_Tab)
    assert go_on.hasFocus()
    assert screen.rect().contains(go_on.mapTo(screen, go_on.rect().bottomRight()))


def seen(screen: LockScreen) -> str:
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_it_says_when_work_was_saved_and_holds_no_name(screen: LockScreen) -> None:
    told = words_on(screen)
    assert "10:42" in told or "bewaard" in told
    assert "Fatma" not in told


def test_who_forgot_reads_plainly_what_is_so(qtbot: QtBot, screen: LockScreen) -> None:
    assert not screen.explained.isVisible()
    QTest.mouseClick(screen.forgotten, Qt.MouseButton.LeftButton)
    assert screen.explained.isVisible()


def test_who_has_a_recovery_sheet_goes_on_with_it_and_can_turn_back(
    qtbot: QtBot, tasks: Tasks
) -> None:
    given: list[tuple[str, str]] = []

    def recover(sheet: str, passphrase: str) -> str:
        given.append((sheet, passphrase))
        return "keys"

    screen = LockScreen(lambda *_typed: None, tasks, None, recover=recover)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
    assert not screen.by_sheet.isVisible()
    QTest.mouseClick(screen.forgotten, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen.by_sheet, Qt.MouseButton.LeftButton)
    assert screen.form is not None
    QTest.mouseClick(screen.form.back, Qt.MouseButton.LeftButton)
    assert screen.form is None
    assert screen.password.hasFocus()
    QTest.mouseClick(screen.by_sheet, Qt.MouseButton.LeftButton)
    form = screen.form
    assert form is not None
    assert form.words.hasFocus()
    sheet = passphrases.new_recovery()
    QTest.keyClicks(form.words, ", ".join(sheet).upper())
    QTest.mouseClick(form.chosen.offer.use, Qt.MouseButton.LeftButton)
    offered = form.chosen.passphrase()
    assert form.chosen.second.text() == offered
    with qtbot.waitSignal(screen.unlocked) as told:
        QTest.mouseClick(form.open, Qt.MouseButton.LeftButton)
    assert told.args == ["keys"]
    assert given == [(" ".join(sheet), offered)]
    assert form.words.text() == form.chosen.passphrase() == ""


def test_closing_it_is_told(qtbot: QtBot, screen: LockScreen) -> None:
    with qtbot.waitSignal(screen.closed):
        screen.close()


def words_on(screen: LockScreen) -> str:
    labels = [label.text() for label in screen.findChildren(QLabel)]
    fields = [field.text() for field in screen.findChildren(QLineEdit)]
    return " ".join((*labels, *fields, screen.windowTitle()))
