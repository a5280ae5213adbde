"""The client, who works with him or her, and the course of the case."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id


class Role(StrEnum):
    """Who sits at the table and may sign. MENTOR is the begeleider or mentor."""

    CLIENT = "client"
    MENTOR = "mentor"
    SUPERVISOR = "supervisor"


class Verdict(StrEnum):
    """Whether the verdict stands: before that nothing is written about the offence (R23)."""

    UNKNOWN = "unknown"
    NOT_FINAL = "not_final"
    FINAL = "final"


class CaseState(StrEnum):
    """How far the work with the client is (domain.md C3); closing is part of retention."""

    REFERRED = "referred"
    INTAKE = "intake"
    ANALYSIS = "analysis"
    RUNNING = "running"
    HANDOVER = "handover"
    NOT_STARTED = "not_started"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Person:
    """The client, as little as the work needs, and how he or she reads and talks.

    `number` is that of the institution; `support` what else makes a talk work (domain.md 0a);
    `longest_talk` in minutes, 0 where nothing was said.
    """

    called: str = ""
    initials: str = ""
    cell: str = ""
    formal: bool = False
    language: str = ""
    reading: str = ""
    large_print: bool = False
    pictograms: bool = True
    read_aloud: bool = False
    born: date | None = None
    number: str = ""
    hearing: str = ""
    sight: str = ""
    culture: str = ""
    support: str = ""
    longest_talk: int = 0
    id: str = "person"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who works with the client on this plan; without a `role` he or she does not sign."""

    name: str
    role: Role | None = None
    work: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Stay:
    """One detention: what it is about in a few words, and what the client says of the offence.

    The newest is that of now; an earlier one is only read. `statement` is written down only
    while the verdict is final (domain.md R23). `moved_on` is the day of the last transfer.
    """

    since: date | None = None
    release: date | None = None
    ended: date | None = None
    place: str = ""
    moved_on: date | None = None
    about: str = ""
    verdict: Verdict = Verdict.UNKNOWN
    statement: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class CourseMark:
    """The case came in this state on that day; the newest says how it is now."""

    state: CaseState
    on: date | None = None
    reason: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class IntakeTalk:
    """One sitting of the intake: when, and how it went, in the worker's words."""

    on: date | None = None
    begin: str = ""
    end: str = ""
    told: str = ""
    id: str = field(default_factory=new_id)
