"""How the page of the driegesprek says things: a meeting, who comes, where it stopped."""

from caseplanner.dossier import goals, meeting_course, meetings
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.meeting_course import Stop
from caseplanner.dossier.model import (
    Agreement,
    Dossier,
    Meeting,
    Seat,
    SeatRole,
    Topic,
)
from caseplanner.ui import dates
from caseplanner.words import _


def role(of: SeatRole) -> str:
    told = _(VALUES[SeatRole][of])
    return told[:1].upper() + told[1:]


def topic(of: Topic) -> str:
    return _(VALUES[Topic][of])


def title(meeting: Meeting) -> str:
    """Which meeting it is, by its day."""
    if meeting.on is None:
        return _("Three-way meeting")
    return _("Three-way meeting on {day}", day=dates.short(meeting.on))


def time(meeting: Meeting) -> str:
    """From when until when, and where."""
    told = meeting.begin
    if meeting.begin and meeting.end:
        told = _("{begin} to {end}", begin=meeting.begin, end=meeting.end)
    return ", ".join(part for part in (told, meeting.place) if part)


def stopped_at(dossier: Dossier, meeting: Meeting) -> str:
    """The page of a meeting that goes on, in words."""
    page = meeting_course.at(dossier, meeting, meeting.page)
    if page.stop in (Stop.GOAL, Stop.OTHERS):
        return _("the goal “{goal}”", goal=goals.find(dossier, page.item).text)
    if page.stop in meeting_course.TOPICS:
        return topic(meeting_course.TOPICS[page.stop])
    return _("the beginning") if page.stop in (Stop.PRIVACY, Stop.SEATS) else _("the end")


def who(dossier: Dossier, meeting: Meeting, seat: Seat) -> str:
    """The name with the role where that is not told by it; of a meeting that is over as it was."""
    over = meeting.state not in meetings.OPEN
    name = seat.name if over else meetings.name(dossier, seat)
    if seat.role is SeatRole.CLIENT:
        return name
    return _("{name} ({role})", name=name, role=_(VALUES[SeatRole][seat.role]))


def agreement(one: Agreement) -> str:
    """Who does it and by when."""
    when = _("before {day}", day=dates.short(one.by)) if one.by else ""
    return " · ".join(part for part in (one.who, when, one.when) if part)
