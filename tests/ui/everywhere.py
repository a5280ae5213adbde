"""Every page of a full dossier in the real window, and every field on them that takes words."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from caseplanner.dossier.model import Dimension, Dossier
from caseplanner.ui import half
from caseplanner.ui.around import PAGES
from caseplanner.ui.page import Page
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.window import Window
from tests import whole

Line = QLineEdit | QPlainTextEdit
CASES = Path(__file__).parents[1] / "cases"
TYPED_ON = [
    *(("person", None), ("hub", None), ("history", None), ("retention", None), ("talk", None)),
    *((around.page, None) for around in PAGES),
    *(("dimension", dimension) for dimension in Dimension),
]


def full() -> Dossier:
    """Dennis, whole: there is something on every page."""
    return whole.case("dennis")


def named(page: tuple[str, Dimension | None]) -> str:
    """The page, for the name of a test."""
    return "-".join(part for part in page if part)


def shown(window: Window, page: tuple[str, Dimension | None]) -> Page:
    window.go(*page)
    QTest.qWait(50)  # what is built after the first paint
    return window.page


def days(page: Page) -> list[DateField]:
    return [day for day in page.findChildren(DateField) if _may_be_typed_in(day)]


def lines(page: Page) -> list[Line]:
    """Where words are typed, days left out."""
    found: list[Line] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [f for f in found if not isinstance(f, DateField) and _may_be_typed_in(f)]


def reach(page: Page, field: QWidget) -> bool:
    """Open what hides the field, and go there; False where it cannot be reached now."""
    if not isValid(field):
        return False
    half._uncover(field, page)
    field.setFocus()
    QApplication.processEvents()
    return isValid(field) and field.isVisible() and field.isEnabled()


def _may_be_typed_in(field: Line) -> bool:
    return (
        field.isEnabled()
        and not field.isReadOnly()
        and not isinstance(field.parentWidget(), QAbstractSpinBox)
    )
