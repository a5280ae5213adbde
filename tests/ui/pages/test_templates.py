"""Templates in the real window: written on their page, put in the fields of a dossier."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.staff import StaffRole
from caseplanner.dossier.templates import Template
from caseplanner.ui import dates, theme
from caseplanner.ui.finder import Finder
from caseplanner.ui.pages.settings import SettingsPage
from caseplanner.ui.pages.templates import TemplatesPage
from caseplanner.ui.widgets.date_field import in_digits
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.window import Window
from tests.ui.pages.test_library import whole, write
from tests.ui.test_roles import As, as_

__all__ = ["as_"]
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = CTRL | Qt.KeyboardModifier.ShiftModifier
TALK = Template("Gesprek & meer", "Op {vandaag} sprak ik met {naam} over {iets}.", id="a")
OTHER = Template("Bezoek", "Bezoek gehad.", id="b")
GIVEN = Template("Aanmelding", "Aangemeld.", id="institution-0")


@pytest.fixture
def page(window: Window) -> TemplatesPage:
    window.go("templates")
    assert isinstance(window.page, TemplatesPage)
    return window.page


@pytest.fixture
def field(window: Window, desk: Desk, dossier: Dossier) -> TextField:
    """Of a note in the dossier of Dennis, with the caret in the middle of its words."""
    window.show_session(desk.add(dossier))
    window.go("dimension", "self")
    found = [f for f in window.page.findChildren(TextField) if f.isVisible()]
    field = found[0]
    field.setFocus()
    QTest.keyClicks(field, "Eerst. Laatst.")
    for _letter in range(8):
        QTest.keyClick(field, Qt.Key.Key_Left)
    return field


def finder(window: Window) -> Finder:
    QTest.keyClick(window, Qt.Key.Key_T, KEYS)
    found = [f for f in window.findChildren(Finder) if f.isVisible()]
    assert found
    return found[-1]


def offered(asked: Finder) -> list[str]:
    return [asked.list.item(row).text() for row in range(asked.list.count())]


def menu_of(field: TextField) -> list[str]:
    """What the menu of the field offers to insert."""
    spot = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, field.mapToGlobal(spot))
    QApplication.sendEvent(field.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inside = [part for part in menu.findChildren(QMenu) if part.title() == "Sjabloon invoegen"]
    names = [action.text() for part in inside for action in part.actions()]
    menu.close()
    return names


def test_an_empty_page_says_how_to_make_one_and_it_is_written_there(
    page: TemplatesPage, desk: Desk
) -> None:
    assert page.begin_new.hasFocus()
    page.begin_new.click()
    assert page.editor.name.hasFocus()
    write(page.editor.name, "Gesprek")
    write(page.editor.text, "Op {vandaag}.\nMet {naam}.")
    page.done.click()
    [one] = desk.templates.items
    assert (one.name, one.text) == ("Gesprek", "Op {vandaag}.\nMet {naam}.")
    assert page.shelf.told.text() == "1 sjabloon"
    assert not page.shelf.kind.isVisible()
    page.remove.click()
    assert not desk.templates.items
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert desk.templates.items == (one,)


def test_by_keyboard_a_template_comes_where_the_caret_is_and_undo_takes_it_out(
    window: Window, desk: Desk, field: TextField
) -> None:
    for one in (TALK, OTHER):
        desk.templates.put("", one)
    asked = finder(window)
    assert offered(asked) == ["Bezoek", "Gesprek & meer"]
    QTest.keyClicks(asked.field, "gespr")
    assert offered(asked) == ["Gesprek & meer"]
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    day = in_digits(dates.today())
    said = f"Eerst.Op {day} sprak ik met Dennis over {{iets}}. Laatst."
    assert field.text() == said
    assert field.hasFocus()
    field.flush()
    assert window.session
    assert said in repr(window.session.dossier)
    field.undo()
    assert field.text() == "Eerst. Laatst."


def test_escape_leaves_everything_as_it_was(window: Window, desk: Desk, field: TextField) -> None:
    desk.templates.put("", OTHER)
    asked = finder(window)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert field.text() == "Eerst. Laatst."
    assert field.textCursor().position() == 6


def test_the_menu_of_a_field_offers_them_those_of_the_institution_last(
    window: Window, desk: Desk, field: TextField
) -> None:
    window.inserter.given = (GIVEN,)
    for one in (TALK, OTHER):
        desk.templates.put("", one)
    assert menu_of(field) == ["Bezoek", "Gesprek && meer", "Aanmelding"]
    assert offered(finder(window)) == ["Bezoek", "Gesprek & meer", "Aanmelding"]


def test_without_templates_it_says_where_they_are_made(
    window: Window, desk: Desk, field: TextField
) -> None:
    asked = finder(window)
    assert asked.nothing.isVisible()
    assert "Instellingen" in asked.nothing.text()
    asked.close()
    assert menu_of(field) == [asked.nothing.text()]


def test_outside_a_dossier_none_is_offered(window: Window, desk: Desk, page: TemplatesPage) -> None:
    page.begin_new.click()
    page.editor.text.setFocus()
    QTest.keyClick(window, Qt.Key.Key_T, KEYS)
    assert not [f for f in window.findChildren(Finder) if f.isVisible()]
    assert menu_of(page.editor.text) == []


def test_words_on_their_way_are_kept_when_a_template_comes_between(
    qtbot: QtBot, window: Window, desk: Desk, field: TextField
) -> None:
    desk.templates.put("", replace(OTHER, text="regel een\nregel twee"))
    QTest.keyClick(finder(window).field, Qt.Key.Key_Return)
    QTest.keyClicks(field, " en")
    assert field.text() == "Eerst.regel een\nregel twee en Laatst."


def test_it_is_reached_from_the_settings(window: Window) -> None:
    window.go("settings")
    assert isinstance(window.page, SettingsPage)
    window.page.lists.links["templates"].click()
    assert window.page_name == "templates"


@pytest.mark.parametrize("role", [StaffRole.MENTOR, StaffRole.MANAGER, StaffRole.VOLUNTEER])
def test_who_writes_in_no_dossier_meets_no_templates(as_: As, desk: Desk, role: StaffRole) -> None:
    desk.templates.put("", TALK)
    window = as_(role)
    window.go("templates")
    assert window.page_name == window.home
    assert window._desk.templates.items == ()


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (150, 1366), (200, 1366), (100, 700)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qapp: QApplication, window: Window, desk: Desk, size: int, width: int
) -> None:
    window.inserter.given = (GIVEN,)
    theme.use(qapp, "light", size)
    window.use(window.settings, window.guide)
    window.resize(width, 768)
    window.go("templates")
    page = window.page
    assert isinstance(page, TemplatesPage)
    assert whole(page) == []
    desk.templates.put("", TALK)
    page.refresh()
    page.open(TALK.id)
    assert whole(page) == []
    page.edit.click()
    assert whole(page) == []
