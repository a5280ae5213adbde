"""When and where a driegesprek is, how it begins, and what is done when it does not take place."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import intake, meetings
from caseplanner.dossier.model import Dossier, Meeting, MeetingState, new_id
from caseplanner.dossier.papers import Paper
from caseplanner.errors import problem
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.pages.what_leaves import of_meeting
from caseplanner.ui.talk import said
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Field, LineField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.record import Record
from caseplanner.ui.widgets.text import Body, Heading
from caseplanner.words import _, clock

TIME, PLACE = 110, 250  # pixels at 100 % text


class WhenCard(Card):
    """One meeting that is planned, or goes on. `go` asks for the page of the meeting itself."""

    go = Signal(str, object)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._id = editing, ""
        self.title, self.told = Heading("", size=20), Body("")
        self.day, self.begin, self.place = DayField(_("Day")), LineField(), GrowLine()
        self.time = Field(_("From (time)"), self.begin)
        self.where = Field(_("Where"), self.place)
        self.record = Record(self._write, on=self.day, place=self.place)
        self.start = buttons.primary("", "messages-square")
        self.invite = buttons.secondary(_("See the invitation"), "file-text")
        self.over = buttons.quiet(_("It ended here"), "circle-check")
        self.not_held = buttons.quiet(_("It does not take place"), "x")
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.why = GrowLine()
        self.reason = Field(_("Why does it not take place?"), self.why)
        self.sure = buttons.secondary(_("Write down"), "check")
        self._plan, self._cancel = QWidget(), QWidget()
        self._build()

    def show_meeting(self, dossier: Dossier, meeting: Meeting, *, may_edit: bool) -> None:
        if meeting.id != self._id:
            self._id = meeting.id
            self.setObjectName(meeting.id)
            self.why.put("")
            self._cancel.hide()
        going = meeting.state is MeetingState.GOING
        self.title.setText(said.title(meeting))
        at = said.stopped_at(dossier, meeting) if going else ""
        self.told.setText(_("It goes on. We stopped at: {page}.", page=at) if going else "")
        self.told.setVisible(going)
        self._plan.setVisible(not going)
        self.record.show(meeting)
        self.begin.set_text(meeting.begin)
        self.invite.setVisible(not going)
        start = _("Start the three-way meeting")
        self.start.setText(_("Go on where we were") if going else start)
        for act, there in (
            (self.over, going),
            (self.not_held, not going),
            (self.remove, not going),
        ):
            act.setVisible(there and may_edit)
        let_edit(self, may_edit, self.start, self.sure)

    def uncover(self, field: QWidget) -> None:
        """Ask for the reason again: it was being written."""
        if field is self.why:
            self._cancel.show()

    def _build(self) -> None:
        self.begin.setPlaceholderText("10:30")
        self.begin.edited.connect(self._time)
        self.time.setFixedWidth(theme.px(TIME))
        self.where.setMinimumWidth(theme.px(PLACE))
        self.remove.setAccessibleName(_("Remove this meeting"))
        self.start.clicked.connect(lambda: self.go.emit("meeting", self._id))
        self.invite.clicked.connect(
            lambda: self.go.emit("preview", of_meeting(Paper.INVITATION, self._id))
        )
        self.over.clicked.connect(self._end)
        self.not_held.clicked.connect(self._ask_why)
        self.remove.clicked.connect(self._remove)
        self.sure.clicked.connect(self._call_off)
        when = Flow(self._plan, spacing=theme.px(12))
        for part in (self.day, self.time, self.where):
            when.addWidget(part)
        acts = Flow(spacing=theme.px(10))
        for act in (self.start, self.invite, self.over, self.not_held):
            acts.addWidget(act)
        asked = QVBoxLayout(self._cancel)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(theme.px(8))
        asked.addWidget(self.reason)
        asked.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(10))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addWidget(self._plan)
        layout.addLayout(acts)
        layout.addWidget(self._cancel)

    def _time(self, typed: str) -> None:
        wrong = problem(lambda: intake.clock(typed))
        self.time.show_error(wrong)
        if not wrong:
            self._write("begin", begin=intake.clock(typed))

    def _write(self, merge: str, **details: Any) -> None:
        id = self._id
        self._editing.change(
            _("Three-way meeting"),
            lambda d: meetings.tell(d, id, **details),
            merge=f"meeting.{id}.{merge}" if merge else "",
        )

    def _ask_why(self) -> None:
        self._cancel.setVisible(self._cancel.isHidden())
        to = self.not_held if self._cancel.isHidden() else self.why
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _call_off(self) -> None:
        id, why = self._id, self.why.text()
        wrong = problem(lambda: meetings.cancel(self._editing.dossier, id, why))
        self.reason.show_error(wrong)
        if wrong:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.why.put("")
        self._editing.change(
            _("Meeting that did not take place"),
            lambda d: meetings.cancel(d, id, why),
            told=_("Written down. The meeting stands under “Looking back”."),
        )

    def _end(self) -> None:
        id, at, following = self._id, clock(datetime.now().astimezone()), new_id()
        self._editing.change(
            _("Meeting held"),
            lambda d: meetings.hold(d, id, at, following),
            told=_("The meeting is over. It stands under “Looking back”."),
        )

    def _remove(self) -> None:
        id = self._id
        self._editing.change(
            _("Meeting removed"),
            lambda d: meetings.remove(d, id),
            told=_("The meeting is removed."),
        )
