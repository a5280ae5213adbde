"""The sealed room: nothing else in reach, each page in its turn, and the way out is the lock."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import goals, meeting_course, meetings, parties
from caseplanner.dossier.log import Deed
from caseplanner.dossier.meeting_course import Page, Stop
from caseplanner.dossier.model import (
    ClientAnswer,
    MeetingState,
    PlanSaid,
    Role,
    Sensitive,
    StepState,
    Topic,
)
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.meeting.agreements import TellsSheet, WhoSheet
from caseplanner.ui.meeting.begin import HowSheet, SeatsSheet
from caseplanner.ui.meeting.closing import NextSheet, PlanSheet
from caseplanner.ui.meeting.goal import GoalSheet, NoGoalSheet, OthersSheet
from caseplanner.ui.meeting.home import HomeSheet
from caseplanner.ui.meeting.own_words import OwnWordsSheet
from caseplanner.ui.meeting.room import MeetingPage
from caseplanner.ui.meeting.signing import SignSheet
from caseplanner.ui.talk.agreements import AgreementCard, TellingCard
from caseplanner.ui.window import Window
from tests.ui.meeting.conftest import MEETING, OTHER, SECRET
from tests.ui.test_fits import cut, sideways

Again = Callable[[], Window]


def every(room: MeetingPage) -> tuple[Page, ...]:
    return meeting_course.pages(room._session.dossier, room.meeting)


def turn(room: MeetingPage, stop: Stop) -> QWidget:
    """To the first page of this kind."""
    room.open(next(page for page in every(room) if page.stop is stop))
    return room.sheet


def texts(root: QWidget) -> Iterator[str]:
    """Everything a widget says: to the eye, to a screen reader, in a tip."""
    for part in [root, *root.findChildren(QWidget)]:
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
        yield part.windowTitle()
        match part:
            case QLabel() | QAbstractButton() | QLineEdit():
                yield part.text()
            case QPlainTextEdit():
                yield from (part.toPlainText(), part.placeholderText())
            case QComboBox():
                yield from (part.itemText(n) for n in range(part.count()))


def test_no_widget_in_reach_knows_another_name_or_a_note_of_the_worker(
    window: Window, room: MeetingPage
) -> None:
    for page in every(room):
        room.open(page)
        QTest.qWait(1)
    QApplication.processEvents()
    said = [text for top in QApplication.topLevelWidgets() for text in texts(top)]
    assert any("Dennis" in text for text in said), "the walk itself must work"
    for hidden in (OTHER, "C1-01", SECRET):
        assert [text for text in said if hidden in text] == []
    assert [name for name, _key in window.pages] == ["meeting"]


def test_no_key_and_no_action_leads_out_of_the_room(window: Window, room: MeetingPage) -> None:
    for name in ("list", "hub", "new", "settings", "notes", "preview", "people"):
        window.go(name)
        assert window.page is room
    for keys in ("Alt+Left", "Ctrl+N", "Ctrl+F", "Ctrl+H", "Ctrl+E", "Ctrl+1", "Ctrl+,"):
        QTest.keySequence(window, keys)
        assert window.page is room, keys
    assert not window.rail.isVisible()


def test_what_can_be_found_in_the_room_is_nothing_of_another(
    window: Window, room: MeetingPage
) -> None:
    window.find_anything()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert [text for text in texts(dialog) if OTHER in text] == []
    assert [find.name for find in window.actions_.finds() if "dossier" in find.name.lower()] == []
    dialog.close()


def test_undo_never_takes_the_meeting_itself_away(window: Window, room: MeetingPage) -> None:
    for _time in range(5):
        window.undo()
    assert room.meeting.state is MeetingState.GOING


def test_the_focus_never_begins_on_an_answer(room: MeetingPage) -> None:
    for page in every(room):
        room.open(page)
        QApplication.processEvents()
        focused = room.window().focusWidget()
        assert focused is not None
        assert not room.sheet.isAncestorOf(focused), page


def test_next_goes_through_the_whole_course_and_back_returns(room: MeetingPage) -> None:
    seen = [room.now]
    while room.now != every(room)[-1]:
        room.on.click()
        seen.append(room.now)
    assert seen == list(every(room))
    for page in reversed(seen[:-1]):
        room.back.click()
        assert room.now == page
    assert not room.back.isVisible()


def test_a_topic_is_ticked_when_its_last_page_is_left(room: MeetingPage) -> None:
    turn(room, Stop.HOW)
    assert not meetings.was_talked_about(room.meeting, Topic.HOW)
    room.on.click()
    assert meetings.was_talked_about(room.meeting, Topic.HOW)
    turn(room, Stop.GOAL)
    room.on.click()
    assert not meetings.was_talked_about(room.meeting, Topic.GOALS)


def test_the_seat_of_who_speaks_is_marked_and_said(room: MeetingPage) -> None:
    first, second, *_ = room.seats.seats.values()
    first.click()
    assert first.isChecked() and "praat nu" in first.accessibleName()
    second.click()
    assert not first.isChecked() and second.isChecked()


def test_who_is_not_there_gets_a_reason(room: MeetingPage) -> None:
    sheet = turn(room, Stop.SEATS)
    assert isinstance(sheet, SeatsSheet)
    row = list(sheet.rows.values())[2]
    assert [b.isChecked() for b in row.there.buttons.values()] == [False, False]
    row.there.buttons[False].click()
    row.why.setPlainText("Ziek.")
    room.flush()
    [away] = meetings.absent(room.meeting)
    assert (away.name, away.why_absent) == ("Joost Kamphuis", "Ziek.")
    assert "is er niet" in room.seats.seats[away.id].accessibleName()


def test_what_went_well_and_how_it_goes_are_kept(room: MeetingPage) -> None:
    sheet = turn(room, Stop.HOW)
    assert isinstance(sheet, HowSheet)
    sheet.how.setPlainText("Vier dagen niet geblowd.")
    sheet.well.setFocus()
    QTest.keyClicks(sheet.well, "Ik heb gebeld")
    QTest.keyClick(sheet.well, Qt.Key.Key_Return)
    room.flush()
    assert room.meeting.how == "Vier dagen niet geblowd."
    assert room._session.dossier.achievements[0].text == "Ik heb gebeld"


def test_the_others_cannot_answer_before_the_client_and_may_differ(room: MeetingPage) -> None:
    goal = goals.current(room._session.dossier)[0].id
    room._session.change("", lambda d: goals.answer(d, goal, None))
    room.open(Page(Stop.OTHERS, goal))
    sheet = room.sheet
    assert isinstance(sheet, OthersSheet)
    row = sheet.rows[Role.SUPERVISOR]
    assert not row.trio.isEnabled()
    room._session.change("", lambda d: goals.answer(d, goal, ClientAnswer.YES))
    assert row.trio.isEnabled()
    assert not any(button.isChecked() for button in row.trio.buttons.values())
    row.trio.buttons[ClientAnswer.NO].click()
    row.why.setPlainText("Te snel.")
    room.flush()
    [said] = parties.differ(goals.find(room._session.dossier, goal))
    assert (said.name, said.reason) == ("Joost Kamphuis", "Te snel.")


def test_a_goal_is_changed_at_the_table_and_asked_again(room: MeetingPage) -> None:
    sheet = turn(room, Stop.GOAL)
    assert isinstance(sheet, GoalSheet)
    goal = room.now.item
    sheet.asking.edit.emit(None)
    sheet.change.words.setPlainText("Ik wil minder blowen.")
    sheet.change.done.click()
    changed = goals.find(room._session.dossier, goal)
    assert changed.text == "Ik wil minder blowen."
    assert changed.answer is None
    assert sheet.asking.isVisible()


def test_an_agreement_is_made_and_may_become_a_step(room: MeetingPage) -> None:
    sheet = turn(room, Stop.WHO)
    assert isinstance(sheet, WhoSheet)
    sheet.cards.new.click()
    card = sheet.cards.fresh
    assert isinstance(card, AgreementCard)
    card.words.setPlainText("Zus bellen")
    card.words.flush()
    card.who.chosen.emit("Dennis")
    [made] = [one for one in room._session.dossier.agreements if one.meeting == MEETING]
    assert (made.text, made.who) == ("Zus bellen", "Dennis")
    goal = goals.current(room._session.dossier)[0].id
    card.goal.chosen.emit(goal)
    assert goals.find(room._session.dossier, goal).steps[-1].text == "Zus bellen"
    card.step.click()
    assert room.now == Page(Stop.GOAL, goal)


def test_what_was_open_is_ticked_off_and_stays_in_view(room: MeetingPage) -> None:
    sheet = turn(room, Stop.WHO)
    assert isinstance(sheet, WhoSheet)
    id, row = next(iter(sheet.open.items()))
    row.state.buttons[StepState.DONE].click()
    [one] = [a for a in room._session.dossier.agreements if a.id == id]
    assert one.state is StepState.DONE
    assert sheet.open[id].isVisible()


def test_who_tells_what_names_how_the_client_hears_it(room: MeetingPage) -> None:
    sheet = turn(room, Stop.TELLS)
    card = sheet.findChildren(TellingCard)[-1]
    assert card.hears.accessibleName() == "Hoe hoort Dennis het?"
    card.what.setPlainText("Of hij komt.")
    card.what.flush()
    assert room._session.dossier.tellings[0].what == "Of hij komt."


def test_the_words_of_the_client_are_kept_as_a_quote(room: MeetingPage) -> None:
    sheet = turn(room, Stop.SUMMARY)
    assert isinstance(sheet, OwnWordsSheet)
    sheet.words.setPlainText("Ik stop met blowen.")
    room.on.click()
    assert room.meeting.summary == "Ik stop met blowen."


def test_no_to_the_whole_plan_is_as_easy_and_asks_one_thing(room: MeetingPage) -> None:
    sheet = turn(room, Stop.PLAN)
    assert isinstance(sheet, PlanSheet)
    widths = {button.width() for button in sheet.answer.buttons.values()}
    assert max(widths) - min(widths) <= 1
    sheet.answer.buttons[PlanSaid.DISAGREES].click()
    sheet.why.setPlainText("Te veel.")
    room.flush()
    assert (room.meeting.said, room.meeting.said_why) == (PlanSaid.DISAGREES, "Te veel.")
    assert sheet.aside is not None and sheet.aside.isVisible()
    sheet.could_not.click()
    assert room.meeting.said is PlanSaid.COULD_NOT


def test_a_dimension_without_a_goal_may_get_one_at_the_table(room: MeetingPage) -> None:
    dossier = room._session.dossier
    for goal in goals.current(dossier):
        if goal.dimension == "victim":
            room._session.change("", partial(goals.stop, goal=goal.id, reason="Later."))
    sheet = turn(room, Stop.NO_GOAL)
    assert isinstance(sheet, NoGoalSheet)
    sheet.goal.setPlainText("Ik wil iets goedmaken.")
    sheet.add.click()
    assert room._session.dossier.goals[-1].text == "Ik wil iets goedmaken."
    assert room.now.stop is not Stop.NO_GOAL


def test_what_the_worker_hid_is_on_no_page(window: Window, room: MeetingPage) -> None:
    goal = goals.current(room._session.dossier)[0]
    room._session.change("", lambda d: meetings.hide(d, MEETING, Sensitive.GOAL, goal.id, True))
    for page in every(room):
        room.open(page)
        shown = [t for t in texts(room.sheet) if goal.text in t]
        assert shown == [] or page.stop is Stop.WHO, page


def test_the_plan_is_set_and_signed_in_the_room(room: MeetingPage) -> None:
    sheet = turn(room, Stop.SIGN)
    assert isinstance(sheet, SignSheet)
    sheet.setting.set.set_plan.click()
    version = room._session.dossier.versions[-1]
    assert room.meeting.version == version.id
    sheet.signing.paper.click()
    sheet.signing.on_paper.signed.click()
    [signature] = room._session.dossier.versions[-1].signatures
    assert signature.role is Role.CLIENT


def test_the_plan_can_be_read_in_the_room_before_signing(qtbot: QtBot, room: MeetingPage) -> None:
    sheet = turn(room, Stop.SIGN)
    assert isinstance(sheet, SignSheet)
    sheet.setting.set.set_plan.click()
    sheet.what.look.click()
    qtbot.waitUntil(lambda: sheet.reading.paper.document is not None, timeout=20_000)
    sheet.reading.back.click()
    assert sheet.signing.isVisible()


def test_the_client_takes_a_paper_home_at_once(
    qtbot: QtBot, room: MeetingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # where the documents of this test are
    sheet = turn(room, Stop.HOME)
    assert isinstance(sheet, HomeSheet)
    for _time in range(2):
        sheet.mine.save.click()
        assert not sheet.mine.save.isEnabled()
        qtbot.waitUntil(sheet.mine.save.isEnabled, timeout=20_000)
    saved = sorted(tmp_path.rglob("*.pdf"))
    assert len(saved) == 2, "the second one leaves the first alone"
    assert all("Dennis" not in path.name for path in saved)
    assert saved[0].name in sheet.mine.told.text() or saved[1].name in sheet.mine.told.text()
    pdf = pypdfium2.PdfDocument(saved[0])
    assert len(pdf) <= 2
    assert "Ik wil stoppen met blowen" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_where_nothing_can_be_saved_it_is_said_in_words(
    qtbot: QtBot, room: MeetingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    sheet = turn(room, Stop.HOME)
    assert isinstance(sheet, HomeSheet)
    sheet.report.save.click()
    qtbot.waitUntil(sheet.report.save.isEnabled, timeout=20_000)
    assert "Het plan zelf is veilig" in sheet.report.told.text()


def test_what_is_missing_leads_to_its_page_in_the_room(room: MeetingPage) -> None:
    goal = goals.current(room._session.dossier)[1].id
    room._session.change("", lambda d: goals.answer(d, goal, None))
    sheet = turn(room, Stop.SIGN)
    assert isinstance(sheet, SignSheet)
    assert not sheet.setting.set.set_plan.isEnabled()
    link = sheet.setting.needed.blocking.findChildren(QAbstractButton)[0]
    link.click()
    assert room.now == Page(Stop.GOAL, goal)


def test_a_break_empties_the_screen_and_talking_apart_is_noted(
    window: Window, room: MeetingPage
) -> None:
    room.pause_.click()
    QApplication.processEvents()
    seen = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert seen == ["", "Pauze", "Neem de tijd."]
    room.break_.pairs[0].click()
    assert room.meeting.alone == "Dennis en Fatma Bouzidi"
    room.break_.on.click()
    assert room.sheet.isVisible()


def test_stopping_locks_and_leads_to_the_worker_who_can_go_on(
    room: MeetingPage, locked: list[Place]
) -> None:
    turn(room, Stop.TELLS)
    room.stop.click()
    assert (locked[-1].page, locked[-1].argument) == ("talk", "prepare")
    assert locked[-1].dossier == room._session.dossier.id
    assert (room.meeting.state, room.meeting.page) == (MeetingState.GOING, "tells")


def test_the_focus_comes_back_where_it_was_whichever_pages_were_made(
    room: MeetingPage, again: Again
) -> None:
    for page in every(room):
        room.open(page)
    sheet = turn(room, Stop.TELLS)
    assert isinstance(sheet, TellsSheet)
    sheet.cards.new.setFocus()
    back = again().page
    assert isinstance(back, MeetingPage) and isinstance(back.sheet, TellsSheet)
    assert back.sheet.cards.new.hasFocus()


def test_a_lock_in_the_midst_comes_back_to_the_same_page_and_words(
    room: MeetingPage, again: Again
) -> None:
    sheet = turn(room, Stop.SUMMARY)
    assert isinstance(sheet, OwnWordsSheet)
    sheet.words.setFocus()
    QTest.keyClicks(sheet.words, "Ik stop met")
    window = again()
    found = window.page
    assert isinstance(found, MeetingPage)
    assert found.now == Page(Stop.SUMMARY)
    assert isinstance(found.sheet, OwnWordsSheet)
    assert found.sheet.words.toPlainText() == "Ik stop met"
    assert [name for name, _key in window.pages] == ["meeting"]


def test_a_program_that_dies_comes_back_to_the_page_that_was_turned_to(
    room: MeetingPage, window: Window, desk: Desk
) -> None:
    for page in every(room):
        room.open(page)
        kept = window.keeper.take()
        assert kept is not None
        assert kept.place.page == "meeting"
        assert kept.spot.split("|")[0] == page.key


def test_at_the_end_it_was_held_and_the_next_one_is_planned(
    room: MeetingPage, locked: list[Place]
) -> None:
    sheet = turn(room, Stop.NEXT)
    assert isinstance(sheet, NextSheet)
    sheet.on.day.setText("22-04-2030")
    sheet.begin.setText("10:30")
    sheet.begin.edited.emit("10:30")
    room.on.click()
    turn(room, Stop.AFTER)
    assert room.on.text() == "Klaar"
    room.on.click()
    assert room.meeting.state is MeetingState.HELD
    following = meetings.next_one(room._session.dossier)
    assert following is not None and following.begin == "10:30"
    assert (locked[-1].page, locked[-1].argument) == ("talk", "after")


def test_a_meeting_that_was_held_is_not_entered_again(
    window: Window, room: MeetingPage, again: Again
) -> None:
    room._session.change("", lambda d: meetings.hold(d, MEETING, "11:04", "meeting-10"))
    found = again()  # as a program that died between the last tap and the lock
    assert found.page_name == "hub"
    assert not found.seal.closed


def test_another_screen_makes_all_of_it_larger_and_loses_nothing(
    qtbot: QtBot, qapp: QApplication, window: Window, room: MeetingPage
) -> None:
    def use(chosen: Settings) -> None:
        theme.use(qapp, "light", chosen.text_size, window.seal.scale)
        window.use(chosen, window.guide)

    window.settings_chosen.connect(use)
    sheet = turn(room, Stop.SUMMARY)
    assert isinstance(sheet, OwnWordsSheet)
    sheet.words.setPlainText("Ik stop met")
    for width, height, scale in ((1920, 1080, 1.41), (1024, 600, 1.0)):
        with qtbot.waitSignal(window.settings_chosen):
            window.resize(width, height)
        found = window.page
        assert isinstance(found, MeetingPage) and isinstance(found.sheet, OwnWordsSheet)
        assert found.sheet.words.toPlainText() == "Ik stop met"
        assert window.seal.scale == scale
        assert theme.px(100) == round(scale * 100)
    theme.use(qapp, "light", 100)


def cut_off(page: MeetingPage) -> list[str]:
    """What is cut off once the page lies as it will; a busy machine takes a moment."""
    for _look in range(50):
        QTest.qWait(20)
        found = [*sideways(page), *cut(page)]
        if not found:
            break
    return found


@pytest.mark.parametrize(("size", "width", "height"), [(100, 800, 600), (200, 1366, 768)])
def test_no_page_of_the_room_pushes_the_window_off_a_small_screen(
    qapp: QApplication, window: Window, room: MeetingPage, size: int, width: int, height: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.resize(width, height)
    page = window.page
    assert isinstance(page, MeetingPage)
    wrong = {}
    for each in every(page):
        page.open(each)
        found = cut_off(page)
        assert (window.width(), window.height()) == (width, height), each
        if found:
            wrong[each.key] = found
    assert wrong == {}


def test_who_is_not_there_cannot_answer(room: MeetingPage) -> None:
    seat = room.meeting.seats[2].id
    room._session.change("", lambda d: meetings.sit(d, MEETING, seat, False, "Ziek."))
    sheet = turn(room, Stop.OTHERS)
    assert isinstance(sheet, OthersSheet)
    assert not sheet.rows[Role.SUPERVISOR].trio.isEnabled()
    assert sheet.rows[Role.MENTOR].trio.isEnabled()


@pytest.mark.parametrize("size", [100, 200])
def test_the_answers_are_equal_and_in_view(window: Window, room: MeetingPage, size: int) -> None:
    sheet = turn(room, Stop.GOAL)
    assert isinstance(sheet, GoalSheet)
    buttons = list(sheet.asking.trio.buttons.values())
    assert max(b.width() for b in buttons) - min(b.width() for b in buttons) <= 1
    for button in buttons:
        at = button.mapTo(window, button.rect().bottomRight())
        assert at.y() < window.height() and at.x() < window.width()


def test_in_the_room_the_plan_and_the_papers_are_printed_to_be_signed_and_taken(
    qtbot: QtBot, room: MeetingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "papier.pdf"

    def accept(dialog: QPrintDialog) -> int:
        machine = dialog.printer()
        machine.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        machine.setOutputFileName(str(printed))
        assert "Dennis" not in machine.docName()
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    sheet = turn(room, Stop.SIGN)
    assert isinstance(sheet, SignSheet)
    sheet.setting.set.set_plan.click()
    sheet.what.look.click()
    qtbot.waitUntil(sheet.reading.print.isEnabled, timeout=20_000)
    sheet.reading.print.click()
    assert pages_of(printed) > 5
    home = turn(room, Stop.HOME)
    assert isinstance(home, HomeSheet)
    home.mine.print.click()
    qtbot.waitUntil(lambda: bool(home.mine.told.text()), timeout=20_000)
    assert pages_of(printed) <= 2
    deeds = [entry.deed for entry in room._session.log()]
    assert deeds.count(Deed.PRINTED) == 2


def pages_of(path: Path) -> int:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()
