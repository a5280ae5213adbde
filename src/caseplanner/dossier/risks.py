"""Edits to the references to risk assessments: where each is kept, never what came out of it.

There is no field for a score: the instruments need training and a licence, and the program gives
no advice (domain.md C2, R28).
"""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import lists
from caseplanner.dossier.conditions import is_backwards, written
from caseplanner.dossier.model import Dossier, RiskReference
from caseplanner.errors import UserError
from caseplanner.words import mark

BACKWARDS = mark("It cannot be valid until a day before it was made.")


def add(dossier: Dossier, instrument: str) -> Dossier:
    new = RiskReference(written(instrument))
    return replace(dossier, risks=(*dossier.risks, new))


def change(dossier: Dossier, risk: str, **details: Any) -> Dossier:
    """Change fields of a reference; the instrument has a name, and it ends after it was made."""
    known = lists.find(dossier.risks, risk)
    if known is None:  # undone while it was being typed
        return dossier
    new = replace(known, **details)
    written(new.instrument)
    if is_backwards(new.on, new.valid_until):
        raise UserError(BACKWARDS)
    return replace(dossier, risks=lists.put(dossier.risks, new))


def remove(dossier: Dossier, risk: str) -> Dossier:
    return replace(dossier, risks=lists.without(dossier.risks, risk))


def is_expired(risk: RiskReference, today: date) -> bool:
    """The last day it was valid is over."""
    return risk.valid_until is not None and risk.valid_until < today
