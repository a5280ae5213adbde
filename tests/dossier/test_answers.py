"""Answers, the wheel, and "no goal now"."""

from dataclasses import replace
from datetime import date

import pytest

from caseplanner.dossier import answers, document, goals
from caseplanner.dossier.model import (
    Attempt,
    ClientAnswer,
    Dimension,
    DimensionState,
    Dossier,
    Moment,
    ScoredBy,
)
from caseplanner.errors import UserError

DAY = date(2026, 4, 14)


def test_the_words_of_the_client_are_kept_as_they_were_said() -> None:
    dossier = answers.give(Dossier(), "self.proud", "Met mijn handen. ", DAY)
    assert answers.given(dossier, "self.proud") == "Met mijn handen. "
    assert answers.given(dossier, "self.hard") == ""


def test_a_new_answer_takes_the_place_of_the_old_one() -> None:
    dossier = answers.give(Dossier(), "self.proud", "Hout", DAY)
    dossier = answers.give(dossier, "self.hard", "Vrijdag", DAY)
    dossier = answers.give(dossier, "self.proud", "Hout en steen", DAY)
    assert [(a.id, a.text) for a in dossier.answers] == [
        ("self.proud", "Hout en steen"),
        ("self.hard", "Vrijdag"),
    ]


def test_an_answer_wiped_out_is_no_answer() -> None:
    dossier = answers.give(Dossier(), "self.proud", "Hout", DAY)
    assert answers.give(dossier, "self.proud", "  \n").answers == ()


def test_the_words_about_a_dimension_have_a_place_of_their_own() -> None:
    assert answers.words_of(Dimension.SELF) == "self.words"


def test_zero_not_wanted_and_not_asked_are_three_things() -> None:
    place = (Dimension.VICTIM, ScoredBy.CLIENT, Moment.NOW)
    assert answers.scored(Dossier(), *place) is None
    zero = answers.scored(answers.score(Dossier(), *place, 0, DAY), *place)
    not_wanted = answers.scored(answers.score(Dossier(), *place, None, DAY), *place)
    assert zero is not None
    assert not_wanted is not None
    assert (zero.value, not_wanted.value) == (0, None)


@pytest.mark.parametrize("value", [-1, 6, 100])
def test_a_place_beside_the_wheel_is_refused(value: int) -> None:
    with pytest.raises(UserError, match="0 to 5"):
        answers.score(Dossier(), Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, value)


def test_client_and_worker_score_apart_at_the_start_and_now() -> None:
    dossier = Dossier()
    for place, value in zip(
        [(by, moment) for by in ScoredBy for moment in Moment], range(4), strict=True
    ):
        dossier = answers.score(dossier, Dimension.SELF, *place, value)
    assert sorted(s.value for s in dossier.scores if s.value is not None) == [0, 1, 2, 3]
    dossier = answers.unscore(dossier, Dimension.SELF, ScoredBy.CLIENT, Moment.NOW)
    assert answers.scored(dossier, Dimension.SELF, ScoredBy.CLIENT, Moment.NOW) is None
    assert len(dossier.scores) == 3


def test_no_goal_now_wants_a_reason() -> None:
    with pytest.raises(UserError, match="why there is no goal"):
        answers.no_goal(Dossier(), Dimension.VICTIM, "  ")


def test_no_goal_now_cannot_stand_beside_a_goal_of_now() -> None:
    dossier = goals.add(Dossier(), Dimension.VICTIM, "Ik wil een brief schrijven.")
    with pytest.raises(UserError, match="a goal here for now"):
        answers.no_goal(dossier, Dimension.VICTIM, "eerst rust")
    put_off = goals.later(dossier, dossier.goals[0].id)
    assert answers.no_goal_of(
        answers.no_goal(put_off, Dimension.VICTIM, "eerst rust"), Dimension.VICTIM
    )


def test_a_dimension_is_unseen_discussed_at_work_or_done() -> None:
    dimension = Dimension.NETWORK
    dossier = answers.give(Dossier(), "network.important", "Mirjam")
    assert answers.state(dossier, dimension) is DimensionState.UNSEEN
    dossier = answers.no_goal(dossier, dimension, "eerst rust")
    assert answers.state(dossier, dimension) is DimensionState.NO_GOAL
    dossier = goals.add(dossier, dimension, "Ik bel mijn zus.")
    assert answers.state(dossier, dimension) is DimensionState.AT_WORK
    dossier = goals.reached(dossier, dossier.goals[0].id)
    assert answers.state(dossier, dimension) is DimensionState.DONE


def test_no_goal_now_said_again_keeps_the_time_before() -> None:
    first, second = date(2026, 1, 22), date(2026, 2, 26)
    dossier = answers.no_goal(Dossier(), Dimension.VICTIM, "daar praat ik niet ovr", first)
    dossier = answers.no_goal(dossier, Dimension.VICTIM, "daar praat ik niet over", first)
    assert dossier.no_goals[0].attempts == ()  # put right the same day
    again = answers.no_goal(dossier, Dimension.VICTIM, "hoger beroep", second)
    said = answers.no_goal_of(again, Dimension.VICTIM)
    assert said and (said.reason, said.on) == ("hoger beroep", second)
    [before] = said.attempts
    assert (before.said, before.reason) == (ClientAnswer.NO, "daar praat ik niet over")
    assert before.on == first
    third = answers.no_goal(again, Dimension.VICTIM, "nog steeds", date(2026, 4, 1))
    said = answers.no_goal_of(third, Dimension.VICTIM)
    assert said and [attempt.on for attempt in said.attempts] == [first, second]


def test_being_asked_again_changes_nothing_that_was_agreed() -> None:
    dossier = answers.no_goal(Dossier(), Dimension.VICTIM, "niet nu", date(2026, 1, 22))
    asked = replace(dossier.no_goals[0], attempts=(Attempt(ClientAnswer.NO, "nee"),))
    assert document.terms(replace(dossier, no_goals=(asked,))) == document.terms(dossier)


def test_no_goal_now_can_be_taken_back() -> None:
    dossier = answers.no_goal(Dossier(), Dimension.VICTIM, "hoger beroep", DAY)
    dossier = answers.goal_again(dossier, Dimension.VICTIM)
    assert answers.state(dossier, Dimension.VICTIM) is DimensionState.UNSEEN


def test_a_dimension_whose_goals_were_all_stopped_is_discussed_and_not_done() -> None:
    dossier = goals.add(Dossier(), Dimension.SELF, "Ik wil hardlopen.")
    stopped = goals.stop(dossier, dossier.goals[0].id, "Mijn knie doet pijn.")
    assert answers.state(stopped, Dimension.SELF) is DimensionState.NO_GOAL
    assert answers.why_no_goal(stopped, Dimension.SELF) == "Mijn knie doet pijn."
    two = goals.add(stopped, Dimension.SELF, "Ik wil zwemmen.")
    reached = goals.reached(two, two.goals[1].id)
    assert answers.state(reached, Dimension.SELF) is DimensionState.DONE
