"""The page of what is imposed: conditions that are no goals, and references without a score."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import conditions, risks
from caseplanner.dossier.guide import Guide
from caseplanner.session import Session
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.conditions.condition_card import ConditionCard
from caseplanner.ui.conditions.risk_card import RiskRow
from caseplanner.ui.dates import today
from caseplanner.ui.pages.conditions import ConditionsPage
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets.answer_trio import AnswerTrio
from caseplanner.ui.window import Window
from tests.ui.test_window import unnamed

DUTY = "Meldplicht bij de reclassering, zo vaak die dat nodig acht."
BAN = "Contactverbod met de persoon uit de zaak, direct en indirect."
BACKWARDS = "De laatste dag is eerder dan de eerste dag."
Relock = Callable[[], ConditionsPage]


@pytest.fixture
def page(window: Window, session: Session) -> ConditionsPage:
    window.show_session(session)
    window.go("conditions")
    return here(window)


@pytest.fixture
def relock(
    qtbot: QtBot, window: Window, desk: Desk, guide: Guide, tasks: Tasks, locked: list[Place]
) -> Relock:
    """Lock, and unlock in a new window."""

    def lock() -> ConditionsPage:
        window.lock()
        window.hide()
        again = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
        qtbot.addWidget(again)
        again.resize(1366, 768)
        with qtbot.waitActive(again):
            again.show()
        again.resume(locked[-1])
        return here(again)

    return lock


def here(window: Window) -> ConditionsPage:
    assert isinstance(window.page, ConditionsPage)
    return window.page


def write(field: QWidget, words: str) -> None:
    """Type as a person does, and go on."""
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()  # type: ignore[attr-defined]


def type_day(field: QWidget, day: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, day)
    QTest.keyClick(field, Qt.Key.Key_Return)


def add(page: ConditionsPage, text: str = DUTY) -> ConditionCard:
    page.new.words.setFocus()
    QTest.keyClicks(page.new.words, text)
    QTest.keyClick(page.new.words, Qt.Key.Key_Return)
    QApplication.processEvents()  # the new card is laid out
    return list(page.cards.values())[-1]


def add_risk(page: ConditionsPage, instrument: str = "RISC") -> RiskRow:
    page.risks.new.setFocus()
    QTest.keyClicks(page.risks.new, instrument)
    QTest.keyClick(page.risks.new, Qt.Key.Key_Return)
    QApplication.processEvents()
    return list(page.risks.rows.values())[-1]


def fits(page: ConditionsPage) -> bool:
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    return max(inner.minimumSizeHint().width(), inner.width()) <= scroll.viewport().width()


def test_the_source_stands_beside_plain_words(page: ConditionsPage, session: Session) -> None:
    assert page.new.words.hasFocus()
    card = add(page)
    assert card.plain.hasFocus()  # what it means comes next
    QTest.keyClicks(card.plain, "Je gaat naar Joost als hij je een afspraak geeft.")
    card.plain.flush()
    [condition] = session.dossier.conditions
    assert (condition.text, condition.plain) == (
        *(DUTY, "Je gaat naar Joost als hij je een afspraak geeft."),
    )
    QApplication.processEvents()
    left, right = (f.mapTo(page, f.rect().topLeft()) for f in (card.text, card.plain))
    assert left.x() < right.x()
    assert left.y() == right.y()


def test_everything_about_a_condition_is_saved(page: ConditionsPage, session: Session) -> None:
    card = add(page)
    write(card.imposed_by, "de rechtbank")
    write(card.checked_by, "Reclassering en politie")
    write(card.breach, "Waarschuwing, dan officier van justitie")
    write(card.note, "Samen gelezen")
    for field, day in (
        (card.since, "30-07-2026"),
        (card.until, "30-07-2028"),
        (card.explained, "10-03-2026"),
    ):
        type_day(field, day)
    [condition] = session.dossier.conditions
    assert (condition.imposed_by, condition.checked_by) == (
        *("de rechtbank", "Reclassering en politie"),
    )
    assert condition.breach == "Waarschuwing, dan officier van justitie"
    assert (condition.since, condition.until) == (date(2026, 7, 30), date(2028, 7, 30))
    assert (condition.explained_on, condition.note) == (date(2026, 3, 10), "Samen gelezen")


def test_a_condition_looks_like_a_must_and_asks_for_no_answer(
    page: ConditionsPage, window: Window
) -> None:
    add(page)
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Dit moet" in words
    assert any("Het is geen doel" in said for said in words)
    assert page.findChildren(AnswerTrio) == []
    told = " ".join(words + [b.text() for b in page.findChildren(QAbstractButton)]).casefold()
    for banned in ("akkoord", "eens", "zegt ja", "wie beslist"):
        assert banned not in told
    window.go("hub")
    assert isinstance(window.page, HubPage)
    assert window.page.around.ways["conditions"].text() == "Voorwaarden · 1 opgelegd"


def test_above_the_conditions_stands_once_that_no_victim_is_named(page: ConditionsPage) -> None:
    card = add(page, BAN)
    add(page)
    told = "nooit de naam of het adres van een slachtoffer"
    shown = [label for label in page.findChildren(QLabel) if told in label.text()]
    assert len(shown) == 1
    assert shown[0].mapTo(page, QPoint(0, 0)).y() < card.mapTo(page, QPoint(0, 0)).y()
    for field in (card.text, card.plain, page.new.words):
        assert told in field.accessibleDescription()


def test_a_next_condition_has_the_court_and_the_days_of_the_one_before(
    page: ConditionsPage, window: Window
) -> None:
    card = add(page)
    write(card.imposed_by, "de rechtbank")
    type_day(card.since, "30-07-2026")
    second = add(page, BAN)
    assert (second.imposed_by.text(), second.since.text()) == ("de rechtbank", "30-07-2026")
    assert "overgenomen" in window.toast.words.text()


@pytest.mark.parametrize("first", ["since", "until"])
def test_days_that_cannot_be_are_said_at_the_field_and_put_right(
    page: ConditionsPage, session: Session, first: str
) -> None:
    card = add(page)
    other = {"since": "until", "until": "since"}[first]
    days = {"since": "30-07-2026", "until": "29-07-2026"}
    type_day(getattr(card, first), days[first])
    type_day(getattr(card, other), days[other])
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert shown.count(BACKWARDS) == 1
    assert getattr(session.dossier.conditions[0], other) is None
    type_day(getattr(card, first), "01-08-2026" if first == "until" else "01-07-2026")
    [condition] = session.dossier.conditions
    assert condition.since and condition.until and condition.since < condition.until
    assert not [w for w in card.findChildren(QLabel) if w.isVisible() and w.text() == BACKWARDS]


def test_what_is_no_date_is_said_at_the_field(page: ConditionsPage, session: Session) -> None:
    card = add(page)
    type_day(card.until, "31-02-2028")
    told = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Deze dag bestaat niet") for text in told)
    assert session.dossier.conditions[0].until is None
    type_day(card.until, "28-02-2028")
    assert session.dossier.conditions[0].until == date(2028, 2, 28)
    told = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert not any(text.startswith("Deze dag bestaat niet") for text in told)


def test_a_burst_is_one_undo_and_undo_of_the_condition_takes_the_card(
    page: ConditionsPage, session: Session
) -> None:
    card = add(page)
    for words in ("Je ", "komt ", "op tijd."):
        write(card.plain, words)
    session.undo()
    assert card.plain.text() == ""
    session.undo()
    assert page.cards == {}
    session.redo()
    assert [card.text.text() for card in page.cards.values()] == [DUTY]


def test_removed_can_be_undone(page: ConditionsPage, session: Session, window: Window) -> None:
    card = add(page)
    write(card.breach, "Eerst een gesprek")
    before = session.dossier
    card.bin.click()
    assert page.cards == {}
    assert "verwijderd" in window.toast.words.text()
    window.undo()
    assert session.dossier == before
    assert len(page.cards) == 1


def test_the_words_of_a_condition_never_become_empty(
    page: ConditionsPage, session: Session
) -> None:
    card = add(page)
    card.text.setFocus()
    card.text.selectAll()
    QTest.keyClick(card.text, Qt.Key.Key_Delete)
    card.plain.setFocus()
    assert session.dossier.conditions[0].text == DUTY
    assert card.text.text() == DUTY


def test_tab_reads_the_cards_from_left_to_right_and_down(page: ConditionsPage) -> None:
    first, second = add(page), add(page, BAN)
    first.text.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(len(first.parts) + len(second.parts)):
        now = QApplication.focusWidget()
        assert now
        QTest.keyClick(now, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [*first.parts, *second.parts, page.new.words]
    spots = [part.mapTo(page, part.rect().topLeft()) for part in first.parts[:-1]]
    assert spots == sorted(spots, key=lambda spot: (spot.y() // 20, spot.x()))


def test_escape_leads_back(page: ConditionsPage, window: Window) -> None:
    QTest.keyClick(page.new.words, Qt.Key.Key_Escape)
    assert window.page_name == "hub"


def test_a_risk_assessment_is_a_reference_without_a_score(
    page: ConditionsPage, session: Session
) -> None:
    assert page.risks.none.isVisible()
    row = add_risk(page)
    assert row.by.hasFocus()
    write(row.by, "Reclassering")
    write(row.kept_at, "bij Reclassering")
    type_day(row.on, "19-02-2026")
    type_day(row.valid_until, (today() + timedelta(days=1)).strftime("%d-%m-%Y"))
    [risk] = session.dossier.risks
    assert (risk.instrument, risk.by, risk.kept_at) == ("RISC", "Reclassering", "bij Reclassering")
    assert risk.on == date(2026, 2, 19)
    assert not row.expired.isVisible()
    assert not page.risks.none.isVisible()
    labels = [f.label.text() for f in row._fields]
    assert labels == ["Instrument", "Door", "Op", "Geldig tot", "Ligt bij"]


def test_an_expired_risk_assessment_says_so(page: ConditionsPage) -> None:
    row = add_risk(page)
    type_day(row.valid_until, "19-02-2025")
    assert row.expired.isVisible()
    assert row.expired.text().startswith("Verlopen: geldig tot wo 19 februari")
    type_day(row.on, "20-02-2025")
    told = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert "Geldig tot kan niet eerder zijn dan de dag zelf." in told


def test_a_removed_reference_comes_back_with_undo(
    page: ConditionsPage, session: Session, window: Window
) -> None:
    row = add_risk(page)
    row.bin.click()
    assert session.dossier.risks == ()
    window.undo()
    assert [row.instrument.text() for row in page.risks.rows.values()] == ["RISC"]


def test_words_that_were_not_added_yet_are_kept_when_one_goes_on(
    page: ConditionsPage, window: Window, session: Session
) -> None:
    page.new.words.setFocus()
    QTest.keyClicks(page.new.words, BAN)
    window.go("hub")
    assert [c.text for c in session.dossier.conditions] == [BAN]


def test_half_a_new_condition_comes_back_after_a_lock(page: ConditionsPage, relock: Relock) -> None:
    page.new.words.setFocus()
    QTest.keyClicks(page.new.words, "Alcoholver")
    again = relock()
    assert again.new.words.text() == "Alcoholver"
    assert again.new.words.hasFocus()


def test_days_that_cannot_be_are_not_lost_to_a_lock(page: ConditionsPage, relock: Relock) -> None:
    card = add(page)
    type_day(card.since, "30-07-2026")
    type_day(card.until, "30-07-2025")
    again = relock()
    [card] = again.cards.values()
    assert (card.since.text(), card.until.text()) == ("30-07-2026", "30-07-2025")


def test_plain_words_being_typed_come_back_after_a_lock(
    page: ConditionsPage, relock: Relock
) -> None:
    add(page)
    card = add(page, BAN)
    QTest.keyClicks(card.plain, "Je zoekt die persoon niet op.")
    again = relock()
    card = list(again.cards.values())[1]
    assert card.plain.text() == "Je zoekt die persoon niet op."
    assert card.plain.hasFocus()


def test_a_closed_dossier_shows_everything_and_changes_nothing(
    page: ConditionsPage, window: Window, desk: Desk, session: Session
) -> None:
    card, row = add(page), add_risk(page)
    write(card.plain, "Je gaat naar Joost.")
    desk.custody.close(session.dossier.id, today() - timedelta(days=1), today())
    window.go("hub")
    window.go("conditions")
    before = session.dossier
    assert (card.text.text(), card.plain.text()) == (DUTY, "Je gaat naar Joost.")
    assert not page.new.isVisible()
    for button in (card.bin, row.bin, page.risks.add):
        assert not button.isVisible()
    for field in (card.text, card.plain, card.since, card.breach, row.on, row.instrument):
        field.setFocus()
        assert field.hasFocus()  # it can be read and copied
        QTest.keyClicks(field, "1")
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert QApplication.activePopupWidget() is None
    page.flush()
    assert session.dossier == before


def test_a_closed_dossier_without_conditions_says_there_are_none(
    page: ConditionsPage, window: Window, desk: Desk, session: Session
) -> None:
    assert not page.none.isVisible()
    desk.custody.close(session.dossier.id, today() - timedelta(days=1), today())
    window.go("hub")
    window.go("conditions")
    assert page.none.isVisible()


@pytest.mark.parametrize(
    "odd",
    ["مرحبا بالعالم", "👩‍👧 Łukasz", "<b>vet</b> & <img src=x>", "w" * 5000, "woord " * 16000],
    ids=["right-to-left", "emoji", "markup", "long-word", "long-text"],
)
def test_odd_words_are_kept_as_they_are_and_break_nothing(
    qtbot: QtBot, page: ConditionsPage, session: Session, odd: str
) -> None:
    card, row = add(page), add_risk(page)
    QApplication.clipboard().setText(odd)
    for field in (card.text, card.plain, card.breach, row.instrument):
        field.setFocus()
        field.selectAll()
        field.paste()
        field.flush()
    [condition], [risk] = session.dossier.conditions, session.dossier.risks
    assert condition.text.strip() == condition.plain.strip() == odd.strip()
    assert condition.breach == risk.instrument == " ".join(odd.split())
    qtbot.waitUntil(lambda: fits(page))


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        *((100, 1366, 768), (150, 1366, 768), (200, 1366, 768)),
        *((100, 700, 600), (150, 700, 600), (100, 1920, 1080)),
    ],
)
def test_nothing_is_cut_off_and_all_has_a_name(
    size: int,
    width: int,
    height: int,
    qtbot: QtBot,
    qapp: QApplication,
    window: Window,
    session: Session,
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.resize(width, height)
    window.show_session(session)
    for text in (DUTY, BAN):
        session.change("x", partial(conditions.add, text=text))
        session.change("x", lambda d: risks.add(d, "OxRec/RISC"))
    window.go("conditions")
    page = here(window)
    qtbot.waitUntil(lambda: fits(page))
    for card in page.cards.values():
        for field in card.parts:
            right = field.mapTo(card, field.rect().topRight()).x()
            assert 0 < right <= card.width()
            assert field.width() >= theme.px(40)
    assert unnamed(page) == []
