"""Showing everything and changing nothing: a closed dossier, or one that somebody only reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from caseplanner.ui.widgets.date_field import DateField

Flag = Qt.TextInteractionFlag
READ = Flag.TextSelectableByMouse | Flag.TextSelectableByKeyboard


def let_edit(part: QWidget, may: bool, *acts: QAbstractButton) -> None:
    """Let everything in it be changed, or only be read and copied; `acts` show only where it may.

    What is written stays black on white; what is chosen stays to be seen.
    """
    for line in part.findChildren(QLineEdit):
        if not isinstance(line.parentWidget(), QComboBox):
            line.setReadOnly(not may)
    for text in part.findChildren(QPlainTextEdit):
        text.setReadOnly(not may)  # with READ, else Qt takes Tab from who can only read
        text.setTextInteractionFlags(Flag.TextEditorInteraction if may else READ)
    for day in part.findChildren(DateField):
        day.opener.setVisible(may)
    for chosen in (
        *part.findChildren(QComboBox),
        *part.findChildren(QCheckBox),
        *part.findChildren(QRadioButton),
    ):
        chosen.setEnabled(may)
    for act in acts:
        act.setVisible(may)
