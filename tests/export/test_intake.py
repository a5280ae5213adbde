"""The intake on paper: what goes well first, worries apart, and nothing that stays inside."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from caseplanner.dossier import answers, course, stays
from caseplanner.dossier.model import CaseState, Dossier, Verdict
from caseplanner.export import pdf
from caseplanner.export.pdf import Edition
from tests import whole
from tests.export import editions, reading
from tests.whole.sam import AGREED, INTAKE, NUMBER, SCREENED, WANTED

STATEMENT = "Ik heb de fietsen meegenomen."
pytestmark = pytest.mark.needs("pdftotext", "pdfinfo")


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Edition], Path]:
    def write(edition: Edition) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(pdf.build(edition))
        return path

    return write


@pytest.fixture
def sam() -> Dossier:
    return stays.state_offence(whole.case("sam"), STATEMENT)


def test_it_is_heard_in_order_what_goes_well_first(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    heard = reading.spoken(printed(editions.concept(sam)))
    at = heard.index("Wie tekent")
    for said in (
        "Intake",
        "Stand van de zaak: in uitvoering, sinds di 17 februari 2026.",
        "wo 21 januari 2026, 10:00 tot 10:30; vr 23 januari 2026, 10:00 tot 10:20",
        "Wat gaat goed",
        f"“{INTAKE['intake.well.good']}”",
        "De begeleider ziet: Wat ziet de begeleider goed gaan?",
        INTAKE["intake.well.seen"],
        f"“{INTAKE['intake.worries.own']}”",
        "De begeleider ziet: Waar maakt de begeleider zich zorgen over?",
        INTAKE["intake.worries.worker"],
        INTAKE["intake.people.agencies"],
        INTAKE["intake.reading.agreed"],
        "bril voor lezen, ligt vaak op cel",
        "Langste gesprek: 30 minuten",
        "Zelfherstel",
    ):
        found = heard.find(said, at)
        assert found >= 0, f"missing, or not in this place: {said}"
        at = found + len(said)
    assert "“Sam zegt snel ja." not in heard  # a view of the worker is no quote of the client


def test_the_first_page_says_when_he_gets_out_and_what_helps(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    ordinary = replace(sam, person=replace(sam.person, large_print=False))
    first, *_ = reading.text(printed(editions.signed(ordinary))).split("\f")
    told = reading.joined(first)
    assert "Verwacht vrij: vr 26 juni 2026" in told
    assert "Wat helpt in een gesprek: één onderwerp tegelijk" in told
    assert "Toezichthouder" in told[told.index("Wie tekent") :]


def test_in_large_print_the_first_page_is_one_page_and_cuts_nothing_short(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    assert sam.person.large_print
    first, second, *_ = reading.text(printed(editions.signed(sam))).split("\f")
    assert "…" not in first
    assert "Toezichthouder" in first[first.index("Wie tekent") :]
    assert "Wat Sam is gelukt" in second


def test_no_question_stands_at_the_foot_of_a_page_without_its_answer(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    asked = {q.text for part in editions.dutch().intake for q in part.questions}
    asked |= {part.title for part in editions.dutch().intake}
    for lines in range(1, 14):  # however far down the page the next question begins
        said = "\n".join(["regel"] * lines)
        pages = reading.text(
            printed(editions.concept(answers.give(sam, "intake.well.good", said)))
        ).split("\f")
        around = ("Kenmerk", "Gemaakt op", "Herstelplan van", "OEFENING", "CONCEPT")
        for page in pages[1:4]:
            told = [line for line in page.splitlines() if line and not line.startswith(around)]
            assert told[-1] not in asked


def test_what_stays_inside_is_on_no_page_and_in_no_attached_plan(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    path = printed(editions.signed(sam))
    with pikepdf.open(path) as file:
        [plan] = [a.get_file().read_bytes().decode() for a in file.attachments.values()]
    heard = reading.spoken(path)
    for private in (SCREENED, WANTED, AGREED):
        assert private not in heard
        assert private not in plan
    for not_printed in (NUMBER, "14 juli 1993", "14-07-1993", STATEMENT):
        assert not_printed not in heard


def test_what_is_said_of_the_offence_leaves_with_no_file_during_an_appeal(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    appeal = stays.describe(sam, verdict=Verdict.NOT_FINAL)
    with pikepdf.open(printed(editions.concept(appeal))) as file:
        [plan] = [a.get_file().read_bytes().decode() for a in file.attachments.values()]
    assert STATEMENT not in plan


def test_a_pause_is_told_with_its_reason(sam: Dossier, printed: Callable[[Edition], Path]) -> None:
    paused = course.go_to(sam, CaseState.PAUSED, None, "Sam ligt in het ziekenhuis.")
    heard = reading.spoken(printed(editions.concept(paused)))
    assert "Stand van de zaak: gepauzeerd. Sam ligt in het ziekenhuis." in heard


def test_without_an_intake_there_is_no_such_part(printed: Callable[[Edition], Path]) -> None:
    assert "Intake" not in reading.spoken(printed(editions.concept(editions.bare())))


def test_a_long_intake_is_whole_and_is_never_markup(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    long = " ".join(f"woord{n}" for n in range(4000))
    sam = answers.give(sam, "intake.worries.own", long)
    sam = answers.give(sam, "intake.well.good", "<b>vet</b> & <para>")
    sam = answers.give(sam, "intake.people.around", "x" * 5000)
    sam = answers.give(sam, "intake.people.of_later", "Een vraag van later.")
    heard = reading.spoken(printed(editions.concept(sam)))
    assert "woord0 " in heard
    assert "woord3999”" in heard
    assert "“<b>vet</b> & <para>”" in heard
    assert heard.replace(" ", "").count("x" * 5000) == 1
    assert "Een vraag van later." in heard


def test_a_note_in_letters_no_font_has_stops_no_print(
    sam: Dossier, printed: Callable[[Edition], Path]
) -> None:
    hebrew = replace(sam, notes=(replace(sam.notes[0], text="שלום"),))
    hebrew = replace(hebrew, talks=(replace(sam.talks[0], told="שלום"),))
    assert reading.spoken(printed(editions.concept(hebrew)))
