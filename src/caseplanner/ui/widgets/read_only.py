"""A part of a page that can be read and not changed: of a dossier that is closed."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)


def let_edit(part: QWidget, may: bool, *acts: QAbstractButton) -> None:
    """Let everything in it be changed or only be read; `acts` are shown only where it may.

    What is written stays black on white and can be copied; what is chosen stays to be seen.
    """
    fields: list[QLineEdit | QPlainTextEdit] = [*part.findChildren(QLineEdit)]
    fields += part.findChildren(QPlainTextEdit)
    for field in fields:
        field.setReadOnly(not may)
    for chosen in (
        *part.findChildren(QComboBox),
        *part.findChildren(QCheckBox),
        *part.findChildren(QRadioButton),
    ):
        chosen.setEnabled(may)
    for act in acts:
        act.setVisible(may)
