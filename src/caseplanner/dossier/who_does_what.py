"""Who does what in this plan, read from all of it (domain.md 3c, 1d): nothing here is kept.

The PI and probation come first, so that their work is seen together (seed 1); then the client,
the partners, the volunteers, people around, and names that mean nobody in the plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseplanner.dossier import actors, agreed, basics, goals, network, partners
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.folding import fold
from caseplanner.dossier.guards import Place
from caseplanner.dossier.model import (
    Activity,
    Area,
    BasicState,
    ClientAnswer,
    Dossier,
    PartnerKind,
    StepState,
    Volunteer,
    VolunteerKind,
)
from caseplanner.dossier.named import UNKNOWN, Named, Side, side_of
from caseplanner.words import _

OPEN = (StepState.TO_DO, StepState.BUSY, StepState.STUCK)
NOBODY = ""  # the party of what nobody was named for
TO_DO = (BasicState.BUSY, BasicState.TO_ARRANGE)


class Does(StrEnum):
    """What kind of thing it is that somebody does."""

    STEP = "step"
    TASK = "task"
    ANSWERS_FOR = "answers_for"
    CHECKS = "checks"
    ARRANGES = "arranges"
    FOLLOWS = "follows"
    GOES_ON = "goes_on"
    HELPS = "helps"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. `on` is its day: by, until or from when, as `does` says.

    `who` is the name as it was written, `together` that the client does it too; at `place` it is
    changed.
    """

    does: Does
    text: str
    place: Place
    on: date | None = None
    who: str = ""
    together: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with what he or she does; `about` says who it is. `key` tells it from the others."""

    key: str
    name: str
    about: str
    lines: tuple[Line, ...]


def parties(dossier: Dossier) -> tuple[Party, ...]:
    """The PI, probation and the client always; of the others who has something to do."""
    named = Named(dossier)
    held: dict[str, list[Line]] = {}
    strangers: dict[str, str] = {}  # parties that are only a name, as it was first written
    told = [({owner: ""}, line) for owner, line in _of_rows(dossier)]
    told += [
        (named.whose(line.who) if line.who.strip() else {}, line) for line in _by_name(dossier)
    ]
    for whose, line in told:
        if line.together:
            whose = {Side.CLIENT: "", **whose}
        for party, name in (whose or {NOBODY: ""}).items():
            held.setdefault(party, []).append(line)
            if party.startswith(UNKNOWN):
                strangers.setdefault(party, name)
    known = (*_known(dossier), *((party, name, "") for party, name in strangers.items()))
    return tuple(
        Party(party, name, about, _by_day(held.get(party, [])))
        for party, name, about in (*known, (NOBODY, _("Nobody yet"), _("Who will do this?")))
        if party in held or party in tuple(Side)
    )


def _by_day(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.on or date.max))


def _known(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Everybody in the plan, in order: the party, what it is called, and who that is."""
    team = {side: [c.name for c in dossier.team if side_of(c) is side] for side in Side}
    yield Side.PI, _("The PI"), ", ".join(team[Side.PI])
    yield Side.PROBATION, _(VALUES[PartnerKind][PartnerKind.PROBATION]), _supervision(dossier)
    yield Side.CLIENT, dossier.person.called, ""
    for partner in partners.in_order(dossier):
        if partner.kind is not PartnerKind.PROBATION:
            about = (_(VALUES[PartnerKind][partner.kind]), partner.contact.strip())
            yield partner.id, partner.name, ", ".join(filter(None, about))
    for one in dossier.volunteers:
        role = _(VALUES[VolunteerKind][one.kind])
        yield one.id, one.name, role if _agreed(one) else _("{who}, not agreed yet", who=role)
    for contact in network.shown(dossier):
        yield contact.id, contact.name, contact.relation


def _supervision(dossier: Dossier) -> str:
    """Who there is of probation: the team, and what stands among the partners."""
    told = [c.name for c in dossier.team if side_of(c) is Side.PROBATION]
    for partner in dossier.partners:
        if partner.kind is PartnerKind.PROBATION:
            told += [partner.name, partner.contact]
    ours = fold(_(VALUES[PartnerKind][PartnerKind.PROBATION]))
    names = (name.strip() for name in told)
    return ", ".join(dict.fromkeys(name for name in names if name and fold(name) != ours))


def _agreed(one: Volunteer) -> bool:
    return one.client_says is one.own_says is ClientAnswer.YES


def _of_rows(dossier: Dossier) -> Iterator[tuple[str, Line]]:
    """What stands at a partner or a volunteer, with the party that does it."""
    for one in dossier.partners:
        owner = Side.PROBATION if one.kind is PartnerKind.PROBATION else one.id
        for does, text in ((Does.TASK, one.task), (Does.ANSWERS_FOR, one.answers_for)):
            if text.strip():
                yield owner, Line(does, text, Place("partner", one.id, "task"), one.until, one.name)
    for volunteer in dossier.volunteers:
        if ClientAnswer.NO not in (volunteer.client_says, volunteer.own_says):
            for task in volunteer.tasks:
                text = task.text.strip() or _(VALUES[Activity][task.activity])
                yield volunteer.id, Line(Does.HELPS, text, Place("volunteer_task", task.id, "text"))


def _by_name(dossier: Dossier) -> Iterator[Line]:
    """What somebody does who was named there in words, in the order of the plan."""
    yield from _of_goals(dossier)
    for referral in partners.open_referrals(dossier):
        place = Place("referral", referral.id, "who")
        yield Line(Does.FOLLOWS, referral.to, place, referral.look_on, referral.who)
    for condition in dossier.conditions:
        if condition.checked_by.strip():
            text = condition.plain.strip() or condition.text
            place = Place("special_condition", condition.id, "checked_by")
            yield Line(Does.CHECKS, text, place, condition.until, condition.checked_by)
    for area in Area:
        known = basics.now(dossier, area)
        if known and known.state in TO_DO:
            place = Place("basic", known.id, "who")
            yield Line(Does.ARRANGES, basics.name(area), place, known.on, known.who)
    for one in agreed.open_(dossier):
        if one.text.strip() and not agreed.step_of(dossier, one):  # the step tells it already
            place = Place("agreement", one.id, "text")
            yield Line(Does.AGREED, one.text, place, one.by, one.who)


def _of_goals(dossier: Dossier) -> Iterator[Line]:
    for goal in goals.current(dossier):
        for step in goal.steps:
            if step.state in OPEN:
                planner = actors.planner(step.actor)
                who = step.actor if planner is None else planner
                place = Place("step", step.id, "text", goal.dimension, goal.id)
                yield Line(Does.STEP, step.text, place, step.on, who, planner is not None)
        if goal.after_who.strip():
            place = Place("goal", goal.id, "after_who", goal.dimension, goal.id)
            yield Line(Does.GOES_ON, goal.text, place, goal.after_from, goal.after_who)
