"""On the way: reviews, where the client will live and chooses to, and how we work together."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id
from caseplanner.dossier.model.plan import ScoredBy


class ReviewKind(StrEnum):
    """Why there is a review (domain.md C2): the cycle, the release, or a transfer."""

    REGULAR = "regular"
    FINAL = "final"
    TRANSFER = "transfer"


class PlacementKind(StrEnum):
    """Living among others with support, or spread among neighbours (seed 3)."""

    CLUSTERED = "clustered"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Review:
    """A look at the plan: planned before the day `due`; late needs a reason (domain.md C2).

    `helped` and `hindered` are what worked and what got in the way (1d, 2e); `proud` the client's
    words on what to be proud of.
    """

    kind: ReviewKind = ReviewKind.REGULAR
    due: date | None = None
    held_on: date | None = None
    late_reason: str = ""
    helped: str = ""
    hindered: str = ""
    proud: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Placement:
    """How the client will live: clustered or mixed, why, and what the client says of it."""

    kind: PlacementKind | None = None
    place: str = ""
    reasons: str = ""
    client_view: str = ""
    on: date | None = None
    id: str = "placement"


@dataclass(frozen=True, slots=True)
class ReleaseChoice:
    """What the client chose for after release, as a choice, in his or her own words (3f)."""

    about: str
    choice: str = ""
    instead_of: str = ""
    words: str = ""
    on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class AllianceCheck:
    """How one of the two finds the work together, 1 to 5 on each statement (domain.md C2, V 30).

    None: not said. Private; a trend, never a total.
    """

    by: ScoredBy
    on: date | None = None
    bond: int | None = None
    trust: int | None = None
    direction: int | None = None
    ease: int | None = None
    note: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class WorkerChange:
    """Another worker came: since the alliance mostly suffers, it is written down (C2, V 30)."""

    left: str
    came: str = ""
    why: str = ""
    told: str = ""
    on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class ContactNote:
    """A moment together that needs no goal (presence approach, domain.md 3b)."""

    text: str
    on: date | None = None
    id: str = field(default_factory=new_id)
