"""From a file that somebody chose to pages that can be attached: the wait, and a look first."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseplanner import files
from caseplanner.dossier.model import Role
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.scans import said
from caseplanner.ui.scans.shown import Shown
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, mark

if TYPE_CHECKING:  # Pillow is not needed before there is a file
    from caseplanner.export.scan import Scanned

THOUSAND = 1000  # steps of the bar
READING = 0.2  # of the bar is for reading the file
SIDE = 320  # pixels at 100 % text of what stands beside the paper


class Bring(QWidget):
    """`ready` sends that the pages are as they should be; `left` why not, or "".

    Nothing is kept before `ready`: a file that is refused or stopped half-way leaves nothing.
    """

    ready = Signal()
    left = Signal(str)
    _told = Signal(float)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._stop = Event()
        self.file = Path()
        self.scanned: Scanned | None = None
        self.wait = QProgressBar()
        self.wait.setRange(0, THOUSAND)
        self.wait.setTextVisible(False)
        self.wait.setAccessibleName(_("Reading the paper"))
        self._told.connect(lambda done: self.wait.setValue(round(done * THOUSAND)))
        self.stop = buttons.secondary(_("Cancel"), "x")
        self.stop.clicked.connect(self.give_up)
        self.turn_left = buttons.secondary(_("Turn left"), "undo-2")
        self.turn_left.clicked.connect(lambda: self._turn(-90))
        self.turn_right = buttons.secondary(_("Turn right"), "redo-2")
        self.turn_right.clicked.connect(lambda: self._turn(90))
        self.shown = Shown(self.turn_left, self.turn_right)
        self.whose = Choice([(_(words), role) for role, words in said.WHOSE.items()])
        self.whose.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.attach = buttons.primary(_("Attach"), "check")
        self.attach.clicked.connect(self.ready)
        self.cancel = buttons.secondary(_("Cancel"), "x")
        self.cancel.clicked.connect(lambda: self.left.emit(""))
        self._about = Small("")
        self._build()

    @property
    def role(self) -> Role | None:
        """Whose signature is on it; None: more than one."""
        value = self.whose.value()
        return value if isinstance(value, Role) else None

    def begin(self, file: Path, role: Role | None) -> None:
        """Read this file, away from the screens; then show what came of it."""
        self.file, self.scanned = file, None
        self._stop = stop = Event()
        self.whose.set_value(role)
        self.wait.setValue(0)
        self._stack.setCurrentWidget(self._busy)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        heard = self._told.emit
        self._tasks.run(
            lambda: _read(file, stop, heard),
            lambda made: self._show(made, stop) if isValid(self) else None,
            lambda error: self._failed(error, stop) if isValid(self) else None,
        )

    def give_up(self) -> None:
        """Stop reading; what was read of the file is forgotten."""
        self._stop.set()

    def _show(self, made: "tuple[Scanned, bytes]", stop: Event) -> None:
        if stop is not self._stop:
            return
        self.scanned, pdf = made
        self._about.setText(
            _(
                "Only the picture is kept: not where, when or with what it was made. The file "
                "{name} itself stays where it is.",
                name=self.file.name,
            )
        )
        self.shown.paper.show_pdf(pdf)
        self._stack.setCurrentWidget(self._look)
        self.attach.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception, stop: Event) -> None:
        if not isinstance(error, UserError):
            raise error
        if stop is self._stop:
            self.left.emit(str(error))

    def _turn(self, degrees: int) -> None:
        from caseplanner.export import scan

        assert self.scanned
        page = self.shown.paper.page
        self.scanned = scan.turn(self.scanned, page, degrees)
        self.shown.paper.show_pdf(scan.pdf(self.scanned))
        self.shown.paper.go_to(page)

    def _build(self) -> None:
        self._busy = QWidget()
        waiting = QVBoxLayout(self._busy)
        waiting.setSpacing(theme.px(14))
        waiting.addStretch(1)
        waiting.addWidget(Heading(_("The paper is being read…")))
        waiting.addWidget(Body(_("It is set straight, made even and made small.")))
        waiting.addWidget(self.wait)
        waiting.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        waiting.addStretch(2)
        asked = QWidget()
        lines = QVBoxLayout(asked)
        lines.setContentsMargins(0, 0, theme.px(8), 0)
        lines.setSpacing(theme.px(12))
        lines.addWidget(Heading(_("Can you read all of it?")))
        lines.addWidget(Body(_("Look at each page. Turn a page that lies on its side.")))
        lines.addWidget(Field(_("Whose signature is on it?"), self.whose))
        lines.addWidget(self._about)
        lines.addWidget(self.attach)
        lines.addWidget(self.cancel)
        lines.addStretch(1)
        self._look = QWidget()
        both = QHBoxLayout(self._look)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(18))
        beside = Scroll(asked)
        beside.setFixedWidth(theme.px(SIDE))
        both.addWidget(beside)
        both.addWidget(self.shown, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._busy)
        self._stack.addWidget(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)


def _read(file: Path, stop: Event, tell: Callable[[float], None]) -> "tuple[Scanned, bytes]":
    """The pages in a file, and the PDF of them."""
    from caseplanner.export import scan

    def hear(done: float) -> None:
        if stop.is_set():
            raise scan.Stopped
        tell(done)

    try:
        data = files.read(file, scan.MOST_BYTES, lambda done: hear(done * READING))
    except OSError as error:
        raise UserError(
            mark("This file cannot be read: {reason}. Nothing was attached. Choose it once more."),
            reason=error.strerror or "",
        ) from error
    made = scan.read(data, lambda done: hear(READING + done * (1 - READING)))
    return made, scan.pdf(made)
