"""The intake: six short parts in any order, and the sittings in which they were talked about.

What goes well comes first (ux.md section 4). The questions are data (`guide.toml`); their answers
stand among the answers of the dossier, under ids that begin with `intake.` and the part. Every
part may be skipped, and whether it was talked about is the worker's tick, never a count.
"""

import re
from dataclasses import replace
from datetime import date
from enum import StrEnum

from caseplanner.dossier import answers, lists
from caseplanner.dossier.model import Dossier, IntakeTalk, Person
from caseplanner.errors import UserError
from caseplanner.words import mark

PREFIX = "intake"
TALKED = "talked"
CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})|(\d{1,2})")
# What says how a client reads and talks (domain.md 0a).
READING = (
    *("formal", "language", "reading", "large_print", "pictograms", "read_aloud"),
    *("hearing", "sight", "culture", "support", "longest_talk"),
)


class Part(StrEnum):
    WELL = "well"
    WHO = "who"
    SITUATION = "situation"
    WORRIES = "worries"
    PEOPLE = "people"
    READING = "reading"


class Standing(StrEnum):
    """How a part stands, without a count: the worker says when it was talked about."""

    EMPTY = "empty"
    BEGUN = "begun"
    TALKED = "talked"


def part_of(answer: str) -> Part | None:
    """The part an answer belongs to by its id; None when it is of no part of the intake."""
    prefix, _, rest = answer.partition(".")
    part = rest.partition(".")[0]
    return Part(part) if prefix == PREFIX and part in list(Part) else None


def talked_id(part: Part) -> str:
    """Under which id it is kept that a part was talked about."""
    return f"{PREFIX}.{part}.{TALKED}"


def is_tick(answer: str) -> bool:
    """The answer with this id says no more than that a part was talked about."""
    part = part_of(answer)
    return part is not None and answer == talked_id(part)


def talk_about(dossier: Dossier, part: Part, talked: bool, on: date | None = None) -> Dossier:
    """Tick a part off, or take that back; what was written down has no part in it."""
    return answers.give(dossier, talked_id(part), TALKED if talked else "", on)


def standing(dossier: Dossier, part: Part) -> Standing:
    if answers.given(dossier, talked_id(part)):
        return Standing.TALKED
    said = any(part_of(answer.id) is part for answer in dossier.answers)
    return Standing.BEGUN if said or _facts(dossier, part) else Standing.EMPTY


def as_a_whole(dossier: Dossier) -> Standing:
    """Talked about when each part was; begun when anything was said or a sitting was planned."""
    parts = {standing(dossier, part) for part in Part}
    if parts == {Standing.TALKED}:
        return Standing.TALKED
    return Standing.BEGUN if parts != {Standing.EMPTY} or dossier.talks else Standing.EMPTY


def begin_sitting(dossier: Dossier, on: date) -> Dossier:
    """A new sitting, to be filled in."""
    return replace(dossier, talks=(*dossier.talks, IntakeTalk(on)))


def describe_sitting(dossier: Dossier, talk: str, **details: object) -> Dossier:
    """Change fields of a sitting. Times are kept as "10:30"; one that cannot be is refused."""
    known = lists.find(dossier.talks, talk)
    if known is None:
        raise KeyError(talk)
    for name in ("begin", "end"):
        if name in details:
            details[name] = clock(str(details[name]))
    after = replace(known, **details)  # type: ignore[arg-type]  # named by the page
    if after.begin and after.end and after.end <= after.begin:
        raise UserError(mark("The talk ends before it begins. Change one of the times."))
    return replace(dossier, talks=lists.put(dossier.talks, after))


def remove_sitting(dossier: Dossier, talk: str) -> Dossier:
    return replace(dossier, talks=lists.without(dossier.talks, talk))


def clock(typed: str) -> str:
    """ "9.30", "930" and "9:30" are 09:30, "10" is 10:00; "" stays empty."""
    typed = typed.strip()
    found = CLOCK.fullmatch(typed)
    hour, minute = (found[1] or found[3], found[2] or "00") if found else ("", "")
    if typed and not (found and int(hour) < 24 and int(minute) < 60):
        raise UserError(mark("This is not a time. Type it like 10:30."))
    return f"{int(hour):02}:{minute}" if typed else ""


def check_born(born: date | None, today: date) -> None:
    """UserError for a day of birth that is yet to come: two digits of a year are not enough."""
    if born is not None and born > today:
        raise UserError(mark("This day is yet to come. Type the year in full, like 1993."))


def _facts(dossier: Dossier, part: Part) -> bool:
    """What was filled in beside the questions."""
    person, nobody = dossier.person, Person()
    match part:
        case Part.WHO:
            return bool(person.born or person.number)
        case Part.SITUATION:
            return bool(dossier.stays)
        case Part.READING:
            return any(getattr(person, name) != getattr(nobody, name) for name in READING)
        case _:
            return False
