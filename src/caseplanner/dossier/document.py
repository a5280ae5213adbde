"""A dossier as text: the canonical JSON that is hashed, frozen, put in the PDF and exchanged."""

import hashlib
import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from caseplanner.dossier.lists import Item
from caseplanner.dossier.model import Dossier, GoalState, StepState

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
    agreed = [
        replace(
            goal,
            state=GoalState.NOW if goal.state is GoalState.REACHED else goal.state,
            steps=tuple(replace(step, state=StepState.TO_DO) for step in _by_id(goal.steps)),
        )
        for goal in _by_id(dossier.goals)
    ]
    return _canonical(
        {
            "goals": [_filled(asdict(goal)) for goal in agreed],
            "no_goals": [_filled(asdict(said)) for said in _by_id(dossier.no_goals)],
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


def _filled(value: Any) -> Any:
    """Without the fields that say nothing: None, no text, False, an empty list."""
    match value:
        case dict():
            return {key: _filled(held) for key, held in value.items() if held}
        case list() | tuple():
            return [_filled(held) for held in value]
        case _:
            return value


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(
        value, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode()


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value))
