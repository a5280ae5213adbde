"""What one talk over a sheet yielded, on which day; it saves as it is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import lists, sheet_talks
from caseplanner.dossier.model import Dossier
from caseplanner.library import Library
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card_list import ItemCard
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class TalkCard(ItemCard):
    """`at` gives the sheet that is open now, which a new talk is about; `open` opens another."""

    def __init__(
        self,
        editing: Editing,
        library: Library,
        id: str,
        at: Callable[[], str],
        open: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._editing, self._library, self._id, self._at = editing, library, id, at
        self._sheet = ""
        self.title = Body("", weight=600)
        self.open = buttons.link(_("Read this sheet again"))
        self.first = self.words = TextField(rows=3)
        self.words.setAccessibleName(_("What the talk yielded"))
        self.words.setPlaceholderText(_("What did you both make of it?"))
        self.day = DayField(_("Day"))
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.remove.setAccessibleName(_("Remove this talk"))
        self.open.clicked.connect(lambda: open(self._sheet))
        self.words.edited.connect(self._write)
        self.day.changed.connect(lambda _when: self._place())
        self.remove.clicked.connect(self._remove)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        below = Flow(spacing=theme.px(12))
        for widget in (self.day, self.open, self.remove):
            below.addWidget(widget)
        layout.addLayout(below)

    def show_in(self, dossier: Dossier) -> None:
        talk = lists.find(dossier.sheet_talks, self._id)
        sheet = self._library.find(talk.sheet if talk else self._at())
        self._sheet = sheet.id if sheet else ""
        self.title.setText(talk.title if talk else sheet.title if sheet else "")
        self.words.set_text(talk.text if talk else "")
        self.day.show_day(talk.on if talk else dates.today())
        self.day.setVisible(talk is not None)
        self.remove.setVisible(talk is not None)
        self.open.setVisible(talk is not None and sheet is not None and sheet.id != self._at())
        self.open.setAccessibleDescription(self.title.text())

    def _write(self, said: str) -> None:
        if not said.strip():
            return
        label, merge = _("Talk about a sheet"), f"talk.{self._id}"
        sheet = self._library.find(self._at())
        if lists.find(self._editing.dossier.sheet_talks, self._id):
            self._editing.change(label, lambda d: sheet_talks.reword(d, self._id, said), merge)
        elif sheet:
            today = dates.today()
            self._editing.change(
                label, lambda d: sheet_talks.begin(d, self._id, sheet, said, today), merge
            )

    def _place(self) -> None:
        on = self.day.day.value()
        self._editing.change(_("Talk about a sheet"), lambda d: sheet_talks.place(d, self._id, on))

    def _remove(self) -> None:
        self._editing.change(
            _("Talk about a sheet removed"),
            lambda d: sheet_talks.remove(d, self._id),
            told=_("The talk is removed."),
        )
