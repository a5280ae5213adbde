"""Two workers on one laptop, each with a passphrase, through the program as a whole."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseplanner.app import Program
from caseplanner.dossier import people
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.members.screens import AddScreen, PassphraseScreen, RemoveScreen
from caseplanner.ui.pages.people import PeoplePage
from caseplanner.ui.window import Window
from tests import test_app
from tests.test_app import Started
from tests.vault.typist import PASSPHRASE

dutch, folder, start, vault = test_app.dutch, test_app.folder, test_app.start, test_app.vault
HIS, HIS_NEXT = "grote groene fiets in de regen", "kleine rode auto onder de brug"


def enter(program: Program, passphrase: str) -> LockScreen:
    screen = program.screen
    assert isinstance(screen, LockScreen)
    QTest.keyClicks(screen.password, passphrase)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    return screen


def unlock(qtbot: QtBot, program: Program, passphrase: str) -> Window:
    enter(program, passphrase)
    qtbot.waitUntil(lambda: isinstance(program.screen, Window))
    assert isinstance(program.screen, Window)
    return program.screen


def at_people(window: Window) -> PeoplePage:
    window.go("people")
    page = window.page
    assert isinstance(page, PeoplePage)
    return page


def test_a_colleague_comes_works_under_his_own_name_and_goes(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    window = unlock(qtbot, start(), PASSPHRASE)
    page = at_people(window)
    page.add.click()
    adding = page.screen_
    assert isinstance(adding, AddScreen)
    QTest.keyClicks(adding.form.name, "Joris")
    for field in (adding.new.first, adding.new.second):
        QTest.keyClicks(field, HIS)
    adding.add.click()
    qtbot.waitUntil(lambda: page.screen_ is None)
    window.lock()

    window = unlock(qtbot, start(), HIS)
    assert "Joris" in window.rail.who.accessibleName()
    window.list.practise()
    assert window.session
    window.session.change("Cel", lambda d: people.describe(d, cell="C 1"))
    assert window.session.moments()[0].worker == "Joris"
    assert {entry.name for entry in window.session.log()[-2:]} == {"Joris"}
    page = at_people(window)
    assert set(page.cards[window._desk.staff.id].acts) == {"passphrase"}
    page.cards[window._desk.staff.id].acts["passphrase"].click()
    changing = page.screen_
    assert isinstance(changing, PassphraseScreen)
    QTest.keyClicks(changing.old, HIS)
    for field in (changing.new.first, changing.new.second):
        QTest.keyClicks(field, HIS_NEXT)
    changing.change.click()
    qtbot.waitUntil(lambda: page.screen_ is None)
    window.lock()

    program = start()
    screen = enter(program, HIS)
    qtbot.waitUntil(screen.field.error.isVisible)
    screen.password.clear()
    unlock(qtbot, program, HIS_NEXT).lock()

    window = unlock(qtbot, start(), PASSPHRASE)
    page = at_people(window)
    [joris] = [id for id in page.cards if id != window._desk.staff.id]
    page.cards[joris].acts["remove"].click()
    leaving = page.screen_
    assert isinstance(leaving, RemoveScreen)
    leaving.remove.click()
    window.open(window.list.names()[0][0])
    assert window.session
    assert "Joris" in {entry.name for entry in window.session.log()}
    window.lock()

    screen = enter(start(), HIS_NEXT)
    qtbot.waitUntil(screen.field.error.isVisible)
