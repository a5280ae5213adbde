"""On the way: reviews that are planned, held and looked back at, and what the client chooses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import words
from caseplanner.desk import Desk
from caseplanner.dossier import reviews
from caseplanner.dossier.model import (
    Dossier,
    Placement,
    PlacementKind,
    Review,
    ReviewKind,
    Stay,
    VersionReason,
)
from caseplanner.export import pdf
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.pages.answers import AnswersPage
from caseplanner.ui.pages.way import WayPage
from caseplanner.ui.way.release import ChoiceCard, ReleasePart
from caseplanner.ui.way.review_card import ReviewCard
from caseplanner.ui.way.reviews import ReviewsPart
from caseplanner.ui.widgets.text import Heading
from caseplanner.ui.window import Window
from tests.export import editions, reading
from tests.ui.pages import agreeing

Again = Callable[[], Window]
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)


@pytest.fixture
def page(window: Window, session: Session) -> WayPage:
    window.show_session(session)
    window.go("way")
    return here(window)


def here(window: Window) -> WayPage:
    assert isinstance(window.page, WayPage)
    return window.page


def held(page: WayPage) -> ReviewsPart:
    part = page.parts.part("reviews")
    assert isinstance(part, ReviewsPart)
    return part


def after(page: WayPage) -> ReleasePart:
    page.parts.open("release")
    part = page.parts.part("release")
    assert isinstance(part, ReleasePart)
    return part


def card(page: WayPage, id: str) -> ReviewCard:
    found = held(page).list.cards[id]
    assert isinstance(found, ReviewCard)
    return found


def put(session: Session, *kept: Review, **stay: date) -> None:
    session.change("", lambda d: replace(d, reviews=kept, stays=(Stay(**stay),)))  # type: ignore[arg-type]
    QApplication.processEvents()  # a card that came is shown in the next turn


def type_in(field: QWidget, said: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, said)
    field.flush()  # type: ignore[attr-defined]


def in_digits(on: date) -> str:
    return on.strftime("%d-%m-%Y")


def said(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


# Planning.


def test_a_review_is_planned_by_keyboard_and_told_on_the_plan(
    page: WayPage, session: Session, window: Window
) -> None:
    part = held(page)
    assert "nog geen evaluatie gepland" in said(part)
    QTest.keyClick(part.list.new, Qt.Key.Key_Space)
    due = today() + 12 * DAY
    fresh = part.list.fresh
    assert isinstance(fresh, ReviewCard)
    assert fresh.due.day.hasFocus()
    QTest.keyClicks(fresh.due.day, in_digits(due))
    QTest.keyClick(fresh.due.day, Qt.Key.Key_Return)
    [planned] = session.dossier.reviews
    assert (planned.due, planned.kind, planned.held_on) == (due, ReviewKind.REGULAR, None)
    shown = card(page, planned.id)
    assert shown.title.text() == f"Evaluatie uiterlijk {words.day(due)}"
    assert shown.told.text() == "Over 12 dagen."
    assert shown.todo.isVisible()
    assert not shown.came.isVisible()  # that is asked once it was held
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.page_name == "hub"


def test_what_the_terms_ask_for_is_put_in_the_agenda_by_one_button(
    page: WayPage, session: Session
) -> None:
    release, moved = today() + 90 * DAY, today() - 2 * DAY
    put(session, release=release, moved_on=moved)
    advice = held(page).advice
    assert [told.text() for told in advice.told] == [
        f"Evaluatie uiterlijk {words.day(moved + 10 * DAY)}: binnen 10 dagen na de overplaatsing "
        f"op {words.day(moved)}.",
        f"Laatste evaluatie uiterlijk {words.day(release - 7 * DAY)}: 7 dagen voor het vertrek op "
        f"{words.day(release)}.",
    ]
    assert [act.text() for act in advice.acts] == ["Zet in de agenda"] * 2
    advice.acts[0].click()
    QTest.keyClick(advice.acts[0], Qt.Key.Key_Space)
    assert not advice.isVisible()
    assert {(each.kind, each.due) for each in session.dossier.reviews} == {
        (ReviewKind.TRANSFER, moved + 10 * DAY),
        (ReviewKind.FINAL, release - 7 * DAY),
    }
    session.undo()
    assert [told.text()[:7] for told in held(page).advice.told] == ["Laatste"]


def test_the_terms_of_the_settings_are_those_of_the_page(window: Window, session: Session) -> None:
    window.keep(replace(window.settings, final_days=14))
    put(session, release=today() + 90 * DAY)
    window.show_session(session)
    window.go("way")
    [told] = held(here(window)).advice.told
    assert words.day(today() + 76 * DAY) in told.text()


def test_a_last_review_that_no_longer_fits_the_release_is_moved_by_one_button(
    page: WayPage, session: Session
) -> None:
    due, release = today() + 30 * DAY, today() + 33 * DAY
    put(session, Review(ReviewKind.FINAL, due, id="r"), release=release)
    advice = held(page).advice
    [told], [act] = advice.told, advice.acts
    assert told.text() == (
        f"De laatste evaluatie staat op {words.day(due)}. Dat past niet meer bij de dag van "
        "vertrek."
    )
    act.click()
    assert session.dossier.reviews[0].due == release - 7 * DAY
    assert not advice.isVisible()


def test_setting_the_plan_plans_the_next_review_and_both_are_one_change(
    qtbot: QtBot, session: Session, window: Window
) -> None:
    session.change("talked", agreeing.discussed)
    session.change("answers", agreeing.answered)
    window.show_session(session)
    window.go("answers")
    page = window.page
    assert isinstance(page, AnswersPage)
    before = len(session.moments())
    page.end.setting.freeze.emit(VersionReason.FIRST)
    due = today() + 6 * WEEK
    [planned] = session.dossier.reviews
    assert (planned.due, planned.kind) == (due, ReviewKind.REGULAR)
    [version] = session.dossier.versions
    assert session.frozen(version.id).reviews == (planned,)  # what is signed shows it
    assert page.end.setting.next.text() == f"Volgende evaluatie: {words.day(due)}."
    assert len(session.moments()) <= before + 1
    session.undo()
    assert session.dossier.reviews == (planned,)  # what is set is not undone


# Holding.


def test_held_in_time_asks_what_helped_what_was_hard_and_what_the_client_is_proud_of(
    page: WayPage, session: Session
) -> None:
    put(session, Review(due=today(), id="r"))
    shown = card(page, "r")
    assert shown.told.text() == "Dat is vandaag."
    type_in(shown.held.day, in_digits(today()))
    assert session.dossier.reviews[0].held_on == today()
    assert shown.told.text() == "Op tijd gehouden."
    assert not shown.late.isVisible()
    assert "Waar is Dennis trots op?" in said(shown.came)
    type_in(shown.helped, "Kort en rustig.")
    type_in(shown.hindered, "Te veel tegelijk.")
    type_in(shown.proud, "Dat ik mijn zus belde.")
    [review] = session.dossier.reviews
    assert (review.helped, review.hindered, review.proud) == (
        "Kort en rustig.",
        "Te veel tegelijk.",
        "Dat ik mijn zus belde.",
    )
    session.undo()
    assert session.dossier.reviews[0].proud == ""


def test_a_late_one_asks_why_and_loses_nothing_while_it_is_not_said(
    page: WayPage, session: Session
) -> None:
    put(session, Review(due=today() - 7 * DAY, id="r"))
    shown = card(page, "r")
    assert shown.told.text() == "7 dagen te laat."
    type_in(shown.held.day, in_digits(today()))
    assert session.dossier.reviews[0].held_on == today()  # a hint and never a wall
    assert shown.why.isVisible()
    assert shown.why.label.text() == "Waarom later?"
    assert shown.told.text() == "7 dagen later dan gepland."
    type_in(shown.late_reason, "Fatma was ziek.")
    assert session.dossier.reviews[0].late_reason == "Fatma was ziek."


def test_the_same_reason_a_second_time_is_said_in_a_plain_sentence(
    page: WayPage, session: Session
) -> None:
    first = today() - 60 * DAY
    put(
        session,
        Review(due=first - DAY, held_on=first, late_reason="Fatma was ziek.", id="a"),
        Review(due=today() - DAY, held_on=today(), id="b"),
    )
    shown = card(page, "b")
    assert not shown.repeated.isVisible()
    type_in(shown.late_reason, "fatma was ziek")
    assert shown.again.text() == (f"Deze reden staat ook bij de evaluatie van {words.day(first)}.")
    assert shown.repeated.isVisible()
    assert not card(page, "a").repeated.isVisible()


def test_a_day_to_come_is_refused_in_words_and_stays_to_be_mended(
    page: WayPage, session: Session
) -> None:
    put(session, Review(due=today(), id="r"))
    shown = card(page, "r")
    type_in(shown.held.day, in_digits(today() + DAY))
    assert session.dossier.reviews[0].held_on is None
    assert "Deze dag komt nog." in shown.held.error.text()
    assert shown.held.day.text() == in_digits(today() + DAY)


def test_the_next_one_is_on_top_and_those_held_follow_newest_first(
    page: WayPage, session: Session
) -> None:
    put(
        session,
        Review(held_on=today() - 50 * DAY, id="old"),
        Review(held_on=today() - 3 * DAY, id="new"),
        Review(due=today() + 30 * DAY, id="next"),
        Review(due=today() + 60 * DAY, id="later"),
    )
    cards = held(page).list.cards
    QTest.qWait(20)
    tops = sorted((cards[id].y(), id) for id in ("old", "new", "next", "later"))
    assert [id for _y, id in tops] == ["next", "later", "new", "old"]


def test_removing_one_can_be_undone(page: WayPage, session: Session, window: Window) -> None:
    put(session, Review(due=today(), id="r"))
    card(page, "r").remove.click()
    assert not reviews.to_come(session.dossier)
    assert "De evaluatie is weg." in window.toast.words.text()
    window.toast.action.click()
    assert [each.id for each in session.dossier.reviews] == ["r"]


# After release.


def test_two_ways_to_live_are_of_one_size_and_none_is_chosen_beforehand(
    page: WayPage, session: Session
) -> None:
    kind = after(page).living.kind
    QTest.qWait(20)
    clustered, mixed = kind.buttons.values()
    assert clustered.size() == mixed.size()
    assert not clustered.isChecked()
    assert not mixed.isChecked()
    assert session.dossier.placement == Placement()
    QTest.keyClick(mixed, Qt.Key.Key_Space)
    assert session.dossier.placement.kind is PlacementKind.MIXED
    assert (clustered.isChecked(), mixed.isChecked()) == (False, True)
    assert clustered.size() == mixed.size()
    QTest.keyClick(mixed, Qt.Key.Key_Space)  # let go of again
    assert session.dossier.placement.kind is None
    assert not mixed.isChecked()


def test_where_why_and_what_the_client_says_of_it_are_kept(page: WayPage, session: Session) -> None:
    living = after(page).living
    type_in(living.place, "Kamer bij de zus.")
    type_in(living.reasons, "Daar is rust.")
    type_in(living.view, "Fijn, Mirjam kookt.")
    type_in(living.day.day, "1-4-2026")
    assert session.dossier.placement == Placement(
        None, "Kamer bij de zus.", "Daar is rust.", "Fijn, Mirjam kookt.", date(2026, 4, 1)
    )


def test_what_the_client_chooses_is_kept_as_a_choice_in_own_words(
    page: WayPage, session: Session, window: Window
) -> None:
    choices = after(page).choices
    choices.new.click()
    fresh = choices.fresh
    assert isinstance(fresh, ChoiceCard)
    assert fresh.about.hasFocus()
    type_in(fresh.about, "Waar ik ga wonen")
    type_in(fresh.choice, "Bij mijn zus.")
    type_in(fresh.instead_of, "De opvang.")
    type_in(fresh.words, "Daar ken ik iedereen.")
    type_in(fresh.day.day, "30-7-2026")
    [choice] = session.dossier.release_choices
    assert (choice.about, choice.choice, choice.instead_of, choice.words, choice.on) == (
        "Waar ik ga wonen",
        "Bij mijn zus.",
        "De opvang.",
        "Daar ken ik iedereen.",
        date(2026, 7, 30),
    )
    window.go("hub")
    window.go("way", "release")
    assert here(window).parts.open_ == "release"


# All of it.


def test_a_closed_dossier_shows_all_of_it_and_changes_nothing(
    window: Window, desk: Desk, page: WayPage, session: Session
) -> None:
    put(session, Review(due=today(), helped="Rust.", id="r"), release=today() + 90 * DAY)
    before = session.dossier
    desk.custody.close(before.id, today(), today())
    window.show_again()
    page = here(window)
    shown = card(page, "r")
    assert shown.title.text().startswith("Evaluatie uiterlijk")
    assert not held(page).list.new.isVisible()
    assert not shown.remove.isVisible()
    assert shown.helped.isReadOnly()
    assert not any(act.isVisible() for act in held(page).advice.acts)
    living = after(page).living
    assert not any(button.isEnabled() for button in living.kind.buttons.values())
    assert living.view.isReadOnly()
    assert session.dossier == before


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_everything_fits_beside_or_under_each_other(
    qtbot: QtBot, window: Window, session: Session, text_size: int, qapp: QApplication
) -> None:
    theme.use(qapp, "light", text_size)
    put(session, Review(due=today(), held_on=today(), id="r"), release=today() + 90 * DAY)
    window.resize(1366, 768)
    window.show_session(session)
    window.go("way")
    page = here(window)
    page.complete()
    for part in ("reviews", "release"):
        page.parts.open(part)
        shown = page.parts.part(part)
        qtbot.waitUntil(partial(fits, page, shown), timeout=3000)


def fits(page: WayPage, part: QWidget) -> bool:
    """No heading is cut off, below or at the side."""
    headings = [label for label in part.findChildren(Heading) if label.isVisible()]
    return bool(headings) and all(
        label.mapTo(page, label.rect().topRight()).x() <= page.width()
        and label.height() >= label.heightForWidth(label.width())
        for label in headings
    )


@pytest.mark.needs("pdftotext")
def test_on_paper_stand_the_next_review_what_came_of_the_last_and_the_choices(
    session: Session, tmp_path: Path
) -> None:
    on = date(2026, 4, 22)
    kept = (
        Review(due=on, id="next"),
        Review(
            due=date(2026, 3, 2),
            held_on=date(2026, 3, 11),
            late_reason="Ziek.",
            helped="Kort.",
            hindered="Druk.",
            proud="Mijn zus gebeld.",
            id="held",
        ),
    )
    living = Placement(PlacementKind.CLUSTERED, "De Beuk", "Hulp dichtbij.", "Prima.", on)
    session.change("", lambda d: replace(d, reviews=kept, placement=living))
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf.build(editions.concept(session.dossier)))
    heard = reading.spoken(path)
    assert "Volgende evaluatie: wo 22 april 2026" in heard[: heard.index("Wie tekent")]
    at = heard.index("Evaluaties")
    for fact in (
        "Volgende evaluatie: wo 22 april 2026",
        "Gehouden op: wo 11 maart 2026",
        "Waarom later: Ziek.",
        "Wat hielp: Kort.",
        "Wat lastig was: Druk.",
        "Trots op: “Mijn zus gebeld.”",
        "Hoe Dennis gaat wonen",
        "Manier van wonen: geclusterd",
        "Waar: De Beuk",
        "Waarom daar: Hulp dichtbij.",
        "In eigen woorden: “Prima.”",
        "Besproken op: wo 22 april 2026",
    ):
        at = heard.index(fact, at)
    bare = tmp_path / "bare.pdf"
    bare.write_bytes(pdf.build(editions.concept(editions.bare())))
    assert "Evaluaties" not in reading.spoken(bare)
    assert "Na vertrek" not in reading.spoken(bare)


def test_the_home_screen_tells_a_review_that_is_near(
    desk: Desk, window: Window, dossier: Dossier
) -> None:
    made = reviews.plan(dossier, ReviewKind.REGULAR, today() - DAY)
    desk.add(made)
    window.go("list")
    window.list.refresh()
    assert any("evaluatie, 1 dag te laat." in told for told in window.list.home.texts())


def test_a_half_typed_day_and_words_survive_a_lock(
    window: Window, page: WayPage, session: Session, again: Again
) -> None:
    put(session, Review(due=today(), held_on=today(), id="r"))
    field = card(page, "r").helped
    field.setFocus()
    QTest.keyClicks(field, "Half ")
    due = card(page, "r").due.day
    due.setFocus()
    due.selectAll()
    QTest.keyClicks(due, "31-")
    unlocked = again()
    assert unlocked.page_name == "way"
    shown = card(here(unlocked), "r")
    assert shown.helped.text().strip() == "Half"
    assert shown.due.day.text() == "31-"
