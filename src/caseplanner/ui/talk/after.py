"""Looking back: the driegesprekken that were held or did not take place, the newest first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import meetings
from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.talk.record import RecordCard
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class AfterPart(Part):
    """A card for each meeting that is over."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._may = editing, True
        self.cards: dict[str, RecordCard] = {}
        self.none = Body(_("No meeting was held yet."), tone="ink2")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        over = meetings.over(dossier)
        self.none.setVisible(not over)
        for gone in self.cards.keys() - {one.id for one in over}:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, meeting in enumerate(over):
            if meeting.id not in self.cards:
                self.cards[meeting.id] = card = RecordCard(self._editing, meeting.id)
                card.go.connect(self.go)
                self._list.insertWidget(place, card)
            self.cards[meeting.id].show_meeting(dossier, meeting)

    def let_edit(self, may: bool) -> None:
        for card in self.cards.values():
            card.let_edit(may)

    def focus_first(self) -> None:
        for card in self.cards.values():
            card.together.setFocus(Qt.FocusReason.OtherFocusReason)
            return
