"""How long a dossier is kept after it was closed, and what keeps it longer (domain.md R17-R19).

The terms are those of the kinds of dossier that this one may count as; which it is, the institution
decides. The shortest is chosen beforehand, since this is a local file beside the official one.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from caseplanner.errors import UserError
from caseplanner.words import mark

LONGEST = 1200  # months: a hundred years
SOON = timedelta(days=30)


class Basis(StrEnum):
    """As which kind of dossier it is kept. The values stand in every vault: they never change."""

    INSTITUTION = "inrichting"
    PRISON = "penitentiair"
    CARE = "zorg"
    SUPPORT = "wmo"
    OTHER = "other"


MONTHS = {
    Basis.INSTITUTION: 6,  # after the stay: Penitentiaire maatregel art. 39 [V 24]
    Basis.PRISON: 120,  # the same article
    Basis.CARE: 240,  # the medical file: WGBO, art. 7:454 BW [V 25]
    Basis.SUPPORT: 180,  # Wmo 2015 art. 5.3.4 [V 25b]
}


class Ground(StrEnum):
    """Why a dossier is destroyed. One of these and no text: the log stays when a dossier goes."""

    TERM = "term"
    PRACTICE = "practice"
    CLIENT = "client"
    OFFICER = "officer"


class Reopening(StrEnum):
    """Why a closed dossier is opened again; for the log, like Ground."""

    BACK = "back"  # detained again before the end of the term: art. 39 PM stops the clock [V 24]
    UNFINISHED = "unfinished"
    MISTAKE = "mistake"


class State(StrEnum):
    RUNNING = "running"
    CLOCK = "clock"
    DUE = "due"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Retention:
    """`months` after `closed_on` (the last day of the stay) the dossier is to be destroyed.

    `held_since` and `held_why`: it must be kept for now, whatever the term (R19).
    """

    basis: Basis = Basis.INSTITUTION
    months: int = MONTHS[Basis.INSTITUTION]
    closed_on: date | None = None
    held_since: date | None = None
    held_why: str = ""

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    @property
    def is_held(self) -> bool:
        return self.held_since is not None


def due(kept: Retention) -> date | None:
    """The first day on which it may be destroyed; None while it is not closed, or is held.

    A hold does not move the term: once released, a dossier may be due at once.
    """
    if kept.closed_on is None or kept.is_held:
        return None
    return months_after(kept.closed_on, kept.months)


def state(kept: Retention, today: date) -> State:
    if kept.is_held:
        return State.HELD
    when = due(kept)
    if when is None:
        return State.RUNNING
    return State.DUE if today >= when else State.CLOCK


def days_left(kept: Retention, today: date) -> int | None:
    """Until it may be destroyed, 0 from that day on; None while no clock runs."""
    when = due(kept)
    return None if when is None else max((when - today).days, 0)


def is_near(kept: Retention, today: date) -> bool:
    """It asks for a look: at term, at term within SOON, or held."""
    when = due(kept)
    return kept.is_held or (when is not None and when - today <= SOON)


def close(kept: Retention, on: date, today: date) -> Retention:
    """The stay ended on this day: the term begins, always from the start."""
    if kept.is_closed:
        raise UserError(mark("This dossier is closed already. Nothing was changed."))
    if on > today:
        raise UserError(mark("This day is yet to come. Choose today or a day before it."))
    return replace(kept, closed_on=on)


def reopen(kept: Retention) -> Retention:
    """Work goes on: no term runs any more."""
    if not kept.is_closed:
        raise UserError(mark("This dossier is not closed. Nothing was changed."))
    return replace(kept, closed_on=None)


def hold(kept: Retention, why: str, on: date) -> Retention:
    """Keep it whatever the term, for a reason: a complaint, an appeal, a request for access."""
    if kept.is_held:
        raise UserError(mark("This dossier is being kept longer already. Nothing was changed."))
    if not why.strip():
        raise UserError(mark("Write why this dossier must be kept longer."))
    return replace(kept, held_since=on, held_why=why.strip())


def release(kept: Retention) -> Retention:
    if not kept.is_held:
        raise UserError(mark("This dossier is not being kept longer. Nothing was changed."))
    return replace(kept, held_since=None, held_why="")


def change_basis(kept: Retention, basis: Basis, months: int = 0) -> Retention:
    """Another kind of dossier, so another term. `months` counts for OTHER only: 1 to LONGEST."""
    term = MONTHS.get(basis, months)
    if not 1 <= term <= LONGEST:
        raise UserError(mark("Choose a term between 1 month and {most} years."), most=LONGEST // 12)
    return replace(kept, basis=basis, months=term)


def check_destroy(kept: Retention, ground: Ground, today: date, *, practice: bool) -> None:
    """UserError where a dossier may not be destroyed on this ground. A held one never may."""
    if kept.is_held:
        raise UserError(
            mark("This dossier must be kept for now, so it stays. Nothing was destroyed.")
        )
    if ground is Ground.PRACTICE and not practice:
        raise UserError(mark("This is not a practice dossier. Nothing was destroyed."))
    if ground is Ground.TERM and state(kept, today) is not State.DUE:
        raise UserError(mark("The term of this dossier is not over. Nothing was destroyed."))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day.

    At most the last day that can be written.
    """
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return date.max
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
