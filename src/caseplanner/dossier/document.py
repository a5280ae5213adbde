"""A dossier as text: the canonical JSON that is hashed, frozen, put in the PDF and exchanged."""

import hashlib
import json
from dataclasses import asdict, fields
from datetime import date, datetime
from functools import cache
from typing import Any

from caseplanner.dossier.lists import Item
from caseplanner.dossier.model import Dossier, Goal, GoalState, NoGoal, Step, StepState

FORMAT = "caseplanner-plan"
SCHEMA = 1  # grows with every change of resources/schema/plan.schema.json


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
            "version": asdict(dossier.versions[-1]) if dossier.versions else None,
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
    return _canonical(
        {
            "goals": [_agreed(goal) for goal in _by_id(dossier.goals)],
            "no_goals": [_filled(said) for said in _by_id(dossier.no_goals)],
        }
    )


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _plan(dossier: Dossier) -> dict[str, Any]:
    plan = asdict(dossier)
    del plan["versions"]
    return plan


def _by_id(items: tuple[Item, ...]) -> list[Item]:
    return sorted(items, key=lambda item: item.id)


def _agreed(goal: Goal) -> dict[str, Any]:
    told = _filled(goal)
    if goal.state is GoalState.REACHED:
        told["state"] = GoalState.NOW
    if goal.steps:
        told["steps"] = [{**_filled(step), "state": StepState.TO_DO} for step in _by_id(goal.steps)]
    return told


def _filled(value: Goal | Step | NoGoal) -> dict[str, Any]:
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
