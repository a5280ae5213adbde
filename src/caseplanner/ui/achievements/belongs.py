"""What an achievement belongs to: a goal, a special condition, or nothing in particular."""

from caseplanner.dossier.model import Achievement, Dossier
from caseplanner.ui.widgets.long_choice import LongChoice
from caseplanner.words import _

GOAL, CONDITION = "goal ", "condition "
Tie = tuple[str, str]  # the id of a goal, of a condition


class Belongs(LongChoice):
    """`tie` is what is chosen now. Nothing is chosen beforehand."""

    def tie(self) -> Tie:
        value = str(self.value() or "")
        if value.startswith(GOAL):
            return value.removeprefix(GOAL), ""
        return "", value.removeprefix(CONDITION)

    def show_tie(self, dossier: Dossier, tie: Tie) -> None:
        """Offer what there is now; what was taken away is nothing in particular."""
        goal, condition = tie
        self._offer(dossier)
        self.set_value(GOAL + goal if goal else CONDITION + condition if condition else "")

    def _offer(self, dossier: Dossier) -> None:
        goals = [(_("Goal: {goal}", goal=g.text), GOAL + g.id, "flag") for g in dossier.goals]
        imposed = [
            (_("Condition: {condition}", condition=c.text), CONDITION + c.id, "shield-check")
            for c in dossier.conditions
        ]
        self.offer([(_("Belongs to nothing in particular"), "", "star"), *goals, *imposed])


def tie_of(achievement: Achievement) -> Tie:
    return achievement.goal, achievement.condition
