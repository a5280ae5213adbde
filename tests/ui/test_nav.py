"""The rail: at any size of text and window, everything in it is seen or can be reached."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.nav import NavList, NavRail
from caseplanner.ui.window import Window

SIZES = [90, 100, 150, 200]


def at(qapp: QApplication, window: Window, size: int, width: int, height: int) -> NavRail:
    theme.use(qapp, "light", size)
    window.use(replace(Settings(theme="light"), text_size=size), window.guide)
    window.resize(width, height)
    QTest.qWait(100)  # layouts settle in more than one round
    return window.rail


def inner(rail: NavRail) -> QWidget:
    """What scrolls in it."""
    found = rail.area.widget()
    assert found
    return found


def entries(rail: NavRail) -> Iterator[QRect]:
    """Where each entry is in what scrolls, from top to bottom."""
    for part in (rail.top, rail.bottom):
        for row in range(part.model().rowCount()):
            place = part.visualRect(part.model().index(row, 0))
            yield QRect(part.mapTo(inner(rail), place.topLeft()), place.size())


def in_view(rail: NavRail, place: QRect) -> bool:
    """The whole width of it, and the height, can be seen now."""
    top = inner(rail).mapTo(rail.area.viewport(), place.topLeft())
    return rail.area.viewport().rect().contains(QRect(top, place.size()))


@pytest.mark.parametrize("size", SIZES)
def test_on_a_small_laptop_all_of_it_is_in_view_and_nothing_lies_on_another(
    qtbot: QtBot, qapp: QApplication, window: Window, size: int
) -> None:
    rail = at(qapp, window, size, 1366, 720)  # the bars of the desktop take the rest

    def all_of_it() -> list[QRect]:
        return [*entries(rail), QRect(rail.who.mapTo(inner(rail), QPoint()), rail.who.size())]

    qtbot.waitUntil(lambda: all(in_view(rail, place) for place in all_of_it()))
    places = all_of_it()
    assert len(places) == 8
    pairs = [(a, b) for a in places for b in places if a is not b]
    assert not any(a.intersects(b) for a, b in pairs)


@pytest.mark.parametrize("size", SIZES)
def test_in_a_low_window_the_keys_bring_each_entry_into_view_and_the_wheel_too(
    qtbot: QtBot, qapp: QApplication, window: Window, size: int
) -> None:
    rail = at(qapp, window, size, 1366, 480)

    def seen(number: int) -> bool:
        return in_view(rail, list(entries(rail))[number])

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rail.top.setFocus(Qt.FocusReason.TabFocusReason)
    for number in range(rail.top.model().rowCount()):
        qtbot.waitUntil(partial(seen, number))
        QTest.keyClick(rail.top, Qt.Key.Key_Down)
    rail.bottom.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rail.bottom, Qt.Key.Key_Down)
    qtbot.waitUntil(partial(seen, -1))
    bar = rail.area.verticalScrollBar()
    bar.setValue(0)
    if bar.maximum():
        pointed = rail.top.viewport().mapTo(window, QPoint(20, 20))
        QTest.wheelEvent(window.windowHandle(), pointed, QPoint(0, -120))
        assert bar.value() > 0
    assert bar.maximum() or size < 150


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("height", [480, 768])
def test_where_names_are_shown_none_is_cut_off(
    qapp: QApplication, window: Window, size: int, height: int
) -> None:
    rail = at(qapp, window, size, max(1366, theme.px(1150)), height)
    for part in (rail.top, rail.bottom):
        for name, room in named(part):
            assert room >= QFontMetrics(theme.font(17, 700)).horizontalAdvance(name), name
    for label in rail.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def named(part: NavList) -> Iterator[tuple[str, int]]:
    """Each name, and how wide the room is that is left for it."""
    for row in range(part.model().rowCount()):
        index = part.model().index(row, 0)
        if part.names_shown:
            yield str(index.data()), part.visualRect(index).width() - theme.px(44) - 2
