"""Putting a backup back, or saving what can be read, where the vault is locked or broken."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner import desk as desks
from caseplanner import paths
from caseplanner.desk import Backup, Preview, Report
from caseplanner.ui import theme
from caseplanner.ui.backups import saving, sentences
from caseplanner.ui.backups.choose import ChooseStep
from caseplanner.ui.backups.putting import ContentsStep, PassphraseStep
from caseplanner.ui.backups.saving import SalvageStep
from caseplanner.ui.backups.step import DoneStep, Step
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import column
from caseplanner.ui.widgets.brand import Brand
from caseplanner.ui.widgets.message import MessageBar, announce
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _

WIDTH = 820  # pixels at 100 % text
BRANDED = 150  # percent of text size up to which there is room for the name of the program
SOON = 1000  # milliseconds


class RescueScreen(QWidget):
    """Step by step, each with a way back; `left` is sent when the person goes back from the first.

    The vault of `folder` must be closed, and may be damaged or not there. `done` is sent when
    another vault has taken its place and was told so. `hidden` keeps names of clients off the
    screen. With the path of a backup it begins at the passphrase of that one.
    """

    left = Signal()
    done = Signal()
    closed = Signal()

    def __init__(
        self, folder: Path, tasks: Tasks, *, hidden: bool = False, backup: Path | None = None
    ) -> None:
        super().__init__()
        self._folder, self._tasks, self._hidden = folder, tasks, hidden
        self.held_secrets = False  # a passphrase was asked for, so keys may be in memory
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("caseplanner")
        self.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
        self.setMinimumSize(640, 480)
        self.bar = MessageBar()
        self._steps = QStackedWidget()
        self._build()
        choose = ChooseStep(folder, tasks)
        choose.chosen.connect(self._ask_passphrase)
        choose.salvage.connect(self._salvage)
        self._go_on(choose)
        if backup:
            choose.attempt(lambda: self._begin_with(backup), choose.no_place)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        step = self._steps.currentWidget()
        assert isinstance(step, Step)
        return step

    def tell(self, problem: str) -> None:
        """A problem the person can act on."""
        self.bar.tell(problem)

    def lock(self) -> None:
        """Leave, as soon as nothing runs; what was done stays to be read."""
        if self.step.is_busy:
            QTimer.singleShot(SOON, self, self.lock)
        elif not isinstance(self.step, DoneStep):
            self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.step.is_busy:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _begin_with(self, path: Path) -> None:
        for backup in desks.backups(path):
            if backup.path == path:
                self._ask_passphrase(backup)

    def _ask_passphrase(self, backup: Backup) -> None:
        step = PassphraseStep(self._folder, backup, self._tasks)
        step.opened.connect(self._show_contents)
        self.held_secrets = True
        self._go_on(step)

    def _show_contents(self, preview: Preview, passphrase: str) -> None:
        replaces = desks.exists(self._folder)
        step = ContentsStep(
            self._folder,
            preview,
            passphrase,
            self._tasks,
            hidden=self._hidden,
            replaces=replaces,
        )
        step.done.connect(lambda: self._put_back(preview.backup, replaced=replaces))
        self._go_on(step)

    def _put_back(self, backup: Backup, *, replaced: bool) -> None:
        used = Body(_("Unlock with the passphrase that you just used."))
        told = [column.line("lock-open", used)]
        if replaced:
            kept = Body(_("What was here before is kept as a backup."))
            told.append(column.line("archive", kept))
        title = _("{backup} is back", backup=sentences.named(backup))
        self._go_on(DoneStep(self._tasks, title, told))

    def _salvage(self) -> None:
        step = SalvageStep(self._folder, self._tasks)
        step.done.connect(self._saved)
        self.held_secrets = True
        self._go_on(step)

    def _saved(self, report: Report) -> None:
        title = _("What could be read is saved")
        self._go_on(DoneStep(self._tasks, title, saving.report(report)))

    def _go_on(self, step: Step) -> None:
        step.left.connect(self._back)
        if self._steps.count():
            self.step.leave()
        self._steps.addWidget(step)
        self._show_last()

    def _show_last(self) -> None:
        self._steps.setCurrentIndex(self._steps.count() - 1)
        self.step.focus_first()
        announce(self, self.step.title)

    def _back(self) -> None:
        """One step back; after the deed there is only one way on."""
        step = self.step
        if isinstance(step, DoneStep):
            self.done.emit()
        elif isinstance(step, ChooseStep):
            if step.place:
                step.look_here()
            else:
                self.left.emit()
        else:
            step.leave()
            self._steps.removeWidget(step)
            step.deleteLater()
            self._show_last()

    def _build(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(theme.px(WIDTH))
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        if theme.text_size() <= BRANDED:
            head = QHBoxLayout()
            head.setContentsMargins(theme.px(30), theme.px(22), theme.px(30), 0)
            head.addWidget(Brand())
            inside.addLayout(head)
        inside.addWidget(self._steps, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(row, 1)
