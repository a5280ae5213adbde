"""What was achieved: printed before anything else (domain.md 3i), each with what it belongs to."""

from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import achievements
from caseplanner.dossier.model import Achievement, Dossier
from caseplanner.export.pdf import flow, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import PLAIN, Grid, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _


def newest(edition: Edition, dress: Look, root: Element, most: int, limit: int) -> list[Flowable]:
    """The newest few for the summary, and how many more there are; nothing when there are none."""
    found = achievements.newest_first(edition.dossier)
    if not found:
        return []
    title, grey = _("What was achieved"), look.colour("ink2")
    heading = words(root.add("H2", title=title), dress.style("card"), title, level=2)
    items = root.add("L")
    lines: list[Flowable] = []
    for each in found[:most]:
        pieces: list[flow.Piece] = [flow.short(each.text, limit)]
        if each.on:
            pieces.append((f" · {program_words.day(each.on)}", "", grey))
        if len(found) > most and each is found[most - 1]:
            more = program_words.count("and {n} more", "and {n} more", len(found) - most)
            pieces.append((f" · {more}", "", grey))
        line = words(items.add("LI").add("LBody"), dress.style("body"), *pieces)
        lines.append(with_icon(line, "star", look.colour("primary")))
    wide = flow.natural(heading) + 16
    grid = Grid([[heading, lines]], colWidths=[wide, look.WIDTH - wide])
    grid.setStyle(PLAIN)
    return [Spacer(1, dress.size(13)), grid]


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """All of them, in the order the client put them in."""
    dossier = edition.dossier
    if not dossier.achievements:
        return []
    element, style = root.add("Sect"), dress.style
    title = _("What {name} achieved", name=dossier.person.called)
    heading = words(element.add("H2", title=title), style("title"), title, level=2)
    found: list[Flowable] = []
    items = element.add("L")
    for each in dossier.achievements:
        body = items.add("LI").add("LBody")
        line = words(body.add("P"), style("goal"), each.text)
        found += [Spacer(1, dress.size(7)), with_icon(line, "star", look.colour("primary"))]
        told = _about(dossier, each)
        if told:
            small = words(body.add("P"), style("small"), "\n".join(told))
            found.append(flow.indented(small, dress.size(13.5) * 1.15 + 5))
    return [heading, *found, flow.Gap(1, dress.size(26))]


def _about(dossier: Dossier, achievement: Achievement) -> list[str]:
    """When, and which goal or condition it belongs to."""
    told = [program_words.day(achievement.on)] if achievement.on else []
    if goal := achievements.goal_of(dossier, achievement):
        told.append(_("Belongs to the goal: {goal}", goal=f"“{goal.text}”"))
    if condition := achievements.condition_of(dossier, achievement):
        text = condition.plain or condition.text
        told.append(_("Belongs to the condition: {condition}", condition=text))
    return told
