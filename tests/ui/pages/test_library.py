"""The library in the real window: imported, searched, read, written, and refused in words."""

import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import sheet_file
from caseplanner.dossier.log import Deed
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.dossier.staff import StaffRole
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.pages.beside import BesidePage
from caseplanner.ui.pages.library import LibraryPage
from caseplanner.ui.window import Window
from tests import library
from tests.ui.test_fits import cut, sideways
from tests.ui.test_roles import As, as_
from tests.vault.typist import PASSPHRASE

__all__ = ["as_"]
Again = Callable[[], Window]


@pytest.fixture
def page(window: Window) -> LibraryPage:
    window.go("library")
    assert isinstance(window.page, LibraryPage)
    return window.page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "verzameling.json"
    path.write_bytes(library.file(200))
    return path


def bring(qtbot: QtBot, page: LibraryPage, path: Path) -> None:
    """Choose this file, and wait for what it would bring."""
    page.import_from(path)
    qtbot.waitUntil(lambda: page.incoming.isVisible(), timeout=20000)


def filled(qtbot: QtBot, page: LibraryPage, path: Path) -> None:
    bring(qtbot, page, path)
    page.incoming.take.click()


def titles(page: LibraryPage) -> list[str]:
    return [sentence.split(".")[0] for sentence in page.shelf.list.sentences()]


def search(qtbot: QtBot, page: LibraryPage | BesidePage, words: str) -> None:
    page.shelf.search.setFocus()
    page.shelf.search.selectAll()
    QTest.keyClicks(page.shelf.search, words)
    qtbot.wait(200)


def write(field: QWidget, text: str) -> None:
    field.setFocus()
    for place, line in enumerate(text.split("\n")):
        if place:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)
    QApplication.processEvents()


def test_two_hundred_sheets_are_imported_searched_and_read_and_are_there_the_next_day(
    qtbot: QtBot, page: LibraryPage, desk: Desk, file: Path, tmp_path: Path
) -> None:
    assert page.begin_import.isVisible()
    bring(qtbot, page, file)
    assert next(page.incoming.list.sentences()) == "200 nieuwe bladen"
    assert desk.library.sheets == ()  # nothing before the person says so
    page.incoming.take.click()
    assert page.shelf.told.text() == "200 bladen"
    search(qtbot, page, "ZÓNNEBLOEM17")
    assert titles(page) == [
        f"Voorbeeld {n:03}: {library.SUBJECTS[n % 8]}" for n in (17, *range(170, 180))
    ]
    search(qtbot, page, "geld richtlijn")
    assert page.shelf.nothing.isVisible()
    page.shelf.all.click()
    page.shelf.kind.set_value(SheetKind.GUIDELINE.value)
    page.shelf.kind.chosen.emit(SheetKind.GUIDELINE.value)
    assert len(titles(page)) == 29
    search(qtbot, page, "geld")
    QTest.keyClick(page.shelf.search, Qt.Key.Key_Down)
    QTest.keyClick(page.shelf.list, Qt.Key.Key_Return)
    assert page.reader.title.text() == titles(page)[0]
    assert "Waar het over gaat: omgaan met geld." in page.reader.text.toPlainText()
    assert page.reader.text.hasFocus()
    [imported] = [e for e in desk.custody.log() if e.deed is Deed.LIBRARY_IMPORTED]
    assert (imported.name, imported.detail) == ("Fatma", {"new": "200"})
    desk.close()
    again = Desk(desk.folder, desks.unlock(desk.folder, PASSPHRASE))
    assert {sheet.id for sheet in again.library.sheets} == {s.id for s in library.sheets()}
    again.close()


def test_the_same_file_again_tells_what_is_new_changed_the_same_and_not_in_it(
    qtbot: QtBot, page: LibraryPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(library.file(3))
    filled(qtbot, page, path)
    bring(qtbot, page, path)
    assert not page.incoming.take.isVisible()
    page.incoming.leave.click()
    whole = json.loads(path.read_bytes())
    whole["sheets"][0]["text"] = ["Een ander woord."]
    whole["sheets"][1]["id"] = "nieuw"
    path.write_text(json.dumps(whole))
    bring(qtbot, page, path)
    headings = [row.sentence() for row in page.incoming.list.rows if row.is_heading]
    assert headings == [
        "1 nieuw blad",
        "1 gewijzigd blad",
        "1 blad is hetzelfde",
        "1 blad staat niet in dit bestand en blijft",
    ]
    page.incoming.take.click()
    assert len(desk.library.sheets) == 4
    changed = desk.library.find("voorbeeld-1")
    assert changed and changed.text == "Een ander woord."
    page.undo.click()
    assert {sheet.id for sheet in desk.library.sheets} == {s.id for s in library.sheets(3)}


def hostile() -> dict[str, tuple[bytes, str]]:
    row = {"id": "a", "kind": "guideline", "title": "Een", "text": []}
    head = {"format": "caseplanner-library", "schema": 1}
    late = {**head, "sheets": [*json.loads(library.file(150))["sheets"], {**row, "advies": 9}]}
    turned = {**head, "sheets": [{**row, "text": ["omge\u202ekeerd"]}]}
    return {
        "broken": (library.file(20)[:-30], "niet te lezen"),
        "huge": (b'"' + b"x" * 21_000_000 + b'"', "groter dan 20 MB"),
        "bomb": (b"[" * 5_000_000, "te diep"),
        "late": (json.dumps(late).encode(), "bij nummer 151 is “advies”"),
        "turned": (json.dumps(turned).encode(), "bij nummer 1 is “text”"),
        "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "regel 1 is niet te lezen"),
    }


@pytest.mark.parametrize("name", hostile())
def test_a_broken_a_huge_and_a_hostile_file_are_refused_in_words_and_change_nothing(
    qtbot: QtBot, page: LibraryPage, desk: Desk, tmp_path: Path, name: str
) -> None:
    data, told = hostile()[name]
    path = tmp_path / "vreemd.json"
    path.write_bytes(data)
    with capture_exceptions() as raised:
        page.import_from(path)
        qtbot.waitUntil(lambda: bool(raised), timeout=20000)
    [(_kind, problem, _trace)] = raised
    assert isinstance(problem, UserError)  # which the window tells in its bar
    assert str(problem).startswith("Er is niets uit vreemd.json overgenomen: ")
    assert told in str(problem)
    assert desk.library.sheets == ()
    assert page.begin_import.isEnabled()
    assert not page.told.isVisible()


def test_a_file_that_is_not_there_is_told(qtbot: QtBot, page: LibraryPage, tmp_path: Path) -> None:
    with capture_exceptions() as raised:
        page.import_from(tmp_path / "weg.json")
        qtbot.waitUntil(lambda: bool(raised), timeout=20000)
    assert "Er is niets geïmporteerd" in str(raised[0][1])


def test_while_a_file_is_read_the_page_says_so(
    qtbot: QtBot, page: LibraryPage, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    read = sheet_file.read
    monkeypatch.setattr(sheet_file, "read", lambda *a: (go.wait(10), read(*a))[1])
    page.import_from(file)
    assert page.told.text() == "Het bestand wordt gelezen…"
    assert page.told.isVisible()
    assert not page.begin_import.isEnabled()
    go.set()
    qtbot.waitUntil(lambda: page.incoming.isVisible(), timeout=20000)
    assert not page.told.isVisible()


def test_markup_is_shown_as_it_is_written(qtbot: QtBot, page: LibraryPage, desk: Desk) -> None:
    text = '<img src="file:///etc/passwd"><b>vet</b> &amp; [link](x)'
    desk.library.put(
        "", Factsheet(SheetKind.GUIDELINE, "<h1>Titel", text, id="m"), date(2026, 1, 1)
    )
    page.refresh()
    page.open("m")
    assert page.reader.text.toPlainText() == text
    assert page.reader.title.text() == "<h1>Titel"
    assert page.reader.title.textFormat() is Qt.TextFormat.PlainText


def test_a_sheet_is_written_in_the_program_and_every_field_saves_by_itself(
    page: LibraryPage, desk: Desk
) -> None:
    page.begin_new.click()
    editor = page.editor
    assert editor.title.hasFocus()
    write(editor.title, "Buiten werken")
    write(editor.text, "Een alinea.\nNog een.")
    write(editor.tags, "buiten, werk , buiten")
    write(editor.source, "Eigen werk")
    write(editor.licence, "Van ons")
    write(editor.valid_until.day, "31-12-2030")
    editor.kind.setCurrentIndex(2)
    editor.kind.activated.emit(2)
    page.done.click()
    [sheet] = desk.library.sheets
    assert (sheet.title, sheet.text) == ("Buiten werken", "Een alinea.\nNog een.")
    assert sheet.tags == ("buiten", "werk")
    assert (sheet.source, sheet.licence) == ("Eigen werk", "Van ons")
    assert sheet.kind is SheetKind.WORK_PENALTY
    assert sheet.valid_until == date(2030, 12, 31)
    assert page.reader.title.text() == "Buiten werken"
    assert titles(page) == ["Buiten werken"]


def test_a_sheet_without_a_title_says_so_and_keeps_the_one_it_had(
    page: LibraryPage, desk: Desk
) -> None:
    page.begin_new.click()
    page.editor.title.selectAll()
    QTest.keyClick(page.editor.title, Qt.Key.Key_Delete)
    page.editor.title.flush()
    assert page.editor.fields["title"].error.text() == "Geef het blad een titel."
    assert desk.library.sheets[0].title == "Nieuw blad"


def test_what_was_changed_or_removed_is_brought_back_by_undo(
    qtbot: QtBot, page: LibraryPage, window: Window, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(library.file(3))
    filled(qtbot, page, path)
    page.open("voorbeeld-2")
    before = desk.library.find("voorbeeld-2")
    page.edit.click()
    write(page.editor.source, "x")
    page.done.click()
    assert desk.library.find("voorbeeld-2") != before
    QTest.keyClick(page.reader.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.library.find("voorbeeld-2") == before
    page.open("voorbeeld-2")
    page.remove.click()
    assert len(titles(page)) == 2
    assert "is uit de bibliotheek gehaald" in window.toast.words.text()
    window.toast.action.click()
    assert desk.library.find("voorbeeld-2") == before
    assert len(titles(page)) == 3


def test_the_library_is_exported_and_reads_back_the_same(
    qtbot: QtBot, page: LibraryPage, desk: Desk, file: Path, tmp_path: Path
) -> None:
    filled(qtbot, page, file)
    page.export_to(tmp_path / "uit.json")
    bring(qtbot, page, tmp_path / "uit.json")
    assert "staat al in de bibliotheek" in page.incoming.told.text()
    [exported] = [e for e in desk.custody.log() if e.deed is Deed.LIBRARY_EXPORTED]
    assert exported.detail == {"sheets": "200"}


def test_words_on_their_way_survive_a_lock(
    qtbot: QtBot, page: LibraryPage, again: Again, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(library.file(3))
    filled(qtbot, page, path)
    page.open("voorbeeld-2")
    page.edit.click()
    page.editor.text.setFocus()
    QTest.keyClicks(page.editor.text, "Half")
    long = "langwoord" * 8
    page.editor.tags.selectAll()
    write(page.editor.tags, long)
    page.editor.tags.flush()
    assert "hoogstens 60 letters" in page.editor.fields["tags"].error.text()
    locked = again()
    sheet = desk.library.find("voorbeeld-2")
    assert sheet and sheet.text.startswith("Half")
    assert isinstance(locked.page, LibraryPage)
    assert locked.page.editor.text.text().startswith("Half")
    assert locked.page.editor.tags.text() == long


@pytest.mark.parametrize("role", [StaffRole.MENTOR, StaffRole.MANAGER, StaffRole.VOLUNTEER])
def test_a_mentor_reads_a_manager_keeps_and_a_volunteer_meets_no_library(
    as_: As, desk: Desk, role: StaffRole
) -> None:
    sheet = library.sheets(1)[0]
    desk.library.put("", sheet, date(2026, 1, 1))
    window = as_(role)
    own = window._desk.library
    window.go("library")
    if role is StaffRole.VOLUNTEER:
        assert window.page_name == "my_goals"
        assert own.sheets == ()
        assert "Bibliotheek" not in [entry.name for entry in window.rail.top._entries]
        return
    page = window.page
    assert isinstance(page, LibraryPage)
    page.open(sheet.id)
    assert sheet.text == page.reader.text.toPlainText()
    keeps = role is StaffRole.MANAGER
    for act in (page.new, page.import_, page.export, page.edit, page.remove):
        assert act.isVisible() == keeps
    if not keeps:
        with pytest.raises(UserError):
            own.remove("", sheet.id)
        assert own.sheets


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (150, 1366), (200, 1366), (100, 700)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, window: Window, file: Path, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(window.settings, window.guide)
    window.resize(width, 768)
    window.go("library")
    page = window.page
    assert isinstance(page, LibraryPage)
    assert whole(page) == []
    bring(qtbot, page, file)
    assert whole(page) == []
    page.incoming.take.click()
    assert whole(page) == []
    page.open("voorbeeld-20")
    assert whole(page) == []
    page.edit.click()
    assert whole(page) == []
    assert (window.width(), window.height()) == (width, 768)


def whole(page: Page) -> list[str]:
    """What is cut off or has no name."""
    QTest.qWait(80)
    nameless = [
        str(widget)
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    itself = "QPlainTextEdit in "  # the words of a sheet, which scroll
    found = [told for told in cut(page) if not told.startswith(itself)]
    return [*sideways(page), *found, *nameless]
