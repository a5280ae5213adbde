"""Edits to the driegesprek: who comes, what is talked about, what stays out of sight, how it ends.

A meeting is planned by the worker, goes on in the sealed room, and is held or did not take place.
What was typed stays at every moment; nothing here waits for something else to be complete.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import goals, lists, people, rows
from caseplanner.dossier.model import (
    Achievement,
    Dossier,
    Goal,
    Hidden,
    Meeting,
    MeetingState,
    Role,
    Seat,
    SeatRole,
    Sensitive,
    SpecialCondition,
    Topic,
    TopicMark,
)
from caseplanner.errors import UserError
from caseplanner.words import mark

PART = "meetings"
ALWAYS = frozenset({Topic.GOALS, Topic.SUMMARY, Topic.SIGN})  # without these it is no driegesprek
SIGNS = {
    SeatRole.CLIENT: Role.CLIENT,
    SeatRole.MENTOR: Role.MENTOR,
    SeatRole.SUPERVISOR: Role.SUPERVISOR,
}
OPEN = (MeetingState.PLANNED, MeetingState.GOING)


def plan(
    dossier: Dossier, id: str, on: date | None = None, begin: str = "", place: str = ""
) -> Dossier:
    """A new meeting, with the client and who of the team signs expected at the table."""
    seats = tuple(
        Seat(role, people.name_of(dossier, signs), id=f"{id}.{role}")
        for role, signs in SIGNS.items()
    )
    return rows.write(
        dossier, PART, id, blank, on=on, begin=begin.strip(), place=place.strip(), seats=seats
    )


def blank(id: str) -> Meeting:
    return Meeting(id=id)


def find(dossier: Dossier, id: str) -> Meeting:
    """The meeting with this id, which must exist."""
    found = lists.find(dossier.meetings, id)
    if found is None:
        raise KeyError(id)
    return found


def tell(dossier: Dossier, id: str, **details: Any) -> Dossier:
    """Change fields of a meeting that is there."""
    return rows.change(dossier, PART, id, **details)


def remove(dossier: Dossier, id: str) -> Dossier:
    """Take away a meeting that did not begin."""
    if find(dossier, id).state in (MeetingState.GOING, MeetingState.HELD):
        raise UserError(mark("This meeting began already. It stays readable."))
    return rows.remove(dossier, PART, id)


def cancel(dossier: Dossier, id: str, why: str) -> Dossier:
    """It did not take place, with the reason."""
    if not why.strip():
        raise UserError(mark("Write down why the meeting did not take place."))
    return tell(dossier, id, state=MeetingState.CANCELLED, why=why.strip())


# Who comes.


def write_seat(dossier: Dossier, id: str, seat: str, **details: Any) -> Dossier:
    """Change fields of a seat, which begins to be with the first that is said."""

    def edit(before: Meeting) -> Meeting:
        known = lists.find(before.seats, seat) or Seat(SeatRole.RELATIVE, id=seat)
        return replace(before, seats=lists.put(before.seats, replace(known, **details)))

    return _change(dossier, id, edit)


def remove_seat(dossier: Dossier, id: str, seat: str) -> Dossier:
    """Take a chair away; those who sign keep theirs, and may be absent."""
    known = lists.find(find(dossier, id).seats, seat)
    if known and known.role in SIGNS:
        raise UserError(mark("This person signs. Say at the meeting that he or she is not there."))
    return _change(dossier, id, lambda m: replace(m, seats=lists.without(m.seats, seat)))


def sit(dossier: Dossier, id: str, seat: str, there: bool | None, why: str = "") -> Dossier:
    """Somebody is at the table, or is not; None: not asked yet."""
    why = "" if there else why.strip()
    return write_seat(dossier, id, seat, there=there, why_absent=why)


def name(dossier: Dossier, seat: Seat) -> str:
    """Who sits there: of those who sign whoever does so now, until the meeting begins."""
    signs = SIGNS.get(seat.role)
    return (people.name_of(dossier, signs) if signs else "") or seat.name


def seat_of(meeting: Meeting, role: SeatRole) -> Seat | None:
    return next((seat for seat in meeting.seats if seat.role is role), None)


def present(meeting: Meeting) -> tuple[Seat, ...]:
    """Who is at the table; whoever was not asked about counts as there."""
    return tuple(seat for seat in meeting.seats if seat.there is not False and seat.name.strip())


def absent(meeting: Meeting) -> tuple[Seat, ...]:
    return tuple(seat for seat in meeting.seats if seat.there is False)


# What is talked about.


def leave_out(dossier: Dossier, id: str, topic: Topic, left_out: bool) -> Dossier:
    """Skip a topic in this meeting, or take it up after all."""
    if left_out and topic in ALWAYS:
        raise UserError(mark("This topic belongs to every meeting."))
    return _mark(dossier, id, topic, left_out=left_out)


def talked(dossier: Dossier, id: str, topic: Topic) -> Dossier:
    """This topic was talked about."""
    return _mark(dossier, id, topic, talked=True)


def is_left_out(meeting: Meeting, topic: Topic) -> bool:
    return any(mark.topic is topic and mark.left_out for mark in meeting.topics)


def was_talked_about(meeting: Meeting, topic: Topic) -> bool:
    return any(mark.topic is topic and mark.talked for mark in meeting.topics)


# What stays out of sight.


def hide(dossier: Dossier, id: str, kind: Sensitive, item: str, hidden: bool) -> Dossier:
    """Keep one thing out of sight in this meeting, or show it."""

    def edit(before: Meeting) -> Meeting:
        kept = tuple(one for one in before.hidden if (one.kind, one.item) != (kind, item))
        new = (Hidden(kind, item),) if hidden else ()
        return replace(before, hidden=(*kept, *new))

    return _change(dossier, id, edit)


def is_hidden(meeting: Meeting, kind: Sensitive, item: str) -> bool:
    return any((one.kind, one.item) == (kind, item) for one in meeting.hidden)


def shown_goals(dossier: Dossier, meeting: Meeting) -> tuple[Goal, ...]:
    """The goals of now that are talked about, in the order of the dimensions."""
    return tuple(
        goal for goal in goals.current(dossier) if not is_hidden(meeting, Sensitive.GOAL, goal.id)
    )


def shown_conditions(dossier: Dossier, meeting: Meeting) -> tuple[SpecialCondition, ...]:
    return tuple(
        one for one in dossier.conditions if not is_hidden(meeting, Sensitive.CONDITION, one.id)
    )


def shown_achievements(dossier: Dossier, meeting: Meeting) -> tuple[Achievement, ...]:
    return tuple(
        one for one in dossier.achievements if not is_hidden(meeting, Sensitive.ACHIEVEMENT, one.id)
    )


# How it goes.


def begin(dossier: Dossier, id: str, on: date, at: str) -> Dossier:
    """It goes on now: in this room, on this day, from this time unless it was begun before."""
    meeting = find(dossier, id)
    if meeting.state is MeetingState.HELD:
        raise UserError(mark("This meeting was held already. Plan a new one."))
    if meeting.state is MeetingState.GOING:
        return dossier
    seats = tuple(replace(seat, name=name(dossier, seat)) for seat in meeting.seats)
    return tell(
        dossier, id, state=MeetingState.GOING, on=on, begin=at, why="", page="", seats=seats
    )


def interrupt(dossier: Dossier, id: str, page: str) -> Dossier:
    """It stops for now, at this page; it is taken up there."""
    return tell(dossier, id, page=page)


def hold(dossier: Dossier, id: str, at: str, following: str) -> Dossier:
    """It was held, until this time; the next one is planned under the id `following` where its
    day was agreed."""
    done = tell(dossier, id, state=MeetingState.HELD, end=at, page="")
    meeting = find(done, id)
    if meeting.next_on is None or any(
        each.on == meeting.next_on and each.state in OPEN for each in done.meetings
    ):
        return done
    return plan(done, following, meeting.next_on, meeting.next_begin, meeting.next_place)


def going(dossier: Dossier) -> Meeting | None:
    """The meeting that began and is not over."""
    return next((m for m in dossier.meetings if m.state is MeetingState.GOING), None)


def to_come(dossier: Dossier) -> tuple[Meeting, ...]:
    """Those that are planned, the first one first; one without a day comes last."""
    planned = (m for m in dossier.meetings if m.state is MeetingState.PLANNED)
    return tuple(sorted(planned, key=lambda m: m.on or date.max))


def next_one(dossier: Dossier) -> Meeting | None:
    """The meeting that goes on, else the first that is planned."""
    return going(dossier) or next(iter(to_come(dossier)), None)


def over(dossier: Dossier) -> tuple[Meeting, ...]:
    """Those that were held or did not take place, the newest first."""
    return lists.newest_first(tuple(m for m in dossier.meetings if m.state not in OPEN))


def last_held(dossier: Dossier) -> Meeting | None:
    return next((m for m in over(dossier) if m.state is MeetingState.HELD), None)


def _mark(dossier: Dossier, id: str, topic: Topic, **details: Any) -> Dossier:
    def edit(before: Meeting) -> Meeting:
        known = next((one for one in before.topics if one.topic is topic), None)
        found = known or TopicMark(topic, id=f"{id}.{topic}")
        return replace(before, topics=lists.put(before.topics, replace(found, **details)))

    return _change(dossier, id, edit)


def _change(dossier: Dossier, id: str, edit: Callable[[Meeting], Meeting]) -> Dossier:
    return replace(dossier, meetings=lists.change(dossier.meetings, id, edit))
