"""Edits to what was achieved: the list that is printed first (domain.md 3i).

A new one comes on top. After that the order is the person's own, until it is put newest first.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from caseplanner.dossier import lists, texts
from caseplanner.dossier.model import Achievement, Dossier, Goal, SpecialCondition


def add(
    dossier: Dossier, text: str, on: date | None = None, goal: str = "", condition: str = ""
) -> Dossier:
    """Put something that was achieved on top."""
    new = Achievement(texts.said(text), on, goal, condition)
    return replace(dossier, achievements=(new, *dossier.achievements))


def reword(dossier: Dossier, achievement: str, text: str) -> Dossier:
    said = texts.said(text)
    return _change(dossier, achievement, lambda a: replace(a, text=said))


def date_(dossier: Dossier, achievement: str, on: date | None) -> Dossier:
    """The day it was achieved."""
    return _change(dossier, achievement, lambda a: replace(a, on=on))


def tie(dossier: Dossier, achievement: str, goal: str = "", condition: str = "") -> Dossier:
    """What it belongs to: a goal, a special condition (domain.md 3i), or nothing."""
    return _change(dossier, achievement, lambda a: replace(a, goal=goal, condition=condition))


def move(dossier: Dossier, achievement: str, by: int) -> Dossier:
    return replace(dossier, achievements=lists.shift(dossier.achievements, achievement, by))


def remove(dossier: Dossier, achievement: str) -> Dossier:
    return replace(dossier, achievements=lists.without(dossier.achievements, achievement))


def put_newest_first(dossier: Dossier) -> Dossier:
    return replace(dossier, achievements=newest_first(dossier))


def newest_first(dossier: Dossier) -> tuple[Achievement, ...]:
    """By day, the latest first; those without a day after them, all in their own order."""
    return tuple(
        sorted(dossier.achievements, key=lambda a: a.on.toordinal() if a.on else 0, reverse=True)
    )


def goal_of(dossier: Dossier, achievement: Achievement) -> Goal | None:
    """The goal it belongs to; None also when that goal was taken away."""
    return lists.find(dossier.goals, achievement.goal)


def condition_of(dossier: Dossier, achievement: Achievement) -> SpecialCondition | None:
    """The special condition it belongs to; None also when that was taken away."""
    return lists.find(dossier.conditions, achievement.condition)


def _change(
    dossier: Dossier, achievement: str, edit: Callable[[Achievement], Achievement]
) -> Dossier:
    return replace(dossier, achievements=lists.change(dossier.achievements, achievement, edit))
