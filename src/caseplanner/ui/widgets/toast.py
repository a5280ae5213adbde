"""A passing message at the foot of the window: what was done, and a way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.message import announce
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _

SHOWN = 8000  # milliseconds; it waits while pointed at or focused, and undo stays in the menu


class Toast(QFrame):
    """Lies over the foot of `parent` and moves with it. Never takes the focus by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("toast", True)
        self.words = Body("", tone="toast")
        self.action = buttons.secondary("")
        self.close_button = buttons.secondary("", "x")
        self.close_button.setAccessibleName(_("Put this message away"))
        self._do: Callable[[], None] = self.hide
        self._rest = QTimer(self, singleShot=True, interval=SHOWN)
        self._rest.timeout.connect(self._pass)
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(8), theme.px(8), theme.px(8)))
        layout.setSpacing(theme.px(14))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.close_button)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a message, with a button that calls `do` when it has an action."""
        self.words.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._do = do or self.hide
        self.show()
        self._place()
        self.raise_()
        self._rest.start()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._rest.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._rest.start()

    def _act(self) -> None:
        self.hide()
        self._do()

    def _pass(self) -> None:
        if self.action.hasFocus() or self.close_button.hasFocus():
            self._rest.start()
        else:
            self.hide()

    def _place(self) -> None:
        room = self._over.rect()
        most = room.width() - 2 * theme.px(24)
        width = min(self.sizeHint().width(), most)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - theme.px(24), width, height)
