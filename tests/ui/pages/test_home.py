"""What the day begins with, and which dossiers the list shows, in the real window."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import goals, people
from caseplanner.dossier.agenda import When
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import (
    CaseState,
    CourseMark,
    Dimension,
    Dossier,
    Stay,
)
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import case_table
from caseplanner.ui.window import Window
from caseplanner.ui.worklist import Order, Show

LEFT = Qt.MouseButton.LeftButton
DAY = timedelta(days=1)
OWN = "woorden van hem alleen"


def with_step(name: str, on: date | None, text: str = "Ik bel mijn zus.") -> Dossier:
    dossier = goals.add(people.start(name, cell="B2-1"), Dimension.NETWORK, "Contact")
    return goals.add_step(dossier, dossier.goals[0].id, text, "Ab", on)


@pytest.fixture
def busy(window: Window, desk: Desk) -> Window:
    """Late with Marvin and Kevin, today Dennis, Youssef is paused, Samir leaves, Joke is closed."""
    desk.add(with_step("Kevin", today() - DAY, "Ik schrijf een brief."))
    desk.add(with_step("Marvin", today() - 3 * DAY))
    desk.add(with_step("Dennis", today(), "Ik praat met Tactus."))
    paused = (CourseMark(CaseState.RUNNING), CourseMark(CaseState.PAUSED, today(), "ziek"))
    desk.add(replace(people.start("Youssef"), course=paused))
    desk.add(replace(people.start("Samir"), stays=(Stay(release=today() + 20 * DAY),)))
    closed = desk.add(with_step("Joke", today() - DAY)).dossier.id
    desk.custody.close(closed, today(), today())
    window.list.refresh()
    return window


def rows(window: Window) -> list[str]:
    return [case.line.called for case in window.list.table.cases()]


def pick(window: Window, show: Show) -> None:
    """Choose in the list of choices, as the keys do."""
    choice = window.list.show_
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _step in range(list(Show).index(show)):
        QTest.keyClick(choice, Qt.Key.Key_Down)


def test_the_day_begins_with_what_is_late_today_waited_for_and_coming(busy: Window) -> None:
    late, now, waiting, coming = busy.list.home.texts()
    assert late == "Te laat. Marvin: Ik bel mijn zus., Ab · 3 dagen te laat."
    assert now == "Vandaag. Dennis: Ik praat met Tactus., Ab."
    assert waiting.startswith("Wachten. Youssef: ligt stil: ziek")
    assert coming.startswith("Binnenkort. Samir: komt vrij")
    assert busy.list.home.more[When.LATE].text() == "en nog 1 dossier"


def test_a_line_leads_to_the_dossier_and_the_page_where_it_is_done(busy: Window) -> None:
    link = busy.list.home.links[When.TODAY]
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert busy.session and busy.session.dossier.person.called == "Dennis"
    assert (busy.page_name, busy.argument) == ("dimension", "network")
    busy.go("list")
    QTest.mouseClick(busy.list.home.links[When.COMING], LEFT)
    assert busy.session.dossier.person.called == "Samir"
    assert busy.page_name == "intake"


def test_the_others_of_a_group_are_one_click_away_and_so_is_the_whole_list(busy: Window) -> None:
    QTest.mouseClick(busy.list.home.more[When.LATE], LEFT)
    assert rows(busy) == ["Marvin", "Kevin"]
    assert busy.list.show_.currentText() == "Te laat"
    assert busy.list.table.hasFocus()
    pick(busy, Show.OPEN)
    assert len(rows(busy)) == 5


def test_what_was_done_is_gone_from_the_day(busy: Window) -> None:
    QTest.mouseClick(busy.list.home.links[When.TODAY], LEFT)
    assert busy.session
    goal = busy.session.dossier.goals[0]
    busy.session.change("Step", lambda d: goals.remove_step(d, goal.id, goal.steps[0].id))
    busy.go("list")
    assert When.TODAY not in busy.list.home.links


def test_with_names_hidden_nothing_somebody_wrote_stands_on_the_first_page(busy: Window) -> None:
    QTest.mouseClick(busy.list.hide_names, LEFT)
    told = " ".join((*busy.list.home.texts(), *(b.text() for b in busy.list.home.links.values())))
    for private in ("Marvin", "zus", "Dennis", "Tactus", "Ab ", "ziek"):
        assert private not in told
    assert "een stap" in told
    assert "3 dagen te laat" in told


def test_a_quiet_day_says_so_and_who_has_no_dossier_sees_no_empty_card(
    window: Window, desk: Desk
) -> None:
    assert not window.list.home.isVisible()
    window.list.practise()
    window.go("list")
    assert not window.list.home.isVisible()  # practice presses nobody
    desk.add(people.start("Dennis"))
    window.list.refresh()
    assert window.list.home.isVisible()
    assert window.list.home.nothing.text() == "Niets is te laat, en vandaag hoeft er niets."


@pytest.mark.parametrize(
    ("show", "found"),
    [
        (Show.TODAY, ["Dennis"]),
        (Show.WAITING, ["Youssef"]),
        (Show.RELEASE, ["Samir"]),
        (Show.CLOSED, ["Joke"]),
    ],
)
def test_the_list_shows_only_what_was_asked_for(busy: Window, show: Show, found: list[str]) -> None:
    pick(busy, show)
    assert rows(busy) == found


def test_a_closed_dossier_is_out_of_the_list_and_found_by_its_name(
    qtbot: QtBot, busy: Window
) -> None:
    assert "Joke" not in rows(busy)
    QTest.keyClicks(busy.list.search, "joke")
    assert rows(busy) == ["Joke"]
    qtbot.wait(200)  # the search in all plans agrees
    assert rows(busy) == ["Joke"]
    assert "Gesloten" in busy.list.table.cases()[0].sentence()


def test_an_empty_choice_says_why_and_offers_the_whole_list(window: Window, desk: Desk) -> None:
    desk.add(people.start("Dennis"))
    window.list.refresh()
    pick(window, Show.LATE)
    assert window.list.nothing.isVisible()
    assert window.list.nothing.text() == "Niets is te laat."
    QTest.mouseClick(window.list.all, LEFT)
    assert rows(window) == ["Dennis"]


def test_the_order_is_chosen_at_the_head_and_by_keyboard_and_heard(busy: Window) -> None:
    table, header = busy.list.table, busy.list.table.horizontalHeader()

    def head(column: int) -> None:
        at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, pos=at)

    def heard(column: int) -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        return str(table.model().headerData(column, Qt.Orientation.Horizontal, role) or "")

    head(case_table.CLIENT)
    assert rows(busy) == ["Dennis", "Kevin", "Marvin", "Samir", "Youssef"]
    assert heard(case_table.CLIENT) == "Cliënt, hierop staat de lijst op volgorde"
    head(case_table.STATE)  # nothing to order by
    assert rows(busy)[0] == "Dennis"
    busy.list.order.setFocus()
    QTest.keyClick(busy.list.order, Qt.Key.Key_Down)
    assert rows(busy)[:3] == ["Marvin", "Kevin", "Dennis"]
    assert heard(case_table.NEXT)
    assert not heard(case_table.CLIENT)


def test_what_was_chosen_is_there_again_the_next_time(
    qtbot: QtBot, busy: Window, desk: Desk, guide: Guide, tasks: Tasks
) -> None:
    kept: list[Settings] = []
    busy.settings_kept.connect(kept.append)
    pick(busy, Show.LATE)
    busy.list.choose(Show.LATE, Order.CLIENT)
    again = Window(desk, guide, kept[-1], tasks, lambda _place: None)
    qtbot.addWidget(again)
    assert rows(again) == ["Kevin", "Marvin"]
    assert again.list.show_.currentText() == "Te laat"


def test_while_typing_the_list_narrows_at_once_and_never_flashes_empty(
    qtbot: QtBot, busy: Window
) -> None:
    QTest.keyClicks(busy.list.search, "mar")
    assert rows(busy) == ["Marvin"]
    QTest.keyClicks(busy.list.search, "xx")
    assert rows(busy) == ["Marvin"]  # until the search has looked in every plan
    qtbot.waitUntil(busy.list.all.isVisible)
    QTest.keyClick(busy.list.search, Qt.Key.Key_Escape)
    assert len(rows(busy)) == 5


@pytest.mark.parametrize(("size", "width", "height"), [(200, 1366, 768), (100, 700, 768)])
def test_with_large_words_the_day_is_a_few_words_and_the_list_stays_in_reach(
    qapp: QApplication, busy: Window, size: int, width: int, height: int
) -> None:
    theme.use(qapp, "light", size)
    busy.use(replace(busy.settings, text_size=size), busy.guide)
    busy.resize(width, height)
    QTest.qWait(50)
    assert (busy.width(), busy.height()) == (width, height)
    assert busy.list.home.texts()[0] == "Te laat: 2 dossiers"
    for link in busy.list.home.links.values():
        left = link.mapTo(busy, QPoint(0, 0)).x()
        assert left >= 0 and left + link.width() <= width
    assert busy.list.table.viewport().height() >= theme.px(case_table.ROW)
    QTest.mouseClick(busy.list.home.links[When.LATE], LEFT)
    assert sorted(rows(busy)) == ["Kevin", "Marvin"]


def test_a_mentor_is_led_to_what_he_may_read(
    qtbot: QtBot, desk: Desk, tmp_path: Path, guide: Guide, tasks: Tasks
) -> None:
    linked = desk.add(with_step("Marvin", today() - DAY)).dossier.id
    desk.add(with_step("Kevin", today() - DAY))
    slot = desk.custody.slot_for("piet", OWN)()
    desk.custody.add(Staff("Piet", StaffRole.MENTOR, id="piet"), slot)
    desk.custody.link("piet", linked, frozenset())
    desk.close()
    own = Desk(tmp_path / "data", desks.unlock(tmp_path / "data", OWN))
    window = Window(own, guide, Settings(theme="light"), tasks, lambda _place: None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    assert "Kevin" not in "".join(window.list.home.texts())
    assert not window.list.home.more
    window.list.home.links[When.LATE].click()
    page = window.page
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20_000)
    own.close()
