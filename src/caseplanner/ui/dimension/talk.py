"""What the client says about a dimension: in own words, and to the questions of the guide."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from caseplanner.dossier import answers, lists
from caseplanner.dossier.guards import Place
from caseplanner.dossier.guide import DimensionGuide, Question
from caseplanner.dossier.model import Answer, Dimension, Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _


class WordsCard(Card):
    """ "In my own words": a quote of the client, in the first person."""

    def __init__(self, editing: Editing, guide: DimensionGuide) -> None:
        super().__init__()
        self._editing = editing
        self._guide = guide
        self.field = TextField()
        self.field.setAccessibleName(_("In my own words: {topic}", topic=guide.title))
        self.field.setPlaceholderText(_placeholder(guide.dimension))
        self.field.edited.connect(self._write)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Picture("quote", theme.look(guide.dimension).colour, 20))
        head.addWidget(Heading(_("In my own words"), size=18), 1)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        if guide.dimension is not Dimension.VICTIM:  # which has a card of its own
            layout.addWidget(Small(guide.intro))
        layout.addWidget(easy_hint.under(self.field))
        question = answers.words_of(guide.dimension)
        layout.addWidget(Notices(editing, self.field, lambda place: place.id == question))

    def show_dossier(self, dossier: Dossier) -> None:
        self.field.set_text(answers.given(dossier, answers.words_of(self._guide.dimension)))

    def _write(self, said: str) -> None:
        question = answers.words_of(self._guide.dimension)
        self._editing.change(
            _("Own words: {topic}", topic=self._guide.title),
            lambda d: answers.give(d, question, said, dates.today()),
            merge=question,
        )


class QuestionsCard(Card):
    """The questions of the guide about a dimension."""

    def __init__(self, editing: Editing, guide: DimensionGuide) -> None:
        super().__init__()
        self._list = Questions(editing, guide.questions)
        self.questions = self._list.questions
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(16))
        head = QVBoxLayout()
        head.setSpacing(theme.px(2))
        head.addWidget(Heading(_("Questions to talk about"), size=18))
        head.addWidget(Small(_("Not every question needs an answer.")))
        layout.addLayout(head)
        layout.addWidget(self._list)

    def show_dossier(self, dossier: Dossier) -> None:
        self._list.show_dossier(dossier)


class Questions(QWidget):
    """Questions of the guide. Each may be skipped; each answer is saved while it is typed."""

    def __init__(self, editing: Editing, questions: Sequence[Question]) -> None:
        super().__init__()
        self._editing = editing
        self.questions: dict[str, TextQuestion | ChoiceQuestion] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(16))
        for question in questions:
            widget = ChoiceQuestion(question) if question.choices else TextQuestion(question)
            widget.answered.connect(partial(self._give, question))
            self.questions[question.id] = widget
            layout.addWidget(widget)
            layout.addWidget(Notices(editing, widget.last, partial(_is_answer, question.id)))

    def show_dossier(self, dossier: Dossier) -> None:
        for id, widget in self.questions.items():
            widget.show_answer(lists.find(dossier.answers, id))

    def _give(self, question: Question, said: str) -> None:
        label = _("Answer: {question}", question=question.text)
        self._editing.change(
            label,
            lambda d: answers.give(d, question.id, said, dates.today()),
            merge="" if question.choices else question.id,
        )


class TextQuestion(QWidget):
    """A question with room for a few lines."""

    answered = Signal(str)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.field = TextField(rows=1)
        self.field.setAccessibleName(question.text)
        self.field.setAccessibleDescription(question.help)
        self.field.edited.connect(self.answered)
        self.last: QWidget = self.field
        layout = _column(self, question)
        layout.addWidget(easy_hint.under(self.field))

    def show_answer(self, answer: Answer | None) -> None:
        self.field.set_text(answer.text if answer else "")


class ChoiceQuestion(QWidget):
    """A question with fixed answers. None is chosen beforehand, and a choice can be cleared."""

    answered = Signal(str)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._ids = [choice.id for choice in question.choices]
        self._group = QButtonGroup(self)
        self.clear = buttons.link(_("Clear"))
        self.clear.setAccessibleName(_("{what}: clear", what=question.text))
        self.clear.clicked.connect(lambda: self.answered.emit(""))
        self.last: QWidget = self.clear
        self.since = Small("")
        layout = _column(self, question)
        layout.setSpacing(0)
        for place, choice in enumerate(question.choices):
            button = QRadioButton(choice.text)
            button.setAccessibleDescription(question.text)
            self._group.addButton(button, place)
            layout.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self.clear)
        below.addWidget(self.since, 1)
        layout.addLayout(below)
        self._group.idClicked.connect(lambda place: self.answered.emit(self._ids[place]))

    def button(self, choice: str) -> QRadioButton:
        """The radio button of the choice with this id."""
        found = self._group.button(self._ids.index(choice))
        assert isinstance(found, QRadioButton)
        return found

    def show_answer(self, answer: Answer | None) -> None:
        said = answer.text if answer else ""
        known = said in self._ids
        if known:
            self.button(said).setChecked(True)
        else:
            self._group.setExclusive(False)
            for button in self._group.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
        self.clear.setVisible(known)
        since = answer.on if answer and known else None
        self.since.setText(_("said on {day}", day=dates.short(since)) if since else "")


def _is_answer(question: str, place: Place) -> bool:
    return place.table == "answer" and place.id == question


def _column(widget: QWidget, question: Question) -> QVBoxLayout:
    label = Body(question.text, size=17, weight=600)
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(4))
    layout.addWidget(label)
    if question.by_worker:
        layout.addWidget(Tag(_("View of the worker"), "neutral", "eye"))
    if question.help:
        layout.addWidget(Small(question.help))
    return layout


def _placeholder(dimension: Dimension) -> str:
    if dimension is Dimension.VICTIM:
        return _("My own part. Nothing about who the victim is.")
    if dimension is Dimension.NETWORK:
        return _("What I want with my people. A first name is enough.")
    return _("What I want to say about this.")
