"""What a dossier is made of.

Values never change in place: an edit returns a new Dossier. That is why undo, autosave and
background work can each hold one without copying or locking it.

Every dataclass here is one table of the vault and one object of the exchange schema; a field
of `tuple[Something, ...]` is a list of rows under their owner. Each has an `id`. There is no
field for anything about a victim (domain.md R10).
"""

from dataclasses import dataclass, field

from caseplanner.dossier.model.along import (
    AllianceCheck as AllianceCheck,
)
from caseplanner.dossier.model.along import (
    ContactNote as ContactNote,
)
from caseplanner.dossier.model.along import (
    Placement as Placement,
)
from caseplanner.dossier.model.along import (
    PlacementKind as PlacementKind,
)
from caseplanner.dossier.model.along import (
    ReleaseChoice as ReleaseChoice,
)
from caseplanner.dossier.model.along import (
    Review as Review,
)
from caseplanner.dossier.model.along import (
    ReviewKind as ReviewKind,
)
from caseplanner.dossier.model.along import (
    WorkerChange as WorkerChange,
)
from caseplanner.dossier.model.ids import (
    new_id as new_id,
)
from caseplanner.dossier.model.living import (
    Achievement as Achievement,
)
from caseplanner.dossier.model.living import (
    Area as Area,
)
from caseplanner.dossier.model.living import (
    Basic as Basic,
)
from caseplanner.dossier.model.living import (
    BasicState as BasicState,
)
from caseplanner.dossier.model.living import (
    CareNote as CareNote,
)
from caseplanner.dossier.model.living import (
    Circle as Circle,
)
from caseplanner.dossier.model.living import (
    Confirmed as Confirmed,
)
from caseplanner.dossier.model.living import (
    Contact as Contact,
)
from caseplanner.dossier.model.living import (
    Knows as Knows,
)
from caseplanner.dossier.model.living import (
    Meaning as Meaning,
)
from caseplanner.dossier.model.living import (
    NoContact as NoContact,
)
from caseplanner.dossier.model.living import (
    SheetTalk as SheetTalk,
)
from caseplanner.dossier.model.living import (
    WorkerNote as WorkerNote,
)
from caseplanner.dossier.model.meeting import (
    Agreement as Agreement,
)
from caseplanner.dossier.model.meeting import (
    Hidden as Hidden,
)
from caseplanner.dossier.model.meeting import (
    Meeting as Meeting,
)
from caseplanner.dossier.model.meeting import (
    MeetingState as MeetingState,
)
from caseplanner.dossier.model.meeting import (
    PlanSaid as PlanSaid,
)
from caseplanner.dossier.model.meeting import (
    Seat as Seat,
)
from caseplanner.dossier.model.meeting import (
    SeatRole as SeatRole,
)
from caseplanner.dossier.model.meeting import (
    Sensitive as Sensitive,
)
from caseplanner.dossier.model.meeting import (
    Telling as Telling,
)
from caseplanner.dossier.model.meeting import (
    Topic as Topic,
)
from caseplanner.dossier.model.meeting import (
    TopicMark as TopicMark,
)
from caseplanner.dossier.model.partners import (
    Allocation as Allocation,
)
from caseplanner.dossier.model.partners import (
    Feedback as Feedback,
)
from caseplanner.dossier.model.partners import (
    FeedbackBy as FeedbackBy,
)
from caseplanner.dossier.model.partners import (
    Lead as Lead,
)
from caseplanner.dossier.model.partners import (
    LeadBy as LeadBy,
)
from caseplanner.dossier.model.partners import (
    Partner as Partner,
)
from caseplanner.dossier.model.partners import (
    PartnerKind as PartnerKind,
)
from caseplanner.dossier.model.partners import (
    ProbationOrg as ProbationOrg,
)
from caseplanner.dossier.model.partners import (
    Referral as Referral,
)
from caseplanner.dossier.model.partners import (
    ReferralState as ReferralState,
)
from caseplanner.dossier.model.person import (
    CaseState as CaseState,
)
from caseplanner.dossier.model.person import (
    Colleague as Colleague,
)
from caseplanner.dossier.model.person import (
    CourseMark as CourseMark,
)
from caseplanner.dossier.model.person import (
    IntakeTalk as IntakeTalk,
)
from caseplanner.dossier.model.person import (
    Person as Person,
)
from caseplanner.dossier.model.person import (
    Role as Role,
)
from caseplanner.dossier.model.person import (
    Stay as Stay,
)
from caseplanner.dossier.model.person import (
    Verdict as Verdict,
)
from caseplanner.dossier.model.plan import (
    Answer as Answer,
)
from caseplanner.dossier.model.plan import (
    Attempt as Attempt,
)
from caseplanner.dossier.model.plan import (
    ClientAnswer as ClientAnswer,
)
from caseplanner.dossier.model.plan import (
    Decides as Decides,
)
from caseplanner.dossier.model.plan import (
    Dimension as Dimension,
)
from caseplanner.dossier.model.plan import (
    DimensionState as DimensionState,
)
from caseplanner.dossier.model.plan import (
    Goal as Goal,
)
from caseplanner.dossier.model.plan import (
    GoalState as GoalState,
)
from caseplanner.dossier.model.plan import (
    HowSigned as HowSigned,
)
from caseplanner.dossier.model.plan import (
    Moment as Moment,
)
from caseplanner.dossier.model.plan import (
    NoGoal as NoGoal,
)
from caseplanner.dossier.model.plan import (
    PartyAnswer as PartyAnswer,
)
from caseplanner.dossier.model.plan import (
    PlanVersion as PlanVersion,
)
from caseplanner.dossier.model.plan import (
    Scan as Scan,
)
from caseplanner.dossier.model.plan import (
    Score as Score,
)
from caseplanner.dossier.model.plan import (
    ScoredBy as ScoredBy,
)
from caseplanner.dossier.model.plan import (
    Signature as Signature,
)
from caseplanner.dossier.model.plan import (
    Step as Step,
)
from caseplanner.dossier.model.plan import (
    StepState as StepState,
)
from caseplanner.dossier.model.plan import (
    VersionReason as VersionReason,
)
from caseplanner.dossier.model.safety import (
    Light as Light,
)
from caseplanner.dossier.model.safety import (
    MediationMark as MediationMark,
)
from caseplanner.dossier.model.safety import (
    MediationState as MediationState,
)
from caseplanner.dossier.model.safety import (
    Overruled as Overruled,
)
from caseplanner.dossier.model.safety import (
    ProtectedName as ProtectedName,
)
from caseplanner.dossier.model.safety import (
    RiskReference as RiskReference,
)
from caseplanner.dossier.model.safety import (
    Seen as Seen,
)
from caseplanner.dossier.model.safety import (
    Signal as Signal,
)
from caseplanner.dossier.model.safety import (
    SignalPlan as SignalPlan,
)
from caseplanner.dossier.model.safety import (
    SpecialCondition as SpecialCondition,
)
from caseplanner.dossier.model.volunteers import (
    Activity as Activity,
)
from caseplanner.dossier.model.volunteers import (
    Coordination as Coordination,
)
from caseplanner.dossier.model.volunteers import (
    CoordinationKind as CoordinationKind,
)
from caseplanner.dossier.model.volunteers import (
    Volunteer as Volunteer,
)
from caseplanner.dossier.model.volunteers import (
    VolunteerKind as VolunteerKind,
)
from caseplanner.dossier.model.volunteers import (
    VolunteerTask as VolunteerTask,
)
from caseplanner.dossier.model.volunteers import (
    VolunteerWish as VolunteerWish,
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything one person has told us so far, and what was agreed."""

    person: Person = field(default_factory=Person)
    practice: bool = False
    stays: tuple[Stay, ...] = ()
    course: tuple[CourseMark, ...] = ()
    talks: tuple[IntakeTalk, ...] = ()
    team: tuple[Colleague, ...] = ()
    answers: tuple[Answer, ...] = ()
    scores: tuple[Score, ...] = ()
    no_goals: tuple[NoGoal, ...] = ()
    goals: tuple[Goal, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    basics: tuple[Basic, ...] = ()
    contacts: tuple[Contact, ...] = ()
    signal_plan: SignalPlan = field(default_factory=SignalPlan)
    signals: tuple[Signal, ...] = ()
    conditions: tuple[SpecialCondition, ...] = ()
    risks: tuple[RiskReference, ...] = ()
    mediation: tuple[MediationMark, ...] = ()
    protected: tuple[ProtectedName, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    notes: tuple[WorkerNote, ...] = ()
    care: tuple[CareNote, ...] = ()
    sheet_talks: tuple[SheetTalk, ...] = ()
    volunteer_wish: VolunteerWish = field(default_factory=VolunteerWish)
    volunteers: tuple[Volunteer, ...] = ()
    partners: tuple[Partner, ...] = ()
    leads: tuple[Lead, ...] = ()
    referrals: tuple[Referral, ...] = ()
    allocation: Allocation = field(default_factory=Allocation)
    feedback: tuple[Feedback, ...] = ()
    reviews: tuple[Review, ...] = ()
    placement: Placement = field(default_factory=Placement)
    release_choices: tuple[ReleaseChoice, ...] = ()
    alliance: tuple[AllianceCheck, ...] = ()
    worker_changes: tuple[WorkerChange, ...] = ()
    contact_notes: tuple[ContactNote, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    tellings: tuple[Telling, ...] = ()
    versions: tuple[PlanVersion, ...] = ()
    id: str = field(default_factory=new_id)
