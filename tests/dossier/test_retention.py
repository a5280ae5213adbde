"""How long a dossier is kept: terms to the day, and what stops them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner.dossier import retention
from caseplanner.dossier.retention import Basis, Ground, Retention, State
from caseplanner.errors import UserError

TODAY = date(2026, 3, 11)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def closed(on: date = TODAY) -> Retention:
    return retention.close(Retention(), on, on)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 3, 11), 6, date(2026, 9, 11)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 11, 30), 240, date(2046, 11, 30)),
        (date(9990, 1, 1), 1200, date.max),
    ],
)
def test_a_term_ends_on_the_same_day_of_the_month(day: date, months: int, then: date) -> None:
    assert retention.months_after(day, months) == then


@given(DAYS, st.integers(1, retention.LONGEST))
def test_months_go_forward_and_never_past_the_month_meant(day: date, months: int) -> None:
    then = retention.months_after(day, months)
    assert then > day
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day == day.day or (then + timedelta(days=1)).day == 1


@given(DAYS, st.integers(1, retention.LONGEST))
def test_who_is_closed_later_is_never_due_earlier(day: date, months: int) -> None:
    next_day = day + timedelta(days=1)
    assert retention.months_after(day, months) <= retention.months_after(next_day, months)


def test_the_shortest_term_is_chosen_beforehand() -> None:
    assert Retention().months == min(retention.MONTHS.values()) == 6


def test_the_clock_runs_from_closing_to_the_day_it_is_due() -> None:
    assert retention.state(Retention(), TODAY) is State.RUNNING
    assert retention.days_left(Retention(), TODAY) is None
    kept = closed()
    when = retention.due(kept)
    assert when == date(2026, 9, 11)
    assert retention.state(kept, when - timedelta(days=1)) is State.CLOCK
    assert retention.days_left(kept, when - timedelta(days=1)) == 1
    assert retention.state(kept, when) is State.DUE
    assert retention.days_left(kept, when + timedelta(days=9)) == 0


def test_a_dossier_asks_for_a_look_a_month_before_its_term() -> None:
    assert not retention.is_near(Retention(), TODAY)
    assert not retention.is_near(closed(), date(2026, 8, 11))
    assert retention.is_near(closed(), date(2026, 8, 12))
    assert retention.is_near(retention.hold(Retention(), "klacht", TODAY), TODAY)


def test_a_hold_stops_destruction_and_does_not_move_the_term() -> None:
    held = retention.hold(closed(), " klacht loopt ", TODAY)
    assert held.held_why == "klacht loopt"
    assert retention.due(held) is None
    assert retention.state(held, date(2030, 1, 1)) is State.HELD
    released = retention.release(held)
    assert released == closed()
    assert retention.state(released, date(2030, 1, 1)) is State.DUE


def test_opening_again_ends_the_term_and_closing_begins_a_whole_one() -> None:
    again = retention.reopen(closed())
    assert retention.due(again) is None
    later = TODAY + timedelta(days=100)
    assert retention.due(retention.close(again, later, later)) == retention.months_after(later, 6)


def test_another_basis_is_another_term() -> None:
    assert retention.change_basis(closed(), Basis.CARE).months == 240
    assert retention.change_basis(closed(), Basis.CARE, months=3).months == 240
    assert retention.change_basis(closed(), Basis.OTHER, months=9).months == 9


@pytest.mark.parametrize(
    "edit",
    [
        lambda: retention.close(closed(), TODAY, TODAY),
        lambda: retention.close(Retention(), TODAY + timedelta(days=1), TODAY),
        lambda: retention.reopen(Retention()),
        lambda: retention.hold(Retention(), "  ", TODAY),
        lambda: retention.hold(retention.hold(Retention(), "a", TODAY), "b", TODAY),
        lambda: retention.release(Retention()),
        lambda: retention.change_basis(Retention(), Basis.OTHER),
        lambda: retention.change_basis(Retention(), Basis.OTHER, retention.LONGEST + 1),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(edit: Callable[[], Retention]) -> None:
    with pytest.raises(UserError):
        edit()


@pytest.mark.parametrize("ground", Ground)
def test_a_held_dossier_is_destroyed_on_no_ground(ground: Ground) -> None:
    held = retention.hold(closed(date(2000, 1, 1)), "klacht", TODAY)
    with pytest.raises(UserError, match="must be kept"):
        retention.check_destroy(held, ground, TODAY, practice=True)


def test_a_dossier_is_destroyed_at_term_for_practice_or_when_asked() -> None:
    for ground in (Ground.CLIENT, Ground.OFFICER):
        retention.check_destroy(Retention(), ground, TODAY, practice=False)
    retention.check_destroy(Retention(), Ground.PRACTICE, TODAY, practice=True)
    retention.check_destroy(closed(), Ground.TERM, date(2026, 9, 11), practice=False)
    for kept, ground in ((Retention(), Ground.PRACTICE), (closed(), Ground.TERM)):
        with pytest.raises(UserError):
            retention.check_destroy(kept, ground, TODAY, practice=False)
