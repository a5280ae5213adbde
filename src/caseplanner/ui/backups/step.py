"""What the steps of a rescue have in common: a way back, and no passphrase that stays behind."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.password import PasswordField
from caseplanner.ui.widgets.screen import Screen
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.words import _


class Step(Screen):
    """`left` asks for the step before. `progress` may be sent from any thread: how far it is."""

    progress = Signal(int, int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.cancel.setText(_("Back"))
        self.cancel.set_icon("arrow-left")
        self.progress.connect(self._show_progress)
        self.title = ""

    def lay(self, title: str, *parts: QWidget, acts: tuple[Button, ...]) -> None:
        self.title = title
        super().lay(title, *parts, acts=acts)

    def bring_in_view(self, part: QWidget) -> None:
        """Scroll to this part, once it stands where it will; Qt does so only for Tab."""
        page = self._page()
        QTimer.singleShot(0, part, lambda: page.ensureWidgetVisible(part, 0, theme.px(8)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down show the rest where the text is taller than the window."""
        way = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if way:
            bar = self._page().verticalScrollBar()
            bar.setValue(bar.value() + way * bar.pageStep())
        else:
            super().keyPressEvent(event)

    @property
    def is_busy(self) -> bool:
        """Something runs that must come to its end before the person goes anywhere."""
        return not self.cancel.isEnabled()

    def leave(self) -> None:
        """The person goes on or back: let go of what was typed."""

    def _page(self) -> Scroll:
        page = self.findChild(Scroll)
        assert page is not None
        return page

    def _show_progress(self, done: int, of: int) -> None:
        self.wait.setRange(0, of)
        self.wait.setValue(done)

    def _be_busy(self, busy: bool) -> None:
        super()._be_busy(busy)
        self.wait.setRange(0, 0)
        if not busy:
            self.focus_first()


class SecretStep(Step):
    """A step that asks for a passphrase; Enter goes on with `_go_on`."""

    def __init__(self, tasks: Tasks, label: str, help: str) -> None:
        super().__init__(tasks)
        self.password = PasswordField()
        self.field = Field(label, self.password, help)
        self.password.textChanged.connect(lambda: self.field.show_error(""))
        self.password.returnPressed.connect(self._try)

    def focus_first(self) -> None:
        self.password.selectAll()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_in_view(self.field)

    def leave(self) -> None:
        self.password.clear()
        self.password.hide_text()

    def _try(self) -> None:
        self.problem.show_error("")
        self.password.hide_text()
        if self.password.text():
            self._go_on(self.password.text())
        else:
            self.field.show_error(_("Type your passphrase first."))
            self.bring_in_view(self.field)

    def _go_on(self, passphrase: str) -> None:
        raise NotImplementedError

    def _be_busy(self, busy: bool) -> None:
        self.password.setEnabled(not busy)
        super()._be_busy(busy)


class DoneStep(Step):
    """What was done, and the one way on: to unlocking, which is what `left` asks for here."""

    def __init__(self, tasks: Tasks, title: str, parts: Iterable[QWidget]) -> None:
        super().__init__(tasks)
        self.on = buttons.primary(_("To unlocking"), "lock-open")
        self.on.clicked.connect(lambda: self.left.emit(""))
        self.lay(title, on_card(parts), acts=(self.on,))
        self.cancel.hide()

    def focus_first(self) -> None:
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)


def on_card(lines: Iterable[QWidget]) -> Card:
    """What is to be read, under each other on one card."""
    card = Card()
    column = QVBoxLayout(card)
    layouts.pad(column, theme.px(18), theme.px(16))
    column.setSpacing(theme.px(12))
    for line in lines:
        column.addWidget(line)
    return card
