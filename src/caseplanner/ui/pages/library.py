"""The library: find a sheet, read it, and for who keeps it write, import and export them."""

from typing import TYPE_CHECKING, Any

from caseplanner.dossier import sheet_file, sheets
from caseplanner.dossier.sheets import Factsheet, SheetKind, Sheets
from caseplanner.dossier.takeover import Difference
from caseplanner.library import Library
from caseplanner.ui.dates import today
from caseplanner.ui.library import said
from caseplanner.ui.library.editor import SheetEditor
from caseplanner.ui.library.reader import SheetReader
from caseplanner.ui.shelves.file_page import FilePage
from caseplanner.ui.tasks import Tasks
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window


class LibraryPage(FilePage):
    editor: SheetEditor

    def __init__(self, library: Library, window: "Window", tasks: Tasks) -> None:
        super().__init__(library, window, tasks, said.of_page(), said.of_file(), said.shelf())
        self._library = library
        reader = SheetReader(self.edit, self.remove)
        self._build(reader, SheetEditor(self._edited, self.done))

    def _fresh(self) -> Factsheet:
        return Factsheet(self.shelf.chosen_kind() or SheetKind.PROFILE, _("New sheet"))

    def _put(self, label: str, item: Any, merge: str = "") -> None:
        self._library.put(label, item, today(), merge)

    def _compare(self, here: Sheets, file: str, data: bytes) -> Difference[Factsheet]:
        return sheets.compare(here, sheet_file.read(file, data))

    def _most_bytes(self) -> int:
        return sheets.MOST_BYTES

    def _written(self) -> bytes:
        return sheet_file.write(self._library.sheets)

    def _take_over(self, label: str, found: Difference[Factsheet]) -> None:
        self._library.take(label, found, today())

    def _exported(self) -> None:
        self._library.exported()
