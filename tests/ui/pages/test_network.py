"""The people around the client: on the map, in the list, by mouse and by keyboard."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import network
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Circle, Confirmed, Contact, Dimension, Knows, NoContact
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.network.person_card import PersonCard
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.network import NetworkPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: Window, session: Session) -> NetworkPage:
    window.show_session(session)
    window.go("network")
    return shown(window)


def shown(window: Window) -> NetworkPage:
    page = window.page
    assert isinstance(page, NetworkPage)
    return page


def add(page: NetworkPage, name: str) -> PersonCard:
    page.people.new.name.setFocus()
    page.people.new.name.insertPlainText(name)
    QTest.keyClick(page.people.new.name, Qt.Key.Key_Return)
    return list(page.people.cards.values())[-1]


def choose(field: QWidget, value: object) -> None:
    """As a person does: the list opens, and one is picked."""
    field.set_value(value)  # type: ignore[attr-defined]
    field.activated.emit(field.currentIndex())  # type: ignore[attr-defined]


def last(session: Session) -> Contact:
    return session.dossier.contacts[-1]


def test_somebody_is_added_with_a_first_name_and_then_contact_is_looked_up(
    page: NetworkPage, session: Session
) -> None:
    assert "Wie is belangrijk voor Dennis?" in page.empty_.text()
    card = add(page, "Mirjam")
    assert last(session).name == "Mirjam"
    assert card.body.isVisible()
    assert card.order.hasFocus()
    assert card.order_tag.text() == "Contact nog niet opgezocht"
    assert page.people.new.name.text() == ""
    assert not page.empty_.isVisible()


def test_nothing_is_asked_of_somebody_before_contact_is_looked_up(
    page: NetworkPage, session: Session
) -> None:
    card = add(page, "Mirjam")
    assert not card.knows.isEnabled()
    assert not card.confirmed.isEnabled()
    assert "Zoek eerst op" in card.why_not.text()
    choose(card.order, NoContact.FORBIDDEN)
    assert not card.confirmed.isEnabled()
    assert "verboden" in card.why_not.text()
    choose(card.order, NoContact.NONE)
    assert card.confirmed.isEnabled()
    assert not card.why_not.isVisible()
    choose(card.knows, Knows.YES)
    choose(card.confirmed, Confirmed.YES)
    assert (last(session).knows, last(session).confirmed) == (Knows.YES, Confirmed.YES)
    assert last(session).confirmed_on == today()
    card.confirmed_on.pick(date(2026, 3, 9))
    assert last(session).confirmed_on == date(2026, 3, 9)


def test_what_is_typed_is_saved_and_a_burst_is_one_step_of_undo(
    page: NetworkPage, session: Session
) -> None:
    card = add(page, "Mirjam")
    card.relation.setFocus()
    for words in ("zus", " van Dennis"):
        QTest.keyClicks(card.relation, words)
        card.relation.flush()
    assert last(session).relation == "zus van Dennis"
    session.undo()
    assert last(session).relation == ""
    assert card.relation.text() == ""


def test_a_name_left_empty_shows_again_what_is_saved(page: NetworkPage, session: Session) -> None:
    card = add(page, "Mirjam")
    card.name.setFocus()
    card.name.selectAll()
    QTest.keyClick(card.name, Qt.Key.Key_Delete)
    card.relation.setFocus()
    assert (card.name.text(), last(session).name) == ("Mirjam", "Mirjam")


def test_the_map_is_read_and_walked_by_keyboard(page: NetworkPage, session: Session) -> None:
    for name in ("Mirjam", "Lisa", "Ab"):
        add(page, name)
    spots = page.map.spots
    assert page.map.accessibleName() == "Mensen om Dennis heen. Dichtbij: Mirjam, Lisa, Ab."
    ids = [one.id for one in session.dossier.contacts]
    spoken = QAccessible.queryAccessibleInterface(spots[ids[0]])
    told = "Mirjam. Dichtbij. Steun. Contact nog niet opgezocht."
    assert spoken.text(QAccessible.Text.Name) == told
    stops = [s for s in spots.values() if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1  # one stop for Tab, the arrows for the rest
    spots[ids[0]].setFocus()
    QTest.keyClick(spots[ids[0]], Qt.Key.Key_Right)
    assert spots[ids[1]].hasFocus()
    QTest.keyClick(spots[ids[1]], Qt.Key.Key_Up, ALT)
    assert session.dossier.contacts[1].circle is Circle.CLOSE
    QTest.keyClick(spots[ids[1]], Qt.Key.Key_Return)
    assert page.people.open_one == ids[1]
    assert page.people.cards[ids[1]].head.hasFocus()
    assert spots[ids[1]].isChecked()


def test_somebody_is_dragged_to_another_circle(page: NetworkPage, session: Session) -> None:
    add(page, "Mirjam")
    spot = page.map.spots[last(session).id]
    middle = page.map.rect().center() - spot.pos()
    QTest.mousePress(spot, LEFT, pos=spot.rect().center())
    QTest.mouseMove(spot, (middle + spot.rect().center()) / 2)
    spot.move(page.map.rect().center() - spot.rect().center() + QPoint(30, 0))
    QTest.mouseRelease(spot, LEFT, pos=spot.rect().center())
    assert last(session).circle is Circle.CLOSE
    assert not page.people.cards[last(session).id].head.hasFocus()  # dragging opens nothing


def test_people_are_put_in_order_by_keyboard(page: NetworkPage, session: Session) -> None:
    add(page, "Mirjam")
    card = add(page, "Lisa")
    card.head.setFocus()
    QTest.keyClick(card.head, Qt.Key.Key_Up, ALT)
    assert [one.name for one in session.dossier.contacts] == ["Lisa", "Mirjam"]
    session.undo()
    assert [one.name for one in session.dossier.contacts] == ["Mirjam", "Lisa"]


def test_tab_goes_through_the_page_as_it_is_read(page: NetworkPage, session: Session) -> None:
    add(page, "Mirjam")
    card = add(page, "Lisa")
    card.head.setFocus()
    QTest.keyClick(card.head, Qt.Key.Key_Up, ALT)
    page.people.open("")
    QApplication.processEvents()
    heads = [page.people.cards[one.id].head for one in session.dossier.contacts]
    expected = [page.people.new.name, page.people.new.circle, page.people.new.add, *heads]
    page.people.new.name.setFocus()
    seen = [page.people.new.name]
    while len(seen) < len(expected):
        page.focusNextChild()
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(now)  # type: ignore[arg-type]
    assert seen == expected


def test_who_is_also_victim_is_seen_only_with_the_victim(
    page: NetworkPage, session: Session, window: Window
) -> None:
    add(page, "Mirjam")
    card = add(page, "Karel")
    card.also.click()
    assert "alleen nog bij het slachtoffer" in words_of(card)
    card.ask_also.sure.click()
    assert last(session).also_victim
    assert [c.name.text() for c in page.people.cards.values()] == ["Mirjam"]
    for name in ("network", "hub", "person", "history", "retention", "answers"):
        window.go(name)
        QApplication.processEvents()
        assert "Karel" not in everything(window), name
    window.go("dimension", Dimension.VICTIM)
    victim = window.page
    assert isinstance(victim, DimensionPage)
    assert victim.victim
    assert victim.victim.also.isVisible()
    assert "Karel" in words_of(victim.victim.also)
    victim.victim.also.back[last(session).id].click()
    assert not last(session).also_victim
    assert not victim.victim.also.isVisible()


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def everything(window: Window) -> str:
    """All that the window shows, and says to a screen reader."""
    told = []
    for part in window.findChildren(QWidget):
        if part.isVisible():
            told += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
            for name in ("text", "toPlainText"):
                read: Callable[[], str] | None = getattr(part, name, None)
                told.append(read() if read else "")
    return " ".join(told)


def test_many_people_are_searched(page: NetworkPage, session: Session) -> None:
    for number in range(8):
        add(page, f"Naam{number}")
    session.change("", lambda d: network.lock_as_victim(d, d.contacts[0].id))
    assert page.people.search.isHidden()
    add(page, "Çağlayan")
    assert page.people.search.isVisible()
    page.people.search.setText("caglayan")
    shown_ = [card.name.text() for card in page.people.cards.values() if card.isVisible()]
    assert shown_ == ["Çağlayan"]
    page.people.search.setText("Naam0")  # who is also victim is not found
    assert not any(card.isVisible() for card in page.people.cards.values())
    assert page.people.nobody.isVisible()


def test_a_phone_number_of_somebody_is_pointed_out_below_the_note(
    page: NetworkPage, session: Session
) -> None:
    card = add(page, "Mirjam")
    card.note.setFocus()
    QTest.keyClicks(card.note, "Bel 06-12345678")
    card.note.flush()
    assert "lijkt een telefoonnummer" in words_of(card)
    page.people.open("")
    page.focus_first()  # coming back: what holds the plan back is opened
    assert card.body.isVisible()


def test_a_closed_dossier_shows_everybody_and_changes_nothing(
    page: NetworkPage, session: Session, desk: Desk, window: Window
) -> None:
    card = add(page, "Mirjam")
    desk.custody.close(session.dossier.id, today(), today())
    window.show_again()
    assert page.map.spots[last(session).id].isVisible()
    assert not page.people.new.isVisible()
    card.head.click()
    assert card.name.isReadOnly()
    assert not card.order.isEnabled()
    assert not card.also.isVisible()
    QTest.keyClick(page.map.spots[last(session).id], Qt.Key.Key_Up, ALT)
    before = session.dossier
    with pytest.raises(UserError, match="gesloten"):
        session.change("", lambda d: network.add(d, "Ab"))
    assert session.dossier == before
    assert last(session).circle is Circle.NEAR


def test_who_is_being_added_comes_back_after_a_lock(
    page: NetworkPage,
    window: Window,
    qtbot: QtBot,
    desk: Desk,
    guide: Guide,
    tasks: Tasks,
    locked: list[Place],
) -> None:
    card = add(page, "Mirjam")
    card.open()
    page.people.new.name.setFocus()
    QTest.keyClicks(page.people.new.name, "Lis")
    window.lock()
    page.people.new.name.blockSignals(True)
    window.hide()
    again = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
    qtbot.addWidget(again)
    again.resize(1366, 768)
    with qtbot.waitActive(again):
        again.show()
    again.resume(locked[-1])
    assert shown(again).people.new.name.text() == "Lis"
    assert shown(again).people.new.name.hasFocus()
    assert shown(again).people.open_one == card.objectName()


STRANGE = (
    "<b>Remco</b> & co",
    "محمد",
    "İbrahim hoca 👨‍👩‍👧",
    "Naam\u202eomgekeerd",
    "x" * 5000,
    "woord " * 800,
)


def test_a_name_of_any_kind_is_shown_as_it_is_and_breaks_nothing(
    page: NetworkPage, session: Session, window: Window
) -> None:
    for name in STRANGE:
        session.change("", lambda d, name=name: network.add(d, name))  # type: ignore[misc]
    QApplication.processEvents()
    assert [one.name for one in session.dossier.contacts] == [name.strip() for name in STRANGE]
    assert window.size().width() == 1366
    assert nothing_sideways(page)


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("room", [(1366, 768), (1920, 1080), (1000, 700)])
def test_nothing_is_cut_off(
    qapp: QApplication, window: Window, session: Session, size: int, room: tuple[int, int]
) -> None:
    theme.use(qapp, "light", size)
    window.use(Settings(theme="light", text_size=size), window.guide)
    window.show_session(session)
    for number in range(9):
        session.change("", lambda d, n=number: network.add(d, f"Voetbalvrienden {n}"))  # type: ignore[misc]
    window.resize(*room)
    window.go("network")
    page = shown(window)
    page.people.open(last(session).id)
    QApplication.processEvents()
    assert nothing_sideways(page)


def nothing_sideways(page: QWidget) -> bool:
    """Nothing on the page is wider than what is in view."""
    [scroll] = page.findChildren(QScrollArea)
    inner = scroll.widget()
    assert inner is not None
    return inner.minimumSizeHint().width() <= scroll.viewport().width()
