"""The library of the laptop: its factsheets, and every change of them."""

from dataclasses import replace
from datetime import date

from caseplanner.collection import Collection
from caseplanner.dossier import sheets as sheets_
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.log import Deed
from caseplanner.dossier.sheets import Factsheet, Sheets
from caseplanner.dossier.takeover import Difference


class Library(Collection[Factsheet]):
    """By title."""

    table, changed, kind = "factsheet", Deed.LIBRARY_CHANGED, Factsheet
    reads, keeps = staticmethod(staff_.reads_library), staticmethod(staff_.keeps_library)
    in_order, wrong = staticmethod(sheets_.in_order), staticmethod(sheets_.wrong)
    check = staticmethod(sheets_.check)

    @property
    def sheets(self) -> Sheets:
        return self.items

    def put(self, label: str, sheet: Factsheet, today: date, merge: str = "") -> None:
        """A new sheet, or other words for one. Edits in a row with one `merge` are one undo."""
        if sheet != self.find(sheet.id):
            self._put(label, replace(sheet, edited=today), merge)

    def take(self, label: str, difference: Difference[Factsheet], today: date) -> None:
        """Take over what is new and changed in a file. What is only here stays."""
        stamped = replace(
            difference,
            new=tuple(replace(sheet, edited=today) for sheet in difference.new),
            changed=tuple(replace(sheet, edited=today) for sheet in difference.changed),
        )
        self._take(label, stamped, Deed.LIBRARY_IMPORTED)

    def exported(self) -> None:
        """Put in the log that the library left as a file."""
        self._left(Deed.LIBRARY_EXPORTED, sheets=str(len(self.sheets)))
