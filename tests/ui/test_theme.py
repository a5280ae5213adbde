"""Every word and every edge can be seen, in each theme.

WCAG 2.2: 4.5 for text, in high contrast 7; 3 for edges.
"""

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import paths
from caseplanner.dossier.model import Dimension
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import buttons, tag
from caseplanner.ui.widgets.way import Way

SETS = ("LIGHT", "DARK", "HC")
DIMENSIONS = ("zelf", "netwerk", "slachtoffer", "samenleving")
LAMPS = ("lampGreen", "lampOrange", "lampRed")
TEXT = (
    *((ink, back) for ink in ("ink", "ink2", "ink3") for back in ("bg", "surface")),
    ("ink", "sunken"),
    ("ink2", "sunken"),
    ("primary", "bg"),
    ("primary", "surface"),
    ("primary", "primarySoft"),
    ("ink", "primarySoft"),
    ("onPrimary", "primary"),
    ("onPrimary", "primaryHover"),
    ("railInk", "rail"),
    ("railInk2", "rail"),
    ("railInk", "railSel"),
    ("surface", "ink"),
    *((state, back) for state in ("ok", "warn", "bad") for back in (f"{state}Soft", "surface")),
    *((ink, back) for ink, back in tag.KINDS.values()),
    *((name, back) for name in DIMENSIONS for back in ("surface", f"{name}Soft")),
    *(("surface", name) for name in DIMENSIONS),
)
EDGES = (
    ("focus", "bg"),
    ("focus", "surface"),
    ("focusOnPrimary", "primary"),
    ("lineStrong", "surface"),
    ("lineStrong", "bg"),
    ("railInk", "railSel"),
    *((lamp, "surface") for lamp in LAMPS),
    *(("onLamp", lamp) for lamp in LAMPS),
)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""

    def light(name: str) -> float:
        def channel(value: float) -> float:
            return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

        seen = QColor(name)
        parts = (seen.redF(), seen.greenF(), seen.blueF())
        return sum(w * channel(p) for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("ink", "back"), sorted(set(TEXT)))
def test_words_stand_out_from_what_is_behind_them(name: str, ink: str, back: str) -> None:
    colours = theme.tokens(name)
    assert contrast(colours[ink], colours[back]) >= (7 if name == "HC" else 4.5)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("edge", "back"), EDGES)
def test_edges_and_the_ring_of_the_focus_are_seen(name: str, edge: str, back: str) -> None:
    colours = theme.tokens(name)
    assert contrast(colours[edge], colours[back]) >= 3


def test_the_measure_itself_knows_black_on_white() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


@pytest.mark.parametrize(
    ("mode", "name"), [("light", "LIGHT"), ("dark", "DARK"), ("contrast", "HC")]
)
def test_a_chosen_theme_holds_for_the_whole_program(
    qapp: QApplication, mode: str, name: str
) -> None:
    theme.use(qapp, mode)
    assert theme.colour("bg").name().upper() == theme.tokens(name)["bg"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("bg")
    assert theme.is_dark() == (name != "LIGHT")
    assert theme.is_contrast() == (name == "HC")


def test_larger_text_makes_everything_larger(qapp: QApplication) -> None:
    theme.use(qapp, "light", 150)
    assert (theme.px(10), theme.font(20).pixelSize()) == (15, 30)
    theme.use(qapp, "light", 1000)
    assert theme.text_size() == 200


def test_the_fonts_are_our_own(qapp: QApplication) -> None:
    assert QFontInfo(theme.font(17)).family() == "Source Sans 3"
    assert QFontInfo(theme.font(17, 600, heading=True)).family() == "Lexend"


def test_each_dimension_has_a_look_of_its_own() -> None:
    looks = [theme.look(dimension) for dimension in Dimension]
    assert len({look.colour.name() for look in looks}) == len(Dimension)
    assert len({look.icon_name for look in looks}) == len(Dimension)


@pytest.mark.parametrize("name", SETS)
def test_the_pictures_of_the_style_sheet_have_the_colours_of_their_theme(name: str) -> None:
    for picture, token in (("check", "onPrimary"), ("chevron-down", "ink2")):
        svg = paths.resource(f"theme/{name}/{picture}.svg").read_text("utf-8")
        assert f'stroke="{theme.tokens(name)[token]}"' in svg


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    image = icons.pixmap("square", "bad", 48).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {theme.colour("bad").name()}


@pytest.mark.parametrize(
    ("preference", "scheme", "name"),
    [
        (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Light, "HC"),
        (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Dark, "HC"),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Dark, "DARK"),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Light, "LIGHT"),
    ],
)
def test_what_the_computer_is_set_to_is_followed_high_contrast_first(
    preference: Qt.ContrastPreference, scheme: Qt.ColorScheme, name: str
) -> None:
    hints = Mock()
    hints.accessibility().contrastPreference.return_value = preference
    hints.colorScheme.return_value = scheme
    computer = Mock()
    computer.styleHints.return_value = hints
    assert theme._tokens_for(computer, "system") == name
    assert theme._tokens_for(computer, "light") == "LIGHT"


@pytest.mark.parametrize("made", [buttons.quiet, Way])
def test_in_high_contrast_what_is_chosen_has_an_edge(
    qtbot: QtBot, qapp: QApplication, made: Callable[[str, str], QAbstractButton]
) -> None:
    theme.use(qapp, "contrast")
    button = made("Zaak", "flag")
    qtbot.addWidget(button)
    button.setCheckable(True)
    assert not shows(button, "primary")
    button.setChecked(True)
    assert shows(button, "primary")


def shows(widget: QWidget, token: str) -> bool:
    """Somewhere on it there is this colour."""
    image = widget.grab().toImage()
    wanted = theme.colour(token)
    return any(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )
