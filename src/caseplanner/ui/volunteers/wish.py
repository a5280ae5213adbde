"""Whether the client wants a volunteer: asked openly, and "no" is the end of it."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import rows
from caseplanner.dossier.model import ClientAnswer, Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import easy_hint
from caseplanner.ui.widgets.answer_trio import AnswerTrio
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.record import Record
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

HEIGHT = 52  # of an answer, in pixels at 100 % text


class WishCard(Card):
    """Three equal answers, none of them chosen beforehand; own words beside any of them."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.trio, self.words, self.day = AnswerTrio(), GrowLine(), DayField(_("Talked about on"))
        self.trio.set_height(HEIGHT)
        self.told = Body("")
        self.record = Record(self._write, says=self.trio, words=self.words, offered_on=self.day)
        self._question = Heading("", size=20)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self._question)
        layout.addWidget(
            Small(_("The wish comes from the client. A volunteer never checks anybody."))
        )
        layout.addWidget(self.trio)
        layout.addWidget(easy_hint.labelled(_("In own words"), self.words))
        days = Flow(spacing=theme.px(12))
        days.addWidget(self.day)
        layout.addLayout(days)
        layout.addWidget(self.told)

    def show_dossier(self, dossier: Dossier) -> None:
        wish, called = dossier.volunteer_wish, dossier.person.called
        asked = _("Does {name} want somebody from outside to do things with?", name=called)
        self._question.setText(asked)
        self.record.show(wish)
        match wish.says:
            case ClientAnswer.NO:
                self.told.setText(_("That is a full answer. {name} may ask later.", name=called))
            case ClientAnswer.UNSURE:
                self.told.setText(_("There is no hurry. It can be asked for on any day."))
            case _:
                self.told.setText("")
        self.told.setVisible(bool(self.told.text()))

    def let_edit(self, may: bool) -> None:
        for button in self.trio.buttons.values():
            button.setEnabled(may)

    def _write(self, merge: str, **details: Any) -> None:
        wish = self._editing.dossier.volunteer_wish
        if "says" in details and wish.offered_on is None:
            details["offered_on"] = dates.today()
        self._editing.change(
            _("Wish for a volunteer"),
            lambda d: rows.set_(d, "volunteer_wish", **details),
            merge=f"volunteer_wish.{merge}" if merge else "",
        )
