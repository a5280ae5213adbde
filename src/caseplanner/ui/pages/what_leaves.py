"""What the preview shows: the plan as it is now, a version of it, or a paper beside it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from caseplanner.desk import Seal
from caseplanner.dossier import agreements, papers
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.papers import Paper
from caseplanner.session import Session
from caseplanner.ui.widgets.fields import Choice
from caseplanner.words import _, day, mark

if TYPE_CHECKING:  # slow to import
    from caseplanner.export.pdf import Edition

CONCEPT, SIGNALS = "", str(Paper.SIGNALS)  # in the place of a version's id
OF_A_MEETING = {
    Paper.INVITATION: (mark("Invitation"), mark("Invitation for {day}")),
    Paper.TAKE_HOME: (mark("To take home"), mark("To take home, of {day}")),
    Paper.REPORT: (mark("Report of the meeting"), mark("Report of the meeting of {day}")),
}


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
    """The papers of the next driegesprek and of the newest that began."""
    for paper, (name, dated) in OF_A_MEETING.items():
        if meeting := papers.meeting_of(dossier, paper):
            yield str(paper), _(dated, day=day(meeting.on)) if meeting.on else _(name)


def edition_of(what: str, session: Session, seal: Callable[[], Seal], at: datetime) -> "Edition":
    """What is to be built for a choice. Reads the vault, so it belongs to its thread."""
    from caseplanner import printing

    if what == SIGNALS:
        return printing.sheet(session, at)
    paper = next((one for one in OF_A_MEETING if one == what), None)
    if paper and (meeting := papers.meeting_of(session.dossier, paper)):
        return printing.OF_A_MEETING[paper](session, meeting.id, at)
    return printing.edition(session, seal(), None if paper else what or None, at)
