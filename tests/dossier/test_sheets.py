"""A library file is read whole or refused whole, and a sheet is found by its words."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from caseplanner import paths, words
from caseplanner.dossier import sheet_file, sheets, takeover
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.errors import UserError

KIND = SheetKind.INTERVENTION
ROW: dict[str, Any] = {"id": "a", "kind": "guideline", "title": "Een", "text": ["Regel"]}


def file(*rows: object, **head: object) -> bytes:
    whole = {"format": "caseplanner-library", "schema": 1, "sheets": rows, **head}
    return json.dumps(whole).encode()


def refusal(data: bytes) -> str:
    words.use("nl")
    with pytest.raises(UserError) as told:
        sheet_file.read("bibliotheek.json", data)
    return str(told.value)


def test_what_is_written_is_read_back_the_same() -> None:
    whole = Factsheet(
        SheetKind.WORK_PENALTY,
        "Çağla’s <b>blad</b>",
        "Eerste\n\n<script>alert(1)</script>\tmet een tab",
        ("één", "twee"),
        "Boek",
        "CC BY 4.0",
        date(2027, 1, 31),
        id="x-1",
    )
    library = (whole, Factsheet(KIND, "Leeg", id="y"))
    assert sheet_file.read("f", sheet_file.write(library)) == library


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{\n  nee", "regel 2 is niet te lezen"),
        (b'\n\n"\xff\xfe"', "regel 3 is niet te lezen"),
        (b"[sheet]\ntitle = 'x'\n", "regel 1 is niet te lezen"),
        (b"", "regel 1 is niet te lezen"),
        (b"[]", "geen bestand voor deze lijst"),
        (b'{"schema": NaN}', "geen bestand voor deze lijst"),
        (b'{"schema": ' + b"9" * 5000 + b"}", "geen bestand voor deze lijst"),
        (file(ROW, schema=2), "nieuwere versie"),
        (file(ROW, format="caseplanner-plan"), "geen bestand voor deze lijst"),
        (file(ROW, extra=1), "bovenaan is “extra”"),
        (file(sheets={}), "bovenaan is “sheets”"),
        (file(ROW, {**ROW, "id": "b", "kleur": "rood"}), "bij nummer 2 is “kleur”"),
        (file({k: v for k, v in ROW.items() if k != "title"}), "bij nummer 1 is “title”"),
        (file("blad"), "bij nummer 1 is “{ }”"),
        (file({**ROW, "kind": "advies"}), "bij nummer 1 is “kind”"),
        (file({**ROW, "kind": ["guideline"]}), "bij nummer 1 is “kind”"),
        (file({**ROW, "text": "geen lijst"}), "bij nummer 1 is “text”"),
        (file({**ROW, "text": [1]}), "bij nummer 1 is “text”"),
        (file({**ROW, "text": ["twee\nregels"]}), "bij nummer 1 is “text”"),
        (file({**ROW, "text": ["x" * 100_001]}), "bij nummer 1 is “text”"),
        (file({**ROW, "text": ["weg\u202eom"]}), "bij nummer 1 is “text”"),
        (file({**ROW, "title": "be\u0007l"}), "bij nummer 1 is “title”"),
        (file({**ROW, "title": "half \ud800"}), "bij nummer 1 is “title”"),
        (file({**ROW, "title": "  "}), "bij nummer 1 is “title”"),
        (file({**ROW, "id": "../../x"}), "bij nummer 1 is “id”"),
        (file({**ROW, "tags": ["a"] * 21}), "bij nummer 1 is “tags”"),
        (file({**ROW, "tags": "a"}), "bij nummer 1 is “tags”"),
        (file({**ROW, "valid_until": "31-12-2026"}), "bij nummer 1 is “valid_until”"),
        (file({**ROW, "valid_until": "20261231"}), "bij nummer 1 is “valid_until”"),
        (file({**ROW, "valid_until": None}), "bij nummer 1 is “valid_until”"),
        (file(ROW, ROW), "nummer 2 heeft het id “a”"),
        (b'{"format": "a", "format": "b"}', "“format” staat twee keer"),
        (b"[" * 1_000_000, "te diep"),
        (b'{"a":' * 1_000_000, "te diep"),
        (b" " * (sheets.MOST_BYTES + 1), "groter dan 20 MB"),
        (file(*[{**ROW, "id": str(n)} for n in range(5001)]), "meer dan 5000"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_file_that_is_not_right_is_refused_in_one_sentence_with_the_place(
    data: bytes, told: str
) -> None:
    sentence = refusal(data)
    assert told in sentence
    assert sentence.startswith("Er is niets uit bibliotheek.json overgenomen: ")
    assert len(sentence) < 300


def test_the_example_says_of_itself_that_it_is_made_up() -> None:
    data = paths.resource("library/example.json").read_bytes()
    [sheet] = sheet_file.read("example.json", data)
    assert "verzonnen" in sheet.title


def test_a_sheet_is_found_by_the_words_of_title_tags_and_text_without_accents() -> None:
    one = Factsheet(KIND, "Çağla leert", "over geld", ("schuldhulp",), id="1")
    two = Factsheet(SheetKind.GUIDELINE, "Geld en werk", "een richtlijn", id="2")
    library = sheets.in_order((two, one))
    assert library == (one, two)
    assert sheets.find(library, "cagla GELD") == (one,)
    assert sheets.find(library, "schuldh") == (one,)
    assert sheets.find(library, "geld") == (one, two)
    assert sheets.find(library, "geld", SheetKind.GUIDELINE) == (two,)
    assert sheets.find(library, "") == library


def test_a_file_tells_what_is_new_changed_the_same_and_gone_and_gone_stays() -> None:
    same, old, gone = (Factsheet(KIND, t, id=t, edited=date(2026, 1, 1)) for t in "abc")
    changed, new = replace(old, text="anders", edited=None), Factsheet(KIND, "d", id="d")
    found = sheets.compare((same, old, gone), (replace(same, edited=None), changed, new))
    assert (found.new, found.changed, found.gone) == ((new,), (changed,), (gone,))
    assert [sheet.id for sheet in found.same] == ["a"]
    assert {s.id: s.text for s in takeover.joined((same, old, gone), found)} == {
        "a": "",
        "b": "anders",
        "c": "",
        "d": "",
    }


def test_a_sheet_is_past_only_after_its_last_day() -> None:
    sheet = Factsheet(KIND, "a", valid_until=date(2026, 3, 1))
    assert not sheets.is_past(sheet, date(2026, 3, 1))
    assert sheets.is_past(sheet, date(2026, 3, 2))
