"""Every action of the window, with its keys, in one menu bar that Alt brings up."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from caseplanner.ui import icons
from caseplanner.ui.input import Input

Keys = str | QKeySequence.StandardKey


class Menu(QObject):
    """Builds the menu bar of `window`. Actions work by their keys while the bar is hidden."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: list[QAction] = []
        self._alone = False
        self.bar = window.menuBar()
        self.bar.setVisible(self.bar.isNativeMenuBar())
        Input(self._hear, self)

    def clear(self) -> None:
        """Take all actions away, before they are made anew in another language."""
        for action in self.actions:
            self._window.removeAction(action)
            action.deleteLater()
        self.actions = []
        self.bar.clear()

    def menu(self, title: str) -> QMenu:
        return self.bar.addMenu(title)

    def add(
        self, menu: QMenu, text: str, do: Callable[[], None], icon: str = "", *keys: Keys
    ) -> QAction:
        """Put an action in a menu, under each of these keys."""
        action = QAction(text, self._window)
        if icon:
            action.setIcon(icons.icon(icon))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _on=False: self._do(do))
        menu.addAction(action)
        self._window.addAction(action)
        self.actions.append(action)
        return action

    def _do(self, do: Callable[[], None]) -> None:
        self._alone = False  # the keys of an action never arrive as keys
        do()

    def _hear(self, event: QEvent) -> None:
        """Alt pressed and let go alone brings up the bar, or puts it away."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                self._alone = event.key() == Qt.Key.Key_Alt
            case QEvent.Type.MouseButtonPress:
                self._alone = False
            case QEvent.Type.KeyRelease if self._alone and isinstance(event, QKeyEvent):
                self._alone = False
                if event.key() == Qt.Key.Key_Alt and self._window.isActiveWindow():
                    self._turn()

    def _turn(self) -> None:
        if self.bar.isNativeMenuBar():
            return
        self.bar.setVisible(not self.bar.isVisible())
        if self.bar.isVisible():
            self.bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self.bar.setActiveAction(self.bar.actions()[0])
