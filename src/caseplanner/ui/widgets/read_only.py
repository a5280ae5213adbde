"""Showing everything and changing nothing: a closed dossier, or one that somebody only reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from caseplanner.ui.widgets.date_field import DateField


def show_only(root: QWidget, only: bool) -> None:
    """Let the fields in `root` be read and copied from, by keyboard too, but not typed in."""
    for line in root.findChildren(QLineEdit):
        if not isinstance(line.parentWidget(), QComboBox):
            line.setReadOnly(only)
    for text in root.findChildren(QPlainTextEdit):
        text.setReadOnly(only)
        if only:  # else Qt takes Tab from who can only read
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        else:
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
    for day in root.findChildren(DateField):
        day.opener.setVisible(not only)
    for choice in root.findChildren(QComboBox):
        choice.setEnabled(not only)
