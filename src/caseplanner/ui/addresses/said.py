"""What the addresses are called on the screen."""

from collections.abc import Mapping

from caseplanner.dossier import organisations
from caseplanner.dossier.around_words import VALUES
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.takeover import Difference
from caseplanner.ui.shelves.row import ItemRow
from caseplanner.ui.shelves.said import FileSaid, Said, ShelfSaid
from caseplanner.ui.shelves.shelf import Shelf
from caseplanner.words import _, count


def shelf() -> Shelf:
    """All of them, by name."""
    said = ShelfSaid(
        search=_("Search in the addresses"),
        rows=_("Addresses, by name"),
        show_all=_("Show all addresses"),
        number=lambda n: count("{n} address", "{n} addresses", n),
        all_kinds=_("All kinds"),
        kind=_("Kind of organisation"),
        none_of_kind=_("There is no address of this kind."),
    )
    return Shelf(said, organisations.find, row, kinds())


def kinds() -> Mapping[PartnerKind, str]:
    return {kind: _(name) for kind, name in VALUES[PartnerKind].items()}


def row(one: Organisation) -> ItemRow:
    """Its name, its kind, and who works there."""
    parts = (_(VALUES[PartnerKind][one.kind]), one.contact)
    return ItemRow(one.name, " · ".join(part for part in parts if part))


def of_page() -> Said:
    return Said(
        title=_("Addresses"),
        new=_("New address"),
        change=_("Change this address"),
        remove=_("Remove this address"),
        changed=_("Address changed"),
        removed=_("Address removed"),
        removed_told=lambda name: _("“{title}” is removed from the addresses.", title=name),
        all=_("All addresses"),
        choose=_("Choose an address to see it."),
        empty=_("There are no addresses yet"),
        empty_told=_(
            "These are the organisations you work with. What stands here can be used in every "
            "dossier."
        ),
        note=_("Only organisations and professionals belong here. No clients, and no victims."),
    )


def of_file() -> FileSaid:
    return FileSaid(
        import_=_("Import addresses"),
        export=_("Export the addresses"),
        kind=_("Addresses (*.json)"),
        name="adressen.json",
        imported=_("Addresses imported"),
        taken=lambda n: count("{n} address was taken over.", "{n} addresses were taken over.", n),
        parts=_parts,
        not_yet=_("Nothing is taken over yet. A changed address replaces the one that is here."),
        nothing_new=_("Everything in this file is in the addresses already."),
        back=_("Back to the addresses"),
    )


def _parts(found: Difference[Organisation]) -> tuple[str, str, str, str]:
    return (
        count("{n} new address", "{n} new addresses", len(found.new)),
        count("{n} changed address", "{n} changed addresses", len(found.changed)),
        count("{n} address is the same", "{n} addresses are the same", len(found.same)),
        count(
            "{n} address is not in this file and stays",
            "{n} addresses are not in this file and stay",
            len(found.gone),
        ),
    )
