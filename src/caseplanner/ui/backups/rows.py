"""Backups under each other: when, why and how large, whether it is right, and a look into it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.custody import Backup, State
from caseplanner.ui import theme
from caseplanner.ui.backups import sentences
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

SHUT = frozenset({State.DAMAGED, State.ALTERED})  # nobody can look into these


class BackupRow(Card):
    """One backup; `look` asks for what is in it."""

    def __init__(self, backup: Backup) -> None:
        super().__init__()
        self.backup = backup
        when = sentences.when(backup)
        words, kind, icon = sentences.STATES[backup.state]
        self.look = buttons.secondary(_("What is in it"), "eye")
        self.look.setAccessibleName(_("What is in the backup of {when}", when=when))
        self.look.setEnabled(backup.state not in SHUT)
        head = Flow(spacing=theme.px(10))
        head.addWidget(Heading(when, size=18))
        head.addWidget(Tag(_(words), kind, icon))
        told = QVBoxLayout()
        told.setSpacing(theme.px(2))
        told.addLayout(head)
        told.addWidget(Small(sentences.facts(backup)))
        row = QHBoxLayout(self)
        layouts.pad(row, theme.px(18), theme.px(12))
        row.setSpacing(theme.px(16))
        row.addLayout(told, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)


class BackupList(QWidget):
    """`chosen` sends the backup whose contents the person wants to see."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, BackupRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_backups(self, backups: Sequence[Backup], nothing: str) -> None:
        """Show these, the newest first; `nothing` is said where there are none."""
        layouts.empty(self._column)
        self.rows = {}
        for backup in backups:
            row = BackupRow(backup)
            row.look.clicked.connect(lambda _on=False, b=backup: self.chosen.emit(b))
            self.rows[backup.name] = row
            self._column.addWidget(row)
        if not backups:
            self._column.addWidget(Body(nothing))
