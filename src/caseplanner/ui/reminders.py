"""The days to come as a file for a calendar program; what is in it is said before it is made."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout

from caseplanner import files
from caseplanner.desk import Desk
from caseplanner.dossier.reminders import Reminder
from caseplanner.errors import UserError
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count, day, mark

FILE_NAME = "caseplanner.ics"


class RemindersCard(Card):
    """Opens in its place on the list. `tell` shows a passing message."""

    closed = Signal()

    def __init__(self, desk: Desk, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._desk, self._tell = desk, tell
        self._reminders: tuple[Reminder, ...] = ()
        self.told, self.example = Body(""), Body("", weight=600)
        self.private = Small(
            _(
                "No name, no cell, no goal and no other word of a dossier is in the file. It is "
                "not encrypted."
            )
        )
        self.alarm = QCheckBox(_("With a sign the morning before"))
        self.save = buttons.secondary(_("Save the file"), "save")
        self.leave = buttons.quiet(_("Not now"))
        self._build()
        self.hide()

    def open_(self) -> None:
        """Look what there is, and say it."""
        self._reminders = found = self._desk.reminders(dates.today())
        for part in (self.example, self.private, self.alarm, self.save):
            part.setVisible(bool(found))
        if found:
            days = len({reminder.on for reminder in found})
            self.told.setText(
                count(
                    "In the file is {n} day, {last}. Of it stands only what kind of thing there "
                    "is to do:",
                    "In the file are {n} days, until {last}. Of each stands only what kind of "
                    "thing there is to do:",
                    days,
                    last=day(found[-1].on),
                )
            )
            said = dict.fromkeys(reminder.in_words() for reminder in found)
            self.example.setText(" · ".join(said))
        else:
            self.told.setText(_("In no dossier something is to be done on a day to come."))
        self.show()
        (self.save if found else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask where the file goes."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Save the reminders"), folder, _("Calendar (*.ics)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(FILE_NAME)
        if dialog.exec():
            self.save_to(Path(dialog.selectedFiles()[0]))

    def save_to(self, target: Path) -> None:
        """Put what was told in this file, and that in the log."""
        from caseplanner.export import calendar

        made = calendar.write(
            self._reminders, self._desk.vault_id, datetime.now(UTC), alarm=self.alarm.isChecked()
        )
        try:
            files.write(target, made)
        except OSError as error:
            raise UserError(
                mark("The reminders could not be saved there: {reason}. Choose another folder."),
                reason=error.strerror or "",
            ) from error
        self._desk.reminders_exported(len({reminder.on for reminder in self._reminders}))
        self.close_()
        self._tell(_("Saved in {folder} as {name}.", folder=target.parent, name=target.name))

    def close_(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.save.clicked.connect(self.ask)
        self.leave.clicked.connect(self.close_)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(12))
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("Reminders as a calendar file")))
        for part in (self.told, self.example, self.private):
            layout.addWidget(part)
        below = Flow(spacing=theme.px(12))
        for act in (self.alarm, self.save, self.leave):
            below.addWidget(act)
        layout.addLayout(below)
