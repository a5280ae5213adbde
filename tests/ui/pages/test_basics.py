"""The page of the basic conditions: seven areas, six states, and how each was before."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import basics
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Area, BasicState
from caseplanner.session import Session
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.basics.area_row import AreaRow
from caseplanner.ui.dates import today
from caseplanner.ui.pages.basics import BasicsPage
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets.text import Small
from caseplanner.ui.window import Window
from tests.ui.test_window import unnamed

FEBRUARY = date(2026, 2, 12)
WORDS = {
    BasicState.NOT_DISCUSSED: "Niet besproken",
    BasicState.ARRANGED: "Geregeld",
    BasicState.BUSY: "Bezig",
    BasicState.TO_ARRANGE: "Nog regelen",
    BasicState.NOT_NEEDED: "Niet nodig",
    BasicState.NO_HELP: "Wil geen hulp",
}


@pytest.fixture
def page(window: Window, session: Session) -> BasicsPage:
    window.show_session(session)
    window.go("basics")
    return here(window)


def here(window: Window) -> BasicsPage:
    assert isinstance(window.page, BasicsPage)
    return window.page


def choose(row: AreaRow, state: BasicState) -> None:
    menu = row.state.menu()
    assert menu is not None
    next(a for a in menu.actions() if a.text() == WORDS[state]).trigger()


def fields(row: AreaRow) -> tuple[QWidget, ...]:
    return (row.who, row.when, row.note)


def earlier(row: AreaRow) -> list[str]:
    return [line.text() for line in row.earlier.findChildren(Small) if line.isVisible()]


def test_all_seven_areas_begin_as_not_discussed_and_ask_nothing(page: BasicsPage) -> None:
    assert [row.name.text() for row in page.rows.values()] == [basics.name(a) for a in Area]
    for row in page.rows.values():
        assert row.state.text() == "Niet besproken"
        assert not any(field.isVisible() for field in fields(row))
    assert page.told.text() == "niet besproken"


@pytest.mark.parametrize("state", [s for s in BasicState if s is not BasicState.NOT_DISCUSSED])
def test_each_state_is_a_word_with_an_icon_and_is_heard(
    page: BasicsPage, session: Session, state: BasicState
) -> None:
    row = page.rows[Area.CARE]
    choose(row, state)
    assert basics.state(session.dossier, Area.CARE) is state
    assert row.state.text() == WORDS[state]
    assert row.state.accessibleName() == f"Zorg: {WORDS[state]}. Wijzig"
    menu = row.state.menu()
    assert menu is not None
    assert [a.text() for a in menu.actions()] == list(WORDS.values())
    assert not any(a.icon().isNull() for a in menu.actions())
    assert [a.text() for a in menu.actions() if a.isChecked()] == [WORDS[state]]


def test_not_discussed_and_not_needed_look_different_without_colour(page: BasicsPage) -> None:
    row = page.rows[Area.CARE]

    def grey() -> bytes:
        picture = row.state.grab().toImage()
        return bytes(picture.convertToFormat(picture.Format.Format_Grayscale8).constBits())

    pictures = {grey()}
    for state in list(BasicState)[1:]:
        choose(row, state)
        pictures.add(grey())
    assert len(pictures) == len(BasicState)


def test_a_state_is_chosen_by_keyboard_alone(page: BasicsPage, session: Session) -> None:
    picker = page.rows[Area.ID].state
    assert picker.hasFocus()

    def press() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(2):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, press)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    QTest.qWait(100)
    assert basics.state(session.dossier, Area.ID) is BasicState.ARRANGED


def test_tab_goes_through_a_row_as_it_is_read_and_on_to_the_next(page: BasicsPage) -> None:
    row = page.rows[Area.ID]
    choose(row, BasicState.BUSY)
    row.state.setFocus()
    seen = []
    for _ in range(4):
        now = QApplication.focusWidget()
        assert now
        QTest.keyClick(now, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[0] in (row.who, row.who.line)
    assert seen[1:] == [row.when, row.note, page.rows[Area.HOUSING].state]


def test_escape_leads_back_and_keeps_what_was_typed(
    page: BasicsPage, window: Window, session: Session
) -> None:
    row = page.rows[Area.ID]
    choose(row, BasicState.BUSY)
    row.note.setFocus()
    QTest.keyClicks(row.note, "Pasfoto")
    QTest.keyClick(row.note, Qt.Key.Key_Escape)
    assert window.page_name == "hub"
    assert basics.now(session.dossier, Area.ID).note == "Pasfoto"  # type: ignore[union-attr]


def test_who_when_and_note_are_saved_with_the_state_of_now(
    page: BasicsPage, session: Session
) -> None:
    row = page.rows[Area.HOUSING]
    choose(row, BasicState.TO_ARRANGE)
    row.who.setFocus()
    QTest.keyClicks(row.who.line, "zus en gemeente")
    row.when.setFocus()
    QTest.keyClicks(row.when, "10-07-2026")
    row.note.setFocus()
    QTest.keyClicks(row.note, "Bij zus op de bank")
    row.note.flush()
    [mark] = basics.marks(session.dossier, Area.HOUSING)
    assert (mark.who, mark.on) == ("zus en gemeente", date(2026, 7, 10))
    assert (mark.note, mark.said_on) == ("Bij zus op de bank", today())
    choose(row, BasicState.BUSY)  # the same sitting: put right, not added
    [mark] = basics.marks(session.dossier, Area.HOUSING)
    assert (mark.state, mark.note) == (BasicState.BUSY, "Bij zus op de bank")


def test_a_burst_of_typing_is_one_step_of_undo(page: BasicsPage, session: Session) -> None:
    row = page.rows[Area.ID]
    choose(row, BasicState.BUSY)
    row.note.setFocus()
    for words in ("Pas", "foto", " maken"):
        QTest.keyClicks(row.note, words)
        row.note.flush()
    session.undo()
    assert row.note.text() == ""
    assert row.state.text() == "Bezig"
    session.undo()
    assert row.state.text() == "Niet besproken"


def test_how_it_was_opens_in_place(page: BasicsPage, session: Session) -> None:
    session.change("x", lambda d: basics.say(d, Area.HOUSING, BasicState.TO_ARRANGE, FEBRUARY))
    session.change("x", lambda d: basics.describe(d, Area.HOUSING, who="Fatma"))
    row = page.rows[Area.HOUSING]
    assert not row.before.isVisible()
    choose(row, BasicState.ARRANGED)
    assert row.before.text() == "1 keer eerder"
    assert earlier(row) == []
    row.before.click()
    [told] = earlier(row)
    assert told.startswith("do 12 februari")
    assert told.endswith(": nog regelen · Fatma")
    assert row.who.currentText() == "Fatma"  # goes on with it
    row.before.click()
    assert earlier(row) == []


def test_not_discussed_takes_it_away_and_undo_brings_it_back(
    page: BasicsPage, session: Session, window: Window
) -> None:
    row = page.rows[Area.DEBTS]
    choose(row, BasicState.BUSY)
    before = session.dossier
    choose(row, BasicState.NOT_DISCUSSED)
    assert basics.marks(session.dossier, Area.DEBTS) == ()
    assert "weggehaald" in window.toast.words.text()
    assert not row.note.isVisible()
    window.undo()
    assert session.dossier == before
    assert row.note.isVisible()


def test_the_hub_tells_how_many_are_arranged_and_leads_here(
    page: BasicsPage, window: Window
) -> None:
    for area in (Area.ID, Area.CARE, Area.NETWORK):
        choose(page.rows[area], BasicState.ARRANGED)
    choose(page.rows[Area.DEBTS], BasicState.NOT_NEEDED)
    window.go("hub")
    assert isinstance(window.page, HubPage)
    way = window.page.around.ways["basics"]
    assert way.text() == "Basis · 3 van 7"
    way.click()
    assert window.page_name == "basics"


def test_half_a_note_and_the_caret_come_back_after_a_lock(
    page: BasicsPage,
    window: Window,
    qtbot: QtBot,
    desk: Desk,
    guide: Guide,
    tasks: Tasks,
    locked: list[Place],
) -> None:
    row = page.rows[Area.INCOME]
    choose(row, BasicState.BUSY)
    row.note.setFocus()
    QTest.keyClicks(row.note, "Uitzendbureau belt")
    QTest.keyClick(row.note, Qt.Key.Key_Left)
    window.lock()
    window.hide()
    again = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
    qtbot.addWidget(again)
    again.resize(1366, 768)
    with qtbot.waitActive(again):
        again.show()
    again.resume(locked[-1])
    field = here(again).rows[Area.INCOME].note
    assert (field.text(), field.textCursor().position()) == ("Uitzendbureau belt", 17)
    assert field.hasFocus()


def test_a_date_that_is_none_stays_in_its_field_over_a_lock(
    page: BasicsPage,
    window: Window,
    qtbot: QtBot,
    desk: Desk,
    guide: Guide,
    tasks: Tasks,
    locked: list[Place],
) -> None:
    row = page.rows[Area.INCOME]
    choose(row, BasicState.BUSY)
    row.when.setFocus()
    QTest.keyClicks(row.when, "31-02-2026")
    window.lock()
    window.hide()
    again = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
    qtbot.addWidget(again)
    again.show()
    again.resume(locked[-1])
    assert here(again).rows[Area.INCOME].when.text() == "31-02-2026"


def test_a_closed_dossier_shows_everything_and_changes_nothing(
    page: BasicsPage, window: Window, desk: Desk, session: Session
) -> None:
    row = page.rows[Area.INCOME]
    choose(row, BasicState.BUSY)
    session.change("x", lambda d: basics.describe(d, Area.INCOME, who="Fatma", note="Bellen"))
    desk.custody.close(session.dossier.id, today() - timedelta(days=1), today())
    window.go("hub")
    window.go("basics")
    before = session.dossier
    assert (row.state.text(), row.who.currentText(), row.note.text()) == (
        *("Bezig", "Fatma", "Bellen"),
    )
    assert row.note.isVisible()
    for field in (row.note, row.when):
        field.setFocus()
        QTest.keyClicks(field, "12-03-2026")
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(row.when, Qt.Key.Key_Down)
    QTest.mouseClick(row.state, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.who, Qt.MouseButton.LeftButton)
    assert QApplication.activePopupWidget() is None
    page.flush()
    assert session.dossier == before
    assert row.note.text() == "Bellen"


@pytest.mark.parametrize(
    "odd",
    ["مرحبا بالعالم", "👩‍👧 Łukasz Őry", "<b>vet</b> & <img src=x>", "w" * 5000, "woord " * 16000],
    ids=["right-to-left", "emoji", "markup", "long-word", "long-text"],
)
def test_odd_words_are_kept_as_they_are_and_break_nothing(
    qtbot: QtBot, page: BasicsPage, session: Session, odd: str
) -> None:
    row = page.rows[Area.ID]
    session.change("x", lambda d: basics.say(d, Area.ID, BasicState.TO_ARRANGE, FEBRUARY))
    session.change("x", lambda d: basics.describe(d, Area.ID, who=odd, note=odd))
    choose(row, BasicState.BUSY)
    row.before.click()
    row.note.setFocus()
    QApplication.clipboard().setText(odd)
    row.note.paste()
    row.note.flush()
    said = basics.now(session.dossier, Area.ID)
    assert said and said.note == " ".join(odd.split())
    assert odd.strip() in earlier(row)[0]
    qtbot.waitUntil(lambda: fits(page))


def fits(page: BasicsPage) -> bool:
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    return max(inner.minimumSizeHint().width(), inner.width()) <= scroll.viewport().width()


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        *((100, 1366, 768), (150, 1366, 768), (200, 1366, 768)),
        *((100, 700, 600), (150, 700, 600), (200, 700, 600), (100, 1920, 1080)),
    ],
)
def test_nothing_is_cut_off_and_all_has_a_name(
    size: int,
    width: int,
    height: int,
    qtbot: QtBot,
    qapp: QApplication,
    window: Window,
    session: Session,
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.resize(width, height)
    window.show_session(session)
    for area, state in zip(Area, BasicState, strict=False):
        session.change("x", partial(basics.say, area=area, state=state, today=FEBRUARY))
        session.change("x", partial(basics.describe, area=area, who="Fatma", note="Bellen"))
    window.go("basics")
    page = here(window)
    qtbot.waitUntil(lambda: fits(page))
    for row in page.rows.values():
        needed = row.state.fontMetrics().horizontalAdvance(row.state.text())
        assert row.state.width() > needed
        assert row.width() <= page.width()
        for field in fields(row):
            if field.isVisible():
                assert field.width() >= theme.px(100)
    assert unnamed(page) == []
