"""Who does a step, and who plans what is done together."""

import pytest

from caseplanner import words
from caseplanner.dossier import actors, goals, people
from caseplanner.dossier.model import Dimension, Role


def test_the_client_comes_first_then_together_then_the_team_and_who_was_named() -> None:
    dossier = people.name_colleague(people.start("Dennis"), Role.MENTOR, "Fatma")
    dossier = goals.add(dossier, Dimension.SELF, "Ik wil werk.")
    dossier = goals.add_step(dossier, dossier.goals[0].id, "Ik bel.", "Tactus")
    assert actors.around(dossier) == ("Dennis", "Together", "Fatma", "Tactus")
    assert actors.planners(dossier) == ("Dennis", "Fatma")


@pytest.mark.parametrize("actor", ["Samen", " samen "])
def test_together_asks_who_plans_it_until_somebody_does(actor: str) -> None:
    words.use("nl")
    assert actors.lacks_planner(actor)
    assert actors.together("Fatma") == "Samen (Fatma plant)"
    assert not actors.lacks_planner(actors.together("Fatma"))
    assert not actors.lacks_planner("Fatma")
