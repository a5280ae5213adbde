"""What differs between two dossiers, in words: what it is, what it was, and what it became."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from caseplanner import words
from caseplanner.dossier import answers, diff
from caseplanner.dossier.diff import Key, Row
from caseplanner.dossier.guide import Guide, Question
from caseplanner.dossier.model import (
    ClientAnswer,
    Decides,
    Dimension,
    Dossier,
    GoalState,
    HowSigned,
    Moment,
    Role,
    ScoredBy,
    StepState,
    VersionReason,
)
from caseplanner.words import _, clock, mark

TABLES = {
    "dossier": mark("Dossier"),
    "person": mark("Person"),
    "colleague": mark("At the table"),
    "answer": mark("Answer"),
    "score": mark("Place on the wheel"),
    "no_goal": mark("No goal now"),
    "goal": mark("Goal"),
    "step": mark("Step"),
    "plan_version": mark("Agreed plan"),
    "signature": mark("Signature"),
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "dossier": {"practice": mark("practice dossier")},
    "person": {
        "called": mark("name to be called by"),
        "initials": mark("initials"),
        "cell": mark("cell"),
        "formal": mark("we say “u”"),
        "language": mark("language"),
        "reading": mark("reading"),
        "large_print": mark("large print"),
        "pictograms": mark("pictograms beside the words"),
        "read_aloud": mark("read aloud"),
    },
    "colleague": {"name": mark("name"), "role": mark("role"), "work": mark("work")},
    "answer": {"text": mark("answer"), "on": mark("said on")},
    "score": {
        "value": mark("place"),
        "dimension": mark("topic"),
        "by": mark("by whom"),
        "moment": mark("moment"),
        "on": mark("said on"),
    },
    "no_goal": {"reason": mark("reason"), "dimension": mark("topic"), "on": mark("said on")},
    "goal": {
        "text": mark("words"),
        "dimension": mark("topic"),
        "state": mark("how it stands"),
        "decides": mark("who decides"),
        "reason": mark("reason"),
        "remind_on": mark("look again on"),
        "helpers": mark("who helps"),
        "after_who": mark("who goes on after release"),
        "after_from": mark("after release from"),
        "answer": mark("what the client says"),
        "answer_reason": mark("why the client says so"),
    },
    "step": {
        "text": mark("words"),
        "actor": mark("who"),
        "on": mark("when"),
        "state": mark("how it goes"),
    },
    "plan_version": {
        "number": mark("version"),
        "reason": mark("why"),
        "frozen_at": mark("set on"),
        "content": mark("mark"),
        "terms": mark("mark of what was agreed"),
    },
    "signature": {
        "name": mark("name"),
        "role": mark("role"),
        "how": mark("how"),
        "at": mark("when"),
        "reason": mark("reason"),
        "ink": mark("mark of the drawing"),
    },
}
# The field that says what a row is; its own change needs no other words.
MAIN = {
    "answer": "text",
    "score": "value",
    "no_goal": "reason",
    "goal": "text",
    "step": "text",
    "colleague": "name",
    "plan_version": "number",
    "signature": "name",
}
ORDERED = {"goal": mark("Order of the goals"), "step": mark("Order of the steps")}
HASHES = {"content", "terms", "ink"}
SHOWN = 8  # digits of a mark, enough to see that it is another
VALUES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    ScoredBy: {ScoredBy.CLIENT: mark("the client"), ScoredBy.WORKER: mark("the worker")},
    Moment: {Moment.START: mark("at the start"), Moment.NOW: mark("now")},
    GoalState: {
        GoalState.NOW: mark("now"),
        GoalState.LATER: mark("for later"),
        GoalState.REACHED: mark("reached"),
        GoalState.STOPPED: mark("stopped"),
    },
    StepState: {
        StepState.TO_DO: mark("not begun"),
        StepState.BUSY: mark("busy"),
        StepState.DONE: mark("done"),
        StepState.STUCK: mark("does not work now"),
        StepState.NOT_NEEDED: mark("no longer needed"),
    },
    Decides: {
        Decides.CLIENT: mark("the client"),
        Decides.TOGETHER: mark("together"),
        Decides.IMPOSED: mark("imposed"),
    },
    ClientAnswer: {
        ClientAnswer.YES: mark("yes"),
        ClientAnswer.NO: mark("no"),
        ClientAnswer.UNSURE: mark("does not know yet"),
        ClientAnswer.COULD_NOT: mark("could not answer"),
    },
    Role: {
        Role.CLIENT: mark("client"),
        Role.MENTOR: mark("mentor or worker"),
        Role.SUPERVISOR: mark("supervisor"),
    },
    HowSigned: {
        HowSigned.INK: mark("on the screen"),
        HowSigned.PAPER: mark("on paper"),
        HowSigned.NOT_NOW: mark("not now"),
    },
    VersionReason: {
        VersionReason.FIRST: mark("the first plan"),
        VersionReason.REVIEW: mark("after a review"),
        VersionReason.CONDITIONS: mark("the conditions changed"),
        VersionReason.TRANSFER: mark("a transfer"),
        VersionReason.HANDOVER: mark("a handover"),
        VersionReason.END: mark("the end of the plan"),
    },
}


@dataclass(frozen=True, slots=True)
class Told:
    """One difference. `what` is a goal, a step…; `about` says which; `field` is "" for the thing
    itself. "" for `was` or `now`: there was or is nothing.
    """

    what: str
    about: str
    field: str
    was: str
    now: str


def told(before: Dossier | None, after: Dossier, guide: Guide) -> tuple[Told, ...]:
    """Everything that differs, in the order of the dossier, what went last.

    None for `before` is a dossier that was not there yet.
    """
    was = diff.rows(before) if before else {}
    now = diff.rows(after)
    teller = _Teller(guide, was, now)
    found: list[Told] = []
    for change in diff.changes(before, after):
        found += teller.change(change)
    return (*found, *teller.orders())


class _Teller:
    """Words for the rows of two dossiers."""

    def __init__(self, guide: Guide, was: Mapping[Key, Row], now: Mapping[Key, Row]) -> None:
        self._guide, self._was, self._now = guide, was, now

    def change(self, change: diff.Change) -> Iterator[Told]:
        what = _(TABLES[change.table])
        match change.before, change.after:
            case None, dict() as row:
                now = self._whole(change.table, change.id, row)
                yield Told(what, self._place(change.table, change.id, row), "", "", now)
            case dict() as row, None:
                was = self._whole(change.table, change.id, row)
                yield Told(what, self._place(change.table, change.id, row), "", was, "")
            case dict() as old, dict() as new:
                for field, name in FIELDS[change.table].items():
                    if old[field] != new[field]:
                        main = MAIN.get(change.table) == field
                        about = (self._place if main else self._itself)(
                            change.table, change.id, new
                        )
                        said = [self._field(change.table, change.id, field, r) for r in (old, new)]
                        yield Told(what, about, "" if main else _(name), said[0], said[1])

    def orders(self) -> Iterator[Told]:
        """The lists whose things stand in another order than before."""
        was, now = _lists(self._was), _lists(self._now)
        for place, ids in now.items():
            both = set(ids) & set(was.get(place, ()))
            old = [id for id in was.get(place, ()) if id in both]
            new = [id for id in ids if id in both]
            if old != new:
                table, owner, dimension = place
                about = self._topic(dimension) if dimension else self._goal(owner)
                texts = [
                    " · ".join(str(self._now[table, id]["text"]) for id in order)
                    for order in (old, new)
                ]
                yield Told(_(ORDERED[table]), about, "", texts[0], texts[1])

    def _whole(self, table: str, id: str, row: Row) -> str:
        """A row in one go: what it says, then its other fields that hold something."""
        main = MAIN.get(table)
        parts = [self._field(table, id, main, row)] if main else []
        for field, name in FIELDS[table].items():
            told_by_place = table in ("score", "no_goal") and field in ("dimension", "by", "moment")
            if (
                field == main
                or field in HASHES
                or told_by_place
                or (table, field) == ("goal", "dimension")
            ):
                continue
            if row[field] not in (None, "", False):
                parts.append(f"{_(name)}: {self._say(table, field, row[field])}")
        return "; ".join(parts) or _("begun")

    def _place(self, table: str, id: str, row: Row) -> str:
        """Where the row belongs: its topic, its goal, its question."""
        match table:
            case "answer":
                return self._question(id)
            case "score":
                by, moment = (self._say(table, f, row[f]) for f in ("by", "moment"))
                return f"{self._topic(row['dimension'])}, {by}, {moment}"
            case "goal" | "no_goal":
                return self._topic(row["dimension"])
            case "step":
                return self._goal(row["owner"])
            case "signature":
                return self._version(row["owner"])
            case "colleague":
                return self._say(table, "role", row["role"])
            case _:
                return ""

    def _itself(self, table: str, id: str, row: Row) -> str:
        """Which of its kind the row is, where one of its lesser fields is told."""
        if table in ("goal", "step", "colleague", "signature"):
            return str(row[MAIN[table]])
        if table == "plan_version":
            return _("version {number}", number=row["number"])
        return self._place(table, id, row)

    def _field(self, table: str, id: str, field: str, row: Row) -> str:
        """A field of a row; for an answer that was chosen, the words of the choice."""
        if (table, field) == ("answer", "text"):
            asked = self._asked(id)
            return asked.say(row[field]) if asked else str(row[field])
        return self._say(table, field, row[field])

    def _say(self, table: str, field: str, value: Any) -> str:
        match value:
            case None if table == "score" and field == "value":
                return _("does not want to fill in")
            case None:
                return ""
            case Dimension():
                return self._topic(value)
            case StrEnum():
                return _(VALUES[type(value)][value])
            case bool():
                return _("yes") if value else _("no")
            case datetime():
                return f"{words.day(value.astimezone().date())}, {clock(value)}"
            case date():
                return words.day(value)
            case int() if table == "score":
                return _("{value} of {most}", value=value, most=answers.HIGHEST)
            case int():
                return _("version {number}", number=value)
        if field in HASHES:
            return str(value)[:SHOWN]
        return str(value)

    def _topic(self, dimension: Dimension) -> str:
        return self._guide.of(dimension).title

    def _goal(self, id: str) -> str:
        row = self._now.get(("goal", id)) or self._was[("goal", id)]
        return str(row["text"])

    def _version(self, id: str) -> str:
        row = self._now.get(("plan_version", id)) or self._was[("plan_version", id)]
        return _("version {number}", number=row["number"])

    def _question(self, id: str) -> str:
        for part in self._guide.dimensions:
            if id == answers.words_of(part.dimension):
                return _("{topic}, in own words", topic=part.title)
        asked = self._asked(id)
        return asked.text if asked else _("a question that is no longer asked")

    def _asked(self, id: str) -> Question | None:
        every = (q for part in self._guide.dimensions for q in part.questions)
        return next((question for question in every if question.id == id), None)


def _lists(rows: Mapping[Key, Row]) -> dict[tuple[str, str, Any], list[str]]:
    """The ids of goals by topic, and of steps by goal, in their order."""
    found: dict[tuple[str, str, Any], list[str]] = {}
    for (table, id), row in sorted(rows.items(), key=lambda item: item[1]["position"]):
        if table in ORDERED:
            found.setdefault((table, row["owner"], row.get("dimension")), []).append(id)
    return found
