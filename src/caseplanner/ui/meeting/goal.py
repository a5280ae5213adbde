"""A goal in front of the three: the client's answer, a way to change it, and then the others."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.dossier import answers, goals, lists, meetings, parties, people
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    Meeting,
    Role,
    SeatRole,
)
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.steps import Steps
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Sheet, Table, card
from caseplanner.ui.pages.goal_screen import GoalScreen
from caseplanner.ui.widgets import layouts, text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.easy_hint import labelled
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.one_of import OneOf
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.signer_card import ROLES
from caseplanner.words import _

ANSWER = 60
SEATS = {Role.MENTOR: SeatRole.MENTOR, Role.SUPERVISOR: SeatRole.SUPERVISOR}


class GoalSheet(Sheet):
    """The goal, its steps, and one question; "Change" opens its words and steps."""

    def __init__(self, table: Table, session: Session) -> None:
        super().__init__(table)
        self._goal = ""
        self.asking = GoalScreen(session)
        self.asking.edit.connect(lambda _dimension: self._open_change())
        self.change = ChangeGoal(table)
        self.change.done.clicked.connect(self._close_change)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.asking)
        self._stack.addWidget(self.change)
        self.aside = self.asking.could_not
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        goal = goals.find(dossier, page.item)
        if goal.id != self._goal:
            self._goal = goal.id
            self._stack.setCurrentWidget(self.asking)
        self.asking.show_goal(dossier, goal)
        if self._stack.currentWidget() is self.change:
            self.change.show_goal(dossier, goal)
        self.asking.could_not.setEnabled(self._stack.currentWidget() is self.asking)

    def said(self) -> list[str]:
        dossier = self.table.editing.dossier
        goal = goals.find(dossier, self._goal)
        told = [f"{goal.text}", *(_step(step.text, step.actor) for step in goal.steps)]
        return [*told, _("{name}, do you agree?", name=dossier.person.called)]

    def _open_change(self) -> None:
        self.change.show_goal(self.table.editing.dossier, self._find())
        self._stack.setCurrentWidget(self.change)
        self.asking.could_not.setEnabled(False)
        self.change.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_change(self) -> None:
        self.change.flush()
        self._stack.setCurrentWidget(self.asking)
        self.asking.show_goal(self.table.editing.dossier, self._find())
        self.asking.could_not.setEnabled(True)

    def _find(self) -> Goal:
        return goals.find(self.table.editing.dossier, self._goal)


class ChangeGoal(QWidget):
    """The words of the goal and its steps, to change together."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._goal = ""
        self._steps: Steps | None = None
        self.words = GrowLine()
        self.words.setFont(theme.font(23, 600, heading=True))
        self.words.edited.connect(self._reword)
        self.done = BigButton(_("Ready"), "check", primary=True)
        self._room = QVBoxLayout()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        steps = Card()
        steps.setLayout(self._room)
        layouts.pad(self._room, theme.px(24), theme.px(16))
        column.addWidget(card(labelled(_("My goal, in my own words"), self.words)))
        column.addWidget(steps)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scroll(inner), 1)
        layout.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        if goal.id != self._goal:
            self._goal = goal.id
            layouts.empty(self._room)
            self._steps = Steps(self._table.editing, goal)
            self._room.addWidget(text.Heading(_("What are we going to do?"), size=23))
            self._room.addWidget(self._steps)
        self.setObjectName(goal.id)
        self.words.set_text(goal.text)
        if self._steps:
            self._steps.show_goal(dossier, goal)

    def flush(self) -> None:
        self.words.flush()
        if self._steps:
            self._steps.flush()

    def _reword(self, said: str) -> None:
        goal = self._goal
        if said.strip() and lists.find(self._table.editing.dossier.goals, goal):
            self._table.editing.change(
                _("Words of the goal"),
                lambda d: goals.reword(d, goal, said),
                merge=f"goal.{goal}.text",
            )


class OthersSheet(Asked):
    """After the client the two others say what they think, as large and as free."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.OTHERS, sentences.DIFFERENT)
        self._goal = ""
        self._words = text.Heading("", size=23)
        self._client = text.Body("", size=19)
        self.rows = {role: PartyRow(table, role) for role in parties.OTHERS}
        self.column.addWidget(card(self._words, self._client))
        for row in self.rows.values():
            self.column.addWidget(row)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        goal = goals.find(dossier, page.item)
        self._goal = goal.id
        name = dossier.person.called
        self.ask(name)
        self._words.setText(f"“{goal.text}”")
        said = sentences.SAID[goal.answer].say() if goal.answer else _("no answer yet")
        reason = f" “{goal.answer_reason}”" if goal.answer_reason else ""
        self._client.setText(f"{sentences.CLIENT_SAID.say(name=name)} {said}.{reason}")
        for row in self.rows.values():
            row.show_goal(dossier, meeting, goal)

    def said(self) -> list[str]:
        return [*super().said(), self._words.text(), self._client.text()]


class PartyRow(Card):
    """One of the others: yes, no, not known yet, none chosen beforehand; and why."""

    def __init__(self, table: Table, role: Role) -> None:
        super().__init__()
        self._table, self._role = table, role
        self._goal = ""
        self._name = text.Heading("", size=23)
        self._about = text.Body("", size=17, tone="ink2")
        faces = {
            said: (sentences.SAID[said].say(), sentences.SAID[said].icon)
            for said in (ClientAnswer.YES, ClientAnswer.NO, ClientAnswer.UNSURE)
        }
        self.trio = OneOf(faces)
        self.trio.set_height(ANSWER)
        self.trio.chosen.connect(self._answer)
        self.why = GrowLine()
        self.why.edited.connect(self._explain)
        self._ask_why = labelled(_("Why? (may stay empty)"), self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20), theme.px(10)) * 2)
        column.setSpacing(theme.px(8))
        who = QHBoxLayout()
        who.addWidget(self._name)
        who.addWidget(self._about, 1)
        column.addLayout(who)
        column.addWidget(self.trio)
        column.addWidget(self._ask_why)

    def show_goal(self, dossier: Dossier, meeting: Meeting, goal: Goal) -> None:
        self._goal = goal.id
        self.setObjectName(f"{goal.id}.{self._role}")
        name = people.name_of(dossier, self._role) or _(ROLES[self._role])
        self._name.setText(name)
        seat = meetings.seat_of(meeting, SEATS[self._role])
        away = seat is not None and seat.there is False
        self._about.setText(_("is not here") if away else _(ROLES[self._role]))
        known = parties.of(goal, self._role)
        self.trio.setEnabled(goal.answer is not None and not away)
        self.trio.show_value(known.said if known else None)
        for said, button in self.trio.buttons.items():
            button.setAccessibleName(f"{name}: {sentences.SAID[said].say()}")
        self._ask_why.setVisible(known is not None)
        self.why.setAccessibleName(_("Why does {name} say so?", name=name))
        self.why.set_text(known.reason if known else "")

    def _answer(self, said: ClientAnswer) -> None:
        goal = goals.find(self._table.editing.dossier, self._goal)
        known = parties.of(goal, self._role)
        reason = known.reason if known else ""
        self._keep(said, reason)

    def _explain(self, why: str) -> None:
        goal = lists.find(self._table.editing.dossier.goals, self._goal)
        known = parties.of(goal, self._role) if goal else None
        if known:
            self._keep(known.said, why)

    def _keep(self, said: ClientAnswer, reason: str) -> None:
        edit = partial(
            parties.answer,
            goal=self._goal,
            role=self._role,
            said=said,
            reason=reason,
            on=dates.today(),
        )
        self._table.editing.change(
            _("What another says to the goal"),
            lambda d: edit(d),
            merge=f"party.{self._goal}.{self._role}",
        )


class NoGoalSheet(Asked):
    """A dimension without a goal of now: that is a full answer, and there may be one after all."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.NO_GOAL, sentences.NO_GOAL_FINE)
        self._dimension = Dimension.SELF
        self.why = TextField(rows=2)
        self.why.setFont(theme.font(19))
        self.why.edited.connect(self._explain)
        self.goal = GrowLine()
        self.goal.setFont(theme.font(19))
        self.add = BigButton(_("This is my goal"), "plus", height=60)
        self.add.clicked.connect(self._add)
        self.column.addWidget(card(labelled(_("Why is there no goal now?"), self.why)))
        title = sentences.NEW_GOAL.say()
        field = labelled(_("My goal, in my own words"), self.goal)
        new = card(field, title=title)
        self.column.addWidget(new)
        inside = new.layout()
        assert inside is not None
        inside.addWidget(self.add)
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self._dimension = Dimension(page.item)
        self.setObjectName(page.item)
        self.tile.show_dimension(self._dimension)
        self.ask(dossier.person.called)
        self.why.set_text(answers.why_no_goal(dossier, self._dimension))

    def said(self) -> list[str]:
        return [*super().said(), self.why.text()]

    def _explain(self, why: str) -> None:
        dimension = self._dimension
        if why.strip():
            self.table.editing.change(
                _("No goal now"),
                lambda d: answers.no_goal(d, dimension, why, dates.today()),
                merge=f"no_goal.{dimension}",
            )

    def _add(self) -> None:
        said, dimension = self.goal.text().strip(), self._dimension
        if said:
            self.table.editing.change(_("Goal added"), lambda d: goals.add(d, dimension, said))
            self.goal.empty()


def _step(words: str, actor: str) -> str:
    return f"{words} {actor}.".strip() if actor else words
