"""Asking the client: four different answers, none of them pushed, and then setting the plan."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import agreements, goals
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.answers import AnswersPage
from caseplanner.ui.widgets.hash_label import grouped
from caseplanner.vault import dossiers
from tests.ui.pages import agreeing


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    return agreeing.discussed(dossier)


@pytest.fixture
def page(qtbot: QtBot, session: Session, guide: Guide) -> AnswersPage:
    return agreeing.show(qtbot, AnswersPage(session, guide), session)


def first(session: Session) -> Goal:
    return goals.current(session.dossier)[0]


def said(session: Session, place: int = 0) -> tuple[ClientAnswer | None, str]:
    goal = goals.current(session.dossier)[place]
    return goal.answer, goal.answer_reason


def tap(page: AnswersPage, answer: ClientAnswer) -> None:
    if answer is ClientAnswer.COULD_NOT:
        QTest.mouseClick(page.asking.could_not, Qt.MouseButton.LeftButton)
    else:
        QTest.mouseClick(page.asking.trio.buttons[answer], Qt.MouseButton.LeftButton)


def write(page: AnswersPage, words: str) -> None:
    page.asking.reason.field.selectAll()
    QTest.keyClicks(page.asking.reason.field, words)
    page.flush()


def chosen(page: AnswersPage) -> list[ClientAnswer]:
    answers = [a for a, button in page.asking.trio.buttons.items() if button.isChecked()]
    return answers + [ClientAnswer.COULD_NOT] * page.asking.could_not.isChecked()


def test_nothing_is_chosen_and_the_focus_is_on_no_answer(page: AnswersPage) -> None:
    assert chosen(page) == []
    trio = page.asking.trio.buttons.values()
    assert QApplication.focusWidget() is not None
    assert QApplication.focusWidget() not in [*trio, page.asking.could_not, page.on]
    page.on.click()
    assert chosen(page) == []
    assert QApplication.focusWidget() not in [*trio, page.asking.could_not]


def test_the_three_answers_are_of_one_size(page: AnswersPage) -> None:
    sizes = {(b.width(), b.height()) for b in page.asking.trio.buttons.values()}
    assert len(sizes) == 1
    assert sizes.pop()[1] >= 72


def test_a_screen_reader_hears_a_choice_of_which_none_is_made(page: AnswersPage) -> None:
    for button in page.asking.trio.buttons.values():
        heard = QAccessible.queryAccessibleInterface(button)
        assert heard.role() is QAccessible.Role.RadioButton
        assert not heard.state().checked
        assert heard.text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (ClientAnswer.YES, ""),
        (ClientAnswer.YES, "Voor Lisa."),
        (ClientAnswer.NO, "Ik wil eerst met mijn zus praten."),
        (ClientAnswer.UNSURE, ""),
        (ClientAnswer.COULD_NOT, "Dennis was ziek."),
    ],
)
def test_each_of_the_four_answers_is_kept_as_itself(
    page: AnswersPage, session: Session, desk: Desk, answer: ClientAnswer, reason: str
) -> None:
    tap(page, answer)
    if reason:
        write(page, reason)
    assert said(session) == (answer, reason)
    assert chosen(page) == [answer]
    kept = desk.open(session.dossier.id).dossier
    assert (goals.current(kept)[0].answer, goals.current(kept)[0].answer_reason) == (answer, reason)


@pytest.mark.parametrize("answer", [ClientAnswer.NO, ClientAnswer.COULD_NOT])
def test_a_no_without_a_reason_is_not_kept_and_a_yes_before_it_neither(
    page: AnswersPage, session: Session, answer: ClientAnswer
) -> None:
    tap(page, ClientAnswer.YES)
    tap(page, answer)
    assert chosen(page) == [answer]
    assert said(session) == (None, "")
    write(page, "   ")
    assert said(session) == (None, "")
    write(page, "Daarom.")
    assert said(session) == (answer, "Daarom.")


def test_no_asks_one_thing_and_thanks(page: AnswersPage, session: Session) -> None:
    tap(page, ClientAnswer.NO)
    assert page.asking.reason.isVisible()
    assert "dat je het zegt" in page.asking.reason.field.accessibleName()
    QTest.mouseClick(page.asking.reason.choices[1], Qt.MouseButton.LeftButton)
    assert said(session) == (ClientAnswer.NO, "Andere stappen")


def test_own_words_stay_when_one_of_the_reasons_is_chosen_too(
    page: AnswersPage, session: Session
) -> None:
    tap(page, ClientAnswer.NO)
    write(page, "Ik wil pas in mei.")
    QTest.mouseClick(page.asking.reason.choices[2], Qt.MouseButton.LeftButton)
    assert said(session) == (ClientAnswer.NO, "Niet nu. Ik wil pas in mei.")


def test_a_reason_that_is_emptied_takes_the_no_back(page: AnswersPage, session: Session) -> None:
    tap(page, ClientAnswer.NO)
    write(page, "Daarom.")
    page.asking.reason.field.selectAll()
    QTest.keyClick(page.asking.reason.field, Qt.Key.Key_Delete)
    page.flush()
    assert said(session) == (None, "")
    assert chosen(page) == [ClientAnswer.NO]


def test_an_answer_can_be_changed_and_its_reason_does_not_stick(
    page: AnswersPage, session: Session
) -> None:
    tap(page, ClientAnswer.NO)
    write(page, "Daarom.")
    tap(page, ClientAnswer.YES)
    assert said(session) == (ClientAnswer.YES, "")
    assert page.asking.reason.field.text() == ""
    tap(page, ClientAnswer.UNSURE)
    assert said(session) == (ClientAnswer.UNSURE, "")
    assert page.asking.reason.field.text() == ""


def test_undo_brings_the_answer_back_that_was_there(page: AnswersPage, session: Session) -> None:
    tap(page, ClientAnswer.YES)
    tap(page, ClientAnswer.NO)
    session.undo()
    assert said(session) == (ClientAnswer.YES, "")
    assert chosen(page) == [ClientAnswer.YES]


def test_a_reason_is_kept_for_its_own_goal_when_going_on_while_typing(
    page: AnswersPage, session: Session
) -> None:
    tap(page, ClientAnswer.NO)
    QTest.keyClicks(page.asking.reason.field, "Daarom.")
    page.on.click()
    assert said(session, 0) == (ClientAnswer.NO, "Daarom.")
    assert said(session, 1) == (None, "")
    assert chosen(page) == []
    assert page.asking.reason.field.text() == ""


@pytest.mark.parametrize("answer", ClientAnswer)
def test_an_answer_that_could_not_be_kept_does_not_look_given(
    page: AnswersPage,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    answer: ClientAnswer,
) -> None:
    tap(page, ClientAnswer.UNSURE)

    def full(*_what: object) -> None:
        raise UserError("The disk is full.")

    other = ClientAnswer.YES if answer is ClientAnswer.UNSURE else answer
    with monkeypatch.context() as disk, qtbot.captureExceptions() as told:
        disk.setattr(dossiers, "save", full)
        tap(page, other)
    assert isinstance(told[0][1], UserError)
    assert said(session) == (ClientAnswer.UNSURE, "")
    assert chosen(page) == [ClientAnswer.UNSURE]
    tap(page, ClientAnswer.YES)
    assert chosen(page) == [ClientAnswer.YES]


def test_arrow_keys_move_and_choose_nothing(page: AnswersPage, session: Session) -> None:
    buttons = page.asking.trio.buttons
    buttons[ClientAnswer.YES].setFocus()
    QTest.keyClick(buttons[ClientAnswer.YES], Qt.Key.Key_Right)
    assert buttons[ClientAnswer.NO].hasFocus()
    assert chosen(page) == []
    assert said(session) == (None, "")
    QTest.keyClick(buttons[ClientAnswer.NO], Qt.Key.Key_Right)
    QTest.keyClick(buttons[ClientAnswer.UNSURE], Qt.Key.Key_Space)
    assert said(session) == (ClientAnswer.UNSURE, "")


def test_nothing_goes_on_by_itself(page: AnswersPage, session: Session, qtbot: QtBot) -> None:
    shown = first(session)
    tap(page, ClientAnswer.YES)
    qtbot.wait(60)
    assert page.topics.lines[0].now
    assert goals.current(session.dossier)[0].id == shown.id
    assert not page.findChildren(QProgressBar)
    assert not [w for w in page.findChildren(QWidget) if "%" in w.accessibleName()]


def test_topics_are_ticked_once_answered(page: AnswersPage) -> None:
    ticked = [line._topic.ticked for line in page.topics.lines]
    assert ticked == [False, False, True, True, False]  # two have no goal now, with a reason
    tap(page, ClientAnswer.UNSURE)
    assert page.topics.lines[0]._topic.ticked


def test_back_and_on_and_the_topics_lead_everywhere(page: AnswersPage, qtbot: QtBot) -> None:
    page.on.click()
    assert page.topics.lines[1].now
    page.back.click()
    assert page.topics.lines[0].now
    page.topics.lines[1].click()
    assert page.topics.lines[1].now
    page.on.click()
    assert page.topics.lines[-1].now
    assert page.end.isVisible()
    with qtbot.waitSignal(page.go, check_params_cb=lambda name, _a: name == "dimension"):
        page.topics.lines[2].click()
    page.topics.lines[0].click()
    with qtbot.waitSignal(page.go, check_params_cb=lambda name, _a: name == "hub"):
        page.back.click()


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("answer", [None, ClientAnswer.NO])
def test_the_question_and_every_button_stay_in_view(
    qtbot: QtBot,
    qapp: QApplication,
    session: Session,
    guide: Guide,
    size: int,
    answer: ClientAnswer | None,
) -> None:
    theme.use(qapp, "light", size)
    goal = first(session)
    for number in range(6):
        words = f"Stap {number} met nogal veel woorden erin."
        session.change("steps", lambda d, w=words: goals.add_step(d, goal.id, w, "Dennis"))  # type: ignore[misc]
    room = QWidget()  # as the window does: no page can push it off the screen
    room.resize(1366, 768)
    page = AnswersPage(session, guide, parent=room)
    page.setGeometry(room.rect())
    qtbot.addWidget(room)
    page.show_dossier(session.dossier)
    with qtbot.waitActive(room):
        room.show()
    if answer:
        tap(page, answer)
    QTest.qWait(50)
    buttons = [*page.asking.trio.buttons.values(), page.back, page.on, page.asking.could_not]
    placed = [rect(widget, room) for widget in [*buttons, page.asking._question]]
    for place in placed:
        assert room.rect().contains(place)
    for one, place in enumerate(placed):
        assert not any(place.intersects(other) for other in placed[one + 1 :])
    for line in page.topics.lines:
        assert room.rect().contains(rect(line, room))


@pytest.mark.parametrize("letters", [150, 400, 1500])
def test_a_long_goal_does_not_push_the_question_away(
    page: AnswersPage, session: Session, letters: int
) -> None:
    words = ("Ik wil dat het weer goed komt met mijn dochter. " * 40)[:letters]
    session.change("long", lambda d: goals.reword(d, first(session).id, words))
    QTest.qWait(50)
    for button in (*page.asking.trio.buttons.values(), page.on):
        assert page.rect().contains(rect(button, page))
    assert page.rect().contains(rect(page.asking._question, page))
    assert page.height() == 768


def rect(widget: QWidget, room: QWidget) -> QRect:
    return QRect(widget.mapTo(room, QPoint(0, 0)), widget.size())


def to_end(page: AnswersPage) -> None:
    while page.on.isVisible():
        page.on.click()
    QApplication.processEvents()


def links(page: AnswersPage, lines: QWidget) -> list[QPushButton]:
    return [b for b in lines.findChildren(QPushButton) if b.isVisible()]


def test_what_blocks_is_listed_and_leads_to_where_it_is_done(
    page: AnswersPage, session: Session, qtbot: QtBot
) -> None:
    to_end(page)
    assert not page.end.setting.set_plan.isEnabled()
    blocking = links(page, page.end.needed.blocking)
    assert len(blocking) == 2  # two goals without an answer
    blocking[1].click()
    assert page.topics.lines[1].now
    tap(page, ClientAnswer.YES)
    to_end(page)
    assert len(links(page, page.end.needed.blocking)) == 1
    advice = links(page, page.end.needed.advice)
    with qtbot.waitSignal(page.go) as told:
        advice[0].click()
    assert told.args == ["dimension", Dimension.SELF]


def test_setting_the_plan_shows_its_number_and_mark_and_leads_to_signing(
    page: AnswersPage, session: Session, qtbot: QtBot
) -> None:
    tap(page, ClientAnswer.YES)
    page.on.click()
    tap(page, ClientAnswer.NO)
    write(page, "Niet zo.")
    to_end(page)
    setting = page.end.setting
    assert setting.reason.currentData() == VersionReason.FIRST
    setting.set_plan.click()
    version = agreements.latest(session.dossier)
    assert version is not None
    assert version.number == 1
    assert version.reason is VersionReason.FIRST
    assert not setting.set_plan.isVisible()
    assert setting.hash.text() == grouped(version.content)
    assert setting.hash.text().replace(" ", "") == version.content[:16]
    assert setting.hash.toolTip() == version.content
    with qtbot.waitSignal(page.go, check_params_cb=lambda name, _a: name == "sign"):
        setting.sign.click()
    with qtbot.waitSignal(page.go, check_params_cb=lambda *a: a == ("preview", version.id)):
        setting.look.click()


def test_a_next_version_wants_another_reason(page: AnswersPage, session: Session) -> None:
    agreeing.freeze(session)
    goal = first(session)
    session.change("reword", lambda d: goals.reword(d, goal.id, "Ik wil minder blowen."))
    tap(page, ClientAnswer.YES)
    to_end(page)
    reason = page.end.setting.reason
    offered = [reason.itemData(place) for place in range(reason.count())]
    assert VersionReason.FIRST not in offered
    assert len(offered) == len(VersionReason) - 1
    reason.setCurrentIndex(offered.index(VersionReason.TRANSFER))
    page.end.setting.set_plan.click()
    assert session.dossier.versions[-1].reason is VersionReason.TRANSFER
    assert session.dossier.versions[-1].number == 2


def test_an_answer_can_be_changed_from_the_end(page: AnswersPage, session: Session) -> None:
    tap(page, ClientAnswer.YES)
    to_end(page)
    change = links(page, page.end.said)[0]
    assert "blowen" in change.accessibleName()
    change.click()
    assert page.topics.lines[0].now
    assert chosen(page) == [ClientAnswer.YES]
