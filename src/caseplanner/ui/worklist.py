"""Which dossiers the list shows, in which order, and what there is to do first, in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from caseplanner.desk import Entry
from caseplanner.dossier import agenda, basics, summary
from caseplanner.dossier.agenda import NEAR, WEEK, Item, What, When
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import Area, ReviewKind, Role
from caseplanner.dossier.summary import Line
from caseplanner.ui import dates
from caseplanner.words import _, count, mark

Kind = TypeVar("Kind", bound=StrEnum)
MOST = 60  # letters of what somebody wrote; the rest is read in the dossier


class Show(StrEnum):
    """Which dossiers."""

    OPEN = "open"
    LATE = "late"
    TODAY = "today"
    WAITING = "waiting"
    COMING = "coming"
    RELEASE = "release"
    CLOSED = "closed"


class Order(StrEnum):
    """The one first that was edited last; by name; or by the first day something is to be done."""

    EDITED = "edited"
    CLIENT = "client"
    NEXT = "next"


SHOWS = {
    Show.OPEN: mark("All dossiers"),
    Show.LATE: mark("Too late"),
    Show.TODAY: mark("Today"),
    Show.WAITING: mark("Waiting"),
    Show.COMING: mark("Coming soon"),
    Show.RELEASE: mark("Release is near"),
    Show.CLOSED: mark("Archive"),
}
NONE = {
    Show.OPEN: mark("All dossiers are closed. They are in the archive."),
    Show.LATE: mark("Nothing is late."),
    Show.TODAY: mark("Nothing has to be done today."),
    Show.WAITING: mark("Nothing waits for anybody."),
    Show.COMING: mark("Nothing comes soon."),
    Show.RELEASE: mark("Nobody is released in the next sixty days."),
    Show.CLOSED: mark("No dossier is closed."),
}
ORDERS = {
    Order.EDITED: mark("Last edited first"),
    Order.CLIENT: mark("By name"),
    Order.NEXT: mark("By next day"),
}
PAGES = {
    What.BASIC: "basics",
    What.RISK: "conditions",
    What.CONDITION: "conditions",
    What.RELEASE: "intake",
    What.SIGNATURE: "sign",
    What.REVIEW: "way",
    What.PAUSE: "hub",
    What.LEAD: "who",
    What.REFERRAL: "who",
    What.VOLUNTEER: "who",
    What.TUNING: "who",
    What.EVALUATION: "who",
    What.MEETING: "talk",
    What.AGREEMENT: "talk",
}
PARTS = {
    What.LEAD: "lead",
    What.REFERRAL: "referrals",
    What.MEETING: "prepare",
    What.AGREEMENT: "agreements",
    **dict.fromkeys((What.VOLUNTEER, What.TUNING, What.EVALUATION), "volunteers"),
}


@dataclass(frozen=True, slots=True)
class First:
    """What is to be done first of all that is this pressing.

    `rest` things more in that dossier, and `others` more dossiers.
    """

    when: When
    entry: Entry
    item: Item
    rest: int
    others: int


def chosen(entries: Iterable[Entry], show: Show, today: date, *, asked: bool) -> list[Entry]:
    """The dossiers to show; who asks for words among all of them finds the closed ones as well."""
    match show:
        case Show.OPEN:
            return [e for e in entries if asked or not e.closed]
        case Show.CLOSED:
            return [e for e in entries if e.closed]
        case Show.RELEASE:
            return [e for e in entries if not e.closed and _leaves(e.line, today)]
        case _:
            return grouped(entries, today)[When(show.value)]


def ordered(entries: list[Entry], order: Order) -> list[Entry]:
    """In this order; those that are alike stay as they were, last edited first."""
    match order:
        case Order.CLIENT:
            return sorted(entries, key=lambda e: fold(e.line.called))
        case Order.NEXT:
            return sorted(entries, key=lambda e: summary.next_day(e.line))
        case _:
            return entries


def grouped(entries: Iterable[Entry], today: date) -> dict[When, list[Entry]]:
    """The dossiers that are worked on, by how pressing something in them is; some in several."""
    groups: dict[When, list[Entry]] = {when: [] for when in When}
    for entry in entries:
        if not entry.closed:
            for when in summary.pressing(entry.line, today):
                groups[when].append(entry)
    return groups


def first(
    entries: Iterable[Entry], todo: Callable[[str], tuple[Item, ...]], today: date
) -> list[First]:
    """For each group that has any: the first thing to do. `todo` looks into a dossier."""
    found = []
    for when, group in grouped(entries, today).items():
        if group:
            entry = min(group, key=lambda e: summary.next_day(e.line))
            items = [i for i in todo(entry.line.id) if agenda.when(i, today) is when]
            if items:
                found.append(First(when, entry, items[0], len(items) - 1, len(group) - 1))
    return found


def text(line: Line) -> str:
    """What the list tells of a dossier, folded, to be found while somebody types."""
    told = (line.called, line.initials, line.cell, line.next_step, line.next_actor)
    return fold(" ".join(told))


def read(kind: type[Kind], kept: str) -> Kind:
    """What was chosen the last time; the first where nothing was, or it is not known."""
    values = list(kind)
    return next((value for value in values if value.value == kept), values[0])


def page(item: Item) -> tuple[str, str | None]:
    """The page where this is done, with its argument: a part of it, or a dimension."""
    return PAGES.get(item.what, "dimension"), PARTS.get(item.what, item.dimension)


def what(item: Item, today: date, *, hidden: bool) -> str:
    """The thing to do, in words; with names hidden nothing that somebody wrote."""
    past = item.on is not None and item.on < today
    said = "" if hidden else _short(item.text)
    match item.what:
        case What.STEP:
            return said or _("a step")
        case What.GOAL:
            return _("a goal for later: {text}", text=said) if said else _("a goal for later")
        case What.ASK:
            return _("ask again: {text}", text=said) if said else _("ask again")
        case What.MEDIATION:
            return _("talk about mediation again")
        case What.BASIC:
            return _("arrange {what}", what=basics.name(Area(item.text)))
        case What.RISK:
            return _("the risk assessment has expired") if past else _("renew the risk assessment")
        case What.CONDITION:
            return _("a condition has ended") if past else _("a condition ends")
        case What.RELEASE:
            return _("the day of release is over") if past else _("release")
        case What.ALONE:
            many = int(item.text)
            return count(
                "nobody goes on with {n} goal after release",
                "nobody goes on with {n} goals after release",
                many,
            )
        case What.REVIEW:
            return _(VALUES[ReviewKind][ReviewKind(item.text)])
        case What.SIGNATURE:
            return _signature(Role(item.text), "" if hidden else item.who)
        case What.LEAD:
            return _("nobody takes over the lead after release")
        case What.REFERRAL:
            return _("look how it goes: {text}", text=said) if said else _("look at a referral")
        case What.PAUSE:
            return _("paused: {reason}", reason=said) if said else _("paused")
        case What.VOLUNTEER:
            return _("the answer of the volunteer")
        case What.TUNING:
            return _("tuning with the volunteer")
        case What.EVALUATION:
            return _("evaluate with the volunteer")
        case What.MEETING:
            return _("three-way meeting, {text}", text=said) if said else _("three-way meeting")
        case What.AGREEMENT:
            return said or _("an agreement")


def about(told: First, today: date, *, hidden: bool) -> str:
    """Who, when, and how much more there is in the same dossier."""
    item = told.item
    named = hidden or item.what is What.SIGNATURE or item.who == told.entry.line.called
    who = "" if named else item.who
    day = ""
    if told.when is When.LATE and item.on and item.on >= today - 2 * WEEK:
        day = count("{n} day late", "{n} days late", (today - item.on).days)
    elif item.on and item.on != today:
        day = dates.short(item.on)
        day = _("since {day}", day=day) if item.what is What.PAUSE else day
    more = count("and {n} more here", "and {n} more here", told.rest) if told.rest else ""
    return " · ".join(part for part in (who, day, more) if part)


def _signature(role: Role, who: str) -> str:
    if who:
        return _("signature of {name}", name=who)
    return {
        Role.CLIENT: _("signature of the client"),
        Role.MENTOR: _("signature of the mentor"),
        Role.SUPERVISOR: _("signature of the supervisor"),
    }[role]


def _leaves(line: Line, today: date) -> bool:
    return line.release is not None and today <= line.release <= today + NEAR


def _short(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= MOST else said[: MOST - 1].rstrip() + "…"
