"""The pad takes every kind of hand, keeps the shape of what was drawn, and takes strokes back."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner.dossier import ink
from caseplanner.dossier.ink import Ink
from caseplanner.ui.widgets.pad import SignaturePad

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def draw(pad: SignaturePad, *points: tuple[float, float]) -> None:
    """One stroke with the mouse, through these places in shares of the paper."""
    paper = pad.paper()
    places = [
        QPointF(paper.x() + x * paper.width(), paper.y() + y * paper.height()).toPoint()
        for x, y in points
    ]
    QTest.mousePress(pad, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, LEFT, pos=places[-1])


def drawn(pad: SignaturePad) -> Ink:
    found = pad.ink()
    assert found is not None
    return found


def dark_box(pad: SignaturePad) -> tuple[float, float, float, float]:
    """Where ink is seen on the screen, in shares of the paper: left, top, right, bottom."""
    image, paper = pad.grab().toImage(), pad.paper()
    empty = SignaturePad()
    empty.resize(pad.size())
    bare = empty.grab().toImage()
    seen = [
        (x, y)
        for x in range(int(paper.x()) + 25, int(paper.right()) - 25)
        for y in range(int(paper.y()) + 25, int(paper.bottom()) - 25)
        if image.pixelColor(x, y).lightness() < 60 <= bare.pixelColor(x, y).lightness()
    ]
    xs, ys = [x for x, _y in seen], [y for _x, y in seen]
    return (
        (min(xs) - paper.x()) / paper.width(),
        (min(ys) - paper.y()) / paper.height(),
        (max(xs) - paper.x()) / paper.width(),
        (max(ys) - paper.y()) / paper.height(),
    )


def test_nothing_drawn_is_no_ink(pad: SignaturePad) -> None:
    assert pad.ink() is None


def test_a_mouse_draws_strokes_with_the_shape_of_the_pad(pad: SignaturePad) -> None:
    draw(pad, (0.2, 0.2), (0.5, 0.6), (0.8, 0.2))
    draw(pad, (0.2, 0.8), (0.8, 0.8))
    said = drawn(pad)
    assert [len(stroke) for stroke in said.strokes] == [3, 2]
    assert said.aspect == pytest.approx(pad.paper().width() / pad.paper().height(), abs=1e-4)
    first = said.strokes[0][0]
    assert (first.x, first.y) == pytest.approx((0.2, 0.2), abs=0.01)
    assert first.pressure == 0.5
    assert ink.load(ink.dump(said)).aspect == said.aspect


def test_another_shape_of_the_window_never_stretches_the_drawing(
    pad: SignaturePad, qtbot: QtBot
) -> None:
    draw(pad, (0.3, 0.3), (0.7, 0.3), (0.7, 0.7), (0.3, 0.7), (0.3, 0.3))
    before, shape, box = pad.ink(), pad.paper().width() / pad.paper().height(), dark_box(pad)
    for size in (QSize(400, 400), QSize(900, 220), QSize(800, 400)):
        pad.resize(size)
        qtbot.wait(1)
        paper = pad.paper()
        assert paper.width() / paper.height() == pytest.approx(shape, abs=0.001)
        assert pad.rect().contains(paper.toAlignedRect())
        assert dark_box(pad) == pytest.approx(box, abs=0.03)
        assert pad.ink() == before


def test_a_drawing_goes_on_after_another_shape_in_the_same_measure(
    pad: SignaturePad, qtbot: QtBot
) -> None:
    draw(pad, (0.2, 0.5), (0.4, 0.5))
    pad.resize(420, 420)
    qtbot.wait(1)
    draw(pad, (0.6, 0.5), (0.8, 0.5))
    second = drawn(pad).strokes[1]
    assert [second[0].x, second[-1].x] == pytest.approx([0.6, 0.8], abs=0.01)


def test_a_line_that_leaves_the_pad_ends_at_its_edge(pad: SignaturePad) -> None:
    draw(pad, (0.5, 0.5), (1.5, 0.5))
    assert drawn(pad).strokes[0][-1].x == 1.0


def test_a_pen_draws_with_its_pressure_and_time(pad: SignaturePad, qtbot: QtBot) -> None:
    pen = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    for kind, x, pressure in (
        (QEvent.Type.TabletPress, 100.5, 0.2),
        (QEvent.Type.TabletMove, 200.25, 0.9),
        (QEvent.Type.TabletMove, 300.0, 0.6),
        (QEvent.Type.TabletRelease, 300.0, 0.0),
    ):
        at = QPointF(x, 150)
        event = QTabletEvent(
            kind, pen, at, at, pressure, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, LEFT, LEFT,
        )  # fmt: skip
        QApplication.sendEvent(pad, event)
        qtbot.wait(3)
    (stroke,) = drawn(pad).strokes
    assert [point.pressure for point in stroke] == [0.2, 0.9, 0.6]
    times = [point.t for point in stroke]
    assert times[0] == 0 and times == sorted(times) and times[-1] > 0


def test_a_finger_draws_and_the_palm_beside_it_does_not(pad: SignaturePad) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(pad, screen).press(1, QPointF(100, 100).toPoint()).commit()
    QTest.touchEvent(pad, screen).stationary(1).press(2, QPointF(600, 300).toPoint()).commit()
    QTest.touchEvent(pad, screen).move(1, QPointF(200, 120).toPoint()).move(
        2, QPointF(620, 300).toPoint()
    ).commit()
    QTest.touchEvent(pad, screen).release(1, QPointF(200, 120).toPoint()).stationary(2).commit()
    QTest.touchEvent(pad, screen).release(2, QPointF(620, 300).toPoint()).commit()
    (stroke,) = drawn(pad).strokes
    assert len(stroke) == 2
    assert all(point.x < 0.5 for point in stroke)


def test_undo_on_the_pad_takes_the_last_stroke_and_clear_takes_all(
    pad: SignaturePad, qtbot: QtBot
) -> None:
    draw(pad, (0.2, 0.2), (0.4, 0.4))
    draw(pad, (0.5, 0.2), (0.7, 0.4))
    pad.setFocus()
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(drawn(pad).strokes) == 1
    with qtbot.waitSignal(pad.changed):
        pad.clear()
    assert pad.ink() is None


def test_who_cannot_draw_is_told_of_the_other_way(pad: SignaturePad) -> None:
    assert pad.accessibleName()
    assert pad.accessibleDescription()


def test_a_tap_is_a_dot_that_can_be_seen(pad: SignaturePad) -> None:
    draw(pad, (0.5, 0.4))
    assert dark_box(pad)[0] == pytest.approx(0.5, abs=0.02)
