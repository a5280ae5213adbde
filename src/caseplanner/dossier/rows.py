"""Edits that are the same for every list of a dossier whose rows are made of plain fields."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from caseplanner.dossier import lists
from caseplanner.dossier.model import Dossier


def write(
    dossier: Dossier, part: str, id: str, blank: Callable[[str], Any], **details: Any
) -> Dossier:
    """Change fields of the row with this id in the list `part`, a field of the dossier.

    One that is not there yet begins, at the end, as what `blank` makes of the id; but not for
    fields that say no more than that one does.
    """
    held: tuple[Any, ...] = getattr(dossier, part)
    known = lists.find(held, id)
    before = blank(id) if known is None else known
    after = replace(before, **details)
    if known is None and after == before:
        return dossier
    return _with(dossier, part, lists.put(held, after))


def change(dossier: Dossier, part: str, id: str, **details: Any) -> Dossier:
    """Change fields of a row that is there; one that is not (it was undone) stays away."""
    held: tuple[Any, ...] = getattr(dossier, part)
    return _with(dossier, part, lists.change(held, id, lambda row: replace(row, **details)))


def set_(dossier: Dossier, part: str, **details: Any) -> Dossier:
    """Change fields of the single value `part` of the dossier."""
    return _with(dossier, part, replace(getattr(dossier, part), **details))


def remove(dossier: Dossier, part: str, id: str) -> Dossier:
    return _with(dossier, part, lists.without(getattr(dossier, part), id))


def _with(dossier: Dossier, part: str, held: Any) -> Dossier:
    fields: dict[str, Any] = {part: held}
    return replace(dossier, **fields)
