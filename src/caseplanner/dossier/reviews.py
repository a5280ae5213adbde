"""Looking at the plan together: when that has to be, what came of it, and why it was late.

The rules are domain.md C2, "Evaluation cycle": every so many weeks, a last time well before release
and once soon after a transfer. A late one needs a reason, and nothing typed waits for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caseplanner.dossier import course, rows, stays
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import Dossier, Review, ReviewKind, Stay
from caseplanner.errors import UserError
from caseplanner.words import mark

PART = "reviews"


@dataclass(frozen=True, slots=True)
class Terms:
    """A review every `weeks`; the last one `final_days` before release; one `transfer_days` after
    a transfer."""

    weeks: int = 6
    final_days: int = 7
    transfer_days: int = 10


@dataclass(frozen=True, slots=True)
class Proposal:
    """A review that should be planned and is not. `since` is the day it is counted from."""

    kind: ReviewKind
    due: date
    since: date


def plan(dossier: Dossier, kind: ReviewKind, due: date) -> Dossier:
    return rows.write(dossier, PART, Review().id, blank, kind=kind, due=due)


def tell(dossier: Dossier, id: str, **details: Any) -> Dossier:
    """Change fields of a review; one that is not there yet begins."""
    return rows.write(dossier, PART, id, blank, **details)


def hold(dossier: Dossier, id: str, on: date | None, today: date) -> Dossier:
    """It was held on this day; None: it was not held after all."""
    if on and on > today:
        raise UserError(mark("This day is still to come. Write it down when it was held."))
    return tell(dossier, id, held_on=on)


def remove(dossier: Dossier, id: str) -> Dossier:
    return rows.remove(dossier, PART, id)


def blank(id: str) -> Review:
    return Review(id=id)


def to_come(dossier: Dossier) -> tuple[Review, ...]:
    """Those that were not held, the first one first; one without a day comes last."""
    open_ = (review for review in dossier.reviews if review.held_on is None)
    return tuple(sorted(open_, key=lambda review: review.due or date.max))


def held(dossier: Dossier) -> tuple[Review, ...]:
    """Those that were held, the newest first."""
    return tuple(sorted(_held(dossier), key=_held_on, reverse=True))


def next_one(dossier: Dossier) -> Review | None:
    """The next review that has a day."""
    return next((review for review in to_come(dossier) if review.due), None)


def was_late(review: Review) -> bool:
    """Held after the day it was planned for: that needs a reason."""
    return bool(review.due and review.held_on and review.held_on > review.due)


def lacks_reason(review: Review) -> bool:
    return was_late(review) and not review.late_reason.strip()


def said_before(dossier: Dossier, review: Review) -> Review | None:
    """The last review before this one that was late for the same reason (domain.md C2)."""
    reason = _bare(review.late_reason)
    if not reason or not was_late(review):
        return None
    for before in held(dossier):
        earlier = _held_on(before) < _held_on(review) and was_late(before)
        if earlier and before.id != review.id and _bare(before.late_reason) == reason:
            return before
    return None


def proposed(
    dossier: Dossier, terms: Terms, today: date, *, set_on: date | None = None
) -> tuple[Proposal, ...]:
    """What should be planned and is not, the first day first; a case that is paused asks nothing,
    nor does a stay that is over.

    The next of the cycle is counted from the last review or the newest version, whichever is
    later, or from `set_on`; there is none where another one comes as soon, or the release.
    """
    stay = stays.now(dossier) or Stay()
    over = stay.ended or (stay.release and stay.release < today)
    if over or course.before_pause(dossier) is not None:
        return ()
    found = [*_after_transfer(dossier, stay, terms), *_before_release(dossier, stay, terms)]
    since = set_on or _counted_from(dossier, stay)
    due = later(since, timedelta(weeks=terms.weeks)) if since else None
    if since and due and not _seen_to(dossier, stay, due, found):
        found.append(Proposal(ReviewKind.REGULAR, due, since))
    return tuple(sorted(found, key=lambda each: each.due))


def with_next(dossier: Dossier, terms: Terms, today: date) -> Dossier:
    """With the next review planned, now that the plan is set on this day; one that is planned
    already is the next one."""
    if next_one(dossier):
        return dossier
    found = proposed(dossier, terms, today, set_on=today)
    first = next((each for each in found if each.due >= today), None)
    return plan(dossier, first.kind, first.due) if first else dossier


def misfit(dossier: Dossier, terms: Terms) -> tuple[Review, date] | None:
    """The last review before release where it no longer fits the day of release, and the day that
    does: it is too close to it, or more than one cycle ahead of it."""
    stay = stays.now(dossier)
    if stay is None or stay.release is None or stay.ended:
        return None
    fits = earlier(stay.release, timedelta(days=terms.final_days))
    for review in to_come(dossier):
        if review.kind is ReviewKind.FINAL and review.due:
            ahead = fits - review.due
            if not timedelta() <= ahead <= timedelta(weeks=terms.weeks):
                return review, fits
    return None


def _after_transfer(dossier: Dossier, stay: Stay, terms: Terms) -> Iterable[Proposal]:
    moved = stay.moved_on
    if moved is None or any(_held_on(review) >= moved for review in dossier.reviews):
        return
    planned = (r.due for r in to_come(dossier) if r.kind is ReviewKind.TRANSFER)
    if not any(due and due >= moved for due in planned):
        due = later(moved, timedelta(days=terms.transfer_days))
        yield Proposal(ReviewKind.TRANSFER, due, moved)


def _before_release(dossier: Dossier, stay: Stay, terms: Terms) -> Iterable[Proposal]:
    if stay.release is None:
        return
    begun = stay.since or date.min
    fits = earlier(stay.release, timedelta(days=terms.final_days))
    in_time = max(
        begun, earlier(fits, timedelta(weeks=terms.weeks))
    )  # not before a release put off
    final = [review for review in dossier.reviews if review.kind is ReviewKind.FINAL]
    done = any(review.held_on and review.held_on >= in_time for review in final)
    planned = any(r.due and r.due >= begun for r in final if r.held_on is None)
    if not done and not planned:
        yield Proposal(ReviewKind.FINAL, max(fits, begun), stay.release)


def _seen_to(dossier: Dossier, stay: Stay, due: date, found: list[Proposal]) -> bool:
    """By this day there is a review already, or the client is outside."""
    if (stay.release and stay.release <= due) or any(each.due <= due for each in found):
        return True
    planned = (review for review in to_come(dossier) if review.due)
    return any(r.kind is ReviewKind.REGULAR or r.due <= due for r in planned if r.due)


def _counted_from(dossier: Dossier, stay: Stay) -> date | None:
    """The last time the plan was looked at or set; in an earlier stay: the day this one began."""
    days = [_held_on(review) for review in _held(dossier)]
    if dossier.versions:
        days.append(dossier.versions[-1].frozen_at.astimezone().date())
    return max(*days, stay.since or date.min) if days else None


def _held(dossier: Dossier) -> list[Review]:
    return [review for review in dossier.reviews if review.held_on]


def _held_on(review: Review) -> date:
    return review.held_on or date.min


def _bare(reason: str) -> str:
    return " ".join(fold(reason).split()).rstrip(".")


def later(day: date, by: timedelta) -> date:
    """So much later, or the last day there is."""
    return day + by if date.max - day >= by else date.max


def earlier(day: date, by: timedelta) -> date:
    """So much earlier, or the first day there is."""
    return day - by if day - date.min >= by else date.min
