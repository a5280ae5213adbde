"""The alliance of client and worker: where it goes, each time it was asked, changes of worker."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import alliance
from caseplanner.dossier.model import Dossier, ScoredBy
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.together.cards import ChangeCard, CheckCard
from caseplanner.ui.together.trend import TrendCard
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _


class TogetherPart(Part):
    """For the worker only: nobody is held to what he or she said of the other."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.trend = TrendCard()
        self.checks = CardList(
            lambda id: CheckCard(editing, id, ScoredBy.CLIENT),
            _("New moment"),
            _("Ask both after a talk: four sentences, and each may be left out."),
        )
        self.changes = CardList(
            partial(ChangeCard, editing), _("Another worker"), _("The worker is still the same.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.trend)
        layout.addWidget(self.checks)
        layout.addSpacing(theme.px(8))
        layout.addWidget(Heading(_("Change of worker"), size=20))
        layout.addWidget(Small(_("Working together often suffers when somebody else comes.")))
        layout.addWidget(self.changes)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.trend.show_dossier(dossier)
        self.checks.show_cards(dossier, alliance.newest_first(dossier))
        self.changes.show_cards(dossier, alliance.changes(dossier))

    def let_edit(self, may: bool) -> None:
        self.checks.let_edit(may)
        self.changes.let_edit(may)

    def focus_first(self) -> None:
        self.checks.new.setFocus(Qt.FocusReason.OtherFocusReason)
