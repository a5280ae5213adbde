"""One goal: the client's words, its steps, who helps, what the client says, and how it came so."""

from datetime import date
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import asking, goals
from caseplanner.dossier.model import ClientAnswer, Goal, GoalState
from caseplanner.export.pdf import flow, fonts, look, said
from caseplanner.export.pdf.flow import Grid, Strip, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _


class GoalPart:
    """Writes one goal, with the line of its dimension beside it while it is of now."""

    def __init__(self, dress: Look, root: Element, called: str, goal: Goal, number: int) -> None:
        self._dress, self._called, self._goal, self._number = dress, called, goal, number
        self._element = root.add("Sect")
        now = goal.state is GoalState.NOW
        self._line = look.of(goal.dimension).strong if now else look.colour("lineStrong")

    def story(self) -> list[Flowable]:
        """What it is and its steps; then who helps, what was said, and why it is so."""
        style, goal, element = self._dress.style, self._goal, self._element
        now = goal.state is GoalState.NOW
        label = _("Goal {number}, {state}", number=self._number, state=said.goal_state(goal))
        done, total = goals.steps_done(goal)
        if now and total:
            label += " · " + _("{done} of {total} steps done", done=done, total=total)
        heading = f"“{goal.text}”"
        first = words(element.add("P"), style("label"), label)
        title = element.add("H3", title=heading)
        begin: list[Flowable] = [
            Strip(first, self._line),
            Strip(words(title, style("goal"), heading, level=3), self._line, above=2),
            Strip(words(element.add("P"), style("small"), self._decides()), self._line, above=2),
            *self._facts(
                (_("Reason"), goal.reason),
                (_("Taken up again"), goal.again),
                (_("What helped"), goal.worked),
                (_("What got in the way"), goal.hindered),
            ),
        ]
        if goal.steps:
            begin.append(Strip(self._steps(), self._line, above=7, below=5))
        end = self._facts(
            (_("Who helps"), goal.helpers),
            (_("After release"), said.after_release(goal) or (_("nobody yet") if now else "")),
        )
        if now or goal.answer:
            end += [self._answer(), *self._others()]
        end += self._earlier()
        end += self._facts((_("Reasoning of the worker"), goal.reasoning))
        air = Spacer(1, self._dress.size(18))
        if not goal.steps:
            return [air, *flow.together(*begin, *end)]
        return [air, *flow.together(*begin), *flow.together(*end)]

    def _decides(self) -> str:
        return _(said.DECIDES[self._goal.decides], name=self._called) + "."

    def _facts(self, *facts: tuple[str, str]) -> list[Flowable]:
        """A line for each of these that says something."""
        style, ink = self._dress.style("body"), look.colour("ink2")
        return [
            Strip(
                words(self._element.add("P"), style, (f"{name}: ", fonts.STRONG, ink), fact),
                self._line,
                above=3,
            )
            for name, fact in facts
            if fact
        ]

    def _answer(self) -> Flowable:
        goal = self._goal
        standing = goals.attempt_of(goal)
        again = " " + asking.again(standing) if standing and standing.again_on else ""
        told = _told(self._called, goal.answer, goal.answer_on)
        return self._says(goal.answer, told, said.why(goal.answer, goal.answer_reason) + again)

    def _others(self) -> list[Flowable]:
        """What the other parties say, after the client; that they differ stands there in words."""
        found = [
            self._says(
                one.said, _told(said.party(one), one.said, one.on), said.why(one.said, one.reason)
            )
            for one in self._goal.others
        ]
        if said.disagree(self._goal):
            line = (_("We do not think the same about this."), fonts.STRONG, None)
            paragraph = words(self._element.add("P"), self._dress.style("body"), line)
            strip = Strip(with_icon(paragraph, "scale", look.colour("ink")), self._line, above=6)
            found.append(strip)
        return found

    def _says(self, answer: ClientAnswer | None, told: str, why: str) -> Flowable:
        _text, icon, name = said.ANSWER[answer]
        ink = look.colour(name)
        style = self._dress.style("body")
        paragraph = words(self._element.add("P"), style, (told, fonts.STRONG, ink), why)
        return Strip(with_icon(paragraph, icon, ink), self._line, above=6, below=2)

    def _earlier(self) -> list[Flowable]:
        """The times the client was asked before: they stay readable (domain.md C3)."""
        return self._facts(
            *(
                (_("Asked before"), asking.in_words(attempt, self._called))
                for attempt in goals.earlier(self._goal)
            )
        )

    def _steps(self) -> Grid:
        table, style = self._element.add("Table"), self._dress.style
        head = table.add("TR")
        names = (_("Step"), _("Who"), _("When"), _("How it goes"))
        rows: list[list[Any]] = [
            [words(head.add("TH", scope="Column"), style("head"), name) for name in names]
        ]
        for step in self._goal.steps:
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
        grid.setStyle(look.rules(self._dress))
        return grid


def _told(who: str, answer: ClientAnswer | None, on: date | None) -> str:
    day = f" ({program_words.day(on)})" if on else ""
    return _(said.ANSWER[answer][0], name=who) + day + "."


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
        return float(text) + float(style.leftIndent) + look.BETWEEN + 1

    who = max(widest(1, whole=False), min(widest(1, whole=True), room * 0.2))
    when, state = (min(widest(column, whole=True), room * 0.27) for column in (2, 3))
    who = min(who, room * 0.3)
    return [room - who - when - state, who, when, state]
