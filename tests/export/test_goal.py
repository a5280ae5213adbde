"""What became of a goal, read back from the PDF: nothing that was said is left out."""

from datetime import date
from pathlib import Path

import pytest

from caseplanner.dossier import goals, parties, people
from caseplanner.dossier.model import ClientAnswer, Dimension, Dossier, Role
from caseplanner.export import pdf
from tests.export import reading
from tests.export.editions import bare, concept

MARCH, LATER = date(2026, 3, 4), date(2026, 3, 11)


pytestmark = pytest.mark.needs("pdfinfo")


def printed(dossier: Dossier, tmp_path: Path) -> str:
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf.build(concept(dossier)))
    return reading.spoken(file)


def plan(*texts: str) -> tuple[Dossier, list[str]]:
    dossier = bare()
    for text in texts:
        dossier = goals.add(dossier, Dimension.SELF, text, ("Ik bel.",))
    return dossier, [goal.id for goal in dossier.goals]


def test_what_helped_and_why_it_was_taken_up_again_are_printed(tmp_path: Path) -> None:
    dossier, [one, two] = plan("Ik wil slapen.", "Ik wil werk.")
    dossier = goals.reached(dossier, one, "Elke dag lopen.")
    dossier = goals.now(goals.stop(dossier, two, "Te druk."), two, "Het is nu rustig.")
    told = printed(dossier, tmp_path)
    assert "Wat hielp: Elke dag lopen." in told
    assert "Weer opgepakt: Het is nu rustig." in told


def test_earlier_attempts_stay_readable_beside_the_answer(tmp_path: Path) -> None:
    dossier, [one] = plan("Ik wil slapen.")
    dossier = goals.answer(dossier, one, ClientAnswer.COULD_NOT, "Te moe.", MARCH)
    dossier = goals.ask_again(dossier, one, dossier.goals[0].attempts[0].id, LATER)
    still = printed(dossier, tmp_path)
    assert "kon niet antwoorden (wo 4 maart 2026)" in still
    assert "We vragen het weer op wo 11 maart 2026." in still
    assert "Eerder gevraagd" not in still
    told = printed(goals.answer(dossier, one, ClientAnswer.YES, "", LATER), tmp_path)
    assert "Eerder gevraagd: wo 4 maart 2026: " in told
    assert "kon niet antwoorden. “Te moe.” We vragen het weer op wo 11 maart 2026." in told
    assert "zegt ja (wo 11 maart 2026)." in told


def test_the_reasoning_of_the_worker_is_printed(tmp_path: Path) -> None:
    dossier, [one] = plan("Ik wil slapen.")
    told = printed(goals.reason_out(dossier, one, "De rechter wil dit."), tmp_path)
    assert "Overweging van de begeleider: De rechter wil dit." in told


def test_that_nobody_goes_on_after_release_is_said_of_a_goal_of_now(tmp_path: Path) -> None:
    dossier, [one, two] = plan("Ik wil slapen.", "Ik wil werk.")
    dossier = goals.after_release(goals.later(dossier, two), one, "", None)
    assert printed(dossier, tmp_path).count("Na vertrek: nog niemand") == 1


@pytest.mark.parametrize("text", ["<b>vet</b> & zo", "woord " * 900, "W" * 900])
def test_whatever_was_written_is_printed_as_it_is(text: str, tmp_path: Path) -> None:
    dossier, [one] = plan("Ik wil slapen.")
    for answer in (ClientAnswer.NO, ClientAnswer.COULD_NOT):
        dossier = goals.answer(dossier, one, answer, text, MARCH)
    dossier = goals.reason_out(goals.reached(dossier, one, text), one, text)
    dossier = goals.now(dossier, one, text)
    told = printed(dossier, tmp_path).replace(" ", "")
    assert told.count(text.strip().replace(" ", "")) >= 5


def test_what_the_others_say_stands_after_the_client_and_that_they_differ_in_words(
    tmp_path: Path,
) -> None:
    dossier, [one] = plan("Ik wil slapen.")
    dossier = people.name_colleague(dossier, Role.SUPERVISOR, "Joost")
    dossier = goals.answer(dossier, one, ClientAnswer.NO, "Nu niet.", LATER)
    dossier = parties.answer(dossier, one, Role.MENTOR, ClientAnswer.COULD_NOT, "Ziek.", LATER)
    dossier = parties.answer(dossier, one, Role.SUPERVISOR, ClientAnswer.YES, "Moet.", LATER)
    told = printed(dossier, tmp_path)
    assert (
        "Mo zegt nee (wo 11 maart 2026). “Nu niet.” "
        "Begeleider of mentor kon niet antwoorden (wo 11 maart 2026). Reden: Ziek. "
        "Joost (toezichthouder) zegt ja (wo 11 maart 2026). “Moet.” "
        "Hierover denken wij niet hetzelfde." in told
    )


def test_nobody_is_said_to_differ_from_a_client_who_could_not_answer(tmp_path: Path) -> None:
    dossier, [one] = plan("Ik wil slapen.")
    dossier = goals.answer(dossier, one, ClientAnswer.COULD_NOT, "Te moe.", LATER)
    dossier = parties.answer(dossier, one, Role.MENTOR, ClientAnswer.YES, "", LATER)
    told = printed(dossier, tmp_path)
    assert "Begeleider of mentor zegt ja" in told
    assert "niet hetzelfde" not in told
