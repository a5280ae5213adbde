"""Words of a person stay words, wherever they are shown."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseplanner.ui.widgets.text import Body, tip

MARKUP = "<b>Sam</b> & <img src='x'>"


def test_what_looks_like_markup_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    body = Body(MARKUP)
    qtbot.addWidget(body)
    tip(body, MARKUP)
    shown = QTextDocument()
    shown.setHtml(body.toolTip())
    assert body.text() == shown.toPlainText() == MARKUP


def test_no_words_are_no_tip(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    tip(widget, "")
    assert widget.toolTip() == ""


def test_a_word_without_end_pushes_nothing_off_the_screen(qtbot: QtBot) -> None:
    body = Body("Ł" * 5000)
    qtbot.addWidget(body)
    assert body.minimumSizeHint().width() < 600
