"""What keeps everybody safe: signals, imposed conditions, and the guards around the victim."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caseplanner.dossier.model.ids import new_id


class Light(StrEnum):
    """The three phases of a signaleringsplan."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


class Seen(StrEnum):
    """Whose words a line of the signaleringsplan are: own and others' are kept apart."""

    I_NOTICE = "i_notice"
    OTHERS_NOTICE = "others_notice"
    I_DO = "i_do"
    OTHERS_DO = "others_do"


class MediationState(StrEnum):
    """How far the talk about mediation is; never what is said in it (domain.md C1, R12)."""

    NOT_DISCUSSED = "not_discussed"
    DISCUSSED = "discussed"
    NOT_WANTED = "not_wanted"
    LATER = "later"
    CONSENT = "consent"
    REFERRED = "referred"
    WITH_MEDIATOR = "with_mediator"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Signal:
    """One line of the signaleringsplan: in which phase, whose words, and what."""

    light: Light
    seen: Seen
    text: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class SignalPlan:
    """When, with whom the signaleringsplan was made, and where it hangs.

    `declined`: the client wants none, and why in his or her words; a full answer, beside which
    lines may stand.
    """

    made_on: date | None = None
    made_with: str = ""
    kept_at: str = ""
    declined: str = ""
    declined_on: date | None = None
    id: str = "signal_plan"


@dataclass(frozen=True, slots=True)
class SpecialCondition:
    """Something imposed: the source's words beside plain ones; never a goal, never agreed (3a)."""

    text: str
    plain: str = ""
    imposed_by: str = ""
    since: date | None = None
    until: date | None = None
    checked_by: str = ""
    breach: str = ""
    explained_on: date | None = None
    note: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class RiskReference:
    """Where a risk assessment is kept; never a score of it (domain.md C2, R28)."""

    instrument: str
    on: date | None = None
    by: str = ""
    valid_until: date | None = None
    kept_at: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class MediationMark:
    """Mediation came in this state on that day; the newest holds. `remind_on` for LATER."""

    state: MediationState
    on: date | None = None
    remind_on: date | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class ProtectedName:
    """The fingerprint of a name that may stand in no text: the name itself is kept nowhere (R10).

    `digest` is a slow hash of the folded name under `salt`, both in hexadecimal.
    """

    digest: str
    salt: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Overruled:
    """A worker let a found piece of text stand, and why (R11). `finding` is its fingerprint."""

    finding: str
    reason: str
    on: date | None = None
    id: str = field(default_factory=new_id)
