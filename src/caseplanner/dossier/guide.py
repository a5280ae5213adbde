"""The guided questions and suggestions, read from data. The text comes in; no file is opened."""

import re
from dataclasses import dataclass

from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import Dimension
from caseplanner.dossier.written import MISSING, TWICE, Table, Written


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Answers are kept under `id`; with `choices` the answer is a choice's id.

    `by_worker`: the worker answers it with a view of his or her own, shown and printed as such.
    """

    id: str
    text: str
    help: str = ""
    choices: tuple[Choice, ...] = ()
    by_worker: bool = False

    def say(self, answer: str) -> str:
        """The answer as people read it: a choice's text instead of its id."""
        return next((c.text for c in self.choices if c.id == answer), answer)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A goal in the first person with small steps, to choose from or to leave (domain.md 2c)."""

    text: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DimensionGuide:
    """How one dimension is talked about: `title` for the client, `name` in the field's terms."""

    dimension: Dimension
    title: str
    name: str
    intro: str
    questions: tuple[Question, ...]
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeGuide:
    """How one part of the intake is talked about."""

    part: Part
    title: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    dimensions: tuple[DimensionGuide, ...]
    intake: tuple[IntakeGuide, ...] = ()

    def of(self, dimension: Dimension) -> DimensionGuide:
        return next(d for d in self.dimensions if d.dimension is dimension)

    def intake_of(self, part: Part) -> IntakeGuide:
        return next(p for p in self.intake if p.part is part)

    def asked(self, question: str) -> Question | None:
        """The question with this id, of a dimension or of the intake."""
        return next((q for q in self.questions() if q.id == question), None)

    def questions(self) -> tuple[Question, ...]:
        """All of them, in the order of the file."""
        talks: tuple[DimensionGuide | IntakeGuide, ...] = (*self.dimensions, *self.intake)
        return tuple(q for talk in talks for q in talk.questions)


def load(questions: Written, ideas: Written) -> Guide:
    """Read the guide and the suggestions of one language; the orders are those of Dimension and
    of Part. UserError with the file and the line for what is not as it should be.
    """
    read = questions.read().only(("dimension", "intake"))
    talks, intake = read.table("dimension").only(Dimension), read.table("intake").only(Part)
    listed = ideas.read().only(Dimension)
    guide = Guide(
        tuple(_dimension(talks.table(dimension), listed, dimension) for dimension in Dimension),
        tuple(_part(intake.table(part), part) for part in Part),
    )
    _check_ids(read, guide)
    return guide


def _dimension(talk: Table, ideas: Table, dimension: Dimension) -> DimensionGuide:
    talk.only(("title", "name", "intro", "questions"))
    return DimensionGuide(
        dimension=dimension,
        title=talk.text("title"),
        name=talk.text("name"),
        intro=talk.optional("intro"),
        questions=tuple(_question(row, dimension) for row in talk.tables("questions")),
        suggestions=tuple(
            Suggestion(idea.only(("text", "steps")).text("text"), idea.texts("steps"))
            for idea in ideas.tables(dimension)
        ),
    )


def _part(talk: Table, part: Part) -> IntakeGuide:
    talk.only(("title", "intro", "questions"))
    return IntakeGuide(
        part=part,
        title=talk.text("title"),
        intro=talk.optional("intro"),
        questions=tuple(_question(row, f"intake.{part}") for row in talk.tables("questions")),
    )


def _question(row: Table, about: str) -> Question:
    """Its id says what it is about: what is known of its answer follows from that."""
    row.only(("id", "text", "help", "choices", "by"))
    id = row.text("id")
    if not id.startswith(f"{about}."):
        raise row.fault(MISSING, "id")
    choices = [choice.only(("id", "text")) for choice in row.tables("choices")]
    return Question(
        id=id,
        text=row.text("text"),
        help=row.optional("help"),
        choices=tuple(Choice(choice.text("id"), choice.text("text")) for choice in choices),
        by_worker=row.optional("by") == "worker",
    )


def _check_ids(read: Table, guide: Guide) -> None:
    """Answers are kept under them, so each is there once."""
    seen: set[str] = set()
    for question in guide.questions():
        if question.id in seen:
            line = read.file.line_of(rf"id\s*=\s*[\"']{re.escape(question.id)}[\"']", 1)
            raise read.file.fault(TWICE, line or 1, question.id)
        seen.add(question.id)
