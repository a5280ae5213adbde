"""The log of a dossier in plain words, by period and kind of deed; for the client on paper."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseplanner.dossier import log_words
from caseplanner.dossier.log import Deed
from caseplanner.dossier.log_words import Kind
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import dates, printer, theme
from caseplanner.ui.history.rows import Hide, LogRow
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.message import announce
from caseplanner.ui.widgets.rows import HeadingRow, Row, RowList
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _, count, mark

if TYPE_CHECKING:  # slow to import, and not needed to read the log
    from caseplanner.export.pdf.log import LogEdition

WEEK, MONTH, ALL, OWN = "week", "month", "all", "own"
PERIODS = {
    WEEK: mark("This week"),
    MONTH: mark("This month"),
    ALL: mark("Everything"),
    OWN: mark("From … to …"),
}
DEEDS = (
    ("", mark("Everything")),
    (Kind.SEEN, mark("Viewed")),
    (Kind.CHANGED, mark("Changed")),
    (Kind.SHARED, mark("Shared")),
)


class Logbook(QWidget):
    """Newest on top; below it how many lines there are, or what was just done with them."""

    def __init__(self, session: Session, tasks: Tasks, hide: Hide) -> None:
        super().__init__()
        self._session, self._tasks, self._hide = session, tasks, hide
        self.period = Choice([(_(name), value) for value, name in PERIODS.items()])
        self.period.chosen.connect(self._take_period)
        self.since, self.until = DateField(), DateField()
        for field in (self.since, self.until):
            field.changed.connect(lambda when, f=field: self._take_day(f, when))
        self.deeds = Choice([(_(name), value) for value, name in DEEDS])
        self.deeds.chosen.connect(lambda _kind: self._refresh())
        self.lines = RowList(_("The log, newest first"))
        self.count = Small("")
        self.print = buttons.primary("", "printer")
        self.print.clicked.connect(self._print)
        self.save = buttons.secondary(_("Save as PDF"), "file-down")
        self.save.clicked.connect(self._save)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.all = buttons.link(_("Show everything"))
        self.all.clicked.connect(self._show_all)
        self._stack = QStackedWidget()
        self.period.set_value(ALL)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        name = self._hide(dossier.person.called)
        self.print.setText(_("Print for {name}", name=name))
        self._refresh()

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day that are shown; None where there is no bound."""
        return self.since.value(), self.until.value()

    # Choosing.

    def _take_period(self, period: object) -> None:
        today = dates.today()
        first = {WEEK: today - timedelta(days=today.weekday()), MONTH: today.replace(day=1)}
        if period == OWN:
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.since.set_date(first.get(str(period)))
        self.until.set_date(None)
        self._refresh()

    def _take_day(self, field: DateField, when: date | None) -> None:
        field.set_date(when)
        self.period.set_value(OWN if any(self.days()) else ALL)
        self._refresh()

    def _show_all(self) -> None:
        self.deeds.set_value("")
        self.period.set_value(ALL)
        self._take_period(ALL)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        entries = self._session.log(*log_words.bounds(*self.days()))
        wanted = self.deeds.value()
        lines = [
            line
            for line in reversed(log_words.grouped(entries))
            if not wanted or line.kind == wanted
        ]
        rows: list[Row] = []
        for day, of_day in groupby(lines, key=lambda line: line.day):
            rows += [HeadingRow(_day(day)), *(LogRow(line, self._hide) for line in of_day)]
        self.count.setText(count("{n} line", "{n} lines", len(lines)))
        self.lines.show_rows(rows, 1)
        self._stack.setCurrentIndex(0 if rows else 1)

    # Leaving the program.

    def _print(self) -> None:
        machine = QPrinter(QPrinter.PrinterMode.HighResolution)
        machine.setDocName(_("Log"))  # print queues show it to all
        dialog = QPrintDialog(machine, self)
        dialog.setWindowTitle(_("Print the log"))
        if dialog.exec():
            self._make(lambda _edition, pdf: self._printed(pdf, machine))

    def _printed(self, pdf: bytes, machine: QPrinter) -> None:
        printer.print_pdf(pdf, machine)
        self._note(Deed.LOG_SHOWN)
        self._tell(_("The log goes to the printer."))

    def _save(self) -> None:
        from caseplanner import printing

        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Save the log"), folder, _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(printing.log_file_name(self._edition()))
        if dialog.exec():
            self.save_to(Path(dialog.selectedFiles()[0]))

    def save_to(self, target: Path) -> None:
        """Put the log of the period that is shown in this file."""
        self._make(lambda _edition, pdf: self._saved(pdf, target))

    def _saved(self, pdf: bytes, target: Path) -> None:
        from caseplanner import printing

        printing.save(pdf, None, target)
        self._note(Deed.LOG_EXPORTED)
        self._tell(_("Saved in {folder} as {name}.", folder=target.parent, name=target.name))

    def _make(self, done: "Callable[[LogEdition, bytes], None]") -> None:
        """Read the log here, and make the paper elsewhere."""
        edition = self._edition()

        def work() -> bytes:
            from caseplanner.export.pdf import log

            return log.build(edition)

        self._busy(True)
        self._tasks.run(
            work,
            lambda pdf: self._done(lambda: done(edition, pdf)),
            lambda error: self._done(lambda: _raise(error)),
        )

    def _done(self, go_on: Callable[[], None]) -> None:
        if isValid(self):
            self._busy(False)
            go_on()

    def _edition(self) -> "LogEdition":
        from caseplanner import printing

        return printing.log_edition(self._session, *self.days(), datetime.now(UTC))

    def _note(self, deed: Deed) -> None:
        since, until = (day.isoformat() if day else "" for day in self.days())
        self._session.note(deed, since=since, until=until)
        self._refresh()

    def _tell(self, said: str) -> None:
        self.count.setText(said)
        announce(self, said)

    def _busy(self, busy: bool) -> None:
        for button in (self.print, self.save):
            button.setEnabled(not busy)

    def _build(self) -> None:
        filters = Flow(spacing=theme.px(14))
        for label, widget in (
            (_("Period"), self.period),
            (_("From"), self.since),
            (_("Up to and including"), self.until),
            (_("What"), self.deeds),
        ):
            filters.addWidget(Field(label, widget))
        actions = Flow(spacing=theme.px(10))
        actions.addWidget(self.print)
        actions.addWidget(self.save)
        shown = Card()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(*(theme.px(6),) * 4)
        inside.addWidget(self.lines)
        nothing = Card()
        column = QVBoxLayout(nothing)
        column.addStretch(1)
        for part in (Body(_("Nobody did anything like that in this time.")), self.all):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._stack.addWidget(shown)
        self._stack.addWidget(nothing)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(14))
        foot.addWidget(self.count, 1)
        foot.addLayout(actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addLayout(filters)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)


def _day(day: date) -> str:
    told = dates.short(day)
    return _("Today, {day}", day=told) if day == dates.today() else told


def _raise(error: Exception) -> None:
    raise error
