"""Enter presses the button that has the focus, as Space does; Qt itself does so only in dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


def by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if this key is Enter; False leaves the key to the button."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
