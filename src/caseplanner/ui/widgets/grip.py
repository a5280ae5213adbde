"""The handle by which one of several things under each other is dragged to another place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from caseplanner.ui import icons, theme


class Grip(QLabel):
    """Drags `thing` among its like. `moved` sends -1 or 1; by keyboard that is Alt+Up and Alt+Down.

    Its like are the widgets of the same kind around it; whoever hears `moved` puts them in order.
    """

    moved = Signal(int)

    def __init__(self, thing: QWidget, tip: str) -> None:
        super().__init__()
        self._thing = thing
        self.setPixmap(icons.pixmap("grip-vertical", "ink3", theme.px(18)))
        self.setFixedSize(theme.px(20), theme.px(40))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setToolTip(tip)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        around = self._thing.parentWidget()
        if around is None:
            return
        y = around.mapFromGlobal(event.globalPosition().toPoint()).y()
        mine = self._thing.geometry()
        above, below = self._beside(around)
        # Well into the next one, and where this one then comes: else they would change
        # places again and again when one is much taller than the other.
        if above and y <= min(above.y() + _most(above), above.y() + mine.height()):
            self._move(-1)
        elif below and y >= max(
            below.y() + below.height() - _most(below), below.geometry().bottom() - mine.height()
        ):
            self._move(1)

    def _move(self, by: int) -> None:
        self.moved.emit(by)
        part = self.parentWidget()
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        if part is not None:
            part.ensureWidgetVisible(self)

    def _beside(self, around: QWidget) -> tuple[QWidget | None, QWidget | None]:
        like = [
            part
            for part in around.findChildren(
                type(self._thing), options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if part.isVisibleTo(around)
        ]
        like.sort(key=lambda part: part.y())
        at = like.index(self._thing)
        above = like[at - 1] if at else None
        return above, like[at + 1] if at + 1 < len(like) else None


def _most(of: QWidget) -> int:
    """All of it but the quarter that one comes into first."""
    return of.height() * 3 // 4
