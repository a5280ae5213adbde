"""The program started on a machine where IT placed a file with defaults."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseplanner import institution, settings, words
from caseplanner.ui import theme
from caseplanner.ui.pages.settings import SettingsPage
from caseplanner.ui.widgets.text import Small
from caseplanner.ui.window import Window
from tests.test_app import Started, dutch, folder, start, unlock, vault
from tests.vault.typist import PASSPHRASE

__all__ = ["dutch", "folder", "start", "vault"]
GIVEN = "Zo ingesteld door je instelling"


@pytest.fixture
def placed() -> Iterator[Path]:
    """The file that IT may place."""
    path = Path(os.environ[institution.WHERE])
    yield path
    path.unlink(missing_ok=True)


def told(card: QWidget) -> bool:
    return any(GIVEN in line.text() for line in card.findChildren(Small))


def test_the_defaults_of_the_institution_hold_until_a_person_chooses(
    qtbot: QtBot, start: Started, vault: Path, placed: Path
) -> None:
    placed.write_text('text_size = 120\nclient_word = "participant"\nreview_weeks = 8\n')
    window = unlock(qtbot, start())
    assert theme.px(100) == 120
    assert words.text("Client") == "Deelnemer"
    assert not window.bar.isVisible()

    def page() -> SettingsPage:
        window.go("settings")
        assert isinstance(window.page, SettingsPage)
        return window.page

    cards = (page().client_word, page().text_size, page().reviews, page().lock, page().language)
    assert [told(card) for card in cards] == [True, True, True, False, False]
    page().text_size.smaller.click()
    page().reviews.terms["review_weeks"].chosen.emit(4)
    assert [told(card) for card in (page().text_size, page().reviews)] == [False, False]
    assert told(page().client_word)
    placed.write_text('text_size = 150\nclient_word = "citizen"\nreview_weeks = 10\n')
    found = settings.load(vault, institution.load().values)
    assert (found.text_size, found.client_word, found.review_weeks) == (110, "citizen", 4)


def test_a_slip_in_the_file_is_told_and_the_program_works(
    qtbot: QtBot, start: Started, vault: Path, placed: Path
) -> None:
    placed.write_text('idle = 10\n\ntheme = "pink"\n')
    program = start()
    window = unlock(qtbot, program)
    assert window.bar.isVisible()
    said = window.bar.words.text()
    assert "regel 3" in said
    assert "“theme”" in said
    assert str(placed) in said
    assert (program.settings.idle, program.settings.theme) == (10, "system")


def test_who_begins_on_a_new_laptop_is_told_of_a_slip_too(
    qtbot: QtBot, start: Started, placed: Path
) -> None:
    placed.write_text("language = 3\n")
    program = start()
    assert program.settings.language == "nl"
    program._open(program._create("Fatma", PASSPHRASE))
    program._begin("own")
    assert isinstance(program.screen, Window)
    assert "“language”" in program.screen.bar.words.text()
