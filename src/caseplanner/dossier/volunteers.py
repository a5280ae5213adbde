"""Volunteers and experts by experience: the client's wish, the match, what they do (domain.md C2).

A volunteer comes only where the client asked for one, and begins with two yeses. What he or she
does makes things possible for the client: there is no activity that checks or enforces (4c).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from caseplanner.dossier import lists, rows
from caseplanner.dossier.model import (
    Activity,
    ClientAnswer,
    Coordination,
    CoordinationKind,
    Dossier,
    Volunteer,
    VolunteerTask,
)
from caseplanner.dossier.retention import months_after
from caseplanner.errors import UserError
from caseplanner.words import _, count, mark

MONTHS = 3  # between two evaluations (COSA, domain.md C2)


class Match(StrEnum):
    """How far a match is."""

    BEGUN = "begun"
    WAITS_FOR_CLIENT = "waits_for_client"
    WAITS_FOR_VOLUNTEER = "waits_for_volunteer"
    BOTH = "both"
    NOT = "not"


def asks(dossier: Dossier) -> bool:
    """The client asked for a volunteer."""
    return dossier.volunteer_wish.says is ClientAnswer.YES


def blank(id: str) -> Volunteer:
    return Volunteer("", id=id)


def write(dossier: Dossier, volunteer: str, **details: Any) -> Dossier:
    """Change fields of a volunteer, who begins to be with the first; refused without a wish."""
    if lists.find(dossier.volunteers, volunteer) is None and not asks(dossier):
        raise UserError(mark("Ask the client first. A volunteer comes only on his or her wish."))
    return rows.write(dossier, "volunteers", volunteer, blank, **details)


def remove(dossier: Dossier, volunteer: str) -> Dossier:
    return rows.remove(dossier, "volunteers", volunteer)


def write_task(dossier: Dossier, volunteer: str, task: str, **details: Any) -> Dossier:
    """Change fields of a task, which begins to be with the first that is said."""

    def edit(one: Volunteer) -> Volunteer:
        before = lists.find(one.tasks, task) or VolunteerTask(Activity.COMPANY, id=task)
        return replace(one, tasks=lists.put(one.tasks, replace(before, **details)))

    return _change(dossier, volunteer, edit)


def remove_task(dossier: Dossier, volunteer: str, task: str) -> Dossier:
    return _change(dossier, volunteer, lambda v: replace(v, tasks=lists.without(v.tasks, task)))


def write_moment(dossier: Dossier, volunteer: str, moment: str, **details: Any) -> Dossier:
    """Change fields of a moment of coordination, which begins to be with the first."""

    def edit(one: Volunteer) -> Volunteer:
        before = lists.find(one.coordination, moment) or Coordination(id=moment)
        after = replace(before, **details)
        if after == Coordination(id=moment):
            return one
        return replace(one, coordination=lists.put(one.coordination, after))

    return _change(dossier, volunteer, edit)


def remove_moment(dossier: Dossier, volunteer: str, moment: str) -> Dossier:
    return _change(
        dossier,
        volunteer,
        lambda v: replace(v, coordination=lists.without(v.coordination, moment)),
    )


def match(volunteer: Volunteer) -> Match:
    """How far it is: whoever says no ends it, and it begins when both said yes."""
    said = (volunteer.client_says, volunteer.own_says)
    if ClientAnswer.NO in said:
        return Match.NOT
    if said == (ClientAnswer.YES, ClientAnswer.YES):
        return Match.BOTH
    if volunteer.client_says is ClientAnswer.YES:
        return Match.WAITS_FOR_VOLUNTEER
    return Match.WAITS_FOR_CLIENT if volunteer.own_says else Match.BEGUN


def in_words(volunteer: Volunteer, called: str) -> str:
    """How far a match is, in one sentence."""
    name = volunteer.name or _("the volunteer")
    match match(volunteer):
        case Match.NOT:
            return _("This match does not go on.")
        case Match.BOTH:
            return _("{one} and {other} both said yes.", one=called, other=name)
        case Match.WAITS_FOR_VOLUNTEER:
            return _("We wait for the answer of {name}.", name=name)
        case Match.WAITS_FOR_CLIENT:
            return _("We wait for the answer of {name}.", name=called)
        case Match.BEGUN:
            return _("Nobody was asked yet.")


def with_us(dossier: Dossier) -> tuple[Volunteer, ...]:
    """Those with whom both said yes."""
    return tuple(one for one in dossier.volunteers if match(one) is Match.BOTH)


def evaluation_due(volunteer: Volunteer) -> date | None:
    """Before which day the contact is evaluated: three months after both said yes, or after the
    evaluation before. None while there is no match, or when one is planned already.
    """
    if match(volunteer) is not Match.BOTH:
        return None
    evaluations = [c for c in volunteer.coordination if c.kind is CoordinationKind.EVALUATION]
    if any(not one.held and one.on for one in evaluations):
        return None
    begun = [on for on in (volunteer.client_on, volunteer.own_on) if on]
    held = [one.on for one in evaluations if one.held and one.on]
    since = max(held or begun, default=None)
    return months_after(since, MONTHS) if since else None


def by_day(volunteer: Volunteer) -> tuple[Coordination, ...]:
    """The moments, the newest first; one without a day last."""
    return lists.newest_first(volunteer.coordination)


def at_a_glance(dossier: Dossier) -> str:
    """How it stands, in a few words: who comes, that none is wanted, that it was not asked."""
    if known := with_us(dossier):
        return ", ".join(one.name for one in known)
    match dossier.volunteer_wish.says:
        case ClientAnswer.YES:
            many = len(dossier.volunteers)
            return count("{n} match begun", "{n} matches begun", many) if many else _("asked for")
        case ClientAnswer.NO:
            return _("not wanted")
        case ClientAnswer.UNSURE | ClientAnswer.COULD_NOT:
            return _("not known yet")
        case None:
            return _("not asked yet")


def _change(dossier: Dossier, volunteer: str, edit: Callable[[Volunteer], Volunteer]) -> Dossier:
    return replace(dossier, volunteers=lists.change(dossier.volunteers, volunteer, edit))
