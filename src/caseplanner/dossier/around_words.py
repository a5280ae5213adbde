"""The words for volunteers, partners, reviews and how we work together: see difference_words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from caseplanner.dossier import meeting_words, sheet_talks
from caseplanner.dossier.model import (
    Activity,
    CoordinationKind,
    FeedbackBy,
    LeadBy,
    PartnerKind,
    PlacementKind,
    ProbationOrg,
    ReferralState,
    ReviewKind,
    VolunteerKind,
)
from caseplanner.words import mark

TABLES: Mapping[str, str] = {
    **sheet_talks.TABLES,
    **meeting_words.TABLES,
    "volunteer_wish": mark("Wish for a volunteer"),
    "volunteer": mark("Volunteer"),
    "volunteer_task": mark("Task of a volunteer"),
    "coordination": mark("Coordination with a volunteer"),
    "partner": mark("Partner"),
    "lead": mark("Who has the lead"),
    "referral": mark("Referral"),
    "allocation": mark("Which probation organisation"),
    "feedback": mark("Feedback on the plan"),
    "review": mark("Review"),
    "placement": mark("How the client will live"),
    "release_choice": mark("Choice for after release"),
    "alliance_check": mark("How we work together"),
    "worker_change": mark("Change of worker"),
    "contact_note": mark("Contact"),
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    **sheet_talks.FIELDS,
    **meeting_words.FIELDS,
    "volunteer_wish": {
        "says": mark("what the client says"),
        "words": mark("words"),
        "offered_on": mark("talked about on"),
    },
    "volunteer": {
        "name": mark("name"),
        "kind": mark("role"),
        "organisation": mark("organisation"),
        "about": mark("who it is"),
        "reasons": mark("why this match"),
        "vog_by": mark("certificate of conduct seen by"),
        "vog_on": mark("certificate of conduct seen on"),
        "client_says": mark("what the client says"),
        "client_on": mark("client said so on"),
        "own_says": mark("what the volunteer says"),
        "own_on": mark("volunteer said so on"),
        "answer_by": mark("answer expected by"),
        "not_doing": mark("what the volunteer does not do"),
        "passes_on": mark("what the volunteer passes on"),
        "passes_on_told": mark("client knows since"),
    },
    "volunteer_task": {
        "text": mark("words"),
        "activity": mark("activity"),
        "goal": mark("belongs to the goal"),
    },
    "coordination": {
        "text": mark("what was agreed"),
        "kind": mark("what for"),
        "on": mark("on"),
        "held": mark("held"),
        "client_there": mark("client is there"),
        "why_absent": mark("why the client is not there"),
        "equal": mark("whether the contact is equal"),
    },
    "partner": {
        "name": mark("name"),
        "kind": mark("kind"),
        "contact": mark("contact"),
        "reach": mark("how to reach"),
        "task": mark("task"),
        "answers_for": mark("answers for"),
        "until": mark("until"),
    },
    "lead": {"by": mark("who"), "name": mark("name"), "since": mark("since")},
    "referral": {
        "to": mark("where to"),
        "help": mark("what help"),
        "state": mark("how it stands"),
        "on": mark("referred on"),
        "who": mark("who"),
        "look_on": mark("look again on"),
        "result": mark("what came of it"),
        "goal": mark("belongs to the goal"),
    },
    "allocation": {
        "org": mark("which"),
        "reason": mark("reason"),
        "by": mark("by whom"),
        "on": mark("on"),
    },
    "feedback": {
        "text": mark("words"),
        "by": mark("by whom"),
        "name": mark("name"),
        "score": mark("mark from 1 to 10"),
        "on": mark("on"),
    },
    "review": {
        "due": mark("planned for"),
        "kind": mark("what for"),
        "held_on": mark("held on"),
        "late_reason": mark("why it was late"),
        "helped": mark("what helped"),
        "hindered": mark("what got in the way"),
        "proud": mark("what the client is proud of"),
    },
    "placement": {
        "kind": mark("kind"),
        "place": mark("place"),
        "reasons": mark("reason"),
        "client_view": mark("what the client says"),
        "on": mark("on"),
    },
    "release_choice": {
        "about": mark("about"),
        "choice": mark("choice"),
        "instead_of": mark("instead of"),
        "words": mark("why, in own words"),
        "on": mark("on"),
    },
    "alliance_check": {
        "by": mark("by whom"),
        "on": mark("on"),
        "bond": mark("at ease with each other"),
        "trust": mark("trust"),
        "direction": mark("knowing where we go"),
        "ease": mark("working without friction"),
        "note": mark("note"),
    },
    "worker_change": {
        "left": mark("who left"),
        "came": mark("who came"),
        "why": mark("reason"),
        "told": mark("how the client heard it"),
        "on": mark("on"),
    },
    "contact_note": {"text": mark("words"), "on": mark("on")},
}
# The field that says what a row is; its own change needs no other words.
MAIN: Mapping[str, str] = {
    "sheet_talk": "text",
    "volunteer": "name",
    "volunteer_task": "text",
    "coordination": "on",
    "partner": "name",
    "lead": "by",
    "referral": "to",
    "feedback": "text",
    "review": "due",
    "release_choice": "about",
    "alliance_check": "on",
    "worker_change": "left",
    "contact_note": "text",
    **meeting_words.MAIN,
}
# Rows that are known by their main words where a lesser field of theirs is told.
NAMED_BY_MAIN = frozenset(
    {
        *("volunteer", "volunteer_task", "coordination", "partner", "lead", "referral"),
        *("feedback", "review", "release_choice", "alliance_check", "worker_change"),
        *("contact_note", "sheet_talk"),
        *meeting_words.NAMED_BY_MAIN,
    }
)
VALUES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    VolunteerKind: {
        VolunteerKind.VOLUNTEER: mark("volunteer"),
        VolunteerKind.EXPERT: mark("expert by experience"),
    },
    Activity: {
        Activity.COMPANY: mark("doing something together"),
        Activity.GO_ALONG: mark("going along"),
        Activity.PRACTISE: mark("practising something"),
        Activity.HOME: mark("making a home"),
        Activity.WORK: mark("looking for work or a course"),
        Activity.PAPERS: mark("reading papers together"),
        Activity.EXPERIENCE: mark("telling from own experience"),
    },
    CoordinationKind: {
        CoordinationKind.TUNING: mark("tasks and goals"),
        CoordinationKind.EVALUATION: mark("evaluation"),
    },
    PartnerKind: {
        PartnerKind.PROBATION: mark("Probation"),
        PartnerKind.MUNICIPALITY: mark("Municipality"),
        PartnerKind.CARE: mark("Care"),
        PartnerKind.HOUSING: mark("Housing"),
        PartnerKind.DEBTS: mark("Debts and money"),
        PartnerKind.WORK: mark("Work and training"),
        PartnerKind.NEIGHBOURHOOD: mark("Neighbourhood team"),
        PartnerKind.VOLUNTEERS: mark("Volunteers"),
        PartnerKind.MEDIATION: mark("Mediation"),
        PartnerKind.OTHER: mark("Something else"),
    },
    LeadBy: {
        LeadBy.DJI: mark("DJI"),
        LeadBy.MUNICIPALITY: mark("the municipality"),
        LeadBy.PROBATION: mark("probation"),
        LeadBy.OTHER: mark("somebody else"),
    },
    ReferralState: {
        ReferralState.PLANNED: mark("planned"),
        ReferralState.REFERRED: mark("referred"),
        ReferralState.STARTED: mark("started"),
        ReferralState.NOT_STARTED: mark("did not start"),
    },
    ProbationOrg: {
        ProbationOrg.RN: mark("Reclassering Nederland"),
        ProbationOrg.SVG: mark("SVG, probation for addiction"),
        ProbationOrg.LDH: mark("Leger des Heils"),
    },
    FeedbackBy: {
        FeedbackBy.OM: mark("the public prosecution (OM)"),
        FeedbackBy.DJI: mark("DJI"),
        FeedbackBy.MUNICIPALITY: mark("the municipality"),
    },
    ReviewKind: {
        ReviewKind.REGULAR: mark("review"),
        ReviewKind.FINAL: mark("last review before release"),
        ReviewKind.TRANSFER: mark("review after a transfer"),
    },
    PlacementKind: {
        PlacementKind.CLUSTERED: mark("clustered"),
        PlacementKind.MIXED: mark("mixed"),
    },
    **meeting_words.VALUES,
}
