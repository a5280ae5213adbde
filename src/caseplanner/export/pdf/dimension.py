"""One dimension: the client's own words, the wheel, the goals with their steps, the answers."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import answers, goals
from caseplanner.dossier.guide import DimensionGuide
from caseplanner.dossier.mediation import QUESTION
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    Moment,
    Score,
    ScoredBy,
)
from caseplanner.export.pdf import flow, fonts, icons, look, mediation, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, Strip, Words, with_dots, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tables import PAD, rules
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

ORDER = (GoalState.NOW, GoalState.LATER, GoalState.REACHED, GoalState.STOPPED)
# A dimension begins on the page where the last one ended when it fits there, or this much of it.
ROOM = 0.42 * (look.PAGE_HEIGHT - look.TOP - look.BOTTOM)


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
    return [CondPageBreak(min(flow.height(story), ROOM)), *story, Spacer(1, dress.size(26))]


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
        told = answers.given(self._dossier, answers.words_of(self._part.dimension))
        if not told:
            return []
        quote, style = self._root.add("BlockQuote"), self._dress.style
        soft = self._colours.soft
        label = words(quote.add("P"), style("label"), _("In my own words"))
        said_so = words(quote.add("P"), style("quote"), f"“{told}”")
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
                words(head.add("TH", scope="Column"), style("head"), _("At the start")),
                words(head.add("TH", scope="Column"), style("head"), _("Now")),
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
        grid.setStyle(rules(self._dress))
        return flow.together(heading, grid)

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
            found += self._note(told, reason)
        for state in ORDER:
            for goal in goals.of(self._dossier, self._part.dimension, state):
                found += self._goal(goal)
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

    def _goal(self, goal: Goal) -> list[Flowable]:
        """The goal in the client's words, who decides, its steps, who helps, and the answer."""
        style, element = self._dress.style, self._root.add("Sect")
        now = goal.state is GoalState.NOW
        line = self._strong if now else look.colour("lineStrong")
        number = self._numbers[goal.id]
        label = _("Goal {number}, {state}", number=number, state=said.goal_state(goal))
        done, total = goals.steps_done(goal)
        if now and total:
            label += " · " + _("{done} of {total} steps done", done=done, total=total)
        heading = f"“{goal.text}”"
        first = words(element.add("P"), style("label"), label)
        title = element.add("H3", title=heading)
        begin: list[Flowable] = [
            Strip(first, line),
            Strip(words(title, style("goal"), heading, level=3), line, above=2),
            Strip(words(element.add("P"), style("small"), self._decides(goal)), line, above=2),
        ]
        if goal.reason:
            begin.append(self._fact(element, line, _("Reason"), goal.reason))
        if goal.steps:
            begin.append(Strip(self._steps(element, goal), line, above=7, below=5))
        found: list[Flowable] = [Spacer(1, self._dress.size(18)), *flow.together(*begin)]
        end = [
            self._fact(element, line, name, fact)
            for name, fact in (
                (_("Who helps"), goal.helpers),
                (_("After release"), said.after_release(goal)),
            )
            if fact
        ]
        if now or goal.answer:
            end.append(self._answer(element, line, goal))
        return [*found, *flow.together(*end)]

    def _decides(self, goal: Goal) -> str:
        return _(said.DECIDES[goal.decides], name=self._called) + "."

    def _fact(self, element: Element, line: Any, name: str, fact: str) -> Flowable:
        style = self._dress.style("body")
        ink = look.colour("ink2")
        told = words(element.add("P"), style, (f"{name}: ", fonts.STRONG, ink), fact)
        return Strip(told, line, above=3)

    def _answer(self, element: Element, line: Any, goal: Goal) -> Flowable:
        text, icon, ink = said.ANSWER[goal.answer]
        told = _(text, name=self._called) + "."
        pieces: list[Any] = [(told, fonts.STRONG, look.colour(ink))]
        if goal.answer_reason and goal.answer is ClientAnswer.COULD_NOT:
            pieces.append(" " + _("Reason: {reason}", reason=goal.answer_reason))
        elif goal.answer_reason:
            pieces.append(f" “{goal.answer_reason}”")
        paragraph = words(element.add("P"), self._dress.style("body"), *pieces)
        return Strip(with_icon(paragraph, icon, look.colour(ink)), line, above=6, below=2)

    def _steps(self, element: Element, goal: Goal) -> Grid:
        table, style = element.add("Table"), self._dress.style
        head = table.add("TR")
        names = (_("Step"), _("Who"), _("When"), _("How it goes"))
        rows: list[list[Any]] = [
            [words(head.add("TH", scope="Column"), style("head"), name) for name in names]
        ]
        for step in goal.steps:
            row = table.add("TR")
            text, icon, ink = said.STEP[step.state]
            state = words(
                row_state := Element("TD"), style("cell"), (_(text), "", look.colour(ink))
            )
            when = program_words.day(step.on) if step.on else _("No date")
            cells = [
                words(row.add("TD"), style("cell"), step.text),
                words(row.add("TD"), style("cell"), step.actor or _("not named yet")),
                words(row.add("TD"), style("cell"), when),
                with_icon(state, icon, look.colour(ink)),
            ]
            row.parts.append(row_state)
            rows.append(cells)
        grid = Grid(rows, colWidths=_widths(rows, look.WIDTH - 14), repeatRows=1)
        grid.setStyle(rules(self._dress))
        return grid

    def answers(self) -> list[Flowable]:
        """The answers that were given, each with its question; unknown questions too."""
        asked = {question.id: question for question in self._part.questions}
        own = answers.words_of(self._part.dimension)
        elsewhere = (own, QUESTION)  # the words above, and the line about mediation below
        given = [
            a for a in self._dossier.answers if a.id not in elsewhere and self._belongs_here(a.id)
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
        grid.setStyle(rules(self._dress, headed=False))
        line_up = self._dress.size(4.8)  # the smaller question on the line of its answer
        grid.setStyle([("TOPPADDING", (0, 0), (0, -1), line_up)])
        return flow.together(self._heading(_("Questions and answers")), grid)

    def _belongs_here(self, question: str) -> bool:
        """Its name says so; one of no dimension at all (of a later release) stands with the last:
        nothing that was said is left out."""
        prefix = question.partition(".")[0]
        return self._part.dimension == (prefix if prefix in list(Dimension) else Dimension.SOCIETY)

    def _heading(self, text: str) -> Words:
        return words(self._root.add("H3", title=text), self._dress.style("h3"), text, level=3)


def _widths(rows: list[list[Any]], room: float) -> list[float]:
    """The step gets what the others leave: no word of who, when and state is broken, and a day
    and a state stay on one line where they can."""

    def widest(column: int, whole: bool) -> float:
        parts = (
            part
            for row in rows
            for part in (
                [flow.text_of(row[column])] if whole else flow.text_of(row[column]).split()
            )
        )
        style = rows[-1][column].style
        text = max((stringWidth(part, style.fontName, style.fontSize) for part in parts), default=0)
        return float(text) + float(style.leftIndent) + PAD + 1

    who = max(widest(1, whole=False), min(widest(1, whole=True), room * 0.2))
    when, state = (min(widest(column, whole=True), room * 0.27) for column in (2, 3))
    who = min(who, room * 0.3)
    return [room - who - when - state, who, when, state]
