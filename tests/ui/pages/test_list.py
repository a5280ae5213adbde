"""The list of dossiers: found by a few letters, opened by Enter, read out as one sentence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner import practice
from caseplanner.desk import Desk
from caseplanner.dossier import document, goals, people
from caseplanner.dossier.model import Dimension
from caseplanner.errors import UserError
from caseplanner.settings import Settings
from caseplanner.ui.widgets import case_table
from caseplanner.ui.widgets.case import ago
from caseplanner.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def full(window: Window, desk: Desk) -> Window:
    """Three dossiers in the list."""
    for name, cell in (("Dennis", "B2-14"), ("Çağlar", "A1-03"), ("Youssef", "B2-9")):
        started = goals.add(people.start(name, cell=cell), Dimension.SELF, "Werk", ("Bellen",))
        desk.add(started)
    window.list.refresh()
    return window


def rows(window: Window) -> list[str]:
    return [case.line.called for case in window.list.table.cases()]


def test_the_list_shows_who_was_worked_on_last_first(full: Window) -> None:
    assert rows(full) == ["Youssef", "Çağlar", "Dennis"]
    assert "3" in full.list.told.text()


@pytest.mark.parametrize(("typed", "found"), [("cag", ["Çağlar"]), ("B2", ["Youssef", "Dennis"])])
def test_typing_finds_at_once(qtbot: QtBot, full: Window, typed: str, found: list[str]) -> None:
    QTest.keyClick(full, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(full.list.search, typed)
    qtbot.waitUntil(lambda: rows(full) == found)


def test_nothing_found_offers_the_whole_list(qtbot: QtBot, full: Window) -> None:
    QTest.keyClicks(full.list.search, "zzz")
    qtbot.waitUntil(full.list.all.isVisible)
    assert "zzz" in full.list.nothing.text()
    QTest.mouseClick(full.list.all, LEFT)
    assert len(rows(full)) == 3


def test_what_was_found_is_shown_with_its_words_and_said(qtbot: QtBot, full: Window) -> None:
    QTest.keyClicks(full.list.search, "werk bel")
    qtbot.waitUntil(lambda: bool(full.list.table.cases()[0].found))
    case = full.list.table.cases()[0]
    assert {p.text[a:b] for p in case.passages for a, b in p.spans} == {"Werk", "Bellen"}
    assert "gevonden: Werk" in case.sentence()
    assert full.list.table.model().headerData(2, Qt.Orientation.Horizontal) == "Gevonden"


def test_with_names_hidden_what_was_found_is_not_shown(qtbot: QtBot, full: Window) -> None:
    full.list.hide_names.click()
    QTest.keyClicks(full.list.search, "werk")
    qtbot.waitUntil(lambda: bool(full.list.table.cases()[0].found))
    assert "Werk" not in full.list.table.cases()[0].sentence()


def test_from_the_search_by_keys_into_a_dossier(qtbot: QtBot, full: Window) -> None:
    full.search()
    QTest.keyClick(full.list.search, Qt.Key.Key_Down)
    assert full.list.table.hasFocus()
    QTest.keyClick(full.list.table, Qt.Key.Key_Down)
    QTest.keyClick(full.list.table, Qt.Key.Key_Return)
    assert full.session
    assert full.session.dossier.person.called == "Çağlar"
    assert full.page_name == "hub"


def test_enter_in_the_search_opens_the_first(qtbot: QtBot, full: Window) -> None:
    QTest.keyClicks(full.list.search, "denn")
    QTest.keyClick(full.list.search, Qt.Key.Key_Return)
    assert full.session
    assert full.session.dossier.person.called == "Dennis"


def test_escape_empties_the_search(qtbot: QtBot, full: Window) -> None:
    QTest.keyClicks(full.list.search, "denn")
    QTest.keyClick(full.list.search, Qt.Key.Key_Escape)
    assert len(rows(full)) == 3


def test_a_row_is_read_as_one_sentence(full: Window) -> None:
    sentence = told(full)
    for part in ("Youssef", "cel B2-9", "Concept", "Bellen"):
        assert part in sentence
    assert sentence.endswith(".")


def test_hidden_names_are_hidden_from_eyes_and_ears(qtbot: QtBot, full: Window) -> None:
    kept: list[Settings] = []
    full.settings_kept.connect(kept.append)
    QTest.mouseClick(full.list.hide_names, LEFT)
    for private in ("Youssef", "B2-9", "Bellen"):
        assert private not in told(full)
    assert all("Youssef" not in name for _id, name in full.list.names())
    assert kept[-1].hide_names
    QTest.mouseClick(full.list.hide_names, LEFT)
    assert "Youssef" in told(full)


def told(window: Window) -> str:
    model = window.list.table.model()
    return str(model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))


def test_an_empty_list_offers_two_ways_to_begin(qtbot: QtBot, window: Window) -> None:
    assert window.list.begin_practice.isVisible()
    assert window.list.begin_new.isVisible()
    QTest.mouseClick(window.list.begin_practice, LEFT)
    assert window.session
    assert window.session.dossier.practice


def test_the_practice_dossier_is_made_once_and_then_opened(window: Window, desk: Desk) -> None:
    window.list.practise()
    window.go("list")
    window.list.practise()
    assert window.page_name == "hub"
    assert len(desk.lines()) == 1


def test_a_plan_from_a_file_is_opened(qtbot: QtBot, window: Window, desk: Desk) -> None:
    window.list.import_from(CASES / "dennis.json")
    qtbot.waitUntil(lambda: window.page_name == "hub")
    assert [entry.line.called for entry in desk.lines()] == ["Dennis"]


@pytest.mark.parametrize("what", ["no plan", "nothing", "twice"])
def test_what_cannot_be_imported_changes_nothing(
    qtbot: QtBot, window: Window, desk: Desk, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "plan.json"
    before = 0
    if what == "no plan":
        path.write_text('{"format": "iets anders"}')
    if what == "twice":
        dossier = replace(practice.dossier(), practice=False)
        path.write_bytes(document.dump(dossier))
        desk.add(dossier)
        before = 1
    with qtbot.captureExceptions() as errors:
        window.list.import_from(path)
        qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0][1], UserError)
    assert len(desk.lines()) == before
    assert window.list.import_.isEnabled()


def test_a_narrow_list_leaves_columns_out_but_never_the_state(
    qtbot: QtBot, qapp: QApplication, full: Window
) -> None:
    table = full.list.table
    assert not table.isColumnHidden(case_table.EDITED)
    full.resize(700, 700)
    qtbot.waitUntil(lambda: table.isColumnHidden(case_table.EDITED))
    assert not table.isColumnHidden(case_table.STATE)


def test_when_it_was_edited_is_said_as_people_do() -> None:
    now = datetime.now(UTC)
    assert ago(now).startswith("vandaag")
    assert ago(now - timedelta(days=1)) == "gisteren"
    assert "2020" in ago(datetime(2020, 3, 14, 12, tzinfo=UTC))
