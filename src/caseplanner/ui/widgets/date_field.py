"""A day, typed or picked from a calendar; it may be left empty."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseplanner import words
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.widgets import buttons, inside
from caseplanner.words import _

TYPED = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
YEARS = range(1900, 2200)  # another one is a slip of the fingers


class DateField(QLineEdit):
    """`changed` sends a date or None. Down or Alt+Down opens the calendar.

    `wrong` sends why what was typed is no date, to be said beside the field; "" when it is one.
    """

    changed = Signal(object)
    wrong = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: date | None = None  # what the field was last told to show
        self.setPlaceholderText(_("dd-mm-yyyy"))
        self.setMinimumWidth(theme.px(148))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.opener = buttons.quiet("", "calendar")
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: the arrow down
        self.opener.setAccessibleName(_("Choose a day in the calendar"))
        self.opener.setToolTip(_("Choose a day in the calendar"))
        self.opener.clicked.connect(self.open_calendar)
        inside.hold(self, self.opener)
        self.editingFinished.connect(self.flush)
        self.textEdited.connect(lambda: self._mark(""))

    def value(self) -> date | None:
        """The day that stands in the field."""
        return read(self.text(), today())

    def set_date(self, when: date | None) -> None:
        """Show this day; what is being typed now stays."""
        if when == self._shown:
            return
        self._shown = when
        self.setText(in_digits(when))
        self._mark("")

    def flush(self) -> None:
        """Report what was typed. What is no date stays as it is and is marked."""
        text = self.text().strip()
        typed = read(text, today())
        self._mark(why_not(text) if text and typed is None else "")
        if text and typed is None:
            return
        self.setText(in_digits(typed))
        if typed != self._shown:
            self.changed.emit(typed)

    def unsaved(self) -> bool:
        """What was typed is no date, or was not taken."""
        return self.text().strip() != in_digits(self._shown)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        popup = Calendar(self.value(), self)
        popup.picked.connect(self.pick)
        popup.open_under(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def pick(self, when: date | None) -> None:
        """Take over a day from the calendar."""
        self.setText(in_digits(when))
        self.flush()

    def _mark(self, told: str) -> None:
        if (self.property("wrong") or False) == bool(told) and self.toolTip() == told:
            return
        self.setProperty("wrong", bool(told))
        self.setToolTip(told)
        self.setAccessibleDescription(told)
        self.style().polish(self)
        self.wrong.emit(told)


class Calendar(QFrame):
    """A month to pick a day from."""

    picked = Signal(object)

    def __init__(self, when: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(words.language()))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        shown = when or today()
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        now = buttons.quiet(_("Today"))
        now.clicked.connect(lambda: self._send(today()))
        none = buttons.quiet(_("No date"))
        none.clicked.connect(lambda: self._send(None))
        below = QHBoxLayout()
        below.addWidget(now)
        below.addStretch(1)
        below.addWidget(none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(8),) * 4)
        layout.addWidget(self.calendar)
        layout.addLayout(below)

    def open_under(self, field: QWidget) -> None:
        self.adjustSize()
        at = field.mapToGlobal(QPoint(0, field.height()))
        room = field.screen().availableGeometry()
        left = max(room.left(), min(at.x(), room.right() - self.width()))
        top = at.y()
        if top + self.height() > room.bottom():
            top = field.mapToGlobal(QPoint(0, 0)).y() - self.height()
        self.move(left, max(room.top(), top))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, when: QDate) -> None:
        self._send(date(when.year(), when.month(), when.day()))

    def _send(self, when: date | None) -> None:
        self.close()
        self.picked.emit(when)


def in_digits(when: date | None) -> str:
    """14-03-2026; "" for no date."""
    return when.strftime("%d-%m-%Y") if when else ""


def read(text: str, near: date) -> date | None:
    """The day meant by "14-03-2026", "14/3/26" or "14-3"; None when there is no such day.

    Without a year it is the next such day on or after `near`.
    """
    found = TYPED.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = found.groups()
    try:
        if year:
            full = int(year) + (2000 if len(year) == 2 else 0)
            return date(full, int(month), int(day)) if full in YEARS else None
        this_year = date(near.year, int(month), int(day))
        return this_year if this_year >= near else date(near.year + 1, int(month), int(day))
    except ValueError:
        return None


def why_not(text: str) -> str:
    """Why a text that `read` does not know is no day, in one sentence and what to do."""
    if TYPED.fullmatch(text.strip()):
        return _("This day does not exist. Look at it once more.")
    return _("This is not a date. Type it like 14-03-2026.")
