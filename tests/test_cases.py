"""The three whole cases, as files of the exchange schema."""

from datetime import date

import pytest

from caseplanner import guides, paths
from caseplanner.dossier import answers, basics, checks, diff, document, goals, intake
from caseplanner.dossier.model import (
    Area,
    ClientAnswer,
    Dimension,
    DimensionState,
    Dossier,
    GoalState,
    Moment,
    ScoredBy,
)
from caseplanner.export import package
from tests import whole
from tests.dossier.anything import values_in
from tests.whole import CASES, NAMES


def case(name: str) -> Dossier:
    return package.load((CASES / f"{name}.json").read_bytes()).dossier


def test_the_practice_dossier_in_the_program_is_the_case_of_sam() -> None:
    assert paths.resource("practice/sam.json").read_bytes() == (CASES / "sam.json").read_bytes()
    assert case("sam").practice


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_what_the_edits_of_the_program_make_of_it(name: str) -> None:
    """After a change: `python -m tests.whole` writes the files again."""
    assert (CASES / f"{name}.json").read_bytes() == whole.written(name)
    assert case(name) == document.for_others(whole.case(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_case_has_something_in_every_part_of_a_dossier(name: str) -> None:
    dossier = whole.case(name)
    empty = {part for part in diff.owned(Dossier) if not getattr(dossier, part)}
    assert empty <= {
        "protected",
        "overruled",
        "versions",
        "no_goals",
        "notes",
        "care",
        "sheet_talks",
        *("volunteers", "partners", "leads", "referrals", "feedback"),
        *("alliance", "worker_changes", "contact_notes"),
    }
    assert all(basics.now(dossier, area) for area in Area)
    assert all(intake.standing(dossier, part) is intake.Standing.TALKED for part in intake.Part)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_back_the_same_when_it_is_written_and_read_again(name: str) -> None:
    dossier = case(name)
    assert package.load(document.dump(dossier)).dossier == dossier


@pytest.mark.parametrize("name", NAMES)
def test_no_row_of_a_case_is_lost_in_the_diff(name: str) -> None:
    dossier = case(name)
    rows = diff.rows(dossier)
    assert {(c.table, c.id): c.after for c in diff.changes(None, dossier)} == rows
    assert len(rows) == values_in(dossier)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_ready_to_be_agreed(name: str) -> None:
    dossier = case(name)
    assert not [lack for lack in checks.before_agreeing(dossier) if lack.blocks]
    assert DimensionState.UNSEEN not in [answers.state(dossier, d) for d in Dimension]


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_of_a_case_belongs_to_a_question(name: str) -> None:
    dutch = guides.load("nl")
    own_words = {answers.words_of(dimension) for dimension in Dimension}
    for answer in case(name).answers:
        if answer.id not in own_words and not intake.is_tick(answer.id):
            question = dutch.asked(answer.id)
            assert question
            assert not question.choices or question.say(answer.text) != answer.text


def test_an_open_appeal_is_a_full_answer_and_not_a_zero() -> None:
    mehmet, mehmet_said = case("mehmet"), whole.mehmet.SAID
    said = answers.no_goal_of(mehmet, Dimension.VICTIM)
    assert said is not None
    assert (said.reason, said.on) == ("hoger beroep", date(2026, 2, 26))
    [before] = said.attempts  # asked while the case was open, and asked again
    assert (before.on, before.reason) == (date(2026, 1, 22), mehmet_said)
    assert answers.state(mehmet, Dimension.VICTIM) is DimensionState.NO_GOAL
    places = [
        answers.scored(mehmet, Dimension.VICTIM, by, moment) for by in ScoredBy for moment in Moment
    ]
    assert [place and place.value for place in places] == [None] * 4
    assert all(place is not None for place in places)  # asked, and not wanted
    zero = answers.scored(case("sam"), Dimension.VICTIM, ScoredBy.CLIENT, Moment.START)
    assert zero is not None
    assert zero.value == 0


def test_dennis_has_four_goals_of_now_and_doubts_about_the_letter() -> None:
    dennis = case("dennis")
    assert [(goal.text, goal.answer) for goal in goals.current(dennis)] == [
        ("Ik wil stoppen met blowen.", ClientAnswer.YES),
        ("Ik wil mijn dochter weer zien.", ClientAnswer.YES),
        ("Ik wil een brief schrijven.", ClientAnswer.UNSURE),
        ("Ik wil werk in de bouw.", ClientAnswer.YES),
    ]
    assert [goals.steps_done(goal) for goal in goals.current(dennis)] == [
        (2, 4),
        (1, 3),
        (0, 3),
        (1, 4),
    ]
    [later] = goals.of(dennis, Dimension.SELF, GoalState.LATER)
    assert later.remind_on == date(2026, 5, 7)


@pytest.mark.parametrize(
    ("name", "private"),
    [("sam", "Wilde"), ("dennis", "Veldkamp"), ("mehmet", "Çağlayan"), ("mehmet", "SKN")],
)
def test_a_case_holds_no_surname_and_no_number(name: str, private: str) -> None:
    assert private not in (CASES / f"{name}.json").read_text("utf-8")
