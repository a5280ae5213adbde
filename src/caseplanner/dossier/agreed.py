"""What is agreed at the table: who does what by when and who is told; and who tells what to whom.

An agreement may become a step of a goal, which then tells how it goes. One that is open comes back
on the agenda of the next meeting (domain.md 3c, C2).
"""

from dataclasses import replace
from datetime import date
from typing import Any

from caseplanner.dossier import goals, lists, rows
from caseplanner.dossier.model import Agreement, Dossier, Goal, Meeting, Step, StepState, Telling

PART, TELLINGS = "agreements", "tellings"
CLOSED = (StepState.DONE, StepState.NOT_NEEDED)


def write(dossier: Dossier, id: str, **details: Any) -> Dossier:
    """Change fields of an agreement, which begins to be with the first that is said; the step it
    became says the same."""
    after = rows.write(dossier, PART, id, blank, **details)
    one = lists.find(after.agreements, id)
    found = step_of(after, one) if one else None
    if one is None or found is None:
        return after
    goal, step = found
    told = (one.text, one.who, one.by)
    if told == (step.text, step.actor, step.on) or not one.text.strip():
        return after
    return goals.change_step(after, goal.id, step.id, *told)


def blank(id: str) -> Agreement:
    return Agreement("", id=id)


def remove(dossier: Dossier, id: str) -> Dossier:
    """Take an agreement away; a step it became stays with its goal."""
    return rows.remove(dossier, PART, id)


def make_step(dossier: Dossier, id: str, goal: str) -> Dossier:
    """Let an agreement become the last step of this goal."""
    one = lists.find(dossier.agreements, id)
    if one is None or step_of(dossier, one):
        return dossier
    added = goals.add_step(dossier, goal, one.text, one.who, one.by)
    step = goals.find(added, goal).steps[-1].id
    return rows.change(added, PART, id, goal=goal, step=step)


def set_state(dossier: Dossier, id: str, state: StepState) -> Dossier:
    """How it goes: of the agreement, and of the step it became."""
    after = rows.change(dossier, PART, id, state=state)
    one = lists.find(after.agreements, id)
    found = step_of(after, one) if one else None
    return goals.mark_step(after, found[0].id, found[1].id, state) if found else after


def state(dossier: Dossier, agreement: Agreement) -> StepState:
    """How it goes: the step it became tells that."""
    found = step_of(dossier, agreement)
    return found[1].state if found else agreement.state


def step_of(dossier: Dossier, agreement: Agreement) -> tuple[Goal, Step] | None:
    """The step an agreement became, with its goal; None where there is none (any more)."""
    for goal in dossier.goals if agreement.step else ():
        if step := lists.find(goal.steps, agreement.step):
            return goal, step
    return None


def of(dossier: Dossier, meeting: Meeting) -> tuple[Agreement, ...]:
    """What was agreed in this meeting, in order."""
    return tuple(one for one in dossier.agreements if one.meeting == meeting.id)


def open_(dossier: Dossier) -> tuple[Agreement, ...]:
    """What was agreed and is not done, by day."""
    still = (one for one in dossier.agreements if state(dossier, one) not in CLOSED)
    return tuple(sorted(still, key=lambda one: one.by or date.max))


def from_before(dossier: Dossier, meeting: Meeting) -> tuple[Agreement, ...]:
    """What earlier meetings left open: it comes back on the agenda of this one."""
    return tuple(one for one in open_(dossier) if one.meeting != meeting.id)


def write_telling(dossier: Dossier, id: str, **details: Any) -> Dossier:
    """Change fields of who tells what, which begins to be with the first that is said."""
    return rows.write(dossier, TELLINGS, id, blank_telling, **details)


def blank_telling(id: str) -> Telling:
    return Telling(id=id)


def remove_telling(dossier: Dossier, id: str) -> Dossier:
    return rows.remove(dossier, TELLINGS, id)


def without_words(dossier: Dossier) -> Dossier:
    """Without rows that were begun and say nothing."""
    kept = tuple(one for one in dossier.agreements if one.text.strip())
    told = tuple(one for one in dossier.tellings if (one.who + one.what + one.to).strip())
    return replace(dossier, agreements=kept, tellings=told)
