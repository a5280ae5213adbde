"""The file of addresses is read whole or refused whole; an organisation is found by its words."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from caseplanner import paths, words
from caseplanner.dossier import organisations
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation
from caseplanner.errors import UserError

ROW: dict[str, Any] = {"id": "a", "kind": "care", "name": "Zorg"}


def file(*rows: object, **head: object) -> bytes:
    whole = {"format": "caseplanner-addresses", "schema": 1, "organisations": rows, **head}
    return json.dumps(whole).encode()


def test_what_is_written_is_read_back_the_same() -> None:
    whole = Organisation(
        PartnerKind.HOUSING, "Huis & <b>Haard</b>", "Çağla", "tel. 0", "Eén\n\ntwee", id="x-1"
    )
    here = (whole, Organisation(PartnerKind.OTHER, "Leeg", id="y"))
    assert organisations.read("f", organisations.write(here)) == here


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{\n  nee", "regel 2 is niet te lezen"),
        (b"[]", "geen bestand voor deze lijst"),
        (b'{"format": "caseplanner-library", "schema": 1, "sheets": []}', "geen bestand voor"),
        (file(ROW, extra=1), "bovenaan is “extra”"),
        (file(ROW, {**ROW, "id": "b", "victim": "x"}), "bij nummer 2 is “victim”"),
        (file({**ROW, "kind": "police"}), "bij nummer 1 is “kind”"),
        (file({**ROW, "name": " "}), "bij nummer 1 is “name”"),
        (file({**ROW, "name": "be\u0007l"}), "bij nummer 1 is “name”"),
        (file({**ROW, "reach": "weg\u202eom"}), "bij nummer 1 is “reach”"),
        (file({**ROW, "contact": 1}), "bij nummer 1 is “contact”"),
        (file({**ROW, "note": "geen lijst"}), "bij nummer 1 is “note”"),
        (file({**ROW, "note": ["a\nb"]}), "bij nummer 1 is “note”"),
        (file({**ROW, "note": ["x" * 2001]}), "bij nummer 1 is “note”"),
        (file({**ROW, "id": "../x"}), "bij nummer 1 is “id”"),
        (file(ROW, ROW), "nummer 2 heeft het id “a”"),
        (b"[" * 1_000_000, "te diep"),
        (b" " * (organisations.MOST_BYTES + 1), "groter dan 5 MB"),
        (file(*[{**ROW, "id": str(n)} for n in range(2001)]), "meer dan 2000"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_file_that_is_not_right_is_refused_in_one_sentence_with_the_place(
    data: bytes, told: str
) -> None:
    words.use("nl")
    with pytest.raises(UserError) as refused:
        organisations.read("lijst.json", data)
    sentence = str(refused.value)
    assert told in sentence
    assert sentence.startswith("Er is niets uit lijst.json overgenomen: ")
    assert len(sentence) < 300


def test_the_list_of_twente_has_seventeen_names_and_no_way_to_reach_anybody() -> None:
    data = paths.resource("addresses/twente.json").read_bytes()
    here = organisations.read("twente.json", data)
    kinds = [one.kind for one in here]
    assert kinds.count(PartnerKind.PROBATION) == 3
    assert kinds.count(PartnerKind.MUNICIPALITY) == 14
    assert len(here) == 17
    assert not any(one.contact or one.reach or one.note for one in here)
    assert "Gemeente Hof van Twente" in [one.name for one in here]


def test_an_organisation_is_found_by_the_words_of_all_its_fields_and_by_its_kind() -> None:
    one = Organisation(PartnerKind.CARE, "Tactus", "Çağla", note="verslaving", id="1")
    two = Organisation(PartnerKind.DEBTS, "Budgetkring", reach="cagla@voorbeeld.nl", id="2")
    here = organisations.in_order((one, two))
    assert here == (two, one)
    assert organisations.find(here, "cagla") == (two, one)
    assert organisations.find(here, "cagla VERSL") == (one,)
    assert organisations.find(here, "cagla", PartnerKind.DEBTS) == (two,)
    assert organisations.find(here) == here


def test_there_is_no_field_for_a_client_or_a_victim() -> None:
    names = {each.name for each in fields(Organisation)}
    assert names == {"kind", "name", "contact", "reach", "note", "id"}


def test_too_long_a_name_is_wrong() -> None:
    one = Organisation(PartnerKind.CARE, "Tactus")
    assert organisations.wrong(one) == ""
    assert organisations.wrong(replace(one, name="x" * 201)) == "name"
