"""A button or picture inside a line of text. Qt's own stay at 16 pixels however large the text."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from caseplanner.ui import theme

SIDE = 34  # pixels at 100 % text


def hold(field: QLineEdit, part: QWidget, *, left: bool = False) -> None:
    """Keep `part` at the right end of the field, or at the left; the text leaves it room."""
    part.setParent(field)
    part.setFixedSize(theme.px(SIDE), theme.px(SIDE))
    room = theme.px(SIDE - 4)
    field.setTextMargins(room if left else 0, 0, 0 if left else room, 0)
    field.installEventFilter(_Keeper(field, part, left))


class _Keeper(QObject):
    def __init__(self, field: QLineEdit, part: QWidget, left: bool) -> None:
        super().__init__(field)
        self._field, self._part, self._left = field, part, left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            edge = theme.px(4)
            x = edge if self._left else self._field.width() - self._part.width() - edge
            self._part.move(x, (self._field.height() - self._part.height()) // 2)
        return False
