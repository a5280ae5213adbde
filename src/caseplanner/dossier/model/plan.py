"""What the plan is made of: dimensions, answers, places on the wheel, goals, steps, versions."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id
from caseplanner.dossier.model.person import Role


class Dimension(StrEnum):
    """The four relations of restoration, always in this order (domain.md 2a)."""

    SELF = "self"
    NETWORK = "network"
    VICTIM = "victim"
    SOCIETY = "society"


class DimensionState(StrEnum):
    """How far the talk about one dimension is; four distinct things."""

    UNSEEN = "unseen"
    NO_GOAL = "no_goal"
    AT_WORK = "at_work"
    DONE = "done"


class ScoredBy(StrEnum):
    CLIENT = "client"
    WORKER = "worker"


class Moment(StrEnum):
    START = "start"
    NOW = "now"


class GoalState(StrEnum):
    """domain.md C3."""

    NOW = "now"
    LATER = "later"
    REACHED = "reached"
    STOPPED = "stopped"


class StepState(StrEnum):
    """domain.md C3."""

    TO_DO = "to_do"
    BUSY = "busy"
    DONE = "done"
    STUCK = "stuck"
    NOT_NEEDED = "not_needed"


class Decides(StrEnum):
    """Who decides on a goal: I, we together, or it was imposed (domain.md 3h)."""

    CLIENT = "client"
    TOGETHER = "together"
    IMPOSED = "imposed"


class ClientAnswer(StrEnum):
    """What the client says to a goal; no answer yet is None, a fifth thing (domain.md C3)."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    COULD_NOT = "could_not"


class HowSigned(StrEnum):
    INK = "ink"
    PAPER = "paper"
    NOT_NOW = "not_now"


class VersionReason(StrEnum):
    """Why a plan was frozen (domain.md C3)."""

    FIRST = "first"
    REVIEW = "review"
    CONDITIONS = "conditions"
    TRANSFER = "transfer"
    HANDOVER = "handover"
    END = "end"


@dataclass(frozen=True, slots=True)
class Answer:
    """The client's words to one question of the guide; `id` is the question's id.

    For a question with choices `text` is the id of the choice.
    """

    id: str
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A place on the wheel, 0 to 5; `value` None means: does not want to fill in.

    Not asked yet is the absence of a Score, so it can never be read as a zero.
    """

    dimension: Dimension
    by: ScoredBy
    moment: Moment
    value: int | None
    id: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """A time the client was asked in vain: he or she could not answer, or said no.

    It stays readable when the answer came later. `again_on` is when to ask once more.
    """

    said: ClientAnswer
    reason: str = ""
    on: date | None = None
    again_on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class NoGoal:
    """A dimension that was discussed and has no goal now, with the reason; a full answer.

    `attempts` are the times it was asked before and the client said the same (domain.md C3).
    """

    dimension: Dimension
    reason: str
    id: str
    on: date | None = None
    attempts: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One small thing one person does before one date."""

    text: str
    actor: str = ""
    on: date | None = None
    state: StepState = StepState.TO_DO
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """What another at the table says to a goal, after the client (domain.md 3g); kept when it
    differs from what the client says."""

    role: Role
    said: ClientAnswer
    reason: str = ""
    name: str = ""
    on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing the person wants, in the first person and in their own words.

    `worked` is what helped when it ended, `hindered` what got in the way (domain.md 2e), `again`
    why it was taken up once more, `reasoning` the worker's own, beside what departs from the usual
    (domain.md 1b), `others` what the other parties say.
    """

    dimension: Dimension
    text: str
    state: GoalState = GoalState.NOW
    decides: Decides = Decides.TOGETHER
    reason: str = ""
    remind_on: date | None = None
    helpers: str = ""
    after_who: str = ""
    after_from: date | None = None
    answer: ClientAnswer | None = None
    answer_reason: str = ""
    answer_on: date | None = None
    worked: str = ""
    hindered: str = ""
    again: str = ""
    reasoning: str = ""
    attempts: tuple[Attempt, ...] = ()
    steps: tuple[Step, ...] = ()
    others: tuple[PartyAnswer, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Signature:
    """What one person did with the pen: ink on the screen, on paper, or not now, with why.

    `ink` is the SHA-256 of the strokes, which lie in the vault's blobs.
    """

    role: Role
    name: str
    how: HowSigned
    at: datetime
    reason: str = ""
    ink: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Scan:
    """A paper that was signed, as a picture: `content` is the SHA-256 of it among the blobs.

    `role` is whose signature is on it; None: more than one.
    """

    name: str
    pages: int
    content: str
    at: datetime
    role: Role | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan as it was agreed: frozen under its own id, its content known by its hash.

    `content` is the SHA-256 of the frozen dossier (`document.content`), which lies in the
    vault's blobs; what is signed is exactly that. `terms` is the digest of what was agreed, so
    that ticking a step off does not make the plan look changed.
    """

    number: int
    reason: VersionReason
    frozen_at: datetime
    content: str
    terms: str
    signatures: tuple[Signature, ...] = ()
    scans: tuple[Scan, ...] = ()
    id: str = field(default_factory=new_id)
