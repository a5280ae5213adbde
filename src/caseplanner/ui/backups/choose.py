"""Choosing a backup: of those on this laptop, or of those on a stick or in another folder."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from caseplanner import desk as desks
from caseplanner.ui import theme
from caseplanner.ui.backups.rows import BackupList
from caseplanner.ui.backups.step import Step
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.message import InlineError
from caseplanner.ui.widgets.text import Body, Heading
from caseplanner.words import _


class ChooseStep(Step):
    """`chosen` sends a backup; `salvage` asks to save what can be read of the vault itself."""

    chosen = Signal(object)
    salvage = Signal()

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._folder = folder
        self._was_at: QWidget | None = None
        self.place: Path | None = None  # where is looked; None: on this laptop
        self.where = Heading("")
        self.list = BackupList()
        self.list.chosen.connect(self.chosen)
        self.elsewhere = buttons.secondary("", "folder-open")
        self.elsewhere.clicked.connect(self._ask_where)
        self.here = buttons.link(_("Back to those on this laptop"))
        self.here.clicked.connect(self.look_here)
        self.no_place = InlineError()
        self.save = buttons.secondary(_("Save what can be read"), "save")
        self.save.clicked.connect(self.salvage)
        places = QWidget()
        row = Flow(places, spacing=theme.px(14))
        row.addWidget(self.elsewhere)
        row.addWidget(self.here)
        has_vault = desks.exists(folder)
        told = _("Choose one. You first see what is in it; nothing changes yet.")
        if has_vault:
            more = _(
                "Is none of them new enough? Then save what can still be read of the vault itself."
            )
            told = f"{told} {more}"
        parts = (Body(told, tone="ink2"), places, self.no_place, self.where, self.list)
        self.lay(_("Put a backup back"), *parts, acts=(self.save,) if has_vault else ())
        self.look_here()

    def focus_first(self) -> None:
        """Where the person was, or at the newest backup."""
        looks = [row.look for row in self.list.rows.values() if row.look.isEnabled()]
        known = (*looks, self.elsewhere, self.save)
        first = self._was_at if self._was_at in known else known[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if first is not self.save:  # which stands below
            self.bring_in_view(first)

    def leave(self) -> None:
        self._was_at = self.focusWidget()

    def look_here(self) -> None:
        """Show the backups on this laptop."""
        found = desks.backups(self._folder) if self._folder.is_dir() else ()
        self.place = None
        self.where.setText(_("On this laptop"))
        self.elsewhere.setText(_("Look on a stick or in another folder"))
        self.list.show_backups(found, _("There are no backups on this laptop. Look on a stick."))
        self._show_place()

    def look_in(self, place: Path) -> None:
        """Show the backups on this stick or in this folder; say it when it is not there."""
        if not self.attempt(lambda: self._look_in(place), self.no_place):
            self.elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_in_view(self.no_place)

    def _look_in(self, place: Path) -> None:
        found = desks.backups(place)
        self.place = place
        self.where.setText(_("In {folder}", folder=place))
        self.elsewhere.setText(_("Look in another folder"))
        self.list.show_backups(found, _("There are no backups in this folder."))
        self._show_place()

    def _show_place(self) -> None:
        self.no_place.show_error("")
        self.here.setVisible(self.place is not None)
        self.focus_first()

    def _ask_where(self) -> None:
        start = str(self.place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, _("Look for backups in a folder"), start)
        if chosen:
            self.look_in(Path(chosen))
