"""The herstelwiel: what is drawn can be counted, and three kinds of nothing never look alike."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner.dossier import answers, people
from caseplanner.dossier.model import Dimension, Moment, ScoredBy
from caseplanner.ui import theme
from caseplanner.ui.widgets import wheel
from caseplanner.ui.widgets.wheel import HerstelWiel, Place

TITLES = ["Ik zelf", "Mijn mensen", "Het slachtoffer", "De samenleving"]
SIDE = 300


def drawn(*quarters: Place | int | None, small: bool = False) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    wheel.paint(painter, QRectF(0, 0, SIDE, SIDE), quarters, "Dennis", small=small)
    painter.end()
    return image


def quarter(image: QImage) -> QImage:
    """The top left: of SELF."""
    return image.copy(0, 0, SIDE // 2 - 6, SIDE // 2 - 6)


def spokes(image: QImage) -> list[QColor]:
    """The colour in the middle of each of the five rings, along the diagonal of SELF."""
    radius = SIDE / 2 - 1
    inner = radius * wheel.INNER
    pitch = (radius - inner) / wheel.RINGS
    found = []
    for ring in range(wheel.RINGS):
        at = (inner + (ring + 0.42) * pitch) * 0.70711
        found.append(image.pixelColor(QPoint(round(SIDE / 2 - at), round(SIDE / 2 - at))))
    return found


@pytest.mark.parametrize("value", range(6))
def test_the_filled_rings_can_be_counted(value: int) -> None:
    look = theme.look(Dimension.SELF)
    rings = spokes(drawn(Place(value), Place(1), Place(1), Place(1)))
    assert rings == [look.colour] * value + [look.soft] * (5 - value)


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_zero_declined_and_not_asked_never_look_alike(qapp: QApplication, mode: str) -> None:
    theme.use(qapp, mode)
    other = Place(2)
    pictures = [
        quarter(drawn(place, other, other, other))
        for place in (Place(0), Place(), Place(declined=True), Place(1))
    ]
    for place, one in enumerate(pictures):
        for two in pictures[place + 1 :]:
            different = sum(
                one.pixelColor(x, y) != two.pixelColor(x, y)
                for x in range(0, one.width(), 3)
                for y in range(0, one.height(), 3)
            )
            assert different > 60


def test_empty_rings_stay_visible_in_high_contrast(qapp: QApplication) -> None:
    theme.use(qapp, "contrast")
    image = drawn(Place(0), Place(0), Place(0), Place(0))
    colour = theme.look(Dimension.SELF).colour
    along = [image.pixelColor(x, SIDE // 2 - 40) for x in range(SIDE // 2 - 45)]
    assert along.count(theme.colour("surface")) < len(along)
    assert any(abs(c.lightness() - colour.lightness()) < 40 for c in along)


def test_start_and_worker_are_drawn_over_now() -> None:
    bare = drawn(Place(3), Place(1), Place(1), Place(1))
    start = drawn(Place(3, start=1), Place(1), Place(1), Place(1))
    worker = drawn(Place(3, worker=1), Place(1), Place(1), Place(1))
    assert quarter(bare) != quarter(start) != quarter(worker) != quarter(bare)


def test_the_small_wheel_takes_plain_numbers(qapp: QApplication) -> None:
    for mode in ("light", "dark", "contrast"):
        theme.use(qapp, mode)
        assert drawn(3, None, 0, 5, small=True) != drawn(None, None, None, None, small=True)


def test_a_long_name_stays_inside_the_middle() -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    name = "Wilhelmina-Alexandra van den Bergh"
    wheel.paint(painter, QRectF(0, 0, SIDE, SIDE), [Place(0)] * 4, name)
    painter.end()
    left = round(SIDE / 2 * (1 - wheel.HUB)) - 1, SIDE
    short = drawn(Place(0), Place(0), Place(0), Place(0))
    assert image.copy(0, 0, *left) == short.copy(0, 0, *left)


def test_now_falls_back_to_the_start_and_declined_is_kept() -> None:
    dossier = people.start("Dennis")
    dossier = answers.score(dossier, Dimension.SELF, ScoredBy.CLIENT, Moment.START, 2)
    dossier = answers.score(dossier, Dimension.VICTIM, ScoredBy.CLIENT, Moment.NOW, None)
    dossier = answers.score(dossier, Dimension.SELF, ScoredBy.WORKER, Moment.NOW, 4)
    assert wheel.places(dossier) == (
        Place(now=2, start=2),
        Place(),
        Place(declined=True),
        Place(),
    )
    assert wheel.places(dossier, worker=True)[0].worker == 4


def test_a_screen_reader_hears_a_chart_with_all_four_places(qtbot: QtBot) -> None:
    widget = HerstelWiel()
    qtbot.addWidget(widget)
    widget.show_places("Dennis", (Place(3, 1), Place(0), Place(declined=True), Place()), TITLES)
    known = QAccessible.queryAccessibleInterface(widget)
    assert known.role() is QAccessible.Role.Chart
    told = known.text(QAccessible.Text.Name)
    for words in (
        "Ik zelf: 3 van 5, aan het begin 1",
        "Mijn mensen: 0 van 5",
        "Het slachtoffer: wil dit niet invullen",
        "De samenleving: nog niet gevraagd",
    ):
        assert words in told
    assert widget.focusPolicy() == Qt.FocusPolicy.TabFocus
