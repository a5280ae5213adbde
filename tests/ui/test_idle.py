"""Untouched means: no key, no mouse, no pen, in whichever window of the program."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.ui.idle import Idle


def test_who_types_in_a_dialog_or_moves_the_mouse_is_not_idle(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    dialog = QDialog(window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    idle = Idle(1.0)
    told: list[None] = []
    idle.idle.connect(lambda: told.append(None))
    dialog.open()
    field.setFocus()
    qtbot.waitUntil(lambda: dialog.windowHandle().isActive())
    for turn in range(8):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
        QTest.qWait(200)
        assert not told, turn
    assert field.text() == "a" * 8
    dialog.close()
    for turn in range(8):
        QTest.mouseMove(window.windowHandle(), QPoint(10 + turn, 10))
        QTest.qWait(200)
        assert not told, turn
    qtbot.waitUntil(lambda: bool(told), timeout=4000)
    idle.stop()
