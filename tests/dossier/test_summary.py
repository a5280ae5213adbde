"""The line a worker sees in the dossier list, and finding it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from caseplanner.dossier import agreements, answers, goals, summary
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    HowSigned,
    Moment,
    Person,
    Role,
    ScoredBy,
    Signature,
    StepState,
    VersionReason,
)
from caseplanner.dossier.summary import PlanState

AT = datetime(2026, 3, 11, 10, 4, tzinfo=UTC)


def plan() -> Dossier:
    dossier = Dossier(Person("Çağlayan", "Ç. Ł.", "B2-14"))
    dossier = goals.add(dossier, Dimension.SELF, "Ik wil slapen.")
    goal = dossier.goals[0].id
    dossier = goals.add_step(dossier, goal, "Ik sport.", "Ab", date(2026, 4, 1))
    dossier = goals.add_step(dossier, goal, "Ik lees.", "Dennis", date(2026, 3, 17))
    dossier = goals.add_step(dossier, goal, "Ik droom.")
    dossier = goals.answer(dossier, goal, ClientAnswer.YES)
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "nu niet")
    return dossier


def sign(dossier: Dossier, role: Role, how: HowSigned) -> Dossier:
    signature = Signature(role, "Dennis", how, AT, "later")
    return agreements.sign(dossier, dossier.versions[-1].id, signature)


def test_the_next_step_is_the_first_by_date_that_is_not_done() -> None:
    dossier = plan()
    line = summary.line(dossier)
    assert (line.next_step, line.next_actor, line.next_on) == (
        "Ik lees.",
        "Dennis",
        date(2026, 3, 17),
    )
    goal = dossier.goals[0]
    done = goals.mark_step(dossier, goal.id, goal.steps[1].id, StepState.DONE)
    assert summary.line(done).next_step == "Ik sport."
    undated = goals.mark_step(done, goal.id, goal.steps[0].id, StepState.NOT_NEEDED)
    assert (summary.line(undated).next_step, summary.line(undated).next_on) == ("Ik droom.", None)


def test_a_new_dossier_has_no_next_step() -> None:
    line = summary.line(Dossier(Person("Sam")))
    assert (line.next_step, line.next_on, line.wheel) == ("", None, (None,) * 4)


def test_the_plan_is_a_concept_then_waits_for_pens_then_is_signed() -> None:
    dossier = plan()
    assert summary.plan_state(dossier) is PlanState.CONCEPT
    dossier = agreements.freeze(dossier, VersionReason.FIRST, AT)
    assert summary.plan_state(dossier) is PlanState.TO_SIGN
    dossier = sign(dossier, Role.CLIENT, HowSigned.NOT_NOW)
    dossier = sign(dossier, Role.MENTOR, HowSigned.PAPER)
    dossier = sign(dossier, Role.SUPERVISOR, HowSigned.PAPER)
    assert summary.plan_state(dossier) is PlanState.TO_SIGN
    dossier = sign(dossier, Role.CLIENT, HowSigned.PAPER)
    assert summary.plan_state(dossier) is PlanState.SIGNED
    changed = goals.add(dossier, Dimension.SELF, "Ik wil sporten.")
    assert summary.plan_state(changed) is PlanState.CONCEPT


def test_a_practice_dossier_is_always_shown_as_practice() -> None:
    assert summary.plan_state(replace(plan(), practice=True)) is PlanState.PRACTICE


def test_the_wheel_shows_now_and_else_the_start_by_the_client() -> None:
    dossier = answers.score(Dossier(), Dimension.SELF, ScoredBy.CLIENT, Moment.START, 2)
    dossier = answers.score(dossier, Dimension.SELF, ScoredBy.WORKER, Moment.NOW, 5)
    assert summary.wheel(dossier) == (2, None, None, None)
    dossier = answers.score(dossier, Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, 0)
    assert summary.wheel(dossier) == (0, None, None, None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("caglayan", "Çağlayan"),
        ("IBRAHIM", "İbrahim"),
        ("yildiz", "Yıldız"),
        ("luczak", "Łuczak"),
        ("strasse", "Straße"),
        ("sahin", "Şahin"),
    ],
)
def test_a_name_is_found_without_its_accents(typed: str, meant: str) -> None:
    assert fold(typed) == fold(meant)
