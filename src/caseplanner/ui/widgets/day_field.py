"""A day with or without a label, and below it what is wrong: no date, or one that cannot be."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.message import InlineError

ROOM = 190  # pixels at 100 % text of what is said below a day among other fields


class DayBox(QWidget):
    """A day among other fields, where its label stands elsewhere."""

    def __init__(self, day: DateField) -> None:
        super().__init__()
        self.error = InlineError()
        self.error.setMaximumWidth(theme.px(ROOM))
        day.wrong.connect(self.error.show_error)
        self.setFocusProxy(day)
        line = QHBoxLayout()
        line.addWidget(day, 1)
        line.addStretch(0)  # below a narrow day there may be more to say than it is wide
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addLayout(line)
        layout.addWidget(self.error)


class DayField(Field):
    """`changed` sends a date or None. Whoever refuses it says why with `show_error`."""

    changed = Signal(object)

    def __init__(self, label: str, help: str = "") -> None:
        self.day = DateField()
        super().__init__(label, self.day, help)
        self.day.changed.connect(self.changed)

    def show_day(self, when: date | None) -> None:
        """Show this day; what was typed and not taken stays, with what was said of it."""
        self.day.set_date(when)
        if not self.day.unsaved():
            self.show_error("")
