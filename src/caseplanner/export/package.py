"""A plan from a file: read whole or refused whole, with the path of the first fault.

What is read comes from elsewhere and is not trusted: the types are checked while the bytes are
read, so a file that is not a plan is refused before it takes memory.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, datetime
from threading import Lock
from typing import Any

import msgspec

from caseplanner.dossier import answers, diff, document, ink
from caseplanner.dossier.model import Dossier, HowSigned, PlanVersion
from caseplanner.errors import UserError
from caseplanner.export import schema
from caseplanner.words import mark

LARGEST = 20_000_000  # bytes; a long plan with three drawn signatures is under one million
# Two threads that ask msgspec at once for a type that it has not met yet end the program.
_ALONE = Lock()
NOT_READABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Package:
    """A dossier from a file. With a version, `blobs` are what `Desk.add` must keep with it:
    the frozen content and the drawn signatures."""

    dossier: Dossier
    blobs: tuple[bytes, ...] = ()


class _Cover(msgspec.Struct):
    """What tells whether the rest can be read at all."""

    format: str
    schema: int


def load(data: bytes) -> Package:
    """The plan that `document.dump` wrote; UserError when it is anything else, even a bit."""
    if len(data) > LARGEST:
        raise UserError(
            mark("This file is too large for a plan ({size} MB). Nothing was imported."),
            size=len(data) // 1_000_000,
        )
    with _ALONE:
        return _loaded(data)


def _loaded(data: bytes) -> Package:
    plan = _decoded(data)
    dossier = msgspec.convert(plan.dossier, Dossier, from_attributes=True)
    inks = tuple(_canonical(drawn) for drawn in plan.inks)
    _check_ids(dossier)
    if plan.version is None:
        if inks:
            raise _fault("inks[0]")
        return Package(dossier)
    version = msgspec.convert(plan.version, PlanVersion, from_attributes=True)
    content = document.content(dossier)
    _check_version(version, content, inks)
    return Package(replace(dossier, versions=(version,)), (content, *inks))


def _decoded(data: bytes) -> Any:
    if _is_ours(data):
        try:
            return msgspec.json.decode(data, type=schema.plan())
        except msgspec.ValidationError as error:
            raise _said(str(error)) from None  # the cause holds words of the file
        except NOT_READABLE:
            pass
    raise UserError(mark("This file does not hold a plan of caseplanner. Nothing was imported."))


def _is_ours(data: bytes) -> bool:
    """The file says it is a plan; UserError when it is one of a later program."""
    try:
        cover = msgspec.json.decode(data, type=_Cover)
    except NOT_READABLE:
        return False
    if cover.format == document.FORMAT and cover.schema > document.SCHEMA:
        raise UserError(
            mark(
                "This plan was made by a newer caseplanner (format {found}; this program reads "
                "{known}). Nothing was imported. Update the program first."
            ),
            found=cover.schema,
            known=document.SCHEMA,
        )
    return cover.format == document.FORMAT


def _said(error: str) -> UserError:
    """msgspec's report ("… field `colour` - at `$.dossier.goals[2]`") as a sentence."""
    found = re.search(r" - at `\$\.?([^`]*)`$", error)
    path = found[1] if found else ""
    if named := re.match(r"Object (contains unknown|missing required) field `([^`]*)`", error):
        path = f"{path}.{named[2]}".lstrip(".")
        if named[1] == "contains unknown":
            return UserError(
                mark(
                    "This plan holds something this program does not know: {path}. "
                    "Nothing was imported."
                ),
                path=path,
            )
    return _fault(path)


def _fault(path: str) -> UserError:
    return UserError(
        mark("This plan is damaged or not made by caseplanner, at {path}. Nothing was imported."),
        path=path,
    )


def _check_ids(dossier: Dossier) -> None:
    """Ids occur once, and those that say what they are about say so rightly."""
    if dossier.person.id != "person":
        raise _fault("dossier.person.id")
    if dossier.signal_plan.id != "signal_plan":
        raise _fault("dossier.signal_plan.id")
    for i, one in enumerate(dossier.contacts):
        if one.also_victim:
            raise _fault(f"dossier.contacts[{i}].also_victim")
    for i, score in enumerate(dossier.scores):
        if score.id != answers.score_id(score.dimension, score.by, score.moment):
            raise _fault(f"dossier.scores[{i}].id")
    for i, said in enumerate(dossier.no_goals):
        if said.id != said.dimension:
            raise _fault(f"dossier.no_goals[{i}].id")
    for table in _ids(dossier):
        seen: set[str] = set()
        for path, id in table:
            if id in seen:
                raise UserError(
                    mark("In this plan one id is used twice: {path}. Nothing was imported."),
                    path=path,
                )
            seen.add(id)


def _ids(dossier: Dossier) -> Iterator[list[tuple[str, str]]]:
    """Per table of the vault, where each id stands in the file."""
    tables: dict[str, list[tuple[str, str]]] = defaultdict(list)
    _collect(dossier, "dossier", tables)
    yield from tables.values()


def _collect(value: object, path: str, tables: dict[str, list[tuple[str, str]]]) -> None:
    kind: type = type(value)
    for name, (inner, many) in diff.owned(kind).items():
        if name in document.PRIVATE.get(kind, ()) or not many:
            continue
        for i, row in enumerate(getattr(value, name)):
            place = f"{path}.{name}[{i}]"
            tables[diff.table_name(inner)].append((f"{place}.id", row.id))
            _collect(row, place, tables)


def _check_version(version: PlanVersion, content: bytes, inks: tuple[bytes, ...]) -> None:
    """The version is of this very content, and has every drawing its signatures name."""
    if document.digest(content) != version.content:
        raise UserError(
            mark("This plan was changed after it was set. Nothing was imported."),
        )
    if not _is_a_day(version.frozen_at):
        raise _fault("version.frozen_at")
    drawn = {document.digest(data) for data in inks}
    named = set()
    for i, signature in enumerate(version.signatures):
        place = f"version.signatures[{i}]"
        if not _is_a_day(signature.at):
            raise _fault(f"{place}.at")
        if (signature.how is HowSigned.INK) != bool(signature.ink):
            raise _fault(f"{place}.ink")
        if signature.ink and signature.ink not in drawn:
            raise UserError(
                mark("A drawn signature is missing or changed: {path}. Nothing was imported."),
                path=f"{place}.ink",
            )
        if signature.role in {s.role for s in version.signatures[:i]}:
            raise _fault(f"{place}.role")
        if signature.id in {s.id for s in version.signatures[:i]}:
            raise _fault(f"{place}.id")
        named.add(signature.ink)
    for i, data in enumerate(inks):
        if document.digest(data) not in named:
            raise _fault(f"inks[{i}]")
        ink.load(data)


def _is_a_day(at: datetime) -> bool:
    """A moment that can be told in any time zone: not in the first or the last year there is."""
    return MINYEAR < at.year < MAXYEAR


def _canonical(drawn: msgspec.Struct) -> bytes:
    """The strokes as `ink.dump` wrote them, so that their hash is that of the signature."""
    raw = msgspec.to_builtins(drawn)
    return json.dumps(raw, sort_keys=True, separators=(",", ":")).encode()
