"""What the cards of this page are made of: fields beside each other, days that belong together."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from caseplanner.dossier.conditions import is_backwards
from caseplanner.ui import theme
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Field
from caseplanner.words import _


class Labelled(Field):
    """A field under a small label; `told` is how a screen reader calls it among its like."""

    def __init__(self, label: str, widget: QWidget, told: str, help: str = "") -> None:
        super().__init__(label, widget, help)
        self.label.setFont(theme.font(15, 600))
        widget.setAccessibleName(told)


class Beside(QWidget):
    """Fields beside each other by their shares, or under each other where there is no room."""

    def __init__(self, *parts: tuple[QWidget, int]) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(12))
        for part, share in parts:
            self._line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def arrange(self, wide: bool) -> None:
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if wide else way.TopToBottom)


class Days(QObject):
    """A first and a last day. What cannot be is said at the field and not reported.

    `keep` gets both days; it is called only with days that can be.
    """

    def __init__(
        self,
        first: Labelled,
        last: Labelled,
        backwards: str,
        keep: Callable[[date | None, date | None], None],
    ) -> None:
        super().__init__(first)
        self._fields = (first, last)
        self._backwards, self._keep = backwards, keep
        for field in self._fields:
            _day(field).changed.connect(lambda _on, f=field: self._changed(f))

    def show(self, first: date | None, last: date | None) -> None:
        """Show these days; what was said of others no longer holds."""
        for field, on in zip(self._fields, (first, last), strict=True):
            _day(field).set_date(on)
            if not _day(field).unsaved():
                field.show_error("")

    def _changed(self, field: Labelled) -> None:
        first, last = (_day(each).value() for each in self._fields)
        wrong = is_backwards(first, last)
        for each in self._fields:
            each.show_error(_(self._backwards) if wrong and each is field else "")
        if not wrong:
            self._keep(first, last)


def order_tabs(parts: Sequence[QWidget], last: QWidget) -> None:
    """Tab goes through the parts as they stand, also after one came back by undo."""
    for one, after in pairwise((*parts, last)):
        QWidget.setTabOrder(one, after)


def _day(field: Labelled) -> DateField:
    assert isinstance(field.widget, DateField)
    return field.widget
