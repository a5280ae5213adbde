"""What keys alone, and who only hears the screen, find in a row of choices and a list of cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.dossier.model import Dimension, Moment, Score, ScoredBy
from caseplanner.ui.dimension.scores import ScorePicker
from caseplanner.ui.widgets import layouts, tab_order
from caseplanner.ui.widgets.fields import LineField
from caseplanner.ui.widgets.pad import SignaturePad
from caseplanner.ui.widgets.scale import Scale
from caseplanner.ui.widgets.topics import Topic, TopicLine

Key = Qt.Key


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """A page of them; whoever asks keeps it, or it goes."""
    page = QWidget()
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.mark.parametrize(("key", "to"), [(Key.Key_Right, 4), (Key.Key_Left, 2), (Key.Key_Down, 4)])
def test_an_arrow_only_goes_to_another_place_and_chooses_nothing(
    qtbot: QtBot, key: Qt.Key, to: int
) -> None:
    sent: list[object] = []
    scale = Scale("Ik vertrouw de ander.", range(1, 6))
    scale.chosen.connect(sent.append)
    page = shown(qtbot, scale)
    assert page.isVisible()
    scale.set_value(3)
    scale.chip(3).setFocus()
    QTest.keyClick(scale.chip(3), key)
    assert scale.chip(to).hasFocus()
    assert scale.chip(3).isChecked() and not sent
    QTest.keyClick(scale.chip(to), Key.Key_Space)
    assert sent == [to]


def test_tab_comes_to_the_place_that_was_chosen(qtbot: QtBot) -> None:
    before, picker = LineField(), ScorePicker(Dimension.SELF)
    page = shown(qtbot, before, picker)
    assert page.isVisible()
    picker.name_by("Ik zelf")
    for value in (4, 1):
        picker.show_score(Score(Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, value, "score"))
        picker.clear.setFocus()
        QTest.keyClick(picker.clear, Key.Key_Tab)
        assert picker.chip(value).hasFocus()


def test_what_is_laid_on_top_later_is_also_heard_and_reached_first(qtbot: QtBot) -> None:
    old, new = LineField(), LineField()
    page = shown(qtbot, old)
    column = page.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, new)
    layouts.in_reading_order(column)
    heard = QAccessible.queryAccessibleInterface(page)
    assert heard.child(0).object() is new
    tab_order.follow(page, tab_order.stops(page))
    new.show()
    new.setFocus()
    QTest.keyClick(new, Key.Key_Tab)
    assert QApplication.focusWidget() is old


def test_the_pad_is_announced_as_something_to_draw_on(qtbot: QtBot) -> None:
    pad = SignaturePad()
    qtbot.addWidget(pad)
    assert QAccessible.queryAccessibleInterface(pad).role() is QAccessible.Role.Canvas


@pytest.mark.parametrize(
    ("name", "ticked", "now", "said"),
    [
        ("Wie is er?", False, True, "Wie is er? Hier ben je nu."),
        ("Wie is er?", True, False, "Wie is er? Klaar."),
        ("Mijn wiel", True, True, "Mijn wiel. Klaar. Hier ben je nu."),
        ("Mijn wiel", False, False, "Mijn wiel"),
    ],
)
def test_a_topic_says_that_it_is_done_and_that_we_are_there(
    qtbot: QtBot, name: str, ticked: bool, now: bool, said: str
) -> None:
    line = TopicLine()
    qtbot.addWidget(line)
    line.show_topic(Topic(name, "", ticked=ticked), now=now, only_icon=False)
    assert line.accessibleName() == said
