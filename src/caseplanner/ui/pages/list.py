"""All dossiers: find one, open one, start one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseplanner.desk import Desk, Entry, Found
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.folding import fold
from caseplanner.errors import UserError
from caseplanner.ui import dates, icons, theme, worklist
from caseplanner.ui.page import Page
from caseplanner.ui.reminders import RemindersCard
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, inside
from caseplanner.ui.widgets.banner import Banner
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.case import Case
from caseplanner.ui.widgets.case_table import CaseTable
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.home_card import HomeCard
from caseplanner.ui.widgets.text import Body, Heading, Title
from caseplanner.ui.worklist import NONE, ORDERS, SHOWS, First, Order, Show
from caseplanner.words import _, count, mark

if TYPE_CHECKING:
    from caseplanner.export.package import Package
    from caseplanner.ui.window import Window

REST = 120  # milliseconds after the last letter before the search begins
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)  # lead to what is found
WIDE = 880  # pixels at 100 % text from which the search stands beside the title


class ListPage(Page):
    """The first page after unlocking."""

    def __init__(self, desk: Desk, window: "Window", tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._window, self._tasks = desk, window, tasks
        self._hidden = window.settings.hide_names
        self._show = worklist.read(Show, window.settings.list_show)
        self._order = worklist.read(Order, window.settings.list_order)
        self._entries: tuple[Entry, ...] = ()
        self._day: tuple[object, ...] = ()  # what the words above the list were made of
        self._texts: list[str] = []  # what can be found while typing, of each of these
        self._starts = staff_.edits(desk.staff)  # dossiers: others read what they are linked to
        self.told = Body("", tone="ink2")
        self.search = QLineEdit()
        self.new = buttons.primary(_("New dossier"), "plus")
        self.hide_names = buttons.quiet(_("Hide names"), "eye-off")
        self.import_ = buttons.quiet(_("Import"), "import")
        self.calendar = buttons.quiet(_("Calendar file"), "calendar")
        self.calendar.setAccessibleName(_("Reminders as a calendar file"))
        self.calendar.setToolTip(_("Reminders as a calendar file"))
        self.reminders = RemindersCard(desk, window.toast.tell)
        self.practice = buttons.quiet(_("Practice dossier Sam"), "sprout")
        self.show_ = Choice([(_(name), show) for show, name in SHOWS.items()])
        self.order = Choice([(_(name), order) for order, name in ORDERS.items()])
        self.home = HomeCard()
        self.table = CaseTable()
        self.reminder = Banner("archive", "", _("Look at the backups"))
        self.reminder.action.clicked.connect(lambda: self.go.emit("backups", None))
        self.nothing = Body("")
        self.all = buttons.link(_("Show all dossiers"))
        self.begin_practice = buttons.primary(_("Begin with practice dossier Sam"), "sprout")
        self.begin_new = buttons.secondary(_("New dossier"), "plus")
        self._typing = QTimer(self, singleShot=True, interval=REST)
        self._typing.timeout.connect(self._look)
        self._head = QGridLayout()
        self._stack = QStackedWidget()
        self._connect()
        self._build()

    def refresh(self) -> None:
        """Read the list anew and show what the search finds."""
        entries = self._desk.lines()
        if entries is not self._entries:
            self._entries, self._texts = entries, []
        self._tell_home()
        self._look()
        self._remind()
        self.hide_names.setText(_("Show names") if self._hidden else _("Hide names"))
        self.hide_names.set_icon("eye" if self._hidden else "eye-off")

    def _look(self) -> None:
        """Show what was asked for, with what the search finds in the plans."""
        self._typing.stop()
        query = self.search.text().strip()
        self._fill(self._desk.search(query) if query else ())

    def _narrow(self) -> None:
        """While somebody types: what the list itself tells of, at once; the search comes after.

        Until that says that nothing was found, what was shown stays.
        """
        self._typing.start()
        self._fill()

    def _fill(self, found: Sequence[Found] = ()) -> None:
        """The dossiers that were found in their plans, then those whose line has the words."""
        query, today = self.search.text().strip(), dates.today()
        here = {f.entry.line.id: f.passages for f in found}
        rest = self._with_words(fold(query).split())
        if here:
            rest = [*(f.entry for f in found), *(e for e in rest if e.line.id not in here)]
        cases = worklist.chosen(rest, self._show, today, asked=bool(query))
        if not here:
            cases = worklist.ordered(cases, self._order)
        if not cases and self._typing.isActive():
            return
        self.table.show_order(self._order)
        self.table.show_cases(cases, here, hidden=self._hidden)
        self._stack.setCurrentIndex(0 if cases else 1 if self._entries else 2)
        if query:
            self.nothing.setText(_("Nothing found for “{query}”.", query=query))
        else:
            self.nothing.setText(_(NONE[self._show]))
        self.told.setText(count("{n} dossier", "{n} dossiers", len(cases)) if cases else "")

    def _with_words(self, words: list[str]) -> Sequence[Entry]:
        """The dossiers whose line has all of these words, or the beginnings of them."""
        if not words:
            return self._entries
        if not self._texts:
            self._texts = [worklist.text(entry.line) for entry in self._entries]
        texts = self._texts
        rows: Sequence[int] = range(len(texts))
        for word in words:
            rows = [row for row in rows if word in texts[row]]
        return [self._entries[row] for row in rows]

    def _tell_home(self) -> None:
        """What there is to do first; nothing where there are no dossiers of real people."""
        told = (self._entries, dates.today(), self._hidden)
        if told == self._day:
            return
        self._day = told
        first = worklist.first(self._entries, self._desk.todo, dates.today())
        names = [Case(f.entry.line, f.entry.edited_at, self._hidden).name for f in first]
        self.home.tell(first, names, hidden=self._hidden)
        real = any(not e.line.practice and not e.closed for e in self._entries)
        self.home.setVisible(real)
        self._fit()

    def _remind(self) -> None:
        """Tell who manages the laptop when the backups stay on it for too long."""
        custody = self._desk.custody
        manages = staff_.manages(self._desk.staff)
        days = custody.days_without_copy_elsewhere() if manages else None
        if days is not None:
            self.reminder.words.setText(
                count(
                    "For {n} day of use no backup has left this laptop.",
                    "For {n} days of use no backup has left this laptop.",
                    days,
                )
            )
        self.reminder.setVisible(days is not None)

    def names(self) -> list[tuple[str, str]]:
        """Id and name of every dossier, for Ctrl+K."""
        cases = [Case(e.line, e.edited_at, self._hidden) for e in self._desk.lines()]
        return [(c.line.id, " · ".join(p for p in (c.name, c.about) if p)) for c in cases]

    def focus_first(self) -> None:
        none = self.begin_practice if self._starts else self.search
        shown = (self.table, self.all, none)[self._stack.currentIndex()]
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def practise(self) -> None:
        """Open the practice dossier; make it first when there is none yet."""
        from caseplanner import practice

        known = [entry.line.id for entry in self._desk.lines() if entry.line.practice]
        if known:
            self._window.open(known[0])
        else:
            self._window.show_session(self._desk.add(practice.dossier()))

    def import_file(self) -> None:
        """Ask for a file and put the plan in it among the dossiers."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import a dossier"), folder, _("Plan (*.json)")
        )
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Put the plan in this file among the dossiers; nothing changes when it cannot be read."""
        self.import_.setEnabled(False)
        self._tasks.run(lambda: _read(path), self._imported, self._refused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down goes into the list and Enter opens the first."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in KEYS and self._typing.isActive():
                self._look()
            if event.key() == Qt.Key.Key_Down:
                self.focus_first()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.chosen():
                self._window.open(self.table.chosen())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page, and closing or locking, ends what was about to be looked for."""
        super().hideEvent(event)
        self._typing.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, the head takes two lines and the day a few words."""
        wide = self.width() >= theme.px(WIDE)
        self.home.fit(roomy=wide)
        self.told.setVisible(wide or self.home.isHidden())
        if wide:
            self._head.addWidget(self._tools, 0, 1)
        else:
            self._head.addWidget(self._tools, 1, 0, 1, 2)

    def _imported(self, package: "Package") -> None:
        self.import_.setEnabled(True)
        self._window.show_session(self._desk.add(package.dossier, package.blobs))

    def _refused(self, error: Exception) -> None:
        self.import_.setEnabled(True)
        raise error

    def _turn_names(self) -> None:
        settings = replace(self._window.settings, hide_names=not self._hidden)
        self._hidden = settings.hide_names
        self._window.keep(settings)
        self.refresh()

    def _show_all(self) -> None:
        self.search.clear()
        self.choose(Show.OPEN, self._order)

    def choose(self, show: Show, order: Order) -> None:
        """Show these dossiers in this order, now and the next time."""
        self._show, self._order = show, order
        self.show_.set_value(show)
        self.order.set_value(order)
        kept = replace(self._window.settings, list_show=show.value, list_order=order.value)
        self._window.keep(kept)
        self._look()

    def _choose_group(self, show: Show) -> None:
        self.search.clear()
        self.choose(show, self._order)
        self.focus_first()

    def _open_first(self, first: First) -> None:
        self._window.open_at(first.entry.line.id, *worklist.page(first.item))

    def _connect(self) -> None:
        self.search.setPlaceholderText(_("Search in all dossiers"))
        self.search.setAccessibleName(_("Search in all dossiers"))
        glass = QLabel()
        glass.setPixmap(icons.pixmap("search", "ink2", theme.px(18)))
        glass.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.hold(self.search, glass, left=True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._narrow)
        self.show_.setAccessibleName(_("Which dossiers"))
        self.show_.set_value(self._show)
        self.show_.chosen.connect(lambda show: self.choose(Show(show), self._order))
        self.order.setAccessibleName(_("In which order"))
        self.order.set_value(self._order)
        self.order.chosen.connect(lambda order: self.choose(self._show, Order(order)))
        self.home.opened.connect(self._open_first)
        self.home.asked.connect(self._choose_group)
        self.table.sorted_by.connect(lambda order: self.choose(self._show, order))
        for button in (self.new, self.begin_new):
            button.clicked.connect(lambda: self.go.emit("new", None))
        for button in (self.practice, self.begin_practice):
            button.clicked.connect(self.practise)
        self.import_.clicked.connect(self.import_file)
        self.calendar.clicked.connect(self.reminders.open_)
        self.reminders.closed.connect(self.calendar.setFocus)
        self.hide_names.clicked.connect(self._turn_names)
        self.all.clicked.connect(self._show_all)
        self.table.opened.connect(self._window.open)

    def _build(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.px(12))
        self.search.setMinimumWidth(theme.px(220))
        self.search.setMaximumWidth(theme.px(420))
        tools.addWidget(self.search, 1)
        if self._starts:
            tools.addWidget(self.new)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(Title(_("My dossiers")))
        titles.addWidget(self.told)
        self._head.addLayout(titles, 0, 0)
        self._head.addWidget(self._tools, 0, 1)
        self._head.setColumnStretch(0, 1)
        self._head.setColumnStretch(1, 1)
        second = Flow(spacing=theme.px(8))
        starting = (self.practice, self.import_, self.calendar) if self._starts else ()
        for part in (self.show_, self.order, *starting, self.hide_names):
            second.addWidget(part)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(theme.px(6),) * 4)
        inside.addWidget(self.table)
        for part in (card, self._nothing_found(), self._nothing_yet()):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(22), side, theme.px(24))
        layout.setSpacing(theme.px(8))
        layout.addLayout(self._head)
        layout.addWidget(self.reminder)
        layout.addWidget(self.home)
        layout.addLayout(second)
        layout.addWidget(self.reminders)
        layout.addWidget(self._stack, 1)

    def _nothing_found(self) -> QWidget:
        return _centred(self.nothing, self.all)

    def _nothing_yet(self) -> QWidget:
        if not self._starts:
            return _centred(
                Heading(_("You are not linked to a dossier yet"), size=23),
                Body(_("Ask the worker you work with to choose which dossiers you see.")),
            )
        return _centred(
            Heading(_("There are no dossiers yet"), size=23),
            Body(_("Look around with an invented client, or start with your own.")),
            self.begin_practice,
            self.begin_new,
        )


def _centred(*parts: QWidget) -> QWidget:
    card = Card()
    layout = QVBoxLayout(card)
    layout.setSpacing(theme.px(14))
    layout.addStretch(1)
    for part in parts:
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addStretch(2)
    return card


def _read(path: Path) -> "Package":
    from caseplanner.export import package

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            mark("This file cannot be read: {reason}. Nothing was imported."),
            reason=error.strerror or "",
        ) from error
    return package.load(data)
