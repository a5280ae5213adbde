"""Who else works on the plan: organisations with their task, who has the lead, referrals."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id


class PartnerKind(StrEnum):
    """What kind of organisation a chain partner (ketenpartner) is."""

    PROBATION = "probation"
    MUNICIPALITY = "municipality"
    CARE = "care"
    HOUSING = "housing"
    DEBTS = "debts"
    WORK = "work"
    NEIGHBOURHOOD = "neighbourhood"
    VOLUNTEERS = "volunteers"
    MEDIATION = "mediation"
    OTHER = "other"


class LeadBy(StrEnum):
    """Who may have the lead (regie): DJI in detention, then one of the others (domain.md C2)."""

    DJI = "dji"
    MUNICIPALITY = "municipality"
    PROBATION = "probation"
    OTHER = "other"


class ReferralState(StrEnum):
    """How far a referral (toeleiding) is."""

    PLANNED = "planned"
    REFERRED = "referred"
    STARTED = "started"
    NOT_STARTED = "not_started"


class ProbationOrg(StrEnum):
    """The three probation organisations (3RO)."""

    RN = "rn"
    SVG = "svg"
    LDH = "ldh"


class FeedbackBy(StrEnum):
    """Who reads the plan and says what it is worth to them (domain.md 1c)."""

    OM = "om"
    DJI = "dji"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation or person that does something in this plan (domain.md 3c).

    `contact` is the person there, `reach` how to reach that person for work; `task` what it does,
    `answers_for` what it is responsible for, `until` the last day of that.
    """

    kind: PartnerKind
    name: str
    contact: str = ""
    reach: str = ""
    task: str = ""
    answers_for: str = ""
    until: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Lead:
    """Who has the lead from that day, until the next one takes it (domain.md C2, V 45)."""

    by: LeadBy
    name: str = ""
    since: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Referral:
    """A way led to care or a neighbourhood team, and looked after (seed 1). Never why in health.

    `goal` is the id of the goal it belongs to; `look_on` when somebody looks what came of it.
    """

    to: str
    help: str = ""
    state: ReferralState = ReferralState.PLANNED
    on: date | None = None
    who: str = ""
    look_on: date | None = None
    result: str = ""
    goal: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Allocation:
    """Which of the three probation organisations supervises, and why (Bilthoven criteria)."""

    org: ProbationOrg | None = None
    reason: str = ""
    by: str = ""
    on: date | None = None
    id: str = "allocation"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a partner says of the plan: `score` 1 to 10 is given by them alone (domain.md 1c)."""

    by: FeedbackBy
    name: str = ""
    text: str = ""
    score: int | None = None
    on: date | None = None
    id: str = field(default_factory=new_id)
