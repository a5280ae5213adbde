"""A page of a list that can also be imported from a file and exported to one."""

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from caseplanner import files
from caseplanner.collection import Collection
from caseplanner.dossier.takeover import Difference
from caseplanner.errors import UserError
from caseplanner.ui.shelves.editor import Editor
from caseplanner.ui.shelves.incoming import Incoming
from caseplanner.ui.shelves.page import ShelfPage
from caseplanner.ui.shelves.reader import Reader
from caseplanner.ui.shelves.said import FileSaid, Said
from caseplanner.ui.shelves.shelf import Shelf
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.message import announce
from caseplanner.words import _, mark

if TYPE_CHECKING:
    from caseplanner.ui.window import Window


class FilePage(ShelfPage):
    """`incoming` shows what a file brings; nothing is taken over before the person says so."""

    def __init__(
        self,
        collection: Collection[Any],
        window: "Window",
        tasks: Tasks,
        said: Said,
        file: FileSaid,
        shelf: Shelf,
    ) -> None:
        super().__init__(collection, window, said, shelf)
        self._tasks, self._file = tasks, file
        self.import_ = buttons.quiet(file.import_, "import")
        self.export = buttons.quiet(file.export, "file-down")
        self.begin_import = buttons.primary(file.import_, "import")
        self.incoming = Incoming(file, shelf.row)
        self.also = [self.import_, self.export]
        self.begins = [self.begin_import, self.begin_new]

    # What each list does in its own way.

    @abstractmethod
    def _compare(self, here: Any, file: str, data: bytes) -> Difference[Any]:
        """What is in the file, beside what is here. UserError for what is wrong with it."""

    @abstractmethod
    def _most_bytes(self) -> int:
        """That a file may have."""

    @abstractmethod
    def _written(self) -> bytes:
        """The list as a file."""

    @abstractmethod
    def _take_over(self, label: str, found: Difference[Any]) -> None: ...

    @abstractmethod
    def _exported(self) -> None: ...

    def focus_first(self) -> None:
        if self._is_aside():
            self.incoming.focus_first()
        else:
            super().focus_first()

    def ask_import(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getOpenFileName(self, self._file.import_, folder, self._file.kind)
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Show what this file brings; nothing is taken over before the person says so."""
        self.flush()
        self._busy(True)
        here, most = self._list.items, self._most_bytes()
        self._tasks.run(
            lambda: self._compare(here, path.name, _data(path, most)),
            lambda found: self._came(path.name, found) if isValid(self) else None,
            self._refused,
        )

    def ask_export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self._file.export, folder, self._file.kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self._file.name)
        if dialog.exec():
            self.export_to(Path(dialog.selectedFiles()[0]))

    def export_to(self, target: Path) -> None:
        """Put the whole list in this file."""
        self.flush()
        try:
            files.write(target, self._written())
        except OSError as error:
            raise UserError(
                mark("The list could not be saved there: {reason}. Choose another folder."),
                reason=error.strerror or "",
            ) from error
        self._exported()
        said = _("Saved in {folder} as {name}.", folder=target.parent, name=target.name)
        self._window.toast.tell(said)

    def _busy(self, busy: bool) -> None:
        for act in (self.import_, self.begin_import):
            act.setEnabled(not busy)
        self.told.setText(_("The file is being read…") if busy else "")
        self.told.setVisible(busy)
        if busy:
            announce(self, self.told.text())

    def _came(self, file: str, found: Difference[Any]) -> None:
        self._busy(False)
        self.incoming.show_difference(file, found)
        self._stack.setCurrentWidget(self.incoming)
        self.refresh()
        self.incoming.focus_first()

    def _refused(self, error: Exception) -> None:
        if isValid(self):
            self._busy(False)
        raise error

    def _take(self, found: Difference[Any]) -> None:
        self._take_over(self._file.imported, found)
        self._leave()
        self._tell(self._file.taken(len(found.new) + len(found.changed)))

    def _leave(self) -> None:
        self._stack.setCurrentWidget(self._two)
        self.refresh()
        self.focus_first()

    def _is_aside(self) -> bool:
        return self._stack.currentWidget() is self.incoming

    def _connect(self) -> None:
        super()._connect()
        for button in (self.import_, self.begin_import):
            button.clicked.connect(self.ask_import)
        self.export.clicked.connect(self.ask_export)
        self.incoming.taken.connect(self._take)
        self.incoming.left.connect(self._leave)

    def _build(self, reader: Reader, editor: Editor) -> None:
        super()._build(reader, editor)
        self._stack.addWidget(self.incoming)


def _data(path: Path, most: int) -> bytes:
    """No more of it than a list may have; a file that goes on for ever is not read on."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise UserError(
            mark("This file cannot be read: {reason}. Nothing was imported."),
            reason=error.strerror or "",
        ) from error
