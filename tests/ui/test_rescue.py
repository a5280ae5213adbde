"""Putting a backup back, and saving what can be read: the vault closed, damaged or not there."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.ui import theme
from caseplanner.ui.backups.choose import ChooseStep
from caseplanner.ui.backups.putting import ContentsStep, PassphraseStep
from caseplanner.ui.backups.saving import SalvageStep
from caseplanner.ui.backups.step import DoneStep, SecretStep, Step
from caseplanner.ui.rescue import RescueScreen
from caseplanner.ui.tasks import Tasks
from caseplanner.vault import header
from tests.ui.test_window import unnamed
from tests.vault.test_salvage import damage
from tests.vault.typist import PASSPHRASE

LEFT = Qt.MouseButton.LeftButton
Open = Callable[..., RescueScreen]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def backup(folder: Path) -> Path:
    """A backup with Samira; in the vault Willem came after it."""
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    desk.add(Dossier(person=Person(called="Samira")))
    made = desk.custody.back_up()()
    desk.custody.backed_up(made)
    desk.add(Dossier(person=Person(called="Willem")))
    desk.close()
    return made.backup.path


@pytest.fixture
def stick(backup: Path, tmp_path: Path) -> Path:
    """What a stick holds of it."""
    place = tmp_path / "stick"
    shutil.copytree(backup, place / "caseplanner-backups" / backup.name)
    return place


@pytest.fixture
def start(qtbot: QtBot, folder: Path, tasks: Tasks) -> Iterator[Open]:
    screens = []  # nobody else holds them

    def made(where: Path = folder, **facts: object) -> RescueScreen:
        screen = RescueScreen(where, tasks, **facts)  # type: ignore[arg-type]
        screens.append(screen)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitActive(screen):
            screen.show()
        return screen

    yield made


def called(folder: Path) -> list[str]:
    """Who is in the vault, for who unlocks it now."""
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    found = sorted(entry.line.called for entry in desk.lines())
    desk.close()
    return found


def choose(screen: RescueScreen) -> ChooseStep:
    assert isinstance(screen.step, ChooseStep)
    return screen.step


def to_passphrase(screen: RescueScreen) -> PassphraseStep:
    row = next(iter(choose(screen).list.rows.values()))
    QTest.mouseClick(row.look, LEFT)
    assert isinstance(screen.step, PassphraseStep)
    return screen.step


def enter(qtbot: QtBot, screen: RescueScreen, passphrase: str = PASSPHRASE) -> None:
    step = screen.step
    assert isinstance(step, SecretStep)
    QTest.keyClicks(step.password, passphrase)
    QTest.keyClick(step.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.step.is_busy)


def to_contents(qtbot: QtBot, screen: RescueScreen) -> ContentsStep:
    to_passphrase(screen)
    enter(qtbot, screen)
    assert isinstance(screen.step, ContentsStep)
    return screen.step


def put_back(qtbot: QtBot, step: ContentsStep) -> None:
    QTest.mouseClick(step.put, LEFT)
    qtbot.waitUntil(lambda: not step.is_busy)


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def reached(widget: QWidget, step: Step) -> None:
    """Tab on until this has the focus."""
    for _turn in range(30):
        if widget.hasFocus():
            return
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {widget} of {step}")


def test_a_backup_is_put_back_by_keyboard_alone(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    screen = start()
    look = choose(screen).list.rows[backup.name].look
    assert look.hasFocus()
    QTest.keyClick(look, Qt.Key.Key_Return)
    step = screen.step
    assert isinstance(step, PassphraseStep)
    assert step.password.hasFocus()
    enter(qtbot, screen)
    contents = screen.step
    assert isinstance(contents, ContentsStep)
    assert "Samira" in said(contents) and "Willem" not in said(contents)
    assert not contents.put.hasFocus(), "one Enter too many puts nothing back"
    reached(contents.put, contents)
    QTest.keyClick(contents.put, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(screen.step, DoneStep))
    done = screen.step
    assert isinstance(done, DoneStep)
    assert "bewaard als back-up" in said(done)
    assert done.on.hasFocus()
    with qtbot.waitSignal(screen.done):
        QTest.keyClick(done.on, Qt.Key.Key_Return)
    assert called(folder) == ["Samira"]
    newest, *_older = desks.backups(folder)
    desks.restore(folder, newest.path, PASSPHRASE)
    assert called(folder) == ["Samira", "Willem"], "what was there can be put back too"


def test_a_wrong_passphrase_is_said_beside_the_field(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    screen = start()
    step = to_passphrase(screen)
    enter(qtbot, screen, "iets heel anders")
    assert screen.step is step
    assert "past niet" in step.field.error.text() and step.field.error.isVisible()
    assert step.password.hasFocus() and step.password.selectedText()
    enter(qtbot, screen)  # over what was selected
    assert isinstance(screen.step, ContentsStep)
    assert called(folder) == ["Samira", "Willem"]


def test_nothing_typed_is_said_too(start: Open, backup: Path) -> None:
    step = to_passphrase(start())
    QTest.keyClick(step.password, Qt.Key.Key_Return)
    assert step.field.error.isVisible()
    QTest.keyClicks(step.password, "v")
    assert not step.field.error.isVisible()


def test_escape_leads_one_step_back_and_no_passphrase_stays(
    qtbot: QtBot, start: Open, backup: Path
) -> None:
    screen = start()
    contents = to_contents(qtbot, screen)
    QTest.keyClick(contents.cancel, Qt.Key.Key_Escape)
    step = screen.step
    assert isinstance(step, PassphraseStep)
    assert step.password.hasFocus() and step.password.text() == ""
    assert contents._passphrase == ""
    QTest.keyClicks(step.password, "half get")
    QTest.keyClick(step.password, Qt.Key.Key_Escape)
    assert step.password.text() == ""
    look = choose(screen).list.rows[backup.name].look
    assert look.hasFocus(), "where the person was"
    with qtbot.waitSignal(screen.left):
        QTest.keyClick(look, Qt.Key.Key_Escape)


def test_back_does_what_escape_does(qtbot: QtBot, start: Open, backup: Path) -> None:
    screen = start()
    QTest.mouseClick(to_passphrase(screen).cancel, LEFT)
    QTest.mouseClick(choose(screen).save, LEFT)
    step = screen.step
    assert isinstance(step, SalvageStep)
    QTest.mouseClick(step.cancel, LEFT)
    assert choose(screen).save.hasFocus(), "where the person was"
    with qtbot.waitSignal(screen.left):
        QTest.mouseClick(choose(screen).cancel, LEFT)


def test_without_backups_it_says_where_to_look(start: Open, folder: Path) -> None:
    desks.create(folder, PASSPHRASE, "Fatma")
    step = choose(start())
    assert "Op deze laptop staan geen back-ups" in said(step)
    assert step.elsewhere.hasFocus()


def test_a_new_laptop_gets_its_vault_from_a_stick(
    qtbot: QtBot, start: Open, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new" / "laptop"
    screen = start(new)
    assert not choose(screen).save.isVisible(), "there is nothing to save"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(stick))
    QTest.mouseClick(choose(screen).elsewhere, LEFT)
    assert str(stick) in said(screen)
    contents = to_contents(qtbot, screen)
    assert "nog geen kluis" in said(contents)
    assert "terugdraaien" not in said(contents)
    put_back(qtbot, contents)
    assert isinstance(screen.step, DoneStep)
    assert "Wat hier eerst stond" not in said(screen.step)
    assert called(new) == ["Samira"]


def test_from_a_stick_the_way_leads_back_to_those_on_this_laptop(
    start: Open, backup: Path, stick: Path, tmp_path: Path
) -> None:
    screen = start()
    step = choose(screen)
    step.look_in(stick)
    assert step.here.isVisible()
    QTest.keyClick(step, Qt.Key.Key_Escape)
    assert step.place is None and not step.here.isVisible()
    assert step.list.rows[backup.name].backup.path == backup
    step.look_in(tmp_path / "nowhere")
    assert "nowhere" in step.no_place.text() and step.no_place.isVisible()
    assert backup.name in step.list.rows, "those that were shown stay"
    step.look_in(tmp_path)
    assert "geen back-ups" in said(step)
    assert step.here.isVisible() and not step.no_place.isVisible()


def test_a_stick_that_is_pulled_out_is_said_and_nothing_changed(
    qtbot: QtBot, start: Open, stick: Path, folder: Path
) -> None:
    screen = start()
    choose(screen).look_in(stick)
    contents = to_contents(qtbot, screen)
    shutil.rmtree(stick)
    put_back(qtbot, contents)
    assert screen.step is contents
    assert contents.problem.isVisible() and contents.problem.text()
    QTest.mouseClick(contents.cancel, LEFT)
    enter(qtbot, screen)
    assert isinstance(screen.step, PassphraseStep)
    assert screen.step.field.error.isVisible()
    assert called(folder) == ["Samira", "Willem"]


def test_a_full_disk_is_said_and_can_be_tried_again(
    qtbot: QtBot, start: Open, backup: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = start()
    contents = to_contents(qtbot, screen)
    with monkeypatch.context() as full:
        usage = shutil.disk_usage(folder)
        full.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=100_000))
        put_back(qtbot, contents)
    assert "te weinig ruimte" in contents.problem.text() and contents.problem.isVisible()
    assert called(folder) == ["Samira", "Willem"]
    put_back(qtbot, contents)
    assert isinstance(screen.step, DoneStep)
    assert called(folder) == ["Samira"]


def test_a_vault_that_another_program_has_open_is_left_alone(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    screen = start()
    contents = to_contents(qtbot, screen)
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    put_back(qtbot, contents)
    assert "ander venster" in contents.problem.text()
    desk.close()
    assert called(folder) == ["Samira", "Willem"]


def test_a_damaged_backup_is_not_put_back(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    damage(backup / "case.db", 20)
    screen = start()
    contents = to_contents(qtbot, screen)
    put_back(qtbot, contents)
    assert "beschadigd" in contents.problem.text()
    assert called(folder) == ["Samira", "Willem"]


def test_who_does_not_manage_the_vault_sees_nothing_of_it(
    qtbot: QtBot, start: Open, folder: Path
) -> None:
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    piet = Staff("Piet", StaffRole.WORKER)
    desk.custody.add(piet, desk.custody.slot_for(piet.id, "zee berg trein lamp")())
    desk.custody.backed_up(desk.custody.back_up()())
    desk.close()
    screen = start()
    step = to_passphrase(screen)
    enter(qtbot, screen, "zee berg trein lamp")
    assert screen.step is step
    assert "beheert" in step.field.error.text()


def test_names_stay_hidden_where_that_is_set(qtbot: QtBot, start: Open, backup: Path) -> None:
    contents = to_contents(qtbot, start(hidden=True))
    assert "Samira" not in said(contents) and "1 dossier" in said(contents)


def test_while_it_is_put_back_nobody_leaves(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    screen = start()
    contents = to_contents(qtbot, screen)
    left, steps = [], []
    screen.left.connect(lambda: left.append(True))
    contents.progress.connect(lambda done, of: steps.append((done, of)))
    QTest.mouseClick(contents.put, LEFT)
    assert contents.wait.isVisible()
    assert not contents.cancel.isEnabled() and not contents.put.isEnabled()
    QTest.keyClick(contents, Qt.Key.Key_Escape)
    assert not screen.close()
    screen.lock()
    assert screen.step is contents
    qtbot.waitUntil(lambda: isinstance(screen.step, DoneStep))
    assert len(steps) > 2 and all(0 <= done <= of for done, of in steps)
    screen.lock()
    QTest.qWait(1200)
    assert isinstance(screen.step, DoneStep), "what was done is there to be read"
    assert not left
    with qtbot.waitSignal(screen.closed):
        screen.close()


def test_untouched_with_names_on_it_it_leaves(qtbot: QtBot, start: Open, backup: Path) -> None:
    screen = start()
    to_contents(qtbot, screen)
    with qtbot.waitSignal(screen.left):
        screen.lock()
    assert screen.held_secrets


def test_one_backup_can_be_begun_with(
    qtbot: QtBot, start: Open, backup: Path, stick: Path, tmp_path: Path
) -> None:
    there = stick / "caseplanner-backups" / backup.name
    screen = start(backup=there)
    assert isinstance(screen.step, PassphraseStep)
    assert screen.step.password.hasFocus()
    enter(qtbot, screen)
    assert isinstance(screen.step, ContentsStep)
    screen = start(backup=tmp_path / "gone" / backup.name)
    assert "gone" in choose(screen).no_place.text()
    assert backup.name in choose(screen).list.rows


def test_what_can_be_read_of_a_damaged_vault_is_saved(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    damage(folder / "vault" / "case.db", 20)
    screen = start()
    QTest.mouseClick(choose(screen).save, LEFT)
    step = screen.step
    assert isinstance(step, SalvageStep)
    assert step.password.hasFocus()
    enter(qtbot, screen, "iets heel anders")
    assert "past niet" in step.field.error.text()
    enter(qtbot, screen)
    qtbot.waitUntil(lambda: isinstance(screen.step, DoneStep))
    told = said(screen.step)
    assert "2 dossiers zijn heel." in told and "Het logboek is heel." in told
    assert "bewaard als back-up" in told
    with qtbot.waitSignal(screen.done):
        QTest.keyClick(screen.step, Qt.Key.Key_Escape)
    assert called(folder) == ["Samira", "Willem"]


def test_what_did_not_come_along_is_said(
    qtbot: QtBot, start: Open, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = desks.Report(3, ("a",), ("b", "c"), 9, log_broken=True, seal_lost=True)
    monkeypatch.setattr(desks, "salvage", lambda *_facts: report)
    screen = start()
    QTest.mouseClick(choose(screen).save, LEFT)
    enter(qtbot, screen)
    qtbot.waitUntil(lambda: isinstance(screen.step, DoneStep))
    told = said(screen.step)
    for words in ("3 dossiers zijn heel", "1 dossier is maar voor een deel", "2 dossiers zijn weg"):
        assert words in told
    assert "ontbreken regels in het logboek" in told and "zegel" in told
    assert "logboek is heel" not in told


def test_without_a_key_file_only_a_backup_helps_and_it_does(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    for name in header.NAMES:
        (folder / "vault" / name).unlink()
    screen = start()
    QTest.mouseClick(choose(screen).save, LEFT)
    enter(qtbot, screen)
    step = screen.step
    assert isinstance(step, SalvageStep)
    assert "zet een back-up terug" in step.field.error.text()
    QTest.mouseClick(step.cancel, LEFT)
    put_back(qtbot, to_contents(qtbot, screen))
    assert called(folder) == ["Samira"]


def test_a_vault_that_cannot_be_saved_is_said(
    qtbot: QtBot, start: Open, backup: Path, folder: Path
) -> None:
    damage(folder / "vault" / "case.db", 0)
    screen = start()
    QTest.mouseClick(choose(screen).save, LEFT)
    enter(qtbot, screen)
    step = screen.step
    assert isinstance(step, SalvageStep)
    qtbot.waitUntil(step.problem.isVisible)
    assert "Zet een back-up terug" in step.problem.text()
    assert step.password.isEnabled()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_cut_off_and_all_has_a_name(
    qtbot: QtBot, qapp: QApplication, start: Open, backup: Path, stick: Path, size: int
) -> None:
    theme.use(qapp, "light", size)
    screen = start()
    fits(screen)
    choose(screen).look_in(stick)
    fits(screen)
    choose(screen).look_in(stick / "nowhere")
    fits(screen)
    choose(screen).look_here()
    step = to_passphrase(screen)
    enter(qtbot, screen, "iets heel anders")
    fits(screen)
    step.password.clear()
    enter(qtbot, screen)
    fits(screen)
    for _turn in range(2):
        QTest.mouseClick(screen.step.cancel, LEFT)
    QTest.mouseClick(choose(screen).save, LEFT)
    fits(screen)
    enter(qtbot, screen)
    qtbot.waitUntil(lambda: isinstance(screen.step, DoneStep))
    fits(screen)


def test_all_of_it_can_be_read_by_keyboard_in_large_print(
    qtbot: QtBot, qapp: QApplication, start: Open, backup: Path
) -> None:
    theme.use(qapp, "light", 200)
    screen = start()
    contents = to_contents(qtbot, screen)
    QTest.qWait(30)
    labels = contents.findChildren(QLabel)
    last = next(label for label in labels if "vernietigd" in label.text())
    assert last.visibleRegion().boundingRect() != last.rect()
    focused = screen.focusWidget()
    assert focused
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert last.visibleRegion().boundingRect() == last.rect()


def fits(screen: RescueScreen) -> None:
    QTest.qWait(30)
    assert (screen.width(), screen.height()) == (1366, 768)
    assert screen.minimumSizeHint().width() <= 1366
    assert screen.minimumSizeHint().height() <= 768
    assert unnamed(screen) == []
    step = screen.step
    focused = screen.focusWidget()
    assert focused and focused.visibleRegion().boundingRect() == focused.rect(), focused
    if isinstance(step, SecretStep):
        assert step.field.visibleRegion().boundingRect() == step.field.rect()
    for widget in step.findChildren(QWidget):
        if widget.isVisibleTo(step) and isinstance(widget, QLabel | QAbstractButton):
            corner = widget.mapTo(step, QPoint(widget.width(), 0))
            assert corner.x() <= step.width(), widget
            needed = widget.heightForWidth(widget.width())
            assert widget.height() >= needed or not widget.text(), widget.text()
