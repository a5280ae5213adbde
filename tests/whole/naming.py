"""Ids that people can read and that are the same each time: `goal-1`, `step-1-2`, `contact-3`.

The edits make ids by chance. Here each of those gets the name of its kind and its number instead,
also where something else points at it.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from caseplanner.dossier import diff
from caseplanner.dossier.model import Dossier

BY_CHANCE = re.compile(r"[0-9a-f]{32}")  # as model.new_id makes them
KEPT = {"id", "goal", "condition"}  # the fields that hold an id


def named(dossier: Dossier, id: str) -> Dossier:
    """The dossier under this id, with readable ids in it."""
    names: dict[str, str] = {}
    _collect(dossier, "", names)
    renamed: Dossier = _renamed(dossier, names)
    return replace(renamed, id=id)


def _collect(value: Any, under: str, names: dict[str, str]) -> None:
    kind: type = type(value)
    for field, (inner, many) in diff.owned(kind).items():
        for number, row in enumerate(getattr(value, field) if many else (), 1):
            place = f"{under}-{number}"
            if BY_CHANCE.fullmatch(row.id):
                names[row.id] = diff.table_name(inner).replace("_", "-") + place
            _collect(row, place, names)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if not is_dataclass(value):
        return value
    held = {f.name: getattr(value, f.name) for f in fields(value)}
    renamed = {
        name: names.get(one, one) if name in KEPT else _renamed(one, names)
        for name, one in held.items()
    }
    return replace(value, **renamed)  # type: ignore[type-var]  # any dataclass of the model
