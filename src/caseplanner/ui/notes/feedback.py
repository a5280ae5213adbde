"""What OM, DJI or the municipality say of the plan (domain.md 1c): their words, and their mark."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import notes
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Dossier, Feedback, FeedbackBy
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets.card_list import CardList
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark

MARKS = range(1, 11)


class FeedbackCard(RowCard):
    part = "feedback"
    name = mark("Feedback on the plan")
    gone = mark("The feedback is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, partial(_blank, dates.today()))
        self.by = Choice([(_(words), by) for by, words in VALUES[FeedbackBy].items()])
        self.who = GrowLine()
        self.first = self.words = TextField(rows=2)
        self.words.setPlaceholderText(_("What do they say of the plan, in their own words?"))
        self.mark = Choice([(_("no mark"), None), *((str(n), n) for n in MARKS)])
        self.day = DayField(_("Day"))
        self.remove.setAccessibleName(_("Remove this feedback"))
        self.bind(by=self.by, name=self.who, text=self.words, score=self.mark, on=self.day)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Field(_("Their words"), self.words))
        layout.addWidget(Field(_("Who there"), self.who))
        below = Flow(spacing=theme.px(12))
        for widget in (
            Field(_("From"), self.by),
            Field(_("Their mark"), self.mark),
            self.day,
            self.remove,
        ):
            below.addWidget(widget)
        layout.addLayout(below)


class FeedbackPart(Part):
    """The mark is theirs alone: the program counts nothing of its own (R28)."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.list = CardList(
            partial(FeedbackCard, editing), _("New feedback"), _("Nobody said anything yet.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("What others say of the plan"), size=20))
        layout.addWidget(
            Small(_("Of the prosecution, DJI or the municipality. They give the mark, not you."))
        )
        layout.addWidget(self.list)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.list.show_cards(dossier, notes.feedback(dossier))

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)


def _blank(on: date, id: str) -> Feedback:
    return Feedback(FeedbackBy.MUNICIPALITY, on=on, id=id)
