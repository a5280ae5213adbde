"""Pages are made while nobody does anything, so that each is there at once; in the real window."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import goals
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.session import Session
from caseplanner.ui import ahead
from caseplanner.ui.ahead import WAYS
from caseplanner.ui.dimension.goal_card import GoalCard
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.window import Window

REST = 60  # milliseconds


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "REST", REST)


def test_every_page_of_a_dossier_is_there_before_it_is_asked_for(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.show_session(session)
    touch(window)
    qtbot.waitUntil(lambda: window.pages.keys() >= set(WAYS), timeout=20_000)
    assert window.page_name == "hub"
    assert ("preview", "") not in window.pages


def test_what_was_changed_since_a_page_was_made_is_on_it(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    window.show_session(session)
    touch(window)
    qtbot.waitUntil(lambda: ("dimension", "self") in window.pages, timeout=20_000)
    session.change("Goal", lambda d: goals.add(d, Dimension.SELF, "Ik slaap goed."))
    window.go("dimension", Dimension.SELF)
    page = window.page
    assert isinstance(page, DimensionPage)
    assert [card.words.text() for card in page.goals.cards.values()] == ["Ik slaap goed."]


def test_nothing_is_made_while_somebody_is_busy(
    window: Window, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "REST", 5_000)
    window.show_session(session)
    for _turn in range(5):
        touch(window)
        qtbot.wait(50)
    assert not window.pages.keys() & set(WAYS)


def test_the_log_tells_of_no_page_that_nobody_looked_at(
    window: Window, desk: Desk, dossier: Dossier, qtbot: QtBot
) -> None:
    session = desk.add(dossier)
    window.show_session(session)
    before = session.log()
    touch(window)
    qtbot.waitUntil(lambda: window.pages.keys() >= set(WAYS), timeout=20_000)
    assert session.log() == before


def test_the_first_of_many_goals_is_there_at_once_and_the_others_a_moment_later(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    for number in range(6):
        session.change("Goal", partial(goals.add, dimension=Dimension.SELF, text=f"Doel {number}."))
    window.show_session(session)
    window.go("dimension", Dimension.SELF)
    page = window.page
    assert isinstance(page, DimensionPage)
    [first] = page.findChildren(GoalCard)
    assert first.words.text() == "Doel 0."
    qtbot.waitUntil(lambda: len(page.findChildren(GoalCard)) == 6)
    cards = list(page.goals.cards.values())
    assert [card.words.text() for card in cards] == [f"Doel {number}." for number in range(6)]
    cards[0].end.remove.setFocus()
    for _stop in range(20):  # past what is hidden
        if QApplication.focusWidget() is cards[1].words:
            break
        window.focusNextChild()
    assert QApplication.focusWidget() is cards[1].words


def touch(window: Window) -> None:
    """A key that does nothing, as the system tells it."""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
