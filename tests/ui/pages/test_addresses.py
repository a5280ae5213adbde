"""The addresses in the real window: loaded, searched, written, refused in words, kept by few."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import organisations
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.staff import StaffRole
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.finder import Finder
from caseplanner.ui.pages.addresses import AddressesPage
from caseplanner.ui.pages.settings import SettingsPage
from caseplanner.ui.widgets.text import Small
from caseplanner.ui.window import Window
from tests.ui.pages.test_library import whole, write
from tests.ui.test_roles import As, as_

__all__ = ["as_"]
CTRL = Qt.KeyboardModifier.ControlModifier
CARE = Organisation(PartnerKind.CARE, "Tactus", "Çağla, behandelaar", "0570", id="t")


@pytest.fixture
def page(window: Window) -> AddressesPage:
    window.go("addresses")
    assert isinstance(window.page, AddressesPage)
    return window.page


def names(page: AddressesPage) -> list[str]:
    return [sentence.split(".")[0] for sentence in page.shelf.list.sentences()]


def test_the_list_of_twente_is_loaded_with_one_button_after_a_look(
    qtbot: QtBot, page: AddressesPage, desk: Desk
) -> None:
    assert page.begin_twente.hasFocus()
    page.begin_twente.click()
    qtbot.waitUntil(lambda: page.incoming.isVisible(), timeout=20000)
    assert next(page.incoming.list.sentences()) == "17 nieuwe adressen"
    assert desk.addresses.items == ()  # nothing before the person says so
    page.incoming.take.click()
    assert page.shelf.told.text() == "17 adressen"
    assert page.shelf.search.hasFocus()
    QTest.keyClicks(page.shelf.search, "hof twente")
    qtbot.wait(200)
    assert names(page) == ["Gemeente Hof van Twente"]
    page.shelf.search.clear()
    page.shelf.kind.set_value(PartnerKind.PROBATION.value)
    page.shelf.kind.chosen.emit(PartnerKind.PROBATION.value)
    assert len(names(page)) == 3
    page.undo.click()
    assert desk.addresses.items == ()
    assert page.begin_twente.isVisible()


def test_an_address_is_written_and_every_field_saves_by_itself(
    page: AddressesPage, desk: Desk
) -> None:
    page.begin_new.click()
    editor = page.editor
    assert editor.name.hasFocus()
    write(editor.name, "Tactus")
    write(editor.contact, "Cagla, behandelaar")
    write(editor.reach, "0570 123456")
    write(editor.note, "Belt terug.\nAlleen in de ochtend.")
    editor.kind.setCurrentIndex(3)
    editor.kind.activated.emit(3)
    page.done.click()
    [one] = desk.addresses.items
    assert (one.name, one.contact, one.reach) == ("Tactus", "Cagla, behandelaar", "0570 123456")
    assert one.note == "Belt terug.\nAlleen in de ochtend."
    assert one.kind is PartnerKind.HOUSING
    assert page.reader.title.text() == "Tactus"
    assert "0570 123456" in page.reader.source.text()
    page.edit.click()
    editor.name.selectAll()
    QTest.keyClick(editor.name, Qt.Key.Key_Delete)
    editor.name.flush()
    assert editor.fields["name"].error.text() == "Geef de organisatie een naam."
    assert desk.addresses.items[0].name == "Tactus"


def test_what_was_removed_comes_back_by_undo(
    page: AddressesPage, window: Window, desk: Desk
) -> None:
    desk.addresses.put("", CARE)
    page.refresh()
    page.open(CARE.id)
    page.remove.click()
    assert not desk.addresses.items
    assert "“Tactus” is uit de adressen verwijderd." in window.toast.words.text()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert desk.addresses.items == (CARE,)


def test_what_is_exported_can_be_imported_elsewhere(
    page: AddressesPage, desk: Desk, tmp_path: Path
) -> None:
    desk.addresses.put("", CARE)
    path = tmp_path / "adressen.json"
    page.export_to(path)
    assert organisations.read("a", path.read_bytes()) == (CARE,)
    [exported] = [e for e in desk.custody.log() if e.deed is Deed.ADDRESSES_EXPORTED]
    assert exported.detail == {"organisations": "1"}


def hostile() -> dict[str, tuple[bytes, str]]:
    head = {"format": "caseplanner-addresses", "schema": 1}
    row = {"id": "a", "kind": "care", "name": "Zorg", "victim": "x"}
    return {
        "broken": (b'{"format": "caseplanner-addresses",', "niet te lezen"),
        "huge": (b'"' + b"x" * 6_000_000 + b'"', "groter dan 5 MB"),
        "bomb": (b"[" * 1_000_000, "te diep"),
        "victim": (json.dumps({**head, "organisations": [row]}).encode(), "“victim”"),
    }


@pytest.mark.parametrize("name", hostile())
def test_a_broken_a_huge_and_a_hostile_file_are_refused_in_words_and_change_nothing(
    qtbot: QtBot, page: AddressesPage, desk: Desk, tmp_path: Path, name: str
) -> None:
    data, told = hostile()[name]
    path = tmp_path / "vreemd.json"
    path.write_bytes(data)
    with capture_exceptions() as raised:
        page.import_from(path)
        qtbot.waitUntil(lambda: bool(raised), timeout=20000)
    [(_kind, problem, _trace)] = raised
    assert isinstance(problem, UserError)
    assert str(problem).startswith("Er is niets uit vreemd.json overgenomen: ")
    assert told in str(problem)
    assert desk.addresses.items == ()
    assert page.begin_import.isEnabled()


def test_the_page_says_who_belongs_there(page: AddressesPage) -> None:
    assert any("geen slachtoffers" in line.text() for line in page.findChildren(Small))


def test_it_is_reached_from_the_settings_and_by_ctrl_k(window: Window) -> None:
    window.go("settings")
    assert isinstance(window.page, SettingsPage)
    window.page.lists.links["addresses"].click()
    assert window.page_name == "addresses"
    window.go("list")
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    finder = window.findChild(Finder)
    assert finder
    QTest.keyClicks(finder.field, "adressen")
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert window.page_name == "addresses"


def test_what_is_being_typed_is_kept_when_it_locks(
    page: AddressesPage, desk: Desk, again: Callable[[], Window]
) -> None:
    desk.addresses.put("", CARE)
    page.refresh()
    page.open(CARE.id)
    page.edit.click()
    page.editor.note.setFocus()
    QTest.keyClicks(page.editor.note, "Half")
    locked = again()
    assert isinstance(locked.page, AddressesPage)
    assert [one.note for one in desk.addresses.items] == ["Half"]


@pytest.mark.parametrize("role", [StaffRole.MENTOR, StaffRole.MANAGER, StaffRole.VOLUNTEER])
def test_a_mentor_reads_a_manager_keeps_and_a_volunteer_meets_no_addresses(
    as_: As, desk: Desk, role: StaffRole
) -> None:
    desk.addresses.put("", CARE)
    window = as_(role)
    window.go("settings")
    assert isinstance(window.page, SettingsPage)
    assert list(window.page.lists.links) == ([] if role is StaffRole.VOLUNTEER else ["addresses"])
    window.go("addresses")
    if role is StaffRole.VOLUNTEER:
        assert window.page_name == "my_goals"
        assert window._desk.addresses.items == ()
        return
    page = window.page
    assert isinstance(page, AddressesPage)
    page.open(CARE.id)
    assert "Çağla" in page.reader.source.text()
    keeps = role is StaffRole.MANAGER
    for act in (page.new, page.import_, page.export, page.twente, page.edit, page.remove):
        assert act.isVisible() == keeps
    if not keeps:
        with pytest.raises(UserError):
            window._desk.addresses.remove("", CARE.id)


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (150, 1366), (200, 1366), (100, 700)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, window: Window, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(window.settings, window.guide)
    window.resize(width, 768)
    window.go("addresses")
    page = window.page
    assert isinstance(page, AddressesPage)
    assert whole(page) == []
    page.begin_twente.click()
    qtbot.waitUntil(lambda: page.incoming.isVisible(), timeout=20000)
    assert whole(page) == []
    page.incoming.take.click()
    page.open("3ro-ldh")
    assert whole(page) == []
    page.edit.click()
    assert whole(page) == []
