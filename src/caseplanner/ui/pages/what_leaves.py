"""What the preview shows: the plan as it is now, a version of it, or only the signaleringsplan."""

from caseplanner.dossier import agreements
from caseplanner.dossier.model import Dossier
from caseplanner.ui.widgets.fields import Choice
from caseplanner.words import _, day

CONCEPT, SIGNALS = "", "signals"  # in the place of a version's id


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
        here = self.currentData()
        self.blockSignals(True)
        self.clear()
        for id_, name in offered:
            self.addItem(name, id_)
        first = 1 if dossier.versions and not agreements.is_changed(dossier) else 0
        place = self.findData(here) if here is not None else first
        self.setCurrentIndex(place if place >= 0 else first)
        self.blockSignals(False)
