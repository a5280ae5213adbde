"""Two workers on one laptop, each with a passphrase, through the program as a whole."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import passphrases
from caseplanner.app import Program
from caseplanner.desk import Desk
from caseplanner.dossier import people
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dimension
from caseplanner.errors import UserError
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.members.leaving import RemoveScreen
from caseplanner.ui.members.screens import AddScreen, PassphraseScreen
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.people import PeoplePage
from caseplanner.ui.pages.person import NewPage
from caseplanner.ui.renewal import Renewal
from caseplanner.ui.window import Window
from tests import test_app
from tests.test_app import Started
from tests.vault.typist import PASSPHRASE

dutch, folder, start, vault = test_app.dutch, test_app.folder, test_app.start, test_app.vault
HIS, HIS_NEXT = "grote groene fiets in de regen", "kleine rode auto onder de brug"
HERS = "zeven gele boten op het meer"


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


def let_in(qtbot: QtBot, window: Window, name: str, passphrase: str) -> str:
    """Somebody comes, sits down and chooses a passphrase; his id."""
    page = at_people(window)
    before = set(page.cards)
    page.add.click()
    adding = page.screen_
    assert isinstance(adding, AddScreen)
    QTest.keyClicks(adding.form.name, name)
    for field in (adding.new.first, adding.new.second):
        QTest.keyClicks(field, passphrase)
    adding.add.click()
    qtbot.waitUntil(lambda: page.screen_ is None)
    [his] = set(page.cards) - before
    return his


def at_removing(window: Window, who: str) -> RemoveScreen:
    page = at_people(window)
    page.cards[who].acts["remove"].click()
    leaving = page.screen_
    assert isinstance(leaving, RemoveScreen)
    return leaving


def opens(qtbot: QtBot, start: Started, passphrase: str) -> bool:
    """Whether the lock screen of a program that is started now takes this passphrase."""
    program = start()
    screen = enter(program, passphrase)
    qtbot.waitUntil(lambda: isinstance(program.screen, Window) or screen.field.error.isVisible())
    if isinstance(program.screen, Window):
        program.screen.lock()
        return True
    return False


def test_a_colleague_comes_works_under_his_own_name_and_goes(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    window = unlock(qtbot, start(), PASSPHRASE)
    let_in(qtbot, window, "Joris", HIS)
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

    assert not opens(qtbot, start, HIS)
    assert opens(qtbot, start, HIS_NEXT)

    window = unlock(qtbot, start(), PASSPHRASE)
    [joris] = [id for id in at_people(window).cards if id != window._desk.staff.id]
    at_removing(window, joris).remove.click()
    window.open(window.list.names()[0][0])
    assert window.session
    assert "Joris" in {entry.name for entry in window.session.log()}
    window.lock()
    assert not opens(qtbot, start, HIS_NEXT)


def test_each_finds_back_what_the_other_did_and_the_log_names_both(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    """By turns on one dossier: each comes back to his own half-typed words, not to the other's."""
    window = unlock(qtbot, start(), PASSPHRASE)
    fatma, joris = window._desk.staff.id, let_in(qtbot, window, "Joris", HIS)
    shared = window.list.names()[0][0]
    type_half(window, shared, "Fatma begon hieraan")
    window.lock()

    window = unlock(qtbot, start(), HIS)
    assert half_typed(window) == ""
    assert window.session
    window.session.change("Cel", lambda d: people.describe(d, cell="C 1"))
    type_half(window, shared, "Joris schrijft iets anders")
    window.lock()

    window = unlock(qtbot, start(), PASSPHRASE)
    assert half_typed(window) == "Fatma begon hieraan"
    assert window.session
    assert window.session.dossier.person.cell == "C 1"
    window.session.change("Cel", lambda d: people.describe(d, cell="C 2"))
    assert [moment.worker for moment in window.session.moments()[:2]] == ["Fatma", "Joris"]
    window.lock()

    window = unlock(qtbot, start(), HIS)
    assert half_typed(window) == "Joris schrijft iets anders"
    window.lock()

    desk = Desk(vault, desks.unlock(vault, PASSPHRASE))
    log, broken = desk.custody.log(), desk.custody.broken_log()
    desk.close()
    assert {entry.worker: entry.name for entry in log} == {fatma: "Fatma", joris: "Joris"}
    changed = [entry.name for entry in log if entry.deed is Deed.CHANGED]
    assert changed == ["Joris", "Fatma"]
    came = [entry.name for entry in log if entry.deed is Deed.UNLOCKED]
    assert came[-5:] == ["Fatma", "Joris", "Fatma", "Joris", "Fatma"]
    assert not broken


def test_with_new_keys_a_leaver_opens_what_was_copied_before_and_nothing_made_after(
    qtbot: QtBot, start: Started, vault: Path, tmp_path: Path
) -> None:
    """Fatma removes Joris and renews the keys; Anna and the sheet in the safe stay as they were."""
    program = start()
    window = unlock(qtbot, program, PASSPHRASE)
    joris = let_in(qtbot, window, "Joris", HIS)
    let_in(qtbot, window, "Anna", HERS)
    sheet = " ".join(passphrases.new_recovery())
    custody = window._desk.custody
    custody.make_recovery(sheet)
    before = custody.back_up()()
    custody.backed_up(before)
    shutil.copytree(before.backup.path, tmp_path / "stick" / "vault")
    QTest.keyClicks(at_new(window).who.called, "Half getypt")

    at_removing(window, joris).renew.click()
    renewing = program.screen
    assert isinstance(renewing, Renewal)
    renewing.close()
    assert renewing.isVisible(), "it cannot be left meanwhile"
    qtbot.waitUntil(lambda: start.restarts == 1, timeout=20_000)

    program = start()
    screen = program.screen
    assert isinstance(screen, LockScreen)
    assert screen.news.text().startswith("De sleutels zijn vernieuwd.")
    assert screen.news.isVisible()
    assert "Joris" not in screen.news.text()
    window = unlock(qtbot, program, PASSPHRASE)
    assert at_new(window).who.called.text() == "Half getypt"
    assert joris not in at_people(window).cards
    deeds = [(entry.deed, entry.name) for entry in window._desk.custody.log()]
    assert (Deed.STAFF_REMOVED, "Fatma") in deeds
    assert (Deed.REKEYED, "Fatma") in deeds
    [after] = window._desk.custody.backups()
    shutil.copytree(after.path, tmp_path / "after" / "vault")
    window.lock()
    assert not opens(qtbot, start, HIS)

    names = dict.fromkeys(("stick", "after"), "")
    for place in names:
        for passphrase in (HIS, HERS):
            names[place] += worker(tmp_path / place, passphrase) + " "
    assert names == {"stick": "Joris Anna ", "after": "nobody Anna "}
    recovered = desks.recover(vault, sheet, HIS_NEXT)
    Desk(vault, recovered).close()
    assert worker(vault, HIS_NEXT) == "Fatma"


def at_new(window: Window) -> NewPage:
    window.go("new")
    page = window.page
    assert isinstance(page, NewPage)
    return page


def worker(folder: Path, passphrase: str) -> str:
    """Who can open the vault in this folder, and read a dossier in it, with this passphrase."""
    try:
        keys = desks.unlock(folder, passphrase)
    except UserError:
        return "nobody"
    desk = Desk(folder, keys)
    assert desk.open(desk.lines()[0].line.id).dossier
    name = desk.worker
    desk.close()
    return name


def type_half(window: Window, dossier: str, words: str) -> None:
    """Type a goal, and do not add it."""
    window.open(dossier)
    window.go("dimension", Dimension.SELF)
    page = window.page
    assert isinstance(page, DimensionPage)
    QTest.keyClicks(page.goals.new.words, words)


def half_typed(window: Window) -> str:
    """The goal that was not added yet, on the page where somebody left."""
    page = window.page
    assert isinstance(page, DimensionPage)
    return page.goals.new.words.text()
