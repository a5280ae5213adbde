"""What the other parties say to a goal, after the client; disagreement is kept (domain.md 3g)."""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import goals, lists, people
from caseplanner.dossier.model import ClientAnswer, Dossier, Goal, PartyAnswer, Role
from caseplanner.errors import UserError
from caseplanner.words import mark

OTHERS = (Role.MENTOR, Role.SUPERVISOR)


def answer(
    dossier: Dossier,
    goal: str,
    role: Role,
    said: ClientAnswer | None,
    reason: str = "",
    on: date | None = None,
) -> Dossier:
    """What this party says to a goal; None takes it back. The client answers first, so that
    nobody is led by who has more to say."""
    known = goals.find(dossier, goal)
    if known.answer is None and said is not None:
        raise UserError(mark("The client answers first. Then the others do."))
    kept = tuple(one for one in known.others if one.role is not role)
    if said is not None:
        name = people.name_of(dossier, role)
        kept = (*kept, PartyAnswer(role, said, reason.strip(), name, on, id=f"{goal}.{role}"))
    others = tuple(sorted(kept, key=lambda one: OTHERS.index(one.role)))
    return replace(
        dossier, goals=lists.change(dossier.goals, goal, lambda g: replace(g, others=others))
    )


def of(goal: Goal, role: Role) -> PartyAnswer | None:
    return next((one for one in goal.others if one.role is role), None)


def differ(goal: Goal) -> tuple[PartyAnswer, ...]:
    """The answers that are not what the client says."""
    return tuple(one for one in goal.others if one.said is not goal.answer)
