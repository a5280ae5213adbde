"""The course of a driegesprek: its pages in order, and the chapters in which they lie.

One page asks one thing. The order is that of the Samenwerkingsafspraken (domain.md C2), with the
client's own words last before the signatures. A page that has nothing to show is not there.
"""

from dataclasses import dataclass
from enum import StrEnum

from caseplanner.dossier import goals, meetings
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    Meeting,
    SignalPlan,
    Topic,
)


class Stop(StrEnum):
    """What kind of page it is."""

    PRIVACY = "privacy"
    SEATS = "seats"
    HOW = "how"
    WHEEL = "wheel"
    GOAL = "goal"
    OTHERS = "others"
    NO_GOAL = "no_goal"
    CONDITIONS = "conditions"
    SIGNALS = "signals"
    WHO = "who"
    TELLS = "tells"
    TOGETHER = "together"
    SUMMARY = "summary"
    NEXT = "next"
    PLAN = "plan"
    SIGN = "sign"
    HOME = "home"
    AFTER = "after"


class Chapter(StrEnum):
    """Four parts, so that who looks at the list sees where we are at a glance."""

    BEGIN = "begin"
    PLAN = "plan"
    AGREE = "agree"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `item` is the goal or the dimension it is about, else ""."""

    stop: Stop
    item: str = ""

    @property
    def key(self) -> str:
        return f"{self.stop} {self.item}".strip()


TOPICS = {
    Stop.HOW: Topic.HOW,
    Stop.WHEEL: Topic.WHEEL,
    Stop.GOAL: Topic.GOALS,
    Stop.OTHERS: Topic.GOALS,
    Stop.NO_GOAL: Topic.GOALS,
    Stop.CONDITIONS: Topic.CONDITIONS,
    Stop.SIGNALS: Topic.SIGNALS,
    Stop.WHO: Topic.WHO,
    Stop.TELLS: Topic.TELLS,
    Stop.TOGETHER: Topic.TOGETHER,
    Stop.SUMMARY: Topic.SUMMARY,
    Stop.NEXT: Topic.NEXT,
    Stop.PLAN: Topic.SIGN,
    Stop.SIGN: Topic.SIGN,
}
CHAPTERS = {
    Chapter.BEGIN: (Stop.PRIVACY, Stop.SEATS, Stop.HOW, Stop.WHEEL),
    Chapter.PLAN: (Stop.GOAL, Stop.OTHERS, Stop.NO_GOAL),
    Chapter.AGREE: (Stop.CONDITIONS, Stop.SIGNALS, Stop.WHO, Stop.TELLS, Stop.TOGETHER),
    Chapter.CLOSE: (Stop.SUMMARY, Stop.NEXT, Stop.PLAN, Stop.SIGN, Stop.HOME, Stop.AFTER),
}


def pages(dossier: Dossier, meeting: Meeting) -> tuple[Page, ...]:
    """Every page of this meeting, in order."""
    found = [Page(Stop.PRIVACY), Page(Stop.SEATS)]
    found += _of(meeting, Stop.HOW, Stop.WHEEL)
    found += _plan(dossier, meeting)
    if meetings.shown_conditions(dossier, meeting):
        found += _of(meeting, Stop.CONDITIONS)
    if dossier.signals or dossier.signal_plan != SignalPlan():
        found += _of(meeting, Stop.SIGNALS)
    found += _of(meeting, Stop.WHO, Stop.TELLS, Stop.TOGETHER)
    found += _of(meeting, Stop.SUMMARY, Stop.NEXT, Stop.PLAN, Stop.SIGN)
    return (*found, Page(Stop.HOME), Page(Stop.AFTER))


def at(dossier: Dossier, meeting: Meeting, key: str) -> Page:
    """The page with this key; the nearest one before it where it is not there any more."""
    every = pages(dossier, meeting)
    for page in every:
        if page.key == key:
            return page
    stop = key.partition(" ")[0]
    order = list(Stop)
    if stop not in order:
        return every[0]
    before = [page for page in every if order.index(page.stop) <= order.index(Stop(stop))]
    return before[-1] if before else every[0]


def chapter(page: Page) -> Chapter:
    return next(chapter for chapter, stops in CHAPTERS.items() if page.stop in stops)


def dimension(dossier: Dossier, page: Page) -> Dimension | None:
    """The dimension a page is about."""
    if page.stop is Stop.NO_GOAL:
        return Dimension(page.item)
    if page.stop in (Stop.GOAL, Stop.OTHERS):
        return goals.find(dossier, page.item).dimension
    return None


def of_dimension(dossier: Dossier, meeting: Meeting, about: Dimension) -> Page | None:
    """The first page about this dimension; None where all of it stays out of sight."""
    every = pages(dossier, meeting)
    return next((page for page in every if dimension(dossier, page) is about), None)


def is_answered(goal: Goal) -> bool:
    """The client was asked and said something that stands; "could not" is asked again."""
    return goal.answer not in (None, ClientAnswer.COULD_NOT)


def _of(meeting: Meeting, *stops: Stop) -> list[Page]:
    return [Page(stop) for stop in stops if not meetings.is_left_out(meeting, TOPICS[stop])]


def _plan(dossier: Dossier, meeting: Meeting) -> list[Page]:
    """Of each dimension its goals, and after each what the others say; or that there is none."""
    shown = meetings.shown_goals(dossier, meeting)
    found: list[Page] = []
    for dimension in Dimension:
        mine = [goal for goal in shown if goal.dimension is dimension]
        for goal in mine:
            found += [Page(Stop.GOAL, goal.id), Page(Stop.OTHERS, goal.id)]
        if not mine and not goals.of(dossier, dimension, GoalState.NOW):
            found.append(Page(Stop.NO_GOAL, str(dimension)))
    return found
