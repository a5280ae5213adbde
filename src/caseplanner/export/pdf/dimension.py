"""One dimension: the client's own words, the wheel, the goals, the answers to the questions."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import answers, asking, goals, intake, lists
from caseplanner.dossier.guide import DimensionGuide
from caseplanner.dossier.mediation import QUESTION
from caseplanner.dossier.model import (
    Dimension,
    Dossier,
    GoalState,
    Moment,
    Score,
    ScoredBy,
)
from caseplanner.export.pdf import flow, icons, look, mediation
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, Strip, Words, with_dots, words
from caseplanner.export.pdf.goal import GoalPart
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

ORDER = (GoalState.NOW, GoalState.LATER, GoalState.REACHED, GoalState.STOPPED)


def section(edition: Edition, dress: Look, root: Element, part: DimensionGuide) -> list[Flowable]:
    """Everything said about one dimension, in the order in which it is talked about."""
    element = root.add("Sect")
    page = _Dimension(edition, dress, element, part)
    story = [
        Band(dress, element, part),
        *page.own_words(),
        *page.scores(),
        *page.goals(),
        *page.answers(),
    ]
    if part.dimension is Dimension.VICTIM:
        story += mediation.line(edition.dossier, dress, element)
    return [CondPageBreak(min(flow.height(story), look.ROOM)), *story, flow.Gap(1, dress.size(26))]


def numbers(dossier: Dossier) -> dict[str, int]:
    """The number of each goal in the document, by its id: 1, 2, 3 in the order of printing."""
    ordered = (g for d in Dimension for state in ORDER for g in goals.of(dossier, d, state))
    return {goal.id: number for number, goal in enumerate(ordered, 1)}


class Band(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The heading of a dimension, white on its colour."""

    def __init__(self, dress: Look, root: Element, part: DimensionGuide) -> None:
        super().__init__()
        self._colours = look.of(part.dimension)
        title = root.add("H2", title=part.title)
        self._title = words(title, dress.style("band"), part.title, level=2)
        self._name = words(root.add("P"), dress.style("band_name"), part.name)
        self._pad = dress.size(11)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        room = availWidth - self._pad * 5
        title = self._title.wrap(room, availHeight)[1]
        self.height = title + self._name.wrap(room, availHeight)[1] + self._pad * 1.7
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        side = self.height - self._pad * 2
        with canvas.artifact():
            canvas.saveState()
            canvas.setFillColor(self._colours.strong)
            canvas.roundRect(0, 0, self.width, self.height, 9, stroke=0, fill=1)
            white = look.colour("surface")
            icons.draw(canvas, self._colours.icon, self._pad * 1.2, self._pad, side, white)
            canvas.restoreState()
        x, y = self._pad * 2.4 + side, self.height - self._pad * 0.8
        for line in (self._title, self._name):
            y -= line.height
            line.drawOn(canvas, x, y)


class _Dimension:
    """Writes the parts of one dimension; each is a list that may be empty."""

    def __init__(self, edition: Edition, dress: Look, root: Element, part: DimensionGuide) -> None:
        self._dossier, self._dress, self._root, self._part = edition.dossier, dress, root, part
        self._colours = look.of(part.dimension)
        self._strong = self._colours.strong
        self._numbers = numbers(edition.dossier)
        self._called = edition.dossier.person.called

    def own_words(self) -> list[Flowable]:
        said = lists.find(self._dossier.answers, answers.words_of(self._part.dimension))
        if said is None:
            return []
        quote, style = self._root.add("BlockQuote"), self._dress.style
        soft = self._colours.soft
        day = f" ({program_words.day(said.on)})" if said.on else ""
        label = words(quote.add("P"), style("label"), _("In my own words") + day)
        said_so = words(quote.add("P"), style("quote"), f"“{said.text}”")
        return [
            Spacer(1, self._dress.size(10)),
            *flow.together(
                Strip(label, self._strong, soft, above=9, below=2),
                Strip(said_so, self._strong, soft, below=11),
            ),
        ]

    def scores(self) -> list[Flowable]:
        """What client and worker said on the wheel, at the start and now, in words and dots."""
        heading = self._heading(_("On the wheel"))
        table = self._root.add("Table")
        head = table.add("TR")
        style = self._dress.style
        rows: list[list[Any]] = [
            [
                words(head.add("TH", scope="Column"), style("head"), _("Who")),
                *(
                    words(head.add("TH", scope="Column"), style("head"), self._column(moment))
                    for moment in (Moment.START, Moment.NOW)
                ),
            ]
        ]
        for by, name in ((ScoredBy.CLIENT, self._called), (ScoredBy.WORKER, _("Worker"))):
            row = table.add("TR")
            cells: list[Any] = [words(row.add("TH", scope="Row"), style("strong"), name)]
            for moment in (Moment.START, Moment.NOW):
                score = answers.scored(self._dossier, self._part.dimension, by, moment)
                cells.append(self._place(row.add("TD"), score))
            rows.append(cells)
        grid = Grid(rows, colWidths=[look.WIDTH * share for share in (0.3, 0.35, 0.35)])
        grid.setStyle(look.rules(self._dress))
        return flow.together(heading, grid)

    def _column(self, moment: Moment) -> str:
        """The moment, and the day or days of it."""
        told = _("At the start") if moment is Moment.START else _("Now")
        places = (
            answers.scored(self._dossier, self._part.dimension, by, moment) for by in ScoredBy
        )
        days = _days(place.on for place in places if place)
        return f"{told}\n{days}" if days else told

    def _place(self, element: Element, score: Score | None) -> Words:
        cell = words(element, self._dress.style("cell"), answers.in_words(score))
        if score is None or score.value is None:
            return cell
        return with_dots(cell, score.value, self._strong, self._colours.mid)

    def goals(self) -> list[Flowable]:
        found: list[Flowable] = []
        said_no = answers.no_goal_of(self._dossier, self._part.dimension)
        if said_no:
            day = f" ({program_words.day(said_no.on)})" if said_no.on else ""
            told = _("Discussed, no goal now") + day + "."
            reason = _("Reason: {reason}", reason=said_no.reason)
            before = (
                _("Asked before") + ": " + asking.in_words(attempt, self._called)
                for attempt in said_no.attempts
            )
            found += self._note(told, "\n".join((reason, *before)))
        for state in ORDER:
            for goal in goals.of(self._dossier, self._part.dimension, state):
                number = self._numbers[goal.id]
                found += GoalPart(self._dress, self._root, self._called, goal, number).story()
        if not found:
            found = self._note(_("Not discussed yet."), "")
        return found

    def _note(self, told: str, more: str) -> list[Flowable]:
        style, grey, fill = self._dress.style, look.colour("lineStrong"), look.colour("bg")
        first = words(self._root.add("P"), style("strong"), told)
        found: list[Flowable] = [Spacer(1, self._dress.size(14))]
        if not more:
            return [*found, Strip(first, grey, fill, above=9, below=10)]
        second = words(self._root.add("P"), style("body"), more)
        both = (Strip(first, grey, fill, above=9), Strip(second, grey, fill, below=10))
        return [*found, *flow.together(*both)]

    def answers(self) -> list[Flowable]:
        """The answers that were given, each with its question; unknown questions too."""
        asked = {question.id: question for question in self._part.questions}
        own = answers.words_of(self._part.dimension)
        elsewhere = (own, QUESTION)  # the words above, and the line about mediation below
        given = [
            a
            for a in self._dossier.answers
            if a.id not in elsewhere and not intake.part_of(a.id) and self._belongs_here(a.id)
        ]
        order = list(asked)
        given.sort(key=lambda a: order.index(a.id) if a.id in asked else len(order))
        if not given:
            return []
        table, style = self._root.add("Table"), self._dress.style
        rows = []
        for answer in given:
            question = asked.get(answer.id)
            row = table.add("TR")
            asks = words(
                row.add("TH", scope="Row"), style("ask"), question.text if question else answer.id
            )
            told = question.say(answer.text) if question else answer.text
            rows.append([[asks], [words(row.add("TD"), style("cell"), told)]])
        grid = Grid(rows, colWidths=[look.WIDTH * 0.38, look.WIDTH * 0.62])
        grid.setStyle(look.rules(self._dress, headed=False))
        line_up = self._dress.size(4.8)  # the smaller question on the line of its answer
        grid.setStyle([("TOPPADDING", (0, 0), (0, -1), line_up)])
        heading = self._heading(_("Questions and answers"))
        days = _days(answer.on for answer in given)
        if not days:
            return flow.together(heading, grid)
        told = words(self._root.add("P"), style("small"), _("Written down on {days}.", days=days))
        return flow.together(heading, told, grid)

    def _belongs_here(self, question: str) -> bool:
        """Its name says so; one of no dimension at all (of a later release) stands with the last:
        nothing that was said is left out."""
        prefix = question.partition(".")[0]
        return self._part.dimension == (prefix if prefix in list(Dimension) else Dimension.SOCIETY)

    def _heading(self, text: str) -> Words:
        return words(self._root.add("H3", title=text), self._dress.style("h3"), text, level=3)


def _days(days: Iterable[date | None]) -> str:
    """Each day once, in their order."""
    return "; ".join(map(program_words.day, sorted({day for day in days if day})))
