"""The first page: the whole plan at a glance, for a reader with one minute (domain.md 1c)."""

from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import agreements, answers, goals, meetings, people
from caseplanner.dossier.guide import DimensionGuide
from caseplanner.dossier.model import (
    Dimension,
    DimensionState,
    Dossier,
    Goal,
    GoalState,
    Moment,
    Role,
    ScoredBy,
    Step,
    StepState,
)
from caseplanner.export.pdf import achievements, figures, flow, fonts, intake, look, said, way
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import PLAIN, Grid, Strip, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

LIMITS = (10_000, 220, 160, 120, 100, 85, 70, 55, 45, 35)  # letters of a long text that are shown
# How many achievements and facts, whether what the client told of the plan, and how long a text:
# fewer of these, which all follow as well, goes before cutting words short.
FEWER = (
    *((3, 3, True), (2, 3, True), (1, 3, True)),
    *((3, 3, False), (3, 2, False), (2, 2, False), (1, 2, False), (1, 1, False), (1, 0, False)),
)
FITS = (*((LIMITS[0], *few) for few in FEWER), *((limit, 1, 0, False) for limit in LIMITS[1:]))
TIGHT = 0.45  # of the air: a full page has less of it, before a text is cut short
HIGH = look.PAGE_HEIGHT - look.TOP - look.BOTTOM
GUTTER = 11.0
PAD = 11.0
WHEEL = 176.0
MOST_AIR = 66.0
WELL = "self.going_well"


def page(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The summary, with long texts cut short so far that it is one page; whole texts follow."""
    for limit, achieved, facts, told in FITS:
        section = Element("Sect")
        story = _story(edition, dress, section, limit, achieved, facts, told)
        if _spread(story):
            break
    root.parts.append(section)
    return story


def _spread(story: list[Flowable]) -> bool:
    """Share out what is left of the page: more air for a short plan, less for a full one. False
    when it is more than a page even so."""
    title, *spacers = (piece for piece in story if isinstance(piece, Spacer))
    left: float = HIGH - flow.height(story)
    for spacer in spacers:
        spacer.height += max(0.0, min(left - 14, MOST_AIR)) / len(spacers)
    if left < 0:
        for spacer in (title, *spacers):
            spacer.height *= TIGHT
        left = HIGH - flow.height(story)
    return left >= 0


def _story(
    edition: Edition,
    dress: Look,
    root: Element,
    limit: int,
    achieved: int,
    facts: int,
    told: bool,
) -> list[Flowable]:
    name = flow.short(edition.dossier.person.called, min(limit, 60))
    title = _("Restorative plan of {name}", name=name)
    return [
        words(root.add("H1", title=title), dress.style("title"), title, level=1),
        Spacer(1, dress.size(10)),
        _top(edition, dress, root, limit, facts),
        *(_told(edition, dress, root) if told else []),
        *achievements.newest(edition, dress, root, achieved, limit),
        Spacer(1, dress.size(15)),
        _cards(edition, dress, root, limit),
        Spacer(1, dress.size(4)),
        *_signers(edition, dress, root, limit),
    ]


def _top(edition: Edition, dress: Look, root: Element, limit: int, facts: int) -> Flowable:
    """Who it is about, how far the plan is, and what goes well; the wheel beside it."""
    dossier = edition.dossier
    left: list[Flowable] = [
        words(root.add("P"), dress.style("subtitle"), _who(dossier, limit, facts)),
        Spacer(1, dress.size(9)),
        *_state(edition, dress, root),
        Spacer(1, dress.size(11)),
        *_going_well(edition, dress, root, limit),
    ]
    wheel = figures.Wheel(root.add("Figure"), dossier, edition.guide, WHEEL)
    legend = words(root.add("P"), dress.style("legend"), _legend(dossier))
    room = look.WIDTH - WHEEL - 24
    top = Grid([[left, "", [wheel, Spacer(1, 6), legend]]], colWidths=[room, 24, WHEEL])
    top.setStyle(PLAIN)
    return top


def _who(dossier: Dossier, limit: int, most: int) -> str:
    """Who it is about, who works with him or her, and at most so many facts."""
    person = dossier.person
    facts = [
        person.initials and flow.short(person.initials, limit),
        person.cell and _("cell {cell}", cell=flow.short(person.cell, limit)),
    ]
    lines = [" · ".join(fact for fact in facts if fact)]
    lines += [
        f"{_(said.ROLE[role])}: {flow.short(name, limit)}"
        for role in (Role.MENTOR, Role.SUPERVISOR)
        if (name := people.name_of(dossier, role))
    ]
    named = "\n".join(line for line in lines if line) or _("Nobody else is named yet.")
    facts = [
        f"{name}: {flow.short(fact, limit)}"
        for name, fact in (
            (_("Expected release"), intake.release(dossier)),
            (_("Next review"), way.next_review(dossier)),
            (_("What helps in a talk"), person.support),
        )
        if fact
    ]
    return "\n".join([named, *facts[:most]])


def _state(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """How far the plan is; for the practice dossier first that it is one."""
    version, lines = edition.version, []
    if edition.dossier.practice:
        text = _("PRACTICE: the person in this plan was made up.")
        lines.append((text, "info", "primary"))
    complete = version is not None and agreements.is_complete(version)
    icon, ink = ("file-check", "ok" if complete else "primary") if version else ("pencil", "warn")
    lines.append((said.state(version), icon, ink))
    found: list[Flowable] = []
    for told, sign, tint in lines:
        line = words(root.add("P"), dress.style("strong"), (told, "", look.colour(tint)))
        found += [with_icon(line, sign, look.colour(tint)), Spacer(1, 2)]
    return found


def _going_well(edition: Edition, dress: Look, root: Element, limit: int) -> list[Flowable]:
    """The client's own words first (domain.md 2b); nothing while the question has no answer, or
    where it is not asked.
    """
    told, question = answers.given(edition.dossier, WELL), edition.guide.asked(WELL)
    if not told or question is None:
        return []
    quote = root.add("BlockQuote")
    line = look.colour("primary")
    return [
        Strip(words(quote.add("P"), dress.style("label"), question.text), line, below=3),
        Strip(words(quote.add("P"), dress.style("quote"), f"“{flow.short(told, limit)}”"), line),
    ]


def _told(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The plan in the client's own words, from the newest meeting where it was told."""
    dossier = edition.dossier
    newest = meetings.going(dossier) or meetings.last_held(dossier)
    if newest is None or not newest.summary.strip():
        return []
    quote, line = root.add("BlockQuote"), look.colour("primary")
    day = f" ({said.day(newest.on)})" if newest.on else ""
    head = words(quote.add("P"), dress.style("label"), _("My plan in my own words") + day)
    body = words(quote.add("P"), dress.style("quote"), said.quoted(newest.summary))
    return [Spacer(1, dress.size(13)), Strip(head, line, below=3), Strip(body, line)]


def _legend(dossier: Dossier) -> str:
    shown = [figures.quarter(dossier, d) for d in Dimension]
    told = [_("Filled = now.")]
    if any(q.start is not None for q in shown):
        told.append(_("Dashes = start."))
    if any(q.declined for q in shown):
        told.append(_("Hatched = does not want to fill in."))
    if any(q.now is None and not q.declined for q in shown):
        told.append(_("Dotted = not asked yet."))
    return " ".join(told)


def _cards(edition: Edition, dress: Look, root: Element, limit: int) -> Flowable:
    """The four dimensions, two beside two, as on the screen."""
    cells = [_card(edition, dress, root, part, limit) for part in edition.guide.dimensions]
    width = (look.WIDTH - GUTTER) / 2
    grid = Grid(
        [[cells[0], "", cells[1]], ["", "", ""], [cells[2], "", cells[3]]],
        colWidths=[width, GUTTER, width],
        rowHeights=[None, GUTTER, None],
    )
    places = ((0, 0), (2, 0), (0, 2), (2, 2))
    pad = dress.size(PAD)
    boxes = [
        command
        for (column, row), part in zip(places, edition.guide.dimensions, strict=True)
        for command in (
            ("BACKGROUND", (column, row), (column, row), look.Card(look.of(part.dimension))),
            ("LEFTPADDING", (column, row), (column, row), pad + 3),
            ("RIGHTPADDING", (column, row), (column, row), pad),
            ("TOPPADDING", (column, row), (column, row), pad - 1),
            ("BOTTOMPADDING", (column, row), (column, row), pad),
        )
    ]
    grid.setStyle([*PLAIN, *boxes])
    return grid


def _card(
    edition: Edition, dress: Look, root: Element, part: DimensionGuide, limit: int
) -> list[Flowable]:
    dossier, dimension = edition.dossier, part.dimension
    colours = look.of(dimension)
    section = root.add("Sect")
    title = words(section.add("H2"), dress.style("card"), (part.title, "", colours.strong))
    at = answers.scored(dossier, dimension, ScoredBy.CLIENT, Moment.NOW) or answers.scored(
        dossier, dimension, ScoredBy.CLIENT, Moment.START
    )
    place = words(section.add("P"), dress.style("card_place"), answers.in_words(at))
    width = (look.WIDTH - GUTTER) / 2 - 2 * dress.size(PAD) - 3
    with_icon(title, colours.icon, colours.strong)
    wide = min(flow.natural(title) + 4, width * 0.75)
    head = Grid([[title, place]], colWidths=[wide, width - wide])
    head.setStyle([*PLAIN, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])
    found: list[Flowable] = [head, Spacer(1, dress.size(5))]
    goal = _first(dossier, dimension)
    if goal is None:
        return [*found, words(section.add("P"), dress.style("body"), _no_goal(dossier, dimension))]
    told = f"“{flow.short(goal.text, limit)}”"
    found += [
        words(section.add("P"), dress.style("card_goal"), told),
        Spacer(1, dress.size(5)),
        *_step(dress, section, goal, limit),
    ]
    rest = len(goals.of(dossier, dimension)) - 1
    if rest:
        more = program_words.count("and {n} more goal", "and {n} more goals", rest)
        found += [Spacer(1, 3), words(section.add("P"), dress.style("small"), more)]
    return found


def _first(dossier: Dossier, dimension: Dimension) -> Goal | None:
    """The goal to show: of now, else for later, else reached."""
    for state in (GoalState.NOW, GoalState.LATER, GoalState.REACHED):
        if found := goals.of(dossier, dimension, state):
            return found[0]
    return None


def _next_step(goal: Goal) -> Step | None:
    if goal.state is not GoalState.NOW:
        return None
    open_steps = (s for s in goal.steps if s.state not in (StepState.DONE, StepState.NOT_NEEDED))
    return next(open_steps, None)


def _step(dress: Look, section: Element, goal: Goal, limit: int) -> list[Flowable]:
    """The next step with who and when, or how the goal stands."""
    style = dress.style
    if goal.state is not GoalState.NOW:
        told = _("This goal is {state}.", state=said.goal_state(goal))
        return [words(section.add("P"), style("small"), told)]
    step = _next_step(goal)
    if step is None:
        told = _("All steps are done.") if goal.steps else _("There are no steps yet.")
        return [words(section.add("P"), style("small"), told)]
    text = (flow.short(step.text, limit), fonts.STRONG, look.colour("ink"))
    found = [words(section.add("P"), style("small"), _("Next step") + ": ", text)]
    who_when = (flow.short(step.actor, limit), program_words.day(step.on) if step.on else "")
    if told := ", ".join(fact for fact in who_when if fact):
        found.append(words(section.add("P"), style("small"), told))
    return found


def _no_goal(dossier: Dossier, dimension: Dimension) -> str:
    if answers.state(dossier, dimension) is DimensionState.NO_GOAL:
        return _("Discussed, no goal now") + "."
    return _("Not discussed yet.")


def _signers(edition: Edition, dress: Look, root: Element, limit: int) -> list[Flowable]:
    """Who signs, three beside each other."""
    title = _("Who signs")
    heading = words(root.add("H2", title=title), dress.style("h2"), title, level=2)
    signatures = {s.role: s for s in edition.version.signatures} if edition.version else {}
    cells = []
    for role in Role:
        signature = signatures.get(role)
        name = said.signer(edition.dossier, role, signature) or _("not named yet")
        state = words(root.add("P"), dress.style("small"), _(said.ROLE[role]))
        told = said.signed(signature) if edition.version else _("Signs later")
        cells.append(
            [
                state,
                words(root.add("P"), dress.style("strong"), flow.short(name, limit)),
                words(root.add("P"), dress.style("small"), told),
            ]
        )
    grid = Grid([cells], colWidths=[look.WIDTH / 3] * 3)
    grid.setStyle([*PLAIN, ("RIGHTPADDING", (0, 0), (-1, -1), 10)])
    return [heading, grid]
