"""One thing to do, on a screen of its own: what it is, and to do it or not."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.message import InlineError
from caseplanner.words import _

WIDTH = 760  # pixels at 100 % text; longer lines are hard to read
Made = TypeVar("Made")


class Errors(Protocol):
    """Where something that is wrong is said: beside a field, or above the buttons."""

    def show_error(self, text: str) -> None: ...


class Screen(QWidget):
    """`left` is sent when this is done, with what to say of it; "" when nothing was done."""

    left = Signal(str)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.problem = InlineError()
        self.wait = QProgressBar()
        self.wait.setRange(0, 0)
        self.wait.setTextVisible(False)
        self.wait.setAccessibleName(_("Working on it"))
        self.wait.hide()
        self.cancel = buttons.secondary(_("Cancel"))
        self.cancel.clicked.connect(lambda: self.left.emit(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cancel.isEnabled():
            self.left.emit("")
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the focus where the person starts."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay(self, title: str, *parts: QWidget, acts: tuple[Button, ...]) -> None:
        """The title and the parts under each other; what can be done stays in view below."""
        self._acts = acts
        page = column.page(title, *parts)
        foot = Flow(spacing=theme.px(10))
        foot.addWidget(self.cancel)
        for act in acts:
            foot.addWidget(act)
        inner = QWidget()
        inner.setMaximumWidth(theme.px(WIDTH))
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(page, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.wait)
        layout.addLayout(foot)
        outer = QHBoxLayout(self)
        side = theme.px(30)
        outer.setContentsMargins(side, theme.px(22), side, theme.px(20))
        outer.addWidget(inner, 1000)
        outer.addStretch(1)

    def attempt(self, act: Callable[[], None], beside: Errors) -> bool:
        """Do it now; when it is refused, say why beside what it is about."""
        try:
            act()
        except UserError as error:
            beside.show_error(str(error))
            return False
        return True

    def slowly(
        self, work: Callable[[], Made], then: Callable[[Made], None], beside: Errors
    ) -> None:
        """Do the slow part off this thread, and then what follows on it."""

        def done(made: Made) -> None:
            if isValid(self):
                self._be_busy(False)
                self.attempt(lambda: then(made), beside)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                if isValid(self):
                    self._be_busy(False)
                raise error
            if isValid(self):
                self._be_busy(False)
                beside.show_error(str(error))

        self._be_busy(True)
        self._tasks.run(work, done, failed)

    def _be_busy(self, busy: bool) -> None:
        self.wait.setVisible(busy)
        for button in (*self._acts, self.cancel):
            button.setEnabled(not busy)
