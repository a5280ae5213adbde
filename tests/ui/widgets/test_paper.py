"""The PDF on the screen: its pages, as large as asked, in order."""

import io
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from caseplanner.ui.widgets.paper import Document, PaperView

A4 = (595.28, 841.89)


def pages(count: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(count):
        canvas.drawString(100, 700, f"Blad {number + 1}")
        canvas.rect(0, 0, A4[0], A4[1] / 2, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PaperView:
    made = PaperView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_pdf(pages(6))
    qtbot.waitExposed(made)
    return made


def drawn(view: PaperView) -> int:
    return sum(not page._image.isNull() for page in view._pages)


def test_a_page_has_its_words_for_who_cannot_see_it() -> None:
    document = Document(pages(2))
    assert document.count == 2
    assert "Blad 2" in document.text(1)
    document.close()


def test_the_picture_is_the_page(view: PaperView) -> None:
    image = view._pages[0].grab().toImage()
    middle = image.width() // 2
    assert image.pixelColor(middle, image.height() // 4).name() == "#ffffff"
    assert image.pixelColor(middle, image.height() * 3 // 4).name() == "#000000"


def test_only_pages_that_are_seen_are_drawn(view: PaperView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: drawn(view) > 0)
    assert drawn(view) <= 2
    for place in range(6):
        view.go_to(place)
        qtbot.waitUntil(lambda place=place: not view._pages[place]._image.isNull())  # type: ignore[misc]
    assert drawn(view) <= 3


def test_a_page_is_as_wide_as_the_view_whatever_the_view_is(view: PaperView) -> None:
    for width in (700, 1000):
        view.resize(width, 500)
        free = view.viewport().width() - view._pages[0].width()
        assert 0 < free < 40


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (lambda view: QTest.keyClick(view, Qt.Key.Key_End), 5),
        (lambda view: view.go_to(3), 3),
        (lambda view: view.go_to(99), 5),
        (lambda view: view.go_to(-1), 0),
    ],
)
def test_the_page_in_view_is_told(
    view: PaperView, act: Callable[[PaperView], None], expected: int
) -> None:
    told: list[int] = []
    view.moved.connect(told.append)
    act(view)
    assert view.page == expected
    assert not told or told[-1] == expected


def test_larger_and_smaller_stay_on_the_same_page(view: PaperView) -> None:
    view.go_to(3)
    before = view.scale()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus):
        QTest.keyClick(view, key)
        assert view.page == 3
    assert view.scale() == pytest.approx(before * 1.25**2)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale() == pytest.approx(before)
    for _turn in range(20):
        view.zoom_out()
    assert view.scale() == 0.25
