"""Looking back in the real window: then and now, putting back, and the log for the client."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import goals
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dimension
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.session import Session
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.pages.history import HistoryPage
from caseplanner.ui.window import Window
from caseplanner.vault import audit

GOAL, OTHER = "Ik wil leren lezen.", "Ik wil leren schrijven."


@pytest.fixture
def page(window: Window, session: Session) -> HistoryPage:
    """The page of a dossier with a goal that was reworded."""
    window.open(session.dossier.id)
    opened = window.session
    assert opened
    opened.change("Doel toegevoegd", lambda d: goals.add(d, Dimension.SELF, GOAL))
    opened.change("Doel veranderd", lambda d: goals.reword(d, d.goals[0].id, OTHER))
    window.go("history")
    assert isinstance(window.page, HistoryPage)
    return window.page


def test_a_moment_is_shown_with_what_changed_and_what_is_different_now(page: HistoryPage) -> None:
    told = list(page.history.moments.sentences())
    assert [line.split(".")[0] for line in told] == [
        "Doel veranderd", "Doel toegevoegd", "Nieuw dossier",
    ]  # fmt: skip
    assert "Fatma" in told[0]
    assert list(page.history.differences.sentences())[1:] == [
        f"Doel. Ik zelf. Eerst: {GOAL}. Daarna: {OTHER}.",
        "Dit is nu anders",
        "Niets. Het plan is nog zoals toen.",
    ]
    assert not page.history.restore.isVisible()
    QTest.keyClick(page.history.moments, Qt.Key.Key_Down)
    assert f"Doel. Ik zelf. Toen: {GOAL}. Nu: {OTHER}." in page.history.differences.sentences()
    assert page.history.restore.isVisible()


def test_putting_back_is_said_and_can_be_undone(page: HistoryPage, window: Window) -> None:
    QTest.keyClick(page.history.moments, Qt.Key.Key_Down)
    page.history.restore.click()
    session = window.session
    assert session
    assert session.dossier.goals[0].text == GOAL
    assert "Teruggezet naar" in window.toast.words.text()
    assert next(iter(page.history.moments.sentences())).startswith("Teruggezet naar")
    assert page.history.label.text() == "Doel toegevoegd"  # the chosen moment stays chosen
    window.undo()
    assert session.dossier.goals[0].text == OTHER


def test_the_log_is_read_in_plain_words_and_filtered(page: HistoryPage, window: Window) -> None:
    assert window.session
    window.session.note(Deed.EXPORTED, version="0")
    page.tabs.setCurrentIndex(1)
    sentences = list(page.log.lines.sentences())
    assert sentences[0].startswith("Vandaag")
    assert "Gedeeld: Fatma heeft het concept van je plan als PDF bewaard." in sentences[1]
    assert "Veranderd: Fatma heeft 2 dingen veranderd in je plan." in sentences[2]
    page.log.deeds.setCurrentIndex(3)
    page.log.deeds.activated.emit(3)
    assert len(list(page.log.lines.sentences())) == 2
    assert page.log.count.text() == "1 regel"
    yesterday = datetime.now().astimezone().date() - timedelta(days=1)
    page.log.until.setText(yesterday.strftime("%d-%m-%Y"))
    page.log.until.flush()
    assert page.log.days() == (None, yesterday)
    assert page.log.period.currentText() == "Van … tot …"
    assert page.log.all.isVisible()
    page.log.all.click()
    assert page.log.days() == (None, None)
    assert len(list(page.log.lines.sentences())) == len(sentences)


def test_this_week_begins_on_monday(page: HistoryPage) -> None:
    page.tabs.setCurrentIndex(1)
    page.log.period.setCurrentIndex(0)
    page.log.period.activated.emit(0)
    since, until = page.log.days()
    assert since
    assert since.weekday() == 0
    assert until is None
    assert page.log.lines.rows


def test_the_log_is_saved_for_the_client_and_the_log_says_so(
    qtbot: QtBot, page: HistoryPage, window: Window, tmp_path: Path
) -> None:
    page.tabs.setCurrentIndex(1)
    assert page.log.print.text() == "Print voor Dennis"
    target = tmp_path / "log.pdf"
    page.log.save_to(target)
    qtbot.waitUntil(lambda: "log.pdf" in page.log.count.text(), timeout=20000)
    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    assert "Wie keek er in jouw plan?" in text
    assert window.session
    assert window.session.log()[-1].deed is Deed.LOG_EXPORTED
    assert "heeft dit overzicht bewaard" in list(page.log.lines.sentences())[1]


def test_hidden_names_are_hidden_everywhere_on_the_page(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    window.settings = Settings(theme="light", hide_names=True)
    window.open(session.dossier.id)
    assert window.session
    window.session.change("Handtekening van Dennis", lambda d: goals.add(d, Dimension.SELF, GOAL))
    window.go("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    for place in (0, 1):
        page.tabs.setCurrentIndex(place)
        told = [*page.history.moments.sentences(), *page.history.differences.sentences()]
        told += page.log.lines.sentences()
        for widget in page.findChildren(QWidget):
            known = QAccessible.queryAccessibleInterface(widget)
            told.append(known.text(QAccessible.Text.Name) if known else "")
        assert not [line for line in told if "Dennis" in line]


def test_the_page_is_reached_by_keyboard_and_everything_on_it_has_a_name(
    window: Window, page: HistoryPage
) -> None:
    window.go("hub")
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert window.page is page
    assert page.history.moments.hasFocus()
    for place in (0, 1):
        page.tabs.setCurrentIndex(place)
        nameless = [
            w for w in page.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)
        ]  # fmt: skip
        assert nameless == []


@pytest.mark.parametrize("role", [StaffRole.VOLUNTEER, StaffRole.MANAGER])
def test_who_sees_no_whole_dossier_never_gets_there(
    desk: Desk, window: Window, session: Session, role: StaffRole
) -> None:
    window.show_session(session)
    session._vault.staff = Staff("Wim", role, id=desk.staff.id)
    window.show_session(session)
    assert window.page_name == window.home
    window.go("history")
    assert window.page_name == window.home
    window.actions_.show()
    assert not [find for find in window.actions_.finds() if find.name == "Geschiedenis en logboek"]


def test_ten_thousand_lines_do_not_stutter(
    qtbot: QtBot, desk: Desk, page: HistoryPage, window: Window
) -> None:
    session = window.session
    assert session
    vault = session._vault
    with vault.db.atomic() as db:
        for n in range(10_000):
            deed = (Deed.OPENED, Deed.PRINTED)[n % 2]
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n)
            audit.add(db, desk.staff, deed, at, session.dossier.id)
    begun = time.perf_counter()
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert time.perf_counter() - begun < 2
    assert len(page.log.lines.rows) > 10_000
    begun = time.perf_counter()
    for _n in range(20):
        QTest.keyClick(page.log.lines, Qt.Key.Key_PageDown)
    assert (time.perf_counter() - begun) / 20 < 0.1


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_wider_than_the_window_at_any_text_size(
    qapp: QApplication, page: HistoryPage, window: Window, size: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(Settings(theme="light", text_size=size), window.guide)
    window.go("history")
    made = window.page
    assert isinstance(made, HistoryPage)
    for place in (0, 1):
        made.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        assert made.width() <= 1366
        for part in made.findChildren(QWidget):
            if part.isVisible() and not isinstance(part, QScrollArea):
                right = part.mapTo(made, part.rect().topRight()).x()
                assert right <= made.width() or part.width() == 0, type(part)
