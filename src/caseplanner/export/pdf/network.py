"""The people around the client, as a table; nobody who is also victim (domain.md C1)."""

from typing import Any

from reportlab.platypus import Flowable

from caseplanner import words as program_words
from caseplanner.dossier import network
from caseplanner.dossier.model import Confirmed, Contact, Knows, NoContact
from caseplanner.export.pdf import flow, fonts, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

SHARES = (0.35, 0.18, 0.22, 0.25)  # of the width


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """Who they are, how close, support or worry, and whether they said so too; [] for nobody."""
    people = network.shown(edition.dossier)
    if not people:
        return []
    element, style = root.add("Sect"), dress.style
    title = _("The people around {name}", name=edition.dossier.person.called)
    heading = words(element.add("H3", title=title), style("h3"), title, level=3)
    table = element.add("Table")
    head = table.add("TR")
    names = (_("Who"), _("How close?"), _("Support or worry?"), _("Confirmed?"))
    rows: list[list[Any]] = [
        [words(head.add("TH", scope="Column"), style("head"), name) for name in names]
    ]
    for one in people:
        row = table.add("TR")
        cells: list[Any] = [_who(row.add("TH", scope="Row"), dress, one)]
        told = (
            _(network.CIRCLES[one.circle]),
            _(network.MEANINGS[one.meaning]),
            _confirmed(one),
        )
        cells += [words(row.add("TD"), style("cell"), each) for each in told]
        rows.append(cells)
    grid = Grid(rows, colWidths=[look.WIDTH * share for share in SHARES], repeatRows=1)
    grid.setStyle(look.rules(dress))
    return [*flow.together(heading, grid), flow.Gap(1, dress.size(26))]


def _who(element: Element, dress: Look, one: Contact) -> Flowable:
    """The name and who it is; below it what was noted, and that contact is forbidden."""
    ink = look.colour("ink2")
    pieces: list[Any] = [(one.name, fonts.STRONG, look.colour("ink"))]
    if one.relation.strip():
        pieces.append((f", {one.relation}", fonts.BODY, ink))
    order = _(network.ORDERS[one.no_contact])
    if one.no_contact is NoContact.FORBIDDEN:
        pieces.append((f"\n{order}", fonts.STRONG, look.colour("bad")))
    elif one.no_contact is NoContact.NONE:
        pieces.append((f"\n{order}", fonts.BODY, ink))
    if one.note.strip():
        pieces.append((f"\n{one.note}", fonts.BODY, ink))
    return words(element, dress.style("cell"), *pieces)


def _confirmed(one: Contact) -> str:
    """Whether he or she knows of the talk, and says so too."""
    told = _(network.CONFIRMED[one.confirmed])
    if one.confirmed_on and one.confirmed in (Confirmed.YES, Confirmed.NO):
        told += f", {program_words.day(one.confirmed_on)}"
    if one.knows is Knows.UNKNOWN:
        return told
    return f"{_(network.KNOWS[one.knows])}.\n{told}"
