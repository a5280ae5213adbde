"""The dossier as text: the same dossier, the same bytes, the same hash."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given

from caseplanner.dossier import document
from caseplanner.dossier.model import (
    CareNote,
    Contact,
    Dimension,
    Dossier,
    Goal,
    IntakeTalk,
    Overruled,
    Person,
    PlanVersion,
    ProtectedName,
    SheetTalk,
    Stay,
    Verdict,
    VersionReason,
    WorkerNote,
)
from tests.dossier.anything import dossiers, versions


@given(dossiers, versions)
def test_the_hash_covers_the_plan_and_not_its_versions(
    dossier: Dossier, version: PlanVersion
) -> None:
    with_one_more = replace(dossier, versions=(*dossier.versions, version))
    assert document.content(dossier) == document.content(with_one_more)
    assert document.content(replace(dossier)) == document.content(dossier)


@given(dossiers, dossiers)
def test_another_plan_has_another_hash(one: Dossier, other: Dossier) -> None:
    same = replace(one, versions=()) == replace(other, versions=())
    assert (document.content(one) == document.content(other)) is same


@given(dossiers)
def test_the_file_holds_the_plan_and_its_newest_version(dossier: Dossier) -> None:
    whole = json.loads(document.dump(dossier))
    assert (whole["format"], whole["schema"]) == (document.FORMAT, document.SCHEMA)
    plan = json.loads(document.content(dossier))
    assert whole["dossier"] == plan
    assert "versions" not in plan
    newest = dossier.versions[-1].id if dossier.versions else None
    assert (whole["version"] and whole["version"]["id"]) == newest


def test_letters_and_dates_stand_in_the_file_as_people_write_them() -> None:
    dossier = Dossier(
        Person("İbrahim"),
        goals=(Goal(Dimension.SELF, "Ik wil", remind_on=date(2026, 6, 1)),),
        versions=(
            PlanVersion(1, VersionReason.FIRST, datetime(2026, 3, 11, 10, 4, tzinfo=UTC), "", ""),
        ),
    )
    text = document.dump(dossier).decode()
    assert "İbrahim" in text
    assert '"2026-06-01"' in text
    assert '"2026-03-11T10:04:00+00:00"' in text


def test_ink_goes_along_as_strokes() -> None:
    whole = json.loads(document.dump(Dossier(), (b'{"aspect":2,"strokes":[]}',)))
    assert whole["inks"] == [{"aspect": 2, "strokes": []}]


def test_an_empty_field_says_nothing_about_what_was_agreed() -> None:
    # A later release may give a goal one more field; plans signed before must not look changed.
    goal = Goal(Dimension.SELF, "Ik wil slapen.", id="sleep")
    terms = json.loads(document.terms(Dossier(goals=(goal,))))
    assert terms["goals"] == [
        {
            "decides": "together",
            "dimension": "self",
            "id": "sleep",
            "state": "now",
            "text": "Ik wil slapen.",
        }
    ]


def test_the_order_of_goals_is_not_part_of_what_was_agreed() -> None:
    one, two = Goal(Dimension.SELF, "Een", id="1"), Goal(Dimension.SELF, "Twee", id="2")
    assert document.terms(Dossier(goals=(one, two))) == document.terms(Dossier(goals=(two, one)))


def test_what_no_page_shows_is_not_in_the_file_either() -> None:
    """A file that goes along unseen would tell a partner more than the paper does."""
    word = "zonnebloemwoord"
    dossier = Dossier(
        Person("Sam", number=word, born=date(1993, 7, 14)),
        stays=(Stay(statement=word, verdict=Verdict.FINAL, about="inbraak"),),
        talks=(IntakeTalk(date(2026, 1, 21), told=word),),
        notes=(WorkerNote(word),),
        care=(CareNote(word, word),),
        sheet_talks=(SheetTalk("x", word, word),),
        protected=(ProtectedName(word, word),),
        overruled=(Overruled(word, word),),
        contacts=(Contact(word, also_victim=True), Contact("Rick")),
    )
    told = document.dump(dossier).decode()
    assert word not in told
    assert "1993" not in told
    assert "Rick" in told
    assert "2026-01-21" in told
