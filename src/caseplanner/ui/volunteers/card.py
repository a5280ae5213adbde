"""One volunteer: who it is, the match with both yeses, what is done and what is passed on."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import lists, volunteers
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Dossier, Volunteer, VolunteerKind
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.volunteers.moments import MomentCard
from caseplanner.ui.volunteers.tasks import TaskCard
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.answer_trio import AnswerTrio
from caseplanner.ui.widgets.card_list import CardList, ItemCard
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.record import Record
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, day

HEIGHT = 48  # of an answer, in pixels at 100 % text


class VolunteerCard(ItemCard):
    """All of it in the order in which it happens. Only the name is needed to begin."""

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__()
        self._editing, self._id = editing, id
        self.first = self.name = GrowLine()
        self.kind = Choice([(_(words), kind) for kind, words in VALUES[VolunteerKind].items()])
        self.organisation, self.about, self.vog_by = GrowLine(), GrowLine(), GrowLine()
        self.vog_on = DayField(_("Certificate seen on"))
        self.reasons = TextField(rows=2)
        self.client_says, self.own_says = AnswerTrio(), AnswerTrio()
        self.client_on, self.own_on = DayField(_("On")), DayField(_("On"))
        self.answer_by = DayField(_("Answer expected by"))
        self.not_doing, self.passes_on = GrowLine(), GrowLine()
        self.passes_on_told = DayField(_("The client knows this since"))
        self.told = Body("", weight=600)
        self.next = Small("")
        self.remove = buttons.quiet(_("Remove this volunteer"), "trash-2")
        self.remove.clicked.connect(self._remove)
        self.tasks = CardList(
            partial(TaskCard, editing, id), _("New task"), _("No task is written down yet.")
        )
        self.moments = CardList(
            partial(MomentCard, editing, id),
            _("New moment"),
            _("No moment to tune tasks and goals is planned yet."),
        )
        self._later = QWidget()  # what comes once there is a name
        self._whose = {trio: Body("", weight=600) for trio in (self.client_says, self.own_says)}
        self.record = Record(
            self._write,
            name=self.name,
            kind=self.kind,
            organisation=self.organisation,
            about=self.about,
            vog_by=self.vog_by,
            vog_on=self.vog_on,
            reasons=self.reasons,
            client_says=self.client_says,
            client_on=self.client_on,
            own_says=self.own_says,
            own_on=self.own_on,
            answer_by=self.answer_by,
            not_doing=self.not_doing,
            passes_on=self.passes_on,
            passes_on_told=self.passes_on_told,
        )
        self._build()

    def show_in(self, dossier: Dossier) -> None:
        known = lists.find(dossier.volunteers, self._id)
        one = known or volunteers.blank(self._id)
        self.record.show(one)
        self._later.setVisible(known is not None)
        self.remove.setVisible(known is not None)
        self.told.setText(volunteers.in_words(one, dossier.person.called))
        self._whose[self.client_says].setText(_("{name} says", name=dossier.person.called))
        self._whose[self.own_says].setText(_("{name} says", name=one.name or _("the volunteer")))
        due = volunteers.evaluation_due(one)
        self.next.setText(_("Evaluate the contact before {day}.", day=day(due)) if due else "")
        self.next.setVisible(due is not None)
        self.tasks.show_cards(dossier, one.tasks)
        self.moments.show_cards(dossier, volunteers.by_day(one))

    def let_edit(self, may: bool) -> None:
        """Let the answers be given, and what is on the cards of it be changed."""
        for trio in (self.client_says, self.own_says):
            for button in trio.buttons.values():
                button.setEnabled(may)
        self.tasks.let_edit(may)
        self.moments.let_edit(may)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addLayout(_row(Field(_("First name"), self.name), Field(_("Role"), self.kind)))
        layout.addWidget(self._later)
        later = QVBoxLayout(self._later)
        later.setContentsMargins(0, 0, 0, 0)
        later.setSpacing(theme.px(10))
        later.addLayout(
            _row(Field(_("Organisation"), self.organisation), Field(_("Who is it?"), self.about))
        )
        later.addLayout(
            _row(Field(_("Certificate of conduct (VOG) seen by"), self.vog_by), self.vog_on)
        )
        later.addSpacing(theme.px(8))
        later.addWidget(Heading(_("The match"), size=18))
        later.addWidget(self.told)
        later.addWidget(easy_hint.labelled(_("Why this match?"), self.reasons))
        for trio, on in ((self.client_says, self.client_on), (self.own_says, self.own_on)):
            trio.set_height(HEIGHT)
            later.addWidget(self._whose[trio])
            later.addWidget(trio)
            days = Flow(spacing=theme.px(12))
            days.addWidget(on)
            if trio is self.own_says:
                days.addWidget(self.answer_by)
            later.addLayout(days)
        later.addSpacing(theme.px(8))
        later.addWidget(Heading(_("What we do together"), size=18))
        later.addWidget(self.tasks)
        later.addWidget(easy_hint.labelled(_("Not the task of the volunteer"), self.not_doing))
        later.addWidget(
            easy_hint.labelled(
                _("What does the volunteer pass on, and to whom?"),
                self.passes_on,
                _("For example about safety. The client knows it beforehand."),
            )
        )
        told = Flow(spacing=theme.px(12))
        told.addWidget(self.passes_on_told)
        later.addLayout(told)
        later.addSpacing(theme.px(8))
        later.addWidget(Heading(_("Tuning tasks and goals"), size=18))
        later.addWidget(self.next)
        later.addWidget(self.moments)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _write(self, merge: str, **details: Any) -> None:
        known = lists.find(self._editing.dossier.volunteers, self._id)
        for says, on in (("client_says", "client_on"), ("own_says", "own_on")):
            if says in details and getattr(known, on, None) is None:
                details[on] = dates.today()
        self._editing.change(
            _("Volunteer"),
            lambda d: volunteers.write(d, self._id, **details),
            merge=f"volunteer.{self._id}.{merge}" if merge else "",
        )

    def _remove(self) -> None:
        known = lists.find(self._editing.dossier.volunteers, self._id)
        name = known.name if isinstance(known, Volunteer) else ""
        self._editing.change(
            _("Volunteer removed"),
            lambda d: volunteers.remove(d, self._id),
            told=_("{name} is removed.", name=name or _("The volunteer")),
        )


def _row(*fields: QWidget) -> QBoxLayout:
    line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    line.setSpacing(theme.px(12))
    for field in fields:
        line.addWidget(field, 1)
    return line
