"""Handing out a paper that is no plan: made elsewhere, then printed, or saved as a file."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from caseplanner.dossier.log import Deed
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import printer
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets.message import announce
from caseplanner.words import _, mark

if TYPE_CHECKING:  # a second to import, and not needed to see the page
    from caseplanner.export.pdf import Edition

Made = TypeVar("Made")
MOST = 1000  # files of one name in a folder
FULL = mark("There are too many files of this name in {folder}. Nothing was saved.")


class HandOut(QWidget):
    """Shows nothing itself: it stands in the page whose buttons call it.

    `make` gives the paper as it is at that time. `told` sends what was done, or why not; `busy`
    whether it works on it now. With `asks` the person chooses where it is saved; else it goes to
    the documents of who is logged in, under a name of its own: in front of the client no dialog
    may show the names of other files (domain.md R27).
    """

    told = Signal(str)
    busy = Signal(bool)

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        make: "Callable[[datetime], Edition]",
        *,
        asks: bool = True,
    ) -> None:
        super().__init__()
        self._session, self._tasks, self._make, self._asks = session, tasks, make, asks
        self.hide()

    def print_(self) -> None:
        """Make it, and offer the printers of this laptop."""
        self._build(self._print)

    def save(self) -> None:
        """Make it, and put it where the person says, or among the documents."""
        self._build(self._save)

    def _build(self, then: "Callable[[Edition, bytes], None]") -> None:
        from caseplanner import printing

        edition = self._make(datetime.now(UTC))
        printing.check_may_leave(self._session, edition)
        self.busy.emit(True)
        self._run(lambda: printing.build(edition), lambda pdf: then(edition, pdf))

    def _print(self, edition: "Edition", pdf: bytes) -> None:
        from caseplanner import printing

        self.busy.emit(False)
        machine = QPrinter(QPrinter.PrinterMode.HighResolution)
        machine.setDocName(printing.file_name(edition))  # print queues show it to all
        dialog = QPrintDialog(machine, self.window())
        if dialog.exec():
            self._session.note(Deed.PRINTED, version=str(edition.paper))
            printer.print_pdf(pdf, machine)
            self._tell(_("It went to the printer."))

    def _save(self, edition: "Edition", pdf: bytes) -> None:
        from caseplanner import printing

        self.busy.emit(False)
        target = self._where(printing.file_name(edition))
        if target is None:
            return
        # First the log: a line too many is better than a paper that left without one.
        self._session.note(Deed.EXPORTED, version=str(edition.paper))
        self.busy.emit(True)
        self._run(lambda: printing.save(pdf, None, target), lambda _none: self._saved(target))

    def _saved(self, target: Path) -> None:
        self.busy.emit(False)
        self._tell(_("Saved in {folder} as {name}.", folder=target.parent, name=target.name))

    def _where(self, name: str) -> Path | None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(place))
        if not folder.is_dir():  # a laptop may have none
            folder = Path.home()
        if not self._asks:
            return free(folder, name)
        dialog = QFileDialog(self.window(), _("Save"), str(folder), _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _run(self, work: Callable[[], Made], done: Callable[[Made], None]) -> None:
        """Work elsewhere, and hear of it only while this page is still there."""
        self._tasks.run(
            work,
            lambda made: done(made) if isValid(self) else None,
            lambda error: self._failed(error) if isValid(self) else None,
        )

    def _failed(self, error: Exception) -> None:
        self.busy.emit(False)
        if not isinstance(error, UserError):
            raise error
        self._tell(str(error))

    def _tell(self, said: str) -> None:
        self.told.emit(said)
        announce(self.window(), said)


def free(folder: Path, name: str) -> Path:
    """A file of this name, or with a number behind it, that is not there yet."""
    first = folder / name
    for number in range(1, MOST):
        target = first if number == 1 else first.with_stem(f"{first.stem}-{number}")
        if not target.exists():
            return target
    raise UserError(FULL, folder=folder)
