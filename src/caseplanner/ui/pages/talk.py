"""The driegesprek outside the room: getting it ready, what was agreed, and what came of it."""

from caseplanner.dossier import agreed, meetings
from caseplanner.dossier.model import Dossier, Meeting, MeetingState
from caseplanner.session import Session
from caseplanner.ui import dates
from caseplanner.ui.parted_page import PartedPage
from caseplanner.ui.talk.after import AfterPart
from caseplanner.ui.talk.agreements import AgreementsPart
from caseplanner.ui.talk.prepare import PreparePart
from caseplanner.words import _, count


class TalkPage(PartedPage):
    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "talk",
            _("Three-way meeting"),
            _("The three of us talk about one plan. The client answers first."),
            {
                "prepare": (_("Prepare"), PreparePart),
                "agreements": (_("Agreements"), AgreementsPart),
                "after": (_("Looking back"), AfterPart),
            },
        )

    def tell(self, dossier: Dossier) -> None:
        ways = self.parts.list
        meeting = meetings.next_one(dossier)
        ways["prepare"].tell(_stands(meeting), ("calendar-clock", "ink2"))
        many = len(agreed.open_(dossier))
        told = count("{n} open", "{n} open", many) if many else _("none open")
        ways["agreements"].tell(told, ("handshake", "ink2"))
        held = sum(one.state is MeetingState.HELD for one in dossier.meetings)
        told = count("{n} held", "{n} held", held) if held else _("none held yet")
        ways["after"].tell(told, ("history", "ink2"))


def _stands(meeting: Meeting | None) -> str:
    if meeting is None:
        return _("none planned")
    if meeting.state is MeetingState.GOING:
        return _("going on")
    return dates.short(meeting.on) if meeting.on else _("without a day yet")
