"""Which backups go: decided by their numbers and by days of use, never by the clock.

A laptop's clock can be years off; a rotation that believes it deletes the newest backup. So each
backup has a number, one higher than the one before, and a day, counted on the days on which the
program is used.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LAST = 3  # so many newest ones stay
DAYS = 7  # of so many last days of use the newest one stays
WEEKS = 5  # and of so many last weeks
OLDEST = 35  # days; older ones go, so that what was destroyed in the vault is gone there as well
LEAP = 7  # days that the count moves at most from one day of use to the next


@dataclass(frozen=True, slots=True)
class Days:
    """The count of days, and the day by the clock on which it last moved."""

    count: int = 0
    on: date | None = None


def advance(days: Days, today: date) -> Days:
    """The count on this day. By a week at most, and not at all when the clock went back.

    From then on it follows the clock as it is: a clock that was wrong once does no lasting harm.
    """
    if days.on is None:
        return Days(days.count + 1, today)
    return Days(days.count + max(0, min((today - days.on).days, LEAP)), today)


class Fate(StrEnum):
    """What a backup is to the rotation."""

    GOOD = "good"  # verified
    DOUBTFUL = "doubtful"  # not verified, damaged, or altered
    REPLACED = "replaced"  # what was there before a restore; nobody vouches for it
    PINNED = "pinned"
    REVOKED = "revoked"  # opens with keys from before a re-key


@dataclass(frozen=True, slots=True)
class Copy:
    """`number` and `day` are 0 where they can no longer be read."""

    name: str
    number: int
    day: int
    fate: Fate


def expired(copies: Iterable[Copy], today: int) -> frozenset[str]:
    """The names of those that go. Never the newest good one, never a pinned one."""
    ordered = sorted(copies, key=lambda copy: (copy.number, copy.name), reverse=True)
    good = [copy for copy in ordered if copy.fate is Fate.GOOD]
    replaced = [copy for copy in ordered if copy.fate is Fate.REPLACED]
    kept = {copy.name for copy in ordered if copy.fate is Fate.PINNED}
    kept |= _young((*good[:LAST], *_newest(good, 1, DAYS), *_newest(good, 7, WEEKS)), today)
    kept |= {copy.name for copy in good[:1]}
    kept |= _young(replaced[:LAST], today)
    for copy in ordered:
        better = sum(other.number > copy.number for other in good)
        if (copy.fate is Fate.DOUBTFUL and better < LAST) or (
            copy.fate is Fate.REVOKED and not good
        ):
            kept.add(copy.name)
    return frozenset(copy.name for copy in ordered) - kept


def _newest(good: list[Copy], length: int, periods: int) -> list[Copy]:
    """The newest of each of the last periods of so many days that have one."""
    newest: dict[int, Copy] = {}
    for copy in good:
        newest.setdefault(copy.day // length, copy)
    return [newest[period] for period in sorted(newest, reverse=True)[:periods]]


def _young(copies: Iterable[Copy], today: int) -> set[str]:
    return {copy.name for copy in copies if copy.day > today - OLDEST}
