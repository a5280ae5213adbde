"""In with the recovery sheet: its twelve words, and a new passphrase. No names on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from caseplanner import passphrases
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.new_passphrase import NewPassphrase
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field, TextField
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Small, Title
from caseplanner.words import _

ROWS = 3


class RecoverForm(Card):
    """Takes the words of a sheet and a new passphrase, and calls `recover` with both.

    `recover` is slow and runs off this thread; it raises UserError when the words open nothing.
    `recovered` sends what it gave; `left` when the person goes back to the passphrase.
    """

    recovered = Signal(object)
    left = Signal()

    def __init__(self, recover: Callable[[str, str], object], tasks: Tasks) -> None:
        super().__init__()
        self._recover, self._tasks = recover, tasks
        self._busy = False
        self.words = TextField(ROWS)
        self.words.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.words.textChanged.connect(self._look)
        self.field = Field(
            _("The {n} words on the sheet", n=passphrases.RECOVERY),
            self.words,
            _("In their order. Capitals, numbers and commas do not matter."),
        )
        self.count = Small("")
        self.chosen = NewPassphrase(_("A new passphrase"))
        self.chosen.changed.connect(self._check)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(_("Unlocking"))
        self.busy.hide()
        self.back = buttons.secondary(_("Back"), "arrow-left")
        self.back.clicked.connect(self.left)
        self.open = buttons.primary(_("Open my work"), "lock-open")
        self.open.clicked.connect(self._try)
        self.chosen.second.returnPressed.connect(self.open.click)
        self._build()
        self._look()

    def focus_first(self) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Say which word is unknown as soon as it can be no other, and how many there are."""
        text = self.words.text()
        found = passphrases.spelled(text)
        still_typing = text[-1:].isalpha() and passphrases.may_become(found[-1])
        problem = passphrases.stray(found[:-1] if still_typing else found)
        self.field.show_error(str(problem) if problem else "")
        self.count.setText(_("{n} of {all} words", n=len(found), all=passphrases.RECOVERY))
        self._check()

    def _check(self) -> None:
        self.open.setEnabled(
            not self._busy
            and self.chosen.is_ready()
            and len(passphrases.spelled(self.words.text())) >= passphrases.RECOVERY
        )

    def _try(self) -> None:
        try:
            words = passphrases.read_recovery(self.words.text())
        except UserError as error:
            self._refuse(error)
            return
        passphrase = self.chosen.passphrase()
        self._wait(True)
        self._tasks.run(lambda: self._recover(words, passphrase), self._done, self._failed)

    def _done(self, keys: object) -> None:
        self._wait(False)
        self.words.put("")
        self.chosen.forget()
        self.recovered.emit(keys)

    def _failed(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, UserError):
            raise error
        self._refuse(error)

    def _refuse(self, error: UserError) -> None:
        self.focus_first()
        self.field.show_error(str(error))

    def _wait(self, busy: bool) -> None:
        self._busy = busy
        for part in (self.words, self.chosen, self.back):
            part.setEnabled(not busy)
        self.busy.setVisible(busy)
        self._check()

    def _build(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.open)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(36), theme.px(28))
        layout.setSpacing(theme.px(12))
        layout.addWidget(Title(_("Open with your recovery sheet"), size=23))
        layout.addWidget(
            Body(
                _("Type the words from the sheet, and choose a new passphrase."),
                tone="ink2",
            )
        )
        layout.addWidget(self.field)
        layout.addWidget(self.count)
        layout.addWidget(self.chosen)
        layout.addWidget(self.busy)
        layout.addLayout(acts)
