"""A plan from a file: whole and the same, or refused whole with the path of the first fault."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner import words
from caseplanner.desk import Desk
from caseplanner.dossier import diff, document, lists
from caseplanner.dossier.model import Dossier, PlanVersion, VersionReason
from caseplanner.errors import UserError
from caseplanner.export import package
from tests import whole
from tests.dossier import anything
from tests.export import editions


@pytest.fixture(autouse=True)
def english(dutch_words: None) -> None:
    words.use("en")


def once(dossier: Dossier) -> bool:
    """Each id occurs once in its table: what the program itself keeps to."""
    return len(diff.rows(dossier)) == anything.values_in(dossier)


concepts = (
    anything.dossiers.map(document.for_others).map(lambda d: replace(d, versions=())).filter(once)
)


@given(concepts)
def test_any_plan_comes_back_as_it_was(concept: Dossier) -> None:
    assert package.load(document.dump(concept)) == package.Package(concept)


@given(concepts, st.sampled_from(VersionReason), anything.moments)
def test_any_plan_that_was_set_comes_back_with_its_version(
    concept: Dossier, reason: VersionReason, at: datetime
) -> None:
    content = document.content(concept)
    made = PlanVersion(
        1, reason, at, document.digest(content), document.digest(document.terms(concept))
    )
    frozen = replace(concept, versions=(made,))
    assert package.load(document.dump(frozen)) == package.Package(frozen, (content,))


def test_a_signed_plan_comes_back_with_its_ink_and_its_frozen_content() -> None:
    edition = editions.signed(editions.case("dennis"))
    found = package.load(edition.package())
    assert found.dossier == edition.dossier
    content, *inks = found.blobs
    version = found.dossier.versions[-1]
    assert document.digest(content) == version.content
    assert {document.digest(ink): ink for ink in inks} == edition.inks


Change = Callable[[Any], None]


def put(*path: Any) -> Change:
    """Set the last of the path to be the value at its end."""
    *way, key, value = path

    def change(plan: Any) -> None:
        for step in way:
            plan = plan[step]
        plan[key] = value

    return change


FAULTS: list[tuple[str, Change]] = [
    ("dossier.goals[2].steps[0].on", put("dossier", "goals", 2, "steps", 0, "on", "morgen")),
    ("dossier.goals[0].state", put("dossier", "goals", 0, "state", "dreamt")),
    ("dossier.goals[1].text", put("dossier", "goals", 1, "text", "")),
    ("dossier.goals[1].dimension", put("dossier", "goals", 1, "dimension", "fifth")),
    ("dossier.person.formal", put("dossier", "person", "formal", 1)),
    ("dossier.person.colour", put("dossier", "person", "colour", "red")),
    ("dossier.versions", put("dossier", "versions", [])),
    ("surprise", put("surprise", 1)),
    ("dossier.scores[0].value", put("dossier", "scores", 0, "value", 6)),
    ("dossier.scores[0].value", put("dossier", "scores", 0, "value", -1)),
    ("dossier.scores[0].value", put("dossier", "scores", 0, "value", 2.5)),
    ("dossier.scores[1].id", put("dossier", "scores", 1, "id", "self.client.now")),
    ("dossier.goals[0].id", put("dossier", "goals", 0, "id", "../../etc")),
    ("dossier.goals[0].id", put("dossier", "goals", 0, "id", "")),
    ("dossier.person.id", put("dossier", "person", "id", "somebody")),
    ("dossier.goals[1].id", put("dossier", "goals", 1, "id", "goal-1")),
    ("dossier.goals[2].steps[0].id", put("dossier", "goals", 2, "steps", 0, "id", "step-1-1")),
    ("dossier.team[0].role", put("dossier", "team", 0, "role", "judge")),
    ("dossier.answers", put("dossier", "answers", {"self.proud": "x"})),
    ("dossier.goals[0].steps", put("dossier", "goals", 0, "steps", None)),
    ("version.frozen_at", put("version", "frozen_at", "2026-03-11T10:06:00")),
    ("version.number", put("version", "number", 0)),
    ("version.content", put("version", "content", "abc")),
    ("version.signatures[0].ink", put("version", "signatures", 0, "ink", "0" * 64)),
    ("version.signatures[1].role", put("version", "signatures", 1, "role", "client")),
    ("inks[0].strokes[0][0].x", put("inks", 0, "strokes", 0, 0, "x", "left")),
    ("version.signatures[0].ink", put("inks", 0, "strokes", 0, 0, "x", 0.99)),
    ("inks[0].strokes[0][0].y", put("inks", 0, "strokes", 0, 0, "y", 1e308)),
    ("inks[0].aspect", put("inks", 0, "aspect", 0)),
    ("inks", put("inks", None)),
    ("version.signatures[0].ink", put("version", "signatures", 0, "ink", "")),
    ("version.signatures[1].at", put("version", "signatures", 1, "at", "0001-01-01T00:00:00Z")),
    ("version.frozen_at", put("version", "frozen_at", "9999-12-31T23:59:59-12:00")),
    ("schema", put("schema", 0)),
]


@pytest.mark.parametrize(("path", "change"), FAULTS, ids=lambda it: it if type(it) is str else "")
def test_the_first_fault_is_named_by_its_path(path: str, change: Change) -> None:
    plan = json.loads(editions.signed(editions.case("dennis")).package())
    change(plan)
    with pytest.raises(UserError, match=rf"(^|[\s(]){re.escape(path)}([.,:\s]|$)"):
        package.load(json.dumps(plan).encode())


def test_a_field_that_is_missing_is_named() -> None:
    plan = json.loads(document.dump(editions.case("dennis")))
    del plan["dossier"]["goals"][3]["id"]
    with pytest.raises(UserError, match=re.escape("dossier.goals[3].id")):
        package.load(json.dumps(plan).encode())


def test_a_field_with_a_plain_value_may_be_left_out() -> None:
    plan = json.loads(document.dump(editions.case("mehmet")))
    del plan["dossier"]["practice"], plan["dossier"]["person"]["read_aloud"]
    assert package.load(json.dumps(plan).encode()).dossier == editions.case("mehmet")


@pytest.mark.parametrize(
    "change",
    [
        put("dossier", "goals", 0, "text", "Ik wil iets anders."),
        put("dossier", "goals", 0, "answer", "no"),
        put("dossier", "person", "called", "Denis"),
        put("version", "content", "0" * 64),
    ],
)
def test_a_plan_that_was_changed_after_it_was_set_is_refused(change: Change) -> None:
    plan = json.loads(editions.signed(editions.case("dennis")).package())
    change(plan)
    with pytest.raises(UserError, match="changed after it was set"):
        package.load(json.dumps(plan).encode())


def test_a_newer_schema_is_said_as_such_even_with_fields_of_its_own() -> None:
    plan = json.loads(document.dump(editions.case("dennis")))
    plan |= {"schema": document.SCHEMA + 1, "meetings": []}
    with pytest.raises(UserError, match="newer caseplanner"):
        package.load(json.dumps(plan).encode())


def test_ink_that_nobody_signed_with_is_refused() -> None:
    edition = editions.signed(editions.case("dennis"))
    plan = json.loads(edition.package())
    plan["inks"].append({"aspect": 2.0, "strokes": []})
    with pytest.raises(UserError, match=r"inks\[1\]"):
        package.load(json.dumps(plan).encode())
    concept = json.loads(document.dump(editions.case("dennis")))
    concept["inks"] = plan["inks"]
    with pytest.raises(UserError, match=r"inks\[0\]"):
        package.load(json.dumps(concept).encode())


HEAD = b'{"format":"caseplanner-plan","schema":1,'
STRANGE: dict[str, bytes] = {
    "nothing": b"",
    "not JSON": b"%PDF-1.7",
    "not text": b"\xff\xfe\x00",
    "half a file": document.dump(editions.case("dennis"))[:-40],
    "another JSON": b'{"hello": 1}',
    "a list": b"[]",
    "null": b"null",
    "another format": b'{"format":"other","schema":1}',
    "deep nesting": b"[" * 19_000_000,
    "deep nesting in a field nobody knows": HEAD + b'"x":' + b"[" * 19_000_000,
    "deep nesting in the plan": HEAD + b'"dossier":' + b'{"a":' * 3_900_000,
    "many small things": HEAD + b'"x":[' + b"{}," * 6_000_000 + b"{}]}",
    "a lone surrogate": document.dump(editions.case("dennis")).replace(b"Dennis", b"\\ud800", 1),
    "not a number": document.dump(editions.case("dennis")).replace(b'"value":1', b'"value":NaN', 1),
    "infinity": document.dump(editions.case("dennis")).replace(b'"value":1', b'"value":1e999', 1),
    "twice a file": document.dump(editions.case("dennis")) * 2,
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_not_a_plan_is_refused_at_once(name: str) -> None:
    start = perf_counter()
    with pytest.raises(UserError, match="Nothing was imported"):
        package.load(STRANGE[name])
    assert perf_counter() - start < 2


def test_a_file_that_is_too_large_is_not_read_at_all() -> None:
    with pytest.raises(UserError, match="50 MB"):
        package.load(b"[" * 50_000_000)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_plan_or_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError):
        package.load(data)


def test_whoever_imports_a_signed_plan_can_keep_it_whole(desk: Desk) -> None:
    edition = editions.signed(editions.case("dennis"))
    found = package.load(edition.package())
    opened = desk.add(found.dossier, found.blobs)
    version = opened.dossier.versions[-1]
    assert opened.frozen(version.id) == edition.dossier
    drawn = lists.find(version.signatures, version.signatures[0].id)
    assert drawn
    assert opened.ink(drawn) == edition.inks[drawn.ink]


def test_many_plans_may_be_read_at_once_by_a_program_that_just_began() -> None:
    """In a process of its own: what goes wrong there is the end of the program."""
    done = subprocess.run([sys.executable, "-c", AT_ONCE, whole.CASES / "dennis.json"], check=False)
    assert done.returncode == 0


AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from caseplanner.export import package

data, begin = Path(sys.argv[1]).read_bytes(), Barrier(8)
sys.setswitchinterval(1e-6)


def read(_number):
    begin.wait()
    return package.load(data)


with ThreadPoolExecutor(8) as threads:
    assert len(set(map(repr, threads.map(read, range(8))))) == 1
"""
