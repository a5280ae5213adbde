"""What is still needed before a plan can be set: what holds it up, and what is only pointed out."""

from datetime import date

from caseplanner.dossier import answers, checks, goals
from caseplanner.dossier.checks import Lack
from caseplanner.dossier.model import ClientAnswer, Dimension, Dossier


def lacks(dossier: Dossier, *, blocking: bool) -> list[tuple[Lack, Dimension]]:
    return [(m.lack, m.dimension) for m in checks.before_agreeing(dossier) if m.blocks is blocking]


def test_an_empty_dossier_has_four_dimensions_to_discuss_in_their_order() -> None:
    assert lacks(Dossier(), blocking=True) == [(Lack.UNSEEN, d) for d in Dimension]
    assert lacks(Dossier(), blocking=False) == []


def test_no_goal_now_with_a_reason_is_enough() -> None:
    dossier = Dossier()
    for dimension in Dimension:
        dossier = answers.no_goal(dossier, dimension, "nu niet")
    assert checks.before_agreeing(dossier) == ()


def test_a_bare_goal_lacks_steps_aftercare_and_an_answer() -> None:
    dossier = goals.add(Dossier(), Dimension.SELF, "Ik wil slapen.")
    assert (Lack.NO_ANSWER, Dimension.SELF) in lacks(dossier, blocking=True)
    assert lacks(dossier, blocking=False) == [
        (Lack.NO_STEPS, Dimension.SELF),
        (Lack.NO_AFTERCARE, Dimension.SELF),
    ]


def test_a_step_without_who_is_pointed_out() -> None:
    dossier = goals.add(Dossier(), Dimension.SELF, "Ik wil slapen.", ("Ik lees.",))
    assert (Lack.NO_ACTOR, Dimension.SELF) in lacks(dossier, blocking=False)


def test_a_whole_goal_lacks_nothing() -> None:
    dossier = goals.add(Dossier(), Dimension.SELF, "Ik wil slapen.")
    goal = dossier.goals[0].id
    dossier = goals.add_step(dossier, goal, "Ik lees.", "Dennis", date(2026, 3, 17))
    dossier = goals.after_release(dossier, goal, "Dennis zelf", date(2026, 7, 30))
    dossier = goals.answer(dossier, goal, ClientAnswer.UNSURE)
    assert not [m for m in checks.before_agreeing(dossier) if m.goal]


def test_goals_for_later_are_left_alone() -> None:
    dossier = goals.add(Dossier(), Dimension.SELF, "Ik wil een diploma.")
    dossier = goals.later(dossier, dossier.goals[0].id)
    assert not [m for m in checks.before_agreeing(dossier) if m.goal]
