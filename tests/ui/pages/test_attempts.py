"""When the client could not answer or said no: it stays in sight, and when to ask once more."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseplanner.dossier import goals
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Attempt, ClientAnswer, Dossier
from caseplanner.session import Session
from caseplanner.ui import dates
from caseplanner.ui.pages.answers import AnswersPage
from tests.ui.pages.agreeing import discussed


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    return discussed(dossier)


@pytest.fixture
def page(qtbot: QtBot, session: Session, guide: Guide) -> AnswersPage:
    made = AnswersPage(session, guide)
    qtbot.addWidget(made)
    session.on_change = made.show_dossier
    made.show_dossier(session.dossier)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


def say(page: AnswersPage, answer: ClientAnswer, reason: str = "") -> None:
    if answer is ClientAnswer.COULD_NOT:
        page.asking.could_not.click()
    else:
        page.asking.trio.buttons[answer].click()
    if reason:
        QTest.keyClicks(page.asking.reason.field, reason)
        page.asking.reason.field.flush()


def attempts(session: Session) -> tuple[Attempt, ...]:
    return goals.current(session.dossier)[0].attempts


def test_could_not_answer_is_kept_with_its_day_and_stays_when_the_answer_comes(
    page: AnswersPage, session: Session
) -> None:
    say(page, ClientAnswer.COULD_NOT, "Te moe.")
    [attempt] = attempts(session)
    assert (attempt.said, attempt.reason, attempt.on) == (
        ClientAnswer.COULD_NOT,
        "Te moe.",
        dates.today(),
    )
    assert not page.asking.attempts.isVisible()  # it is the answer of now, and shown as that
    say(page, ClientAnswer.YES)
    goal = goals.current(session.dossier)[0]
    assert (goal.answer, goal.answer_on) == (ClientAnswer.YES, dates.today())
    assert attempts(session) == (attempt,)
    [line] = page.asking.attempts.lines
    assert "kon niet antwoorden" in line and "“Te moe.”" in line
    assert page.asking.attempts.isVisible()


def test_when_to_ask_again_may_be_said_and_stays_empty_by_itself(
    page: AnswersPage, session: Session
) -> None:
    day = page.asking.reason.day
    assert not day.isVisible()
    say(page, ClientAnswer.COULD_NOT, "Te moe.")
    assert day.isVisible() and day.value() is None
    again = dates.today() + timedelta(days=7)
    day.setFocus()
    QTest.keyClicks(day, again.strftime("%d-%m-%Y"))
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert attempts(session)[0].again_on == again
    session.undo()
    assert attempts(session)[0].again_on is None and day.value() is None


def test_a_no_that_is_written_anew_is_one_attempt(page: AnswersPage, session: Session) -> None:
    say(page, ClientAnswer.NO, "Nu niet")
    field = page.asking.reason.field
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    field.flush()
    assert attempts(session) == ()
    QTest.keyClicks(field, "Liever later")
    field.flush()
    assert [a.reason for a in attempts(session)] == ["Liever later"]


def test_a_yes_and_not_knowing_are_no_attempts_and_ask_for_no_day(
    page: AnswersPage, session: Session
) -> None:
    for answer in (ClientAnswer.YES, ClientAnswer.UNSURE):
        say(page, answer)
        assert not page.asking.reason.day.isVisible()
    assert attempts(session) == ()


def test_earlier_attempts_are_of_their_own_goal(page: AnswersPage, session: Session) -> None:
    say(page, ClientAnswer.NO, "Nu niet")
    say(page, ClientAnswer.YES)
    page.on.click()
    assert not page.asking.attempts.isVisible()
    page.back.click()
    assert page.asking.attempts.isVisible()


def test_what_an_older_day_said_stands_first(page: AnswersPage, session: Session) -> None:
    id = goals.current(session.dossier)[0].id
    first, second = date(2026, 3, 4), date(2026, 3, 11)
    session.change("a", lambda d: goals.answer(d, id, ClientAnswer.COULD_NOT, "Moe.", first))
    session.change("b", lambda d: goals.answer(d, id, ClientAnswer.NO, "Nee.", second))
    session.change("c", lambda d: goals.answer(d, id, ClientAnswer.YES))
    assert [line[:10] for line in page.asking.attempts.lines] == ["wo 4 maart", "wo 11 maar"]
