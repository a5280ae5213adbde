"""The signaleringsplan and what was achieved on paper: every line, whose words, which phase."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from caseplanner import words
from caseplanner.dossier import achievements, goals, signals
from caseplanner.dossier.model import Dimension, Dossier, Light, Seen, SignalPlan
from caseplanner.export import pdf
from caseplanner.export.pdf import Edition
from tests.export import editions, reading

pytestmark = pytest.mark.needs("pdftotext", "pdfinfo")
CASES = ("sam", "dennis", "mehmet")
PHASES = {Light.GREEN: "Groen: ", Light.ORANGE: "Oranje: ", Light.RED: "Rood: "}
KINDS = {
    Seen.I_NOTICE: "Wat merk ik?",
    Seen.OTHERS_NOTICE: "Wat merken anderen?",
    Seen.I_DO: "Wat doe ik?",
    Seen.OTHERS_DO: "Wat doen anderen?",
}
Print = Callable[[Edition], Path]


@pytest.fixture
def printed(tmp_path: Path) -> Print:
    def write(edition: Edition) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(pdf.build(edition))
        return path

    return write


def case(name: str, *, large: bool = False) -> Dossier:
    dossier = editions.case(name)
    return replace(dossier, person=replace(dossier.person, large_print=large))


def bare_of_it(name: str) -> Dossier:
    """Without a signaleringsplan and without anything achieved."""
    return replace(case(name), signals=(), signal_plan=SignalPlan(), achievements=())


def pages(path: Path) -> list[str]:
    return reading.text(path).split("\f")[:-1]


@pytest.mark.parametrize("name", CASES)
def test_a_screen_reader_hears_each_line_in_its_phase_under_whose_words(
    name: str, printed: Print
) -> None:
    dossier = case(name)
    heard = reading.spoken(printed(editions.signed(dossier)))
    at = heard.index(f"Signaleringsplan van {dossier.person.called}")
    for light in Light:
        at = heard.index(PHASES[light], at)
        for seen in Seen:
            at = heard.index(KINDS[seen], at)
            for signal in signals.of(dossier, light, seen):
                at = heard.index(signal.text, at) + len(signal.text)
    assert heard.index("Handtekeningen", at) > at


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("large", [False, True])
def test_the_plan_to_hang_up_is_one_page_of_its_own(name: str, large: bool, printed: Print) -> None:
    dossier = case(name, large=large)
    told = [page for page in pages(printed(editions.signed(dossier))) if "Wat merk ik?" in page]
    [page] = told
    assert page.count("Wat merk ik?") == 3
    assert page.count("Wat doen anderen?") == 3
    for other in ("Handtekeningen", "Doel 1", "Vragen en antwoorden"):
        assert other not in page


def test_the_letters_to_hang_up_are_larger_than_those_of_the_plan(printed: Print) -> None:
    """The word with its height: as large as a page allows."""
    path = printed(editions.signed(case("sam")))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, text=True
    ).stdout
    [line] = [line for line in boxes.splitlines() if ">grapjes.<" in line]
    top, bottom = (float(found) for found in re.findall(r'y(?:Min|Max)="([\d.]+)"', line))
    assert bottom - top > 16


def test_twenty_lines_and_endless_words_are_whole_and_readable(printed: Print) -> None:
    dossier = editions.bare()
    for n in range(20):
        dossier = signals.add(dossier, Light.ORANGE, Seen.I_DO, f"Ding nummer {n} dat ik doe.")
    long = " ".join(f"woord{n}" for n in range(1200))
    dossier = signals.add(dossier, Light.RED, Seen.OTHERS_NOTICE, long)
    dossier = signals.add(dossier, Light.RED, Seen.I_NOTICE, "z" * 5000)
    dossier = signals.add(dossier, Light.GREEN, Seen.I_DO, "<b>vet</b> & <font color=red>")
    heard = reading.spoken(printed(editions.concept(dossier)))
    for n in range(20):
        assert f"Ding nummer {n} dat" in heard
    for n in (0, 600, 1199):
        assert f"woord{n}" in heard
    assert heard.replace(" ", "").count("z" * 5000) == 1
    assert "<b>vet</b> & <font color=red>" in heard


def test_who_wants_none_is_told_without_an_empty_page(printed: Print) -> None:
    dossier = signals.decline(bare_of_it("dennis"), "Ik ken mezelf.")
    path = printed(editions.signed(dossier))
    heard = reading.spoken(path)
    assert "Dennis wil geen signaleringsplan: “Ik ken mezelf.”" in heard
    assert "Wat merk ik?" not in heard


def test_what_was_never_spoken_of_takes_no_room(printed: Print) -> None:
    heard = reading.spoken(printed(editions.signed(bare_of_it("dennis"))))
    assert "Signaleringsplan" not in heard
    assert "Wat is gelukt" not in heard


def test_it_says_when_with_whom_and_where_it_hangs(printed: Print) -> None:
    heard = reading.spoken(printed(editions.signed(case("sam"))))
    assert "Gemaakt op: di 10 maart 2026 · Samen met: Henk · Waar het hangt: op cel" in heard


@pytest.mark.parametrize("name", CASES)
def test_what_was_achieved_is_heard_first_with_what_it_belongs_to(
    name: str, printed: Print
) -> None:
    dossier = case(name)
    heard = reading.spoken(printed(editions.signed(dossier)))
    newest = achievements.newest_first(dossier)[0].text
    assert heard.index("Wat is gelukt") < heard.index(newest) < heard.index("Wie tekent")
    at = heard.index(f"Wat {dossier.person.called} is gelukt")
    end = heard.index("Zelfherstel", at)
    for each in dossier.achievements:
        at = heard.index(each.text, at)
        assert at < end
        if each.on:
            at = heard.index(words.day(each.on), at)
        goal = achievements.goal_of(dossier, each)
        if goal:
            at = heard.index(f"Hoort bij het doel: “{goal.text}”", at)
        condition = achievements.condition_of(dossier, each)
        if condition:
            at = heard.index(f"Hoort bij de voorwaarde: {condition.plain}", at)
        assert at < end


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("large", [False, True])
def test_the_first_page_stays_one_page_and_cuts_nothing_short(
    name: str, large: bool, printed: Print
) -> None:
    dossier = case(name, large=large)
    for edition in (editions.signed(dossier), editions.concept(dossier)):
        first, second, *_others = pages(printed(edition))
        assert "…" not in first
        assert "Wie tekent" in first
        assert achievements.newest_first(dossier)[0].text in reading.joined(first)
        assert "Wie tekent" not in second


def test_many_and_long_achievements_leave_the_first_page_one_page(printed: Print) -> None:
    dossier = editions.lengthy()
    for n in range(30):
        dossier = achievements.add(dossier, f"Gelukt {n}: " + "heel veel woorden " * 40)
    path = printed(editions.concept(dossier))
    first = pages(path)[0]
    assert "Wie tekent" in first
    assert f"en nog {len(dossier.achievements) - 1}" in first
    heard = reading.spoken(path)
    assert all(f"Gelukt {n}: heel veel" in heard for n in range(30))


def test_an_achievement_of_a_goal_that_is_gone_is_still_told(printed: Print) -> None:
    dossier = goals.add(editions.bare(), Dimension.SELF, "Ik stop.")
    dossier = achievements.add(dossier, "Drie weken.", goal=dossier.goals[0].id)
    dossier = goals.remove(dossier, dossier.goals[0].id)
    heard = reading.spoken(printed(editions.concept(dossier)))
    assert "Drie weken." in heard
    assert "Hoort bij" not in heard
