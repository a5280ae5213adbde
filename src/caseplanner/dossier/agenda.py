"""What there is to do in a dossier: its days and whom it waits for, as values.

A day is compared with today at the moment of showing. Nothing is ever kept as "late", since
nobody writes that down overnight.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caseplanner.dossier import (
    agreed,
    agreements,
    basics,
    course,
    goals,
    lead,
    mediation,
    meetings,
    partners,
    people,
    reviews,
    stays,
    volunteers,
)
from caseplanner.dossier.model import (
    Area,
    BasicState,
    CaseState,
    Dimension,
    Dossier,
    GoalState,
    HowSigned,
    MediationState,
    Role,
    StepState,
)
from caseplanner.dossier.volunteers import Match

WEEK, NEAR = timedelta(days=7), timedelta(days=60)
OPEN = (StepState.TO_DO, StepState.BUSY)


class What(StrEnum):
    """What there is to do. The values stand in every vault: they never change."""

    STEP = "step"
    GOAL = "goal"
    ASK = "ask"
    MEDIATION = "mediation"
    BASIC = "basic"
    RISK = "risk"
    CONDITION = "condition"
    RELEASE = "release"
    ALONE = "alone"
    SIGNATURE = "signature"
    PAUSE = "pause"
    LEAD = "lead"
    REFERRAL = "referral"
    VOLUNTEER = "volunteer"
    TUNING = "tuning"
    EVALUATION = "evaluation"
    REVIEW = "review"
    MEETING = "meeting"
    AGREEMENT = "agreement"


class When(StrEnum):
    """How pressing it is today, the most pressing first."""

    LATE = "late"
    TODAY = "today"
    WAITING = "waiting"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. `on` is its day; `who` does it or is waited for.

    `text` is the user's words, or a value the program has words for: an Area, a Role or a
    ReviewKind.
    """

    what: What
    on: date | None = None
    text: str = ""
    who: str = ""
    dimension: Dimension | None = None


WAITED_FOR = frozenset({What.SIGNATURE, What.PAUSE})
AHEAD = frozenset({What.RELEASE, What.ALONE, What.LEAD, What.CONDITION})  # announced weeks before


def items(dossier: Dossier, *, to_sign: bool) -> tuple[Item, ...]:
    """Everything that has a day or waits for somebody, by day; what has none comes first.

    `to_sign`: the newest version still holds, and somebody has not signed it. A case that is
    paused waits: its steps and questions are nobody's to do until it goes on.
    """
    found = [*_of_the_stay(dossier), *_imposed(dossier)]
    paused = course.before_pause(dossier) is not None
    found += _pause(dossier) if paused else _work(dossier)
    if to_sign:
        found += _signatures(dossier)
    return tuple(sorted(found, key=lambda item: item.on or date.min))


def when(item: Item, today: date) -> When | None:
    """How pressing it is; None while it is far ahead."""
    if item.what in WAITED_FOR:
        return When.WAITING
    if item.on is None:
        return None
    if item.what is What.CONDITION:  # nobody can be late with it, but it is good to know
        return When.COMING if abs(item.on - today) <= NEAR else None
    if item.on <= today:
        return When.TODAY if item.on == today else When.LATE
    return When.COMING if item.on - today <= (NEAR if item.what in AHEAD else WEEK) else None


def days(found: tuple[Item, ...]) -> tuple[date, ...]:
    """The days by which something is to be done, each once, the first one first."""
    wanted = {item.on for item in found if item.on and item.what not in WAITED_FOR | AHEAD}
    return tuple(sorted(wanted))


def ends(found: tuple[Item, ...]) -> tuple[date, ...]:
    """The days on which a condition ends."""
    return tuple(sorted({i.on for i in found if i.on and i.what is What.CONDITION}))


def release(found: tuple[Item, ...]) -> date | None:
    """The day of release, while the stay goes on."""
    return next((item.on for item in found if item.what is What.RELEASE), None)


def waits(found: tuple[Item, ...]) -> bool:
    return any(item.what in WAITED_FOR for item in found)


def _work(dossier: Dossier) -> Iterator[Item]:
    for goal in goals.current(dossier):
        for step in goal.steps:
            if step.on and step.state in OPEN:
                yield Item(What.STEP, step.on, step.text, step.actor, goal.dimension)
        last = goal.attempts[-1] if goal.attempts else None
        if last and last.again_on and goal.answer in (None, last.said):
            yield Item(What.ASK, last.again_on, goal.text, dimension=goal.dimension)
    for goal in dossier.goals:
        if goal.state is GoalState.LATER and goal.remind_on:
            yield Item(What.GOAL, goal.remind_on, goal.text, dimension=goal.dimension)
    talk = mediation.now(dossier)
    if talk.state is MediationState.LATER and talk.remind_on:
        yield Item(What.MEDIATION, talk.remind_on, dimension=Dimension.VICTIM)
    for referral in partners.open_referrals(dossier):
        if referral.look_on:
            yield Item(What.REFERRAL, referral.look_on, referral.to, referral.who)
    for area in Area:
        known = basics.now(dossier, area)
        if known and known.on and known.state in (BasicState.BUSY, BasicState.TO_ARRANGE):
            yield Item(What.BASIC, known.on, area.value, known.who)
    for review in reviews.to_come(dossier):
        if review.due:
            yield Item(What.REVIEW, review.due, review.kind.value)
    yield from _at_the_table(dossier)
    yield from _with_volunteers(dossier)


def _at_the_table(dossier: Dossier) -> Iterator[Item]:
    """The meetings to come, and what was agreed there; an agreement that became a step is one."""
    for meeting in dossier.meetings:
        if meeting.on and meeting.state in meetings.OPEN:
            yield Item(What.MEETING, meeting.on, meeting.begin or meeting.place)
    for one in dossier.agreements:
        if one.by and one.state in OPEN and not agreed.step_of(dossier, one):
            yield Item(What.AGREEMENT, one.by, one.text, one.who)


def _with_volunteers(dossier: Dossier) -> Iterator[Item]:
    for one in dossier.volunteers:
        match volunteers.match(one):
            case Match.NOT:
                continue
            case Match.WAITS_FOR_VOLUNTEER if one.answer_by:
                yield Item(What.VOLUNTEER, one.answer_by, who=one.name)
        for moment in one.coordination:
            if moment.on and not moment.held:
                yield Item(What.TUNING, moment.on, who=one.name)
        if due := volunteers.evaluation_due(one):
            yield Item(What.EVALUATION, due, who=one.name)


def _of_the_stay(dossier: Dossier) -> Iterator[Item]:
    stay = stays.now(dossier)
    if stay is None or stay.release is None or stay.ended:
        return
    yield Item(What.RELEASE, stay.release)
    alone = [goal for goal in goals.current(dossier) if not goal.after_who.strip()]
    for goal in alone[:1]:
        yield Item(What.ALONE, stay.release, str(len(alone)), dimension=goal.dimension)
    if leaves := lead.leaves_on(dossier):
        yield Item(What.LEAD, leaves)


def _imposed(dossier: Dossier) -> Iterator[Item]:
    for on in sorted({one.until for one in dossier.conditions if one.until}):
        yield Item(What.CONDITION, on)
    newest: dict[str, date] = {}  # an assessment made anew takes the place of the one before
    for risk in dossier.risks:
        if risk.valid_until:
            key = risk.instrument.casefold()
            newest[key] = max(risk.valid_until, newest.get(key, date.min))
    for on in sorted(set(newest.values())):
        yield Item(What.RISK, on)


def _pause(dossier: Dossier) -> Iterator[Item]:
    known = course.now(dossier)
    if known and known.state is CaseState.PAUSED:
        yield Item(What.PAUSE, known.on, known.reason)


def _signatures(dossier: Dossier) -> Iterator[Item]:
    version = agreements.latest(dossier)
    for role in Role if version else ():
        signed = agreements.signed(version, role) if version else None
        if signed is None or signed.how is HowSigned.NOT_NOW:
            yield Item(What.SIGNATURE, None, role.value, people.name_of(dossier, role))
