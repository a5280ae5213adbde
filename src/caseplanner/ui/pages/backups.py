"""The backups: the newest, the second place outside this laptop, and what is in each."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from caseplanner.custody import Backup, Custody, Made, Preview, State
from caseplanner.desk import Desk
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.backups import contents, sentences
from caseplanner.ui.backups.outside import OutsideCard
from caseplanner.ui.backups.rows import BackupList
from caseplanner.ui.page import Page
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.message import InlineError
from caseplanner.ui.widgets.screen import Screen
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Title
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

WIDTH = 900  # pixels at 100 % text


class BackupsPage(Page):
    """For who manages the laptop. `at` is the folder whose backups are shown; None: this laptop."""

    _progress = Signal(int, int)

    def __init__(self, desk: Desk, window: "Window", tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._window, self._tasks = desk, window, tasks
        self.at: Path | None = None
        self.screen_: ContentsScreen | None = None
        self.make = buttons.primary(_("Make a backup now"), "save")
        self.make.clicked.connect(self._make)
        self.busy = QProgressBar()
        self.busy.setAccessibleName(_("Making a backup"))
        self.busy.setTextVisible(False)
        self.busy.hide()
        self._progress.connect(self._show_progress)
        self.problem = InlineError()
        self.outside = OutsideCard()
        self.outside.choose.clicked.connect(self._choose_place)
        self.outside.forget.clicked.connect(lambda: self.use_place(None))
        self.where = Heading("")
        self.elsewhere = buttons.secondary(_("Look in another folder"), "folder-open")
        self.elsewhere.clicked.connect(self._choose_folder)
        self.here = buttons.link(_("Back to those on this laptop"))
        self.here.clicked.connect(lambda: self.show_folder(None))
        self.list = BackupList()
        self.list.chosen.connect(self._look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._all())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.refresh()

    def refresh(self) -> None:
        """Read anew which backups there are."""
        custody = self._desk.custody
        place = self.place
        same = place is not None and custody.is_same_disk(place)
        self.outside.show_place(place, custody.last_copy_elsewhere(), same_disk=same)
        self.show_folder(self.at)

    def focus_first(self) -> None:
        if self.screen_:
            self.screen_.focus_first()
        else:
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    # Making one.

    def _make(self) -> None:
        custody, done = self._desk.custody, self._made
        self.problem.show_error("")
        try:
            work = custody.back_up(place=self.place, tell=self._progress.emit)
        except UserError as error:
            self.problem.show_error(str(error))
            return

        def failed(error: Exception) -> None:
            if isValid(self):
                self._show_busy(False)
            if not isinstance(error, UserError) or not isValid(self):
                raise error
            self.problem.show_error(str(error))

        def made(made: Made) -> None:
            custody.backed_up(made)
            if isValid(self):
                done(made)

        self._show_busy(True)
        self._tasks.run(work, made, failed)

    def _made(self, made: Made) -> None:
        self._show_busy(False)
        self.problem.show_error(made.problem)
        self.refresh()
        where = _("It is on this laptop and in the second place.") if made.outside else ""
        self.toast.emit(f"{_('The backup is made, and read again.')} {where}".strip())

    def _show_busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)
        self.busy.setRange(0, 0)
        self.busy.setVisible(busy)

    def _show_progress(self, done: int, of: int) -> None:
        self.busy.setRange(0, of)
        self.busy.setValue(done)

    # The second place.

    @property
    def place(self) -> Path | None:
        """The second place that was chosen, there or not."""
        chosen = self._window.settings.backup_place
        return Path(chosen) if chosen else None

    def use_place(self, place: Path | None) -> None:
        """From now on each backup is brought there as well."""
        chosen = str(place) if place else ""
        self._window.keep(replace(self._window.settings, backup_place=chosen))
        self.problem.show_error("")
        self.refresh()

    def _choose_place(self) -> None:
        if chosen := self._ask(_("Choose a folder on a stick or another disk")):
            self.use_place(chosen)

    # Looking at what is there.

    def show_folder(self, at: Path | None) -> None:
        """Show the backups in this folder, or on this laptop."""
        self.at = at
        self.where.setText(_("In {folder}", folder=at) if at else _("On this laptop"))
        self.here.setVisible(at is not None)
        nothing = _("There are no backups in this folder.") if at else _("There are none yet.")
        found: tuple[Backup, ...] = ()
        try:
            found = self._found(at)
        except UserError as error:
            nothing = str(error)
        self.list.show_backups(found, nothing)

    def _found(self, at: Path | None) -> tuple[Backup, ...]:
        custody = self._desk.custody
        return custody.backups_in(at) if at else custody.backups()

    def _choose_folder(self) -> None:
        if chosen := self._ask(_("Look for backups in a folder")):
            self.show_folder(chosen)

    def _look(self, backup: Backup) -> None:
        hidden = self._window.settings.hide_names
        screen = ContentsScreen(self._desk.custody, self._tasks, backup, hidden=hidden)
        screen.left.connect(lambda _said: self._back())
        screen.wanted.connect(lambda: self.go.emit("rescue", str(backup.path)))
        self.screen_ = screen
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        screen.focus_first()

    def _back(self) -> None:
        gone, self.screen_ = self.screen_, None
        self._stack.setCurrentIndex(0)
        if gone:
            row = self.list.rows.get(gone.backup.name)
            (row.look if row else self.make).setFocus(Qt.FocusReason.OtherFocusReason)
            self._stack.removeWidget(gone)
            gone.deleteLater()

    def _ask(self, title: str) -> Path | None:
        start = str(self.at or self.place or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        return Path(chosen) if chosen else None

    def _all(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(Title(_("Backups")), 1)
        head.addWidget(self.make)
        below = Flow(spacing=theme.px(14))
        below.addWidget(self.elsewhere)
        below.addWidget(self.here)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(22), side, side)
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        told = _(
            "A backup is a copy of everything in this vault, locked with the same passphrases. One "
            "is made by itself on each day you work. After 35 days of use it goes."
        )
        layout.addWidget(Body(told, tone="ink2"))
        layout.addWidget(self.busy)
        layout.addWidget(self.problem)
        layout.addWidget(self.outside)
        layout.addSpacing(theme.px(6))
        layout.addWidget(self.where)
        layout.addWidget(self.list)
        layout.addLayout(below)
        layout.addStretch(1)
        inner.setMaximumWidth(theme.px(WIDTH))
        return Scroll(inner)


class ContentsScreen(Screen):
    """What is in one backup. `wanted` is sent when the person wants to put it back."""

    wanted = Signal()

    def __init__(self, custody: Custody, tasks: Tasks, backup: Backup, *, hidden: bool) -> None:
        super().__init__(tasks)
        self.backup, self._hidden = backup, hidden
        self.cancel.setText(_("Back"))
        self.restore = buttons.secondary(_("Lock, and put this backup back"), "archive")
        self.restore.clicked.connect(self.wanted)
        self.restore.hide()
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(12))
        self._lines.addWidget(Body(sentences.facts(backup), tone="ink2"))
        title = _("The backup of {when}", when=sentences.when(backup))
        self.lay(title, self._inside, acts=(self.restore,))
        self._start(custody.preview(backup.path))

    def _start(self, read: Callable[[], Preview]) -> None:
        self.slowly(read, self._show, self)
        self.cancel.setEnabled(True)  # reading changes nothing: one can leave at any time

    def _show(self, preview: Preview) -> None:
        for part in contents.parts(preview, hidden=self._hidden):
            self._lines.addWidget(part)
        self.restore.show()

    def show_error(self, text: str) -> None:
        """What keeps it from being looked into; with a passphrase of its time it may still be."""
        self.problem.show_error(text)
        self.restore.setVisible(self.backup.state is State.OTHER_KEYS)
