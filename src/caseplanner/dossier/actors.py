"""Who does a step: one person, or together; then it is said who plans it (domain.md C1, 3c)."""

from caseplanner.dossier.model import Dossier
from caseplanner.words import _


def around(dossier: Dossier) -> tuple[str, ...]:
    """The people to pick from: the client, together, the team, and who was named before."""
    told = [dossier.person.called, _("Together"), *(c.name for c in dossier.team)]
    told += [step.actor for goal in dossier.goals for step in goal.steps]
    return tuple(dict.fromkeys(name for name in told if name.strip()))


def planners(dossier: Dossier) -> tuple[str, ...]:
    """Who may plan what is done together: the client and the team."""
    told = [dossier.person.called, *(colleague.name for colleague in dossier.team)]
    return tuple(dict.fromkeys(name for name in told if name.strip()))


def together(planner: str) -> str:
    """Together, and who plans it."""
    return _("Together ({name} plans)", name=planner)


def lacks_planner(actor: str) -> bool:
    """It is done together, and nobody is named who plans it."""
    return actor.strip().casefold() == _("Together").casefold()


def planner(actor: str) -> str | None:
    """Who plans what is done together, "" where nobody is named; None for who does it alone."""
    if lacks_planner(actor):
        return ""
    before, after = together("\0").split("\0")
    said = actor.strip()
    if said.startswith(before) and said.endswith(after):
        return said[len(before) : len(said) - len(after)]
    return None
