"""Starting a dossier and changing who it is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import people
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import Dossier, Role
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.person import FormPage, NewPage, PersonPage


def shown(qtbot: QtBot, page: FormPage) -> None:
    qtbot.addWidget(page)
    page.resize(1152, 768)
    with qtbot.waitActive(page):
        page.show()


def test_only_a_name_is_needed(qtbot: QtBot) -> None:
    made: list[Dossier] = []
    page = NewPage(made.append)
    shown(qtbot, page)
    page.focus_first()
    assert page.who.called.hasFocus()
    QTest.keyClicks(page.who.called, "Sahin")
    page.make.click()
    assert made[0].person.called == "Sahin"
    assert made[0].team == ()


def test_without_a_name_nothing_is_made_and_it_is_said(qtbot: QtBot) -> None:
    made: list[Dossier] = []
    page = NewPage(made.append)
    shown(qtbot, page)
    with qtbot.captureExceptions() as errors:
        page.make.click()
    assert errors[0][0] is UserError
    assert made == []


def test_everything_on_the_form_is_in_the_new_dossier(qtbot: QtBot) -> None:
    made: list[Dossier] = []
    page = NewPage(made.append)
    shown(qtbot, page)
    for field, said in (
        (page.who.called, "Dennis"),
        (page.who.cell, "B2-14"),
        (page.how.reading, "leest een krant"),
        (page.team.seats[Role.MENTOR][0], "Fatma Bouzidi"),
        (page.team.seats[Role.MENTOR][1], "begeleider"),
    ):
        QTest.keyClicks(field, said)
    page.how.formal.click()
    page.how.large_print.click()
    page.how.pictograms.click()
    page.make.click()
    person = made[0].person
    assert (person.cell, person.reading) == ("B2-14", "leest een krant")
    assert (person.formal, person.large_print, person.pictograms) == (True, True, False)
    mentor = people.colleague(made[0], Role.MENTOR)
    assert mentor and (mentor.name, mentor.work) == ("Fatma Bouzidi", "begeleider")


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> PersonPage:
    page = PersonPage(session)
    session.on_change = page.show_dossier
    page.show_dossier(session.dossier)
    shown(qtbot, page)
    return page


def retype(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_changes_are_saved_and_undone(page: PersonPage, session: Session) -> None:
    retype(page.who.cell, "C1-03")
    assert session.dossier.person.cell == "C1-03"
    session.undo()
    assert page.who.cell.text() == "B2-14"


def test_the_name_is_never_saved_as_empty(page: PersonPage, session: Session) -> None:
    page.who.called.setFocus()
    page.who.called.selectAll()
    QTest.keyClick(page.who.called, Qt.Key.Key_Delete)
    page.flush()
    assert session.dossier.person.called == "Dennis"


def test_how_we_read_has_one_place_and_a_way_there(qtbot: QtBot, page: PersonPage) -> None:
    with qtbot.waitSignal(page.go) as asked:
        page.how_we_talk.click()
    assert asked.args == ["intake", Part.READING]


def test_the_team_can_be_changed_and_emptied(page: PersonPage, session: Session) -> None:
    name, work = page.team.seats[Role.SUPERVISOR]
    retype(work, "3RO")
    colleague = people.colleague(session.dossier, Role.SUPERVISOR)
    assert colleague and colleague.work == "3RO"
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    page.flush()
    assert people.colleague(session.dossier, Role.SUPERVISOR) is None
    session.undo()
    assert name.text() == "Joost Kamphuis"


def test_who_else_works_along_is_added_changed_and_taken_away(
    page: PersonPage, session: Session
) -> None:
    page.others.new.setFocus()
    QTest.keyClicks(page.others.new, "Henk Timmer")
    QTest.keyClick(page.others.new, Qt.Key.Key_Return)
    [row] = page.others.rows.values()
    assert row.work.hasFocus()
    retype(row.work, "mentor")
    QTest.keyClicks(page.others.new, "Ibrahim")
    page.flush()  # typed, and the page is left before Enter
    page.flush()
    assert [(o.name, o.role, o.work) for o in people.others(session.dossier)] == [
        ("Henk Timmer", None, "mentor"),
        ("Ibrahim", None, ""),
    ]
    assert people.name_of(session.dossier, Role.MENTOR) == "Fatma Bouzidi"  # she signs, as before
    row.name.setFocus()
    row.name.selectAll()
    QTest.keyClick(row.name, Qt.Key.Key_Delete)
    page.flush()
    assert people.others(session.dossier)[0].name == "Henk Timmer"  # never saved as empty
    row.bin.click()
    assert [other.name for other in people.others(session.dossier)] == ["Ibrahim"]
    session.undo()
    assert [other.work for other in people.others(session.dossier)] == ["mentor", ""]


def test_who_works_along_comes_back_from_the_vault(
    page: PersonPage, session: Session, desk: Desk
) -> None:
    session.change("", lambda d: people.add_other(d, "Henk Timmer", "mentor"))
    again = desk.open(session.dossier.id).dossier
    assert people.others(again) == people.others(session.dossier)


def test_no_field_asks_for_more_than_the_work_needs(page: PersonPage) -> None:
    told = {field.accessibleName().casefold() for field in page.findChildren(QLineEdit)}
    for banned in ("achternaam", "bsn", "geboortedatum", "adres", "delict"):
        assert not any(banned in name for name in told)


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_wider_than_the_window_at_any_text_size(
    qtbot: QtBot, qapp: QApplication, session: Session, size: int
) -> None:
    theme.use(qapp, "light", size)
    page = PersonPage(session)
    page.show_dossier(session.dossier)
    shown(qtbot, page)
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= scroll.viewport().width()
