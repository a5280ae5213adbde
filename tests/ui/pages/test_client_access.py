"""The pages of agreeing can be used by keyboard and by ear."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui.page import Page
from caseplanner.ui.pages.answers import AnswersPage
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets.hash_label import HashLabel
from tests.ui.pages import agreeing

Make = Callable[[Session, Guide, Desk, Tasks], Page]
PAGES: dict[str, Make] = {
    "answers": lambda session, guide, _desk, _tasks: AnswersPage(session, guide),
    "sign": lambda session, _guide, _desk, tasks: SignPage(session, tasks),
    "preview": lambda session, _guide, desk, tasks: PreviewPage(session, desk.seal, tasks),
}


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    return agreeing.discussed(dossier)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture(params=PAGES)
def page(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    session: Session,
    guide: Guide,
    desk: Desk,
    tasks: Tasks,
) -> Page:
    agreeing.freeze(session)
    made = PAGES[request.param](session, guide, desk, tasks)
    return agreeing.show(qtbot, made, session)


def stops(page: Page) -> list[QWidget]:
    """Everything Tab stops at."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_everything_tab_stops_at_has_a_name(page: Page) -> None:
    found = stops(page)
    assert len(found) > 4
    for widget in found:
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard.text(QAccessible.Text.Name), widget


def test_tab_comes_everywhere_and_back(page: Page) -> None:
    reached: set[int] = set()
    for _stop in range(60):
        page.focusNextChild()
        now = QApplication.focusWidget()
        assert now is not None
        reached.add(id(now))
    radio = {  # of a set of which one is chosen, Tab stops at that one; arrows reach the others
        id(widget)
        for widget in stops(page)
        if QAccessible.queryAccessibleInterface(widget).role() is QAccessible.Role.RadioButton
    }
    assert {id(widget) for widget in stops(page)} - radio <= reached
    assert not radio or radio & reached


def test_every_target_is_large_enough(page: Page) -> None:
    for widget in stops(page):
        inline = isinstance(widget, HashLabel) or getattr(widget, "_kind", "") == "link"
        least = 24 if inline else 40
        assert widget.height() >= least, widget
