"""Volunteers on paper: whether the client wants one, the match, the tasks, what is passed on."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import asking, lists, volunteers
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    Activity,
    ClientAnswer,
    Coordination,
    CoordinationKind,
    Dossier,
    Volunteer,
    VolunteerKind,
    VolunteerTask,
    VolunteerWish,
)
from caseplanner.export.pdf import facts, flow, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _, mark

WISHES = {
    ClientAnswer.YES: mark("{name} asks for a volunteer"),
    ClientAnswer.NO: mark("{name} wants no volunteer"),
    ClientAnswer.UNSURE: mark("{name} does not know yet about a volunteer"),
    ClientAnswer.COULD_NOT: mark("{name} could not answer about a volunteer"),
}


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The wish, and each volunteer; nothing where it was never talked about."""
    dossier = edition.dossier
    if dossier.volunteer_wish == VolunteerWish() and not dossier.volunteers:
        return []
    element = root.add("Sect")
    title = _("Volunteer")
    heading = words(element.add("H2", title=title), dress.style("h2"), title, level=2)
    story: list[Flowable] = [heading]
    if told := wish(dossier):
        story.append(words(element.add("P"), dress.style("body"), told))
    for one in dossier.volunteers:
        if grid := facts.table(dress, element, _facts(dossier, one)):
            story += [Spacer(1, dress.size(6)), grid]
    story = flow.together(*story)
    return [CondPageBreak(min(flow.height(story), look.ROOM)), *story, flow.Gap(1, dress.size(20))]


def wish(dossier: Dossier) -> str:
    """What the client says of it, in one sentence with the day and the own words."""
    said = dossier.volunteer_wish
    name = dossier.person.called
    told = _(WISHES[said.says], name=name) if said.says else _("We talked about a volunteer")
    if said.offered_on:
        told = f"{told}, {program_words.day(said.offered_on)}"
    own = f" “{said.words}”" if said.words.strip() else ""
    return "" if said == VolunteerWish() else f"{told}.{own}"


def _facts(dossier: Dossier, one: Volunteer) -> Iterator[tuple[str, str]]:
    called = dossier.person.called
    who = [one.name, _(VALUES[VolunteerKind][one.kind]), one.organisation]
    yield _("Who"), ", ".join(part for part in who if part.strip())
    yield _("Why this match?"), one.reasons
    said = [
        _said(one.client_says, called, one.client_on),
        _said(one.own_says, one.name, one.own_on),
    ]
    if one.answer_by and one.own_says is None:
        day = program_words.day(one.answer_by)
        said.append(_("Answer expected by {day}", day=day))
    yield _("Who said yes?"), ".\n".join(part for part in said if part)
    yield _("What we do together"), "\n".join(_task(dossier, task) for task in one.tasks)
    yield _("Not the task"), one.not_doing
    yield _("What is passed on"), _passed_on(one, called)
    moments = volunteers.by_day(one)[::-1]
    yield _("Tuning tasks and goals"), "\n".join(_moment(each, called) for each in moments)


def _said(answer: ClientAnswer | None, name: str, on: date | None) -> str:
    if answer is None:
        return ""
    told = _(asking.SAID[answer], name=name)
    return f"{told}, {program_words.day(on)}" if on else told


def _task(dossier: Dossier, task: VolunteerTask) -> str:
    kind = _(VALUES[Activity][task.activity])
    told = f"{task.text} ({kind})" if task.text.strip() else kind
    goal = lists.find(dossier.goals, task.goal)
    return f"{told}. {_('For the goal: {goal}', goal=f'“{goal.text}”')}" if goal else told


def _passed_on(one: Volunteer, called: str) -> str:
    if not one.passes_on.strip() or not one.passes_on_told:
        return one.passes_on
    day = program_words.day(one.passes_on_told)
    return f"{one.passes_on}\n{_('{name} knows this since {day}.', name=called, day=day)}"


def _moment(moment: Coordination, called: str) -> str:
    kind = _(VALUES[CoordinationKind][moment.kind])
    held = _("held") if moment.held else _("planned")
    day = program_words.day(moment.on) if moment.on else _("no day yet")
    if moment.client_there:
        there = _("{name} is there", name=called)
    else:
        there = _("{name} is not there", name=called)
        if moment.why_absent.strip():
            there = f"{there}: {moment.why_absent}"
    return f"{day}, {kind}, {held}. {there}"
