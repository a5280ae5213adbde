"""The page of the signaleringsplan, in the real window over a real vault."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from caseplanner.desk import Desk
from caseplanner.dossier import signals
from caseplanner.dossier.model import Dossier, Light, Seen
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.pages.signals import SignalsPage
from caseplanner.ui.signals.cell import Cell
from caseplanner.ui.signals.lamp import Lamp
from caseplanner.ui.widgets.text import Words
from caseplanner.ui.window import Window
from tests import whole

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(desk: Desk, dossier: Dossier) -> Session:
    return desk.add(dossier)


@pytest.fixture
def page(window: Window, session: Session) -> SignalsPage:
    window.show_session(session)
    window.go("signals")
    return shown(window)


def shown(window: Window) -> SignalsPage:
    page = window.page
    assert isinstance(page, SignalsPage)
    QApplication.processEvents()
    return page


def cell(page: SignalsPage, light: Light = Light.ORANGE, seen: Seen = Seen.I_DO) -> Cell:
    return page.cards[light].cells[seen]


def write(field: QWidget, words: str, *, enter: bool = True) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)


def lines(session: Session, light: Light = Light.ORANGE, seen: Seen = Seen.I_DO) -> list[str]:
    return [signal.text for signal in signals.of(session.dossier, light, seen)]


def fill(session: Session, case: str = "sam") -> None:
    session.change("", whole.taken(case, "signals", "signal_plan"))
    QApplication.processEvents()


def test_the_hub_leads_to_it_and_tells_how_it_stands(window: Window, session: Session) -> None:
    window.show_session(session)
    window.go("hub")
    hub = window.page
    assert isinstance(hub, HubPage)
    way = hub.around.ways["signals"]
    assert way.text() == "Signalen"
    way.click()
    fill(session)
    window.go("hub")
    assert way.text() == "Signalen · 10 maart"


def test_enter_adds_line_after_line_in_its_own_place(page: SignalsPage, session: Session) -> None:
    assert cell(page, Light.GREEN, Seen.I_NOTICE).new.hasFocus()
    for light in Light:
        for seen in Seen:
            field = cell(page, light, seen).new
            for n in ("een", "twee"):
                write(field, f"{light} {seen} {n}")
                assert field.hasFocus()
                assert field.text() == ""
    for light in Light:
        for seen in Seen:
            expected = [f"{light} {seen} een", f"{light} {seen} twee"]
            assert lines(session, light, seen) == expected
            rows = cell(page, light, seen).rows.values()
            assert [row.words.text() for row in rows] == expected


def test_a_line_is_edited_where_it_stands_and_one_burst_is_one_undo(
    page: SignalsPage, session: Session
) -> None:
    fill(session)
    [first, *_rest] = cell(page).rows.values()
    first.words.selectAll()
    for words in ("Rick ", "snel ", "bellen."):
        write(first.words, words, enter=False)
        first.words.flush()
    assert lines(session)[0] == "Rick snel bellen."
    session.undo()
    assert lines(session)[0] == "Rick bellen."
    assert first.words.text() == "Rick bellen."


def test_a_line_never_loses_its_words(page: SignalsPage, session: Session) -> None:
    fill(session)
    [first, *_rest] = cell(page).rows.values()
    first.words.setFocus()
    first.words.selectAll()
    QTest.keyClick(first.words, Qt.Key.Key_Delete)
    QTest.keyClick(first.words, Qt.Key.Key_Return)
    assert cell(page).new.hasFocus()
    assert first.words.text() == "Rick bellen."
    assert lines(session)[0] == "Rick bellen."


def test_alt_arrows_move_a_line_and_the_caret_goes_along(
    page: SignalsPage, session: Session
) -> None:
    fill(session)
    last = list(cell(page).rows.values())[-1]
    last.words.setFocus()
    for _ in range(2):
        QTest.keyClick(last.words, Qt.Key.Key_Up, ALT)
    assert lines(session) == ["Post in de doos.", "Rick bellen.", "Wandelen."]
    assert last.words.hasFocus()
    QTest.keyClick(last.words, Qt.Key.Key_Tab)
    QTest.keyClick(last.bin, Qt.Key.Key_Tab)
    second = signals.of(session.dossier, Light.ORANGE, Seen.I_DO)[1].id
    assert cell(page).rows[second].words.hasFocus()
    last.words.setFocus()
    QTest.keyClick(last.words, Qt.Key.Key_Down, ALT)
    assert lines(session)[:2] == ["Rick bellen.", "Post in de doos."]


def test_dragging_the_dot_moves_a_line(page: SignalsPage, session: Session) -> None:
    fill(session)
    first = next(iter(cell(page).rows.values()))
    dot = first.grip
    start = dot.rect().center()
    QTest.mousePress(dot, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(dot, start + QPoint(0, first.height() * 2))
    QTest.mouseRelease(dot, Qt.MouseButton.LeftButton)
    assert lines(session)[0] == "Wandelen."


def test_a_removed_line_is_named_and_comes_back_with_undo(
    page: SignalsPage, session: Session, window: Window
) -> None:
    fill(session)
    before = session.dossier
    [first, second, _third] = cell(page).rows.values()
    first.bin.setFocus()
    QTest.keyClick(first.bin, Qt.Key.Key_Return)
    assert lines(session) == ["Wandelen.", "Post in de doos."]
    assert "Rick bellen." in window.toast.words.text()
    assert second.words.hasFocus()
    window.toast.action.click()
    assert session.dossier == before
    assert len(cell(page).rows) == 3


def test_a_line_typed_but_not_entered_is_kept_when_the_page_is_left(
    page: SignalsPage, session: Session, window: Window
) -> None:
    write(cell(page).new, "Wandelen", enter=False)
    window.go("hub")
    assert lines(session) == ["Wandelen"]


def test_many_lines_are_a_hint_and_never_a_wall(page: SignalsPage, session: Session) -> None:
    for n in range(20):
        write(cell(page).new, f"Ding {n}")
        assert cell(page).hint.isVisible() == (n >= 3)
    assert cell(page).hint.text() == "Twee of drie onthoud je beter."
    assert len(lines(session)) == 20
    notice = cell(page, Light.RED, Seen.I_NOTICE)
    for n in range(6):
        write(notice.new, f"Signaal {n}")
    assert notice.hint.text() == "Drie tot vijf signalen onthoud je beter."
    assert notice.hint.isVisible()


def test_when_with_whom_and_where_it_hangs(page: SignalsPage, session: Session) -> None:
    about = page.about
    about.made_on.setFocus()
    QTest.keyClicks(about.made_on, "10-03-2026")
    QTest.keyClick(about.made_on, Qt.Key.Key_Return)
    for field, words in ((about.made_with, "Henk"), (about.kept_at, "op cel")):
        write(field, words)
    made = session.dossier.signal_plan
    assert (made.made_on, made.made_with, made.kept_at) == (date(2026, 3, 10), "Henk", "op cel")
    session.undo()
    assert about.kept_at.text() == ""


def test_wanting_none_is_a_full_answer_and_costs_no_line(
    page: SignalsPage, session: Session
) -> None:
    fill(session)
    assert not page.declined.isVisible()
    page.about.decline.click()
    assert page.declined.reason.hasFocus()
    page.declined.cancel.click()
    assert not page.declined.isVisible()
    page.about.decline.click()
    write(page.declined.reason, "Ik ken mezelf.")
    plan = session.dossier.signal_plan
    assert (plan.declined, plan.declined_on) == ("Ik ken mezelf.", today())
    assert "“Ik ken mezelf.”" in page.declined.said.text()
    assert not page.about.decline.isVisible()
    assert len(session.dossier.signals) == 26
    page.declined.again.click()
    assert session.dossier.signal_plan.declined == ""
    assert not page.declined.isVisible()


def test_what_was_half_typed_comes_back_after_a_lock(
    page: SignalsPage, session: Session, window: Window, again: Callable[[], Window]
) -> None:
    fill(session)
    page.about.decline.click()
    write(page.declined.reason, "Ik ken", enter=False)
    write(cell(page).new, "Naar bui", enter=False)
    QTest.keyClick(cell(page).new, Qt.Key.Key_Left)
    back = again()
    assert isinstance(back.page, SignalsPage)
    field = cell(back.page).new
    assert (field.text(), field.textCursor().position()) == ("Naar bui", 7)
    assert field.hasFocus()
    assert back.page.declined.reason.text() == "Ik ken"
    assert lines(session) == ["Rick bellen.", "Wandelen.", "Post in de doos."]


def test_a_closed_dossier_shows_all_of_it_and_changes_nothing(
    page: SignalsPage, session: Session, window: Window, desk: Desk
) -> None:
    fill(session)
    before = session.dossier
    desk.custody.close(session.dossier.id, today(), today())
    window.show_again()
    [first, *_rest] = cell(page).rows.values()
    assert first.words.isVisible()
    assert page.about.made_with.text() == "Henk"
    for hidden in (first.bin, cell(page).new, page.about.decline, cell(page).hint):
        assert not hidden.isVisible()
    write(first.words, "anders")
    write(page.about.made_with, "iemand")
    QTest.keyClick(first.words, Qt.Key.Key_Down, ALT)
    assert not page.about.made_on.isEnabled()
    assert session.dossier == before
    assert first.words.text() == "Rick bellen."


@pytest.mark.parametrize("case", ["sam", "dennis", "mehmet"])
def test_an_ordinary_plan_fits_on_one_screen_of_a_small_laptop(
    page: SignalsPage, session: Session, case: str
) -> None:
    fill(session, case)
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [90, 100, 150, 200])
@pytest.mark.parametrize("shape", [(1366, 768), (700, 600)])
def test_nothing_is_cut_off_at_any_text_size(
    window: Window, session: Session, qapp: QApplication, size: int, shape: tuple[int, int]
) -> None:
    window.show_session(session)
    fill(session)
    session.change("", lambda d: signals.add(d, Light.RED, Seen.I_DO, "Z" * 5000))
    session.change("", lambda d: signals.decline(d, "Ik ken mezelf al heel lang. " * 8))
    window.resize(*shape)
    theme.use(qapp, "light", size)
    window.go("signals")
    page = SignalsPage(session)
    page.resize(window.page.size())
    page.show_dossier(session.dossier)
    page.show()
    QApplication.processEvents()
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    assert inner.width() <= scroll.viewport().width()
    for label in page.findChildren(Words):
        if label.isVisible():
            assert label.height() + 2 >= label.heightForWidth(label.width()), label.text()
    for field in page.findChildren(QPlainTextEdit):
        if field.isVisible():
            assert field.verticalScrollBar().maximum() <= 1, field.toPlainText()[:40]
    page.close()


def test_phases_are_told_apart_without_colour(page: SignalsPage) -> None:
    grey = []
    for light, card in page.cards.items():
        lamp = card.findChild(Lamp)
        assert lamp is not None
        picture = lamp.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        black_and_white = picture.convertToFormat(QImage.Format.Format_Mono)
        grey.append(black_and_white)
        assert signals.NAMES[light]
    assert grey[0] != grey[1] != grey[2] != grey[0]


@pytest.mark.parametrize(
    "said",
    [
        "<b>vet</b> &amp; <img src=x>",
        "مرحبا بالعالم",
        "😀 Ünal İ Łódź",
        "a\u0007b\u200bc",
        "x" * 100_000,
    ],
)
def test_any_words_are_kept_and_never_read_as_markup(
    page: SignalsPage, session: Session, said: str
) -> None:
    field = cell(page).new
    field.insertPlainText(said)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lines(session) == [said]
    [row] = cell(page).rows.values()
    assert row.words.text() == said


def test_every_part_that_takes_the_focus_has_a_name(page: SignalsPage, session: Session) -> None:
    fill(session)
    page.about.decline.click()
    for widget in page.findChildren(QWidget):
        policy = widget.focusPolicy()
        if policy is Qt.FocusPolicy.NoFocus or not widget.isVisible() or widget.focusProxy():
            continue
        known = QAccessible.queryAccessibleInterface(widget)
        assert known.text(QAccessible.Text.Name), widget
    [first, *_rest] = cell(page).rows.values()
    assert first.words.accessibleName() == "Oranje. Wat doe ik? Regel 1"


def test_tab_goes_through_the_plan_as_it_is_read(page: SignalsPage, session: Session) -> None:
    fill(session)
    cell(page, Light.GREEN, Seen.I_NOTICE).rows[session.dossier.signals[0].id].words.setFocus()
    seen = []
    for _ in range(200):
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(now.accessibleName())
        if now is cell(page, Light.RED, Seen.OTHERS_DO).new:
            break
        QTest.keyClick(now, Qt.Key.Key_Tab)
    texts = [name for name in seen if ". Wat" in name]
    order = [f"{light}{seen}" for light in ("Groen", "Oranje", "Rood") for seen in
             ("Wat merk ik", "Wat merken anderen", "Wat doe ik", "Wat doen anderen")]  # fmt: skip
    places = [order.index(t.split(".")[0] + t.split(". ")[1].split("?")[0]) for t in texts]
    assert places == sorted(places)
    assert set(places) == set(range(12))
