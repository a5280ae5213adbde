"""What differs between two dossiers, in words: what it is, what it was, and what it became."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from caseplanner import words
from caseplanner.dossier import answers, diff, intake
from caseplanner.dossier.diff import Key, Row
from caseplanner.dossier.difference_words import (
    FIELDS,
    HASHES,
    LISTED_BY,
    MAIN,
    NAMED_BY_MAIN,
    ORDERED,
    SAID_BY_PLACE,
    SHOWN,
    TABLES,
    VALUES,
)
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.words import _, clock, mark

ALSO_VICTIM = mark("somebody who is also victim")


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
            case dict() as old, dict() as new if _is_victim(old) or _is_victim(new):
                name = _(FIELDS[change.table]["also_victim"])
                was, now = (self._say("", "", _is_victim(row)) for row in (old, new))
                yield Told(what, _(ALSO_VICTIM), name, was, now)
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
                table = place[0]
                about = self._place(table, new[0], self._now[table, new[0]])
                texts = [
                    " · ".join(str(self._now[table, id]["text"]) for id in order)
                    for order in (old, new)
                ]
                yield Told(_(ORDERED[table]), about, "", texts[0], texts[1])

    def _whole(self, table: str, id: str, row: Row) -> str:
        """A row in one go: what it says, then its other fields that hold something."""
        if _is_victim(row):
            return _(ALSO_VICTIM)
        main = MAIN.get(table)
        parts = [self._field(table, id, main, row)] if main else []
        for field, name in FIELDS[table].items():
            if field == main or field in HASHES or field in SAID_BY_PLACE.get(table, ()):
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
            case "attempt" if row["owner"] in list(Dimension):  # of "no goal now"
                return self._topic(Dimension(row["owner"]))
            case "step" | "attempt":
                return self._goal(row["owner"])
            case "basic":
                return self._say(table, "area", row["area"])
            case "signal":
                light, seen = (self._say(table, f, row[f]) for f in ("light", "seen"))
                return f"{light}, {seen}"
            case "signature":
                return self._version(row["owner"])
            case "colleague":
                return self._say(table, "role", row["role"])
            case _:
                return ""

    def _itself(self, table: str, id: str, row: Row) -> str:
        """Which of its kind the row is, where one of its lesser fields is told."""
        if table in NAMED_BY_MAIN:
            return str(row[MAIN[table]])
        if table == "plan_version":
            return _("version {number}", number=row["number"])
        return self._place(table, id, row)

    def _field(self, table: str, id: str, field: str, row: Row) -> str:
        """A field of a row; for an answer that was chosen, the words of the choice."""
        if (table, field) == ("answer", "text"):
            if intake.is_tick(id):
                return _("talked about")
            asked = self._guide.asked(id)
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
            case int() if table == "person":
                return words.count("{n} minute", "{n} minutes", value)
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
        for talk in self._guide.intake:
            if intake.is_tick(id) and intake.part_of(id) is talk.part:
                return _("Intake: {topic}", topic=talk.title)
        asked = self._guide.asked(id)
        return asked.text if asked else _("a question that is no longer asked")


def _is_victim(row: Row) -> bool:
    """Somebody around who is also victim: told of without a name (domain.md C1)."""
    return bool(row.get("also_victim"))


def _lists(rows: Mapping[Key, Row]) -> dict[tuple[str, ...], list[str]]:
    """The ids of what has an order, in that order: of goals by topic, of steps by goal …"""
    found: dict[tuple[str, ...], list[str]] = {}
    for (table, id), row in sorted(rows.items(), key=lambda item: item[1]["position"]):
        if table in ORDERED:
            place = (table, *(str(row.get(field, "")) for field in LISTED_BY))
            found.setdefault(place, []).append(id)
    return found
