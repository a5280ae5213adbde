"""What the seed documents ask (domain.md section b), done in the window and read on paper."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import (
    Area,
    ClientAnswer,
    Decides,
    Dimension,
    Dossier,
    Light,
    Seen,
)
from caseplanner.session import Session
from caseplanner.ui.intake.facts import ReadingFacts
from caseplanner.ui.pages.achievements import AchievementsPage
from caseplanner.ui.pages.answers import AnswersPage
from caseplanner.ui.pages.basics import BasicsPage
from caseplanner.ui.pages.conditions import ConditionsPage
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.intake import IntakePage, IntakePart
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.signals import SignalsPage
from caseplanner.ui.window import Window
from tests import whole
from tests.ui.pages import agreeing

SLOW = 30_000  # milliseconds; the first PDF imports much
RETURN = Qt.Key.Key_Return


@pytest.fixture
def session(desk: Desk, dossier: Dossier, window: Window) -> Session:
    made = desk.add(dossier)
    window.show_session(made)
    return made


def write(field: QWidget, words: str, *, enter: bool = False) -> None:
    """Type as a person does, and go on."""
    field.setFocus()
    QTest.keyClicks(field, words)
    if enter:
        QTest.keyClick(field, RETURN)
        QApplication.processEvents()
    else:
        field.flush()  # type: ignore[attr-defined]


def dimension(window: Window, which: Dimension) -> DimensionPage:
    window.go("dimension", which)
    page = window.page
    assert isinstance(page, DimensionPage)
    return page


def answer_all(window: Window, answer: ClientAnswer, reason: str = "") -> AnswersPage:
    """Each goal of now is asked, one after the other, to the end."""
    window.go("answers")
    page = window.page
    assert isinstance(page, AnswersPage)
    while page.asking.isVisible():
        QTest.mouseClick(page.asking.trio.buttons[answer], Qt.MouseButton.LeftButton)
        if reason:
            write(page.asking.reason.field, reason)
        page.on.click()
        QApplication.processEvents()
    return page


def paper(qtbot: QtBot, window: Window, *, before: bytes = b"") -> tuple[PreviewPage, list[str]]:
    """The plan as the preview shows it, a text for each page."""
    window.go("preview")
    page = window.page
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(lambda: page.pdf not in (b"", before), timeout=SLOW)
    document = pypdfium2.PdfDocument(page.pdf)
    return page, [" ".join(p.get_textpage().get_text_range().split()) for p in document]


def test_a_plan_waits_for_the_dimension_nobody_talked_about(
    window: Window, session: Session
) -> None:
    write(dimension(window, Dimension.SELF).goals.new.words, "Ik ga sporten.", enter=True)
    page = answer_all(window, ClientAnswer.YES)
    assert not page.end.setting.set_plan.isEnabled()
    for which in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        write(dimension(window, which).goals.no_goal.reason, "Dat komt later.", enter=True)
    assert answers.no_goal_of(session.dossier, Dimension.VICTIM) is not None
    page = answer_all(window, ClientAnswer.YES)
    assert page.end.setting.set_plan.isEnabled()


def test_care_and_safety_are_in_one_plan_with_the_clients_words_and_opinion(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    talk = dimension(window, Dimension.SELF)
    write(talk.words.field, "Ik wil weer normaal doen.")
    write(talk.goals.new.words, "Ik stop met blowen.", enter=True)
    answer_all(window, ClientAnswer.NO, "Dat gaat mij te snel.")

    window.go("basics")
    basics = window.page
    assert isinstance(basics, BasicsPage)
    care = basics.rows[Area.CARE]
    menu = care.state.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Bezig").trigger()
    write(care.note, "Eerste gesprek is in april.")

    window.go("conditions")
    conditions = window.page
    assert isinstance(conditions, ConditionsPage)
    write(conditions.new.words, "Meldplicht bij de reclassering.", enter=True)
    [condition] = conditions.cards.values()
    write(condition.plain, "Je komt op tijd langs.")
    write(conditions.risks.new, "RISC", enter=True)

    window.go("signals")
    signals = window.page
    assert isinstance(signals, SignalsPage)
    write(signals.cards[Light.RED].cells[Seen.I_DO].new, "Ik bel mijn zus.", enter=True)

    _page, pages = paper(qtbot, window)
    said = " ".join(pages)
    for words in (
        "Ik wil weer normaal doen.",  # in the client's words
        "Ik stop met blowen.",
        "Dat gaat mij te snel.",  # the client's opinion
        "Eerste gesprek is in april.",  # care
        "Meldplicht bij de reclassering.",  # safety
        "Je komt op tijd langs.",
        "RISC",
        "Ik bel mijn zus.",
    ):
        assert words in said


def test_who_decides_is_chosen_for_each_goal_and_stands_on_paper(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    page = dimension(window, Dimension.SELF)
    before = b""
    write(page.goals.new.words, "Ik stop met blowen.", enter=True)
    [card] = page.goals.cards.values()
    for decides, told in (
        (Decides.CLIENT, "Dennis beslist"),
        (Decides.IMPOSED, "Opgelegd"),
    ):
        window.go("dimension", Dimension.SELF)
        QTest.mouseClick(card.decides.buttons[decides], Qt.MouseButton.LeftButton)
        [goal] = session.dossier.goals
        assert goal.decides is decides
        preview, pages = paper(qtbot, window, before=before)
        before = preview.pdf
        assert told.lower() in " ".join(pages).lower()


def test_what_was_achieved_within_a_condition_is_printed_before_the_goals(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    session.change("", agreeing.discussed)
    window.go("conditions")
    conditions = window.page
    assert isinstance(conditions, ConditionsPage)
    write(conditions.new.words, "Alcoholverbod.", enter=True)
    window.go("achievements")
    page = window.page
    assert isinstance(page, AchievementsPage)
    place = page.new.belongs.findText("Voorwaarde: Alcoholverbod", Qt.MatchFlag.MatchStartsWith)
    page.new.belongs.setCurrentIndex(place)
    write(page.new.words, "Tien weken niet gedronken.", enter=True)
    [achieved] = session.dossier.achievements
    assert achieved.condition == session.dossier.conditions[0].id

    _page, pages = paper(qtbot, window)
    said = " ".join(pages[1:])  # after the summary
    first = said.index("Tien weken niet gedronken.")
    assert "Alcoholverbod" in said[first : first + 120]
    assert first < said.index("Ik wil stoppen met blowen.")
    assert first < said.index("Bijzondere voorwaarden")


def test_how_the_client_reads_sets_the_letters_of_the_plan(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    session.change("", agreeing.discussed)
    small, _pages = paper(qtbot, window)
    before, ordinary = small.pdf, letters(small.pdf, "Ik praat met Tactus.")
    window.go("intake", Part.READING)
    page = window.page
    assert isinstance(page, IntakePage)
    reading = page.parts.part(Part.READING)
    assert isinstance(reading, IntakePart)
    assert isinstance(reading.facts, ReadingFacts)
    QTest.mouseClick(reading.facts.how.large_print, Qt.MouseButton.LeftButton)
    large, _pages = paper(qtbot, window, before=before)
    assert letters(large.pdf, "Ik praat met Tactus.") == pytest.approx(ordinary * 1.2, rel=0.05)


def letters(pdf: bytes, words: str) -> float:
    """How high these words are printed the last time, in points."""
    for page in reversed(list(pypdfium2.PdfDocument(pdf))):
        lines = page.get_textpage()
        found = lines.search(words).get_next()
        if found:
            _left, bottom, _right, top = lines.get_charbox(found[0], loose=True)
            return float(top - bottom)
    raise AssertionError(words)


def test_the_first_page_alone_tells_a_busy_reader_what_the_plan_is(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    session.change("", whole.taken("dennis"))
    _page, pages = paper(qtbot, window)
    for goal in goals.current(session.dossier):
        assert goal.text in pages[0]
    for told in ("do 30 juli 2026", "Wat is gelukt", "Wie tekent"):
        assert told in pages[0]
    assert "…" not in pages[0]
    assert len(pages) > 5
