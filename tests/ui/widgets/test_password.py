"""A passphrase is judged by what a thief would try, and shown only when asked."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caseplanner.ui.widgets import password
from caseplanner.ui.widgets.password import PasswordField, Strength


@pytest.mark.parametrize(
    ("passphrase", "found"),
    [
        ("", Strength.SHORT),
        ("kort", Strength.SHORT),
        ("Wachtwoord2026!", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("welkomwelkomwelkom", Strength.WEAK),
        ("123456789012345", Strength.WEAK),
        ("gele fiets 92", Strength.GOOD),
        ("gele fiets onder de brug", Strength.STRONG),
        ("mijn kat eet om half zes", Strength.STRONG),
    ],
)
def test_strength_in_words(passphrase: str, found: Strength) -> None:
    assert password.strength(passphrase) is found
    assert password.in_words(found)[2]


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
