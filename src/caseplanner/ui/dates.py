"""Days as the screens say them."""

from datetime import date, datetime

from caseplanner.words import day


def today() -> date:
    """The day on the wall here, not in Greenwich."""
    return now().date()


def short(when: date) -> str:
    """ "vr 14 maart"; with the year when that is not this year."""
    return day(when, year=when.year != today().year)


def now() -> datetime:
    """The time on the wall here."""
    return datetime.now().astimezone()
