"""What the client takes home: at most two pages in easy language, own words first.

What does not fit is counted in a sentence, never left out silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from caseplanner import words as program_words
from caseplanner.dossier.model import Agreement, ClientAnswer, Goal, Meeting, Step, Telling
from caseplanner.export import glyphs
from caseplanner.export.pdf import flow, look, paper, said
from caseplanner.export.pdf.easy import (
    SMALLEST,
    Easy,
    asks,
    day_time,
    short,
    sizes,
)
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Strip, words
from caseplanner.export.pdf.furniture import Foot
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _, mark

PAGES = 2
INDENT = 16.0  # points: of what stands beside the line of a goal
MANY = 10_000
# How many steps of a goal, agreements and goals, and letters of a text: from all to few.
FEWER = (
    *((4, MANY, MANY, MANY), (3, MANY, MANY, 400), (3, 8, MANY, 300), (2, 6, MANY, 200)),
    *(
        (2, 5, 10, 160),
        (1, 5, 10, 120),
        (1, 4, 8, 100),
        (1, 3, 6, 90),
        (1, 3, 4, 80),
        (1, 2, 3, 60),
    ),
)
ANSWERS = {
    ClientAnswer.NO: (mark("I say no to this."), "thumbs-down", "bad"),
    ClientAnswer.UNSURE: (mark("I do not know yet."), "circle-help", "warn"),
    ClientAnswer.COULD_NOT: (mark("I could not answer yet."), "circle-pause", "warn"),
}


@dataclass(frozen=True, slots=True)
class Fit:
    """How large the letters are, and how much is shown at most."""

    size: float
    steps: int = MANY
    agreements: int = MANY
    goals: int = MANY
    letters: int = MANY


def build(edition: Edition) -> bytes:
    """The paper of an edition made by `printing.take_home`; UserError as for the whole plan."""
    glyphs.check(edition.dossier)
    foot = Foot(edition, _("Printed on {day}", day=said.moment(edition.made_at)), SMALLEST)
    tries = (_Page(edition, fit).story for fit in _fits(edition))
    return paper.finished(paper.fitting(tries, foot, PAGES), edition, title(edition))


def title(edition: Edition) -> str:
    return _("The plan of {name}", name=edition.dossier.person.called)


def _fits(edition: Edition) -> Iterator[Fit]:
    """Smaller letters first, then less of what stands in the whole plan as well."""
    letters = sizes(edition.dossier)
    yield from (Fit(size) for size in letters)
    yield from (Fit(letters[-1], *few) for few in FEWER)


class _Page:
    """Writes the paper as large and as whole as this fit says."""

    def __init__(self, edition: Edition, fit: Fit) -> None:
        self._dossier, self._fit = edition.dossier, fit
        self._easy = Easy(edition.dossier, fit.size)
        self._title = title(edition)
        self._shares = self._easy.shares(*self._rows(), look.WIDTH - INDENT)

    def _rows(self) -> tuple[list[str], list[str]]:
        """Every name and every day on the paper."""
        steps = [step for goal in self._dossier.goals for step in goal.steps]
        agreements = self._dossier.agreements
        who = [
            self._name(name) for name in (*(s.actor for s in steps), *(a.who for a in agreements))
        ]
        return who, [*map(self._on, steps), *map(self._by, agreements)]

    def story(self, root: Element) -> list[Flowable]:
        [meeting] = self._dossier.meetings
        day = program_words.day(meeting.on) if meeting.on else ""
        below = _("From the meeting of {day}", day=day) if day else ""
        return [
            *self._easy.title(root, self._title, below),
            *self._own_words(root, meeting),
            *self._goals(root),
            *self._agreements(root),
            *self._tellings(root),
            *self._next(root, meeting),
            *self._ask(root),
        ]

    def _own_words(self, root: Element, meeting: Meeting) -> list[Flowable]:
        if not meeting.summary.strip():
            return []
        told = short(meeting.summary, self._fit.letters)
        head = self._easy.part(root, "quote", _("This is what I said"))
        return [*flow.together(*head), *self._easy.quote(root, told)]

    def _goals(self, root: Element) -> list[Flowable]:
        shown = self._dossier.goals[: self._fit.goals]
        if not shown:
            return []
        head = self._easy.part(root, "flag", _("My goals"))
        first, *others = (self._goal(root, goal) for goal in shown)
        story = flow.together(*head, *first)
        for goal in others:
            story += [self._easy.air(0.55), *flow.together(*goal)]
        return story

    def _goal(self, root: Element, goal: Goal) -> list[Flowable]:
        """The own words, the answer where it is no yes, and the steps with who and when."""
        easy, section = self._easy, root.add("Sect")
        colours = look.of(goal.dimension)
        told = f"“{short(goal.text, self._fit.letters)}”"
        heading = section.add("H3", title=told)
        text = words(heading, easy.style("said", 1.06), told, level=3)
        first = easy.pictured(text, colours.icon, colours.strong)
        lines: list[Flowable] = [first]
        if goal.answer in ANSWERS:
            answer, icon, ink = ANSWERS[goal.answer]
            lines.append(easy.line(section.add("P"), icon, easy.strong(_(answer)), ink=ink))
        if goal.steps:
            items = section.add("L")
            for step in goal.steps[: self._fit.steps]:
                lines += self._step(items, step)
        return [Strip(line, colours.strong, above=2.5, indent=INDENT) for line in lines]

    def _step(self, items: Element, step: Step) -> list[Flowable]:
        item = items.add("LI").add("LBody")
        text = short(step.text, self._fit.letters)
        return [self._row(item, text, self._name(step.actor), self._on(step), INDENT)]

    def _agreements(self, root: Element) -> list[Flowable]:
        shown = self._dossier.agreements[: self._fit.agreements]
        if not shown:
            return []
        head = self._easy.part(root, "handshake", _("What we agreed"))
        items = root.add("L")
        first, *others = (self._agreement(items, one) for one in shown)
        return [*flow.together(*head, *first), *(line for one in others for line in one)]

    def _agreement(self, items: Element, one: Agreement) -> list[Flowable]:
        easy, item = self._easy, items.add("LI").add("LBody")
        text = short(one.text, self._fit.letters)
        found: list[Flowable] = [self._row(item, text, self._name(one.who), self._by(one))]
        if one.told.strip():
            told = (_("Who hears it:"), " " + self._name(one.told))
            found.append(easy.line(item.add("P"), "messages-square", *told, ink="ink2"))
        return [*found, easy.air(0.35)]

    def _row(self, item: Element, text: str, who: str, when: str, indent: float = 0) -> Flowable:
        """What, who and when, beside each other."""
        easy = self._easy
        cells: list[Any] = [easy.line(item.add("P"), "square", easy.strong(text), ink="ink")]
        for sign, told in (("user-round", who), ("calendar", when)):
            cells.append(easy.line(item.add("P"), sign, told, ink="ink2") if told else "")
        return easy.beside(cells, self._shares, look.WIDTH - indent)

    def _tellings(self, root: Element) -> list[Flowable]:
        if not self._dossier.tellings:
            return []
        head = self._easy.part(root, "messages-square", _("Who tells what"))
        items = root.add("L")
        lines = [line for one in self._dossier.tellings for line in self._telling(items, one)]
        return flow.together(*head, *lines)

    def _telling(self, items: Element, one: Telling) -> list[Flowable]:
        easy, item = self._easy, items.add("LI").add("LBody")
        facts = (
            ("user-round", _("Who tells it:"), one.who),
            ("messages-square", _("What:"), one.what),
            ("users-round", _("To whom:"), one.to),
            ("volume-2", _("How I hear it:"), one.hears),
        )
        return [
            *(
                easy.line(item.add("P"), icon, name, " ", easy.strong(self._cut(fact)), ink="ink2")
                for icon, name, fact in facts
                if fact.strip()
            ),
            easy.air(0.35),
        ]

    def _next(self, root: Element, meeting: Meeting) -> list[Flowable]:
        when = day_time(meeting.next_on, meeting.next_begin)
        if not (when or meeting.next_place):
            return []
        easy = self._easy
        found: list[Flowable] = list(easy.part(root, "calendar", _("The next time")))
        for icon, fact in (("clock", when), ("house", self._cut(meeting.next_place))):
            if fact:
                found.append(easy.line(root.add("P"), icon, easy.strong(fact)))
        return flow.together(*found)

    def _ask(self, root: Element) -> list[Flowable]:
        """Who helps with a question, and what is not on this paper."""
        easy, name = self._easy, asks(self._dossier)
        found: list[Flowable] = list(easy.part(root, "circle-help", _("Do I have a question?")))
        if name:
            told = _("Then I ask {name}.", name=self._cut(name))
            found.append(easy.line(root.add("P"), "user-round", told))
        if left := self._left_out():
            told = _("Not on this paper: {what}.", what=left)
            found.append(easy.line(root.add("P"), "info", easy.strong(told)))
        more = _("There is more in my whole plan.")
        found.append(easy.line(root.add("P"), "file-text", more))
        return flow.together(*found)

    def _left_out(self) -> str:
        """How much there was no room for."""
        fit, dossier = self._fit, self._dossier
        shown = dossier.goals[: fit.goals]
        numbers = (
            len(dossier.goals) - len(shown),
            sum(max(0, len(goal.steps) - fit.steps) for goal in shown),
            max(0, len(dossier.agreements) - fit.agreements),
        )
        goals, steps, agreements = numbers
        told = (
            program_words.count("{n} goal", "{n} goals", goals) if goals else "",
            program_words.count("{n} step", "{n} steps", steps) if steps else "",
            program_words.count("{n} agreement", "{n} agreements", agreements)
            if agreements
            else "",
        )
        return ", ".join(filter(None, told))

    def _on(self, step: Step) -> str:
        return day_time(step.on, "")

    def _by(self, one: Agreement) -> str:
        return day_time(one.by, self._cut(one.when))

    def _cut(self, text: str) -> str:
        return short(text, self._fit.letters)

    def _name(self, name: str) -> str:
        return short(name, min(self._fit.letters, 80))
