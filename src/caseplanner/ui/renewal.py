"""The screen while the keys of the vault are renewed. It cannot be left; then the program locks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from caseplanner import paths
from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import column
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.message import announce
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Small, Title
from caseplanner.words import _, mark

WIDTH = 560  # pixels at 100 % text
STEPS = (
    mark("1 of 3: everything is written anew"),
    mark("2 of 3: a backup is made"),
    mark("3 of 3: the backup is read again"),
)
RENEWED = mark(
    "The keys are renewed. All who stay unlock with the passphrase they had. Copies from before, "
    "such as on a stick, still open with the passphrases of then: destroy those."
)
CUT_OFF = mark(
    "Renewing the keys was cut off. Nothing is lost. To be sure, renew them once more under "
    "Colleagues."
)
Renew = Callable[[Callable[[int, int], None]], object]


class Renewal(QWidget):
    """Runs `renew` (whom to tell how far it is) off this thread; `over` sends None or its error."""

    over = Signal(object)
    _progress = Signal(int, int)

    def __init__(self, renew: Renew, tasks: Tasks) -> None:
        super().__init__()
        self._renew, self._tasks, self._busy = renew, tasks, False
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("caseplanner")
        self.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
        self.setMinimumSize(480, 400)
        self.step = Small(_(STEPS[0]))
        self.wait = QProgressBar()
        self.wait.setRange(0, 0)
        self.wait.setTextVisible(False)
        self.wait.setAccessibleName(_("Working on it"))
        self._progress.connect(self._show_progress)
        self._build()

    def begin(self) -> None:
        """Start, once everything typed is kept and nothing else uses the vault."""
        self._busy = True
        self._tasks.run(lambda: self._renew(self._progress.emit), self._end, self._end)

    def closeEvent(self, event: QCloseEvent) -> None:
        """It would go on without a window; so it keeps its window."""
        event.setAccepted(not self._busy)

    def _end(self, result: object) -> None:
        self._busy = False
        self.over.emit(result if isinstance(result, Exception) else None)

    def _show_progress(self, done: int, of: int) -> None:
        said = _(STEPS[min(done, len(STEPS) - 1)])
        if said != self.step.text():
            self.step.setText(said)
            announce(self, said)

    def _build(self) -> None:
        card = Card()
        card.setMaximumWidth(theme.px(WIDTH))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(theme.px(36), theme.px(32)) * 2)
        inside.setSpacing(theme.px(14))
        inside.addWidget(column.line("key-round", Title(_("The keys are being renewed"), size=23)))
        inside.addWidget(
            Body(
                _(
                    "This mostly takes less than a minute. Leave the laptop on. When it is done, "
                    "the program locks and says how it went."
                )
            )
        )
        inside.addWidget(self.wait)
        inside.addWidget(self.step)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        inner = QWidget()
        middle = QVBoxLayout(inner)
        middle.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(1)
        foot = Small(_("What you were typing is kept. If the power goes, nothing is lost."))
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.px(16))
        whole.addWidget(Scroll(inner), 1)
