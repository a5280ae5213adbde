"""The papers of the driegesprek: invitation, what the client takes home, and the report."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from caseplanner import printing, words
from caseplanner.desk import Desk
from caseplanner.dossier import agreed, goals, meetings, papers, parties, people
from caseplanner.dossier.easy import MOST, SENTENCE, WORD
from caseplanner.dossier.meeting_course import TOPICS, Stop
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    HowSigned,
    Role,
    SeatRole,
    Sensitive,
    StepState,
    Topic,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.export.pdf import easy, invitation
from caseplanner.session import Session
from caseplanner.ui.meeting import sentences
from tests import whole
from tests.export import editions, reading
from tests.export.verapdf import VeraPDF

MARCH, MAY, JUNE = date(2026, 3, 11), date(2026, 5, 7), date(2026, 6, 3)
PAPERS = {
    "take_home": printing.take_home,
    "report": printing.report,
    "invitation": printing.invitation,
}
Made = Callable[[Dossier, str], Path]


@pytest.fixture
def made(desk: Desk, tmp_path: Path) -> Made:
    """A paper of the meeting "m" of this dossier, as a file."""
    opened: list[Session] = []

    def make(dossier: Dossier, paper: str) -> Path:
        if opened:
            opened[0].change("again", lambda _before: dossier)
        else:
            opened.append(desk.add(dossier))
        path = tmp_path / f"{paper}.pdf"
        path.write_bytes(printing.build(PAPERS[paper](opened[0], "m", editions.AT)))
        return path

    return make


def going(*texts: str) -> Dossier:
    """Mo, whose meeting goes on, with these goals."""
    dossier = people.name_colleague(editions.bare(), Role.MENTOR, "Fatma")
    dossier = people.name_colleague(dossier, Role.SUPERVISOR, "Joost")
    for text in texts:
        dossier = goals.add(dossier, Dimension.SELF, text, ("Ik bel.",))
    dossier = meetings.plan(dossier, "m", MARCH, "10:30", "kamer 2")
    return meetings.begin(dossier, "m", MARCH, "10:30")


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [reading.joined(page.get_textpage().get_text_bounded()) for page in document]


def letters(path: Path) -> set[float]:
    """The sizes of the letters on its pages."""
    found = set()
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            for n in range(text.count_chars()):
                if not chr(pdfium.FPDFText_GetUnicode(text, n)).isspace():
                    found.add(round(pdfium.FPDFText_GetFontSize(text, n), 1))
    return found


def full() -> Dossier:
    """More than two pages can hold."""
    dossier = going(*(f"Ik wil doel {n} halen, hoe lang het ook duurt." for n in range(14)))
    for goal in dossier.goals:
        for step in range(6):
            dossier = goals.add_step(dossier, goal.id, f"Stap {step} van veel.", "Fatma", JUNE)
    for n in range(20):
        text = f"Afspraak nummer {n} met een lange zin"
        dossier = agreed.write(dossier, f"a{n}", text=text, who="Mo", by=JUNE, meeting="m")
    return meetings.tell(dossier, "m", summary="Dit is mijn verhaal. " * 60)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", whole.NAMES)
def test_verapdf_finds_nothing(
    name: str, language: str, desk: Desk, verapdf: VeraPDF, tmp_path: Path
) -> None:
    words.use(language)
    session = desk.add(whole.case(name))
    path = tmp_path / "paper.pdf"
    for make in PAPERS.values():
        path.write_bytes(printing.build(make(session, "meeting-1", editions.AT)))
        for flavour in ("3a", "ua1"):
            verdict = verapdf.check(path, flavour)
            assert verdict.failures == {}
            assert verdict.checks > 100


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", whole.NAMES)
def test_the_papers_are_as_long_as_promised_with_no_small_letters(
    name: str, large: bool, desk: Desk, tmp_path: Path
) -> None:
    dossier = whole.case(name)
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    session = desk.add(dossier)
    for paper, most in (("take_home", 2), ("report", 2), ("invitation", 1)):
        path = tmp_path / "paper.pdf"
        path.write_bytes(printing.build(PAPERS[paper](session, "meeting-1", editions.AT)))
        assert len(pages(path)) <= most
        if paper != "report":
            assert min(letters(path)) >= easy.SMALLEST


def test_large_print_has_larger_letters(made: Made) -> None:
    dossier = going("Ik wil slapen.")
    ordinary = max(letters(made(dossier, "take_home")))
    dossier = replace(dossier, person=replace(dossier.person, large_print=True))
    assert max(letters(made(dossier, "take_home"))) > ordinary * 1.15


@pytest.mark.parametrize("large", [False, True])
def test_what_does_not_fit_is_counted_in_a_sentence(large: bool, made: Made) -> None:
    dossier = full()
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    path = made(dossier, "take_home")
    first, second = pages(path)
    assert "Dit heb ik gezegd “Dit is mijn verhaal." in first
    assert min(letters(path)) >= easy.SMALLEST
    told = second[second.index("Niet op dit papier: ") :]
    assert " stappen" in told
    shown = f"{first} {second}".count("Afspraak nummer")
    assert f"{20 - shown} afspraken" in told


def test_own_words_come_first_then_goals_agreements_and_the_next_time(made: Made) -> None:
    dossier = meetings.tell(
        going("Ik wil slapen."), "m", summary="Ik ga slapen.", next_on=JUNE, next_begin="09:30"
    )
    dossier = agreed.write(dossier, "a", text="Bezoek vragen", who="Fatma", told="Mo", meeting="m")
    dossier = agreed.write_telling(dossier, "t", who="Joost", what="Hoe het gaat", to="de rechter")
    told = " ".join(pages(made(dossier, "take_home")))
    order = ("Ik ga slapen.", "Ik wil slapen.", "Ik bel.", "Bezoek vragen", "Joost", "wo 3 juni")
    assert list(map(told.index, order)) == sorted(map(told.index, order))
    assert "wo 3 juni, 09:30" in told
    assert "Dan vraag ik het aan Fatma." in told


def test_a_no_of_the_client_stands_with_the_goal_he_takes_home(made: Made) -> None:
    dossier = going("Ik wil slapen.")
    dossier = goals.answer(dossier, dossier.goals[0].id, ClientAnswer.NO, "Nu niet.")
    assert "“Ik wil slapen.” Ik zeg hier nee tegen." in " ".join(pages(made(dossier, "take_home")))


def test_who_wants_no_pictograms_gets_none(made: Made) -> None:
    def drawn(pictograms: bool) -> int:
        dossier = going("Ik wil slapen.")
        dossier = replace(dossier, person=replace(dossier.person, pictograms=pictograms))
        with pypdfium2.PdfDocument(made(dossier, "invitation")) as document:
            return sum(one.type == pdfium.FPDF_PAGEOBJ_PATH for one in document[0].get_objects())

    assert drawn(True) > drawn(False) + 20


def test_the_invitation_says_when_where_who_what_about_and_what_is_allowed(made: Made) -> None:
    dossier = meetings.leave_out(going("Ik wil slapen."), "m", Topic.WHEEL, True)
    dossier = meetings.write_seat(dossier, "m", "tolk", role=SeatRole.INTERPRETER, name="Ada")
    [told] = pages(made(dossier, "invitation"))
    for said in (
        "wo 11 maart, 10:30 kamer 2",
        "Mo: vertelt als eerste",
        "Joost (toezichthouder): legt de voorwaarden uit",
        "Ada (tolk): vertaalt",
        "Iemand meenemen mag.",
        "Nee zeggen mag.",
        "Om pauze vragen mag altijd.",
        "Vraag het aan Fatma.",
    ):
        assert said in told
    assert "Mijn plan" in told
    assert "Mijn wiel" not in told
    assert "De regels" not in told  # there are none to talk about


def test_the_invitation_calls_a_topic_as_the_room_does() -> None:
    for stop, sentence in sentences.STOPS.items():
        if (topic := TOPICS.get(stop)) and stop is not Stop.PLAN:
            assert invitation.TOPICS[topic] == (sentence.icon, sentence.words)
    assert set(invitation.TOPICS) == set(Topic)


def test_an_invitation_for_many_is_still_one_page(made: Made) -> None:
    dossier = going("Ik wil slapen.")
    for n in range(30):
        name = f"Oom {n} uit een heel grote familie"
        dossier = meetings.write_seat(dossier, "m", f"s{n}", role=SeatRole.RELATIVE, name=name)
    [told] = pages(made(dossier, "invitation"))
    assert "En nog " in told
    assert "Nee zeggen mag." in told


def test_the_report_sets_the_answers_of_the_three_beside_each_other(made: Made) -> None:
    dossier = going("Ik wil slapen.")
    goal = dossier.goals[0].id
    dossier = goals.answer(dossier, goal, ClientAnswer.NO, "Nu niet.")
    dossier = parties.answer(dossier, goal, Role.MENTOR, ClientAnswer.NO)
    dossier = parties.answer(dossier, goal, Role.SUPERVISOR, ClientAnswer.YES, "Het moet.")
    told = reading.joined(reading.spoken(made(dossier, "report")))
    assert "Doel Mo Fatma Joost" in told
    assert (
        "“Ik wil slapen.” Hierover denken wij niet hetzelfde. "
        "Nee. “Nu niet.” Nee. Ja. “Het moet.”" in told
    )


def test_the_report_tells_how_the_version_that_was_set_there_was_signed(
    session: Session, tmp_path: Path
) -> None:
    dossier = going("Ik wil slapen.")
    for dimension in list(Dimension)[1:]:
        dossier = goals.add(dossier, dimension, "Ik wil iets.")
    for goal in dossier.goals:
        dossier = goals.answer(dossier, goal.id, ClientAnswer.YES)
    parts = ("goals", "team", "meetings")
    for part in parts:
        value = getattr(dossier, part)
        session.change(part, lambda d, p=part, v=value: replace(d, **{p: v}))  # type: ignore[misc]
    version = session.freeze(VersionReason.FIRST)
    session.change("set", lambda d: meetings.tell(d, "m", version=version.id))
    session.sign(Role.MENTOR, "Fatma", HowSigned.PAPER)
    session.sign(Role.SUPERVISOR, "Joost", HowSigned.NOT_NOW, reason="Eerst lezen.")
    session.change("later", lambda d: goals.reword(d, d.goals[0].id, "Ik wil later iets anders."))
    path = tmp_path / "report.pdf"
    path.write_bytes(printing.build(printing.report(session, "m", editions.AT)))
    told = reading.spoken(path)
    assert "Hier vastgesteld Versie 1" in told
    assert "Fatma Begeleider of mentor Op papier getekend" in told
    assert "Reden: Eerst lezen." in told
    assert "Heeft nog niet getekend" in told
    assert "Ik wil slapen." in told
    assert "later iets anders" not in told


@pytest.mark.parametrize("paper", ["take_home", "report"])
def test_what_was_hidden_in_the_meeting_is_on_no_paper_of_it(paper: str, made: Made) -> None:
    dossier = going("Ik wil slapen.", "Ik wil praten over iets moeilijks.")
    hidden = dossier.goals[1].id
    dossier = agreed.write(dossier, "a", text="Mo belt.", who="Mo", meeting="m")
    dossier = agreed.make_step(dossier, "a", hidden)
    dossier = meetings.hide(dossier, "m", Sensitive.GOAL, hidden, True)
    told = " ".join(pages(made(dossier, paper)))
    assert "Ik wil slapen." in told
    assert "Mo belt." in told
    assert "moeilijks" not in told


@pytest.mark.parametrize("name", whole.NAMES)
def test_a_paper_holds_what_is_on_it_and_nothing_else(name: str) -> None:
    """A whitelist: a field that is new comes on no paper by itself (domain.md R14)."""
    dossier = whole.case(name)
    dossier = meetings.tell(
        dossier, "meeting-1", alone="Geheim", helped="Geheim", hindered="Geheim", page="how"
    )
    person = {"called", "large_print", "pictograms", "id"}
    parts = {"id", "person", "practice", "team", "meetings"}
    more = {
        papers.invitation: set(),
        papers.take_home: {"goals", "agreements", "tellings"},
        papers.report: {"goals", "no_goals", "agreements", "tellings", "versions"},
    }
    empty = Dossier()
    for make, others in more.items():
        held = make(dossier, "meeting-1")
        assert "Geheim" not in repr(held)
        assert dossier.person.initials not in repr(held)
        assert {f for f in Dossier.__dataclass_fields__ if _said(held, empty, f)} <= parts | others
        told = {f for f in person if _said(held.person, empty.person, f)}
        assert told <= person
        assert held.meetings[0].page == ""


def _said(held: object, empty: object, name: str) -> bool:
    return bool(getattr(held, name) != getattr(empty, name))


def test_done_agreements_and_done_steps_are_not_taken_home(made: Made) -> None:
    dossier = going("Ik wil slapen.")
    dossier = goals.add_step(dossier, dossier.goals[0].id, "Ik slaap uit.")
    goal = dossier.goals[0]
    dossier = goals.mark_step(dossier, goal.id, goal.steps[0].id, StepState.DONE)
    dossier = agreed.write(dossier, "a", text="Brief posten", who="Mo", state=StepState.DONE)
    dossier = agreed.write(dossier, "b", text="Joost belt de gemeente", who="Joost")
    told = " ".join(pages(made(dossier, "take_home")))
    assert "Ik slaap uit." in told
    assert [one for one in ("Ik bel.", "Brief posten", "gemeente") if one in told] == []


def test_the_easy_papers_are_easy(made: Made) -> None:
    """No sentence of the program longer than a client reads (ux.md section 7, item 8)."""
    dossier = meetings.tell(going("Ik wil slapen."), "m", summary="Goed.", next_on=MAY)
    for paper in ("take_home", "invitation"):
        with pypdfium2.PdfDocument(made(dossier, paper)) as document:
            lines = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        long = [s for s in SENTENCE.findall(lines) if len(WORD.findall(s)) > MOST]
        assert long == []


def test_what_cannot_be_printed_is_said_and_nothing_is_made(made: Made) -> None:
    dossier = meetings.tell(going("Ik wil slapen."), "m", summary="中文", place="中文")
    for paper in PAPERS:
        with pytest.raises(UserError, match="中文"):
            made(dossier, paper)


def test_the_name_of_a_file_tells_what_it_is_and_never_who(session: Session) -> None:
    dossier = going("Ik wil slapen.")
    session.change("meeting", lambda d: replace(d, meetings=dossier.meetings))
    names = [printing.file_name(make(session, "m", editions.AT)) for make in PAPERS.values()]
    assert names == [
        "mijn-plan-2026-03-11.pdf",
        "verslag-driegesprek-2026-03-11.pdf",
        "uitnodiging-2026-03-11.pdf",
    ]
