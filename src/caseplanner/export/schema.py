"""The exchange format of a plan, as strict types made from the dataclasses of the dossier.

The dataclasses stay free of it; what a file may hold beyond their types (a number from 0 to 5, the
form of an id) and what each property means is said here, once. `resources/schema/plan.schema.json`
is `json_schema()` written out: a test holds the two equal.
"""

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from functools import cache
from math import ceil, floor
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec import Meta

from caseplanner.dossier import document
from caseplanner.dossier.ink import Ink
from caseplanner.dossier.model import Dossier, PlanVersion
from caseplanner.export.meanings import MEANS

ADDRESS = "urn:caseplanner:plan"
ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
SHA256 = r"^[0-9a-f]{64}$"

# Beyond the type: what every value of this property must be.
MUST: dict[str, Meta] = {
    "Score.value": Meta(ge=0, le=5),
    "PlanVersion.number": Meta(ge=1),
    "PlanVersion.content": Meta(pattern=SHA256),
    "PlanVersion.terms": Meta(pattern=SHA256),
    "Signature.ink": Meta(pattern=r"^([0-9a-f]{64})?$"),
    "Colleague.name": Meta(min_length=1),
    "Answer.text": Meta(min_length=1),
    "NoGoal.reason": Meta(min_length=1),
    "Goal.text": Meta(min_length=1),
    "Step.text": Meta(min_length=1),
    "Ink.aspect": Meta(ge=0.05, le=20),
    "Point.x": Meta(ge=-100, le=100),  # a hand may leave the pad
    "Point.y": Meta(ge=-100, le=100),
    "Point.pressure": Meta(ge=0, le=1),
    "Signature.name": Meta(min_length=1),
    "Person.longest_talk": Meta(ge=0, le=600),
    "Achievement.text": Meta(min_length=1),
    "Contact.name": Meta(min_length=1),
    "Signal.text": Meta(min_length=1),
    "SpecialCondition.text": Meta(min_length=1),
    "RiskReference.instrument": Meta(min_length=1),
}


@cache
def plan() -> type[msgspec.Struct]:
    """The type of a whole file; decoding with it refuses the first thing that does not belong."""
    members = {
        "format": Literal[document.FORMAT],
        "schema": Annotated[int, Meta(ge=1, le=document.SCHEMA)],
        "dossier": _strict(Dossier),
        "version": _strict(PlanVersion) | None,
        "inks": tuple[_strict(Ink), ...],  # type: ignore[misc]  # made at run time
    }
    named = [(name, _described("Plan", name, kind)) for name, kind in members.items()]
    return msgspec.defstruct("Plan", named, forbid_unknown_fields=True, kw_only=True)


def json_schema() -> bytes:
    """The JSON Schema (2020-12) of a file, for other programs."""
    found = msgspec.json.schema(plan())
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{ADDRESS}:{document.SCHEMA}",
        "title": "A restorative plan of caseplanner",
        **found,
    }
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()


@cache
def _strict(kind: type) -> Any:
    """The dataclass as a type that refuses unknown properties. Versions travel beside the plan."""
    members = [
        _member(kind, f) for f in fields(kind) if f.name not in document.PRIVATE.get(kind, ())
    ]
    return msgspec.defstruct(
        kind.__name__,
        members,
        forbid_unknown_fields=True,
        kw_only=True,
        namespace={"__doc__": _first_paragraph(kind)},
    )


def _first_paragraph(kind: type) -> str:
    """Of a docstring, in one line. Python 3.13 takes its indents away, earlier ones do not."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _member(kind: type, f: "Field[Any]") -> Any:
    """A property; it may be left out when the dataclass has a plain value for it."""
    described = _described(kind.__name__, f.name, _translated(kind.__name__, f.name, f.type))
    if f.name == "id" or (f.default is MISSING and f.default_factory is MISSING):
        return (f.name, described)
    if f.default is not MISSING:
        return (f.name, described, f.default)
    make: Any = f.default_factory
    return (f.name, described, msgspec.field(default_factory=make))


def _translated(owner: str, name: str, kind: Any) -> Any:
    if name == "id":
        return Annotated[str, Meta(pattern=ID)]
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _strict(kind)
    if get_origin(kind) is tuple:
        return tuple[_translated(owner, "", get_args(kind)[0]), ...]  # type: ignore[misc]
    must = MUST.get(f"{owner}.{name}")
    if must and NoneType in get_args(kind):
        [plain] = [part for part in get_args(kind) if part is not NoneType]
        return Annotated[plain, must] | None
    if kind is float:  # a whole number stays one, so that its bytes (and the hash) stay the same
        assert must and must.ge is not None and must.le is not None
        whole = Meta(ge=ceil(must.ge), le=floor(must.le))
        return Annotated[int, whole] | Annotated[float, must]
    if must:
        return Annotated[kind, must]
    if kind is datetime:
        return Annotated[datetime, Meta(tz=True)]
    return kind


def _described(owner: str, name: str, kind: Any) -> Any:
    title = name.replace("_", " ").capitalize()
    return Annotated[kind, Meta(title=title, description=MEANS[f"{owner}.{name}"])]
