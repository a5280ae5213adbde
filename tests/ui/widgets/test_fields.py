"""Fields report what was typed by themselves, and never take anything away from who types."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.ui.widgets import date_field
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField


@pytest.fixture(params=[LineField, TextField])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> LineField | TextField:
    made: LineField | TextField = request.param()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_reported_once_the_person_rests(
    qtbot: QtBot, field: LineField | TextField
) -> None:
    with qtbot.waitSignal(field.edited, timeout=2000) as told:
        QTest.keyClicks(field, "Bellen")
    assert told.args == ["Bellen"]


def test_leaving_the_field_reports_at_once(qtbot: QtBot, field: LineField | TextField) -> None:
    told: list[str] = []
    field.edited.connect(told.append)
    QTest.keyClicks(field, "Be")
    field.flush()
    field.set_text("Be")
    field.flush()
    assert told == ["Be"]


def test_what_was_not_taken_stays_and_is_reported_again(field: LineField | TextField) -> None:
    told: list[str] = []
    field.edited.connect(told.append)
    field.set_text("Ik wil rust")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " nu")
    field.flush()
    field.set_text("Ik wil rust")
    assert field.text() == "Ik wil rust nu"
    field.flush()
    assert told == ["Ik wil rust nu", "Ik wil rust nu"]
    field.set_text("Ik wil werk")
    assert field.text() == "Ik wil werk"


def test_a_space_before_the_next_word_is_not_eaten(field: LineField | TextField) -> None:
    QTest.keyClicks(field, "Jan ")
    field.flush()
    field.set_text("Jan")
    QTest.keyClicks(field, "de")
    assert field.text() == "Jan de"


def test_a_redraw_leaves_typing_and_caret_alone(qtbot: QtBot, field: LineField | TextField) -> None:
    field.set_text("Ik wil rust")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "Ja: ")
    field.set_text("Ik wil rust")
    QTest.keyClicks(field, "echt ")
    assert field.text() == "Ja: echt Ik wil rust"


def test_showing_a_text_reports_nothing(qtbot: QtBot, field: LineField | TextField) -> None:
    with qtbot.assertNotEmitted(field.edited, wait=500):
        field.set_text("Van elders")
    assert field.text() == "Van elders"


def test_a_text_field_grows_with_its_text(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.resize(300, 50)
    field.show()
    low = field.height()
    field.set_text("regel\n" * 8)
    assert field.height() > low + 5 * field.fontMetrics().height()
    field.set_text("")
    assert field.height() == low


def test_tab_leaves_a_text_field(qtbot: QtBot) -> None:
    both = QWidget()
    layout = QVBoxLayout(both)
    first, second = TextField(), TextField()
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(both)
    with qtbot.waitActive(both):
        both.show()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()


def test_pasted_text_comes_without_its_looks(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setHtml("<b>vet</b>")
    pasted.setText("vet")
    field.insertFromMimeData(pasted)
    assert field.text() == "vet"


def test_a_field_is_named_by_its_label_and_says_what_is_wrong(qtbot: QtBot) -> None:
    line = LineField()
    field = Field("Naam", line, "Zoals hij genoemd wil worden")
    qtbot.addWidget(field)
    field.show()
    assert line.accessibleName() == "Naam"
    field.show_error("Vul een naam in.")
    assert field.error.isVisible()
    field.show_error("")
    assert not field.error.isVisible()


def test_a_choice_sends_its_value(qtbot: QtBot) -> None:
    choice = Choice([("Nederlands", "nl"), ("English", "en")])
    qtbot.addWidget(choice)
    choice.set_value("en")
    assert choice.value() == "en"
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == ["nl"]
    choice.set_value("fr")
    assert choice.value() is None


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    made = DateField()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14-03-2026", date(2026, 3, 14)),
        ("14/3/26", date(2026, 3, 14)),
        ("14.3.2026", date(2026, 3, 14)),
        ("14-3", date(2026, 3, 14)),
        ("1-2", date(2027, 2, 1)),
        ("31-02-2026", None),
        ("morgen", None),
        ("", None),
    ],
)
def test_a_day_is_understood_as_people_type_it(typed: str, meant: date | None) -> None:
    assert date_field.read(typed, near=date(2026, 3, 1)) == meant


def test_a_typed_day_is_reported(qtbot: QtBot, day: DateField) -> None:
    QTest.keyClicks(day, "14-3-2026")
    with qtbot.waitSignal(day.changed) as told:
        QTest.keyClick(day, Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 14)]
    assert day.text() == "14-03-2026"


def test_a_day_can_be_taken_away(qtbot: QtBot, day: DateField) -> None:
    day.set_date(date(2026, 3, 14))
    day.selectAll()
    QTest.keyClick(day, Qt.Key.Key_Delete)
    with qtbot.waitSignal(day.changed) as told:
        day.flush()
    assert told.args == [None]


def test_what_is_no_day_stays_and_is_marked(qtbot: QtBot, day: DateField) -> None:
    QTest.keyClicks(day, "dinsdag")
    with qtbot.assertNotEmitted(day.changed):
        day.flush()
    assert day.text() == "dinsdag"
    assert day.accessibleDescription()
    QTest.keyClick(day, Qt.Key.Key_Backspace)
    assert not day.accessibleDescription()


def test_the_calendar_picks_a_day_by_keyboard(qtbot: QtBot, day: DateField) -> None:
    day.set_date(date(2026, 3, 14))
    calendar = date_field.Calendar(day.value(), day)
    calendar.picked.connect(day.pick)
    qtbot.addWidget(calendar)
    view = calendar.calendar.findChild(QTableView)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert day.value() == date(2026, 3, 15)
