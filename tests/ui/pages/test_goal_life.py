"""The life of a goal on its page: reached, later, taken up again, moved, and why."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import (
    ClientAnswer,
    Decides,
    Dimension,
    Goal,
    GoalState,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.dimension.goal_card import GoalCard
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from tests.ui.pages import agreeing

ALT = Qt.KeyboardModifier.AltModifier
TEXTS = ("Ik wil rust.", "Ik wil werk.", "Ik wil sporten.")


@pytest.fixture
def page(qtbot: QtBot, session: Session, guide: Guide) -> DimensionPage:
    """The page of a plan with three goals, of which the first has two steps."""
    for text in TEXTS:
        steps = ("Ik bel.", "Ik ga.") if text == TEXTS[0] else ()
        session.change("goal", partial(goals.add, dimension=Dimension.SELF, text=text, steps=steps))
    made = DimensionPage(session, guide, Dimension.SELF)
    qtbot.addWidget(made)
    session.on_change = made.show_dossier
    made.show_dossier(session.dossier)
    made.resize(1152, 768)
    with qtbot.waitActive(made):
        made.show()
    return made


def goal(session: Session, place: int = 0) -> Goal:
    return session.dossier.goals[place]


def card(page: DimensionPage, session: Session, place: int = 0) -> GoalCard:
    return page.goals.cards[goal(session, place).id]


def texts(session: Session) -> list[str]:
    return [g.text for g in session.dossier.goals]


def write(field: QWidget, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()  # type: ignore[attr-defined]


def test_reaching_asks_in_one_line_what_helped(page: DimensionPage, session: Session) -> None:
    end = card(page, session).end
    end.reached.click()
    assert goal(session).state is GoalState.NOW
    assert end.ask_reached.looked_back.worked.hasFocus()
    QTest.keyClicks(end.ask_reached.looked_back.worked, "Elke dag lopen.")
    QTest.keyClick(end.ask_reached.looked_back.worked, Qt.Key.Key_Return)
    assert (goal(session).state, goal(session).worked) == (GoalState.REACHED, "Elke dag lopen.")
    line = page.goals.lines[goal(session).id]
    assert line.worked.text() == "Elke dag lopen."
    session.undo()
    assert goal(session).state is GoalState.NOW


def test_what_got_in_the_way_is_asked_beside_it_also_when_a_goal_is_stopped(
    page: DimensionPage, session: Session
) -> None:
    end = card(page, session).end
    end.reached.click()
    asked = end.ask_reached.looked_back
    QTest.keyClicks(asked.hindered, "De drukte op de afdeling.")
    QTest.keyClick(asked.hindered, Qt.Key.Key_Return)
    assert (goal(session).worked, goal(session).hindered) == ("", "De drukte op de afdeling.")
    line = page.goals.lines[goal(session).id]
    assert line.hindered.text() == "De drukte op de afdeling."
    session.undo()
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        session.change("none", partial(answers.no_goal, dimension=dimension, reason="Later."))
    session.change("yes", agreeing.answered)
    session.freeze(VersionReason.FIRST)
    end = card(page, session).end
    end.stop.click()
    assert end.ask_stop.reason.hasFocus()
    QTest.keyClicks(end.ask_stop.reason, "Te druk.")
    QTest.keyClicks(end.ask_stop.looked_back.worked, "Kleine stappen.")
    QTest.keyClicks(end.ask_stop.looked_back.hindered, "Het rooster.")
    end.ask_stop.sure.click()
    ended = goal(session)
    assert (ended.state, ended.reason) == (GoalState.STOPPED, "Te druk.")
    assert (ended.worked, ended.hindered) == ("Kleine stappen.", "Het rooster.")
    line = page.goals.lines[ended.id]
    assert (line.worked.text(), line.hindered.text()) == ("Kleine stappen.", "Het rooster.")
    write(line.hindered, "Weer. ")
    assert goal(session).hindered == "Weer. Het rooster."


def test_what_helped_may_stay_empty_and_be_filled_in_later(
    page: DimensionPage, session: Session
) -> None:
    end = card(page, session).end
    end.reached.click()
    end.ask_reached.sure.click()
    assert goal(session).state is GoalState.REACHED
    line = page.goals.lines[goal(session).id]
    write(line.worked, "Mijn zus ")
    write(line.worked, "belde.")
    assert goal(session).worked == "Mijn zus belde."
    assert line.worked.hasFocus()
    session.undo()
    assert goal(session).worked == "" and goal(session).state is GoalState.REACHED


def test_escape_lets_go_of_what_was_asked(page: DimensionPage, session: Session) -> None:
    end = card(page, session).end
    end.reached.click()
    QTest.keyClick(end.ask_reached.looked_back.worked, Qt.Key.Key_Escape)
    assert not end.ask_reached.isVisible() and end.reached.hasFocus()
    assert goal(session).state is GoalState.NOW


def test_a_goal_that_ended_is_taken_up_again_with_a_reason(
    page: DimensionPage, session: Session, qtbot: QtBot
) -> None:
    id = goal(session).id
    session.change("stop", lambda d: goals.stop(d, id, "Te druk."))
    line = page.goals.lines[id]
    assert line.about.text() == "Te druk."
    line.again.click()
    assert line.why.isVisible() and line.why.reason.hasFocus()
    with qtbot.captureExceptions() as told:
        line.why.sure.click()
    assert isinstance(told[0][1], UserError)
    QTest.keyClicks(line.why.reason, "Het is nu rustig.")
    QTest.keyClick(line.why.reason, Qt.Key.Key_Return)
    assert (goal(session).state, goal(session).again) == (GoalState.NOW, "Het is nu rustig.")
    assert "Het is nu rustig." in card(page, session).again.text()


def test_the_day_to_look_again_can_be_changed(page: DimensionPage, session: Session) -> None:
    id = goal(session).id
    session.change("later", lambda d: goals.later(d, id, date(2026, 5, 7)))
    line = page.goals.lines[id]
    assert line.remind.text() == "07-05-2026"
    line.remind.selectAll()
    write(line.remind, "08-06-2026")
    assert goal(session).remind_on == date(2026, 6, 8)
    session.undo()
    assert line.remind.text() == "07-05-2026"


def test_the_worker_may_say_why_beside_what_departs_from_the_usual(
    page: DimensionPage, session: Session
) -> None:
    reasoning = card(page, session).reasoning
    assert not reasoning.isVisible()
    card(page, session).decides.buttons[Decides.IMPOSED].click()
    assert reasoning.isVisible() and "opgelegd" in reasoning.why.text()
    write(reasoning.field, "De rechter wil dit.")
    assert goal(session).reasoning == "De rechter wil dit."
    card(page, session).decides.buttons[Decides.TOGETHER].click()
    assert reasoning.isVisible() and not reasoning.why.isVisible()  # what was written stays
    assert "nog geen stappen" in card(page, session, 1).reasoning.why.text()


def test_fourteen_goals_at_once_are_a_hint_and_never_a_wall(
    page: DimensionPage, session: Session
) -> None:
    for number in range(11):
        write(page.goals.new.words, f"Ik wil nummer {number}.")
        QTest.keyClick(page.goals.new.words, Qt.Key.Key_Return)
    assert len(goals.current(session.dossier)) == len(page.goals.cards) == 14
    assert page.goals.hint.isVisible() and "14" in page.goals.hint.words.text()
    assert not card(page, session, 0).reasoning.isVisible()
    assert "meer dan drie" in card(page, session, 13).reasoning.why.text()


def test_earlier_attempts_stand_in_the_card_of_the_goal(
    page: DimensionPage, session: Session
) -> None:
    id = goal(session).id
    could_not = ClientAnswer.COULD_NOT
    session.change("a", lambda d: goals.answer(d, id, could_not, "Te moe.", date(2026, 3, 4)))
    session.change("b", lambda d: goals.answer(d, id, ClientAnswer.YES, "", date(2026, 3, 6)))
    assert card(page, session).attempts.lines == [
        "wo 4 maart 2026: Dennis kon niet antwoorden. “Te moe.”"
    ]
    assert card(page, session).answer.text() == "Dennis zegt ja"


def test_done_together_asks_who_plans_it(page: DimensionPage, session: Session) -> None:
    row = card(page, session).steps.rows[goal(session).steps[0].id]
    assert not row.planner.isVisible()
    row.actor_chosen.emit("Samen")
    assert row.planner.isVisible()
    names = [b.text() for b in row.planner.names if not b.isHidden()]
    assert names == ["Dennis", "Fatma Bouzidi", "Joost Kamphuis"]
    row.planner.names[1].click()
    assert goal(session).steps[0].actor == "Samen (Fatma Bouzidi plant)"
    assert not row.planner.isVisible()
    session.undo()
    assert goal(session).steps[0].actor == "Samen"


def test_alt_down_in_the_words_of_a_goal_moves_it_and_the_caret_with_it(
    page: DimensionPage, session: Session
) -> None:
    words = card(page, session).words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Down, ALT)
    QTest.keyClick(words, Qt.Key.Key_Down, ALT)
    assert texts(session) == [TEXTS[1], TEXTS[2], TEXTS[0]]
    assert words.hasFocus()
    session.undo()
    assert texts(session) == list(TEXTS)


def test_alt_down_in_a_step_moves_the_step_and_not_the_goal(
    page: DimensionPage, session: Session
) -> None:
    words = card(page, session).steps.rows[goal(session).steps[0].id].words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Down, ALT)
    assert texts(session) == list(TEXTS)
    assert [s.text for s in goal(session).steps] == ["Ik ga.", "Ik bel."]


def test_dragging_moves_a_goal_past_a_taller_one_once(
    page: DimensionPage, session: Session
) -> None:
    moved: list[int] = []
    low, tall = card(page, session, 1), card(page, session, 0)
    low.grip.moved.connect(moved.append)
    middle = low.grip.rect().center()
    QTest.mousePress(low.grip, Qt.MouseButton.LeftButton, pos=middle)
    spot = tall.mapToGlobal(QPoint(10, 30))  # where it is held still
    for _move in range(5):
        QTest.mouseMove(low.grip, low.grip.mapFromGlobal(spot))
        QApplication.processEvents()
    QTest.mouseRelease(low.grip, Qt.MouseButton.LeftButton, pos=middle)
    assert texts(session) == [TEXTS[1], TEXTS[0], TEXTS[2]]
    assert moved == [-1]
    session.undo()
    assert texts(session) == list(TEXTS)


def test_goals_for_later_are_put_in_order_by_keyboard_and_by_dragging(
    page: DimensionPage, session: Session
) -> None:
    for each in session.dossier.goals[:2]:
        session.change("", partial(goals.later, goal=each.id))
    QApplication.processEvents()
    first, second = (page.goals.lines[goal(session, place).id] for place in (0, 1))
    first.again.setFocus()
    QTest.keyClick(first.again, Qt.Key.Key_Down, ALT)
    assert texts(session) == [TEXTS[1], TEXTS[0], TEXTS[2]]
    assert page.goals.later.lines == [second, first] and first.again.hasFocus()
    QApplication.processEvents()
    assert second.y() < first.y()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    scroll.ensureWidgetVisible(page.goals.later)
    QApplication.processEvents()
    middle = first.grip.rect().center()
    QTest.mousePress(first.grip, Qt.MouseButton.LeftButton, pos=middle)
    spot = second.mapToGlobal(QPoint(10, 10))
    for _move in range(5):
        QTest.mouseMove(first.grip, first.grip.mapFromGlobal(spot))
        QApplication.processEvents()
    QTest.mouseRelease(first.grip, Qt.MouseButton.LeftButton, pos=middle)
    assert texts(session) == list(TEXTS)
    id = goal(session).id
    session.change("", lambda d: goals.reached(d, id))
    assert not first.grip.isVisible()  # of what ended the order says nothing


def test_tab_goes_through_the_goals_as_they_are_read(page: DimensionPage, session: Session) -> None:
    card(page, session).words.setFocus()
    QTest.keyClick(card(page, session).words, Qt.Key.Key_Down, ALT)
    first, second = card(page, session, 0), card(page, session, 1)
    order: list[QWidget] = [
        second.words,
        second.steps.rows[goal(session, 1).steps[0].id].words,
        second.steps.new,
    ]
    order += [second.helpers, second.after_who, second.end.reached]
    page.words.field.setFocus()
    seen: list[QWidget] = []
    for _tab in range(140):
        now = page.focusWidget()
        assert now is not None
        seen.append(now)
        page.focusNextChild()
    places = [seen.index(part) for part in (page.words.field, first.words, *order)]
    assert places == sorted(places)
    assert seen.index(page.goals.new.words) > seen.index(second.end.reached)


@pytest.fixture
def relock(
    window: Window,
    locked: list[Place],
    qtbot: QtBot,
    desk: Desk,
    guide: Guide,
    tasks: Tasks,
) -> Callable[[], Window]:
    def lock() -> Window:
        window.lock()
        field = QApplication.focusWidget()
        assert field
        field.blockSignals(True)  # of a process that is gone nothing can be left
        window.hide()
        made = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitActive(made):
            made.show()
        made.resume(locked[-1])
        return made

    return lock


def test_what_is_being_written_in_a_goal_comes_back_after_a_lock(
    window: Window, session: Session, relock: Callable[[], Window], qtbot: QtBot
) -> None:
    window.show_session(session)
    for text in TEXTS[:2]:
        session.change("goal", partial(goals.add, dimension=Dimension.SELF, text=text))
    ended, now = (g.id for g in session.dossier.goals)
    session.change("stop", lambda d: goals.stop(d, ended, "Te druk."))
    window.go("dimension", Dimension.SELF)
    page = window.page
    assert isinstance(page, DimensionPage)
    page.goals.cards[now].end.reached.click()
    QTest.keyClicks(page.goals.cards[now].end.ask_reached.looked_back.worked, "Veel lo")
    page.goals.lines[ended].again.click()
    QTest.keyClicks(page.goals.lines[ended].why.reason, "Het is n")
    again = relock().page
    assert isinstance(again, DimensionPage)
    why = again.goals.lines[ended].why
    qtbot.waitUntil(why.isVisible)
    assert why.reason.hasFocus()
    assert why.reason.text() == "Het is n"
    assert again.goals.cards[now].end.ask_reached.looked_back.worked.text() == "Veel lo"
    assert again.goals.lines[ended].worked.text() == ""


def test_a_closed_dossier_shows_it_all_and_changes_nothing(
    window: Window, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    session.change("goal", lambda d: goals.add(d, Dimension.SELF, TEXTS[0]))
    id = session.dossier.goals[0].id
    session.change("again", lambda d: goals.now(goals.stop(d, id, "Nee"), id, "Toch."))
    session.change("why", lambda d: goals.reason_out(d, id, "Zo is het."))
    desk.custody.close(session.dossier.id, date(2026, 3, 1), date(2026, 3, 1))
    window.show_session(session)
    window.go("dimension", Dimension.SELF)
    page = window.page
    assert isinstance(page, DimensionPage)
    shown = page.goals.cards[id]
    assert "Toch." in shown.again.text() and shown.reasoning.field.text() == "Zo is het."
    before = session.dossier
    with qtbot.captureExceptions() as told:
        shown.end.reached.click()
        shown.end.ask_reached.sure.click()
    assert isinstance(told[0][1], UserError)
    assert session.dossier == before


@pytest.mark.parametrize(("size", "width"), [(100, 700), (150, 1000), (200, 1366)])
def test_nothing_is_wider_than_a_small_window(
    qapp: QApplication, qtbot: QtBot, session: Session, guide: Guide, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    long = "Ik wil geen recidive, " + "heel erg " * 12 + "abcdefghij" * 50
    session.change("goal", lambda d: goals.add(d, Dimension.SELF, long, (long,)))
    id = session.dossier.goals[0].id
    step = session.dossier.goals[0].steps[0].id
    session.change("who", lambda d: goals.change_step(d, id, step, long, "Samen", None))
    session.change("no", lambda d: goals.answer(d, id, ClientAnswer.NO, long))
    session.change("other", lambda d: goals.add(d, Dimension.SELF, long))
    other = session.dossier.goals[1].id
    session.change("stop", lambda d: goals.stop(goals.reached(d, other, long), other, long))
    page = DimensionPage(session, guide, Dimension.SELF)
    qtbot.addWidget(page)
    page.show_dossier(session.dossier)
    page.resize(width - theme.px(72), 600)
    page.show()
    shown = page.goals.cards[id]
    for hint in (shown.easy, shown.steps.rows[step].easy):
        hint.look()
    page.goals.lines[other].again.click()
    QApplication.processEvents()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= scroll.viewport().width()
