"""What the library and its sheets are called on the screen."""

from collections.abc import Mapping

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.dossier.takeover import Difference
from caseplanner.ui import dates
from caseplanner.ui.shelves.row import ItemRow
from caseplanner.ui.shelves.said import FileSaid, Said, ShelfSaid
from caseplanner.ui.shelves.shelf import Shelf
from caseplanner.words import _, count


def shelf() -> Shelf:
    """All sheets, by title."""
    return Shelf(of_shelf(), sheets.find, row, kinds())


def kinds() -> Mapping[SheetKind, str]:
    return {kind: _(name) for kind, name in sheets.NAMES.items()}


def row(sheet: Factsheet) -> ItemRow:
    """Its title, what it is about, and whether its last day is over."""
    over = _("no longer valid") if sheets.is_past(sheet, dates.today()) else ""
    parts = (_(sheets.NAMES[sheet.kind]), over, ", ".join(sheet.tags))
    return ItemRow(sheet.title, " · ".join(part for part in parts if part))


def of_shelf() -> ShelfSaid:
    return ShelfSaid(
        search=_("Search in the library"),
        rows=_("Sheets, by title"),
        show_all=_("Show all sheets"),
        number=lambda n: count("{n} sheet", "{n} sheets", n),
        all_kinds=_("All kinds"),
        kind=_("Kind of sheet"),
        none_of_kind=_("There is no sheet of this kind."),
    )


def of_page() -> Said:
    return Said(
        title=_("Library"),
        new=_("New sheet"),
        change=_("Change this sheet"),
        remove=_("Remove this sheet"),
        changed=_("Sheet changed"),
        removed=_("Sheet removed"),
        removed_told=lambda title: _("“{title}” is removed from the library.", title=title),
        all=_("All sheets"),
        choose=_("Choose a sheet to read it."),
        empty=_("There are no sheets yet"),
        empty_told=_(
            "A sheet tells of a profile, an intervention or a form of care; you read it "
            "together and talk about it."
        ),
    )


def of_file() -> FileSaid:
    return FileSaid(
        import_=_("Import sheets"),
        export=_("Export the library"),
        kind=_("Library (*.json)"),
        name="bibliotheek.json",
        imported=_("Sheets imported"),
        taken=lambda n: count("{n} sheet was taken over.", "{n} sheets were taken over.", n),
        parts=_parts,
        not_yet=_("Nothing is taken over yet. A changed sheet replaces the one that is here."),
        nothing_new=_("Everything in this file is in the library already."),
        back=_("Back to the library"),
    )


def _parts(found: Difference[Factsheet]) -> tuple[str, str, str, str]:
    return (
        count("{n} new sheet", "{n} new sheets", len(found.new)),
        count("{n} changed sheet", "{n} changed sheets", len(found.changed)),
        count("{n} sheet is the same", "{n} sheets are the same", len(found.same)),
        count(
            "{n} sheet is not in this file and stays",
            "{n} sheets are not in this file and stay",
            len(found.gone),
        ),
    )
