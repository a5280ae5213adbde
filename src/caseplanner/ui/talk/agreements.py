"""What was agreed: who does what by when and who is told; and who tells what to whom."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import actors, agreed, lists, preparing
from caseplanner.dossier.model import Dossier, StepState
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.actor_picker import ActorPicker
from caseplanner.ui.dimension.step_editor import in_words
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card_list import CardList, ItemCard
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.long_choice import GoalChoice
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.row_card import RowCard
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark


class AgreementsPart(Part):
    """Open ones first, by day; below them the standing list of who tells what."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.list = CardList(self._card(editing), _("New agreement"), _("Nothing was agreed yet."))
        self.tellings = CardList(
            partial(TellingCard, editing), _("New line"), _("Nothing was agreed about this yet.")
        )
        self.about = Small("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("What we agreed"), size=20))
        layout.addWidget(self.list)
        layout.addSpacing(theme.px(10))
        layout.addWidget(Heading(_("Who tells what to whom"), size=20))
        layout.addWidget(self.about)
        layout.addWidget(self.tellings)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        name = dossier.person.called
        self.about.setText(_("{name} always hears it too, and how.", name=name))
        self.list.show_cards(dossier, preparing.all_agreements(dossier))
        self.tellings.show_cards(dossier, dossier.tellings)

    def let_edit(self, may: bool) -> None:
        self.list.let_edit(may)
        self.tellings.let_edit(may)

    def focus_first(self) -> None:
        self.list.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        for list_ in (self.list, self.tellings):
            list_.uncover(field)

    def _card(self, editing: Editing) -> Callable[[str], ItemCard]:
        def make(id: str) -> ItemCard:
            card = AgreementCard(editing, id)
            card.go.connect(self.go)
            return card

        return make


class AgreementCard(RowCard):
    """One agreement; once it is a step of a goal, the two say the same. What begins here was made
    in the meeting with the id `meeting`, where there is one."""

    go = Signal(str, object)
    part = agreed.PART
    name = mark("Agreement")
    gone = mark("The agreement is removed.")

    def __init__(self, editing: Editing, id: str, meeting: str = "") -> None:
        super().__init__(editing, id, agreed.blank)
        self._made_in = {"meeting": meeting} if meeting else {}
        self.first = self.words = GrowLine()
        self.who, self.by = ActorPicker(), DayField(_("Before which day"))
        self.when, self.told = GrowLine(), GrowLine()
        self.state = Choice([(in_words(state), state) for state in StepState])
        self.goal = GoalChoice()
        self.as_step = Field(_("Make it a step of the goal"), self.goal)
        self.step = buttons.link("")
        self.made = Small("")
        self.remove.setAccessibleName(_("Remove this agreement"))
        self.bind(text=self.words, by=self.by, when=self.when, told=self.told)
        self.who.chosen.connect(lambda who: self._write("", who=who))
        self.state.chosen.connect(self._go_on)
        self.goal.chosen.connect(self._make_step)
        self.step.clicked.connect(self._to_goal)
        self._build()

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        known = lists.find(dossier.agreements, self._id)
        one = known or agreed.blank(self._id)
        self.who.show_actor(one.who, actors.around(dossier))
        self.state.set_value(agreed.state(dossier, one))
        found = agreed.step_of(dossier, one)
        self.goal.show_goals(dossier, "")
        self.goal.set_value("")
        self.as_step.setVisible(bool(known and one.text.strip()) and found is None)
        self.step.setVisible(found is not None)
        if found:
            self.step.setText(_("A step of the goal “{goal}”", goal=found[0].text))
        meeting = lists.find(dossier.meetings, one.meeting)
        on = dates.short(meeting.on) if meeting and meeting.on else ""
        self.made.setText(_("Agreed on {day}", day=on) if on else "")
        self.made.setVisible(bool(on))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(easy_hint.labelled(_("What was agreed"), self.words))
        facts = Flow(spacing=theme.px(12))
        for part in (
            Field(_("Who does it"), self.who),
            self.by,
            Field(_("How it goes"), self.state),
        ):
            facts.addWidget(part)
        layout.addLayout(facts)
        layout.addWidget(
            SideBySide(
                easy_hint.labelled(_("When, in words"), self.when),
                easy_hint.labelled(_("Who is told"), self.told),
            )
        )
        below = Flow(spacing=theme.px(12))
        below.addWidget(self.as_step)
        below.addWidget(self.step)
        below.addWidget(self.made)
        below.addWidget(self.remove)
        layout.addLayout(below)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _(self.name),
            lambda d: agreed.write(d, self._id, **self._made_in, **details),
            merge=f"{self.part}.{self._id}.{merge}" if merge else "",
        )

    def _go_on(self, state: object) -> None:
        to = StepState(str(state))
        if lists.find(self._editing.dossier.agreements, self._id) is None:
            self._write("", state=to)
        else:
            label = _("How an agreement goes")
            self._editing.change(label, lambda d: agreed.set_state(d, self._id, to))

    def _make_step(self, goal: object) -> None:
        if goal:
            self._editing.change(
                _("Agreement made a step"),
                lambda d: agreed.make_step(d, self._id, str(goal)),
                told=_("It is a step of the goal now."),
            )

    def _to_goal(self) -> None:
        dossier = self._editing.dossier
        one = lists.find(dossier.agreements, self._id)
        if one and (found := agreed.step_of(dossier, one)):
            self.go.emit("dimension", found[0].dimension)


class TellingCard(RowCard):
    """One line: who tells what to whom, and how the client hears of it."""

    part = agreed.TELLINGS
    name = mark("Who tells what")
    gone = mark("The line is removed.")

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__(editing, id, agreed.blank_telling)
        self.first = self.who = GrowLine()
        self.what, self.to, self.hears = GrowLine(), GrowLine(), GrowLine()
        self.asked = Field("", self.hears)
        self.remove.setAccessibleName(_("Remove this line"))
        self.bind(who=self.who, what=self.what, to=self.to, hears=self.hears)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(
            SideBySide(
                easy_hint.labelled(_("Who tells it"), self.who),
                easy_hint.labelled(_("To whom"), self.to),
            )
        )
        layout.addWidget(easy_hint.labelled(_("What"), self.what))
        easy_hint.watch(self.hears, self.asked.column)
        layout.addWidget(self.asked)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_in(self, dossier: Dossier) -> None:
        super().show_in(dossier)
        self.asked.label.setText(_("How does {name} hear of it?", name=dossier.person.called))
        self.hears.setAccessibleName(self.asked.label.text())
