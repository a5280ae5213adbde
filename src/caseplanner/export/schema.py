"""The exchange format of a plan, as strict types made from the dataclasses of the dossier.

The dataclasses stay free of it; what a file may hold beyond their types (a number from 0 to 5, the
form of an id) and what each property means is said here, once. `resources/schema/plan.schema.json`
is `json_schema()` written out: a test holds the two equal.
"""

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from functools import cache
from math import ceil, floor
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from caseplanner.dossier import document
from caseplanner.dossier.ink import Ink
from caseplanner.dossier.model import Dossier, PlanVersion

ADDRESS = "urn:caseplanner:plan"
ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
SHA256 = r"^[0-9a-f]{64}$"

# Beyond the type: what every value of this property must be.
MUST: dict[str, Meta] = {
    "Score.value": Meta(ge=0, le=5),
    "PlanVersion.number": Meta(ge=1),
    "PlanVersion.content": Meta(pattern=SHA256),
    "PlanVersion.terms": Meta(pattern=SHA256),
    "Signature.ink": Meta(pattern=r"^([0-9a-f]{64})?$"),
    "Colleague.name": Meta(min_length=1),
    "Answer.text": Meta(min_length=1),
    "NoGoal.reason": Meta(min_length=1),
    "Goal.text": Meta(min_length=1),
    "Step.text": Meta(min_length=1),
    "Ink.aspect": Meta(ge=0.05, le=20),
    "Point.x": Meta(ge=-100, le=100),  # a hand may leave the pad
    "Point.y": Meta(ge=-100, le=100),
    "Point.pressure": Meta(ge=0, le=1),
    "Signature.name": Meta(min_length=1),
    "Person.longest_talk": Meta(ge=0, le=600),
    "Achievement.text": Meta(min_length=1),
    "Contact.name": Meta(min_length=1),
    "Signal.text": Meta(min_length=1),
    "SpecialCondition.text": Meta(min_length=1),
    "RiskReference.instrument": Meta(min_length=1),
}

MEANS: dict[str, str] = {
    "Plan.format": "Says that this is a plan of caseplanner.",
    "Plan.schema": "The number of this schema; it grows with every change.",
    "Plan.dossier": "The plan itself.",
    "Plan.version": "The version this plan was set as, with its signatures; null for a concept.",
    "Plan.inks": "The drawn signatures that the version's signatures name by their hash.",
    "Dossier.person": "Who the plan is of.",
    "Dossier.practice": "True for a practice dossier: an invented person.",
    "Dossier.team": "Who works with the client on this plan.",
    "Dossier.answers": "The client's words, one per question of the guide.",
    "Dossier.scores": "Places on the wheel. No entry means: not asked.",
    "Dossier.no_goals": "Dimensions that were discussed and have no goal now.",
    "Dossier.goals": "The goals, in order.",
    "Dossier.id": "The same in every copy of this dossier.",
    "Person.called": "The name the client wants to be called by.",
    "Person.initials": "Initials, and of the surname no more than that.",
    "Person.cell": "Where the client lives in the institution.",
    "Person.formal": "True when the client wants to be addressed formally.",
    "Person.language": "Which languages the client speaks.",
    "Person.reading": "How reading goes, in words.",
    "Person.large_print": "True when the client reads large print better.",
    "Person.pictograms": "True when pictograms help.",
    "Person.read_aloud": "True when reading aloud helps.",
    "Person.id": "Always `person`.",
    "Colleague.name": "Name.",
    "Colleague.role": "Role at the table; the first in it signs. Null: works along, does not sign.",
    "Colleague.work": "What he or she does, in words.",
    "Colleague.id": "Id of this colleague.",
    "Answer.id": "The id of the question; `<dimension>.words` is the client's own words on it.",
    "Answer.text": "The answer; for a question with choices the id of the choice.",
    "Answer.on": "The day it was written down.",
    "Score.dimension": "Which quarter of the wheel.",
    "Score.by": "Who says so.",
    "Score.moment": "At the start, or now.",
    "Score.value": "0 to 5; null means: does not want to fill in.",
    "Score.id": "Always `<dimension>.<by>.<moment>`.",
    "Score.on": "The day it was said.",
    "NoGoal.dimension": "Which dimension.",
    "NoGoal.reason": "Why there is no goal now.",
    "NoGoal.id": "Always the name of the dimension.",
    "NoGoal.on": "The day it was discussed.",
    "Step.text": "What is done.",
    "Step.actor": "Who does it.",
    "Step.on": "Before which day.",
    "Step.state": "How it goes.",
    "Step.id": "Id of this step.",
    "Goal.dimension": "Which dimension it belongs to.",
    "Goal.text": "The goal, in the client's own words.",
    "Goal.state": "Now, later, reached or stopped.",
    "Goal.decides": "Who decides on it: the client, together, or it was imposed.",
    "Goal.reason": "Why it was stopped or put off.",
    "Goal.remind_on": "For a goal of later: the day to look at it again.",
    "Goal.helpers": "Who helps.",
    "Goal.after_who": "Who goes on with it after release.",
    "Goal.after_from": "From which day after release.",
    "Goal.answer": "What the client says to it; null means: not asked yet.",
    "Goal.answer_reason": "Why, in the client's own words.",
    "Goal.steps": "The steps, in order.",
    "Goal.id": "Id of this goal.",
    "Signature.role": "In which role.",
    "Signature.name": "Who.",
    "Signature.how": "With ink on the screen, on paper, or not now.",
    "Signature.at": "When, with the time zone.",
    "Signature.reason": "Why not now.",
    "Signature.ink": "SHA-256 of the canonical JSON of the strokes; empty when nothing was drawn.",
    "Signature.id": "Id of this signature.",
    "PlanVersion.number": "1 for the first version.",
    "PlanVersion.reason": "Why it was set.",
    "PlanVersion.frozen_at": "When it was set, with the time zone.",
    "PlanVersion.content": "SHA-256 of the canonical JSON of `dossier`: what was signed.",
    "PlanVersion.terms": "SHA-256 of what was agreed, without how it goes.",
    "PlanVersion.signatures": "What each signer did with the pen.",
    "PlanVersion.id": "Id of this version.",
    "Person.hearing": "How hearing goes, in words.",
    "Person.sight": "How seeing goes, in words.",
    "Person.culture": "What to reckon with in culture or belief.",
    "Person.support": "What else makes a talk work.",
    "Person.longest_talk": "How many minutes a talk may last; 0: nothing was said.",
    "Dossier.stays": "Detentions; the last is that of now.",
    "Dossier.course": "The states the case went through; the last holds.",
    "Dossier.talks": "The sittings of the intake.",
    "Dossier.achievements": "What was achieved.",
    "Dossier.basics": "How the seven basic conditions stood; the last entry of an area holds.",
    "Dossier.contacts": "People around the client.",
    "Dossier.signal_plan": "About the signal plan as a whole.",
    "Dossier.signals": "The lines of the signal plan.",
    "Dossier.conditions": "Special conditions that were imposed.",
    "Dossier.risks": "Where risk assessments are kept.",
    "Dossier.mediation": "How far the talk about mediation is; the last entry holds.",
    "Goal.answer_on": "The day the client said so.",
    "Goal.worked": "What helped, when it was reached.",
    "Goal.again": "Why it was taken up again.",
    "Goal.reasoning": "The worker's reasoning.",
    "Goal.attempts": "Earlier times the client was asked.",
    "NoGoal.attempts": "Earlier times the client was asked, and said no.",
    "Attempt.said": "What came of it.",
    "Attempt.reason": "Why, in words.",
    "Attempt.on": "The day the client was asked.",
    "Attempt.again_on": "The day to ask again.",
    "Attempt.id": "Id of this attempt.",
    "Stay.since": "First day.",
    "Stay.release": "Expected day of release.",
    "Stay.ended": "Last day, when it ended.",
    "Stay.place": "Which institution or ward.",
    "Stay.about": "What it is about, in a few words.",
    "Stay.verdict": "Whether the verdict is final.",
    "Stay.id": "Id of this stay.",
    "CourseMark.state": "How far the work is.",
    "CourseMark.on": "Since which day.",
    "CourseMark.reason": "Why.",
    "CourseMark.id": "Id of this entry.",
    "IntakeTalk.on": "The day.",
    "IntakeTalk.begin": "From what time.",
    "IntakeTalk.end": "Until what time.",
    "IntakeTalk.id": "Id of this talk.",
    "Achievement.text": "What was achieved.",
    "Achievement.on": "On which day.",
    "Achievement.goal": "The id of the goal it belongs to.",
    "Achievement.condition": "The id of the special condition it belongs to.",
    "Achievement.id": "Id of this achievement.",
    "Basic.area": "Which basic condition.",
    "Basic.state": "How it stands.",
    "Basic.who": "Who sees to it.",
    "Basic.on": "Before which day, or on which day it was.",
    "Basic.note": "A note.",
    "Basic.said_on": "The day this was said.",
    "Basic.id": "Id of this entry.",
    "Contact.name": "First name, no more.",
    "Contact.relation": "Who it is to the client.",
    "Contact.circle": "How close.",
    "Contact.meaning": "A support, a worry, or both.",
    "Contact.knows": "Whether he or she knows of the talk.",
    "Contact.confirmed": "Whether the other said so too.",
    "Contact.confirmed_on": "The day of that.",
    "Contact.no_contact": "Whether an order forbids contact.",
    "Contact.also_victim": "Always false: who is also victim stays out of this file.",
    "Contact.note": "A note.",
    "Contact.id": "Id of this person.",
    "SignalPlan.made_on": "The day it was made.",
    "SignalPlan.made_with": "With whom.",
    "SignalPlan.kept_at": "Where it hangs or is kept.",
    "SignalPlan.declined": "Why the client wants none, in own words.",
    "SignalPlan.declined_on": "The day that was said.",
    "SignalPlan.id": "Always `signal_plan`.",
    "Signal.light": "In which phase.",
    "Signal.seen": "Whose words.",
    "Signal.text": "What.",
    "Signal.id": "Id of this line.",
    "SpecialCondition.text": "The words of the source.",
    "SpecialCondition.plain": "The same in plain words.",
    "SpecialCondition.imposed_by": "Who imposed it.",
    "SpecialCondition.since": "From which day.",
    "SpecialCondition.until": "Until and with which day.",
    "SpecialCondition.checked_by": "Who checks it.",
    "SpecialCondition.breach": "What happens on a breach.",
    "SpecialCondition.explained_on": "The day it was explained to the client.",
    "SpecialCondition.note": "A note.",
    "SpecialCondition.id": "Id of this condition.",
    "RiskReference.instrument": "Which instrument.",
    "RiskReference.on": "The day it was taken.",
    "RiskReference.by": "By whom.",
    "RiskReference.valid_until": "Until and with which day it holds.",
    "RiskReference.kept_at": "Where it is kept.",
    "RiskReference.id": "Id of this reference.",
    "MediationMark.state": "How far it is.",
    "MediationMark.on": "Since which day; the client's yes for consent.",
    "MediationMark.remind_on": "The day to talk about it again.",
    "MediationMark.id": "Id of this entry.",
    "Ink.aspect": "Width of the pad divided by its height.",
    "Ink.strokes": "The strokes in order, each a list of points.",
    "Point.x": "From the left, in widths of the pad.",
    "Point.y": "From the top, in heights of the pad.",
    "Point.t": "Milliseconds since the first touch.",
    "Point.pressure": "0 to 1.",
}


@cache
def plan() -> type[msgspec.Struct]:
    """The type of a whole file; decoding with it refuses the first thing that does not belong."""
    members = {
        "format": Literal[document.FORMAT],
        "schema": Annotated[int, Meta(ge=1, le=document.SCHEMA)],
        "dossier": _strict(Dossier),
        "version": _strict(PlanVersion) | None,
        "inks": tuple[_strict(Ink), ...],  # type: ignore[misc]  # made at run time
    }
    named = [(name, _described("Plan", name, kind)) for name, kind in members.items()]
    return msgspec.defstruct("Plan", named, forbid_unknown_fields=True, kw_only=True)


def json_schema() -> bytes:
    """The JSON Schema (2020-12) of a file, for other programs."""
    found = msgspec.json.schema(plan())
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{ADDRESS}:{document.SCHEMA}",
        "title": "A restorative plan of caseplanner",
        **found,
    }
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()


@cache
def _strict(kind: type) -> Any:
    """The dataclass as a type that refuses unknown properties. Versions travel beside the plan."""
    members = [
        _member(kind, f) for f in fields(kind) if f.name not in document.PRIVATE.get(kind, ())
    ]
    return msgspec.defstruct(
        kind.__name__,
        members,
        forbid_unknown_fields=True,
        kw_only=True,
        namespace={"__doc__": _first_paragraph(kind)},
    )


def _first_paragraph(kind: type) -> str:
    """Of a docstring, in one line. Python 3.13 takes its indents away, earlier ones do not."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _member(kind: type, f: "Field[Any]") -> Any:
    """A property; it may be left out when the dataclass has a plain value for it."""
    described = _described(kind.__name__, f.name, _translated(kind.__name__, f.name, f.type))
    if f.name == "id" or (f.default is MISSING and f.default_factory is MISSING):
        return (f.name, described)
    if f.default is not MISSING:
        return (f.name, described, f.default)
    make: Any = f.default_factory
    return (f.name, described, msgspec.field(default_factory=make))


def _translated(owner: str, name: str, kind: Any) -> Any:
    if name == "id":
        return Annotated[str, Meta(pattern=ID)]
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _strict(kind)
    if get_origin(kind) is tuple:
        return tuple[_translated(owner, "", get_args(kind)[0]), ...]  # type: ignore[misc]
    must = MUST.get(f"{owner}.{name}")
    if must and NoneType in get_args(kind):
        [plain] = [part for part in get_args(kind) if part is not NoneType]
        return Annotated[plain, must] | None
    if kind is float:  # a whole number stays one, so that its bytes (and the hash) stay the same
        assert must and must.ge is not None and must.le is not None
        whole = Meta(ge=ceil(must.ge), le=floor(must.le))
        return Annotated[int, whole] | Annotated[float, must]
    if must:
        return Annotated[kind, must]
    if kind is datetime:
        return Annotated[datetime, Meta(tz=True)]
    return kind


def _described(owner: str, name: str, kind: Any) -> Any:
    title = name.replace("_", " ").capitalize()
    return Annotated[kind, Meta(title=title, description=MEANS[f"{owner}.{name}"])]
