"""What the preview shows: the plan as it is now, a version of it, or a paper beside the plan."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from caseplanner.desk import Seal
from caseplanner.dossier import agreements, meetings
from caseplanner.dossier.model import Dossier, Meeting, MeetingState
from caseplanner.dossier.papers import Paper
from caseplanner.session import Session
from caseplanner.ui import dates
from caseplanner.ui.widgets.fields import Choice
from caseplanner.words import _, day

if TYPE_CHECKING:  # a second to import, and not needed to see the page
    from caseplanner.export.pdf import Edition

CONCEPT, SIGNALS = "", str(Paper.SIGNALS)  # in the place of a version's id


def of_meeting(paper: Paper, meeting: str) -> str:
    """The paper of this meeting, in the place of a version's id."""
    return f"{paper} {meeting}"


def edition(session: Session, seal: Callable[[], Seal], chosen: str, at: datetime) -> "Edition":
    """What was chosen, as it is to be printed."""
    from caseplanner import printing

    paper, _space, meeting = chosen.partition(" ")
    match paper:
        case Paper.SIGNALS:
            return printing.sheet(session, at)
        case Paper.INVITATION:
            return printing.invitation(session, meeting, at)
        case Paper.TAKE_HOME:
            return printing.take_home(session, meeting, at)
        case Paper.REPORT:
            return printing.report(session, meeting, at)
        case _:
            return printing.edition(session, seal(), chosen or None, at)


def back(chosen: str) -> tuple[str, str]:
    """The page where this is made, and what that is called."""
    paper = chosen.partition(" ")[0]
    if paper == SIGNALS:
        return "signals", _("Signal plan")
    if paper in tuple(Paper):
        return "talk", _("Three-way meeting")
    return "hub", _("To the plan")


class WhatLeaves(Choice):
    """Goes along with the dossier; what was chosen stays chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.setAccessibleName(_("Which version"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Offer what there is now; tells nobody."""
        offered = [(CONCEPT, _("Concept"))]
        for version in reversed(dossier.versions):
            when = day(version.frozen_at.astimezone().date())
            told = _("Version {number}, {day}", number=version.number, day=when)
            offered.append((version.id, told))
        if dossier.signals:
            offered.append((SIGNALS, _("Only the signal plan, to hang up")))
        offered += _of_meetings(dossier)
        here = self.currentData()
        self.blockSignals(True)
        self.clear()
        for id_, name in offered:
            self.addItem(name, id_)
        first = 1 if dossier.versions and not agreements.is_changed(dossier) else 0
        place = self.findData(here) if here is not None else first
        self.setCurrentIndex(place if place >= 0 else first)
        self.blockSignals(False)


def _of_meetings(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The invitation to each meeting that comes, and the papers of each that was held."""
    for meeting in meetings.to_come(dossier):
        yield of_meeting(Paper.INVITATION, meeting.id), _on(_("Invitation"), meeting)
    for meeting in meetings.over(dossier):
        if meeting.state is MeetingState.HELD:
            yield of_meeting(Paper.TAKE_HOME, meeting.id), _on(_("To take home"), meeting)
            yield of_meeting(Paper.REPORT, meeting.id), _on(_("Meeting report"), meeting)


def _on(name: str, meeting: Meeting) -> str:
    return f"{name}, {dates.short(meeting.on)}" if meeting.on else name
