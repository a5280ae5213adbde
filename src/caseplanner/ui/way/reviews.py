"""The reviews: what should be planned, what comes, and what came of those that were held."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import reviews
from caseplanner.dossier.model import Dossier, ReviewKind
from caseplanner.dossier.reviews import Proposal, Terms
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.way.review_card import ReviewCard
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.text import Body, Heading
from caseplanner.words import _, count, day

Line = tuple[str, str, Callable[[Dossier], Dossier]]  # what is so, what can be done, the edit


class ReviewsPart(Part):
    """What is to be planned on top, then those to come, then those held, the newest first."""

    def __init__(self, editing: Editing, terms: Callable[[], Terms]) -> None:
        super().__init__()
        self._terms = terms
        self.advice = Advice()
        self.advice.asked.connect(lambda edit: editing.change(_("Review planned"), edit))
        self.list = CardList(
            partial(ReviewCard, editing), _("Plan a review"), _("No review is planned yet.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.advice)
        layout.addWidget(self.list)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.advice.tell(lines(dossier, self._terms(), dates.today()))
        self.list.show_cards(dossier, (*reviews.to_come(dossier), *reviews.held(dossier)))

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)
        self.advice.let_edit(may)

    def focus_first(self) -> None:
        self.list.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        self.list.uncover(field)


class Advice(Card):
    """What the terms ask for and the dossier does not have; each with one button to put it right.

    `asked` sends the edit.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Body] = []
        self.acts: list[buttons.Button] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._body = QVBoxLayout()
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("To put in the agenda"), size=20))
        layout.addLayout(self._body)
        self._body.setSpacing(theme.px(8))
        self.hide()

    def tell(self, found: list[Line]) -> None:
        said = tuple((told, act) for told, act, _edit in found)
        self.setVisible(bool(found))
        if said == self._shown:
            return
        self._shown = said
        had_focus = any(act.hasFocus() for act in self.acts)
        layouts.empty(self._body)
        self.told, self.acts = [], []
        for told, act, edit in found:
            self._add(told, act, edit)
        if had_focus and self.acts:
            self.acts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def let_edit(self, may: bool) -> None:
        for act in self.acts:
            act.setVisible(may)

    def _add(self, told: str, act: str, edit: Callable[[Dossier], Dossier]) -> None:
        words, button = Body(told), buttons.secondary(act, "calendar-clock")
        button.setAccessibleName(f"{act}: {told}")
        button.clicked.connect(lambda: self.asked.emit(edit))
        line = QWidget()
        flow = Flow(line, spacing=theme.px(12))
        flow.addWidget(words)
        flow.addWidget(button)
        self._body.addWidget(line)
        self.told.append(words)
        self.acts.append(button)


def lines(dossier: Dossier, terms: Terms, today: date) -> list[Line]:
    """What should be planned or moved, in sentences, with what would do it."""
    found: list[Line] = [
        (
            in_words(each, terms),
            _("Put in the agenda"),
            partial(reviews.plan, kind=each.kind, due=each.due),
        )
        for each in reviews.proposed(dossier, terms, today)
    ]
    if wrong := reviews.misfit(dossier, terms):
        review, due = wrong
        told = _(
            "The last review stands on {day}. That no longer fits the day of release.",
            day=day(review.due or due),
        )
        move = partial(reviews.tell, id=review.id, due=due)
        found.append((told, _("Move to {day}", day=day(due)), move))
    return found


def in_words(proposal: Proposal, terms: Terms) -> str:
    """What should be planned before when, and the rule that says so."""
    due, since = day(proposal.due), day(proposal.since)
    match proposal.kind:
        case ReviewKind.REGULAR:
            return count(
                "A review by {day}: {n} week after {since}.",
                "A review by {day}: {n} weeks after {since}.",
                terms.weeks,
                day=due,
                since=since,
            )
        case ReviewKind.FINAL:
            return count(
                "The last review by {day}: {n} day before the release on {since}.",
                "The last review by {day}: {n} days before the release on {since}.",
                terms.final_days,
                day=due,
                since=since,
            )
        case ReviewKind.TRANSFER:
            return count(
                "A review by {day}: within {n} day after the transfer on {since}.",
                "A review by {day}: within {n} days after the transfer on {since}.",
                terms.transfer_days,
                day=due,
                since=since,
            )
