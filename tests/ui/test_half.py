"""What is half-typed comes back after a lock or a crash exactly as it was, in the real window."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from caseplanner.desk import MOST_DRAFT, Desk
from caseplanner.dossier import goals
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import ClientAnswer, Dimension, Dossier, HowSigned, VersionReason
from caseplanner.errors import UserError
from caseplanner.settings import Place, Settings
from caseplanner.ui import half, keeper
from caseplanner.ui.finder import Finder
from caseplanner.ui.half import Half, Words
from caseplanner.ui.pages.answers import AnswersPage
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.person import NewPage, PersonPage
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets.password import PasswordField
from caseplanner.ui.window import Window
from caseplanner.vault import dossiers
from tests.ui.pages.agreeing import answered, discussed

LEFT = Qt.MouseButton.LeftButton
Relock = Callable[[], Window]


@pytest.fixture
def plan(dossier: Dossier) -> Dossier:
    """Agreed on; of the goals for himself the first has three steps."""
    made = goals.add(dossier, Dimension.SELF, "Ik wil werk", ("Bellen", "Schrijven", "Oefenen"))
    return answered(discussed(made))


@pytest.fixture
def opened(window: Window, desk: Desk, plan: Dossier) -> Window:
    window.show_session(desk.add(plan))
    return window


@pytest.fixture
def another(qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks) -> Callable[[Place], Window]:
    """The window of a program that was started anew, and unlocked."""

    def start(place: Place) -> Window:
        made = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
        qtbot.addWidget(made)
        made.resize(1366, 768)
        with qtbot.waitActive(made):
            made.show()
        made.resume(place)
        return made

    return start


@pytest.fixture
def relock(window: Window, locked: list[Place], another: Callable[[Place], Window]) -> Relock:
    def lock() -> Window:
        window.lock()
        field = QApplication.focusWidget()
        assert field
        field.blockSignals(True)  # of a process that is gone nothing can be left
        window.hide()
        return another(locked[-1])

    return lock


def dimension(window: Window) -> DimensionPage:
    page = window.page
    assert isinstance(page, DimensionPage)
    return page


def type_in(field: QLineEdit | QPlainTextEdit, words: str, left: int = 0) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    for _ in range(left):
        QTest.keyClick(field, Qt.Key.Key_Left)


def test_a_goal_that_was_not_added_yet_comes_back_with_the_caret(
    opened: Window, desk: Desk, relock: Relock
) -> None:
    opened.go("dimension", Dimension.SELF)
    type_in(dimension(opened).goals.new.words, "Ik wil met Noor", left=4)
    again = relock()
    field = dimension(again).goals.new.words
    assert (field.text(), field.textCursor().position()) == ("Ik wil met Noor", 11)
    assert field.hasFocus()
    assert len(dimension(again).goals.cards) == 2  # not added: that is for the person to do
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(dimension(again).goals.cards) == 3
    assert field.text() == ""


def test_a_step_being_written_is_found_also_after_steps_were_moved(
    opened: Window, relock: Relock
) -> None:
    opened.go("dimension", Dimension.SELF)
    assert opened.session
    goal = opened.session.dossier.goals[0]
    opened.session.change("", lambda d: goals.move_step(d, goal.id, goal.steps[2].id, -2))
    row = dimension(opened).goals.cards[goal.id].steps.rows[goal.steps[0].id]
    QTest.keyClicks(row.day, "32-13")
    type_in(dimension(opened).goals.cards[goal.id].steps.new, "En dan", left=2)
    again = relock()
    steps = dimension(again).goals.cards[goal.id].steps
    assert steps.rows[goal.steps[0].id].day.text() == "32-13"
    assert (steps.new.text(), steps.new.textCursor().position()) == ("En dan", 4)
    assert steps.new.hasFocus()


def test_why_a_goal_stops_is_asked_again_with_the_words_in_it(
    qtbot: QtBot, opened: Window, relock: Relock
) -> None:
    assert opened.session
    opened.session.freeze(VersionReason.FIRST)
    opened.go("dimension", Dimension.SELF)
    goal = opened.session.dossier.goals[1].id
    end = dimension(opened).goals.cards[goal].end
    QTest.mouseClick(end.stop, LEFT)
    type_in(end.ask_stop.reason, "Te moe")
    again = relock()
    end = dimension(again).goals.cards[goal].end
    qtbot.waitUntil(end.ask_stop.reason.isVisible)
    assert end.ask_stop.reason.hasFocus()
    assert end.ask_stop.reason.text() == "Te moe"


def test_what_was_half_typed_on_a_page_that_was_left_comes_back_too(
    opened: Window, relock: Relock
) -> None:
    opened.go("dimension", Dimension.SELF)
    assert opened.session
    goal = opened.session.dossier.goals[0].id
    end = dimension(opened).goals.cards[goal].end
    QTest.mouseClick(end.later, LEFT)
    QTest.keyClicks(end.ask_later.day, "1-")
    opened.go("hub")
    again = relock()
    assert again.page_name == "hub"
    again.go("dimension", Dimension.SELF)
    assert dimension(again).goals.cards[goal].end.ask_later.day.text() == "1-"


def test_the_search_and_what_it_found_come_back(
    qtbot: QtBot, opened: Window, relock: Relock
) -> None:
    opened.search()
    QTest.keyClicks(opened.list.search, "nergens")
    QTest.keyClick(opened.list.search, Qt.Key.Key_Home)
    again = relock()
    search = again.list.search
    assert (search.text(), search.cursorPosition(), search.hasFocus()) == ("nergens", 0, True)
    qtbot.waitUntil(lambda: "nergens" in again.list.nothing.text())


def test_the_command_palette_comes_back_open(
    qtbot: QtBot, opened: Window, locked: list[Place], another: Callable[[Place], Window]
) -> None:
    opened.find_anything()
    finder = opened.findChild(Finder)
    assert finder
    QTest.keyClicks(finder.field, "instel")
    QTest.keyClick(finder.field, Qt.Key.Key_Left)
    opened.lock()
    finder.close()
    opened.hide()
    again = another(locked[-1])
    finder = again.findChild(Finder)
    assert finder
    assert finder.isVisible()
    assert (finder.field.text(), finder.field.cursorPosition()) == ("instel", 5)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert again.page_name == "settings"


def test_a_new_dossier_comes_back_as_it_was_and_is_not_made(
    window: Window, desk: Desk, relock: Relock
) -> None:
    window.go("new")
    page = window.page
    assert isinstance(page, NewPage)
    type_in(page.who.called, "Noor")
    page.how.formal.click()
    page.how.pictograms.click()
    type_in(page.team.seats[list(page.team.seats)[1]][1], "reclassering", left=3)
    again = relock()
    assert not desk.lines()
    back = again.page
    assert isinstance(back, NewPage)
    assert (back.who.details(), back.how.details()) == (page.who.details(), page.how.details())
    assert back.how.formal.isChecked()
    field = back.team.seats[list(page.team.seats)[1]][1]
    assert (field.text(), field.cursorPosition(), field.hasFocus()) == ("reclassering", 9, True)
    back.make.click()
    [entry] = desk.lines()
    assert entry.line.called == "Noor"


def test_what_a_full_disk_refused_is_back_in_its_field_and_then_saved(
    qtbot: QtBot,
    opened: Window,
    desk: Desk,
    another: Callable[[Place], Window],
    locked: list[Place],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: opened.tell(str(error)))
    opened.go("person")
    page = opened.page
    assert isinstance(page, PersonPage)
    with monkeypatch.context() as broken:
        broken.setattr(dossiers, "save", full_disk)
        page.who.cell.end(False)
        type_in(page.who.cell, "9")
        page.flush()
        opened.lock()
        assert len(locked) == 1
    assert desk.lines()[0].line.cell == "B2-14"
    opened.hide()
    again = another(locked[-1])
    back = again.page
    assert isinstance(back, PersonPage)
    assert (back.who.cell.text(), back.who.cell.hasFocus()) == ("B2-149", True)
    qtbot.waitUntil(lambda: desk.lines()[0].line.cell == "B2-149")
    qtbot.waitUntil(lambda: desk.take_draft() == b"", timeout=3 * keeper.LOOK)


def full_disk(*_anything: object) -> None:
    raise UserError("Deze schijf is vol.")


def test_dates_and_names_that_were_refused_come_back(
    opened: Window, relock: Relock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: opened.tell(str(error)))
    opened.go("dimension", Dimension.SELF)
    assert opened.session
    goal = opened.session.dossier.goals[0]
    row = dimension(opened).goals.cards[goal.id].steps.rows[goal.steps[1].id]
    with monkeypatch.context() as broken:
        broken.setattr(dossiers, "save", full_disk)
        type_in(row.day, "14-03-2027")
        type_in(row.actor.line, "Oom Piet")
        again = relock()
    row = dimension(again).goals.cards[goal.id].steps.rows[goal.steps[1].id]
    assert (row.day.text(), row.actor.currentText()) == ("14-03-2027", "Oom Piet")
    again.flush()
    assert again.session
    step = again.session.dossier.goals[0].steps[1]
    assert (step.actor, str(step.on)) == ("Oom Piet", "2027-03-14")


def test_a_no_whose_reason_is_half_said_is_asked_on_at_the_same_goal(
    opened: Window, relock: Relock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: opened.tell(str(error)))
    opened.go("answers")
    page = opened.page
    assert isinstance(page, AnswersPage)
    page.on.click()
    page.asking.trio.buttons[ClientAnswer.NO].click()
    with monkeypatch.context() as broken:
        broken.setattr(dossiers, "save", full_disk)
        type_in(page.asking.reason.field, "Te snel")
        again = relock()
    back = again.page
    assert isinstance(back, AnswersPage)
    assert back._shown_goal == page._shown_goal
    assert back.asking.reason.isVisible()
    assert back.asking.reason.field.text() == "Te snel"
    back.flush()
    assert again.session
    goal = again.session.dossier.goals[1]
    assert (goal.answer, goal.answer_reason) == (ClientAnswer.NO, "Te snel")


def test_why_somebody_does_not_sign_now_comes_back(opened: Window, relock: Relock) -> None:
    assert opened.session
    opened.session.freeze(VersionReason.FIRST)
    opened.go("sign")
    page = opened.page
    assert isinstance(page, SignPage)
    page.signing.later.click()
    type_in(page.signing.not_now.field, "Eerst mijn moeder")
    again = relock()
    back = again.page
    assert isinstance(back, SignPage)
    field = back.signing.not_now.field
    assert field.isVisible()
    assert (field.text(), field.hasFocus()) == ("Eerst mijn moeder", True)
    back.signing.not_now.keep.click()
    assert again.session
    [signature] = again.session.dossier.versions[-1].signatures
    assert (signature.how, signature.reason) == (HowSigned.NOT_NOW, "Eerst mijn moeder")
    assert not half.collect(again)


def test_larger_text_leaves_what_is_half_typed_where_it_is(opened: Window) -> None:
    opened.settings_chosen.connect(lambda chosen: opened.use(chosen, opened.guide))
    opened.go("dimension", Dimension.SELF)
    type_in(dimension(opened).goals.new.words, "Ik wil", left=2)
    opened.zoom(10)
    field = dimension(opened).goals.new.words
    assert (field.text(), field.textCursor().position(), field.hasFocus()) == ("Ik wil", 4, True)
    assert len(dimension(opened).goals.cards) == 2


# While it is typed.


def test_it_is_on_the_disk_within_a_second_without_a_lock(
    qtbot: QtBot, opened: Window, desk: Desk, another: Callable[[Place], Window]
) -> None:
    opened.go("dimension", Dimension.SELF)
    type_in(dimension(opened).goals.new.words, "Ik wil weer")
    assert keeper.LOOK < 1000
    qtbot.waitUntil(lambda: b"Ik wil weer" in desk.take_draft(), timeout=1000)
    opened.keeper._clock.stop()  # the program dies here
    opened.hide()
    again = another(Place())
    assert dimension(again).goals.new.words.text() == "Ik wil weer"


def test_nothing_is_written_when_nothing_is_half_typed_or_nothing_changed(
    opened: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    keep = desk.keep_draft

    def watched(data: bytes, dossier: str = "") -> bool:
        written.append(data)
        return keep(data, dossier)

    monkeypatch.setattr(desk, "keep_draft", watched)
    for name, argument in [("hub", None), ("dimension", Dimension.SELF), ("person", None)]:
        opened.go(name, argument)
        opened.keeper.look()
    assert not written
    opened.go("dimension", Dimension.SELF)
    words = dimension(opened).goals.new.words
    type_in(words, "Ik wil")
    for _ in range(3):
        opened.keeper.look()
    assert len(written) == 1
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.qWait(1)
    assert written[1:] == [b""]
    assert desk.take_draft() == b""


def test_what_is_saved_while_it_is_typed_is_no_draft(opened: Window) -> None:
    opened.go("dimension", Dimension.SELF)
    page = dimension(opened)
    for card in page.goals.cards.values():
        type_in(card.helpers, "mijn zus ")
        for row in card.steps.rows.values():
            type_in(row.words, "!")
            type_in(row.actor.line, "Ik")
            row.day.selectAll()
            type_in(row.day, "1-3-2027")
    type_in(page.words.field, "Mijn woorden. ")
    assert half.collect(opened)
    opened.flush()
    assert not half.collect(opened)


def test_a_passphrase_is_never_part_of_a_draft(opened: Window) -> None:
    field = PasswordField(opened.page)
    QTest.keyClicks(field, "vijf woorden")
    hidden = QLineEdit(opened.page)
    hidden.setEchoMode(QLineEdit.EchoMode.Password)
    QTest.keyClicks(hidden, "vijf woorden")
    assert not half.collect(opened)


def test_closing_keeps_a_half_typed_reason_but_no_search(
    qtbot: QtBot, opened: Window, desk: Desk
) -> None:
    opened.search()
    QTest.keyClicks(opened.list.search, "Denn")
    with qtbot.waitSignal(opened.closed):
        opened.close()
    assert desk.take_draft() == b""


# The value.


def test_words_that_do_not_fit_are_cut_from_the_oldest_on() -> None:
    words = tuple(Words("hub", f"/{n}", f'"{n}é\n' * 5000, 3) for n in range(4))
    data = Half(Place(), words=words).dump(MOST_DRAFT)
    assert len(data) <= MOST_DRAFT
    back = half.load(data)
    assert back
    assert back.words[0] == words[0]
    assert len(back.words) == 2
    assert words[1].text.startswith(back.words[1].text)
    assert len(data) > MOST_DRAFT * 0.9


def test_the_field_typed_in_last_comes_first(opened: Window) -> None:
    opened.go("dimension", Dimension.SELF)
    cards = list(dimension(opened).goals.cards.values())
    page = dimension(opened)
    type_in(page.goals.new.words, "eerst")
    opened.keeper.look()
    QTest.keyClicks(cards[0].end.ask_later.day, "1-")
    found = opened.keeper._newest_first(half.collect(opened))
    assert [words.text for words in found.words] == ["1-", "eerst"]


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"place": {}}', b'{"place": {"window": 3}, "words": 1}'],
)
def test_a_draft_of_another_make_is_no_draft(opened: Window, desk: Desk, damaged: bytes) -> None:
    assert half.load(damaged) is None
    desk.keep_draft(damaged or b"x")
    opened.resume(Place())
    assert opened.page_name == "list"


def test_any_words_go_through() -> None:
    odd = Half(Place(), words=(Words("new", "/1", "\ud800 \0 🎈 \u202e", 2),))
    assert half.load(odd.dump(MOST_DRAFT)) == odd
    assert json.loads(odd.dump(MOST_DRAFT).decode("utf-8", "surrogatepass"))


def test_a_draft_of_a_dossier_that_is_gone_does_no_harm(opened: Window, desk: Desk) -> None:
    words = (Words("dimension self", "/0", "weg"), Words("nowhere", "/0", "weg"))
    gone = Half(Place(page="dimension", argument="self", dossier="gone"), "x", "gone", "", words)
    desk.keep_draft(gone.dump(MOST_DRAFT))
    opened.go("list")
    opened.session = None
    opened.resume(Place())
    assert opened.page_name == "list"


def test_looking_costs_next_to_nothing(opened: Window) -> None:
    import time

    for name in ("hub", "person", "answers"):
        opened.go(name)
    for each in Dimension:
        opened.go("dimension", each)
    began = time.perf_counter()
    for _ in range(10):
        opened.keeper.look()
    assert (time.perf_counter() - began) / 10 < 0.03


def test_folder_of_the_draft_holds_no_words(opened: Window, desk: Desk, tmp_path: Path) -> None:
    opened.go("dimension", Dimension.SELF)
    type_in(dimension(opened).goals.new.words, "kenwoord")
    opened.lock()
    assert b"kenwoord" in desk.take_draft()
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"kenwoord" not in file.read_bytes()
