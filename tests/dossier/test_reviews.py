"""Reviews: when one has to be, what is late, and what a plan brings along when it is set."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner.dossier import course, reviews
from caseplanner.dossier.model import (
    CaseState,
    Dossier,
    PlanVersion,
    Review,
    ReviewKind,
    Stay,
    VersionReason,
)
from caseplanner.dossier.reviews import Terms
from caseplanner.errors import UserError
from tests.dossier.anything import days, maybe_day, words

TERMS, DAY = Terms(), timedelta(days=1)
TODAY = date(2026, 3, 11)
REGULAR, FINAL, TRANSFER = ReviewKind.REGULAR, ReviewKind.FINAL, ReviewKind.TRANSFER


def version(on: date) -> PlanVersion:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return PlanVersion(1, VersionReason.FIRST, at, "", "")


def made(*held: Review, set_on: date | None = None, **stay: Any) -> Dossier:
    versions = (version(set_on),) if set_on else ()
    return Dossier(reviews=held, versions=versions, stays=(Stay(**stay),) if stay else ())


def kinds(dossier: Dossier, today: date = TODAY) -> list[tuple[ReviewKind, date]]:
    return [(each.kind, each.due) for each in reviews.proposed(dossier, TERMS, today)]


def test_a_plan_that_was_never_set_asks_for_no_review() -> None:
    assert kinds(Dossier()) == []


def test_the_next_review_is_six_weeks_after_the_plan_was_set_or_after_the_last_one() -> None:
    assert kinds(made(set_on=TODAY)) == [(REGULAR, date(2026, 4, 22))]
    held = Review(due=TODAY, held_on=date(2026, 4, 30))
    assert kinds(made(held, set_on=TODAY)) == [(REGULAR, date(2026, 6, 11))]


def test_a_review_that_is_planned_is_not_proposed_again() -> None:
    assert kinds(made(Review(due=date(2026, 4, 20)), set_on=TODAY)) == []
    assert kinds(made(Review(due=date(2026, 9, 20)), set_on=TODAY)) == []


def test_the_last_one_is_a_week_before_release_and_the_cycle_ends_there() -> None:
    assert kinds(made(release=date(2026, 7, 30))) == [(FINAL, date(2026, 7, 23))]
    soon = made(set_on=TODAY, release=date(2026, 4, 24))
    assert kinds(soon) == [(FINAL, date(2026, 4, 17))]
    held = replace(soon, reviews=(Review(FINAL, held_on=date(2026, 4, 17)),))
    assert kinds(held) == []
    put_off = replace(held, stays=(Stay(release=date(2026, 12, 30)),))
    assert kinds(put_off) == [(REGULAR, date(2026, 5, 29)), (FINAL, date(2026, 12, 23))]
    assert kinds(soon, date(2026, 4, 25)) == []  # the day of release is over


def test_the_last_one_of_an_earlier_stay_is_not_that_of_now() -> None:
    before = Review(FINAL, held_on=date(2024, 1, 1))
    again = made(before, since=date(2026, 1, 1), release=date(2026, 7, 30))
    assert kinds(again) == [(REGULAR, date(2026, 2, 12)), (FINAL, date(2026, 7, 23))]


def test_a_transfer_asks_for_a_review_within_ten_days_unless_one_was_held_since() -> None:
    moved = made(moved_on=TODAY)
    assert kinds(moved) == [(TRANSFER, date(2026, 3, 21))]
    assert kinds(replace(moved, reviews=(Review(held_on=TODAY + DAY),))) == [
        (REGULAR, date(2026, 4, 23))
    ]
    assert kinds(replace(moved, reviews=(Review(TRANSFER, due=TODAY + DAY),))) == []
    before = Review(held_on=TODAY - DAY)
    assert (TRANSFER, date(2026, 3, 21)) in kinds(replace(moved, reviews=(before,)))


def test_a_stay_that_ended_and_a_case_that_is_paused_ask_for_nothing() -> None:
    assert kinds(made(set_on=TODAY, release=TODAY + 90 * DAY, ended=TODAY)) == []
    case = course.go_to(made(set_on=TODAY), CaseState.RUNNING, TODAY)
    assert kinds(case)
    assert kinds(course.go_to(case, CaseState.PAUSED, TODAY, "ziekenhuis")) == []


def test_other_terms_give_other_days() -> None:
    case = made(set_on=TODAY, release=date(2027, 7, 30), moved_on=TODAY)
    found = reviews.proposed(case, Terms(4, 14, 5), TODAY)
    assert [(each.kind, each.due) for each in found] == [
        (TRANSFER, date(2026, 3, 16)),
        (FINAL, date(2027, 7, 16)),
    ]


def test_setting_the_plan_plans_the_next_review_once() -> None:
    once = reviews.with_next(made(), TERMS, TODAY)
    assert [(each.kind, each.due) for each in once.reviews] == [(REGULAR, date(2026, 4, 22))]
    assert reviews.with_next(once, TERMS, TODAY + DAY) == once
    near = reviews.with_next(made(release=date(2026, 4, 24)), TERMS, TODAY)
    assert [(each.kind, each.due) for each in near.reviews] == [(FINAL, date(2026, 4, 17))]
    outside = made(release=TODAY + 3 * DAY)
    assert reviews.with_next(outside, TERMS, TODAY) == outside  # it would be over already


def test_late_is_after_its_day_and_lacks_a_reason_until_it_is_given() -> None:
    on_time = Review(due=TODAY, held_on=TODAY)
    late = replace(on_time, held_on=TODAY + DAY)
    assert not reviews.was_late(on_time)
    assert not reviews.was_late(Review(held_on=TODAY))
    assert reviews.lacks_reason(late)
    assert reviews.lacks_reason(replace(late, late_reason="  "))
    assert not reviews.lacks_reason(replace(late, late_reason="Anneke was ziek."))


def test_the_same_reason_for_being_late_is_known_whatever_its_letters() -> None:
    first = Review(due=TODAY, held_on=TODAY + DAY, late_reason="Anneke  was ziek.", id="a")
    again = Review(
        due=TODAY + 42 * DAY, held_on=TODAY + 50 * DAY, late_reason="anneke was Ziek", id="b"
    )
    case = made(first, again)
    assert reviews.said_before(case, again) == first
    assert reviews.said_before(case, first) is None
    other = replace(again, late_reason="Het rooster.")
    assert reviews.said_before(made(first, other), other) is None
    on_time = replace(again, due=again.held_on)
    assert reviews.said_before(made(first, on_time), on_time) is None


def test_a_last_review_that_no_longer_fits_the_release_gets_another_day() -> None:
    planned = Review(FINAL, due=date(2026, 7, 23), id="f")
    fitting = made(planned, release=date(2026, 7, 30))
    assert reviews.misfit(fitting, TERMS) is None
    assert reviews.misfit(made(planned, release=date(2026, 8, 2)), TERMS) is None
    sooner = made(planned, release=date(2026, 7, 25))
    assert reviews.misfit(sooner, TERMS) == (planned, date(2026, 7, 18))
    much_later = made(planned, release=date(2026, 12, 30))
    assert reviews.misfit(much_later, TERMS) == (planned, date(2026, 12, 23))


def test_a_day_that_is_still_to_come_is_not_the_day_it_was_held() -> None:
    case = reviews.plan(Dossier(), REGULAR, TODAY)
    [planned] = case.reviews
    with pytest.raises(UserError):
        reviews.hold(case, planned.id, TODAY + DAY, TODAY)
    case = reviews.hold(case, planned.id, TODAY, TODAY)
    assert reviews.held(case)
    assert reviews.to_come(reviews.hold(case, planned.id, None, TODAY))


def test_those_to_come_are_in_their_order_and_those_held_newest_first() -> None:
    case = made(
        Review(due=TODAY + 9 * DAY, id="later"),
        Review(id="no day"),
        Review(due=TODAY, id="soon"),
        Review(held_on=TODAY - 9 * DAY, id="old"),
        Review(held_on=TODAY - DAY, id="new"),
    )
    assert [r.id for r in reviews.to_come(case)] == ["soon", "later", "no day"]
    assert [r.id for r in reviews.held(case)] == ["new", "old"]
    following = reviews.next_one(case)
    assert following
    assert following.id == "soon"


some_reviews = st.lists(
    st.builds(Review, st.sampled_from(ReviewKind), maybe_day, maybe_day, st.just("") | words),
    max_size=4,
).map(tuple)
some_stay = st.builds(Stay, since=maybe_day, release=maybe_day, moved_on=maybe_day)
all_terms = st.builds(Terms, st.integers(1, 26), st.integers(7, 90), st.integers(1, 10))


@given(some_reviews, some_stay, maybe_day, all_terms, days)
def test_whatever_is_proposed_is_planned_by_one_press_and_not_proposed_again(
    held: tuple[Review, ...], stay: Stay, set_on: date | None, terms: Terms, today: date
) -> None:
    case = made(*held, set_on=set_on)
    case = replace(case, stays=(stay,))
    found = reviews.proposed(case, terms, today)
    assert len({each.kind for each in found}) == len(found)
    for _n in range(4):
        for each in reviews.proposed(case, terms, today)[:1]:
            case = reviews.plan(case, each.kind, each.due)
    assert reviews.proposed(case, terms, today) == ()
