"""Part 14 of the descriptions as far as it is private: how client and worker work together."""

from datetime import date
from functools import partial

from caseplanner.dossier import alliance, rows
from caseplanner.dossier.alliance import STATEMENTS
from caseplanner.dossier.model import Dossier, ScoredBy, new_id


def sam(dossier: Dossier) -> Dossier:
    dossier = _check(dossier, "2026-04-22", ScoredBy.CLIENT, 4)
    return _check(dossier, "2026-04-22", ScoredBy.WORKER, 4)


def dennis(dossier: Dossier) -> Dossier:
    dossier = _check(dossier, "2026-03-11", ScoredBy.CLIENT, 3)
    told = "Hij test of ik doe wat ik zeg."
    return _check(dossier, "2026-03-11", ScoredBy.WORKER, 4, told)


def _check(dossier: Dossier, on: str, by: ScoredBy, value: int, note: str = "") -> Dossier:
    """The same number on all four sentences: the descriptions tell one."""
    blank = partial(alliance.blank_check, by, date.fromisoformat(on))
    every = dict.fromkeys(STATEMENTS, value)
    return rows.write(dossier, "alliance", new_id(), blank, **every, note=note)
