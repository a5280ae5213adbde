"""The page of one dimension: talk, scores, goals and steps, all saved as they are typed."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
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
    DimensionState,
    Dossier,
    GoalState,
    Moment,
    ScoredBy,
    StepState,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.dimension.goal_card import GoalCard
from caseplanner.ui.dimension.step_editor import StepEditor
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.widgets.fields import TextField

NOW = (ScoredBy.CLIENT, Moment.NOW)


def shown(qtbot: QtBot, session: Session, guide: Guide, dimension: Dimension) -> DimensionPage:
    page = DimensionPage(session, guide, dimension)
    qtbot.addWidget(page)
    session.on_change = page.show_dossier
    page.show_dossier(session.dossier)
    page.resize(1152, 768)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session, guide: Guide) -> DimensionPage:
    return shown(qtbot, session, guide, Dimension.SELF)


def write(field: QWidget, words: str) -> None:
    """Type as a person does, and rest."""
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()  # type: ignore[attr-defined]


def with_goal(page: DimensionPage, session: Session, *steps: str) -> GoalCard:
    goal = "Ik wil stoppen met blowen."
    session.change("goal", lambda d: goals.add(d, Dimension.SELF, goal, steps))
    QApplication.processEvents()  # the new card is laid out
    return page.goals.cards[session.dossier.goals[-1].id]


def rows(card: GoalCard, session: Session) -> list[StepEditor]:
    return [card.steps.rows[step.id] for step in session.dossier.goals[-1].steps]


def test_own_words_are_saved_while_they_are_typed(page: DimensionPage, session: Session) -> None:
    write(page.words.field, "Ik wil rust in mijn hoofd.")
    assert answers.given(session.dossier, "self.words") == "Ik wil rust in mijn hoofd."
    assert session.saved_at is not None


def test_typing_in_the_middle_keeps_the_caret(page: DimensionPage, session: Session) -> None:
    write(page.words.field, "Ik wil rust.")
    cursor = page.words.field.textCursor()
    cursor.setPosition(7)
    page.words.field.setTextCursor(cursor)
    write(page.words.field, "echt ")
    assert page.words.field.text() == "Ik wil echt rust."
    assert page.words.field.textCursor().position() == 12
    session.change("elsewhere", lambda d: answers.give(d, "self.proud", "Metselen."))
    assert page.words.field.textCursor().position() == 12


def test_a_burst_of_typing_is_one_step_of_undo(page: DimensionPage, session: Session) -> None:
    for words in ("Ik ", "wil ", "rust."):
        write(page.words.field, words)
    session.undo()
    assert answers.given(session.dossier, "self.words") == ""
    assert page.words.field.text() == ""


def test_a_question_with_choices_has_none_chosen_and_can_be_cleared(
    page: DimensionPage, session: Session
) -> None:
    question = page.questions.questions["self.change"]
    choices = ("busy", "know_how", "need_help", "thinking", "not_now", "not_say")
    assert not any(question.button(choice).isChecked() for choice in choices)  # type: ignore[union-attr]
    question.button("busy").click()  # type: ignore[union-attr]
    assert answers.given(session.dossier, "self.change") == "busy"
    question.clear.click()  # type: ignore[union-attr]
    assert answers.given(session.dossier, "self.change") == ""
    assert not question.button("busy").isChecked()  # type: ignore[union-attr]


def test_zero_and_declined_and_not_asked_are_three_things(
    page: DimensionPage, session: Session
) -> None:
    picker = page.scores.pickers[NOW]

    def scored() -> object:
        return answers.scored(session.dossier, Dimension.SELF, *NOW)

    assert scored() is None
    assert not any(picker.chip(value).isChecked() for value in (0, 1, 2, 3, 4, 5, None))
    picker.chip(0).click()
    zero = answers.scored(session.dossier, Dimension.SELF, *NOW)
    assert zero and zero.value == 0
    picker.chip(None).click()
    declined = answers.scored(session.dossier, Dimension.SELF, *NOW)
    assert declined and declined.value is None
    picker.clear.click()
    assert scored() is None
    assert not picker.chip(None).isChecked()
    session.undo()
    assert picker.chip(None).isChecked()


def test_the_worker_scores_apart_and_only_when_asked_for(
    page: DimensionPage, session: Session
) -> None:
    picker = page.scores.pickers[ScoredBy.WORKER, Moment.NOW]
    assert not picker.isVisible()
    page.scores.worker_too.click()
    assert picker.isVisible()
    picker.chip(2).click()
    assert answers.scored(session.dossier, Dimension.SELF, *NOW) is None


def test_a_goal_in_own_words_by_keyboard_alone(page: DimensionPage, session: Session) -> None:
    page.goals.new.words.setFocus()
    QTest.keyClicks(page.goals.new.words, "Ik wil leren lezen.")
    QTest.keyClick(page.goals.new.words, Qt.Key.Key_Return)
    assert [g.text for g in session.dossier.goals] == ["Ik wil leren lezen."]
    assert page.goals.new.words.text() == ""
    QApplication.processEvents()
    first = page.goals.cards[session.dossier.goals[0].id].steps.new
    assert first.hasFocus()
    QTest.keyClicks(first, "Ik vraag een taalles aan.")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert [s.text for s in session.dossier.goals[0].steps] == ["Ik vraag een taalles aan."]
    session.undo()
    session.undo()
    assert not page.goals.cards


def test_an_idea_brings_its_steps_and_stays_free_to_change(
    page: DimensionPage, session: Session, guide: Guide, qtbot: QtBot
) -> None:
    assert not page.goals.new.ideas.isVisible()
    page.goals.new.show_ideas.click()
    idea = guide.of(Dimension.SELF).suggestions[0]
    button = next(b for b in page.goals.new.buttons if b.text() == idea.text)
    button.click()
    goal = session.dossier.goals[0]
    assert [s.text for s in goal.steps] == list(idea.steps)
    card = page.goals.cards[goal.id]
    card.words.selectAll()
    write(card.words, "Ik kom op tijd.")
    assert session.dossier.goals[0].text == "Ik kom op tijd."


def test_a_goal_never_loses_its_words(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session)
    card.words.setFocus()
    card.words.selectAll()
    QTest.keyClick(card.words, Qt.Key.Key_Delete)
    page.words.field.setFocus()
    assert session.dossier.goals[0].text == card.words.text() == "Ik wil stoppen met blowen."


def test_a_space_at_the_end_stays_while_the_sentence_is_still_being_typed(
    page: DimensionPage, session: Session
) -> None:
    card = with_goal(page, session, "Ik bel")
    for field in (card.words, rows(card, session)[0].words):
        field.moveCursor(QTextCursor.MoveOperation.End)
        write(field, " mijn ")
        write(field, "zus")
        assert field.text().endswith(" mijn zus")
    assert session.dossier.goals[0].steps[0].text == "Ik bel mijn zus"


def test_a_step_never_loses_its_words(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session, "Ik bel mijn zus.")
    field = rows(card, session)[0].words
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    page.words.field.setFocus()
    assert session.dossier.goals[0].steps[0].text == field.text() == "Ik bel mijn zus."


def test_a_goal_typed_but_not_added_is_kept_when_the_page_is_left(
    page: DimensionPage, session: Session
) -> None:
    page.goals.new.words.setFocus()
    QTest.keyClicks(page.goals.new.words, "Ik wil leren lezen.")
    page.flush()
    page.flush()
    assert [g.text for g in session.dossier.goals] == ["Ik wil leren lezen."]


def test_a_reason_typed_but_not_said_is_kept_when_the_page_is_left(
    page: DimensionPage, session: Session
) -> None:
    page.goals.no_goal.reason.setFocus()
    QTest.keyClicks(page.goals.no_goal.reason, "Eerst slapen.")
    page.flush()
    page.flush()
    found = answers.no_goal_of(session.dossier, Dimension.SELF)
    assert found and found.reason == "Eerst slapen."


def test_enter_adds_step_after_step(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session)
    card.steps.new.setFocus()
    for words in ("Ik praat met Tactus.", "Ik vul mijn slaaplijst in."):
        QTest.keyClicks(card.steps.new, words)
        QTest.keyClick(card.steps.new, Qt.Key.Key_Return)
    assert [s.text for s in session.dossier.goals[0].steps] == [
        "Ik praat met Tactus.",
        "Ik vul mijn slaaplijst in.",
    ]
    assert card.steps.new.hasFocus()


def test_a_step_typed_but_not_entered_is_kept_when_the_page_is_left(
    page: DimensionPage, session: Session
) -> None:
    card = with_goal(page, session)
    card.steps.new.setFocus()
    QTest.keyClicks(card.steps.new, "Ik bel mijn zus.")
    page.flush()
    page.flush()
    assert [s.text for s in session.dossier.goals[0].steps] == ["Ik bel mijn zus."]


def test_who_when_and_how_it_goes(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session, "Ik praat met Tactus.")
    row = rows(card, session)[0]
    people = [row.actor.itemText(i) for i in range(row.actor.count())]
    assert people == ["Dennis", "Samen", "Fatma Bouzidi", "Joost Kamphuis"]
    row.actor.setFocus()
    row.actor.line.selectAll()
    QTest.keyClicks(row.actor.line, "Tactus")
    QTest.keyClick(row.actor.line, Qt.Key.Key_Return)
    row.day.setFocus()
    QTest.keyClicks(row.day, "17-03-2026")
    QTest.keyClick(row.day, Qt.Key.Key_Return)
    menu = row.state.menu()
    next(a for a in menu.actions() if a.text() == "Klaar").trigger()
    step = session.dossier.goals[0].steps[0]
    assert (step.actor, step.on, step.state) == ("Tactus", date(2026, 3, 17), StepState.DONE)
    session.undo()
    assert session.dossier.goals[0].steps[0].state is StepState.TO_DO


def test_alt_up_moves_a_step_and_the_caret_with_it(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session, "één", "twee", "drie")
    last = rows(card, session)[2]
    last.words.setFocus()
    last.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(last.words, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(last.words, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [s.text for s in session.dossier.goals[0].steps] == ["drie", "één", "twee"]
    assert last.words.hasFocus()
    assert rows(card, session)[0] is last
    QApplication.processEvents()
    assert last.y() < rows(card, session)[1].y() < rows(card, session)[2].y()
    session.undo()
    assert [s.text for s in session.dossier.goals[0].steps] == ["één", "twee", "drie"]


def test_dragging_the_grip_moves_a_step(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session, "één", "twee", "drie")
    first = rows(card, session)[0]
    QApplication.processEvents()
    middle = first.grip.rect().center()
    QTest.mousePress(first.grip, Qt.MouseButton.LeftButton, pos=middle)
    for _move in range(2):
        last = rows(card, session)[2].grip
        QTest.mouseMove(first.grip, first.grip.mapFromGlobal(last.mapToGlobal(middle)))
        QApplication.processEvents()
    QTest.mouseRelease(first.grip, Qt.MouseButton.LeftButton, pos=middle)
    assert [s.text for s in session.dossier.goals[0].steps] == ["twee", "drie", "één"]
    session.undo()
    assert [s.text for s in session.dossier.goals[0].steps] == ["één", "twee", "drie"]


def test_a_removed_step_is_named_and_comes_back_with_undo(
    page: DimensionPage, session: Session, qtbot: QtBot
) -> None:
    card = with_goal(page, session, "Ik bel mijn zus.", "Ik schrijf haar.")
    with qtbot.waitSignal(page.toast) as told:
        rows(card, session)[0].bin.click()
    assert told.args == ["Stap “Ik bel mijn zus.” verwijderd."]
    assert [s.text for s in session.dossier.goals[0].steps] == ["Ik schrijf haar."]
    assert rows(card, session)[0].words.hasFocus()
    session.undo()
    assert rows(card, session)[0].words.text() == "Ik bel mijn zus."


def test_an_answer_that_goes_with_an_edit_is_said(
    page: DimensionPage, session: Session, qtbot: QtBot
) -> None:
    card = with_goal(page, session, "Ik bel mijn zus.")
    goal = session.dossier.goals[0].id
    session.change("yes", lambda d: goals.answer(d, goal, ClientAnswer.YES))
    assert card.answer.text() == "Dennis zegt ja"
    with qtbot.waitSignal(page.toast) as told:
        card.decides.buttons[Decides.CLIENT].click()
    assert "Dennis" in told.args[0]
    assert card.answer.text() == "Nog niet gevraagd"
    session.undo()
    assert session.dossier.goals[0].answer is ClientAnswer.YES


def test_a_removed_step_says_both_what_went_and_that_the_answer_went(
    page: DimensionPage, session: Session, qtbot: QtBot
) -> None:
    card = with_goal(page, session, "Ik bel mijn zus.")
    goal = session.dossier.goals[0].id
    session.change("yes", lambda d: goals.answer(d, goal, ClientAnswer.YES))
    with qtbot.waitSignal(page.toast) as told:
        rows(card, session)[0].bin.click()
    assert told.args[0].startswith("Stap “Ik bel mijn zus.” verwijderd. ")
    assert "antwoord van Dennis" in told.args[0]


def test_ticking_a_step_off_keeps_the_answer(page: DimensionPage, session: Session) -> None:
    card = with_goal(page, session, "Ik bel mijn zus.")
    goal = session.dossier.goals[0].id
    session.change("yes", lambda d: goals.answer(d, goal, ClientAnswer.YES))
    rows(card, session)[0].state_chosen.emit(StepState.DONE)
    assert session.dossier.goals[0].answer is ClientAnswer.YES


def test_who_goes_on_after_release_with_a_hint_while_nobody_does(
    page: DimensionPage, session: Session
) -> None:
    card = with_goal(page, session)
    assert card.nobody.isVisible()
    write(card.after_who, "Tactus Hengelo")
    card.after_from.setFocus()
    QTest.keyClicks(card.after_from, "03-08-2026")
    card.after_from.flush()
    goal = session.dossier.goals[0]
    assert (goal.after_who, goal.after_from) == ("Tactus Hengelo", date(2026, 8, 3))
    assert not card.nobody.isVisible()


def test_later_asks_for_a_day_and_the_goal_can_be_taken_up_again(
    page: DimensionPage, session: Session
) -> None:
    card = with_goal(page, session)
    card.end.later.click()
    QTest.keyClicks(card.end.ask_later.day, "07-05-2026")
    card.end.ask_later.sure.click()
    goal = session.dossier.goals[0]
    assert (goal.state, goal.remind_on) == (GoalState.LATER, date(2026, 5, 7))
    page.goals.lines[goal.id].again.click()
    assert session.dossier.goals[0].state is GoalState.NOW


def test_a_goal_that_was_agreed_is_stopped_with_a_reason_never_removed(
    page: DimensionPage, session: Session, qtbot: QtBot
) -> None:
    card = with_goal(page, session)
    assert card.end.remove.isVisible() and not card.end.stop.isVisible()
    goal = session.dossier.goals[0].id
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        session.change("none", partial(answers.no_goal, dimension=dimension, reason="Niet nu."))
    session.change("yes", lambda d: goals.answer(d, goal, ClientAnswer.YES))
    session.freeze(VersionReason.FIRST)
    assert card.end.stop.isVisible() and not card.end.remove.isVisible()
    card.end.stop.click()
    with qtbot.captureExceptions() as errors:
        card.end.ask_stop.sure.click()
    assert errors[0][0] is UserError
    assert session.dossier.goals[0].state is GoalState.NOW
    write(card.end.ask_stop.reason, "Ik wil eerst rust.")
    card.end.ask_stop.sure.click()
    stopped = session.dossier.goals[0]
    assert (stopped.state, stopped.reason) == (GoalState.STOPPED, "Ik wil eerst rust.")


def test_no_goal_now_with_a_reason_is_a_full_answer(page: DimensionPage, session: Session) -> None:
    write(page.goals.no_goal.reason, "Eerst de taalles.")
    page.goals.no_goal.sure.click()
    assert answers.state(session.dossier, Dimension.SELF) is DimensionState.NO_GOAL
    assert "Eerst de taalles." in page.goals.no_goal.said.text()
    page.goals.no_goal.again.click()
    assert answers.state(session.dossier, Dimension.SELF) is DimensionState.UNSEEN


def test_asked_once_more_the_first_time_stays_readable(
    page: DimensionPage, session: Session, desk: Desk
) -> None:
    """As with Mehmet: asked while the case was open, and asked again weeks later."""
    first = date(2026, 1, 22)
    session.change(
        "", lambda d: answers.no_goal(d, Dimension.SELF, "Daar praat ik niet over.", first)
    )
    card = page.goals.no_goal
    assert not card.reason.isVisible()
    card.ask_again.click()
    assert card.reason.hasFocus()
    write(card.reason, "Nog steeds niet.")
    page.show_dossier(session.dossier)  # what is half typed stays
    assert card.reason.text() == "Nog steeds niet."
    card.sure.click()
    now = answers.no_goal_of(desk.open(session.dossier.id).dossier, Dimension.SELF)
    assert now and (now.reason, now.on) == ("Nog steeds niet.", today())
    [before] = now.attempts
    assert (before.reason, before.on) == ("Daar praat ik niet over.", first)
    assert card.asked.lines == ["do 22 januari 2026: Dennis zei nee. “Daar praat ik niet over.”"]
    assert not card.ask_again.isVisible() and not card.reason.isVisible()
    session.undo()
    assert card.asked.lines == []


def test_more_than_three_goals_is_a_hint_and_not_a_wall(
    page: DimensionPage, session: Session
) -> None:
    for number in range(3):
        session.change("goal", partial(goals.add, dimension=Dimension.SELF, text=f"Doel {number}"))
    assert not page.goals.hint.isVisible()
    session.change("goal", lambda d: goals.add(d, Dimension.SELF, "Doel 4"))
    assert page.goals.hint.isVisible()
    assert len(page.goals.cards) == 4


def test_the_victim_page_starts_with_information_and_has_no_field_about_a_victim(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    page = shown(qtbot, session, guide, Dimension.VICTIM)
    assert page.information is not None and page.information.isVisible()
    assert page.information.y() < page.words.mapTo(page, page.words.rect().topLeft()).y()
    assert "Niets over wie het slachtoffer is" in page.words.field.placeholderText()
    for field in page.findChildren(TextField):
        told = field.accessibleName().casefold()
        for banned in ("naam", "adres", "telefoon", "woonplaats", "e-mail", "bsn"):
            assert banned not in told


def test_what_others_may_know_and_who_tells_it_is_asked_and_kept(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    page = shown(qtbot, session, guide, Dimension.SOCIETY)
    question = page.questions.questions["society.others_know"]
    asked = guide.asked("society.others_know")
    assert asked
    assert asked.text == "Wat mogen anderen over jou weten? Wie vertelt dat?"
    assert isinstance(question.field, TextField)
    write(question.field, "De voorman mag het weten. Ik vertel het zelf.")
    kept = {answer.id: answer.text for answer in session.dossier.answers}
    assert kept["society.others_know"] == "De voorman mag het weten. Ik vertel het zelf."


def test_every_part_that_takes_the_focus_has_a_name(page: DimensionPage, session: Session) -> None:
    with_goal(page, session, "Ik bel mijn zus.")
    for widget in page.findChildren(QWidget):
        policy = widget.focusPolicy()
        if policy is Qt.FocusPolicy.NoFocus or not widget.isVisible() or widget.focusProxy():
            continue
        known = QAccessible.queryAccessibleInterface(widget)
        assert known.text(QAccessible.Text.Name), widget


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_wider_than_the_window_at_any_text_size(
    qtbot: QtBot, qapp: QApplication, session: Session, guide: Guide, size: int
) -> None:
    theme.use(qapp, "light", size)
    page = shown(qtbot, session, guide, Dimension.VICTIM)
    session.change(
        "goal", lambda d: goals.add(d, Dimension.VICTIM, "Ik wil een brief.", ("Ik schrijf hem.",))
    )
    page.resize(1258, 768)
    QApplication.processEvents()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= scroll.viewport().width()


def test_an_edit_of_something_undone_meanwhile_changes_nothing(
    page: DimensionPage, session: Session
) -> None:
    card = with_goal(page, session)
    card.after_who.setFocus()
    QTest.keyClicks(card.after_who, "Tactus")
    before: Dossier = session.dossier
    session.undo()
    card.after_who.flush()
    assert session.dossier.goals == ()
    assert before.goals
