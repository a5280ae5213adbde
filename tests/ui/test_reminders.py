"""The days to come as a calendar file: told before it is made, and without a word of a dossier."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseplanner.desk import Desk
from caseplanner.dossier import log_words, reviews
from caseplanner.dossier.folding import fold
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, ReviewKind
from caseplanner.errors import UserError
from caseplanner.ui import dates
from caseplanner.ui.pages.list import ListPage
from caseplanner.ui.window import Window
from tests import whole

TODAY = date(2026, 2, 20)  # when most of the three cases is still to come
OUR_OWN = {"een", "van", "opnieuw", "vragen", "doel", "weer", "stap", "evaluatie", "einde"} | {
    *(
        "driegesprek",
        "afspraak",
        "vertrek",
        "bekijken",
        "voorwaarde",
        "basisvoorwaarde",
        "risicotaxatie",
        "caseplanner",
    ),
}


@pytest.fixture
def page(window: Window, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> ListPage:
    """Three whole cases of real people, on a day in their midst."""
    monkeypatch.setattr(dates, "today", lambda: TODAY)
    for name in whole.NAMES:
        desk.add(replace(whole.case(name), practice=False))
    window.go("list")
    window.list.refresh()
    return window.list


def saved(page: ListPage, path: Path) -> Any:
    """What the library reads in the file that was saved; its parts have a type for every kind."""
    page.calendar.click()
    page.reminders.save_to(path)
    return Calendar.from_ical(path.read_bytes())


def texts(value: Any) -> Iterator[str]:
    """Every text in a dossier."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for f in fields(value):
            yield from texts(getattr(value, f.name))


def test_what_is_in_the_file_is_told_before_it_is_made(page: ListPage) -> None:
    card = page.reminders
    assert not card.isVisible()
    QTest.keyClick(page.calendar, Qt.Key.Key_Space)
    assert card.isVisible()
    assert card.save.hasFocus()
    assert re.match(r"In het bestand staan \d+ dagen, tot en met ", card.told.text())
    assert "Evaluatie (caseplanner)" in card.example.text()
    assert "geen naam, geen cel, geen doel" in card.private.text()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert page.calendar.hasFocus()


def test_the_file_has_no_word_of_any_dossier(page: ListPage, tmp_path: Path) -> None:
    path = tmp_path / "dagen.ics"
    saved(page, path)
    text = path.read_text("utf-8").replace("\r\n ", "")
    told = fold(" ".join(re.findall(r"^(?:SUMMARY|DESCRIPTION|UID):(.*)$", text, re.MULTILINE)))
    for name in whole.NAMES:
        case = whole.case(name)
        found = {fold(word) for said in texts(case) for word in re.findall(r"\w{3,}", said)}
        assert {word for word in found - OUR_OWN if re.search(rf"\b{word}\b", told)} == set()
        assert fold(case.person.called) not in fold(text)
        assert case.person.cell not in text
        assert case.id not in re.findall(r"\w+", text)
        assert [goal.text for goal in case.goals if goal.text in text] == []


def test_it_reads_back_as_whole_days_with_how_many_there_are_of_a_kind(
    page: ListPage, tmp_path: Path, desk: Desk
) -> None:
    made = saved(page, tmp_path / "dagen.ics")
    events = made.events
    expected = desk.reminders(TODAY)
    assert [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events] == [
        (one.on, one.in_words()) for one in expected
    ]
    assert all(event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1) for event in events)
    assert all(one.on >= TODAY for one in expected)
    assert any(one.count > 1 for one in expected)
    assert not any(event.alarms.times for event in events)


def test_the_same_day_keeps_its_id_so_that_a_second_file_adds_nothing(
    page: ListPage, tmp_path: Path
) -> None:
    first, second = (saved(page, tmp_path / f"{n}.ics") for n in "ab")
    ids = [str(event["UID"]) for event in first.events]
    assert ids == [str(event["UID"]) for event in second.events]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[0-9a-f-]{36}", id) for id in ids)


def test_a_sign_the_morning_before_is_asked_for_and_never_there_by_itself(
    page: ListPage, tmp_path: Path
) -> None:
    page.reminders.alarm.click()
    made = saved(page, tmp_path / "dagen.ics")
    [alarm] = made.events[0].walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=-15)
    assert str(alarm["DESCRIPTION"]) == str(made.events[0]["SUMMARY"])


def test_the_log_tells_that_it_was_saved_without_names(
    page: ListPage, tmp_path: Path, desk: Desk
) -> None:
    saved(page, tmp_path / "dagen.ics")
    [line] = [e for e in desk.custody.log() if e.deed is Deed.REMINDERS_EXPORTED]
    assert line.dossier == ""
    assert line.detail == {"days": str(len({one.on for one in desk.reminders(TODAY)}))}
    assert log_words.in_words(line).endswith("bewaarde dagen voor een agenda, zonder namen.")


def test_practice_and_closed_dossiers_are_left_out(
    desk: Desk, window: Window, dossier: Dossier, tmp_path: Path
) -> None:
    due = dates.today() + timedelta(days=3)
    made = reviews.plan(dossier, ReviewKind.REGULAR, due)
    closed = desk.add(made)
    desk.custody.close(closed.dossier.id, dates.today(), dates.today())
    desk.add(replace(made, id="b" * 32, practice=True))
    window.go("list")
    window.list.refresh()
    window.list.calendar.click()
    assert "In geen dossier" in window.list.reminders.told.text()
    assert not window.list.reminders.save.isVisible()
    assert window.list.reminders.leave.hasFocus()


def test_a_place_that_takes_nothing_is_told_and_nothing_is_logged(
    page: ListPage, tmp_path: Path, desk: Desk
) -> None:
    page.calendar.click()
    with pytest.raises(UserError):
        page.reminders.save_to(tmp_path / "nergens" / "dagen.ics")
    assert not [e for e in desk.custody.log() if e.deed is Deed.REMINDERS_EXPORTED]
    assert page.reminders.isVisible()
