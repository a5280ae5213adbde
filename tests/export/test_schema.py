"""The published schema says exactly what the program reads."""

import copy
import json
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from caseplanner import paths
from caseplanner.dossier import document
from caseplanner.dossier.ink import Ink
from caseplanner.dossier.model import Dossier, PlanVersion
from caseplanner.errors import UserError
from caseplanner.export import package, schema
from caseplanner.export.meanings import MEANS
from tests.export import editions
from tests.export.test_package import FAULTS, Change, concepts

PUBLISHED = json.loads(paths.resource("schema/plan.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(PUBLISHED, format_checker=FormatChecker())
# What a schema cannot say: an id that is used twice, a hash that does not fit. (The form of a
# moment it does say, but jsonschema alone does not check it.)
BEYOND = {
    "dossier.scores[1].id",
    "dossier.person.id",
    "dossier.goals[1].id",
    "dossier.goals[2].steps[0].id",
    "version.frozen_at",
    "version.signatures[0].ink",
    "version.signatures[1].role",
    "version.signatures[1].at",
}


def test_the_published_schema_is_the_one_the_program_reads_with() -> None:
    again = (
        'write it again: python -c "from caseplanner import paths; from caseplanner.export import '
        "schema; paths.resource('schema/plan.schema.json').write_bytes(schema.json_schema())\""
    )
    assert paths.resource("schema/plan.schema.json").read_bytes() == schema.json_schema(), again


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(PUBLISHED)


def test_every_object_is_closed_and_every_property_explained() -> None:
    objects = [kind for kind in PUBLISHED["$defs"].values() if kind.get("type") == "object"]
    assert len(objects) == 42
    for kind in objects:
        assert kind["additionalProperties"] is False
        for name, described in kind["properties"].items():
            assert described["title"], name
            assert described["description"], name


def test_every_field_of_the_model_is_in_the_schema_and_no_other() -> None:
    for kind in (*_below(Dossier), *_below(PlanVersion), *_below(Ink)):
        private = document.PRIVATE.get(kind, frozenset())
        known = {f.name for f in fields(kind)} - private
        assert set(PUBLISHED["$defs"][kind.__name__]["properties"]) == known
    explained = {name.partition(".")[0] for name in MEANS}
    assert explained == {
        name for name, kind in PUBLISHED["$defs"].items() if kind.get("type") == "object"
    }


def _below(kind: Any) -> list[Any]:
    open_ = [f for f in fields(kind) if f.name not in document.PRIVATE.get(kind, ())]
    parts = [part for f in open_ for part in (f.type, *get_args(f.type))]
    inside = [part for part in parts if is_dataclass(part) and part is not PlanVersion]
    points = [inner for part in parts for inner in get_args(part) if is_dataclass(inner)]
    return [kind, *(deeper for part in (*inside, *points) for deeper in _below(part))]


@given(concepts)
def test_what_the_program_writes_is_valid(dossier: Dossier) -> None:
    assert not list(VALIDATOR.iter_errors(json.loads(document.dump(dossier))))


def test_a_signed_plan_is_valid() -> None:
    plan = json.loads(editions.signed(editions.case("dennis")).package())
    assert not list(VALIDATOR.iter_errors(plan))


@pytest.mark.parametrize(("path", "change"), FAULTS, ids=lambda it: it if type(it) is str else "")
def test_what_the_program_refuses_is_not_valid(path: str, change: Change) -> None:
    plan = copy.deepcopy(json.loads(editions.signed(editions.case("dennis")).package()))
    change(plan)
    with pytest.raises(UserError):
        package.load(json.dumps(plan).encode())
    if path not in BEYOND:
        assert not VALIDATOR.is_valid(plan)
