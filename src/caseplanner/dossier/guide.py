"""The guided questions and suggestions, read from data. The text comes in; no file is opened."""

import tomllib
from dataclasses import dataclass

from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import Dimension


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
        talks: tuple[DimensionGuide | IntakeGuide, ...] = (*self.dimensions, *self.intake)
        every = (q for talk in talks for q in talk.questions)
        return next((q for q in every if q.id == question), None)


def load(guide_toml: str, suggestions_toml: str = "") -> Guide:
    """Read `guide.toml` and `suggestions.toml` of one language; the orders are those of Dimension
    and of Part."""
    read = tomllib.loads(guide_toml)
    talks, intake = read["dimension"], read["intake"]
    ideas = tomllib.loads(suggestions_toml)
    return Guide(
        tuple(
            DimensionGuide(
                dimension=dimension,
                title=talks[dimension]["title"],
                name=talks[dimension]["name"],
                intro=talks[dimension].get("intro", ""),
                questions=tuple(_question(q) for q in talks[dimension]["questions"]),
                suggestions=tuple(
                    Suggestion(idea["text"], tuple(idea.get("steps", ())))
                    for idea in ideas.get(str(dimension), ())
                ),
            )
            for dimension in Dimension
        ),
        tuple(
            IntakeGuide(
                part=part,
                title=intake[part]["title"],
                intro=intake[part].get("intro", ""),
                questions=tuple(_question(q) for q in intake[part].get("questions", ())),
            )
            for part in Part
        ),
    )


def _question(data: dict[str, object]) -> Question:
    choices = data.get("choices", [])
    assert isinstance(choices, list)
    return Question(
        id=str(data["id"]),
        text=str(data["text"]),
        help=str(data.get("help", "")),
        choices=tuple(Choice(str(c["id"]), str(c["text"])) for c in choices),
        by_worker=data.get("by") == "worker",
    )
