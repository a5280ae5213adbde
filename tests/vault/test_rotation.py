"""Which backups go: whatever the clock says and in whatever order things happened."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseplanner.vault import rotation
from caseplanner.vault.rotation import Copy, Days, Fate, advance, expired

COPIES = st.lists(
    st.builds(
        Copy,
        name=st.uuids().map(str),
        number=st.integers(0, 60),
        day=st.integers(0, 90),
        fate=st.sampled_from(Fate),
    ),
    max_size=30,
    unique_by=lambda copy: copy.name,
)
CLOCKS = st.lists(st.dates(), min_size=1, max_size=30)


@given(COPIES, st.integers(0, 120))
def test_the_newest_good_one_and_pinned_ones_always_stay(copies: list[Copy], today: int) -> None:
    gone = expired(copies, today)
    good = [copy for copy in copies if copy.fate is Fate.GOOD]
    if good:
        best = max(copy.number for copy in good)
        assert any(copy.number == best and copy.name not in gone for copy in good)
    assert not [c for c in copies if c.fate is Fate.PINNED and c.name in gone]


@given(COPIES, st.integers(0, 120))
def test_nothing_but_the_newest_is_older_than_35_days(copies: list[Copy], today: int) -> None:
    gone = expired(copies, today)
    left = [c for c in copies if c.name not in gone and c.fate in (Fate.GOOD, Fate.REPLACED)]
    old = [c for c in left if c.day <= today - rotation.OLDEST]
    assert len(old) <= 1
    assert all(c.fate is Fate.GOOD for c in old)


@given(COPIES, st.integers(0, 120))
def test_no_more_stay_than_the_rule_says(copies: list[Copy], today: int) -> None:
    gone = expired(copies, today)
    left = [c for c in copies if c.name not in gone]
    assert sum(c.fate is Fate.GOOD for c in left) <= 3 + 7 + 5
    assert sum(c.fate is Fate.REPLACED for c in left) <= 3


@given(COPIES, st.integers(0, 120))
def test_rotating_again_takes_nothing_more(copies: list[Copy], today: int) -> None:
    gone = expired(copies, today)
    assert not expired([c for c in copies if c.name not in gone], today)


@given(COPIES, st.integers(0, 120))
def test_one_that_is_in_doubt_stays_until_there_are_three_better(
    copies: list[Copy], today: int
) -> None:
    gone = expired(copies, today)
    good = [copy for copy in copies if copy.fate is Fate.GOOD]
    for copy in copies:
        if copy.fate is Fate.DOUBTFUL:
            assert (copy.name in gone) == (sum(g.number > copy.number for g in good) >= 3)
        if copy.fate is Fate.REVOKED:
            assert (copy.name in gone) == bool(good)


@given(CLOCKS)
def test_no_clock_moves_the_count_back_or_by_more_than_a_week(clocks: list[date]) -> None:
    days = Days()
    for today in clocks:
        after = advance(days, today)
        assert 0 <= after.count - days.count <= rotation.LEAP
        days = after


@given(CLOCKS)
def test_each_next_day_counts_once_the_clock_is_right_again(clocks: list[date]) -> None:
    days = Days()
    for today in clocks:
        days = advance(days, today)
    if clocks[-1] < date.max:
        assert advance(days, clocks[-1] + timedelta(days=1)).count == days.count + 1


def test_a_year_of_daily_use_leaves_a_week_of_days_and_five_weeks() -> None:
    left: list[Copy] = []
    for day in range(1, 366):
        left.append(Copy(f"{day}", day, day, Fate.GOOD))
        gone = expired(left, day)
        left = [copy for copy in left if copy.name not in gone]
    ages = [365 - copy.day for copy in left]
    assert ages[-7:] == [6, 5, 4, 3, 2, 1, 0]
    assert 21 <= max(ages) < 35
    assert len(left) <= 11
