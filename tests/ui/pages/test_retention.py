"""Closing, keeping and destroying a dossier in the real window, over a real vault."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import practice
from caseplanner.desk import Desk
from caseplanner.dossier import goals, people
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension
from caseplanner.dossier.retention import Basis, Ground
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.settings import Settings
from caseplanner.ui.dates import today
from caseplanner.ui.pages.destruction import DestructionPage
from caseplanner.ui.pages.retention import RetentionPage
from caseplanner.ui.retention.confirm import Confirm
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window

LONG_AGO = timedelta(days=200)


@pytest.fixture
def page(window: Window, session: Session) -> RetentionPage:
    window.open(session.dossier.id)
    window.go("retention")
    assert isinstance(window.page, RetentionPage)
    return window.page


def closed_before(desk: Desk, name: str, ago: timedelta = LONG_AGO) -> str:
    id = desk.add(people.start(name)).dossier.id
    desk.custody.close(id, today() - ago, today())
    return id


def terms(window: Window) -> DestructionPage:
    window.go("destruction")
    assert isinstance(window.page, DestructionPage)
    return window.page


def question(window: Window) -> Confirm:
    [asked] = [d for d in window.findChildren(Confirm) if d.isVisible()]
    return asked


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_dossier_is_closed_and_opened_again(page: RetentionPage, window: Window) -> None:
    assert "Er loopt geen bewaartermijn" in page.state.told.text()
    page.state.close_button.click()
    assert window.closed_banner.isVisible()
    assert "Het kan over" in page.state.told.text()
    assert not page.state.reopen_button.isEnabled()
    session = window.session
    assert session
    with pytest.raises(UserError, match="gesloten"):
        session.change("doel", lambda d: goals.add(d, Dimension.SELF, "Ik wil rust"))
    page.state.reasons.first.click()
    page.state.reopen_button.click()
    assert not window.closed_banner.isVisible()
    session.change("doel", lambda d: goals.add(d, Dimension.SELF, "Ik wil rust"))


def test_a_closed_dossier_says_so_on_its_plan_and_offers_nothing_to_do(
    page: RetentionPage, window: Window
) -> None:
    page.state.close_button.click()
    window.go("hub")
    assert window.closed_banner.isVisible()
    assert window.focusWidget() is window.page.head.pdf  # type: ignore[attr-defined]
    window.closed_banner.action.click()
    assert window.page_name == "retention"
    window.go("list")
    assert not window.closed_banner.isVisible()


def test_a_day_to_come_is_refused_in_words(page: RetentionPage, desk: Desk) -> None:
    page.state.last_day.setText((today() + timedelta(days=1)).strftime("%d-%m-%Y"))
    with pytest.raises(UserError, match="moet nog komen"):
        page._close(today() + timedelta(days=1))
    assert not desk.custody.retention(page._id).is_closed


def test_the_term_is_chosen_and_one_of_ones_own_is_typed(page: RetentionPage, desk: Desk) -> None:
    page.basis.radios.buttons[Basis.CARE].click()
    assert desk.custody.retention(page._id).months == 240
    assert not page.basis.own.isVisible()
    page.basis.radios.buttons[Basis.OTHER].click()
    assert page.basis.own.isVisible()
    QTest.keyClicks(page.basis.months, "18")
    QTest.keyClick(page.basis.months, Qt.Key.Key_Return)
    assert desk.custody.retention(page._id).months == 18


def test_a_hold_needs_a_reason_and_keeps_the_dossier(page: RetentionPage, desk: Desk) -> None:
    page.hold.hold_button.click()
    assert page.hold.field.error.isVisible()
    page.hold.why.put("Klacht loopt nog")
    page.hold.hold_button.click()
    assert desk.custody.retention(page._id).held_why == "Klacht loopt nog"
    assert "Klacht loopt nog" in page.hold.reason.text()
    assert not page.destroy_.button.isVisible()
    page.hold.release_button.click()
    assert page.hold.why.text() == ""
    assert page.destroy_.button.isVisible()


def test_before_its_term_a_dossier_is_destroyed_only_when_somebody_asks(
    page: RetentionPage, window: Window, desk: Desk
) -> None:
    assert not page.destroy_.button.isEnabled()
    page.destroy_.grounds.buttons[Ground.CLIENT].click()
    page.destroy_.button.click()
    asked = question(window)
    for words in ("Dennis", "geen weg terug", "35 dagen", "Hetzelfde dossier"):
        assert words in said(asked)
    assert asked.destroy_.text() == "Vernietig 1 dossier"
    asked.keep.click()
    assert len(desk.lines()) == 1
    page.destroy_.button.click()
    question(window).destroy_.click()
    assert desk.lines() == ()
    assert window.session is None
    assert window.page_name == "list"
    assert window.toast.words.text() == "1 dossier is vernietigd."
    assert not window.toast.action.isVisible(), "there is no undo"


def test_escape_and_enter_keep_the_dossier(page: RetentionPage, window: Window, desk: Desk) -> None:
    page.destroy_.grounds.buttons[Ground.OFFICER].click()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        page.destroy_.button.click()
        asked = question(window)
        QTest.keyClick(asked.keep, key)
        assert not asked.isVisible()
        assert len(desk.lines()) == 1


def test_the_whole_question_can_be_read_with_the_keyboard(
    page: RetentionPage, window: Window
) -> None:
    page.destroy_.grounds.buttons[Ground.OFFICER].click()
    page.destroy_.button.click()
    asked = question(window)
    asked.resize(400, 300)
    QTest.qWait(20)
    bar = asked._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    for _turn in range(9):
        QTest.keyClick(asked.keep, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()


def test_a_practice_dossier_can_go_at_any_time(window: Window, desk: Desk) -> None:
    window.show_session(desk.add(practice.dossier()))
    window.go("retention")
    page = window.page
    assert isinstance(page, RetentionPage)
    page.destroy_.button.click()
    question(window).destroy_.click()
    assert desk.lines() == ()
    window.list.practise()
    assert len(desk.lines()) == 1, "another copy of it can be made"


def test_undo_is_not_offered_for_what_is_done_on_this_page(
    page: RetentionPage, window: Window
) -> None:
    assert window.session
    window.session.change("doel", lambda d: goals.add(d, Dimension.SELF, "Ik wil rust"))
    page.state.close_button.click()
    assert window.toast.isVisible() and not window.toast.action.isVisible()


def test_terms_are_shown_at_term_soon_and_held(window: Window, desk: Desk) -> None:
    assert "nooit vanzelf" in said(terms(window))
    due = closed_before(desk, "Ruben")
    closed_before(desk, "Kevin", timedelta(days=170))
    closed_before(desk, "Niet")
    held = closed_before(desk, "Jan")
    desk.custody.hold(held, "klacht", today())
    page = terms(window)
    assert len(page.boxes) == 2
    told = said(page)
    assert "Kevin" in told and "klacht" in told
    assert not page.destroy_.isEnabled()
    page.boxes[due].click()
    assert page.destroy_.text() == "Vernietig 1 dossier"
    page.destroy_.click()
    question(window).destroy_.click()
    assert page.boxes.keys() == {e.line.id for e in desk.lines() if e.line.called == "Niet"}
    assert window.page_name == "destruction"


def test_all_that_are_at_term_are_chosen_and_destroyed_at_once(window: Window, desk: Desk) -> None:
    for number in range(7):
        closed_before(desk, f"Naam{number}")
    page = terms(window)
    page.all.click()
    page.destroy_.click()
    asked = question(window)
    assert "Naam4 en nog 2" in said(asked)
    assert asked.keep.text() == "Bewaar ze nog"
    asked.destroy_.click()
    assert desk.lines() == ()
    assert not page.destroy_.isVisible()


def test_a_dossier_on_the_list_leads_to_its_own_page(window: Window, desk: Desk) -> None:
    closed_before(desk, "Ruben")
    page = terms(window)
    [link] = [
        b for b in page.findChildren(QAbstractButton) if b.text() == "Bekijk" and b.isVisible()
    ]
    assert link.accessibleName() == "Bekijk hoe lang Ruben bewaard blijft"
    link.click()
    assert window.page_name == "retention"


def test_hidden_names_stay_hidden_on_the_terms(
    qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks
) -> None:
    closed_before(desk, "Ruben")
    window = Window(desk, guide, Settings(theme="light", hide_names=True), tasks, lambda _: None)
    qtbot.addWidget(window)
    window.show()
    page = terms(window)
    assert "Ruben" not in said(page) + str([box.text() for box in page.boxes.values()])


def test_a_manager_sees_numbers_and_no_names(
    qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks
) -> None:
    id = closed_before(desk, "Ruben")
    manager = Staff("Anil", StaffRole.MANAGER, manages=True)
    desk.custody.add(manager, desk.custody.slot_for(manager.id, "zee berg trein lamp")())
    desk.close()
    managed = Desk(desk.folder, desks.unlock(desk.folder, "zee berg trein lamp"))
    window = Window(managed, guide, Settings(theme="light"), tasks, lambda _: None)
    qtbot.addWidget(window)
    window.show()
    page = terms(window)
    assert id[:8] in said(page) and "Ruben" not in said(page)
    assert page.boxes == {} and not page.destroy_.isVisible()
    window.close()
    managed.close()


def test_a_mentor_reads_a_closed_dossier_and_cannot_open_it_again(
    qtbot: QtBot, desk: Desk, guide: Guide, tasks: Tasks
) -> None:
    id = closed_before(desk, "Ruben")
    mentor = Staff("Joost", StaffRole.MENTOR)
    desk.custody.add(mentor, desk.custody.slot_for(mentor.id, "zee berg trein lamp")())
    desk.custody.link(mentor.id, id)
    desk.close()
    linked = Desk(desk.folder, desks.unlock(desk.folder, "zee berg trein lamp"))
    window = Window(linked, guide, Settings(theme="light"), tasks, lambda _: None)
    qtbot.addWidget(window)
    window.show()
    window.open(id)
    assert window.session and not window.session.may_sign
    assert window.closed_banner.isVisible()
    assert not window.closed_banner.action.isVisible()
    window.go("retention")
    assert window.page_name != "retention"
    window.close()
    linked.close()


@pytest.mark.parametrize("size", [(1366, 768), (700, 600)])
def test_nothing_is_cut_off_and_all_has_a_name(
    size: tuple[int, int], page: RetentionPage, window: Window, desk: Desk
) -> None:
    closed_before(desk, "Ruben")
    window.resize(*size)
    for name in ("retention", "destruction"):
        window.go(name)
        QTest.qWait(30)
        shown = window.page
        for widget in shown.findChildren(QWidget):
            if widget.isVisibleTo(shown) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert named or widget.metaObject().className() == "QScrollArea", widget
                assert widget.mapTo(shown, widget.rect().topRight()).x() <= shown.width()
