"""The people of a vault, in the real window over a real vault."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import passphrases
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dimension, Dossier, Goal, Person
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.ui.members.leaving import RemoveScreen
from caseplanner.ui.members.links import LinksScreen
from caseplanner.ui.members.screens import (
    AddScreen,
    ChangeScreen,
    PassphraseScreen,
)
from caseplanner.ui.pages.people import PeoplePage, SheetScreen
from caseplanner.ui.recovery_sheet import RecoverySheet
from caseplanner.ui.window import Window
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import SlotKind
from tests.ui.test_recovery_sheet import type_back
from tests.vault.typist import PASSPHRASE

LEFT = Qt.MouseButton.LeftButton
OWN = "grote groene fiets in de regen"


@pytest.fixture
def people(window: Window) -> PeoplePage:
    window.go("people")
    page = window.page
    assert isinstance(page, PeoplePage)
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def let_in(desk: Desk, role: StaffRole = StaffRole.WORKER) -> None:
    desk.custody.add(Staff("Joris", role, id="joris"), desk.custody.slot_for("joris", OWN)())


def test_somebody_new_types_his_own_passphrase_and_can_unlock(
    qtbot: QtBot, people: PeoplePage, desk: Desk, folder: Path
) -> None:
    QTest.keyClick(people.add, Qt.Key.Key_Return)
    screen = people.screen_
    assert isinstance(screen, AddScreen)
    assert screen.form.name.hasFocus()
    QTest.mouseClick(screen.add, LEFT)
    assert screen.form.name_field.error.isVisible()
    QTest.keyClicks(screen.form.name, "Joris")
    screen.form.role.buttons[StaffRole.MENTOR].click()
    QTest.keyClicks(screen.form.on_behalf, "Fatma")
    QTest.mouseClick(screen.add, LEFT)
    assert screen.new.field.error.isVisible()
    for field in (screen.new.first, screen.new.second):
        QTest.keyClicks(field, OWN)
    QTest.mouseClick(screen.add, LEFT)
    assert screen.wait.isVisible()
    qtbot.waitUntil(lambda: people.screen_ is None)
    [_fatma, joris] = [member.staff for member in desk.custody.members()]
    assert (joris.name, joris.role, joris.on_behalf) == ("Joris", StaffRole.MENTOR, "Fatma")
    assert desks.unlock(folder, OWN).owner == joris.id
    assert desks.unlock(folder, PASSPHRASE).owner == desk.staff.id
    assert joris.id in people.cards


def test_a_passphrase_of_a_colleague_is_refused_beside_the_field(
    qtbot: QtBot, people: PeoplePage, desk: Desk
) -> None:
    people.add.click()
    screen = people.screen_
    assert isinstance(screen, AddScreen)
    QTest.keyClicks(screen.form.name, "Joris")
    for field in (screen.new.first, screen.new.second):
        field.setText(PASSPHRASE)
    screen.add.click()
    qtbot.waitUntil(screen.new.field.error.isVisible)
    assert screen.add.isEnabled()
    assert len(desk.custody.members()) == 1


def test_ones_own_passphrase_is_changed_only_with_the_old_one(
    qtbot: QtBot, people: PeoplePage, desk: Desk, folder: Path
) -> None:
    people.cards[desk.staff.id].acts["passphrase"].click()
    screen = people.screen_
    assert isinstance(screen, PassphraseScreen)
    assert screen.old.hasFocus()
    QTest.keyClicks(screen.old, "iets anders dan dat")
    for field in (screen.new.first, screen.new.second):
        QTest.keyClicks(field, OWN)
    screen.change.click()
    qtbot.waitUntil(screen.old_field.error.isVisible)
    assert desks.unlock(folder, PASSPHRASE)
    screen.old.selectAll()
    QTest.keyClicks(screen.old, PASSPHRASE)
    screen.change.click()
    qtbot.waitUntil(lambda: people.screen_ is None)
    assert desks.unlock(folder, OWN).owner == desk.staff.id
    with pytest.raises(UserError):
        desks.unlock(folder, PASSPHRASE)


def test_who_forgot_gets_a_new_passphrase(
    qtbot: QtBot, people: PeoplePage, desk: Desk, folder: Path
) -> None:
    let_in(desk)
    people.refresh()
    people.cards["joris"].acts["passphrase"].click()
    screen = people.screen_
    assert isinstance(screen, PassphraseScreen)
    assert not screen.old.isVisible()
    screen.new.offer.use.click()
    new = screen.new.passphrase()
    screen.change.click()
    qtbot.waitUntil(lambda: people.screen_ is None)
    assert desks.unlock(folder, new).owner == "joris"
    with pytest.raises(UserError):
        desks.unlock(folder, OWN)


def test_a_role_is_changed_and_ones_own_only_by_another(people: PeoplePage, desk: Desk) -> None:
    let_in(desk)
    people.refresh()
    people.cards["joris"].acts["change"].click()
    screen = people.screen_
    assert isinstance(screen, ChangeScreen)
    screen.form.manages.click()
    screen.done.click()
    assert desk.custody.members()[1].staff.manages
    people.cards[desk.staff.id].acts["change"].click()
    screen = people.screen_
    assert isinstance(screen, ChangeScreen)
    assert not screen.form.role.isVisible()
    screen.form.name.setText("Fatma B.")
    screen.done.click()
    assert (desk.staff.name, desk.staff.manages) == ("Fatma B.", True)


def test_a_new_name_stands_in_the_rail(people: PeoplePage, window: Window, desk: Desk) -> None:
    people.cards[desk.staff.id].acts["change"].click()
    screen = people.screen_
    assert isinstance(screen, ChangeScreen)
    screen.form.name.setText("Fatma B.")
    screen.done.click()
    assert "Fatma B." in window.rail.who.accessibleName()


def test_removing_asks_first_and_says_what_it_does_not_do(
    people: PeoplePage, desk: Desk, folder: Path
) -> None:
    let_in(desk)
    people.refresh()
    people.cards["joris"].acts["remove"].click()
    screen = people.screen_
    assert isinstance(screen, RemoveScreen)
    assert screen.cancel.hasFocus()
    QTest.keyClick(screen.cancel, Qt.Key.Key_Escape)
    assert desks.unlock(folder, OWN)
    people.cards["joris"].acts["remove"].click()
    screen = people.screen_
    assert isinstance(screen, RemoveScreen)
    screen.remove.click()
    with pytest.raises(UserError):
        desks.unlock(folder, OWN)
    assert "joris" not in people.cards


def test_nobody_removes_himself(people: PeoplePage, desk: Desk) -> None:
    assert "remove" not in people.cards[desk.staff.id].acts


def test_a_mentor_gets_dossiers_and_a_volunteer_goals(people: PeoplePage, desk: Desk) -> None:
    goals = (Goal(Dimension.SELF, "Ik slaap"), Goal(Dimension.SELF, "Ik eet"))
    sam = desk.add(Dossier(person=Person(called="Samira"), goals=goals)).dossier
    let_in(desk, StaffRole.MENTOR)
    people.refresh()
    people.cards["joris"].acts["links"].click()
    screen = people.screen_
    assert isinstance(screen, LinksScreen)
    screen.rows[sam.id].whole.click()
    assert desk.custody.links("joris") == {sam.id: frozenset()}
    screen.rows[sam.id].whole.click()
    assert desk.custody.links("joris") == {}
    desk.custody.change(Staff("Joris", StaffRole.VOLUNTEER, id="joris"))
    people._back("")
    people.cards["joris"].acts["links"].click()
    screen = people.screen_
    assert isinstance(screen, LinksScreen)
    row = screen.rows[sam.id]
    row.choose.click()
    row.goals[goals[1].id].click()
    assert desk.custody.links("joris") == {sam.id: frozenset({goals[1].id})}
    assert "1 " in row.choose.text()
    row.goals[goals[1].id].click()
    assert desk.custody.links("joris") == {}


def test_a_dossier_is_found_by_a_few_letters(people: PeoplePage, desk: Desk) -> None:
    added = [desk.add(Dossier(person=Person(called=f"Sam {n}"))).dossier for n in range(30)]
    let_in(desk, StaffRole.MENTOR)
    desk.custody.link("joris", added[0].id)
    people.refresh()
    people.cards["joris"].acts["links"].click()
    screen = people.screen_
    assert isinstance(screen, LinksScreen)
    assert next(iter(screen.rows)) == added[0].id
    assert screen.more.isVisible()
    QTest.keyClicks(screen.search, "sam 17")
    assert list(screen.rows) == [added[17].id]


def test_removing_says_that_the_sheet_in_that_name_goes_as_well(
    people: PeoplePage, desk: Desk
) -> None:
    joris = Staff("Joris", StaffRole.WORKER, manages=True, id="joris")
    desk.custody.add(joris, desk.custody.slot_for("joris", OWN)())
    people.refresh()
    people.cards["joris"].acts["remove"].click()
    assert "herstelblad staat op deze naam" not in said(people)
    people._back("")
    me, desk._vault.staff = desk.staff, joris  # he makes one
    desk.custody.make_recovery("een blad van Joris")
    desk._vault.staff = me
    people.refresh()
    people.cards["joris"].acts["remove"].click()
    assert "herstelblad staat op deze naam" in said(people)
    assert "blijft werken" not in said(people)


def test_the_sheet_in_the_safe_opens_the_vault_until_the_new_one_is_typed_back(
    people: PeoplePage, desk: Desk, folder: Path
) -> None:
    in_the_safe = passphrases.new_recovery()
    desk.custody.make_recovery(" ".join(in_the_safe))
    for typed_back in (False, True):
        people.cards[desk.staff.id].acts["sheet"].click()
        screen = people.screen_
        assert isinstance(screen, SheetScreen)
        assert not screen.sheet.later.isVisible()
        screen.sheet.copy.click()
        assert opens(folder, in_the_safe)
        new = screen.sheet._words
        assert opens(folder, new)
        if typed_back:
            type_back(screen.sheet, new)
            screen.sheet.on.click()
            assert not opens(folder, in_the_safe)
            assert opens(folder, new)
        else:
            screen.back.click()  # the words were on the screen, and are on no paper
            assert opens(folder, in_the_safe)
        assert people.screen_ is None


def said(page: PeoplePage) -> str:
    assert page.screen_
    return " ".join(label.text() for label in page.screen_.findChildren(QLabel))


def opens(folder: Path, words: tuple[str, ...]) -> bool:
    try:
        return bool(vaults.unlock(folder, " ".join(words), SlotKind.RECOVERY))
    except UserError:
        return False


def test_a_new_recovery_sheet_is_made_only_when_asked_for(people: PeoplePage, desk: Desk) -> None:
    people.cards[desk.staff.id].acts["sheet"].click()
    screen = people.screen_
    assert isinstance(screen, SheetScreen)
    assert not desk.custody.members()[0].has_sheet
    sheet = screen.sheet
    assert isinstance(sheet, RecoverySheet)
    sheet.copy.click()
    assert desk.custody.members()[0].has_sheet
    screen.back.click()
    assert people.screen_ is None
