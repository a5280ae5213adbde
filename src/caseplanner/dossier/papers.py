"""What each paper around the plan holds: a dossier with that and nothing else (domain.md R14).

A paper is drawn from such a dossier, so that nothing can come on it that is not named here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from caseplanner.dossier import agreed, document, goals, lists, meeting_course, meetings, people
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import (
    Agreement,
    Colleague,
    Dossier,
    Goal,
    Meeting,
    NoGoal,
    Person,
    Role,
    Step,
    Topic,
    TopicMark,
)
from caseplanner.dossier.named import Named, Side


class Paper(StrEnum):
    """What is printed: the plan, or something beside it that is no plan and carries no seal."""

    PLAN = "plan"
    SIGNALS = "signals"
    TAKE_HOME = "take_home"
    REPORT = "report"
    INVITATION = "invitation"


def signals(dossier: Dossier) -> Dossier:
    """The signaleringsplan, to hang up."""
    return replace(_bare(dossier), signals=dossier.signals, signal_plan=dossier.signal_plan)


def invitation(dossier: Dossier, id: str) -> Dossier:
    """When and where this meeting is, who is asked, and what will be talked about."""
    meeting = meetings.find(dossier, id)
    stops = {page.stop for page in meeting_course.pages(dossier, meeting)}
    talked = {topic for stop, topic in meeting_course.TOPICS.items() if stop in stops}
    asked = Meeting(
        on=meeting.on,
        begin=meeting.begin,
        place=meeting.place,
        seats=tuple(
            replace(seat, name=meetings.name(dossier, seat))
            for seat in meeting.seats
            if seat.there is not False
        ),
        topics=tuple(TopicMark(topic, topic not in talked, id=str(topic)) for topic in Topic),
        id=id,
    )
    return replace(_bare(dossier), team=_to_ask(dossier), meetings=(asked,))


def take_home(dossier: Dossier, id: str) -> Dossier:
    """What this meeting came to for the client: own words, goals with what is still to do, what
    was agreed that concerns him or her, who tells what, and the next time. What was hidden in the
    meeting is not on it."""
    meeting = meetings.find(dossier, id)
    told = Meeting(
        on=meeting.on,
        summary=meeting.summary,
        next_on=meeting.next_on,
        next_begin=meeting.next_begin,
        next_place=meeting.next_place,
        id=id,
    )
    shown = tuple(_to_do(goal) for goal in meetings.shown_goals(dossier, meeting))
    return replace(
        _bare(dossier),
        team=_to_ask(dossier),
        meetings=(told,),
        goals=shown,
        agreements=tuple(_concerning(dossier, shown)),
        tellings=dossier.tellings,
    )


def report(dossier: Dossier, id: str, frozen: Dossier | None = None) -> Dossier:
    """What was said and agreed in this meeting, for the three who were there. `frozen` is the plan
    as it was set there; without it the goals are those of now."""
    meeting = meetings.find(dossier, id)
    source = frozen or dossier
    version = lists.find(dossier.versions, meeting.version)
    whole = replace(
        _bare(dossier),
        team=tuple(replace(one, work="") for one in dossier.team if one.role),
        meetings=(meeting,),
        goals=tuple(_said(goal) for goal in meetings.shown_goals(source, meeting)),
        no_goals=tuple(_no_goals(source)),
        agreements=agreed.of(dossier, meeting),
        tellings=dossier.tellings,
        versions=(replace(version, scans=()),) if version else (),
    )
    return document.for_others(whole)


def _bare(dossier: Dossier) -> Dossier:
    """Whom it is about and how he or she reads; no more."""
    person = dossier.person
    return Dossier(
        person=Person(
            called=person.called, large_print=person.large_print, pictograms=person.pictograms
        ),
        practice=dossier.practice,
    )


def _to_ask(dossier: Dossier) -> tuple[Colleague, ...]:
    """Whom the client asks: the mentor or worker."""
    name = people.name_of(dossier, Role.MENTOR)
    return (Colleague(name, Role.MENTOR, id="ask"),) if name else ()


def _to_do(goal: Goal) -> Goal:
    """The words, the answer, and the steps that are still to be done."""
    open_ = (step for step in goal.steps if step.state not in agreed.CLOSED)
    return replace(_said(goal), steps=tuple(open_), answer_reason="", answer_on=None, others=())


def _said(goal: Goal) -> Goal:
    """The words, and what each party says to it; of the steps only which they are."""
    told: dict[str, Any] = {
        name: getattr(goal, name)
        for name in ("answer", "answer_reason", "answer_on", "others", "id")
    }
    steps = tuple(Step("", id=step.id) for step in goal.steps)
    return Goal(goal.dimension, goal.text, steps=steps, **told)


def _no_goals(dossier: Dossier) -> Iterator[NoGoal]:
    """The dimensions without a goal now, with what was said of that."""
    busy = {goal.dimension for goal in goals.current(dossier)}
    for one in dossier.no_goals:
        if one.dimension not in busy:
            yield NoGoal(one.dimension, one.reason, one.id)


def _concerning(dossier: Dossier, shown: tuple[Goal, ...]) -> Iterator[Agreement]:
    """What is open and names the client: his or her own first. What became a step of a goal that
    is shown stands there."""
    named, steps = Named(dossier), {step.id for goal in shown for step in goal.steps}
    called = re.compile(rf"\b{re.escape(fold(dossier.person.called))}\b")

    def own(one: Agreement) -> bool:
        return Side.CLIENT in named.whose(one.who) if one.who.strip() else False

    found = [
        one
        for one in agreed.open_(dossier)
        if one.step not in steps
        and (own(one) or called.search(fold(" ".join((one.who, one.text, one.told)))))
    ]
    for one in sorted(found, key=lambda one: not own(one)):
        yield replace(one, goal="", step="", state=agreed.state(dossier, one), meeting="")
