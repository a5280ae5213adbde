"""The room: who is there on top, what we talk about left, one page in the middle, back and on.

Nothing moves by itself, and there is no clock. Where we are is kept at once (`ui/keeper.py`), so
that a lock or a crash brings the three back to the same page.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.desk import Seal
from caseplanner.dossier import meeting_course, meetings
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.history import History
from caseplanner.dossier.meeting_course import TOPICS, Page, Stop
from caseplanner.dossier.model import Dossier, Meeting, new_id
from caseplanner.dossier.reviews import Terms
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui import page as pages
from caseplanner.ui.editing import Editing
from caseplanner.ui.meeting.course_list import CourseList
from caseplanner.ui.meeting.pause import Pause
from caseplanner.ui.meeting.seats import Seats
from caseplanner.ui.meeting.sheet import Sheet, Table, enlarge
from caseplanner.ui.meeting.sheets import Sheets
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import big, buttons, tab_order
from caseplanner.ui.widgets.aloud_button import AloudButton
from caseplanner.ui.widgets.big import BigButton
from caseplanner.words import _, clock

WIDE = 1000  # in pixels of 100 % text: below it the list is icons only
LOW = 660  # height below which the large buttons are a size smaller
LOWEST = 450  # and below which the seats make way


class MeetingPage(pages.Page):
    """One driegesprek. `turned` is sent when another page is shown, `stopped` when they stop: the
    room is left, through the lock, to that part of the page "talk"."""

    turned = Signal()
    stopped = Signal(str)

    def __init__(
        self,
        session: Session,
        guide: Guide,
        meeting: str,
        terms: Callable[[], Terms],
        seal: Callable[[], Seal],
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._session = session
        self._id = meeting
        self._table = Table(Editing(session, self.toast.emit), meeting)
        self._sheets = Sheets(self._table, session, guide, terms, seal, tasks)
        self._sheets.ask.connect(self.open)
        self._sheets.told.connect(self.toast)
        self.now = Page(Stop.PRIVACY)
        self._tabs: list[QWidget] = []
        self.seats = Seats()
        self.aloud = AloudButton(lambda: self.sheet.said())
        self.pause_ = buttons.secondary(_("Break"), "pause")
        self.pause_.clicked.connect(self._pause)
        self.stop = buttons.secondary(_("Stop"), "lock")
        for tool in (self.pause_, self.stop):
            tool.setAccessibleName(tool.text())
            tool.setToolTip(tool.text())
        self.stop.setAccessibleDescription(_("Keeps everything and locks. You can go on later."))
        self.stop.clicked.connect(self._stop)
        self.course = CourseList(guide)
        self.course.chosen.connect(self.open)
        self.back = BigButton(_("Back"), "arrow-left")
        self.back.clicked.connect(lambda: self._move(-1))
        self.on = BigButton(_("Next"), "arrow-right", primary=True, trailing=True)
        self.on.clicked.connect(lambda: self._move(1))
        self.break_ = Pause()
        self.break_.over.connect(self._go_on)
        self.break_.apart.connect(self._apart)
        self._build()

    @property
    def meeting(self) -> Meeting:
        return meetings.find(self._session.dossier, self._id)

    @property
    def sheet(self) -> Sheet:
        """The page that is shown."""
        return self._sheets.of(self.now.stop)

    def begin(self) -> None:
        """The meeting goes on from now; one that was begun goes on at the page where it stopped."""
        known = self.meeting
        at = clock(dates.now())
        self._session.change(
            _("Meeting begun"), lambda d: meetings.begin(d, self._id, dates.today(), at)
        )
        self._session.history = History()  # what was before the meeting is not undone in it
        if known.page:
            self.open(meeting_course.at(self._session.dossier, self.meeting, known.page))

    def show_dossier(self, dossier: Dossier) -> None:
        meeting = meetings.find(dossier, self._id)
        self.now = meeting_course.at(dossier, meeting, self.now.key)
        sheet = self.sheet
        if self._stack.indexOf(sheet) < 0:
            self._stack.addWidget(sheet)
        sheet.set_low(self._is_low())
        sheet.show_page(dossier, meeting, self.now)
        enlarge(sheet)
        self._stack.setCurrentWidget(sheet)
        self.seats.show_meeting(meeting)
        self._show_below(dossier, meeting)
        self._show_course(dossier, meeting)
        self._order_tabs()

    def open(self, page: Page) -> None:
        """Turn to this page."""
        self.flush()
        self.aloud.stop()
        self.now = page
        self.show_dossier(self._session.dossier)
        self.focus_first()
        self.turned.emit()

    def flush(self) -> None:
        self.sheet.flush()

    def spot(self) -> str:
        """The page that is shown, and on it the answer whose reason is still to come."""
        return "|".join((self.now.key, self._sheets.goal.asking.asking))

    def go_to_spot(self, spot: str) -> None:
        key, _bar, said = spot.partition("|")
        self.open(meeting_course.at(self._session.dossier, self.meeting, key))
        if said and self.now.stop is Stop.GOAL:
            self._sheets.goal.asking.ask_again(said)

    def more(self) -> bool:
        """Make one of the pages ahead, so that turning to it costs no time."""
        for page in meeting_course.pages(self._session.dossier, self.meeting):
            sheet = self._sheets.made.get(page.stop)
            if sheet is None:
                self._stack.addWidget(self._sheets.of(page.stop))
                return True
        return False

    def focus_first(self) -> None:
        """To what reads aloud, never to an answer (ux.md section 4)."""
        self.aloud.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self._is_low()
        for button in (self.back, self.on):
            button.set_height(big.LOW if low else big.HEIGHT)
        self.seats.set_low(low)
        self._fit_tools()
        self._show_course(self._session.dossier, self.meeting)
        self.sheet.set_low(low)

    def _build(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.px(10))
        tools.addWidget(self.aloud)
        tools.addWidget(self.pause_)
        tools.addWidget(self.stop)
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.px(10))
        self._top.addWidget(self.seats, 1)
        self._top.addWidget(self._tools)
        self._stack = QStackedWidget()
        self._aside = QHBoxLayout()
        self._below = QHBoxLayout()
        self._below.addWidget(self.back)
        self._below.addStretch(1)
        self._below.addLayout(self._aside)
        self._below.addStretch(1)
        self._below.addWidget(self.on)
        right = QVBoxLayout()
        right.setSpacing(theme.px(10))
        right.addWidget(self._stack, 1)
        right.addLayout(self._below)
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(22))
        middle.addWidget(self.course)
        middle.addLayout(right, 1)
        table = QWidget()
        whole = QVBoxLayout(table)
        whole.setContentsMargins(*(theme.px(28), theme.px(16)) * 2)
        whole.setSpacing(theme.px(14))
        whole.addLayout(self._top)
        whole.addLayout(middle, 1)
        self._all = QStackedWidget()
        self._all.addWidget(table)
        self._all.addWidget(self.break_)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._all)
        enlarge(self)

    def _fit_tools(self) -> None:
        """On a very low screen the seats make way for the question, and the tools go below."""
        lowest = self.height() < theme.px(LOWEST)
        self.seats.setVisible(not lowest)
        target = self._below if lowest else self._top
        if target.indexOf(self._tools) < 0:
            target.insertWidget(1, self._tools)
        self.aloud.show_only_icon(lowest)
        for button in (self.pause_, self.stop):
            button.setText("" if lowest else button.accessibleName())

    def _show_below(self, dossier: Dossier, meeting: Meeting) -> None:
        every = meeting_course.pages(dossier, meeting)
        self.back.setVisible(self.now != every[0])
        last = self.now == every[-1]
        self.on.set_face(_("Ready") if last else _("Next"), "check" if last else "arrow-right")
        aside = self.sheet.aside
        shown = self._aside.itemAt(0)
        if shown and shown.widget() is not aside:
            before = shown.widget()
            self._aside.takeAt(0)
            if before:
                before.hide()
        if aside is not None:
            self._aside.addWidget(aside)
            aside.show()

    def _show_course(self, dossier: Dossier, meeting: Meeting) -> None:
        narrow = self.width() < theme.px(WIDE)
        self.course.setVisible(self.now.stop is not Stop.SIGN)  # the pad needs the room
        self.course.show_course(dossier, meeting, self.now, only_icons=narrow)

    def _order_tabs(self) -> None:
        """From what reads aloud the page itself is next, then the ways on; the list comes last."""
        parts = [self.seats, self._tools, self.sheet, self.back, self.sheet.aside, self.on]
        order = [stop for part in [*parts, self.course] if part for stop in tab_order.stops(part)]
        if order != self._tabs:
            self._tabs = order
            tab_order.follow(self, order)

    def _is_low(self) -> bool:
        return self.height() < theme.px(LOW)

    def _move(self, by: int) -> None:
        self.flush()
        every = meeting_course.pages(self._session.dossier, self.meeting)
        at = every.index(self.now) + by
        if by > 0:
            self._talked(every)
        if at >= len(every):
            self._finish()
        elif at >= 0:
            self.open(every[at])

    def _talked(self, every: tuple[Page, ...]) -> None:
        """A topic was talked about once its last page is left behind."""
        topic = TOPICS.get(self.now.stop)
        rest = every[every.index(self.now) + 1 :]
        still = any(TOPICS.get(page.stop) is topic for page in rest)
        if topic and not still and not meetings.was_talked_about(self.meeting, topic):
            self._session.change(
                _("Talked about"), lambda d: meetings.talked(d, self._id, topic), merge="talked"
            )

    def _pause(self) -> None:
        self.flush()
        self.break_.begin(self.meeting)
        self._all.setCurrentWidget(self.break_)

    def _go_on(self) -> None:
        self._all.setCurrentIndex(0)
        self.focus_first()

    def _apart(self, names: str) -> None:
        """That they talked apart is kept; never what about."""
        known = self.meeting.alone
        told = ", ".join(dict.fromkeys([*filter(None, [known]), names]))
        self._session.change(
            _("Talked apart"), lambda d: meetings.tell(d, self._id, alone=told), merge="alone"
        )

    def _stop(self) -> None:
        """For now, or for good: all is kept, and the meeting can go on later."""
        self.flush()
        key = self.now.key
        self._session.change(
            _("Meeting interrupted"), lambda d: meetings.interrupt(d, self._id, key)
        )
        self.stopped.emit("prepare")

    def _finish(self) -> None:
        at, following = clock(dates.now()), new_id()
        self._session.change(_("Meeting held"), lambda d: meetings.hold(d, self._id, at, following))
        self.stopped.emit("after")
