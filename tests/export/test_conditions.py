"""The basic conditions, what is imposed and where risk assessments are kept, read back on paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from caseplanner import words
from caseplanner.dossier import basics, conditions, risks
from caseplanner.dossier.model import Area, BasicState, Dossier
from caseplanner.export import pdf
from caseplanner.export.pdf import Edition
from tests.export import editions, reading
from tests.export.verapdf import VeraPDF

pytestmark = pytest.mark.needs("pdftotext", "pdfinfo")
FEBRUARY, MARCH, JUNE = date(2026, 2, 12), date(2026, 3, 3), date(2026, 6, 19)
STATES = (
    (Area.ID, BasicState.ARRANGED, "Fatma", date(2026, 2, 26), ""),
    (Area.HOUSING, BasicState.BUSY, "woonbegeleider", JUNE, "Kamer bij begeleid wonen."),
    (Area.INCOME, BasicState.TO_ARRANGE, "gemeente Hengelo", date(2026, 6, 22), ""),
    (Area.DEBTS, BasicState.NO_HELP, "Sam zelf", None, "Wil het eerst zelf proberen."),
    (Area.CARE, BasicState.NOT_NEEDED, "", None, ""),
)
DUTY = {
    "plain": "Je gaat naar Joost als hij je een afspraak geeft.",
    "imposed_by": "de rechtbank Overijssel",
    "since": date(2026, 6, 26),
    "until": date(2028, 6, 26),
    "checked_by": "Reclassering en woonbegeleider",
    "breach": "Eerst een gesprek, dan een waarschuwing.",
    "explained_on": date(2026, 6, 12),
    "note": "Samen gelezen op cel.",
}


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Edition], Path]:
    def write(edition: Edition) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(pdf.build(edition))
        return path

    return write


def filled(dossier: Dossier) -> Dossier:
    dossier = basics.say(dossier, Area.HOUSING, BasicState.TO_ARRANGE, FEBRUARY)
    for area, state, who, on, note in STATES:
        dossier = basics.say(dossier, area, state, MARCH)
        dossier = basics.describe(dossier, area, who=who, on=on, note=note)
    dossier = conditions.add(dossier, "Meldplicht zo vaak als die instelling dat nodig acht.")
    dossier = conditions.change(dossier, dossier.conditions[-1].id, **DUTY)
    dossier = conditions.add(dossier, "Locatieverbod, als op de kaart bij het vonnis.")
    for instrument, valid in (("OxRec", date(2027, 1, 27)), ("RISC", date(2026, 1, 27))):
        dossier = risks.add(dossier, instrument)
        details = {"on": date(2026, 1, 20), "by": "Joost", "kept_at": "bij Reclassering"}
        dossier = risks.change(dossier, dossier.risks[-1].id, valid_until=valid, **details)
    return dossier


@pytest.mark.parametrize("large", [True, False])
def test_every_state_owner_date_text_and_breach_is_heard_in_order(
    large: bool, printed: Callable[[Edition], Path]
) -> None:
    dossier = filled(replace(editions.case("sam"), basics=(), conditions=(), risks=()))
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    heard = reading.spoken(printed(editions.signed(dossier)))
    told = ["Basisvoorwaarden"]
    for area, state, who, on, note in STATES:
        word = words.text(basics.STATES[state][0])
        told += [basics.name(area), word, who, note, words.day(on) if on else "–"]
    told += ["Netwerk", "Niet besproken", "Bijzondere voorwaarden", "Voorwaarde 1"]
    told += ["Meldplicht zo vaak als die instelling dat nodig acht.", str(DUTY["plain"])]
    told += ["de rechtbank Overijssel", "van vr 26 juni 2026 tot en met ma 26 juni 2028"]
    told += [str(DUTY[name]) for name in ("checked_by", "breach")]
    told += ["vr 12 juni 2026", str(DUTY["note"]), "Voorwaarde 2", "Locatieverbod"]
    told += ["Nog niet uitgelegd in gewone woorden.", "Risicotaxaties"]
    told += ["OxRec", "di 20 januari 2026", "Joost", "wo 27 januari 2027", "bij Reclassering"]
    told += ["RISC", "di 27 januari 2026 (verlopen)", "Handtekeningen"]
    at = heard.index("Vragen en antwoorden")
    for said in told:
        found = heard.find(said, at)
        assert found >= 0, f"missing, or not in this place: {said}"
        at = found + len(said)


def test_nobody_is_said_to_agree_with_what_is_imposed(printed: Callable[[Edition], Path]) -> None:
    heard = reading.spoken(printed(editions.concept(filled(editions.bare()))))
    part = heard[heard.index("Bijzondere voorwaarden") : heard.index("Risicotaxaties")]
    assert "Dit moet. Het is geen doel." in part
    assert "zegt ja" not in part
    assert "akkoord" not in part.lower()
    assert "niet gevraagd" not in part


def test_there_is_no_empty_part_where_nothing_was_said(printed: Callable[[Edition], Path]) -> None:
    heard = reading.spoken(printed(editions.concept(editions.bare())))
    for title in ("Basisvoorwaarden", "Bijzondere voorwaarden", "Risicotaxaties"):
        assert title not in heard


def test_long_texts_and_texts_like_markup_are_printed_whole(
    printed: Callable[[Edition], Path],
) -> None:
    long = " ".join(f"woord{n}" for n in range(3000))
    odd = "<b>vet</b> & <para> \u202egespiegeld\x07 " + "x" * 5000
    dossier = filled(editions.bare())
    for condition in dossier.conditions:
        dossier = conditions.change(dossier, condition.id, text=long, plain=odd, breach=long)
    dossier = basics.describe(dossier, Area.ID, who=odd, note=long)
    dossier = risks.change(dossier, dossier.risks[0].id, kept_at=odd)
    heard = reading.spoken(printed(editions.concept(dossier)))
    assert heard.count("woord2999") == 5
    assert heard.count("<b>vet</b> & <para>") == 4
    assert heard.replace(" ", "").count("x" * 5000) == 4


def test_the_parts_are_in_the_outline_of_the_document(printed: Callable[[Edition], Path]) -> None:
    path = printed(editions.concept(filled(editions.bare())))
    with pikepdf.open(path) as document, document.open_outline() as outline:
        titles = [str(one.title) for item in outline.root for one in (item, *item.children)]
    assert titles.index("Basisvoorwaarden") < titles.index("Bijzondere voorwaarden")
    assert titles.index("Risicotaxaties") < titles.index("Handtekeningen")


@pytest.mark.parametrize("large", [True, False])
def test_the_parts_keep_to_the_norms_for_archives_and_for_readers(
    large: bool, verapdf: VeraPDF, tmp_path: Path
) -> None:
    dossier = filled(editions.case("sam"))
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    path = tmp_path / "plan.pdf"
    path.write_bytes(editions.sealed(pdf.build(editions.signed(dossier))))
    for flavour in ("3a", "ua1"):
        assert (flavour, verapdf.check(path, flavour).failures) == (flavour, {})
