"""The backups in the real window, over a real vault and real copies of it."""

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner.custody import Kind, State
from caseplanner.desk import Desk
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.settings import Place, Settings
from caseplanner.ui.backups import making
from caseplanner.ui.backups.making import Daily
from caseplanner.ui.pages.backups import BackupsPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from caseplanner.vault import backups, elsewhere
from tests.vault.typist import PASSPHRASE

OWN = "grote groene fiets in de regen"


@pytest.fixture
def page(window: Window) -> BackupsPage:
    window.go("backups")
    page = window.page
    assert isinstance(page, BackupsPage)
    return page


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def another_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "is_same_disk", lambda folder, place: False)


def backed_up(desk: Desk) -> str:
    made = desk.custody.back_up()()
    desk.custody.backed_up(made)
    return made.backup.name


def fill_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that copies can write no more than 90 kB in a file."""
    small = desk.folder.parent / "small"
    small.write_text(f'#!/bin/sh\nexec prlimit --fsize=90000 "{sys.executable}" "$@"\n')
    small.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(small))


def use_for(desk: Desk, days: int) -> None:
    """Let a backup be made on each of so many days."""
    first = datetime.now(UTC) - timedelta(days=days)
    for day in range(days):
        backups.back_up(desk._vault, Kind.AUTOMATIC, first + timedelta(days=day))


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def pick(monkeypatch: pytest.MonkeyPatch, chosen: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(chosen))


def test_a_backup_is_made_with_the_keyboard_and_stands_on_top(
    qtbot: QtBot, page: BackupsPage, desk: Desk
) -> None:
    assert not page.list.rows
    assert page.make.hasFocus()
    QTest.keyClick(page.make, Qt.Key.Key_Return)
    assert page.busy.isVisible()
    assert not page.make.isEnabled()
    qtbot.waitUntil(lambda: bool(page.list.rows))
    assert page.make.isEnabled()
    assert page.busy.isHidden()
    (found,) = desk.custody.backups()
    assert (found.state, found.kind) == (State.WHOLE, Kind.ASKED)
    assert list(page.list.rows) == [found.name]


def test_a_second_place_is_chosen_kept_and_gets_each_backup(
    qtbot: QtBot,
    page: BackupsPage,
    window: Window,
    desk: Desk,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    another_disk: None,
) -> None:
    desk.add(Dossier(person=Person(called="Samira")))
    kept: list[Settings] = []
    window.settings_kept.connect(kept.append)
    assert page.outside.forget.isHidden()
    pick(monkeypatch, stick)
    page.outside.choose.click()
    assert kept[-1].backup_place == str(stick)
    assert str(stick) in page.outside.told.text()
    page.make.click()
    qtbot.waitUntil(lambda: bool(page.list.rows))
    assert [b.name for b in desks.backups(stick)] == list(page.list.rows)
    assert desk.custody.last_copy_elsewhere() is not None
    page.outside.forget.click()
    assert kept[-1].backup_place == ""
    assert page.outside.forget.isHidden()


def test_choosing_no_folder_leaves_the_second_place_as_it_was(
    page: BackupsPage, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    page.use_place(stick)
    pick(monkeypatch, "")
    page.outside.choose.click()
    assert page.place == stick


def test_a_place_on_the_same_disk_and_a_stick_that_is_out_are_said(
    page: BackupsPage, stick: Path
) -> None:
    page.use_place(stick)
    same = page.outside.tag.text()
    page.use_place(stick / "gone")
    assert same != page.outside.tag.text()
    assert "stick" in page.outside.told.text()


def test_a_backup_that_did_not_reach_the_stick_is_made_all_the_same_and_that_is_said(
    qtbot: QtBot, page: BackupsPage, desk: Desk, stick: Path
) -> None:
    page.use_place(stick / "gone")
    page.make.click()
    qtbot.waitUntil(lambda: bool(page.list.rows))
    assert str(stick / "gone") in page.problem.text()
    assert desk.custody.backups()[0].state is State.WHOLE


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is of Linux")
def test_a_full_disk_is_said_on_the_page_and_nothing_is_left_half(
    page: BackupsPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(desk, monkeypatch)
    page.make.click()
    assert page.problem.isVisible()
    assert page.make.isEnabled()
    assert not desk.custody.backups()


def test_what_is_in_a_backup_can_be_read_and_it_goes_back_to_the_row(
    qtbot: QtBot, page: BackupsPage, window: Window, desk: Desk
) -> None:
    desk.add(Dossier(person=Person(called="Samira")))
    name = backed_up(desk)
    page.refresh()
    row = page.list.rows[name]
    row.look.setFocus()
    QTest.keyClick(row.look, Qt.Key.Key_Return)
    screen = page.screen_
    assert screen and screen.cancel.hasFocus()
    qtbot.waitUntil(screen.restore.isVisible)
    said = texts(screen)
    assert any("Samira" in text for text in said)
    assert any(desk.worker in text for text in said)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert page.screen_ is None
    assert page.list.rows[name].look.hasFocus()


def test_hidden_names_stay_hidden_in_a_backup(
    qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks
) -> None:
    desk.add(Dossier(person=Person(called="Samira")))
    backed_up(desk)
    window = Window(desk, guide, Settings(theme="light", hide_names=True), tasks, lambda _: None)
    qtbot.addWidget(window)
    window.show()
    window.go("backups")
    page = window.page
    assert isinstance(page, BackupsPage)
    next(iter(page.list.rows.values())).look.click()
    screen = page.screen_
    assert screen
    qtbot.waitUntil(screen.restore.isVisible)
    assert not any("Samira" in text for text in texts(screen))


def test_leaving_while_it_is_being_read_breaks_nothing(
    qtbot: QtBot, page: BackupsPage, desk: Desk, tasks: Tasks
) -> None:
    backed_up(desk)
    page.refresh()
    next(iter(page.list.rows.values())).look.click()
    assert page.screen_
    page.screen_.cancel.click()
    ready: list[None] = []
    tasks.run(lambda: None, ready.append)
    qtbot.waitUntil(lambda: bool(ready))
    assert page.screen_ is None


def test_putting_one_back_locks_first_and_says_which(
    qtbot: QtBot, page: BackupsPage, desk: Desk, locked: list[Place]
) -> None:
    name = backed_up(desk)
    page.refresh()
    page.list.rows[name].look.click()
    screen = page.screen_
    assert screen
    qtbot.waitUntil(screen.restore.isVisible)
    screen.restore.click()
    (place,) = locked
    assert (place.page, Path(place.argument).name) == ("rescue", name)


def test_a_damaged_backup_is_shown_as_such_and_not_opened(page: BackupsPage, desk: Desk) -> None:
    name = backed_up(desk)
    (desk.folder / "backups" / name / "case.db").write_bytes(b"cut short")
    page.refresh()
    row = page.list.rows[name]
    assert row.backup.state is State.DAMAGED
    assert not row.look.isEnabled()


def test_backups_in_another_folder_are_listed_and_one_can_go_back(
    page: BackupsPage, desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = backed_up(desk)
    shutil.copytree(desk.folder / "backups" / name, stick / name)
    backed_up(desk)
    page.refresh()
    assert len(page.list.rows) == 2
    pick(monkeypatch, stick)
    page.elsewhere.click()
    assert list(page.list.rows) == [name]
    assert str(stick) in page.where.text()
    page.here.click()
    assert len(page.list.rows) == 2
    assert page.here.isHidden()


def test_a_folder_that_went_away_is_said(page: BackupsPage, stick: Path) -> None:
    page.show_folder(stick)
    shutil.rmtree(stick)
    page.refresh()
    assert any(str(stick) in text for text in texts(page.list))


def test_a_backup_of_other_keys_can_still_be_put_back_with_its_own_passphrase(
    qtbot: QtBot, page: BackupsPage, tmp_path: Path, locked: list[Place]
) -> None:
    other = tmp_path / "other"
    theirs = Desk(other, desks.create(other, OWN, "Joris"))
    name = backed_up(theirs)
    theirs.close()
    page.show_folder(other)
    page.list.rows[name].look.click()
    screen = page.screen_
    assert screen
    qtbot.waitUntil(screen.restore.isVisible)
    assert screen.problem.isVisible()
    screen.restore.click()
    assert locked[0].argument == str(other / "backups" / name)


@pytest.mark.parametrize("role", [StaffRole.MENTOR, StaffRole.VOLUNTEER, StaffRole.WORKER])
def test_who_does_not_manage_the_laptop_has_no_page_of_backups(
    role: StaffRole, qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks
) -> None:
    desk.add(Dossier(person=Person(called="Samira")))
    use_for(desk, 12)
    desk.custody.add(Staff("Joris", role, id="joris"), desk.custody.slot_for("joris", OWN)())
    desk.close()
    theirs = Desk(desk.folder, desks.unlock(desk.folder, OWN))
    window = Window(theirs, guide, Settings(theme="light"), tasks, lambda _: None)
    qtbot.addWidget(window)
    window.show()
    window.go("backups")
    assert window.page_name == window.home
    if window.home == "list":
        assert window.list.reminder.isHidden()
    window.close()
    theirs.close()


# By itself.


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def daily(
    desk: Desk, tasks: Tasks, window: Window, stick: Path, told: list[str]
) -> Callable[[], Daily]:
    return lambda: Daily(desk.custody, tasks, lambda: stick, told.append, window, soon=0)


def test_a_backup_is_made_by_itself_once_a_day(
    qtbot: QtBot, desk: Desk, daily: Callable[[], Daily]
) -> None:
    looking = daily()
    qtbot.waitUntil(lambda: any(b.state is State.WHOLE for b in desk.custody.backups()))
    qtbot.waitUntil(lambda: not looking._busy)
    desk.add(Dossier(person=Person(called="Samira")))
    looking.look()
    assert not looking._busy
    assert [b.kind for b in desk.custody.backups()] == [Kind.AUTOMATIC]


def test_a_stick_that_is_put_in_later_gets_the_newest_backup(
    qtbot: QtBot, desk: Desk, daily: Callable[[], Daily], stick: Path, another_disk: None
) -> None:
    stick.rmdir()
    looking = daily()
    qtbot.waitUntil(lambda: bool(desk.custody.backups()))
    qtbot.waitUntil(lambda: not looking._busy)
    assert desk.custody.last_copy_elsewhere() is None
    stick.mkdir()
    looking.look()
    qtbot.waitUntil(lambda: desk.custody.last_copy_elsewhere() is not None)
    assert [b.name for b in desks.backups(stick)] == [b.name for b in desk.custody.backups()]
    looking.look()
    assert not looking._busy


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is of Linux")
def test_a_full_disk_is_told_once_and_not_each_hour(
    qtbot: QtBot,
    desk: Desk,
    daily: Callable[[], Daily],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_disk(desk, monkeypatch)
    looking = daily()
    qtbot.waitUntil(lambda: bool(told))
    looking.look()
    assert len(told) == 1
    assert looking._hour.interval() == making.AGAIN


def test_the_list_reminds_who_manages_that_no_backup_left_the_laptop(
    window: Window, desk: Desk
) -> None:
    assert window.list.reminder.isHidden()
    desk.add(Dossier(person=Person(called="Samira")))
    use_for(desk, 12)
    window.go("list")
    assert "12" in window.list.reminder.words.text()
    assert window.list.reminder.isVisible()
    window.list.reminder.action.click()
    assert window.page_name == "backups"


def test_an_opened_backup_still_opens_with_the_passphrase_of_its_time(desk: Desk) -> None:
    name = backed_up(desk)
    seen = desks.preview(desk.folder, desk.folder / "backups" / name, PASSPHRASE)
    assert [one.name for one in seen.people] == [desk.worker]


@pytest.mark.parametrize("size", [(1366, 768), (700, 600)])
def test_nothing_is_cut_off_and_all_has_a_name(
    size: tuple[int, int], page: BackupsPage, window: Window, desk: Desk
) -> None:
    backed_up(desk)
    window.resize(*size)
    page.use_place(Path("/media/fatma/a very long name of a stick/with/many/folders"))
    page.refresh()
    for _screen in range(2):
        QTest.qWait(30)
        for widget in page.findChildren(QWidget):
            if widget.isVisibleTo(page) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert named or widget.metaObject().className() == "QScrollArea", widget
                assert widget.mapTo(page, widget.rect().topRight()).x() <= page.width()
        next(iter(page.list.rows.values())).look.click()
