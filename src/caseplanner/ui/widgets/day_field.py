"""A day under its label, and beside it what is wrong with it: no date, or one that cannot be."""

from datetime import date

from PySide6.QtCore import Signal

from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Field


class DayField(Field):
    """`changed` sends a date or None. Whoever refuses it says why with `show_error`."""

    changed = Signal(object)

    def __init__(self, label: str, help: str = "") -> None:
        self.day = DateField()
        super().__init__(label, self.day, help)
        self.day.changed.connect(self.changed)
        self.day.wrong.connect(self.show_error)
        self.day.textEdited.connect(lambda: self.show_error(""))

    def show_day(self, when: date | None) -> None:
        """Show this day; what was typed and not taken stays, with what was said of it."""
        self.day.set_date(when)
        if not self.day.unsaved():
            self.show_error("")
