"""The basic conditions on paper: each area, how it stands, who sees to it, and when."""

from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable

from caseplanner import words as program_words
from caseplanner.dossier import basics
from caseplanner.dossier.model import Area, BasicState, Dossier
from caseplanner.export.pdf import flow, fonts, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

INKS = {BasicState.ARRANGED: "ok", BasicState.BUSY: "primary", BasicState.TO_ARRANGE: "warn"}
NOTHING = "–"  # nobody, or no day, was named
SHARES = (0.26, 0.22, 0.27, 0.25)


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """All seven areas, those that were not discussed too; nothing when none was discussed."""
    if not basics.discussed(edition.dossier):
        return []
    element = root.add("Sect")
    title = _("Basic conditions")
    heading = words(element.add("H2", title=title), dress.style("h2"), title, level=2)
    said_on = _said_on(edition.dossier)
    [day] = said_on if len(said_on) == 1 else [None]
    when = _("Written down on {days}.", days=program_words.day(day)) if day else ""
    told = [words(element.add("P"), dress.style("small"), when)] if when else []
    story = flow.together(heading, *told, _table(edition, dress, element))
    return [CondPageBreak(min(flow.height(story), look.ROOM)), *story, flow.Gap(1, dress.size(20))]


def _table(edition: Edition, dress: Look, element: Element) -> Grid:
    table, style = element.add("Table"), dress.style
    head = table.add("TR")
    names = (_("What"), _("How it stands"), _("Who sees to it"), _("When"))
    rows: list[list[Any]] = [
        [words(head.add("TH", scope="Column"), style("head"), name) for name in names]
    ]
    dossier = edition.dossier
    apart = len(_said_on(dossier)) > 1
    for area in Area:
        row = table.add("TR")
        basic, state = basics.now(dossier, area), basics.state(dossier, area)
        told, icon = basics.STATES[state]
        ink = look.colour(INKS.get(state, "ink2"))
        name = (basics.name(area), fonts.STRONG, None)
        first = words(row.add("TH", scope="Row"), style("cell"), name)
        cell = row.add("TD")
        stands = with_icon(words(cell.add("P"), style("cell"), (_(told), "", ink)), icon, ink)
        who = row.add("TD")
        said = [words(who.add("P"), style("cell"), (basic.who.strip() if basic else "") or NOTHING)]
        if basic and basic.note.strip():
            said.append(words(who.add("P"), style("small"), basic.note))
        when = program_words.day(basic.on) if basic and basic.on else NOTHING
        rows.append(
            [
                first,
                [
                    stands,
                    *(
                        words(cell.add("P"), style("small"), each)
                        for each in _history(dossier, area, apart)
                    ),
                ],
                said,
                words(row.add("TD"), style("cell"), when),
            ]
        )
    grid = Grid(rows, colWidths=[look.WIDTH * share for share in SHARES], repeatRows=1)
    grid.setStyle(look.rules(dress))
    return grid


def _said_on(dossier: Dossier) -> set[date]:
    """The days on which it was said how the areas stand now."""
    newest = (basics.now(dossier, area) for area in Area)
    return {basic.said_on for basic in newest if basic and basic.said_on}


def _history(dossier: Dossier, area: Area, apart: bool) -> list[str]:
    """When it was said, where that is not the same day for all, and how it stood before."""
    *before, now = basics.marks(dossier, area) or (None,)
    told = []
    if apart and now and now.said_on:
        told.append(_("said on {day}", day=program_words.day(now.said_on)))
    for basic in reversed(before):
        state = _(basics.STATES[basic.state][0])
        facts = (program_words.day(basic.said_on) if basic.said_on else "", state, basic.who)
        told.append(_("Before: {facts}", facts=", ".join(fact for fact in facts if fact)))
    return told
