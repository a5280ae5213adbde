"""Whatever is pasted in whatever field: nothing is lost, nothing breaks, no markup is read."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dimension
from caseplanner.ui.page import Page
from caseplanner.ui.window import Window
from tests.ui import everywhere
from tests.ui.everywhere import Line
from tests.ui.test_fits import sideways
from tests.vault.typist import PASSPHRASE

HTML = '<b>vet</b> & <img src="x.png"><a href="http://x">'
ODD = {
    "arabic": "مرحبا بالعالم، أنا هنا",
    "chinese": "我想找一份工作。",
    "emoji": "👩‍👧‍👦 🇳🇱 ✊🏽 e\u0301",
    "long": "w" * 5000,
    "table": "Naam\tDag\r\nDennis\tma\r\n\r\nSam\tdi",
    "right-to-left": "\u202egnirts\u202c \u2066x\u2069 \u200f",
    "control": "een\x01\x07\x1b[31m\x7f\u0085twee",
    "html": HTML,
    "sql": "'; DROP TABLE goals; -- \\' \"%s\" {0} {name}",
    "latex": "\\input{x} $\\frac{1}{0}$ % & # _ ^ ~ \\textbf{vet}",
}
ALL = " ".join(ODD.values())
HUGE = "heel veel woorden " * 5556  # 100.008 characters


@pytest.mark.parametrize("where", everywhere.TYPED_ON, ids=everywhere.named)
def test_odd_words_are_kept_in_every_field_and_break_nothing(
    window: Window, desk: Desk, where: tuple[str, Dimension | None]
) -> None:
    session = desk.add(everywhere.full())
    window.show_session(session)
    page = everywhere.shown(window, where)
    for turn in (list(ODD.values()), [ALL]):
        pasted = dict(paste_everywhere(page, turn))
        sound(window)
        kept = [plain(words) for words in words_of(session.dossier)]
        for field, words in pasted.items():
            still = plain(typed_in(field)) if isValid(field) else ""
            assert plain(words) in still or any(plain(words) in text for text in kept), words[:40]
    before = session.dossier
    for name in ("hub", "list", "history", "answers"):
        everywhere.shown(window, (name, None))
        sound(window)
    again = reopened(desk)
    assert again.open(before.id).dossier == before
    again.close()


@pytest.mark.parametrize("where", everywhere.TYPED_ON, ids=everywhere.named)
def test_a_hundred_thousand_characters_are_kept_and_break_nothing(
    window: Window, desk: Desk, where: tuple[str, Dimension | None]
) -> None:
    window.show_session(desk.add(everywhere.full()))
    page = everywhere.shown(window, where)
    for field in one_of_each_kind(page):
        paste(page, field, HUGE)
        sound(window)
        assert window.session
        kept = (plain(words) for words in words_of(window.session.dossier))
        still = plain(typed_in(field)) if isValid(field) else ""
        assert plain(HUGE) in still or plain(HUGE) in kept, field.accessibleName()


def paste_everywhere(page: Page, turn: list[str]) -> Iterator[tuple[Line, str]]:
    for place, field in enumerate(everywhere.lines(page)):
        words = f"veld{place}. {turn[place % len(turn)]} .veld{place}"
        if paste(page, field, words):
            yield field, words


def paste(page: Page, field: Line, words: str) -> bool:
    """As a person does it: into the field, in the place of what was there, and on."""
    if not everywhere.reach(page, field):
        return False
    field.selectAll()
    QApplication.clipboard().setText(words)
    field.paste()
    page.flush()
    QTest.qWait(1)
    return True


def one_of_each_kind(page: Page) -> list[Line]:
    found: dict[type, Line] = {}
    for field in everywhere.lines(page):
        if everywhere.reach(page, field):
            found.setdefault(type(field), field)
    return list(found.values())


def sound(window: Window) -> None:
    """The window and the page are as wide as they were, and words are only words."""
    QTest.qWait(10)
    assert (window.width(), window.height()) == (1366, 768)
    room = window.minimumSizeHint()
    assert room.width() <= 1366
    assert room.height() <= 768
    assert list(sideways(window.page)) == []
    assert list(read_as_markup(window)) == []


def read_as_markup(window: QWidget) -> Iterator[str]:
    for part in window.findChildren(QWidget):
        if "<b>" in part.toolTip() and Qt.mightBeRichText(part.toolTip()):
            yield f"tooltip of {type(part).__name__} in {type(part.parent()).__name__}"
        if isinstance(part, QLabel) and "<b>" in part.text():
            assert part.textFormat() is Qt.TextFormat.PlainText, type(part.parent())
        if isinstance(part, QComboBox):
            for place in range(part.count()):
                told = str(part.itemData(place, Qt.ItemDataRole.ToolTipRole) or "")
                if "<b>" in told and Qt.mightBeRichText(told):
                    yield f"tooltip in {type(part).__name__}"


def typed_in(field: Line) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def plain(words: str) -> str:
    """The letters and signs, whatever became of white space and of what cannot be seen."""
    return "".join(c for c in words if unicodedata.category(c)[0] not in "ZC")


def words_of(value: object) -> Iterator[str]:
    """Every text in a dossier."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of(one)


def reopened(desk: Desk) -> Desk:
    """The vault closed, and opened again with its passphrase."""
    folder: Path = desk.folder
    desk.close()
    return Desk(folder, desks.unlock(folder, PASSPHRASE))
