"""Find one of many by typing a few letters of it: with Ctrl+K where to go, or what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caseplanner.dossier.folding import fold
from caseplanner.ui import theme
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

MOST = 100  # shown at once; who looks for more types one more letter
NAME = "finder"  # by which it is opened again after a lock


@dataclass(frozen=True, slots=True)
class Find:
    """Something to go to or to do."""

    name: str
    icon: QIcon
    do: Callable[[], None]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a finder says; by its `name` it is opened again after a lock."""

    name: str
    title: str
    search: str
    list: str
    nothing: str


def anything() -> Asked:
    """For Ctrl+K."""
    return Asked(
        name=NAME,
        title=_("Go to"),
        search=_("Go to a dossier, or type what you want to do"),
        list=_("What you can go to"),
        nothing=_("Nothing found."),
    )


class Finder(QDialog):
    """Arrows choose, Enter does it, Escape leaves."""

    def __init__(self, finds: Sequence[Find], parent: QWidget, asked: Asked) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("finder", True)
        self.setObjectName(asked.name)
        self.setWindowTitle(asked.title)
        self._finds = finds
        self._names = [fold(find.name) for find in finds]  # each once, not at every letter
        self.field = QLineEdit()
        self.field.setPlaceholderText(asked.search)
        self.field.setAccessibleName(asked.title)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(asked.list)
        self.list.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._do)
        self.nothing = Small(asked.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(14),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        self._filter("")
        room = parent.window().geometry()
        width = min(theme.px(560), room.width() - 40)
        height = min(theme.px(420), room.height() - 40)
        left = room.x() + (room.width() - width) // 2
        self.setGeometry(left, room.y() + (room.height() - height) // 4, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the letters go to the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.list.count():
                row = (self.list.currentRow() + step) % self.list.count()
                self.list.setCurrentRow(row)
                item = self.list.currentItem()
                self.field.setAccessibleDescription(item.text() if item else "")
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        wanted = fold(typed).split()
        self.list.clear()
        named = zip(self._names, self._finds, strict=True)
        found = (find for name, find in named if all(word in name for word in wanted))
        for find in islice(found, MOST):
            shown = f"{find.name}   {find.keys}" if find.keys else find.name
            item = QListWidgetItem(find.icon, shown)
            item.setData(Qt.ItemDataRole.UserRole, find)
            item.setSizeHint(QSize(0, theme.px(38)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            find: Find = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            find.do()
