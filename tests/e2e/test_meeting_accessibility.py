"""The driegesprek of Dennis by who sees no screen and has no mouse: from preparing it to three
signatures and the papers; what is heard in the room; and what is left of it after a crash."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from caseplanner import words as language
from caseplanner.dossier.meeting_course import Chapter
from caseplanner.export import verify
from caseplanner.ui.dates import today
from caseplanner.words import day
from tests.e2e import driegesprek as talk
from tests.e2e import laptop
from tests.e2e.accessible import App
from tests.e2e.driegesprek import CASE, HELD, HIDDEN
from tests.e2e.hearing import listen

KEPT = 1.0  # seconds after which all that was typed is on the disk (ui/keeper.py)
ANSWERS = (": Ja", ": Nee", "niet", " is er", "1 van 5")  # how the names of the answers end

PAPER = {  # how the plan and the report say an answer
    "yes": ("zegt ja", "Ja."),
    "unsure": ("weet het nog niet", "Weet het nog niet."),
}


@pytest.fixture(autouse=True)
def dutch(plain_words: None) -> Iterator[None]:
    language.use("nl")
    yield


@pytest.mark.needs(*laptop.PROGRAMS)
def test_who_sees_no_screen_holds_the_meeting_from_preparing_to_three_signatures(
    app: App, tmp_path: Path
) -> None:
    talk.vault(tmp_path / "data", talk.before())
    app.start("--language", "nl")
    talk.unlock(app)
    talk.prepare(app)
    listen(app)
    talk.begin(app)
    for stop in [stop for chapter in Chapter for stop in talk.course(chapter)]:
        app.find("label", stop.question)
        sealed(app)
        open_to_all(app)
        stop.do(app)
        talk.wait_until(app, stop)
        listen(app)
        last = stop.do is talk.feel
        talk.end(app) if last else talk.on(app)
    talk.unlock(app)
    app.find("radio button", "Terugkijken, 1 geweest")
    listen(app)
    talk.export(app, tmp_path / "plan.pdf")

    signed = verify.verify((tmp_path / "plan.pdf").read_bytes())
    assert signed.intact
    assert [one.name for one in signed.signatures] == list(talk.SIGNERS)
    mine, report, plan = map(read, (*papers(tmp_path), tmp_path / "plan.pdf"))
    for goal in talk.goals():
        says, told = PAPER[str(goal.answer)]
        assert words(f"“{goal.text}”") in mine
        assert words(f"{told} “{goal.answer_reason}”") in report
        assert words(f"Dennis {says} ({day(today())}). “{goal.answer_reason}”") in plan
    for paper in (report, plan):
        for said in (HELD.summary, HELD.how, HELD.together, HELD.said_why):
            assert words(said) in paper
        for said in (talk.DIFFERS, talk.TOLD.hears, day(talk.NEXT)):
            assert words(said) in paper
        for one in CASE.agreements:
            assert one.by
            for said in (one.text, one.who, one.told, day(one.by)):
                assert words(said) in paper
    assert words(HELD.summary) in mine
    assert report.count(words("Op papier getekend")) == len(talk.SIGNERS)
    assert not [hidden for hidden in HIDDEN if words(hidden) in mine + report + plan]


@pytest.mark.needs(*laptop.PROGRAMS)
@pytest.mark.parametrize("chapter", Chapter)
def test_a_program_that_dies_in_the_meeting_comes_back_to_the_page_and_what_was_said(
    app: App, tmp_path: Path, chapter: Chapter
) -> None:
    """At each page: what is asked there is answered, and the program is killed."""
    talk.vault(tmp_path / "data", talk.in_the_midst(chapter))
    app.start("--language", "nl")
    talk.unlock(app)
    talk.go_on(app)
    course = talk.course(chapter)
    for stop in course:
        if stop is not course[0]:
            talk.on(app)
        app.find("label", stop.question)
        stop.do(app)
        time.sleep(KEPT)
        app.kill()
        app.start("--language", "nl")
        talk.unlock(app)
        app.find("label", stop.now or stop.question)
        app.wait_until_still()
        sealed(app)
        assert stop.stands(app), stop.question


def sealed(app: App) -> None:
    """Nothing of another person or of the worker alone is told.

    In the room there are no lists to go elsewhere; the only way out is to stop, which locks.
    """
    nodes = app.nodes()
    told = [text for node in nodes for text in (node.name, node.description, node.text)]
    assert "Stop" in told
    assert not [text for text in told if any(hidden in text for hidden in HIDDEN)]
    assert not [node for node in nodes if node.role in ("list", "menu", "menu bar", "table")]
    assert app.wait_for(lambda: app.focused, "the focus")


def open_to_all(app: App) -> None:
    """No answer was given for anybody, and the page begins at none."""
    choices = [node for node in app.find_all("radio button") if node.name.endswith(ANSWERS)]
    assert not [node for node in choices if "checked" in node.states]
    assert app.focused not in choices


def papers(home: Path) -> tuple[Path, Path]:
    """The one of Dennis and the report, saved without a question."""
    [mine], [report] = home.glob("mijn-plan-*.pdf"), home.glob("verslag-driegesprek-*.pdf")
    return mine, report


def read(file: Path) -> str:
    """All that the paper says, whatever the width of its lines."""
    with pypdfium2.PdfDocument(file) as pdf:
        return words("\n".join(page.get_textpage().get_text_range() for page in pdf))


def words(said: str) -> str:
    """Without what only a paper has: lines that end, and words cut in two."""
    return re.sub(r"\s+", "", said.replace("\u00ad", "").replace("\ufffe", ""))
