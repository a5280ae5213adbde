"""Saving what can be read of a damaged vault, and saying what came along."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseplanner import desk as desks
from caseplanner.desk import Keys, Report
from caseplanner.ui.backups.step import SecretStep, on_card
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _, count


class SalvageStep(SecretStep):
    """Asks for the passphrase of the vault and saves what can be read; `done` sends the report."""

    done = Signal(object)

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        super().__init__(
            tasks,
            _("Your passphrase"),
            _("The one with which you open your work now."),
        )
        self._folder = folder
        self.save = buttons.primary(_("Save what can be read"), "save")
        self.save.clicked.connect(self._try)
        told = (
            (
                "file-check",
                _(
                    "The program reads around what is damaged, and makes a new vault of all that "
                    "is whole. The passphrases stay the same."
                ),
            ),
            ("archive", _("The damaged vault is kept as a backup, as it is.")),
            (
                "info",
                _("Is there a backup that is new enough? Then rather put that back: it is whole."),
            ),
        )
        lines = on_card(column.line(icon, Body(words)) for icon, words in told)
        title = _("Save what can be read of the vault")
        self.lay(title, lines, self.field, acts=(self.save,))

    def _go_on(self, passphrase: str) -> None:
        folder = self._folder
        self.slowly(lambda: desks.unlock(folder, passphrase), self._save, self.field)

    def _save(self, keys: Keys) -> None:
        folder = self._folder
        self.slowly(
            lambda: desks.salvage(folder, keys, self.progress.emit), self.done.emit, self.problem
        )


def report(found: Report) -> Iterator[QWidget]:
    """What came along and what did not, line by line."""
    whole = count("{n} dossier is whole.", "{n} dossiers are whole.", found.whole)
    yield column.line("circle-check", Body(whole), "ok")
    for words in _lacking(found):
        yield column.line("triangle-alert", Body(words, weight=600), "warn")
    if not found.log_broken:
        yield column.line("circle-check", Body(_("The log is whole.")), "ok")
    kept = Body(_("The damaged vault is kept as a backup."))
    yield column.line("archive", kept)


def _lacking(found: Report) -> Iterator[str]:
    if found.partial:
        yield count(
            "{n} dossier came along in part. Look in it what is missing.",
            "{n} dossiers came along in part. Look in them what is missing.",
            len(found.partial),
        )
    if found.lost:
        yield count(
            "{n} dossier is lost. Perhaps it is in a backup.",
            "{n} dossiers are lost. Perhaps they are in a backup.",
            len(found.lost),
        )
    if found.log_broken:
        yield _("Lines of the log are missing; a new one begins, and says so.")
    if found.seal_lost:
        yield _("The seal was lost. Plans get a new one; give your partners its certificate.")
