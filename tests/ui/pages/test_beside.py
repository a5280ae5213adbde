"""A sheet of the library beside a dossier: a talking aid, of which the talk is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from caseplanner import printing
from caseplanner.desk import Desk
from caseplanner.dossier import sheets
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.library.talk_card import TalkCard
from caseplanner.ui.pages.beside import BesidePage
from caseplanner.ui.pages.notes import NotesPage
from caseplanner.ui.window import Window
from tests import library
from tests.ui.pages.test_library import search, whole

Again = Callable[[], Window]
YIELDED = "Hij herkent het dagritme. Alleen werken past beter."


@pytest.fixture
def page(window: Window, desk: Desk, session: Session) -> BesidePage:
    """The notes of the dossier lead to it; two hundred sheets are in the library."""
    found = sheets.compare((), library.sheets(200))
    desk.library.take("", found, date(2026, 1, 2))
    window.show_session(session)
    window.go("notes")
    assert isinstance(window.page, NotesPage)
    window.page.written.beside.click()
    assert isinstance(window.page, BesidePage)
    return window.page


def now(window: Window) -> Dossier:
    assert window.session
    return window.session.dossier


def written(page: BesidePage, sheet: str, text: str = YIELDED) -> TalkCard:
    """Open this sheet and write down what the talk about it yielded."""
    page.open(sheet)
    page.talks.new.click()
    card = page.talks.fresh
    assert isinstance(card, TalkCard)
    QTest.keyClicks(card.words, text)
    card.words.flush()
    QApplication.processEvents()
    return card


def test_a_sheet_is_found_by_keyboard_read_and_what_the_talk_yielded_is_kept(
    qtbot: QtBot, window: Window, page: BesidePage, desk: Desk
) -> None:
    assert page.shelf.search.hasFocus()
    assert not page.talks.new.isVisible()  # nothing is open to talk about
    search(qtbot, page, "zonnebloem42")
    QTest.keyClick(page.shelf.search, Qt.Key.Key_Return)
    QTest.keyClick(page.shelf.list, Qt.Key.Key_Return)
    assert page.reader.title.text() == "Voorbeeld 042: een dagritme"
    page.talks.new.click()
    card = page.talks.fresh
    assert isinstance(card, TalkCard)
    assert card.words.hasFocus()
    QTest.keyClicks(card.words, YIELDED)
    page.flush()
    [talk] = now(window).sheet_talks
    assert (talk.sheet, talk.title) == ("voorbeeld-42", "Voorbeeld 042: een dagritme")
    assert (talk.text, talk.on) == (YIELDED, today())
    assert desk.open(now(window).id).dossier.sheet_talks == (talk,)


def test_the_talk_keeps_the_title_of_then_also_when_the_sheet_is_gone(
    window: Window, page: BesidePage, desk: Desk
) -> None:
    card = written(page, "voorbeeld-3")
    page.another.click()
    assert page.shelf.isVisible()
    assert card.open.isVisible()
    card.open.click()
    assert page.reader.title.text() == "Voorbeeld 003: praten met familie"
    desk.library.remove("", "voorbeeld-3")
    window.show_again()
    assert card.title.text() == "Voorbeeld 003: praten met familie"
    assert not card.open.isVisible()
    assert page.shelf.isVisible()


def test_the_program_never_chooses_orders_or_scores_a_sheet_for_a_client(
    window: Window, page: BesidePage
) -> None:
    before = list(page.shelf.list.sentences())
    written(page, "voorbeeld-150")
    page.another.click()
    assert list(page.shelf.list.sentences()) == before == sorted(before)
    assert page.shelf.list.currentIndex().row() in (-1, 149)
    words = " ".join(b.text() for b in page.findChildren(QAbstractButton)).lower()
    assert not any(word in words for word in ("passend", "advies", "score", "aanbevolen"))


def test_what_it_yielded_stays_on_the_laptop(window: Window, page: BesidePage, desk: Desk) -> None:
    written(page, "voorbeeld-3")
    assert window.session
    edition = printing.edition(window.session, desk.seal(), None, datetime.now(UTC))
    plan = edition.package().decode()
    assert "dagritme" not in plan
    assert "voorbeeld-3" not in plan
    assert [found.entry.line.id for found in desk.search("herkent dagritme")] == [now(window).id]


def test_it_is_undone_and_removed_like_everything_else(window: Window, page: BesidePage) -> None:
    card = written(page, "voorbeeld-3")
    card.remove.click()
    assert now(window).sheet_talks == ()
    window.undo()
    assert [talk.text for talk in now(window).sheet_talks] == [YIELDED]
    window.go("history", "bin")
    assert window.page_name == "history"


def test_words_on_their_way_come_back_after_a_lock(
    window: Window, page: BesidePage, again: Again
) -> None:
    page.open("voorbeeld-3")
    page.talks.new.click()
    QTest.keyClicks(page.talks.fresh.first, "Nog niet gerust")
    locked = again()
    assert [talk.text for talk in now(locked).sheet_talks] == ["Nog niet gerust"]


def test_a_closed_dossier_is_only_read(window: Window, page: BesidePage, desk: Desk) -> None:
    card = written(page, "voorbeeld-3")
    before = now(window)
    desk.custody.close(before.id, today(), today())
    window.show_again()
    QTest.keyClicks(card.words, "anders")
    page.flush()
    assert now(window) == before
    assert not page.talks.new.isVisible()
    assert not card.remove.isVisible()


def test_without_sheets_it_leads_to_the_library(
    window: Window, desk: Desk, session: Session
) -> None:
    window.show_session(session)
    window.go("beside")
    page = window.page
    assert isinstance(page, BesidePage)
    assert page.to_library.hasFocus()
    page.to_library.click()
    assert window.page_name == "library"


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (150, 1366), (200, 1366), (100, 700)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qapp: QApplication, window: Window, page: BesidePage, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.resize(width, 768)
    shown = window.page
    assert isinstance(shown, BesidePage)
    assert whole(shown) == []
    written(shown, "voorbeeld-20")
    assert whole(shown) == []
    assert (window.width(), window.height()) == (width, 768)
