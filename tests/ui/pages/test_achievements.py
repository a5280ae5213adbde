"""The page of what was achieved, in the real window over a real vault."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from caseplanner.desk import Desk
from caseplanner.dossier import achievements, goals
from caseplanner.dossier.model import Dimension, Dossier, SpecialCondition
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.achievements.row import Row
from caseplanner.ui.dates import today
from caseplanner.ui.pages.achievements import AchievementsPage
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.widgets.text import Words
from caseplanner.ui.window import Window
from tests import whole

BAN = SpecialCondition("Alcoholverbod, met medewerking aan controle.", "Je drinkt niet.", id="ban")
SAMS = whole.taken("sam", "achievements", "goals", "conditions")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(desk: Desk, dossier: Dossier) -> Session:
    """With a goal and a special condition to belong to."""
    made = goals.add(dossier, Dimension.SELF, "Ik drink niet, ook niet op vrijdag.")
    return desk.add(replace(made, conditions=(BAN,)))


@pytest.fixture
def page(window: Window, session: Session) -> AchievementsPage:
    window.show_session(session)
    window.go("achievements")
    assert isinstance(window.page, AchievementsPage)
    return window.page


def add(page: AchievementsPage, words: str) -> None:
    page.new.words.setFocus()
    QTest.keyClicks(page.new.words, words)
    QTest.keyClick(page.new.words, Qt.Key.Key_Return)


def texts(session: Session) -> list[str]:
    return [each.text for each in session.dossier.achievements]


def rows(page: AchievementsPage, session: Session) -> list[Row]:
    return [page.all.rows[each.id] for each in session.dossier.achievements]


def choose(row: Row, item: str) -> None:
    """Choose as a person does, by keyboard."""
    row.belongs.setFocus()
    for _ in range(row.belongs.count()):
        if row.belongs.currentText().startswith(item):
            break
        QTest.keyClick(row.belongs, Qt.Key.Key_Down)
    assert row.belongs.currentText().startswith(item)


def test_words_and_enter_are_enough_and_the_newest_is_on_top(
    page: AchievementsPage, session: Session
) -> None:
    assert page.new.words.hasFocus()
    assert page.all.empty.isVisible()
    add(page, "Bankje gemaakt.")
    add(page, "Moeder op bezoek.")
    assert texts(session) == ["Moeder op bezoek.", "Bankje gemaakt."]
    assert session.dossier.achievements[0].on == today()
    assert page.new.words.text() == ""
    assert page.new.words.hasFocus()
    assert not page.all.empty.isVisible()
    assert page.all._list.itemAt(0).widget() is rows(page, session)[0]  # type: ignore[union-attr]
    session.undo()
    assert texts(session) == ["Bankje gemaakt."]


def test_the_hub_leads_to_it_and_tells_how_many(window: Window, session: Session) -> None:
    window.show_session(session)
    hub = window.page
    assert isinstance(hub, HubPage)
    way = hub.around.ways["achievements"]
    assert way.text() == "Gelukt"
    session.change("", SAMS)
    assert way.text() == "Gelukt · 7"
    way.click()
    assert window.page_name == "achievements"


def test_another_day_and_what_it_belongs_to_are_given_with_it(
    page: AchievementsPage, session: Session
) -> None:
    page.new.belongs.set_value(f"goal {session.dossier.goals[0].id}")
    page.new.day.setFocus()
    page.new.day.selectAll()
    QTest.keyClicks(page.new.day, "22-04-2026")
    add(page, "Tien weken niet gedronken.")
    [made] = session.dossier.achievements
    assert (made.on, made.goal) == (date(2026, 4, 22), session.dossier.goals[0].id)
    assert page.new.belongs.tie() == ("", "")
    assert page.new.day.value() == today()


def test_a_day_that_is_none_is_said_and_no_word_is_lost(
    page: AchievementsPage, session: Session
) -> None:
    page.new.day.setFocus()
    page.new.day.selectAll()
    QTest.keyClicks(page.new.day, "32-13")
    add(page, "Bankje gemaakt.")
    assert session.dossier.achievements == ()
    assert page.new.words.text() == "Bankje gemaakt."
    assert page.new.day.hasFocus()
    assert page.new.day.property("wrong")


def test_it_is_tied_to_a_condition_and_to_a_goal_by_keyboard(
    page: AchievementsPage, session: Session
) -> None:
    add(page, "Tien weken niet gedronken.")
    [row] = rows(page, session)
    assert row.belongs.currentText() == "Hoort nergens bij"
    choose(row, "Voorwaarde: Alcoholverbod")
    assert session.dossier.achievements[0].condition == "ban"
    choose_up(row, "Doel: Ik drink niet")
    made = session.dossier.achievements[0]
    assert (made.goal, made.condition) == (session.dossier.goals[0].id, "")
    session.change("", lambda d: goals.remove(d, made.goal))
    assert row.belongs.currentText() == "Hoort nergens bij"
    session.undo()
    assert row.belongs.currentText().startswith("Doel: ")


def choose_up(row: Row, item: str) -> None:
    QTest.keyClick(row.belongs, Qt.Key.Key_Up)
    assert row.belongs.currentText().startswith(item)


def test_it_is_edited_where_it_stands_and_never_loses_its_words(
    page: AchievementsPage, session: Session
) -> None:
    add(page, "Bankje.")
    [row] = rows(page, session)
    row.words.setFocus()
    for words in ("Groen ", "en rood ", "bankje"):
        QTest.keyClicks(row.words, words)
        row.words.flush()
    assert texts(session) == ["Groen en rood bankjeBankje."]
    session.undo()
    assert texts(session) == ["Bankje."]
    row.words.selectAll()
    QTest.keyClick(row.words, Qt.Key.Key_Delete)
    page.new.words.setFocus()
    assert row.words.text() == "Bankje."


def test_own_order_by_keyboard_and_the_newest_first_again(
    page: AchievementsPage, session: Session
) -> None:
    for text, on in (("vroeg", date(2026, 3, 1)), ("laat", date(2026, 4, 1))):
        session.change("", partial(achievements.add, text=text, on=on))
    QApplication.processEvents()  # the new rows are laid out
    assert not page.all.newest.isVisible()
    first = rows(page, session)[0]
    first.words.setFocus()
    QTest.keyClick(first.words, Qt.Key.Key_Down, ALT)
    assert texts(session) == ["vroeg", "laat"]
    assert first.words.hasFocus()
    page.all.newest.click()
    assert texts(session) == ["laat", "vroeg"]
    assert not page.all.newest.isVisible()


def test_a_removed_one_is_named_and_comes_back_with_undo(
    page: AchievementsPage, session: Session, window: Window
) -> None:
    add(page, "Bankje gemaakt.")
    before = session.dossier
    [row] = rows(page, session)
    row.bin.setFocus()
    QTest.keyClick(row.bin, Qt.Key.Key_Space)
    assert texts(session) == []
    assert page.new.words.hasFocus()
    assert "Bankje gemaakt." in window.toast.words.text()
    window.toast.action.click()
    assert session.dossier == before


def test_what_was_typed_and_not_added_is_kept_when_the_page_is_left(
    page: AchievementsPage, session: Session, window: Window
) -> None:
    QTest.keyClicks(page.new.words, "Bankje")
    window.go("hub")
    assert texts(session) == ["Bankje"]


def test_what_was_half_typed_comes_back_after_a_lock(
    page: AchievementsPage, session: Session, again: Callable[[], Window]
) -> None:
    page.new.words.setFocus()
    QTest.keyClicks(page.new.words, "Bankje gem")
    back = again().page
    assert isinstance(back, AchievementsPage)
    assert back.new.words.text() == "Bankje gem"
    assert back.new.words.hasFocus()
    assert texts(session) == []


def test_a_closed_dossier_shows_all_of_it_and_changes_nothing(
    page: AchievementsPage, session: Session, window: Window, desk: Desk
) -> None:
    session.change("", SAMS)
    before = session.dossier
    desk.custody.close(session.dossier.id, today(), today())
    window.show_again()
    first = rows(page, session)[0]
    assert first.words.text() == "Tien weken niet gedronken."
    assert not page.new.isVisible()
    assert not first.bin.isVisible()
    assert not first.belongs.isEnabled()
    assert not first.day.isEnabled()
    QTest.keyClicks(first.words, "anders")
    QTest.keyClick(first.words, Qt.Key.Key_Down, ALT)
    assert session.dossier == before


def test_a_reached_goal_is_on_its_own_page_as_it_was(
    page: AchievementsPage, session: Session
) -> None:
    goal = session.dossier.goals[0]
    session.change("", lambda d: goals.reached(d, goal.id))
    before = session.dossier.goals
    add(page, "Gestopt.")
    choose(rows(page, session)[0], "Doel: Ik drink niet")
    assert session.dossier.goals == before


@pytest.mark.parametrize("said", ["<b>vet</b> & <br>", "مرحبا", "😀 Ünal", "x" * 5000])
def test_any_words_are_kept_and_never_read_as_markup(
    page: AchievementsPage, session: Session, said: str
) -> None:
    page.new.words.insertPlainText(said)
    QTest.keyClick(page.new.words, Qt.Key.Key_Return)
    assert texts(session) == [said]
    assert rows(page, session)[0].words.text() == said


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("shape", [(1152, 768), (556, 600)])
def test_nothing_is_cut_off_at_any_text_size(
    session: Session, qapp: QApplication, size: int, shape: tuple[int, int]
) -> None:
    session.change("", SAMS)
    session.change("", lambda d: achievements.add(d, "Z" * 3000))
    theme.use(qapp, "light", size)
    page = AchievementsPage(session)
    page.resize(*shape)
    page.show_dossier(session.dossier)
    page.show()
    QApplication.processEvents()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    assert inner.width() <= scroll.viewport().width()
    for label in page.findChildren(Words):
        if label.isVisible():
            assert label.height() + 2 >= label.heightForWidth(label.width()), label.text()
    for field in page.findChildren(QPlainTextEdit):
        assert field.verticalScrollBar().maximum() <= 1, field.toPlainText()[:40]
    page.close()


def test_every_part_that_takes_the_focus_has_a_name(
    page: AchievementsPage, session: Session
) -> None:
    session.change("", SAMS)
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        policy = widget.focusPolicy()
        if policy is Qt.FocusPolicy.NoFocus or not widget.isVisible() or widget.focusProxy():
            continue
        known = QAccessible.queryAccessibleInterface(widget)
        assert known.text(QAccessible.Text.Name), widget
