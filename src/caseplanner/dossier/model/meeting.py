"""The driegesprek: who sits at the table, what is talked about, what each says, what is agreed."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id
from caseplanner.dossier.model.plan import StepState


class SeatRole(StrEnum):
    """In which role somebody sits at the table; the first three sign (domain.md 3g)."""

    CLIENT = "client"
    MENTOR = "mentor"
    SUPERVISOR = "supervisor"
    INTERPRETER = "interpreter"
    VOLUNTEER = "volunteer"
    RELATIVE = "relative"


class MeetingState(StrEnum):
    PLANNED = "planned"
    GOING = "going"
    HELD = "held"
    CANCELLED = "cancelled"


class Topic(StrEnum):
    """The agenda, in the order of the Samenwerkingsafspraken (domain.md C2)."""

    HOW = "how"
    WHEEL = "wheel"
    GOALS = "goals"
    CONDITIONS = "conditions"
    SIGNALS = "signals"
    WHO = "who"
    TELLS = "tells"
    TOGETHER = "together"
    SUMMARY = "summary"
    NEXT = "next"
    SIGN = "sign"


class PlanSaid(StrEnum):
    """What the client says to the plan as a whole (domain.md C3)."""

    AGREES = "agrees"
    PARTLY = "partly"
    DISAGREES = "disagrees"
    COULD_NOT = "could_not"


class Sensitive(StrEnum):
    """What kind of thing can stay out of sight in a meeting."""

    GOAL = "goal"
    CONDITION = "condition"
    ACHIEVEMENT = "achievement"


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the table. `there` None: not asked yet; False wants `why_absent`."""

    role: SeatRole
    name: str = ""
    there: bool | None = None
    why_absent: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class TopicMark:
    """What is special of one topic: left out by the worker, or talked about."""

    topic: Topic
    left_out: bool = False
    talked: bool = False
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Hidden:
    """One thing that is not shown in the meeting; `item` is its id."""

    kind: Sensitive
    item: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One driegesprek, from the plan for it to what came of it.

    `how` and `summary` are the client's own words; `together` how we work together. `said` is the
    client's answer to the plan, `version` the id of the version that was set here. `page` is where
    it was interrupted, `alone` with whom the client spoke apart (never what about); `helped` and
    `hindered` are the worker's afterwards.
    """

    on: date | None = None
    begin: str = ""
    end: str = ""
    place: str = ""
    state: MeetingState = MeetingState.PLANNED
    why: str = ""
    how: str = ""
    together: str = ""
    summary: str = ""
    said: PlanSaid | None = None
    said_why: str = ""
    next_on: date | None = None
    next_begin: str = ""
    next_place: str = ""
    version: str = ""
    page: str = ""
    alone: str = ""
    helped: str = ""
    hindered: str = ""
    seats: tuple[Seat, ...] = ()
    topics: tuple[TopicMark, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, by when, and who is told (domain.md 3c).

    `when` is the time in words where a day alone does not say it. `goal` and `step` are the ids of
    the step it became, which then tells how it goes; `meeting` is where it was made.
    """

    text: str
    who: str = ""
    by: date | None = None
    when: str = ""
    told: str = ""
    state: StepState = StepState.TO_DO
    goal: str = ""
    step: str = ""
    meeting: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells what to whom, and how the client hears of it (domain.md C2, V 21)."""

    who: str = ""
    what: str = ""
    to: str = ""
    hears: str = ""
    id: str = field(default_factory=new_id)
