"""What the text templates are called on the screen."""

from typing import Any

from caseplanner.dossier import templates
from caseplanner.dossier.templates import Template, Templates
from caseplanner.ui.shelves.row import ItemRow
from caseplanner.ui.shelves.said import Said, ShelfSaid
from caseplanner.ui.shelves.shelf import Shelf
from caseplanner.words import _, count

SHOWN = 60  # letters of the text, in a list


def shelf() -> Shelf:
    """All of them, by name."""
    said = ShelfSaid(
        search=_("Search in the templates"),
        rows=_("Templates, by name"),
        show_all=_("Show all templates"),
        number=lambda n: count("{n} template", "{n} templates", n),
    )

    def find(all: Templates, query: str, _kind: Any) -> Templates:
        return templates.find(all, query)

    return Shelf(said, find, lambda one: ItemRow(one.name, begin(one)), {})


def begin(one: Template) -> str:
    """How its text begins, in one line."""
    line = " ".join(one.text.split())
    return line if len(line) <= SHOWN else line[:SHOWN].rstrip() + "…"


def of_page(given: int) -> Said:
    """`given` are those of the institution."""
    use = _(
        "In a text field of a dossier: Ctrl+Shift+T, or the right mouse button. {called} becomes "
        "how the client wants to be called, {today} the day.",
        called=templates.CALLED,
        today=templates.TODAY,
    )
    of_others = count(
        "{n} template of your institution stands below your own there.",
        "{n} templates of your institution stand below your own there.",
        given,
    )
    return Said(
        title=_("Templates"),
        new=_("New template"),
        change=_("Change this template"),
        remove=_("Remove this template"),
        changed=_("Template changed"),
        removed=_("Template removed"),
        removed_told=lambda name: _("“{title}” is removed from the templates.", title=name),
        all=_("All templates"),
        choose=_("Choose a template to read it."),
        empty=_("There are no templates yet"),
        empty_told=_(
            "Make one of a text you type often. After that you put it in a dossier with a few keys."
        ),
        note=f"{use} {of_others}" if given else use,
    )
