"""The driegesprek outside the room: planned, made ready, agreed upon, and looked back at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import words
from caseplanner.desk import Desk
from caseplanner.dossier import agreed, goals, meetings
from caseplanner.dossier.model import (
    ClientAnswer,
    Contact,
    Dimension,
    Dossier,
    MeetingState,
    PlanSaid,
    SeatRole,
    Sensitive,
    StepState,
    Topic,
)
from caseplanner.session import Session
from caseplanner.ui.dates import today
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.talk import TalkPage
from caseplanner.ui.talk.after import AfterPart
from caseplanner.ui.talk.agreements import AgreementCard, AgreementsPart, TellingCard
from caseplanner.ui.talk.chairs import Along
from caseplanner.ui.talk.prepare import PreparePart
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.window import Window
from tests import whole

Some = TypeVar("Some", bound=Part)
Again = Callable[[], Window]
WEEK = timedelta(weeks=1)


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    made = goals.add(dossier, Dimension.SELF, "Ik wil slapen.")
    return replace(made, contacts=(Contact("Mirjam"), Contact("Kim", also_victim=True)))


@pytest.fixture
def page(window: Window, session: Session) -> TalkPage:
    window.show_session(session)
    window.go("talk")
    return here(window)


def here(window: Window) -> TalkPage:
    assert isinstance(window.page, TalkPage)
    return window.page


def part(page: TalkPage, name: str, kind: type[Some]) -> Some:
    page.parts.open(name)
    QApplication.processEvents()
    found = page.parts.part(name)
    assert isinstance(found, kind)
    return found


def prepare(page: TalkPage) -> PreparePart:
    return part(page, "prepare", PreparePart)


def planned(session: Session, on: date | None = None) -> str:
    day = on or today() + WEEK
    session.change("", lambda d: meetings.plan(d, "m", day, "10:30", "kamer 2"))
    QApplication.processEvents()
    return "m"


def state(session: Session) -> MeetingState:
    return session.dossier.meetings[0].state


def press(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def type_in(field: QWidget, said: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, said)
    field.flush()  # type: ignore[attr-defined]


def said(shown: QWidget) -> str:
    return " ".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


# Planning.


def test_a_meeting_is_planned_by_keyboard(page: TalkPage, session: Session, window: Window) -> None:
    shown = prepare(page)
    assert "nog geen driegesprek gepland" in said(shown)
    press(shown.none.plan)
    assert shown.when.day.day.hasFocus()
    on = today() + WEEK
    QTest.keyClicks(shown.when.day.day, on.strftime("%d-%m-%Y"))
    QTest.keyClick(shown.when.day.day, Qt.Key.Key_Return)
    type_in(shown.when.begin, "930")
    type_in(shown.when.place, "spreekkamer 2")
    [meeting] = session.dossier.meetings
    assert (meeting.on, meeting.begin, meeting.place) == (on, "09:30", "spreekkamer 2")
    assert "Dennis" in said(shown.chairs)
    assert "Joost Kamphuis" in said(shown.chairs)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.page_name == "hub"


def test_without_a_meeting_the_short_way_to_the_answers_is_one_press(
    page: TalkPage, window: Window
) -> None:
    press(prepare(page).none.short)
    assert window.page_name == "answers"


def test_a_time_that_is_none_is_refused_beside_the_field(page: TalkPage, session: Session) -> None:
    planned(session)
    shown = prepare(page)
    shown.when.begin.selectAll()
    type_in(shown.when.begin, "half elf")
    assert "geen tijd" in shown.when.time.error.text()
    assert session.dossier.meetings[0].begin == "10:30"


def test_who_comes_along_is_chosen_from_the_network_and_never_a_victim(
    page: TalkPage, session: Session
) -> None:
    planned(session)
    chairs = prepare(page).chairs
    press(chairs.ask[SeatRole.RELATIVE])
    along = chairs.rows[session.dossier.meetings[0].seats[-1].id]
    assert isinstance(along, Along)
    assert along.name.hasFocus() or along.name.line.hasFocus()
    assert [along.name.itemText(i) for i in range(along.name.count())] == ["Mirjam"]
    QTest.keyClicks(along.name.line, "Mirjam")
    QTest.keyClick(along.name.line, Qt.Key.Key_Return)
    seat = session.dossier.meetings[0].seats[-1]
    assert (seat.role, seat.name) == (SeatRole.RELATIVE, "Mirjam")
    press(along.remove)
    assert len(session.dossier.meetings[0].seats) == 3


def test_a_topic_is_left_out_and_three_always_stay(page: TalkPage, session: Session) -> None:
    planned(session)
    ticks = prepare(page).topics.ticks
    press(ticks[Topic.WHEEL])
    assert meetings.is_left_out(session.dossier.meetings[0], Topic.WHEEL)
    assert {topic for topic, tick in ticks.items() if not tick.isEnabled()} == meetings.ALWAYS
    assert ticks[Topic.SIGN].text() == "Ondertekenen (hoort er altijd bij)"
    assert ticks[Topic.CONDITIONS].text() == "Voorwaarden (nog leeg)"


def test_a_goal_is_kept_out_of_sight_and_what_that_means_is_said(
    page: TalkPage, session: Session
) -> None:
    planned(session)
    hidden = prepare(page).hidden
    [(kind, item)] = hidden.lines
    line = hidden.lines[kind, item]
    press(line)
    assert meetings.is_hidden(session.dossier.meetings[0], Sensitive.GOAL, item)
    assert "niet te zien" in line.accessibleName()
    assert "niet vaststellen" in said(hidden)
    press(line)
    assert session.dossier.meetings[0].hidden == ()
    assert "niet vaststellen" not in said(hidden)


def test_how_the_client_reads_leads_to_where_it_was_asked(
    page: TalkPage, session: Session, window: Window
) -> None:
    planned(session)
    reading = prepare(page).reading
    assert "Met pictogrammen." in said(reading)
    press(reading.change)
    assert (window.page_name, window.page.spot()) == ("intake", "reading")


def test_open_agreements_come_back_on_the_next_agenda(page: TalkPage, session: Session) -> None:
    planned(session)
    session.change("", lambda d: agreed.write(d, "a", text="Zus bellen", who="Dennis"))
    shown = prepare(page)
    assert "Zus bellen" in said(shown.before)
    session.change("", lambda d: agreed.set_state(d, "a", StepState.DONE))
    assert "Zus bellen" not in said(shown.before)
    press(shown.before.all)
    assert page.spot() == "agreements"


def test_what_does_not_take_place_needs_a_reason_and_stays(
    page: TalkPage, session: Session
) -> None:
    planned(session)
    when = prepare(page).when
    press(when.not_held)
    assert when.why.hasFocus()
    press(when.sure)
    assert when.reason.error.text()
    assert state(session) is MeetingState.PLANNED
    type_in(when.why, "Joost was ziek.")
    press(when.sure)
    assert state(session) is MeetingState.CANCELLED
    assert "Joost was ziek." in said(part(page, "after", AfterPart))


def test_a_planned_meeting_is_removed_and_comes_back_with_undo(
    page: TalkPage, session: Session
) -> None:
    planned(session)
    press(prepare(page).when.remove)
    assert not session.dossier.meetings
    session.undo()
    assert [one.id for one in session.dossier.meetings] == ["m"]


def test_another_meeting_that_is_planned_can_be_chosen(page: TalkPage, session: Session) -> None:
    planned(session)
    session.change("", lambda d: meetings.plan(d, "later", today() + 3 * WEEK))
    shown = prepare(page)
    [way] = shown._others.findChildren(QAbstractButton)
    assert way.text().startswith("Ook gepland")
    press(way)
    assert shown.when.title.text() == f"Driegesprek op {words.day(today() + 3 * WEEK, year=False)}"


def test_a_meeting_that_goes_on_says_where_it_stopped_and_can_be_ended(
    qtbot: QtBot, page: TalkPage, session: Session
) -> None:
    planned(session)
    goal = session.dossier.goals[0].id
    session.change("", lambda d: meetings.begin(d, "m", today(), "10:30"))
    session.change("", lambda d: meetings.interrupt(d, "m", f"goal {goal}"))
    when = prepare(page).when
    assert "We stopten bij: het doel “Ik wil slapen.”." in said(when)
    assert when.start.text() == "Ga verder waar we waren"
    when.go.disconnect()  # the room itself has tests of its own
    with qtbot.waitSignal(when.go) as asked:
        when.start.click()
    assert asked.args == ["meeting", "m"]
    press(when.over)
    assert state(session) is MeetingState.HELD


def test_the_room_opens_from_here(window: Window, page: TalkPage, session: Session) -> None:
    planned(session)
    prepare(page).when.start.click()
    window.showNormal()  # the screen that is not there is smaller than any laptop's
    assert (window.page_name, window.page.isVisible()) == ("meeting", True)
    assert not window.rail.isVisible()


def test_the_invitation_is_seen_before_it_leaves_and_back_leads_here(
    qtbot: QtBot, window: Window, page: TalkPage, session: Session
) -> None:
    planned(session)
    press(prepare(page).when.invite)
    preview = window.page
    assert isinstance(preview, PreviewPage)
    day = words.day(today() + WEEK, year=False)
    assert preview.version.currentText() == f"Uitnodiging, {day}"
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=20_000)
    paper = pypdfium2.PdfDocument(preview.pdf)
    assert "kamer 2" in paper[0].get_textpage().get_text_range()
    preview.leave.click()
    assert (window.page_name, here(window).spot()) == ("talk", "prepare")


def test_what_was_being_typed_is_there_after_a_lock(
    page: TalkPage, session: Session, again: Again
) -> None:
    planned(session)
    when = prepare(page).when
    press(when.not_held)
    QTest.keyClicks(when.why, "Joost was z")
    back = prepare(here(again()))
    assert back.when.why.text() == "Joost was z"
    assert back.when.why.isVisible()


# What the hub says of it.


def hub(window: Window) -> HubPage:
    window.go("hub")
    assert isinstance(window.page, HubPage)
    return window.page


def test_the_hub_says_what_comes_next_of_the_meeting(
    window: Window, page: TalkPage, session: Session
) -> None:
    planned(session, today())
    first = hub(window).head.main
    assert first.text() == "Begin het driegesprek"
    session.change("", lambda d: meetings.begin(d, "m", today(), "10:30"))
    assert first.text() == "Ga verder met het driegesprek"
    session.change("", lambda d: meetings.hold(d, "m", "11:00", "n"))
    assert "driegesprek" not in first.text()


def test_the_line_on_the_hub_leads_to_the_meeting(
    window: Window, page: TalkPage, session: Session
) -> None:
    planned(session)
    way = hub(window)._phases.ways[2]
    day = words.short_day(today() + WEEK)
    assert way.accessibleName() == f"Driegesprek: volgende: {day}"
    press(way)
    assert (window.page_name, here(window).spot()) == ("talk", "prepare")


# Agreements.


def agreements(page: TalkPage) -> AgreementsPart:
    return part(page, "agreements", AgreementsPart)


def test_an_agreement_is_written_outside_a_meeting_and_becomes_a_step(
    page: TalkPage, session: Session
) -> None:
    shown = agreements(page)
    press(shown.list.new)
    fresh = shown.list.fresh
    assert isinstance(fresh, AgreementCard)
    type_in(fresh.words, "Zus bellen")
    [one] = session.dossier.agreements
    card = shown.list.cards[one.id]
    assert isinstance(card, AgreementCard)
    card.who.setEditText("Dennis")
    card.who.flush()
    type_in(card.told, "Fatma")
    card.goal.chosen.emit(session.dossier.goals[0].id)
    [step] = session.dossier.goals[0].steps
    assert (step.text, step.actor) == ("Zus bellen", "Dennis")
    assert card.step.text() == "Een stap bij het doel “Ik wil slapen.”"
    card.state.chosen.emit(StepState.DONE)
    assert session.dossier.goals[0].steps[0].state is StepState.DONE
    assert page.parts.list["agreements"].accessibleName() == "Afspraken, geen open"
    press(card.remove)
    assert session.dossier.agreements == ()
    assert session.dossier.goals[0].steps  # it stays with its goal


def test_who_tells_what_stands_with_how_the_client_hears_it(
    page: TalkPage, session: Session
) -> None:
    shown = agreements(page)
    press(shown.tellings.new)
    fresh = shown.tellings.fresh
    assert isinstance(fresh, TellingCard)
    assert fresh.asked.label.text() == "Hoe hoort Dennis het?"
    type_in(fresh.who, "Joost")
    [one] = session.dossier.tellings
    card = shown.tellings.cards[one.id]
    assert isinstance(card, TellingCard)
    type_in(card.hears, "Joost belt eerst.")
    assert (session.dossier.tellings[0].who, session.dossier.tellings[0].hears) == (
        "Joost",
        "Joost belt eerst.",
    )


# Looking back.


def test_a_meeting_that_was_held_is_read_back_whole(
    window: Window, desk: Desk, page: TalkPage
) -> None:
    window.show_session(desk.add(whole.case("dennis")))
    window.go("talk", "after")
    shown = part(here(window), "after", AfterPart)
    told = said(shown)
    assert "“Ik stop met blowen." in told
    assert "Dennis, Fatma Bouzidi (begeleider), Joost Kamphuis (toezichthouder)" in told
    assert "Dennis: akkoord" in told
    assert "Dennis: ja (Voor Lisa.)" in told
    assert "Bezoek aanvragen" in told
    [card] = shown.cards.values()
    type_in(card.helped, "Rustig begonnen.")
    assert window.session
    assert meetings.find(window.session.dossier, card.objectName()).helped == "Rustig begonnen."
    for act, what in ((card.mine, "Mee naar huis"), (card.report, "Gespreksverslag")):
        window.go("talk", "after")
        press(act)
        assert isinstance(window.page, PreviewPage)
        assert window.page.version.currentText().startswith(what)
    window.go("talk", "after")
    press(card.together)
    assert (window.page_name, window.page.spot()) == ("notes", "together")


def test_who_was_not_there_is_read_with_the_reason_and_what_others_said(
    page: TalkPage, session: Session
) -> None:
    planned(session)

    def held(d: Dossier) -> Dossier:
        d = meetings.begin(d, "m", today(), "10:30")
        d = meetings.sit(d, "m", d.meetings[0].seats[2].id, False, "Op vakantie.")
        d = goals.answer(d, d.goals[0].id, ClientAnswer.NO, "Te vroeg.")
        d = meetings.tell(d, "m", said=PlanSaid.PARTLY, said_why="Niet alles.")
        return meetings.hold(d, "m", "11:00", "n")

    session.change("", held)
    told = said(part(page, "after", AfterPart))
    assert "Joost Kamphuis (toezichthouder) was er niet Op vakantie." in told
    assert "Dennis: deels akkoord Niet alles." in told
    assert "Dennis: nee (Te vroeg.)" in told


def test_a_closed_dossier_is_only_read(page: TalkPage, session: Session) -> None:
    planned(session)
    shown = prepare(page)
    shown.let_edit(False)
    assert shown.when.start.isHidden()
    assert shown.chairs.ask[SeatRole.INTERPRETER].isHidden()
    assert not shown.topics.ticks[Topic.WHEEL].isEnabled()
    assert shown.when.place.isReadOnly()
