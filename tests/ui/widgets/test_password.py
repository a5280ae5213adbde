"""A passphrase is shown only when asked."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caseplanner.ui.widgets.password import PasswordField


def test_the_eye_shows_what_is_typed_and_hides_it_again(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.eye.click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    field.eye.click()
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.eye.click()
    field.hide_text()
    assert field.echoMode() is QLineEdit.EchoMode.Password
