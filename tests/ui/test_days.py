"""A day that cannot be is said in a sentence at its field, on every page that has one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseplanner.desk import Desk
from caseplanner.dossier.model import Dimension
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.window import Window
from tests.ui import everywhere

NO_DATE = "Dit is geen datum. Typ bijvoorbeeld 14-03-2026."
NO_DAY = "Deze dag bestaat niet. Kijk er nog eens naar."
WRONG = {
    "vrijdag": NO_DATE,
    "14-03-20226": NO_DATE,
    "31-02-2026": NO_DAY,
    "29-02-2027": NO_DAY,
    "14-13-2026": NO_DAY,
    "14-03-0206": NO_DAY,
}
RIGHT = ("29-02-2028", "29-03-2026", "25-10-2026")  # a leap day, the nights the clock changes


def typed(day: DateField, text: str) -> None:
    day.selectAll()
    QTest.keyClick(day, Qt.Key.Key_Delete)
    QTest.keyClicks(day, text)
    day.editingFinished.emit()


def said(window: Window) -> list[str]:
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return [text for text in shown if text in (NO_DATE, NO_DAY)]


@pytest.mark.parametrize("where", everywhere.TYPED_ON, ids=everywhere.named)
def test_a_day_that_cannot_be_is_said_once_at_its_field(
    window: Window, desk: Desk, where: tuple[str, Dimension | None]
) -> None:
    window.show_session(desk.add(everywhere.full()))
    page = everywhere.shown(window, where)
    for day in everywhere.days(page):
        if not everywhere.reach(page, day):  # asked for only with another answer
            continue
        before = day.text()
        for text, why in WRONG.items():
            typed(day, text)
            assert said(window) == [why], (day.accessibleName(), text)
            assert day.text() == text
            assert day.accessibleDescription() == why
        typed(day, before)
        assert said(window) == []


@pytest.mark.parametrize("text", RIGHT)
def test_a_leap_day_and_the_nights_the_clock_changes_are_days(
    window: Window, desk: Desk, text: str
) -> None:
    window.show_session(desk.add(everywhere.full()))
    page = everywhere.shown(window, ("basics", None))
    [day, *_rest] = everywhere.days(page)
    assert everywhere.reach(page, day)
    typed(day, text)
    assert said(window) == []
    assert window.session
    known = window.session.dossier.basics[0].on
    assert known and known.strftime("%d-%m-%Y") == text
