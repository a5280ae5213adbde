"""Reminders as an iCalendar file (RFC 5545) for the calendar program of a worker.

It is not encrypted, and goes where no vault protects it: so there is nothing of a dossier in it.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from caseplanner.dossier.reminders import Reminder

MAKER = "-//caseplanner//NL"
THE_DAY_BEFORE = timedelta(hours=-15)  # of a whole day, which begins at midnight: at nine


def write(reminders: Iterable[Reminder], vault: str, at: datetime, *, alarm: bool) -> bytes:
    """An event of a whole day for each; with `alarm` a sign the morning before.

    The same day and kind of this vault has the same id in the next file: it takes its place.
    """
    from icalendar import Alarm, Calendar, Event  # slow to import, and seldom asked for

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    for reminder in reminders:
        told, event = reminder.in_words(), Event()
        name = f"caseplanner {vault} {reminder.on.isoformat()} {reminder.kind}"
        event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_OID, name)))
        event.add("dtstamp", at)
        event.add("dtstart", reminder.on)
        event.add("dtend", reminder.on + timedelta(days=1))
        event.add("summary", told)
        event.add("transp", "TRANSPARENT")  # the day itself stays free
        if alarm:
            sign = Alarm()
            sign.add("action", "DISPLAY")
            sign.add("description", told)
            sign.add("trigger", THE_DAY_BEFORE)
            event.add_component(sign)
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
