"""What each role can reach in the real window: pages, menus, keys, and every widget in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, Dossier, Goal, Person, Step
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.settings import Place, Settings
from caseplanner.ui import coming_back, roles, theme
from caseplanner.ui.finder import Finder
from caseplanner.ui.pages.my_goals import MyGoalsPage
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
OWN = "woorden van hem alleen"
HERS = Goal(Dimension.NETWORK, "Ik bel mijn dochter", steps=(Step("Ik vraag haar nummer", "Ik"),))
OTHERS = Goal(Dimension.SELF, "Ik slaap zonder pillen")
SAMIRA = Dossier(person=Person(called="Samira", cell="C 2.14"), goals=(HERS, OTHERS))
ANS = Dossier(person=Person(called="Ans", cell="D 9"))
SECRETS = ("Ans", "D 9", "C 2.14", "pillen", "Samira", "dochter")
As = Callable[..., Window]


@pytest.fixture
def as_(qtbot: QtBot, desk: Desk, tmp_path: Path, guide: Guide, tasks: Tasks) -> Iterator[As]:
    """The window as somebody with this role sees it, linked to these goals of Samira's dossier."""
    opened: list[Desk] = []

    def make(role: StaffRole, *goals: str, linked: bool = True) -> Window:
        for dossier in (SAMIRA, ANS):
            desk.add(dossier)
        desk.custody.add(Staff("Piet", role, id="piet"), desk.custody.slot_for("piet", OWN)())
        if linked:
            desk.custody.link("piet", SAMIRA.id, frozenset(goals))
        desk.close()
        folder = tmp_path / "data"
        own = Desk(folder, desks.unlock(folder, OWN))
        opened.append(own)
        window = Window(own, guide, Settings(theme="light"), tasks, lambda place: None)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
        return window

    yield make
    for own in opened:
        own.close()


def said(window: Window) -> str:
    """Every word that any widget of the window holds, seen or not."""
    words: list[str] = []
    for widget in window.findChildren(QWidget):
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            words.append(widget.text())
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    words += [action.text() for action in window.findChildren(QAction)]
    return "\n".join(words)


def try_everything(window: Window) -> set[str]:
    """Go to every page there is, and do all that menus and keys offer but what asks for a file."""
    seen = set()
    for name in (*sorted(roles.OF_DOSSIER), "list", "new", "my_goals", "people", "settings"):
        window.go(name, Dimension.SELF if name == "dimension" else None)
        seen.add(window.page_name)
    keys = (Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_1)
    for key in keys:
        QTest.keyClick(window, key, CTRL)
        seen.add(window.page_name)
    return seen


def offered(window: Window) -> list[str]:
    window.find_anything()
    finder = window.findChild(Finder)
    assert finder
    names = [find.name for find in finder._finds]
    finder.close()
    return names


def test_a_mentor_reads_and_lets_people_sign_and_finds_no_way_to_change(
    qtbot: QtBot, as_: As
) -> None:
    window = as_(StaffRole.MENTOR)
    assert [name for _id, name in window.list.names()] == ["Samira · cel C 2.14"]
    assert not [b for b in window.list.findChildren(QAbstractButton) if "Nieuw" in b.text()]
    window.open(SAMIRA.id)
    page = window.page
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20000)
    assert not page.export.isVisible()
    assert not page.print.isVisible()
    assert try_everything(window) == {"list", "preview", "sign", "history", "people", "settings"}
    assert "Ans" not in said(window)
    assert not {"Nieuw dossier", "Importeer een dossier", "Persoon en team"} & set(offered(window))
    window.go("sign")
    window.back()
    assert window.page_name == "preview"
    window.back()
    assert window.page_name == "list"
    with pytest.raises(UserError):
        window.open(ANS.id)


def test_a_volunteer_sees_his_goals_and_no_other_word(as_: As) -> None:
    window = as_(StaffRole.VOLUNTEER, HERS.id)
    page = window.page
    assert isinstance(page, MyGoalsPage)
    assert "Ik vraag haar nummer" in said(window)
    assert try_everything(window) == {"my_goals", "people", "settings"}
    for secret in ("Ans", "D 9", "C 2.14", "pillen"):
        assert secret not in said(window)
    [line] = [entry.line for entry in window._desk.lines()]
    assert (line.called, line.cell, line.initials, line.next_step) == ("Samira", "", "", "")
    with pytest.raises(UserError):
        window._desk.seal()


def test_a_volunteer_without_links_is_told_whom_to_ask(as_: As) -> None:
    window = as_(StaffRole.VOLUNTEER, linked=False)
    assert not any(secret in said(window) for secret in SECRETS)
    window.open(SAMIRA.id)
    assert not any(secret in said(window) for secret in SECRETS)


@pytest.mark.parametrize("linked", [True, False])
def test_who_only_manages_the_laptop_meets_no_dossier(as_: As, linked: bool) -> None:
    window = as_(StaffRole.MANAGER, linked=linked)
    assert window.page_name == "people"
    assert try_everything(window) == {"people", "settings"}
    assert not any(secret in said(window) for secret in SECRETS)
    assert not any("Samira" in name or "Ans" in name for name in offered(window))
    assert window._desk.lines() == ()
    assert window._desk.search("Samira") == ()
    for refused in (
        lambda: window._desk.open(SAMIRA.id),
        window._desk.seal,
        lambda: window._desk.custody.link("piet", ANS.id),
    ):
        with pytest.raises(UserError):
            refused()


def test_the_place_of_a_colleague_before_is_not_shown_to_who_may_not_see_it(as_: As) -> None:
    window = as_(StaffRole.MENTOR)
    coming_back.come_back(window, Place(page="hub", dossier=ANS.id))
    assert window.page_name == "list"
    coming_back.come_back(window, Place(page="hub", dossier=SAMIRA.id))
    assert window.page_name == "preview"


def test_the_rail_says_who_is_working(as_: As) -> None:
    window = as_(StaffRole.MENTOR)
    assert "Piet" in window.rail.who.accessibleName()
    assert "Mentor" in said(window)


@pytest.mark.parametrize("role", [StaffRole.VOLUNTEER, StaffRole.MANAGER])
@pytest.mark.parametrize("size", [100, 200])
def test_their_pages_fit_and_every_control_has_a_name(
    qapp: QApplication, as_: As, role: StaffRole, size: int
) -> None:
    theme.use(qapp, "light", size)
    window = as_(role, HERS.id)
    for widget in window.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
    scroll = window.page.findChild(QWidget, "qt_scrollarea_viewport")
    assert scroll
    inner = scroll.findChildren(QWidget)[0]
    assert inner.width() <= scroll.width()
