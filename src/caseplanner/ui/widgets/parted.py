"""The parts of a page: a list of them, and beside or below it the one that is open.

A part is made when it is first opened, or a moment later by `more`: a page shows at once.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.widgets.part_button import PartButton

WIDE = 900  # pixels at 100 % text from which the list of parts stands beside the open one
THREE = 560  # from which the list above it has three columns
LIST = 270
ALL = 16777215  # Qt's own for: as wide as it gets


class Part(QWidget):
    """One part of a page."""

    go = Signal(str, object)  # asks for a page

    def show_dossier(self, dossier: Dossier) -> None:
        """Show this dossier. What is being typed, and the caret in it, stay."""

    def let_edit(self, may: bool) -> None:
        """Let everything in it be changed, or only be read."""

    def focus_first(self) -> None:
        self.focusNextChild()


class Parted(QWidget):
    """`opened` sends which part is open now."""

    opened = Signal(str)
    go = Signal(str, object)

    def __init__(self, titles: Mapping[str, str], make: Callable[[str], Part]) -> None:
        super().__init__()
        self.list = {name: PartButton(title) for name, title in titles.items()}
        self.open_ = ""
        self._make = make
        self._made: dict[str, Part] = {}
        self._dossier: Dossier | None = None
        self._may_edit = True
        self._columns = 0
        self._beside, self._parts = QWidget(), QWidget()
        self._ways, self._grid = QGridLayout(self._beside), QGridLayout(self)
        self._column = QVBoxLayout(self._parts)
        self._build()

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        self._dossier, self._may_edit = dossier, may_edit
        for part in self._made.values():
            self._show_in(part)

    def open(self, name: str) -> None:
        self.open_ = name
        self.part(name)
        for each, part in self._made.items():
            part.setVisible(each == name)
        self.list[name].setChecked(True)
        self.opened.emit(name)

    def part(self, name: str) -> Part:
        """This part, made if it was not."""
        if name not in self._made:
            self._add(name)
        return self._made[name]

    def more(self) -> bool:
        """Make one part that was not made yet; False when all are there."""
        for name in self.list:
            if name not in self._made:
                self._add(name)
                return len(self._made) < len(self.list)
        return False

    def uncover(self, field: QWidget) -> None:
        """Open the part this field is in."""
        for name, part in self._made.items():
            if part.isAncestorOf(field):
                self.open(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, three = self.width() >= theme.px(WIDE), self.width() >= theme.px(THREE)
        # Four are a square: nothing stands alone in a line.
        self._arrange(1 if wide else 3 if three and len(self.list) != 4 else 2)

    def _add(self, name: str) -> None:
        made = self._made[name] = self._make(name)
        made.setObjectName(name)  # the way to a field is the same whichever parts are made
        made.go.connect(self.go)
        self._column.insertWidget(self._column.count() - 1, made)
        made.setVisible(name == self.open_)  # in its place: before, it would be a window
        self._in_order()
        self._show_in(made)

    def _in_order(self) -> None:
        """Tab goes through the parts as the list names them, whichever was made first."""
        for place, name in enumerate(name for name in self.list if name in self._made):
            if self._column.indexOf(self._made[name]) != place:
                self._column.removeWidget(self._made[name])
                self._column.insertWidget(place, self._made[name])

    def _show_in(self, made: Part) -> None:
        if self._dossier is not None:
            made.show_dossier(self._dossier)
            made.let_edit(self._may_edit)

    def _build(self) -> None:
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(theme.px(8))
        for name, way in self.list.items():
            way.clicked.connect(lambda _on=False, to=name: self.open(to))
            self._ways.addWidget(way)  # before the parts, so that Tab goes from here to there
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(16))
        self._grid.addWidget(self._beside, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._parts, 1, 0)
        self._arrange(1)

    def _arrange(self, columns: int) -> None:
        """The list in one column beside the open part, or in more above it."""
        if columns == self._columns:
            return
        self._columns = columns
        wide = columns == 1
        for place, way in enumerate(self.list.values()):
            self._ways.addWidget(way, place // columns, place % columns)
        for column in range(3):
            self._ways.setColumnStretch(column, 1 if column < columns else 0)
        top = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0)
        self._beside.setMaximumWidth(theme.px(LIST) if wide else ALL)
        self._grid.addWidget(self._beside, 0, 0, top)
        self._grid.addWidget(self._parts, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setColumnMinimumWidth(0, theme.px(LIST) if wide else 0)
