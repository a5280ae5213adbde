"""No page of a dossier is cut off or scrolls sideways, however large its words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from caseplanner.desk import Desk
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.window import Window
from tests.ui import everywhere

SIZES = [(200, 1366, 768), (150, 1024, 768), (100, 700, 768)]


@pytest.mark.parametrize(("size", "width", "height"), SIZES)
def test_nothing_is_cut_off_on_any_page(
    qapp: QApplication, window: Window, desk: Desk, size: int, width: int, height: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.resize(width, height)
    window.show_session(desk.add(everywhere.full()))
    wrong = {}
    for where in everywhere.TYPED_ON:
        page = everywhere.shown(window, where)
        for field in (*everywhere.lines(page), *everywhere.days(page)):
            everywhere.reach(page, field)
        QTest.qWait(50)
        assert (window.width(), window.height()) == (width, height), where
        if found := [*sideways(page), *cut(page)]:
            wrong[everywhere.named(where)] = found
    assert wrong == {}


def sideways(page: Page) -> Iterator[str]:
    """What would have to scroll from left to right, or lies beyond an edge."""
    for scroll in page.findChildren(Scroll):
        inner, room = scroll.widget(), scroll.viewport().width()
        if (
            inner
            and scroll.isVisible()
            and max(inner.minimumSizeHint().width(), inner.width()) > room
        ):
            yield f"{type(inner).__name__}: {inner.minimumSizeHint().width()} of {room}"
    for part in page.findChildren(QWidget):
        if part.isVisible() and _told(part):
            left = part.mapTo(page, QPoint(0, 0)).x()
            if left < 0 or left + part.width() > page.width():
                yield f"{_named(part)}: {left} + {part.width()} of {page.width()}"


def cut(page: Page) -> Iterator[str]:
    """Words that have not the room they need."""
    for part in page.findChildren(QWidget):
        if part.isVisible() and _told(part):
            wide, tall = _needed(part)
            if part.width() < wide or part.height() < tall:
                yield f"{_named(part)}: {part.width()}x{part.height()} of {wide}x{tall}"


def _needed(part: QWidget) -> tuple[int, int]:
    """What a person types in a line scrolls; what is asked for in it is read whole."""
    match part:
        case QLineEdit():
            shown = "" if part.text() else part.placeholderText()
            sides = part.textMargins().left() + part.textMargins().right()
            return part.fontMetrics().horizontalAdvance(shown) + sides + 2 * theme.px(11), 0
        case QPlainTextEdit():
            lines = round(part.document().size().height())
            if not part.toPlainText() and part.placeholderText():
                room = QRect(0, 0, part.viewport().width() - 8, 16777215)
                wrap = int(Qt.TextFlag.TextWordWrap)
                asked = part.fontMetrics().boundingRect(room, wrap, part.placeholderText())
                lines = round(asked.height() / part.fontMetrics().lineSpacing())
            return 0, lines * part.fontMetrics().lineSpacing()
    needed = part.minimumSizeHint()
    tall = part.heightForWidth(part.width()) if part.hasHeightForWidth() else needed.height()
    return needed.width(), tall


def _told(part: QWidget) -> str:
    match part:
        case QLabel() | QAbstractButton():
            return part.text()
        case QLineEdit() | QPlainTextEdit():
            return part.placeholderText() or "field"
    return ""


def _named(part: QWidget) -> str:
    return f"{type(part).__name__} in {type(part.parent()).__name__} “{_told(part)[:40]}”"
