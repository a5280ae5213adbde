"""Keys on a button that has the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.big import BigButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [buttons.primary, buttons.link, BigButton])
def test_enter_and_space_press_a_button(
    qtbot: QtBot, make: Callable[[str], QAbstractButton], key: Qt.Key
) -> None:
    button = make("Verder")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]
