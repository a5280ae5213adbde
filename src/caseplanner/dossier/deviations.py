"""Where a goal departs from the usual, so that the worker can say why beside it (domain.md 1b).

None of these is wrong, and none stands in the way: small goals are the usual (3d), and whose they
are (3h).
"""

from enum import StrEnum

from caseplanner.dossier.model import ClientAnswer, Decides, Dossier, Goal, GoalState
from caseplanner.words import mark

ENOUGH = 3  # goals at once over the whole plan; above it a hint, never a wall (domain.md 3d)


class Deviation(StrEnum):
    IMPOSED = "imposed"
    NO_STEPS = "no_steps"
    MANY = "many"
    SAID_NO = "said_no"


WORDS = {
    Deviation.IMPOSED: mark("this goal is imposed"),
    Deviation.NO_STEPS: mark("there are no steps yet"),
    Deviation.MANY: mark("there are more than three goals at once"),
    Deviation.SAID_NO: mark("the client says no"),
}


def of(dossier: Dossier, goal: Goal) -> tuple[Deviation, ...]:
    """What departs from the usual in a goal of now; nothing in one that is not of now.

    More than three at once is told of the fourth and those after it.
    """
    if goal.state is not GoalState.NOW:
        return ()
    at_once = [each.id for each in dossier.goals if each.state is GoalState.NOW]
    found = {
        Deviation.IMPOSED: goal.decides is Decides.IMPOSED,
        Deviation.NO_STEPS: not goal.steps,
        Deviation.MANY: goal.id in at_once[ENOUGH:],
        Deviation.SAID_NO: goal.answer is ClientAnswer.NO,
    }
    return tuple(deviation for deviation, holds in found.items() if holds)
