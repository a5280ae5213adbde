"""What the client lives with: basic conditions, people, achievements; and what stays inside."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id
from caseplanner.dossier.model.plan import Dimension


class Area(StrEnum):
    """The seven basic conditions (basisvoorwaarden), in this order (domain.md C2)."""

    ID = "id"
    HOUSING = "housing"
    INCOME = "income"
    DEBTS = "debts"
    CARE = "care"
    INSURANCE = "insurance"
    NETWORK = "network"


class BasicState(StrEnum):
    """Six distinct things; not discussed is never the same as not needed (domain.md C2)."""

    NOT_DISCUSSED = "not_discussed"
    ARRANGED = "arranged"
    BUSY = "busy"
    TO_ARRANGE = "to_arrange"
    NOT_NEEDED = "not_needed"
    NO_HELP = "no_help"


class Circle(StrEnum):
    """How close somebody is to the client, from the inside out."""

    CLOSE = "close"
    NEAR = "near"
    FAR = "far"


class Meaning(StrEnum):
    """What somebody is to the client: a support, a worry, or both."""

    SUPPORT = "support"
    WORRY = "worry"
    BOTH = "both"


class Knows(StrEnum):
    """Whether somebody knows that he or she is talked about."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class Confirmed(StrEnum):
    """Whether the other said so too; the client may be less welcome than he thinks."""

    NOT_YET = "not_yet"
    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class NoContact(StrEnum):
    """Whether an order forbids contact; looked up before anything else is agreed."""

    NOT_CHECKED = "not_checked"
    NONE = "none"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Basic:
    """How one basic condition stood from the day it was said; the newest of an area holds.

    `on` is the day before which `who` arranges it, or on which it was.
    """

    area: Area
    state: BasicState
    who: str = ""
    on: date | None = None
    note: str = ""
    said_on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody around the client: a first name and who it is, no more (domain.md C1).

    `also_victim`: then seen only with the dimension of the victim, in no text about the network.
    """

    name: str
    relation: str = ""
    circle: Circle = Circle.NEAR
    meaning: Meaning = Meaning.SUPPORT
    knows: Knows = Knows.UNKNOWN
    confirmed: Confirmed = Confirmed.NOT_YET
    confirmed_on: date | None = None
    no_contact: NoContact = NoContact.NOT_CHECKED
    also_victim: bool = False
    note: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Achievement:
    """Something that was reached: printed first (domain.md 3i). `goal` and `condition` are ids."""

    text: str
    on: date | None = None
    goal: str = ""
    condition: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class WorkerNote:
    """A note of the worker for the worker: in no edition, never on a page the client looks at."""

    text: str
    on: date | None = None
    dimension: Dimension | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class SheetTalk:
    """What a talk over a sheet of the library yielded; the talk, not the sheet, is what counts
    (domain.md 0c). `title` is that of the sheet as it was then. For the worker only.
    """

    sheet: str
    title: str
    text: str
    on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class CareNote:
    """Health: which help is wanted and what was agreed, for the care edition only (R9)."""

    wanted: str
    agreed: str = ""
    id: str = field(default_factory=new_id)
