"""What was given to the client: the conditions with their explanation, and the signal plan."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import conditions, meetings, signals
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dossier, Light, Meeting, Seen, SpecialCondition
from caseplanner.ui import dates, theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Table, card
from caseplanner.ui.signals.lamp import Lamp
from caseplanner.ui.widgets import layouts, text
from caseplanner.ui.widgets.card import Card
from caseplanner.words import _, day


class ConditionsSheet(Asked):
    """Each condition in plain words, and beside it those of the source."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.RULES, sentences.RULES_ASK)
        self._shown: tuple[SpecialCondition, ...] = ()
        self.cards: dict[str, ConditionCard] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        shown = meetings.shown_conditions(dossier, meeting)
        if shown != self._shown:
            self._shown = shown
            layouts.empty(self._list)
            self.cards = {one.id: ConditionCard(self.table, one) for one in shown}
            for each in self.cards.values():
                self._list.addWidget(each)

    def said(self) -> list[str]:
        return [*super().said(), *(one.plain or one.text for one in self._shown)]


class ConditionCard(Card):
    """The plain words large; the words of the source, who checks and what follows beside them."""

    def __init__(self, table: Table, condition: SpecialCondition) -> None:
        super().__init__()
        self._table, self._id = table, condition.id
        plain = text.Heading(condition.plain or condition.text, size=23, weight=500)
        self.explained = QCheckBox(_("Explained today"))
        self.explained.setFont(theme.font(17))
        self.explained.setChecked(condition.explained_on == dates.today())
        self.explained.setAccessibleName(f"{_('Explained today')}: {plain.text()}")
        self.explained.clicked.connect(self._explain)
        left = QVBoxLayout()
        left.addWidget(plain)
        left.addWidget(self.explained)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.px(4))
        if condition.plain:
            right.addWidget(text.Body(condition.text, size=17, tone="ink2"))
        for label, told in (
            (_("Who checks"), condition.checked_by),
            (_("If it goes wrong"), condition.breach),
            (_("Until and with"), day(condition.until) if condition.until else ""),
        ):
            if told:
                right.addWidget(text.Body(f"{label}: {told}", size=17))
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(24), theme.px(14)) * 2)
        row.setSpacing(theme.px(24))
        row.addLayout(left, 3)
        row.addLayout(right, 2)

    def _explain(self, explained: bool) -> None:
        on = dates.today() if explained else None
        edit = partial(conditions.change, condition=self._id, explained_on=on)
        self._table.editing.change(_("Condition explained"), lambda d: edit(d))


class SignalsSheet(Asked):
    """Green, orange and red beside each other, each with its name: never by colour alone."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.SIGNALS)
        self._said: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._shown: object = None

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        if (dossier.signals, dossier.signal_plan) == self._shown:
            return
        self._shown = (dossier.signals, dossier.signal_plan)
        layouts.empty(self._list)
        self._said = []
        if dossier.signal_plan.declined and not dossier.signals:
            self._list.addWidget(card(text.Heading(f"“{dossier.signal_plan.declined}”", size=23)))
        for light in Light:
            if any(one.light is light for one in dossier.signals):
                self._list.addWidget(self._phase(dossier, light))

    def said(self) -> list[str]:
        return [*super().said(), *self._said]

    def _phase(self, dossier: Dossier, light: Light) -> QWidget:
        name = _(VALUES[Light][light])
        made = Card()
        row = QHBoxLayout(made)
        row.setContentsMargins(*(theme.px(20), theme.px(12)) * 2)
        row.setSpacing(theme.px(18))
        who = QVBoxLayout()
        who.addWidget(Lamp(light))
        who.addWidget(text.Heading(name, size=19))
        who.addStretch(1)
        row.addLayout(who)
        for seen in Seen:
            told = [one.text for one in signals.of(dossier, light, seen)]
            column = QVBoxLayout()
            column.setSpacing(theme.px(2))
            column.addWidget(text.Body(_(VALUES[Seen][seen]), size=15, tone="ink2"))
            for words in told:
                column.addWidget(text.Heading(words, size=17, weight=500))
            column.addStretch(1)
            row.addLayout(column, 1)
            self._said += [f"{name}. {_(VALUES[Seen][seen])}: {words}" for words in told]
        return made
