"""The window: every way through it, by mouse and by keyboard, over a real vault."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import practice, words
from caseplanner.desk import Desk
from caseplanner.dossier import people
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.errors import UserError
from caseplanner.settings import Place, Settings
from caseplanner.ui import coming_back, theme
from caseplanner.ui.finder import Finder
from caseplanner.ui.pages.person import NewPage, PersonPage
from caseplanner.ui.pages.settings import SettingsPage
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.roles import OF_DOSSIER
from caseplanner.ui.settings.client_word import ClientWordCard
from caseplanner.ui.settings.locking import LockCard
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.window import Window
from caseplanner.vault import dossiers

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
EVERYWHERE = [("list", None), ("new", None), ("settings", None)] + [
    (name, Dimension.VICTIM if name == "dimension" else None) for name in sorted(OF_DOSSIER)
]


@pytest.fixture
def opened(window: Window, desk: Desk, dossier: Dossier) -> Window:
    """The window with the plan of Dennis in view."""
    window.show_session(desk.add(dossier))
    return window


def rename(window: Window, name: str) -> None:
    assert window.session
    window.session.change("Naam", lambda d: people.describe(d, called=name))


def test_a_new_dossier_by_keyboard_is_shown_and_already_on_disk(
    qtbot: QtBot, window: Window, desk: Desk
) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    page = window.page
    assert isinstance(page, NewPage)
    assert page.who.called.hasFocus()
    QTest.keyClicks(page.who.called, "Noor")
    page.make.setFocus()
    QTest.keyClick(page.make, Qt.Key.Key_Space)
    assert window.page_name == "hub"
    assert [entry.line.called for entry in desk.lines()] == ["Noor"]


def test_what_is_typed_is_saved_when_the_page_is_left(
    qtbot: QtBot, opened: Window, desk: Desk
) -> None:
    opened.go("person")
    page = opened.page
    assert isinstance(page, PersonPage)
    page.who.cell.selectAll()
    QTest.keyClicks(page.who.cell, "A1-02")
    opened.go("hub")
    assert desk.lines()[0].line.cell == "A1-02"


def test_undo_names_what_it_takes_back(qtbot: QtBot, opened: Window, desk: Desk) -> None:
    rename(opened, "Bram")
    assert "Naam" in opened.actions_.undo.text()
    QTest.keyClick(opened, Qt.Key.Key_Z, CTRL)
    assert desk.lines()[0].line.called == "Dennis"
    assert "Naam" in opened.toast.words.text()
    for keys in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)):
        QTest.keyClick(opened, *keys)
        assert desk.lines()[0].line.called == "Bram"
        opened.undo()


def test_undo_does_nothing_where_no_plan_is_shown(opened: Window, desk: Desk) -> None:
    rename(opened, "Bram")
    opened.go("list")
    assert not opened.actions_.undo.isEnabled()
    opened.undo()
    assert desk.lines()[0].line.called == "Bram"


def test_going_to_the_list_and_back_keeps_what_undo_knows(opened: Window) -> None:
    rename(opened, "Bram")
    assert opened.session
    opened.go("list")
    opened.open(opened.session.dossier.id)
    assert opened.page_name == "hub"
    assert opened.actions_.undo.isEnabled()


def test_a_practice_dossier_says_so_on_all_its_pages(window: Window, desk: Desk) -> None:
    window.show_session(desk.add(practice.dossier()))
    for name in ("hub", "person", "answers"):
        window.go(name)
        assert window.banner.isVisible()
    window.go("list")
    assert not window.banner.isVisible()


def test_a_real_dossier_has_no_practice_banner(opened: Window) -> None:
    assert not opened.banner.isVisible()


def test_lock_keeps_half_typed_words_and_the_place(
    qtbot: QtBot, opened: Window, desk: Desk, locked: list[Place]
) -> None:
    opened.go("person")
    page = opened.page
    assert isinstance(page, PersonPage)
    page.who.cell.setFocus()
    page.who.cell.selectAll()
    QTest.keyClicks(page.who.cell, "A1-02")
    QTest.keyClick(page.who.cell, Qt.Key.Key_Left)
    QTest.keyClick(opened, Qt.Key.Key_L, CTRL)
    assert desk.lines()[0].line.cell == "A1-02"
    [place] = locked
    assert (place.page, place.caret) == ("person", 4)
    assert "Dennis" not in repr(place)

    opened.go("list")
    coming_back.come_back(opened, place)
    back = opened.page.focusWidget()
    assert isinstance(back, QLineEdit)
    assert (back.text(), back.cursorPosition()) == ("A1-02", 4)


def test_without_a_place_for_a_draft_a_new_dossier_is_made_at_the_lock(
    window: Window, desk: Desk, locked: list[Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "keep_draft", lambda data, dossier="": False)
    window.go("new")
    page = window.page
    assert isinstance(page, NewPage)
    QTest.keyClicks(page.who.called, "Noor")
    QTest.keyClicks(page.who.cell, "A1")
    window.lock()
    [entry] = desk.lines()
    assert (entry.line.called, entry.line.cell) == ("Noor", "A1")
    assert (locked[0].page, locked[0].dossier) == ("hub", entry.line.id)


def test_a_place_in_a_dossier_that_is_gone_is_the_list(window: Window) -> None:
    coming_back.come_back(window, Place(page="hub", dossier="nergens"))
    assert window.page_name == "list"


def test_a_problem_is_said_and_the_second_close_leaves(qtbot: QtBot, window: Window) -> None:
    window.tell(str(UserError("Deze schijf is vol.")))
    assert window.bar.isVisible()
    assert window.bar.words.text() == "Deze schijf is vol."
    with qtbot.waitSignal(window.closed):
        window.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_alt_shows_the_menu_and_the_menu_holds_every_action(qtbot: QtBot, window: Window) -> None:
    keys = window.windowHandle()
    assert not window.menuBar().isVisible()
    QTest.keyClick(keys, Qt.Key.Key_Alt)
    assert window.menuBar().isVisible()
    assert len(window.menuBar().actions()) == 4
    QTest.keyClick(keys, Qt.Key.Key_Alt)
    assert not window.menuBar().isVisible()


def test_alt_with_another_key_does_not_bring_up_the_menu(opened: Window) -> None:
    keys = opened.windowHandle()
    opened.go("person")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_F9):  # one that is an action, one that is nothing
        QTest.keyPress(keys, Qt.Key.Key_Alt)
        QTest.keyClick(keys, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyRelease(keys, Qt.Key.Key_Alt)
        assert not opened.menuBar().isVisible()
    assert opened.page_name == "hub"


def test_ctrl_k_goes_to_a_dossier_by_a_few_letters(qtbot: QtBot, opened: Window) -> None:
    opened.go("list")
    QTest.keyClick(opened, Qt.Key.Key_K, CTRL)
    finder = opened.findChild(Finder)
    assert finder is not None
    QTest.keyClicks(finder.field, "denn")
    assert finder.list.count() == 1
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert opened.page_name == "hub"


def test_from_signing_nothing_there_is_a_way_back(opened: Window) -> None:
    opened.go("sign")
    page = opened.page
    assert isinstance(page, SignPage)
    assert page.away.isVisible()
    QTest.mouseClick(page.away, LEFT)
    assert opened.page_name == "hub"


def test_ctrl_k_beside_a_client_shows_no_other_names(opened: Window) -> None:
    opened.go("answers")
    opened.find_anything()
    finder = opened.findChild(Finder)
    assert finder is not None
    names = [finder.list.item(row).text() for row in range(finder.list.count())]
    assert names
    assert not any("Dennis" in name for name in names)


def test_alt_left_goes_one_level_up(opened: Window) -> None:
    opened.go("person")
    for page in ("hub", "list", "list"):
        QTest.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert opened.page_name == page
        assert not opened.menuBar().isVisible()


def test_ctrl_k_does_what_a_menu_does(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    finder = window.findChild(Finder)
    assert finder is not None
    QTest.keyClicks(finder.field, "instell")
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert window.page_name == "settings"


def test_the_rail_works_by_mouse_and_keyboard(
    qtbot: QtBot, window: Window, locked: list[Place]
) -> None:
    rail = window.rail
    rows = rail.bottom.model()
    place = rail.bottom.visualRect(rows.index(0, 0)).center()
    QTest.mouseClick(rail.bottom.viewport(), LEFT, pos=place)
    assert window.page_name == "settings"
    QTest.keyClick(rail.top, Qt.Key.Key_Return)
    assert window.page_name == "list"
    QTest.keyClick(rail.bottom, Qt.Key.Key_Down)
    QTest.keyClick(rail.bottom, Qt.Key.Key_Space)
    assert len(locked) == 1


def test_the_rail_is_only_icons_in_a_small_window(qtbot: QtBot, window: Window) -> None:
    wide = window.rail.width()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.rail.width() < wide)
    assert window.rail.width() == theme.px(72)


def test_everything_that_can_be_reached_has_a_name(opened: Window) -> None:
    for name, argument in EVERYWHERE:
        opened.go(name, argument)
        assert unnamed(opened) == [], name


def unnamed(window: QWidget) -> list[str]:
    """What Tab can reach and a screen reader would only call by its kind (ux.md section 7.1)."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_page_pushes_the_window_off_a_small_screen(
    qapp: QApplication, opened: Window, size: int
) -> None:
    theme.use(qapp, "light", size)
    opened.use(replace(opened.settings, text_size=size), opened.guide)
    for name, argument in EVERYWHERE:
        opened.go(name, argument)
        qapp.processEvents()
        assert (opened.width(), opened.height()) == (1366, 768), name
    assert opened.minimumSizeHint().width() <= 1366
    assert opened.minimumSizeHint().height() <= 768


def test_settings_change_at_once_and_keep_the_place(
    qtbot: QtBot, qapp: QApplication, opened: Window
) -> None:
    chosen: list[Settings] = []
    opened.settings_chosen.connect(chosen.append)
    QTest.keyClick(opened, Qt.Key.Key_Plus, CTRL)
    assert [settings.text_size for settings in chosen] == [110]
    theme.use(qapp, "dark", 110)
    opened.use(chosen[0], opened.guide)
    assert opened.page_name == "hub"
    assert theme.px(100) == 110
    opened.zoom(-200)
    assert chosen[-1].text_size == 90
    opened.zoom(0)
    assert chosen[-1].text_size == 100


def test_closing_saves_what_is_typed(qtbot: QtBot, opened: Window, desk: Desk) -> None:
    opened.go("person")
    page = opened.page
    assert isinstance(page, PersonPage)
    page.who.cell.clear()
    QTest.keyClicks(page.who.cell, "D4")
    with qtbot.waitSignal(opened.closed):
        opened.close()
    assert desk.lines()[0].line.cell == "D4"


@pytest.fixture
def hooked(window: Window, monkeypatch: pytest.MonkeyPatch) -> Window:
    """What goes wrong reaches the message bar, as the program arranges it."""
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: window.tell(str(error)))
    return window


def full_disk(*_anything: object) -> None:
    raise UserError("Deze schijf is vol.")


def test_a_full_disk_is_said_and_the_words_stay_in_the_field(
    hooked: Window, desk: Desk, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked.show_session(desk.add(dossier))
    hooked.go("person")
    page = hooked.page
    assert isinstance(page, PersonPage)
    with monkeypatch.context() as broken:
        broken.setattr(dossiers, "save", full_disk)
        QTest.keyClicks(page.who.cell, "9")
        page.flush()
    assert hooked.bar.words.text() == "Deze schijf is vol."
    assert "9" in page.who.cell.text()
    assert "9" not in desk.lines()[0].line.cell
    hooked.go("hub")
    assert "9" in desk.lines()[0].line.cell


def test_closing_while_the_disk_is_full_says_so_first(
    qtbot: QtBot, hooked: Window, desk: Desk, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooked.show_session(desk.add(dossier))
    hooked.go("person")
    page = hooked.page
    assert isinstance(page, PersonPage)
    monkeypatch.setattr(dossiers, "save", full_disk)
    QTest.keyClicks(page.who.cell, "9")
    with qtbot.assertNotEmitted(hooked.closed):
        hooked.close()
    assert hooked.isVisible()
    with qtbot.waitSignal(hooked.closed):
        hooked.close()


def test_lock_goes_on_whatever_goes_wrong(
    opened: Window, locked: list[Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise ValueError

    opened.go("person")
    monkeypatch.setattr(opened.page, "report", broken)
    with pytest.raises(ValueError):
        opened.lock()
    assert [place.page for place in locked] == ["person"]


def test_names_hidden_on_the_list_stay_hidden_after_another_setting(opened: Window) -> None:
    opened.settings_chosen.connect(lambda chosen: opened.use(chosen, opened.guide))
    opened.go("settings")
    opened.go("list")
    opened.list.hide_names.click()
    opened.go("settings")
    page = opened.page
    assert isinstance(page, SettingsPage)
    page.theme.buttons["dark"].click()
    assert opened.settings.hide_names


def test_when_it_locks_is_chosen_on_the_settings_page(opened: Window) -> None:
    opened.settings_chosen.connect(lambda chosen: opened.use(chosen, opened.guide))
    opened.go("settings")

    def card() -> LockCard:
        assert isinstance(opened.page, SettingsPage)
        return opened.page.lock

    assert (card().minutes.currentText(), card().minimised.isChecked()) == (
        words.count("{n} minute", "{n} minutes", 5),
        False,
    )
    card().minutes.setFocus()
    QTest.keyClick(card().minutes, Qt.Key.Key_Down)
    assert opened.settings.idle == 10
    assert card().minutes.hasFocus()
    card().minimised.click()
    assert (opened.settings.idle, opened.settings.lock_minimised) == (10, True)
    assert card().minimised.isChecked()


def test_another_word_for_the_client_is_on_every_page_at_once(opened: Window) -> None:
    def use(chosen: Settings) -> None:
        words.use("nl", chosen.client_word)
        opened.use(chosen, opened.guide)

    def card() -> ClientWordCard:
        assert isinstance(opened.page, SettingsPage)
        return opened.page.client_word

    opened.settings_chosen.connect(use)
    rename(opened, "Wim, een cliënt")
    opened.go("settings")
    assert "samen met de cliënt" in card().sample.text()
    card().buttons["participant"].click()
    assert "samen met de deelnemer" in card().sample.text()
    assert [b.text() for b in card().buttons.values() if b.isChecked()] == ["Deelnemer"]
    for name in sorted(OF_DOSSIER - {"preview"}):
        opened.go(name, Dimension.SELF if name == "dimension" else None)
        shown = {part.text() for part in opened.page.findChildren(QLabel)}
        typed = {text for text in shown if "Wim" in text}
        assert not [text for text in shown - typed if "cliënt" in text.lower()]
        assert not [text for text in typed if "deelnemer" in text and "Wim, een" not in text]
    opened.go("person")
    assert "Wim, een cliënt" in [line.text() for line in opened.page.findChildren(QLineEdit)]


def test_the_review_terms_are_chosen_on_the_settings_page(opened: Window) -> None:
    opened.settings_chosen.connect(lambda chosen: opened.use(chosen, opened.guide))
    opened.go("settings")

    def term(name: str) -> Choice:
        assert isinstance(opened.page, SettingsPage)
        return opened.page.reviews.terms[name]

    names = ("review_weeks", "final_days", "transfer_days")
    assert [term(name).currentText() for name in names] == ["6 weken", "7 dagen", "10 dagen"]
    term("review_weeks").setFocus()
    QTest.keyClick(term("review_weeks"), Qt.Key.Key_Up)
    assert opened.settings.review_weeks == 4
    assert term("review_weeks").hasFocus()
    assert "opnieuw naar een plan" in term("review_weeks").accessibleName()
    QTest.keyClick(term("final_days"), Qt.Key.Key_Down)
    QTest.keyClick(term("transfer_days"), Qt.Key.Key_Up)
    now = opened.settings
    assert (now.review_weeks, now.final_days, now.transfer_days) == (4, 10, 7)
