"""The bin in the real window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import goals
from caseplanner.dossier.model import Dimension
from caseplanner.session import Session
from caseplanner.settings import Place
from caseplanner.ui import theme
from caseplanner.ui.history.bin import Bin
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.history import HistoryPage
from caseplanner.ui.window import Window

GOAL = "Ik wil leren lezen."


@pytest.fixture
def opened(window: Window, session: Session) -> Window:
    window.show_session(session)
    session.change("", lambda d: goals.add(d, Dimension.SELF, GOAL, ("Eén", "Twee")))
    return window


def bin_of(window: Window) -> Bin:
    window.go("history", "bin")
    assert isinstance(window.page, HistoryPage)
    assert window.page.spot() == "bin"
    return window.page.bin


def test_an_empty_bin_says_so(opened: Window) -> None:
    shown = bin_of(opened)
    assert shown.told.text() == "De prullenbak is leeg. Wat je weghaalt, komt hier."
    assert not shown.things.isVisible() and not shown.back.isVisible()


def test_a_goal_thrown_away_on_its_page_comes_back_by_keyboard(
    opened: Window, session: Session
) -> None:
    opened.go("dimension", Dimension.SELF)
    page = opened.page
    assert isinstance(page, DimensionPage)
    before = session.dossier
    page.goals.cards[before.goals[0].id].end.remove.click()
    shown = bin_of(opened)
    assert shown.things.hasFocus()
    [sentence] = shown.things.sentences()
    assert sentence.startswith(f"Doel: Ik zelf · {GOAL}. Weggehaald door Fatma, vandaag")
    told = list(shown.comes.sentences())
    assert told[0].startswith(f"Doel: {GOAL}") and told[1].startswith("Stap: Eén")
    QTest.keyClick(shown.things, Qt.Key.Key_Tab)
    assert shown.back.hasFocus()
    QTest.keyClick(shown.back, Qt.Key.Key_Space)
    assert session.dossier == before
    assert "Teruggezet" in opened.toast.words.text() and GOAL in opened.toast.words.text()
    assert not shown.things.isVisible()
    opened.undo()
    assert session.dossier.goals == () and shown.things.isVisible()


def test_a_step_whose_goal_is_gone_offers_the_goal(opened: Window, session: Session) -> None:
    goal = session.dossier.goals[0]
    session.change("", lambda d: goals.remove_step(d, goal.id, goal.steps[0].id))
    session.change("", lambda d: goals.remove(d, goal.id))
    shown = bin_of(opened)
    assert shown.back.text() == "Terugzetten"
    QTest.keyClick(shown.things, Qt.Key.Key_Down)
    assert shown.back.text() == "Terugzetten met: doel"
    shown.back.click()
    assert session.dossier.goals == (goal,)


def test_the_names_of_the_client_can_be_hidden(opened: Window, session: Session) -> None:
    session.change("", lambda d: goals.add(d, Dimension.SELF, "Dennis wil werk."))
    session.undo()
    shown = bin_of(opened)
    hidden = Bin(session, opened.guide, lambda text: text.replace("Dennis", "••••••"))
    hidden.show_dossier(session.dossier)
    assert any("Dennis" in line for line in shown.things.sentences())
    assert not any("Dennis" in line for line in hidden.things.sentences())
    assert not any("Dennis" in line for line in hidden.comes.sentences())
    hidden.deleteLater()


def test_a_closed_dossier_shows_its_bin_and_gives_nothing_back(
    opened: Window, session: Session, desk: Desk
) -> None:
    session.change("", lambda d: goals.remove(d, d.goals[0].id))
    desk.custody.close(session.dossier.id, date(2026, 3, 1), date(2026, 3, 1))
    shown = bin_of(opened)
    assert shown.things.isVisible() and not shown.back.isVisible()


def test_ctrl_k_knows_the_bin(opened: Window) -> None:
    find = next(f for f in opened.actions_.finds() if f.name == "Prullenbak van dit dossier")
    find.do()
    assert isinstance(opened.page, HistoryPage) and opened.page.spot() == "bin"


def test_a_lock_comes_back_to_the_bin(opened: Window, locked: list[Place]) -> None:
    bin_of(opened)
    opened.lock()
    assert locked[-1].page == "history"
    assert opened.page.spot() == "bin"


@pytest.mark.parametrize("text", ["W" * 5000, "<h1>Groot</h1>", "\u202eomgekeerd", "🙂" * 900])
def test_whatever_was_written_is_shown_as_it_is(
    opened: Window, session: Session, text: str
) -> None:
    session.change("", lambda d: goals.reword(d, d.goals[0].id, text))
    session.change("", lambda d: goals.remove(d, d.goals[0].id))
    shown = bin_of(opened)
    assert text in next(iter(shown.things.sentences()))
    shown.back.click()
    assert session.dossier.goals[0].text == text


@pytest.mark.parametrize("size", [100, 150, 200])
def test_everything_stays_in_view_at_any_text_size(
    opened: Window, session: Session, qapp: QApplication, qtbot: QtBot, size: int
) -> None:
    session.change("", lambda d: goals.remove(d, d.goals[0].id))
    theme.use(qapp, "light", size)
    shown = bin_of(opened)
    opened.resize(1366, 768)
    QApplication.processEvents()
    for part in (shown.things, shown.back, shown.what):
        corner = part.mapTo(opened, part.rect().bottomRight())
        assert corner.x() <= opened.width() and corner.y() <= opened.height()
    assert shown.back.height() >= shown.back.minimumSizeHint().height()
    assert shown.things.height() >= theme.px(50)  # it scrolls


def test_a_screen_reader_hears_what_everything_is(opened: Window, session: Session) -> None:
    session.change("", lambda d: goals.remove(d, d.goals[0].id))
    shown = bin_of(opened)
    for part in (shown.things, shown.comes, shown.back):
        known = QAccessible.queryAccessibleInterface(part)
        assert known.text(QAccessible.Text.Name)
