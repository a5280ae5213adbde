"""The guided questions and suggestions, read from data. The text comes in; no file is opened."""

import tomllib
from dataclasses import dataclass

from caseplanner.dossier.model import Dimension


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Answers are kept under `id`; with `choices` the answer is a choice's id."""

    id: str
    text: str
    help: str = ""
    choices: tuple[Choice, ...] = ()

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
class Guide:
    dimensions: tuple[DimensionGuide, ...]

    def of(self, dimension: Dimension) -> DimensionGuide:
        return next(d for d in self.dimensions if d.dimension is dimension)


def load(guide_toml: str, suggestions_toml: str = "") -> Guide:
    """Read `guide.toml` and `suggestions.toml` of one language; the order is that of Dimension."""
    talks = tomllib.loads(guide_toml)["dimension"]
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
        )
    )


def _question(data: dict[str, object]) -> Question:
    choices = data.get("choices", [])
    assert isinstance(choices, list)
    return Question(
        id=str(data["id"]),
        text=str(data["text"]),
        help=str(data.get("help", "")),
        choices=tuple(Choice(str(c["id"]), str(c["text"])) for c in choices),
    )
