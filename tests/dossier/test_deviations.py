"""Where a goal departs from the usual."""

from caseplanner.dossier import deviations, goals
from caseplanner.dossier.deviations import Deviation
from caseplanner.dossier.model import ClientAnswer, Decides, Dimension, Dossier, Goal


def plan(count: int) -> Dossier:
    dossier = Dossier()
    for number in range(count):
        dossier = goals.add(dossier, Dimension.SELF, f"Doel {number}", ("Ik bel.",))
    return dossier


def found(dossier: Dossier, place: int = 0) -> tuple[Deviation, ...]:
    return deviations.of(dossier, dossier.goals[place])


def test_a_goal_with_a_step_that_is_decided_together_is_as_usual() -> None:
    assert found(plan(1)) == ()


def test_imposed_without_steps_and_a_no_are_each_told() -> None:
    goal = Goal(Dimension.SELF, "Ik meld me.", decides=Decides.IMPOSED, answer=ClientAnswer.NO)
    assert found(Dossier(goals=(goal,))) == (
        Deviation.IMPOSED,
        Deviation.NO_STEPS,
        Deviation.SAID_NO,
    )


def test_more_than_three_at_once_is_told_of_those_after_the_third() -> None:
    dossier = plan(14)
    assert [bool(found(dossier, place)) for place in range(14)] == [False] * 3 + [True] * 11


def test_a_goal_for_later_departs_from_nothing() -> None:
    dossier = plan(4)
    id = dossier.goals[3].id
    assert found(goals.later(goals.decide(dossier, id, Decides.IMPOSED), id), 3) == ()


def test_every_deviation_has_words() -> None:
    assert set(deviations.WORDS) == set(Deviation)
