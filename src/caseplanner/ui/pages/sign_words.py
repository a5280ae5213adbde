"""What a signer reads before signing: four short sentences, made from the frozen plan.

Dutch at A2, at most twelve words a sentence, one idea each (domain.md R24, ux.md section 4). No
sentence says more of a signature than that it is one (R20).
"""

from caseplanner.dossier import goals, people
from caseplanner.dossier.model import ClientAnswer, Dossier, PlanVersion, Role
from caseplanner.words import _, count

Said = tuple[str, str]  # an icon and a sentence


def sentences(frozen: Dossier, version: PlanVersion, role: Role) -> tuple[Said, ...]:
    """What this person puts a name to; the client reads it in the first person."""
    name = frozen.person.called
    if role is Role.CLIENT:
        return (
            ("file-text", _("This is my plan, version {number}.", number=version.number)),
            ("list-checks", _answers(frozen) or _contents(frozen)),
            ("pencil", _("I may always change it.")),
            ("users", _readers(frozen)),
        )
    return (
        (
            "file-text",
            _("This is the plan of {name}, version {number}.", name=name, number=version.number),
        ),
        ("list-checks", _contents(frozen)),
        ("pencil", _("{name} may always change it.", name=name)),
        ("handshake", _("I do what is written beside my name.")),
    )


def _contents(frozen: Dossier) -> str:
    now = goals.current(frozen)
    return _(
        "In it: {goals} and {steps}.",
        goals=count("{n} goal", "{n} goals", len(now)),
        steps=count("{n} step", "{n} steps", sum(len(goal.steps) for goal in now)),
    )


def _answers(frozen: Dossier) -> str:
    """Who said no must see that the plan says so; "" when nobody did."""
    said = [goal.answer for goal in goals.current(frozen)]
    yes, no = said.count(ClientAnswer.YES), said.count(ClientAnswer.NO)
    if not no:
        return ""
    return _("I said yes {yes} times, and no {no} times.", yes=yes, no=no)


def _readers(frozen: Dossier) -> str:
    names = [
        name for role in (Role.MENTOR, Role.SUPERVISOR) if (name := people.name_of(frozen, role))
    ]
    match names:
        case [first, second]:
            return _("{first} and {second} may read it.", first=first, second=second)
        case [only]:
            return _("{name} may read it.", name=only)
        case _:
            return _("Who works with me may read it.")
