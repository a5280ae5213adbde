"""Messages are seen, can be put away, and offer to take back what was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseplanner.ui.widgets import toast as toasts
from caseplanner.ui.widgets.message import MessageBar
from caseplanner.ui.widgets.toast import Toast


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_a_message_stays_until_it_is_put_away(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell("Deze schijf is vol.")
    assert bar.isVisible()
    assert bar.words.text() == "Deze schijf is vol."
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_toast_offers_to_take_it_back(qtbot: QtBot, room: QWidget) -> None:
    done: list[str] = []
    toast = Toast(room)
    toast.tell("Stap weg", "Ongedaan maken", lambda: done.append("terug"))
    assert toast.isVisible()
    assert room.rect().contains(toast.geometry())
    QTest.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert done == ["terug"]
    assert not toast.isVisible()


def test_a_toast_passes_by_itself(
    qtbot: QtBot, room: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toasts, "SHOWN", 30)
    toast = Toast(room)
    toast.tell("Bewaard")
    assert not toast.action.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_long_toast_wraps_inside_its_window(qtbot: QtBot, room: QWidget) -> None:
    toast = Toast(room)
    toast.tell("Opgeslagen in een map met een heel lange naam. " * 6, "Toon de map")
    assert room.rect().contains(toast.geometry())
