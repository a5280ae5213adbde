"""The recovery sheet: on paper before one goes on, typed back, and then it opens the vault."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import passphrases
from caseplanner.desk import Desk
from caseplanner.ui.recover import RecoverForm
from caseplanner.ui.recovery_sheet import RecoverySheet
from caseplanner.ui.tasks import Tasks
from tests.export.reading import text
from tests.vault.typist import PASSPHRASE

NEW = "kameel tafel brood fluit zomer"


@pytest.fixture
def made(desk: Desk) -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, made: list[tuple[str, ...]], tasks: Tasks) -> RecoverySheet:
    def make() -> tuple[str, ...]:
        made.append(passphrases.new_recovery())
        desk.custody.make_recovery(" ".join(made[-1]))
        return made[-1]

    page = RecoverySheet(make, lambda: desk.vault_id, tasks)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitActive(page):
        page.show()
    return page


def type_back(sheet: RecoverySheet, words: tuple[str, ...]) -> None:
    for number, field in zip(sheet._asked, sheet.fields, strict=True):
        field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClicks(field.widget, words[number - 1].upper())


def test_one_cannot_go_on_before_two_words_are_typed_back(
    qtbot: QtBot, sheet: RecoverySheet, made: list[tuple[str, ...]]
) -> None:
    assert not sheet.on.isEnabled()
    sheet.copy.click()
    assert sheet.shown.isVisible()
    type_back(sheet, made[0])
    assert not sheet.shown.isVisible(), "they come from the paper, not from the screen"
    with qtbot.waitSignal(sheet.done):
        sheet.on.click()
    assert len(made) == 1


def test_a_wrong_word_is_said_beside_its_field(
    sheet: RecoverySheet, made: list[tuple[str, ...]]
) -> None:
    sheet.copy.click()
    type_back(sheet, tuple(reversed(made[0])))
    sheet._compare(0)
    assert sheet.fields[0].error.isVisible()
    assert not sheet.on.isEnabled()


def test_going_on_without_a_sheet_takes_a_knowing_yes(sheet: RecoverySheet) -> None:
    assert not sheet.risk.isVisible()
    sheet.later.click()
    assert sheet.risk.isVisible()
    assert not sheet.on.isEnabled()
    sheet.sure.click()
    assert sheet.on.isEnabled()


def test_the_saved_sheet_holds_the_words_in_order_and_opens_the_vault(
    qtbot: QtBot,
    sheet: RecoverySheet,
    desk: Desk,
    made: list[tuple[str, ...]],
    tasks: Tasks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "blad.pdf"
    monkeypatch.setattr(QFileDialog, "exec", lambda self: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(target)])
    sheet.save.click()
    qtbot.waitUntil(target.exists, timeout=20_000)
    found = text(target)
    place = 0
    for word in made[0]:  # one of them may be there twice
        place = found.index(word, place) + len(word)
    assert "Fatma" not in found
    desk.close()
    form = RecoverForm(
        lambda words, passphrase: desks.recover(desk.folder, words, passphrase), tasks
    )
    qtbot.addWidget(form)
    form.show()
    form.words.put("\n".join(f"{n}. {word}" for n, word in enumerate(made[0], 1)))
    form._look()
    for field in (form.chosen.first, form.chosen.second):
        QTest.keyClicks(field, NEW)
    with qtbot.waitSignal(form.recovered, timeout=20_000):
        form.open.click()
    assert Desk(desk.folder, desks.unlock(desk.folder, NEW)).worker == "Fatma"
    with pytest.raises(Exception, match="past niet"):
        desks.unlock(desk.folder, PASSPHRASE)


def test_an_unknown_word_is_named_while_typing(qtbot: QtBot, tasks: Tasks) -> None:
    form = RecoverForm(lambda words, passphrase: None, tasks)
    qtbot.addWidget(form)
    form.show()
    form.words.put("tafel fietz zomer ")
    form._look()
    assert "fietz" in form.field.error.text()
    assert "fiets" in form.field.error.text()
    assert not form.open.isEnabled()
