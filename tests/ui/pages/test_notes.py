"""Notes for the worker only, and health apart from them: in the real window, and nowhere else."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import printing
from caseplanner.desk import Desk
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.notes.cards import CareCard, NoteCard
from caseplanner.ui.pages.notes import NotesPage
from caseplanner.ui.window import FOR_CLIENT, Window
from tests import whole
from tests.whole import sam


@pytest.fixture
def page(window: Window, desk: Desk, dossier: Dossier) -> NotesPage:
    window.show_session(desk.add(dossier))
    window.go("notes")
    assert isinstance(window.page, NotesPage)
    return window.page


def now(window: Window) -> Dossier:
    assert window.session
    return window.session.dossier


def write(field: QWidget, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()  # type: ignore[attr-defined]


def note(page: NotesPage, words: str) -> NoteCard:
    page.written.notes.new.click()
    card = page.written.notes.fresh
    assert isinstance(card, NoteCard)
    assert card.words.hasFocus()
    write(card.words, words)
    return card


def test_it_says_who_sees_this(page: NotesPage) -> None:
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Alleen jij en collega’s zien dit. Het staat in geen pdf en in geen bestand." in told
    assert "Niets over gezondheid" in told
    assert "notes" not in FOR_CLIENT


def test_a_note_is_kept_while_it_is_typed_with_the_day_of_today(
    window: Window, page: NotesPage
) -> None:
    card = note(page, "Gerda wil zelf")
    write(card.words, " bellen.")
    [kept] = now(window).notes
    assert (kept.text, kept.on, kept.dimension) == ("Gerda wil zelf bellen.", today(), None)
    assert card.words.hasFocus()
    window.undo()  # one burst of typing is one step
    assert now(window).notes == ()


def test_an_empty_new_note_is_no_note(window: Window, page: NotesPage) -> None:
    page.written.notes.new.click()
    window.go("hub")
    assert now(window).notes == ()


def test_a_note_that_is_retyped_is_never_gone(window: Window, page: NotesPage) -> None:
    card = note(page, "Oud")
    card.words.selectAll()
    QTest.keyClick(card.words, Qt.Key.Key_Delete)
    card.words.flush()
    assert now(window).notes[0].text == "Oud"
    write(card.words, "Nieuw")
    assert now(window).notes[0].text == "Nieuw"


def test_a_note_gets_a_day_and_a_topic_and_is_removed_and_brought_back(
    window: Window, page: NotesPage
) -> None:
    first = note(page, "De eerste")
    note(page, "De tweede")
    first.about.set_value(Dimension.NETWORK)
    first.about.activated.emit(first.about.currentIndex())
    first.day.day.setText("")
    write(first.day.day, "02-02-2026")
    kept = {n.text: n for n in now(window).notes}
    assert kept["De eerste"].dimension is Dimension.NETWORK
    assert kept["De eerste"].on == date(2026, 2, 2)
    first.remove.click()
    assert [n.text for n in now(window).notes] == ["De tweede"]
    window.undo()
    assert len(now(window).notes) == 2


def test_health_is_kept_apart(window: Window, page: NotesPage) -> None:
    page.written.care.new.click()
    card = page.written.care.fresh
    assert isinstance(card, CareCard)
    write(card.wanted, sam.WANTED)
    write(card.agreed, sam.AGREED)
    assert now(window).notes == ()
    [care] = now(window).care
    assert (care.wanted, care.agreed) == (sam.WANTED, sam.AGREED)


def test_neither_is_in_the_plan_that_is_printed(
    window: Window, page: NotesPage, desk: Desk
) -> None:
    assert window.session
    window.session.change("", whole.taken("sam"))
    edition = printing.edition(window.session, desk.seal(), None, datetime.now(UTC))
    plan = edition.package().decode()
    for private in (sam.SCREENED, sam.WANTED, sam.AGREED):
        assert private not in plan


def test_words_that_were_not_saved_yet_come_back_after_a_lock(
    window: Window, page: NotesPage
) -> None:
    page.written.notes.new.click()
    card = page.written.notes.fresh
    assert isinstance(card, NoteCard)
    QTest.keyClicks(card.words, "Nog niet gerust")
    window.lock()
    assert now(window).notes[0].text == "Nog niet gerust"


def test_a_closed_dossier_is_only_read(window: Window, desk: Desk, page: NotesPage) -> None:
    assert window.session
    window.session.change("", whole.taken("sam"))
    before = now(window)
    desk.custody.close(before.id, today(), today())
    window.show_again()
    card = page.written.notes.cards["note-1"]
    assert isinstance(card, NoteCard)
    QTest.keyClicks(card.words, "anders")
    page.flush()
    assert now(window) == before
    assert card.words.text() == sam.SCREENED
    assert not page.written.notes.new.isVisible()
    assert not card.remove.isVisible()


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("width", [700, 1152])
def test_nothing_is_cut_off_at_any_text_size(
    qtbot: QtBot, qapp: QApplication, session: Session, guide: Guide, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    session.change("", whole.taken("sam"))
    page = NotesPage(session, guide)
    qtbot.addWidget(page)
    page.show_dossier(session.dossier)
    page.resize(width, 700)
    with qtbot.waitActive(page):
        page.show()
    QApplication.processEvents()
    scroll = page.findChild(QScrollArea)
    assert scroll and (inner := scroll.widget())
    assert inner.minimumSizeHint().width() <= scroll.viewport().width()
