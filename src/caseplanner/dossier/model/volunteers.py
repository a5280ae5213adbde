"""Volunteers and experts by experience: asked for by the client, matched with two yeses."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id
from caseplanner.dossier.model.plan import ClientAnswer


class VolunteerKind(StrEnum):
    """Two roles of their own (domain.md 3l)."""

    VOLUNTEER = "volunteer"
    EXPERT = "expert"


class Activity(StrEnum):
    """What a volunteer may do. Checking and enforcing are not in it (domain.md 4c)."""

    COMPANY = "company"
    GO_ALONG = "go_along"
    PRACTISE = "practise"
    HOME = "home"
    WORK = "work"
    PAPERS = "papers"
    EXPERIENCE = "experience"


class CoordinationKind(StrEnum):
    """A talk about tasks and goals, or the evaluation every three months (COSA, domain.md C2)."""

    TUNING = "tuning"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class VolunteerWish:
    """Whether the client wants a volunteer: the request is the client's own (domain.md C2).

    `offered_on` is the day of the talk about it. YES is the request; `words` are the client's.
    """

    says: ClientAnswer | None = None
    words: str = ""
    offered_on: date | None = None
    id: str = "volunteer_wish"


@dataclass(frozen=True, slots=True)
class VolunteerTask:
    """Something the volunteer does with the client; `goal` is the id of a goal it serves."""

    activity: Activity
    text: str = ""
    goal: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Coordination:
    """A moment of worker and volunteer, with the client there, or why not (domain.md 4a, 4b).

    `equal`: what came of asking whether the contact feels equal. `held` is False while planned.
    """

    kind: CoordinationKind = CoordinationKind.TUNING
    on: date | None = None
    held: bool = False
    client_there: bool = True
    why_absent: str = ""
    text: str = ""
    equal: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Volunteer:
    """One volunteer: a first name, where from, why this match, and both yeses (domain.md 3j).

    `about` is what matters for the match; `vog_on` when the certificate of conduct was seen;
    `passes_on` what the volunteer tells whom, `passes_on_told` the day the client heard that.
    """

    name: str
    kind: VolunteerKind = VolunteerKind.VOLUNTEER
    organisation: str = ""
    about: str = ""
    reasons: str = ""
    vog_by: str = ""
    vog_on: date | None = None
    client_says: ClientAnswer | None = None
    client_on: date | None = None
    own_says: ClientAnswer | None = None
    own_on: date | None = None
    answer_by: date | None = None
    not_doing: str = ""
    passes_on: str = ""
    passes_on_told: date | None = None
    tasks: tuple[VolunteerTask, ...] = ()
    coordination: tuple[Coordination, ...] = ()
    id: str = field(default_factory=new_id)
