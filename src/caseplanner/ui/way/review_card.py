"""One review on a card: when it has to be, and what came of it once it was held."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import lists, reviews
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Dossier, Review, ReviewKind
from caseplanner.errors import problem
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import column, easy_hint
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count, day, mark


class ReviewCard(RowCard):
    """What came of it is asked once there is a day on which it was held."""

    part = reviews.PART
    name = mark("Review")
    gone = mark("The review is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, reviews.blank)
        self.title, self.told = Heading("", size=20), Body("", tone="ink2")
        self.todo = Small(
            _("Look back together: what helps, what gets in the way? Then fill in the day.")
        )
        self.due, self.held = DayField(_("Planned for")), DayField(_("Held on"))
        kinds = VALUES[ReviewKind].items()
        self.kind = Choice([(_(words)[:1].upper() + _(words)[1:], kind) for kind, words in kinds])
        self.late_reason = GrowLine()
        self.helped, self.hindered, self.proud = GrowLine(), GrowLine(), GrowLine()
        self.first = self.due.day
        self.asked_proud = Field("", self.proud)
        self.why = Field(_("Why later?"), self.late_reason)
        self.again = Body("")
        self.repeated = column.line("info", self.again)
        self.late, self.came = QWidget(), QWidget()
        self.remove.setAccessibleName(_("Remove this review"))
        self.bind(
            due=self.due,
            kind=self.kind,
            late_reason=self.late_reason,
            helped=self.helped,
            hindered=self.hindered,
            proud=self.proud,
        )
        self.held.changed.connect(self._hold)
        self._build()

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        review = lists.find(dossier.reviews, self._id) or reviews.blank(self._id)
        self.title.setText(in_words(review))
        told = how_far(review, dates.today())
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.todo.setVisible(review == reviews.next_one(dossier))
        self.asked_proud.label.setText(_("What is {name} proud of?", name=dossier.person.called))
        self.proud.setAccessibleName(self.asked_proud.label.text())
        self.held.show_day(review.held_on)
        self.came.setVisible(review.held_on is not None)
        self.late.setVisible(reviews.was_late(review))
        before = reviews.said_before(dossier, review)
        on = day(before.held_on) if before and before.held_on else ""
        self.again.setText(_("This reason also stands at the review of {day}.", day=on))
        self.repeated.setVisible(bool(on))

    def _hold(self, on: date | None) -> None:
        wrong = problem(lambda: reviews.hold(self._editing.dossier, self._id, on, dates.today()))
        self.held.show_error(wrong)
        if not wrong:
            self._editing.change(
                _("Review held"), lambda d: reviews.hold(d, self._id, on, dates.today())
            )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addWidget(self.todo)
        when = Flow(spacing=theme.px(12))
        for part in (self.due, Field(_("What for"), self.kind), self.held):
            when.addWidget(part)
        layout.addLayout(when)
        late = QVBoxLayout(self.late)
        late.setContentsMargins(0, 0, 0, 0)
        easy_hint.watch(self.late_reason, self.why.column)
        late.addWidget(self.why)
        late.addWidget(self.repeated)
        layout.addWidget(self.late)
        came = QVBoxLayout(self.came)
        came.setContentsMargins(0, 0, 0, 0)
        came.setSpacing(theme.px(8))
        came.addWidget(easy_hint.labelled(_("What helped?"), self.helped))
        came.addWidget(easy_hint.labelled(_("What got in the way?"), self.hindered))
        easy_hint.watch(self.proud, self.asked_proud.column)
        came.addWidget(self.asked_proud)
        layout.addWidget(self.came)


def in_words(review: Review) -> str:
    """What for and on which day, as the title of a card."""
    what = _(VALUES[ReviewKind][review.kind])
    what = what[:1].upper() + what[1:]
    if review.held_on:
        return _("{review} on {day}", review=what, day=day(review.held_on))
    if review.due:
        return _("{review} by {day}", review=what, day=day(review.due))
    return what


def how_far(review: Review, today: date) -> str:
    """How near the day is, or how late it was; "" where there is nothing to say."""
    if review.due is None:
        return ""
    if review.held_on:
        late = (review.held_on - review.due).days
        if late <= 0:
            return _("Held in time.")
        return count("Held {n} day later than planned.", "Held {n} days later than planned.", late)
    left = (review.due - today).days
    if left > 0:
        return count("{n} day from now.", "{n} days from now.", left)
    if left == 0:
        return _("This is today.")
    return count("{n} day too late.", "{n} days too late.", -left)
