"""Putting a chosen backup back: the passphrase of its time, what is in it, and the deed itself."""

from pathlib import Path

from PySide6.QtCore import Signal

from caseplanner import desk as desks
from caseplanner.desk import Backup, Preview
from caseplanner.ui.backups import contents, sentences
from caseplanner.ui.backups.step import SecretStep, Step, on_card
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class PassphraseStep(SecretStep):
    """Asks for a passphrase that opens this backup. `opened` sends what is in it, and that."""

    opened = Signal(object, str)

    def __init__(self, folder: Path, backup: Backup, tasks: Tasks) -> None:
        super().__init__(
            tasks,
            _("The passphrase of that time"),
            _("The one with which you opened your work when this backup was made."),
        )
        self._folder, self._backup = folder, backup
        self.look = buttons.primary(_("See what is in it"), "eye")
        self.look.clicked.connect(self._try)
        facts = Body(sentences.facts(backup), tone="ink2")
        self.lay(sentences.named(backup), facts, self.field, acts=(self.look,))

    def _go_on(self, passphrase: str) -> None:
        folder, path = self._folder, self._backup.path
        self.slowly(
            lambda: desks.preview(folder, path, passphrase),
            lambda preview: self.opened.emit(preview, passphrase),
            self.field,
        )


class ContentsStep(Step):
    """Says what is in it, and puts it back with the passphrase that opened it; then `done`.

    `replaces`: there is a vault, whole or damaged, that it takes the place of.
    """

    done = Signal()

    def __init__(
        self,
        folder: Path,
        preview: Preview,
        passphrase: str,
        tasks: Tasks,
        *,
        hidden: bool,
        replaces: bool,
    ) -> None:
        super().__init__(tasks)
        self._folder, self._path, self._passphrase = folder, preview.backup.path, passphrase
        self.put = buttons.primary(_("Put this backup back"), "archive")
        self.put.clicked.connect(self._put)
        parts = contents.parts(preview, hidden=hidden, replaces=replaces)
        self.lay(sentences.named(preview.backup), on_card(parts), acts=(self.put,))

    def leave(self) -> None:
        self._passphrase = ""

    def _put(self) -> None:
        folder, path, passphrase = self._folder, self._path, self._passphrase
        self.problem.show_error("")
        self.slowly(
            lambda: desks.restore(folder, path, passphrase, self.progress.emit),
            lambda _keys: self.done.emit(),
            self.problem,
        )
