"""Who else works on the plan (domain.md 2f, 3c): partners, referrals, which probation organisation.

They change by the edits of `rows`. A partner is a copy of what the addresses of the laptop say: a
later change there changes no plan.
"""

from collections.abc import Iterator

from caseplanner.dossier import lists, rows
from caseplanner.dossier.model import (
    Dossier,
    Goal,
    GoalState,
    Partner,
    PartnerKind,
    Referral,
    ReferralState,
)
from caseplanner.dossier.organisations import Organisation
from caseplanner.words import count

KINDS = {kind: place for place, kind in enumerate(PartnerKind)}
OPEN = (ReferralState.PLANNED, ReferralState.REFERRED)  # somebody still looks what comes of it


def blank(id: str) -> Partner:
    return Partner(PartnerKind.OTHER, "", id=id)


def add(dossier: Dossier, id: str, one: Organisation) -> Dossier:
    """A partner that is a copy of an organisation."""
    copied = {"kind": one.kind, "name": one.name, "contact": one.contact, "reach": one.reach}
    return rows.write(dossier, "partners", id, blank, **copied)


def in_order(dossier: Dossier) -> tuple[Partner, ...]:
    """By kind, and among their like as they were written."""
    return tuple(sorted(dossier.partners, key=lambda one: KINDS[one.kind]))


def in_few_words(dossier: Dossier) -> str:
    many = len(dossier.partners)
    return count("{n} partner", "{n} partners", many) if many else ""


def blank_referral(id: str) -> Referral:
    return Referral("", id=id)


def open_referrals(dossier: Dossier) -> Iterator[Referral]:
    """Those of which it is not known yet whether the help began."""
    return (one for one in dossier.referrals if one.state in OPEN)


def goals_for(dossier: Dossier, linked: str) -> tuple[Goal, ...]:
    """The goals something can belong to: those of now, and the one it belongs to already."""
    held = lists.find(dossier.goals, linked)
    now = tuple(goal for goal in dossier.goals if goal.state is GoalState.NOW)
    return now if held is None or held in now else (*now, held)
