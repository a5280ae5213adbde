"""A sheet to read: its title, what is known of it, and its text as it was written."""

from PySide6.QtWidgets import QWidget

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import Factsheet
from caseplanner.ui import dates
from caseplanner.ui.shelves.reader import Reader
from caseplanner.ui.widgets.date_field import in_digits
from caseplanner.words import _


class SheetReader(Reader):
    def __init__(self, *acts: QWidget) -> None:
        super().__init__(_("Text of the sheet"), *acts)

    def show_item(self, item: Factsheet) -> None:
        kind = _(sheets.NAMES[item.kind])
        told = [
            _("Source: {source}", source=item.source) if item.source else "",
            _("Permission: {licence}", licence=item.licence) if item.licence else "",
            _valid(item),
        ]
        about = " · ".join(part for part in (kind, ", ".join(item.tags)) if part)
        self.show_words(item.title, about, told, item.text)


def _valid(sheet: Factsheet) -> str:
    if sheet.valid_until is None:
        return ""
    when = in_digits(sheet.valid_until)
    if sheets.is_past(sheet, dates.today()):
        return _("No longer valid: the last day was {day}.", day=when)
    return _("Valid until {day}.", day=when)
