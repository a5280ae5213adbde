"""Where a finding of the guards is put right: the page with the field, and its argument."""

from caseplanner.dossier import intake
from caseplanner.dossier.guards import Place

PAGES = {
    "contact": "network",
    "person": "person",
    "colleague": "person",
    "stay": "intake",
    "course_mark": "intake",
    "intake_talk": "intake",
    "basic": "basics",
    "signal": "signals",
    "signal_plan": "signals",
    "special_condition": "conditions",
    "risk_reference": "conditions",
    "achievement": "achievements",
    "worker_note": "notes",
    "care_note": "notes",
    "sheet_talk": "beside",
}
# Tables of a page with parts: the page and the part.
PARTS = {
    "volunteer_wish": ("who", "volunteers"),
    "volunteer": ("who", "volunteers"),
    "volunteer_task": ("who", "volunteers"),
    "coordination": ("who", "volunteers"),
    "partner": ("who", "partners"),
    "lead": ("who", "lead"),
    "allocation": ("who", "lead"),
    "referral": ("who", "referrals"),
    "review": ("way", "reviews"),
    "placement": ("way", "release"),
    "release_choice": ("way", "release"),
    "feedback": ("notes", "feedback"),
    "alliance_check": ("notes", "together"),
    "worker_change": ("notes", "together"),
    "contact_note": ("notes", "contact"),
    "meeting": ("talk", "prepare"),
    "seat": ("talk", "prepare"),
    "agreement": ("talk", "agreements"),
    "telling": ("talk", "agreements"),
}
# What is written of a meeting while it goes on, or afterwards.
AFTER = frozenset({"how", "together", "summary", "said_why", "alone", "helped", "hindered", "why"})
ON_PERSON_PAGE = frozenset({"called", "initials", "cell"})


def to(place: Place) -> tuple[str, object]:
    """The page and its argument; the plan at a glance where a field has no page of its own."""
    if place.table == "person" and place.field not in ON_PERSON_PAGE:
        return "intake", None
    if place.table == "meeting" and place.field in AFTER:
        return "talk", "after"
    if place.table in PAGES:
        return PAGES[place.table], None
    if place.table in PARTS:
        return PARTS[place.table]
    if place.dimension:
        return "dimension", place.dimension
    if part := intake.part_of(place.id):
        return "intake", part
    return "hub", None
