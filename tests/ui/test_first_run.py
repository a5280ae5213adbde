"""The first start: five pages to a vault, with a way back on each, and honest about loss."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import passphrases, words
from caseplanner.errors import UserError
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.first_run import FirstRun
from caseplanner.ui.tasks import Tasks
from tests.ui.test_window import unnamed

LEFT = Qt.MouseButton.LeftButton
PASSPHRASE = "gele fiets onder de brug"
SHEET = passphrases.new_recovery()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def screen(qtbot: QtBot, folder: Path, tasks: Tasks) -> FirstRun:
    made = FirstRun(
        folder,
        lambda worker, passphrase: desks.create(folder, passphrase, worker),
        Settings(theme="light"),
        tasks,
        lambda: SHEET,
        lambda: "0123abcd",
    )
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


def to_passphrase(qtbot: QtBot, screen: FirstRun) -> None:
    while screen.at < 2:
        QTest.mouseClick(screen.on, LEFT)


def fill_in(qtbot: QtBot, screen: FirstRun, passphrase: str = PASSPHRASE) -> None:
    QTest.keyClicks(screen.secret.name, "Fatma")
    QTest.keyClicks(screen.secret.first, passphrase)
    QTest.keyClicks(screen.secret.second, passphrase)
    screen.secret.kept.setChecked(True)


def test_five_pages_make_a_vault_that_opens(qtbot: QtBot, screen: FirstRun, folder: Path) -> None:
    to_passphrase(qtbot, screen)
    fill_in(qtbot, screen)
    with qtbot.waitSignal(screen.made) as told:
        QTest.mouseClick(screen.on, LEFT)
        assert screen.secret.busy.isVisible()
    desk = desks.Desk(folder, told.args[0])
    assert desk.worker == "Fatma"
    desk.close()
    assert desks.unlock(folder, PASSPHRASE)
    assert screen.at == 3
    assert screen.secret.first.text() == ""
    assert not screen.sheet.on.isEnabled()
    screen.sheet.copy.click()
    for number, field in zip(screen.sheet._asked, screen.sheet.fields, strict=True):
        QTest.keyClicks(field.widget, SHEET[number - 1])
    QTest.mouseClick(screen.sheet.on, LEFT)
    assert screen.at == 4
    with qtbot.waitSignal(screen.begun) as begun:
        QTest.mouseClick(screen.practice, LEFT)
    assert begun.args == ["practice"]


def test_there_is_a_way_back_until_the_vault_is_made(qtbot: QtBot, screen: FirstRun) -> None:
    assert not screen.back.isVisible()
    to_passphrase(qtbot, screen)
    QTest.keyClicks(screen.secret.name, "Fatma")
    for page in (1, 0):
        QTest.mouseClick(screen.back, LEFT)
        assert screen.at == page
    to_passphrase(qtbot, screen)
    assert screen.secret.name.text() == "Fatma"


def test_who_has_a_backup_goes_on_with_that(qtbot: QtBot, screen: FirstRun) -> None:
    with qtbot.waitSignal(screen.rescue):
        QTest.mouseClick(screen.backup, LEFT)
    screen.show_page(1)
    assert not screen.backup.isVisible()


def test_the_folder_of_the_work_is_shown(screen: FirstRun, folder: Path) -> None:
    screen.show_page(1)
    told = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert str(folder) in told


@pytest.mark.parametrize("lack", ["name", "weak", "different", "not kept"])
def test_no_vault_before_everything_is_there(
    qtbot: QtBot, screen: FirstRun, folder: Path, lack: str
) -> None:
    to_passphrase(qtbot, screen)
    fill_in(qtbot, screen, "wachtwoord123" if lack == "weak" else PASSPHRASE)
    match lack:
        case "name":
            screen.secret.name.clear()
        case "different":
            QTest.keyClicks(screen.secret.second, "!")
        case "not kept":
            screen.secret.kept.setChecked(False)
    assert not screen.on.isEnabled()
    assert not desks.exists(folder)


def test_two_different_passphrases_are_said_beside_the_field(
    qtbot: QtBot, screen: FirstRun
) -> None:
    to_passphrase(qtbot, screen)
    fill_in(qtbot, screen)
    QTest.keyClicks(screen.secret.second, "!")
    screen.secret.second.editingFinished.emit()
    assert screen.secret.chosen.again.error.isVisible()
    QTest.keyClick(screen.secret.second, Qt.Key.Key_Backspace)
    assert not screen.secret.chosen.again.error.isVisible()


def test_language_and_text_size_change_at_once(
    qtbot: QtBot, qapp: QApplication, screen: FirstRun
) -> None:
    chosen: list[Settings] = []
    screen.settings_chosen.connect(chosen.append)
    screen.language.buttons["en"].click()
    assert chosen[-1].language == "en"
    words.use("en")
    screen.use(chosen[-1])
    assert screen.on.text() == "Next"
    theme.use(qapp, "light", 200)
    screen.use(replace(chosen[-1], text_size=200))
    assert (screen.width(), screen.height()) == (1366, 768)
    assert screen.minimumSizeHint().height() <= 768


def test_a_folder_that_cannot_be_written_is_said_and_can_be_tried_again(
    qtbot: QtBot, screen: FirstRun, folder: Path
) -> None:
    folder.write_text("in the way")
    to_passphrase(qtbot, screen)
    fill_in(qtbot, screen)
    with qtbot.captureExceptions() as errors:
        QTest.mouseClick(screen.on, LEFT)
        qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0][1], UserError)
    screen.tell(str(errors[0][1]))
    assert screen.bar.isVisible()
    folder.unlink()
    with qtbot.waitSignal(screen.made):
        QTest.mouseClick(screen.on, LEFT)


def test_everything_that_can_be_reached_has_a_name(screen: FirstRun) -> None:
    for page in range(4):
        screen.show_page(page)
        assert unnamed(screen) == []
