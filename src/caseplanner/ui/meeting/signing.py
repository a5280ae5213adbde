"""Setting the plan and signing it, in the room: what is signed is exactly what was shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.desk import Seal
from caseplanner.dossier import agreements, meeting_course, meetings, reviews
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.meeting_course import Page, Stop
from caseplanner.dossier.model import Dimension, Dossier, Goal, Meeting, VersionReason
from caseplanner.dossier.reviews import Terms
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.reading import Reading
from caseplanner.ui.meeting.sheet import Asked, Sheet, Table
from caseplanner.ui.pages.agreed import NeededCard, SetCard
from caseplanner.ui.pages.signing import Signing
from caseplanner.ui.pages.what_signed import WhatIsSigned
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.words import _

WIDE = 860  # in pixels of 100 % text: below it reading and signing are two screens
LOW = 450
LEFT = 400


class SignSheet(Sheet):
    """First the plan is set; then each signs, in any order. `ask` sends a page to go to first,
    `told` what cannot be done here."""

    ask = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        table: Table,
        session: Session,
        guide: Guide,
        terms: Callable[[], Terms],
        seal: Callable[[], Seal],
        tasks: Tasks,
    ) -> None:
        super().__init__(table)
        self._session, self._terms = session, terms
        self._frozen: Dossier | None = None
        self._reads = True
        self.setting = SetSheet(table, guide)
        self.setting.set.freeze.connect(self._freeze)
        self.setting.needed.ask.connect(self._ask)
        self.setting.needed.go.connect(self._go)
        self.what = WhatIsSigned()
        self.what.look.clicked.connect(self._look)
        self.what.on.clicked.connect(lambda: self._read(False))
        self.signing = Signing(session)
        self.signing.look.connect(self._look)
        self.signing.turned.connect(self._turned)
        self.read = buttons.link(_("Read what you sign"))
        self.read.clicked.connect(lambda: self._read(True))
        self.reading = Reading(session, seal, tasks)
        self.reading.closed.connect(self._back_to_signing)
        self._table = QWidget()
        both = QHBoxLayout()
        both.setSpacing(theme.px(22))
        both.addWidget(self.what)
        both.addWidget(self.signing, 1)
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.read)
        column.addLayout(both, 1)
        self._stack = QStackedWidget()
        for part in (self.setting, self._table, self.reading):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        version = agreements.latest(dossier)
        if version is None or agreements.is_changed(dossier):
            self.setting.show_page(dossier, meeting, page)
            self._stack.setCurrentWidget(self.setting)
            return
        if self._frozen is None or version.id != self._frozen.versions[-1].id:
            self._frozen = self._session.frozen(version.id)
        self.signing.show_version(dossier, version)
        self.what.show_version(self._frozen, version, self.signing.role)
        if self._stack.currentWidget() is self.setting:
            self._stack.setCurrentWidget(self._table)

    def said(self) -> list[str]:
        if self._stack.currentWidget() is self.setting:
            return self.setting.said()
        return [sentence for _icon, sentence in self.what.sentences]

    def set_low(self, low: bool) -> None:
        self.setting.set_low(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.signing.set_low(self.height() < theme.px(LOW))
        wide = self.width() >= theme.px(WIDE)
        self.what.setVisible(wide or self._reads)
        self.what.on.setVisible(not wide)
        self.signing.setVisible(wide or not self._reads)
        self.read.setVisible(not wide and not self._reads)
        if wide:
            self.what.setFixedWidth(theme.px(LEFT))
        else:
            self.what.setMinimumWidth(0)
            self.what.setMaximumWidth(self.maximumWidth())

    def _read(self, reads: bool) -> None:
        self._reads = reads
        self._fit()

    def _freeze(self, reason: VersionReason) -> None:
        terms, today = self._terms(), dates.today()
        version = self._session.freeze(reason, lambda d: reviews.with_next(d, terms, today))
        self.table.editing.change(
            _("Version of the meeting"),
            lambda d: meetings.tell(d, self.table.id, version=version.id),
        )

    def _ask(self, goal: Goal) -> None:
        self.ask.emit(Page(Stop.GOAL, goal.id))

    def _go(self, page: str, about: object) -> None:
        """To the page of the room where it is done; what has none is the worker's, afterwards."""
        dossier = self._session.dossier
        meeting = meetings.find(dossier, self.table.id)
        found = None
        if page == "dimension" and isinstance(about, Dimension):
            found = meeting_course.of_dimension(dossier, meeting, about)
        if found:
            self.ask.emit(found)
        else:
            self.told.emit(_("The worker puts this right outside the meeting. Stop for a moment."))

    def _turned(self) -> None:
        dossier = self._session.dossier
        self.show_page(dossier, meetings.find(dossier, self.table.id), Page(Stop.SIGN))

    def _back_to_signing(self) -> None:
        self._stack.setCurrentWidget(self._table)

    def _look(self) -> None:
        version = agreements.latest(self._session.dossier)
        if version:
            self._stack.setCurrentWidget(self.reading)
            self.reading.read(version.id)


class SetSheet(Asked):
    """What is still needed, and setting the plan as a version that does not change any more."""

    def __init__(self, table: Table, guide: Guide) -> None:
        super().__init__(table, sentences.SET, sentences.SET_MEANS)
        self.set = SetCard()
        self.needed = NeededCard(guide, advise=False)
        self.column.addWidget(self.set)
        self.column.addWidget(self.needed)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        self.set.show_dossier(dossier)
        self.needed.show_dossier(dossier)
