"""The course of a case (domain.md C3): referred, intake, analysis, being carried out, handover.

Beside these a case may not have been started, or be paused, each with a reason; after a pause it
goes on where it was. Closing and opening again are part of retention.
"""

from dataclasses import replace
from datetime import date

from caseplanner.dossier.model import CaseState, CourseMark, Dossier
from caseplanner.errors import UserError
from caseplanner.words import mark

COURSE = (
    CaseState.REFERRED,
    CaseState.INTAKE,
    CaseState.ANALYSIS,
    CaseState.RUNNING,
    CaseState.HANDOVER,
)
NEEDS_REASON = (CaseState.NOT_STARTED, CaseState.PAUSED)


def now(dossier: Dossier) -> CourseMark | None:
    """How the case stands; None while nothing was said of it."""
    return dossier.course[-1] if dossier.course else None


def possible(dossier: Dossier) -> tuple[CaseState, ...]:
    """The states the case can come in from here. Only what is under way can be paused."""
    known = now(dossier)
    state = known.state if known else None
    under_way = (CaseState.PAUSED,) if state in COURSE else ()
    return tuple(s for s in (*COURSE, *under_way, CaseState.NOT_STARTED) if s is not state)


def go_to(dossier: Dossier, state: CaseState, on: date | None, reason: str = "") -> Dossier:
    """The case comes in this state. A pause and a case that is not started want a reason."""
    known, reason = now(dossier), reason.strip()
    if state not in possible(dossier):
        raise UserError(mark("The case cannot come in this state from where it is."))
    if state in NEEDS_REASON and not reason:
        raise UserError(mark("Write down the reason."))
    if known and known.on and on and on < known.on:
        raise UserError(mark("This day is before the one on which the case came where it is."))
    return replace(dossier, course=(*dossier.course, CourseMark(state, on, reason)))


def before_pause(dossier: Dossier) -> CaseState | None:
    """Where a paused case goes on; None when it is not paused."""
    known = now(dossier)
    if known is None or known.state is not CaseState.PAUSED:
        return None
    return next((m.state for m in reversed(dossier.course) if m.state in COURSE), None)


def is_past(dossier: Dossier, state: CaseState) -> bool:
    """The case came beyond this state of its course, also when it is paused there now."""
    reached = next((m.state for m in reversed(dossier.course) if m.state in COURSE), None)
    return reached is not None and COURSE.index(reached) > COURSE.index(state)


def go_on(dossier: Dossier, on: date | None) -> Dossier:
    """After a pause: back to where it was."""
    state = before_pause(dossier)
    if state is None:
        raise UserError(mark("This case is not paused. Nothing was changed."))
    return go_to(dossier, state, on)
