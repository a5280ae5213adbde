"""What stands in the document: everything that was said, once, in order, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from caseplanner import words
from caseplanner.dossier import answers, goals
from caseplanner.dossier.model import Dimension, Dossier, HowSigned
from caseplanner.export import pdf
from caseplanner.export.pdf import Edition
from tests.export import editions, reading

pytestmark = pytest.mark.needs("pdftotext", "pdfinfo")
CASES = ("sam", "dennis", "mehmet")


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Edition], Path]:
    def write(edition: Edition) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(pdf.build(edition))
        return path

    return write


def told(dossier: Dossier) -> list[str]:
    """All that people said and decided, in the order of the document after its first page."""
    found = []
    asked = {q.id: q for part in editions.dutch().dimensions for q in part.questions}
    for part in editions.dutch().dimensions:
        found += [part.title, answers.given(dossier, answers.words_of(part.dimension))]
        said = answers.no_goal_of(dossier, part.dimension)
        found += [said.reason] if said else []
        for goal in goals.of(dossier, part.dimension):
            found += [goal.text, goal.reason]
            for step in goal.steps:
                found += [step.text, step.actor, words.day(step.on) if step.on else ""]
            found += [goal.helpers, goal.after_who, goal.answer_reason]
        for question in part.questions:
            answer = answers.given(dossier, question.id)
            found += [question.text, asked[question.id].say(answer)] if answer else []
    return [reading.joined(words) for words in found if words]


@pytest.mark.parametrize("name", CASES)
def test_a_screen_reader_hears_everything_in_the_order_of_the_plan(
    name: str, printed: Callable[[Edition], Path]
) -> None:
    dossier = editions.case(name)
    heard = reading.spoken(printed(editions.signed(dossier)))
    at = heard.index("Wie tekent")  # the first page says the same, shorter
    for words_said in told(dossier):
        found = heard.find(words_said, at)
        assert found >= 0, f"missing, or not in this place: {words_said}"
        at = found + len(words_said)


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_the_plan_is_broken_or_lost_on_paper(
    name: str, printed: Callable[[Edition], Path]
) -> None:
    dossier = editions.case(name)
    on_paper = _words(reading.text(printed(editions.signed(dossier))))
    assert not _words(" ".join(told(dossier))) - on_paper


def _words(text: str) -> set[str]:
    return {word.strip("“”.,:") for word in text.split()}


def test_every_goal_and_step_of_a_crowded_plan_is_there(
    printed: Callable[[Edition], Path],
) -> None:
    dossier = editions.crowded()
    heard = reading.spoken(printed(editions.concept(dossier)))
    for goal in dossier.goals:
        assert goal.text in heard
        for step in goal.steps:
            assert step.text in heard


def test_a_long_plan_is_whole_and_its_first_page_is_one_page(
    printed: Callable[[Edition], Path],
) -> None:
    path = printed(editions.concept(editions.lengthy()))
    heard = reading.spoken(path)
    for n in (0, 199, 399):
        assert heard.count(f"woord{n} ") + heard.count(f"woord{n}”") >= 5
    assert "Eerste regel Tweede regel Derde regel" in heard
    assert "Een vraag van later." in heard
    pages = reading.text(path).split("\f")
    assert "Wie tekent" in pages[0]
    assert "Wat Jan Jan" in pages[1]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("large", [True, False])
def test_the_first_page_of_an_ordinary_plan_cuts_nothing_short(
    name: str, large: bool, printed: Callable[[Edition], Path]
) -> None:
    dossier = editions.case(name)
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    for edition in (editions.signed(dossier), editions.concept(dossier)):
        first, *_others = reading.text(printed(edition)).split("\f")
        assert "…" not in first
        assert "Wie tekent" in first


def test_text_of_a_person_is_never_markup(printed: Callable[[Edition], Path]) -> None:
    said = "<b>vet</b> & <font color=red>rood</font> <para> &amp; a<br/>b \\n (haakje) %"
    dossier = goals.add(editions.bare(), Dimension.SELF, said)
    dossier = replace(dossier, person=replace(dossier.person, called="<i>Mo & Co</i>"))
    heard = reading.spoken(printed(editions.concept(dossier)))
    assert said in heard
    assert "Herstelplan van <i>Mo & Co</i>" in heard


def test_a_concept_says_so_on_every_page_and_in_the_text(
    printed: Callable[[Edition], Path],
) -> None:
    path = printed(editions.concept(editions.case("dennis")))
    pages = reading.text(path).split("\f")[:-1]
    assert len(pages) > 5
    assert all("CONCEPT" in page and "OEFENING" not in page for page in pages)
    assert "Dit is een concept. Er is nog niets afgesproken." in reading.spoken(path)


def test_the_practice_dossier_says_so_on_every_page_and_in_the_text(
    printed: Callable[[Edition], Path],
) -> None:
    path = printed(editions.signed(editions.case("sam")))
    pages = reading.text(path).split("\f")[:-1]
    assert all("OEFENING" in page and "CONCEPT" not in page for page in pages)
    assert "OEFENING: deze persoon is verzonnen." in reading.spoken(path)


def test_every_page_tells_its_number_the_version_and_the_mark(
    printed: Callable[[Edition], Path],
) -> None:
    edition = editions.signed(editions.case("mehmet"))
    pages = reading.text(printed(edition)).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"Bladzijde {number} van {len(pages)}" in page
        assert "Versie 1, wo 11 maart 2026" in page
        assert f"Kenmerk {edition.content_hash[:4]} {edition.content_hash[4:8]}" in page


def test_the_last_page_tells_who_signed_how_and_when(printed: Callable[[Edition], Path]) -> None:
    edition = editions.signed(editions.case("dennis"))
    last = reading.joined(reading.text(printed(edition)).split("\f")[-2])
    assert "Dennis Gewone handtekening, op het scherm wo 11 maart 2026" in last
    assert "Fatma Bouzidi Gewone handtekening, op papier wo 11 maart 2026" in last
    assert "Joost Kamphuis Tekent nu niet wo 11 maart 2026" in last
    assert f"Reden: {editions.REASON}" in last
    groups = edition.content_hash
    assert " ".join(groups[i : i + 4] for i in range(0, 32, 4)) in last
    assert edition.seal_fingerprint[:39] in last
    for never in ("rechtsgeldig", "gekwalificeerd"):
        assert never not in last.lower()


def test_who_has_not_signed_yet_is_told(printed: Callable[[Edition], Path]) -> None:
    edition = editions.signed(editions.case("dennis"), (HowSigned.INK,))
    heard = reading.spoken(printed(edition))
    assert "1 van 3 hebben getekend." in heard
    assert heard.count("Heeft nog niet getekend") == 4  # on the first page and on the last


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "wil dit niet invullen"), (0, "0 van 5"), (5, "5 van 5")],
)
def test_a_place_on_the_wheel_is_said_in_words(
    value: int | None, said: str, printed: Callable[[Edition], Path]
) -> None:
    heard = reading.spoken(printed(editions.concept(editions.scored(value))))
    heard = heard[heard.index("Ik zelf") :]  # after the legend of the wheel
    assert heard.count(said) == 4 * (1 + 4)  # a card, and a table of two by two


def test_what_was_not_asked_is_not_a_zero(printed: Callable[[Edition], Path]) -> None:
    heard = reading.spoken(printed(editions.concept(editions.bare())))
    heard = heard[heard.index("Ik zelf") :]  # after the legend of the wheel
    assert heard.count("nog niet gevraagd") == 4 * (1 + 4)
    assert "0 van 5" not in heard
    assert heard.count("Nog niet besproken.") == 4 * 2


def test_the_wheel_is_told_in_words(built: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(built)
    with pikepdf.open(path) as file:
        alts = [
            str(element.Alt)
            for element in file.objects
            if isinstance(element, pikepdf.Dictionary) and "/Alt" in element
        ]
    assert sorted(alts) == [
        "Getekende handtekening van Dennis",
        "Herstelwiel van Dennis. Ik zelf: 3 van 5, aan het begin 1. "
        "Mijn mensen: 2 van 5, aan het begin 2. Het slachtoffer: 1 van 5, aan het begin 1. "
        "De samenleving: 2 van 5, aan het begin 1.",
    ]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("large", [True, False])
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    name: str, large: bool, printed: Callable[[Edition], Path]
) -> None:
    dossier = editions.case(name)
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    titles = {"Op het wiel", "Vragen en antwoorden", "Hoe gaat het"}
    titles |= {part.name for part in editions.dutch().dimensions}
    titles |= {f"“{goal.text}”" for goal in dossier.goals}
    around = ("Kenmerk", "Bladzijde", "Versie 1,", "Herstelplan van", "OEFENING")
    for page in reading.text(printed(editions.signed(dossier))).split("\f")[1:-2]:
        lines = [line for line in page.splitlines() if line and not line.startswith(around)]
        assert lines[-1] not in titles


def test_large_print_is_for_who_reads_it_better(tmp_path: Path) -> None:
    dossier = editions.case("mehmet")
    large = replace(dossier, person=replace(dossier.person, large_print=True))
    pages = [
        len(pikepdf.open(_write(tmp_path, editions.concept(d))).pages) for d in (dossier, large)
    ]
    assert pages[0] == 13
    assert pages[1] > pages[0]


def _write(folder: Path, edition: Edition) -> Path:
    path = folder / f"{edition.dossier.person.large_print}.pdf"
    path.write_bytes(pdf.build(edition))
    return path


def test_the_outline_leads_to_each_dimension_and_goal(built: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(built)
    with pikepdf.open(path) as file, file.open_outline() as outline:
        [title] = outline.root
        assert title.title == "Herstelplan van Dennis"
        names = [item.title for item in title.children]
        assert names == [
            "Wat is gelukt",
            "Wie tekent",
            "Wat Dennis is gelukt",
            "Intake",
            "Ik zelf",
            "Mijn mensen",
            "Vrijwilliger",
            "Het slachtoffer",
            "De samenleving",
            "Wie doet wat",
            "Basisvoorwaarden",
            "Bijzondere voorwaarden",
            "Risicotaxaties",
            "Evaluaties",
            "Na vertrek",
            "Driegesprek",
            "Signaleringsplan van Dennis",
            "Handtekeningen",
        ]
        assert "“Ik wil stoppen met blowen.”" in [i.title for i in title.children[4].children]
