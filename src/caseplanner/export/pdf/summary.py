"""The first page: the whole plan at a glance, for a reader with one minute (domain.md 1c)."""

from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import answers, goals, people
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
from caseplanner.export.pdf import figures, fonts, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, Strip, Words, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

LIMITS = (10_000, 160, 110, 80, 55, 35)  # letters of a long text that still fit on the page
HIGH = look.PAGE_HEIGHT - look.TOP - look.BOTTOM
GUTTER = 11.0
WELL = "self.going_well"


def page(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The summary, with long texts cut short so far that it is one page; whole texts follow."""
    for limit in LIMITS:
        section = Element("Sect")
        story = _story(edition, dress, section, limit)
        if _height(story) <= HIGH:
            break
    root.parts.append(section)
    return story


def _height(story: list[Flowable]) -> float:
    total = after = 0.0
    for n, piece in enumerate(story):
        before = piece.getSpaceBefore() if n else 0.0
        total += piece.wrap(look.WIDTH, HIGH)[1] + max(before, after)
        after = piece.getSpaceAfter()
    return total


def short(text: str, limit: int) -> str:
    """The text, or its first words and three dots."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(None, 1)[0].rstrip(" .,;:") + " …"


def _story(edition: Edition, dress: Look, root: Element, limit: int) -> list[Flowable]:
    return [
        _top(edition, dress, root, limit),
        Spacer(1, dress.size(10)),
        *_cards(edition, dress, root, limit),
        Spacer(1, dress.size(12)),
        *_signers(edition, dress, root, limit),
    ]


def _top(edition: Edition, dress: Look, root: Element, limit: int) -> Flowable:
    """Who it is about, how far the plan is, and what goes well; the wheel beside it."""
    dossier = edition.dossier
    name = short(dossier.person.called, min(limit, 60))
    title = _("Recovery plan of {name}", name=name)
    left: list[Flowable] = [
        words(root.add("H1", title=title), dress.style("title"), title, level=1),
        Spacer(1, dress.size(4)),
        words(root.add("P"), dress.style("subtitle"), _who(dossier, limit)),
        Spacer(1, dress.size(8)),
        _state(edition, dress, root),
        Spacer(1, dress.size(12)),
        *_going_well(edition, dress, root, limit),
    ]
    size = 172.0
    wheel = figures.Wheel(root.add("Figure"), dossier, edition.guide, size)
    legend = words(root.add("P"), dress.style("small"), _legend(dossier))
    room = look.WIDTH - size - 22
    top = Grid([[left, "", [wheel, Spacer(1, 5), legend]]], colWidths=[room, 22, size])
    top.setStyle(_PLAIN)
    return top


def _who(dossier: Dossier, limit: int) -> str:
    person = dossier.person
    facts = [
        person.initials and short(person.initials, limit),
        person.cell and _("cell {cell}", cell=short(person.cell, limit)),
    ]
    lines = [" · ".join(fact for fact in facts if fact)]
    lines += [
        f"{_(said.ROLE[role])}: {short(name, limit)}"
        for role in (Role.MENTOR, Role.SUPERVISOR)
        if (name := people.name_of(dossier, role))
    ]
    return "\n".join(line for line in lines if line) or _("Nobody else is named yet.")


def _state(edition: Edition, dress: Look, root: Element) -> Words:
    version = edition.version
    text = said.state(version)
    if edition.dossier.practice:
        text = _("PRACTICE: the person in this plan was made up.") + "\n" + text
    icon, ink = ("file-check", "ok") if version else ("pencil", "warn")
    line = words(root.add("P"), dress.style("strong"), (text, "", look.colour(ink)))
    return with_icon(line, icon, look.colour(ink))


def _going_well(edition: Edition, dress: Look, root: Element, limit: int) -> list[Flowable]:
    """The client's own words first (domain.md 2b); nothing when the question was not answered."""
    told = answers.given(edition.dossier, WELL)
    if not told:
        return []
    question = next(q for q in edition.guide.of(Dimension.SELF).questions if q.id == WELL)
    quote = root.add("BlockQuote")
    line = look.colour("primary")
    return [
        Strip(words(quote.add("P"), dress.style("label"), question.text), line, below=2),
        Strip(words(quote.add("P"), dress.style("quote"), f"“{short(told, limit)}”"), line),
    ]


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


def _cards(edition: Edition, dress: Look, root: Element, limit: int) -> list[Flowable]:
    """The four dimensions, two beside two, as on the screen."""
    title = _("The plan at a glance")
    heading = words(root.add("H2", title=title), dress.style("h2"), title, level=2)
    cells = [_card(edition, dress, root, part, limit) for part in edition.guide.dimensions]
    width = (look.WIDTH - GUTTER) / 2
    grid = Grid(
        [[cells[0], "", cells[1]], ["", "", ""], [cells[2], "", cells[3]]],
        colWidths=[width, GUTTER, width],
        rowHeights=[None, GUTTER, None],
    )
    places = ((0, 0), (2, 0), (0, 2), (2, 2))
    pad = dress.size(11)
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
    grid.setStyle([*_PLAIN, *boxes])
    return [heading, grid]


def _card(
    edition: Edition, dress: Look, root: Element, part: DimensionGuide, limit: int
) -> list[Flowable]:
    dossier, dimension = edition.dossier, part.dimension
    colours = look.of(dimension)
    strong = colours.strong
    section = root.add("Sect")
    title = words(section.add("H3"), dress.style("card"), (part.title, "", strong))
    at = answers.scored(dossier, dimension, ScoredBy.CLIENT, Moment.NOW) or answers.scored(
        dossier, dimension, ScoredBy.CLIENT, Moment.START
    )
    found: list[Flowable] = [
        with_icon(title, colours.icon, strong),
        Spacer(1, 2),
        words(section.add("P"), dress.style("small"), _on_wheel(figures.place(at))),
        Spacer(1, dress.size(6)),
    ]
    goal = _first(dossier, dimension)
    if goal is None:
        found.append(words(section.add("P"), dress.style("body"), _no_goal(dossier, dimension)))
        return found
    told = f"“{short(goal.text, limit)}”"
    found.append(words(section.add("P"), dress.style("card_goal"), told))
    rest = len(goals.of(dossier, dimension)) - 1
    step = _next_step(goal)
    found += [Spacer(1, dress.size(6)), *_step(dress, section, goal, step, limit)]
    if rest:
        more = program_words.count("and {n} more goal", "and {n} more goals", rest)
        found += [Spacer(1, 3), words(section.add("P"), dress.style("small"), more)]
    return found


def _on_wheel(place: str) -> str:
    return _("On the wheel: {place}", place=place)


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


def _step(
    dress: Look, section: Element, goal: Goal, step: Step | None, limit: int
) -> list[Flowable]:
    if goal.state is not GoalState.NOW:
        told = _("This goal is {state}.", state=said.goal_state(goal))
        return [words(section.add("P"), dress.style("small"), told)]
    if step is None:
        told = _("All steps are done.") if goal.steps else _("There are no steps yet.")
        return [words(section.add("P"), dress.style("small"), told)]
    who_when = [short(step.actor, limit), program_words.day(step.on) if step.on else ""]
    strong = dress.style("strong")
    lines = [
        words(section.add("P"), dress.style("label"), _("Next step")),
        words(section.add("P"), strong, (short(step.text, limit), "", look.colour("ink"))),
    ]
    if told := ", ".join(fact for fact in who_when if fact):
        lines.append(words(section.add("P"), dress.style("small"), told))
    return lines


def _no_goal(dossier: Dossier, dimension: Dimension) -> str:
    match answers.state(dossier, dimension):
        case DimensionState.NO_GOAL:
            return _("Discussed, no goal now") + "."
        case DimensionState.DONE:
            return _("The goals here were stopped.")
        case _:
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
                words(root.add("P"), dress.style("strong"), short(name, limit)),
                words(root.add("P"), dress.style("small"), told),
            ]
        )
    grid = Grid([cells], colWidths=[look.WIDTH / 3] * 3)
    grid.setStyle([*_PLAIN, ("RIGHTPADDING", (0, 0), (-1, -1), 10)])
    return [heading, grid]


_PLAIN = [
    ("FONT", (0, 0), (-1, -1), fonts.BODY, 1, 1),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
