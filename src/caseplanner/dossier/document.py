"""A dossier as text: the canonical JSON that is hashed, frozen, put in the PDF and exchanged."""

import hashlib
import json
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from caseplanner.dossier.lists import Item
from caseplanner.dossier.model import (
    Agreement,
    Coordination,
    Dossier,
    Goal,
    GoalState,
    IntakeTalk,
    Meeting,
    NoGoal,
    PartyAnswer,
    Person,
    PlanVersion,
    Stay,
    Step,
    StepState,
    Telling,
    Volunteer,
)

FORMAT = "caseplanner-plan"
SCHEMA = 4  # grows with every change of resources/schema/plan.schema.json
# What is of this laptop only: in no file, in no frozen plan (domain.md R9-R14).
PRIVATE: dict[type, frozenset[str]] = {
    Dossier: frozenset(
        {"versions", "notes", "care", "sheet_talks", "protected", "overruled"}
        | {"feedback", "alliance", "worker_changes", "contact_notes"}
    ),
    Person: frozenset({"born", "number"}),
    Stay: frozenset({"about", "statement"}),
    IntakeTalk: frozenset({"told"}),
    Volunteer: frozenset({"about", "vog_by", "vog_on"}),
    Coordination: frozenset({"text", "equal"}),
    Meeting: frozenset({"page", "alone", "helped", "hindered", "hidden"}),
    PlanVersion: frozenset({"scans"}),
}
# Properties that came after schema 1: left out where they say nothing, so that the hash of a plan
# that was frozen before stays what it was.
LATER: dict[type, frozenset[str]] = {
    Person: frozenset({"hearing", "sight", "culture", "support", "longest_talk"}),
    NoGoal: frozenset({"attempts"}),
    Goal: frozenset(
        {"answer_on", "worked", "again", "reasoning", "attempts", "hindered", "others"}
    ),
    Stay: frozenset({"moved_on"}),
    Dossier: frozenset(
        {
            "stays",
            "course",
            "talks",
            "achievements",
            "basics",
            "contacts",
            "signal_plan",
            "signals",
            "conditions",
            "risks",
            "mediation",
            "volunteer_wish",
            "volunteers",
            "partners",
            "leads",
            "referrals",
            "allocation",
            "reviews",
            "placement",
            "release_choices",
            "meetings",
            "agreements",
            "tellings",
        }
    ),
}
# Not agreed, so no part of the terms.
HOW_IT_GOES = frozenset({"attempts", "answer_on", "worked", "hindered", "again", "reasoning"})


def dump(dossier: Dossier, inks: tuple[bytes, ...] = ()) -> bytes:
    """Canonical UTF-8 JSON: the same dossier always gives the same bytes.

    The object holds `format`, `schema`, `dossier` (without its versions), `version` (the newest
    one, or null) and `inks` (the strokes its signatures name). A frozen dossier
    (`Session.frozen`) so carries everything needed to check and to read it elsewhere.
    """
    return _canonical(
        {
            "format": FORMAT,
            "schema": SCHEMA,
            "dossier": _plan(dossier),
            "version": _object(dossier.versions[-1]) if dossier.versions else None,
            "inks": [json.loads(ink) for ink in inks],
        }
    )


def content(dossier: Dossier) -> bytes:
    """What a version freezes and its hash covers: the dossier without its versions."""
    return _canonical(_plan(dossier))


def terms(dossier: Dossier) -> bytes:
    """What was agreed, without how it goes: goals, steps, who, when, answers; no ticks, no scores.

    A reached goal is still the goal that was agreed; one that was stopped or put off is not. The
    order of goals and steps is not part of it. Empty fields are left out, so that a plan signed
    today does not look changed when a later release gives goals or steps one more field.
    """
    agreed = {
        "goals": [_agreed(goal) for goal in _by_id(dossier.goals)],
        "no_goals": [_told(said) for said in _by_id(dossier.no_goals)],
        "agreements": [_filled(_as_agreed(one)) for one in _by_id(dossier.agreements)],
        "tellings": [_filled(one) for one in _by_id(dossier.tellings)],
    }
    later = ("agreements", "tellings")
    return _canonical({name: held for name, held in agreed.items() if held or name not in later})


def for_others(dossier: Dossier) -> Dossier:
    """What may leave the laptop: what a plan shows and nothing more, and nobody who is also victim
    (domain.md R9-R14, R23)."""
    around = tuple(one for one in dossier.contacts if not one.also_victim)
    return replace(
        dossier,
        person=replace(dossier.person, born=None, number=""),
        stays=tuple(replace(stay, about="", statement="") for stay in dossier.stays),
        talks=tuple(replace(talk, told="") for talk in dossier.talks),
        contacts=around,
        notes=(),
        care=(),
        sheet_talks=(),
        volunteers=tuple(_for_others(one) for one in dossier.volunteers),
        feedback=(),
        alliance=(),
        worker_changes=(),
        contact_notes=(),
        protected=(),
        overruled=(),
        meetings=tuple(_held_for_others(one) for one in dossier.meetings),
    )


def _held_for_others(meeting: Meeting) -> Meeting:
    return replace(meeting, page="", alone="", helped="", hindered="", hidden=())


def _for_others(volunteer: Volunteer) -> Volunteer:
    shown = tuple(replace(one, text="", equal="") for one in volunteer.coordination)
    return replace(volunteer, about="", vog_by="", vog_on=None, coordination=shown)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _plan(dossier: Dossier) -> dict[str, Any]:
    return _object(for_others(dossier))


def _object(value: Any) -> dict[str, Any]:
    kind: type = type(value)
    private, later = PRIVATE.get(kind, frozenset()), LATER.get(kind, frozenset())
    return {
        f.name: _held(held)
        for f in fields(kind)
        if f.name not in private
        and not ((held := getattr(value, f.name)) == _default(f) and f.name in later)
    }


def _held(value: Any) -> Any:
    if is_dataclass(value):
        return _object(value)
    return [_held(one) for one in value] if isinstance(value, tuple) else value


def _default(f: "Field[Any]") -> Any:
    return f.default if f.default_factory is MISSING else f.default_factory()


def _by_id(items: tuple[Item, ...]) -> list[Item]:
    return sorted(items, key=lambda item: item.id)


def _agreed(goal: Goal) -> dict[str, Any]:
    told = _told(goal)
    if goal.state is GoalState.REACHED:
        told["state"] = GoalState.NOW
    if goal.others:
        told["others"] = [_filled(replace(one, on=None)) for one in _by_id(goal.others)]
    if goal.steps:
        told["steps"] = [{**_filled(step), "state": StepState.TO_DO} for step in _by_id(goal.steps)]
    return told


def _as_agreed(one: Agreement) -> Agreement:
    """Without how it goes, and without the step it became."""
    return replace(one, state=StepState.TO_DO, goal="", step="")


def _told(value: Goal | NoGoal) -> dict[str, Any]:
    return {name: held for name, held in _filled(value).items() if name not in HOW_IT_GOES}


def _filled(value: Goal | Step | NoGoal | PartyAnswer | Agreement | Telling) -> dict[str, Any]:
    """Without the fields that say nothing: None, no text, False, an empty list."""
    kind: type = type(value)
    return {name: held for name in _names(kind) if (held := getattr(value, name))}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(
        value, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode()


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value))
