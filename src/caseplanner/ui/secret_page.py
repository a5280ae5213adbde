"""The page of the first start that asks who works here and with which passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from caseplanner.ui.new_passphrase import NewPassphrase
from caseplanner.ui.widgets import column
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class SecretPage(QWidget):
    """The name of the worker and the passphrase."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.chosen = NewPassphrase(_("Passphrase"))
        self.first, self.second = self.chosen.first, self.chosen.second
        self.kept = QCheckBox(_("I keep my passphrase in a safe place"))
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(_("Making your vault"))
        self.busy.hide()
        self.name.textChanged.connect(self.changed)
        self.chosen.changed.connect(self.changed)
        self.kept.toggled.connect(self.changed)
        self._build()

    def is_ready(self) -> bool:
        """Everything is filled in, and nothing runs."""
        return (
            bool(self.name.text().strip())
            and self.chosen.is_ready()
            and self.kept.isChecked()
            and self.isEnabled()
        )

    def wait(self, busy: bool) -> None:
        self.setEnabled(not busy)
        self.busy.setVisible(busy)

    def forget(self) -> None:
        """Let go of what was typed."""
        self.chosen.forget()

    def _build(self) -> None:
        honest = Body(
            _(
                "Without this passphrase nobody can open your work: not your manager, not ICT, not "
                "the makers. Write it down and keep it in a safe place, not with the laptop. Next "
                "you make a sheet for when you forget it."
            )
        )
        inner = column.page(
            _("Your passphrase"),
            Field(_("Your name"), self.name, _("It is under what you save and sign.")),
            self.chosen,
            column.line("key-round", honest),
            self.kept,
            self.busy,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inner)
