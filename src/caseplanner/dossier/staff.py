"""The people who have a passphrase to this vault, and what each of them may do in it.

This is policy inside one vault, not cryptography: whoever can unlock a vault could read all of
it with other tools. docs/storage.md says so to those who decide about it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from caseplanner.dossier.model import Dossier, Person, new_id
from caseplanner.dossier.summary import Line, PlanState


class StaffRole(StrEnum):
    """What somebody sees of the dossiers."""

    WORKER = "worker"
    MENTOR = "mentor"
    VOLUNTEER = "volunteer"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Staff:
    """`manages`: also looks after the laptop (people, backups, retention terms).

    `on_behalf` names who answers for what this person does, where that is somebody else
    (NEN 7513, domain.md R3). `id` is that of the person's key slot.
    """

    name: str
    role: StaffRole
    manages: bool = False
    on_behalf: str = ""
    id: str = field(default_factory=new_id)


def edits(who: Staff) -> bool:
    """May change dossiers, start them, and export them."""
    return who.role is StaffRole.WORKER


def signs(who: Staff) -> bool:
    """May read a whole dossier and collect signatures in it."""
    return who.role in (StaffRole.WORKER, StaffRole.MENTOR)


def sees_every_dossier(who: Staff) -> bool:
    return who.role is StaffRole.WORKER


def sees_dossiers(who: Staff) -> bool:
    """Sees dossiers at all. Who only looks after the laptop sees none, linked or not."""
    return who.role is not StaffRole.MANAGER


def links(who: Staff) -> bool:
    """May choose what mentors and volunteers see: who sees every dossier already."""
    return sees_every_dossier(who)


def is_linked(who: Staff) -> bool:
    """Sees no more than the dossiers, or the goals, that a worker linked him or her to."""
    return who.role in (StaffRole.MENTOR, StaffRole.VOLUNTEER)


def sees_only_goals(who: Staff) -> bool:
    """Sees no more of a dossier than the goals he or she is linked to (domain.md 4a, 3l)."""
    return who.role is StaffRole.VOLUNTEER


def reads_library(who: Staff) -> bool:
    """May read the factsheets: who reads plans, and who looks after the laptop."""
    return not sees_only_goals(who)


def keeps_library(who: Staff) -> bool:
    """May change the factsheets, and import and export them."""
    return edits(who) or manages(who)


def manages(who: Staff) -> bool:
    """May add and remove people, and look after backups and retention."""
    return who.manages or who.role is StaffRole.MANAGER


def seen(who: Staff, dossier: Dossier, goals: frozenset[str]) -> Dossier:
    """What this person sees of a dossier he or she is linked to: the whole, or only these goals."""
    if not sees_only_goals(who):
        return dossier
    return Dossier(
        person=Person(called=dossier.person.called),
        practice=dossier.practice,
        goals=tuple(goal for goal in dossier.goals if goal.id in goals),
        id=dossier.id,
    )


def seen_line(who: Staff, line: Line) -> Line:
    """What this person sees of a line of the list: all, or only how the client is called."""
    if not sees_only_goals(who):
        return line
    nothing = (None,) * len(line.wheel)
    state = PlanState.PRACTICE if line.practice else PlanState.CONCEPT
    return Line(line.id, line.called, "", "", line.practice, state, nothing, "", "", None)
