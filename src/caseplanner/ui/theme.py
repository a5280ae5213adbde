"""The look of every screen: colours, sizes and fonts, from resources/theme/tokens.json.

One theme holds at a time, for the whole program; painters ask it by the functions below. After
`use` the window builds its pages anew, so a widget may take sizes and colours when it is made.
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from caseplanner import paths
from caseplanner.dossier.model import Dimension
from caseplanner.settings import LEAST_TEXT, MOST_TEXT

BODY, HEADING = "Source Sans 3", "Lexend"
SPARE = "Noto Sans"  # letters the other two lack


TOKENS = {
    Dimension.SELF: ("zelf", "sprout"),
    Dimension.NETWORK: ("netwerk", "users-round"),
    Dimension.VICTIM: ("slachtoffer", "heart-handshake"),
    Dimension.SOCIETY: ("samenleving", "house"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """The colours and the icon of a dimension; no other thing has them (ux.md section 5)."""

    colour: QColor
    soft: QColor
    mid: QColor
    icon_name: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of tokens ("LIGHT", "DARK" or "HC") at a text size in percent."""

    name: str
    text_size: int


_theme = Theme("LIGHT", 100)


def use(app: QApplication, mode: str = "system", text_size: int = 100, scale: float = 1.0) -> None:
    """Give the whole program this look: one of settings.THEMES, and a text size in percent.

    `scale` is how much larger all of it is than that: on the large screen of a meeting.
    """
    global _theme
    _load_fonts()
    _ask_system(app, mode)
    size = max(LEAST_TEXT, min(text_size, MOST_TEXT))
    _theme = Theme(_tokens_for(app, mode), round(size * scale))
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    sheet = style_sheet()
    if app.styleSheet() == sheet:
        return  # it has this look: every widget there is would be asked to take it on again
    app.setFont(font(17))
    app.setPalette(_palette())
    app.setStyleSheet(sheet)


def colour(name: str) -> QColor:
    """The colour of this token in the theme that holds now."""
    return QColor(tokens(_theme.name)[name])


def px(n: float) -> int:
    """`n` pixels of a design at 100 % text, at the text size that holds now."""
    return round(n * _theme.text_size / 100)


def font(size: int, weight: int = 400, *, heading: bool = False) -> QFont:
    """The font of body text or of headings; `size` in pixels at 100 % text."""
    made = QFont([HEADING if heading else BODY, SPARE])
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    return made


def look(dimension: Dimension) -> Look:
    token, icon = TOKENS[dimension]
    return Look(colour(token), colour(token + "Soft"), colour(token + "Mid"), icon)


def is_dark() -> bool:
    return _theme.name != "LIGHT"


def is_contrast() -> bool:
    """High contrast: no tints, every shape has an edge."""
    return _theme.name == "HC"


def text_size() -> int:
    """Percent."""
    return _theme.text_size


@cache
def tokens(name: str) -> dict[str, str]:
    """All colours of one set, "LIGHT", "DARK" or "HC", by name."""
    sets: dict[str, dict[str, str]] = json.loads(
        paths.resource("theme/tokens.json").read_text("utf-8")
    )
    return sets[name]


def style_sheet() -> str:
    """resources/theme/style.qss with the tokens and sizes that hold now filled in."""
    sheet = paths.resource("theme/style.qss").read_text("utf-8")
    named = tokens(_theme.name)
    values = named | {
        "images": paths.resource(f"theme/{_theme.name}").as_posix(),
        "round": f"{px(18) // 2 + 2}px",  # half a radio button; one pixel more and it is square
        "pick": named["primary" if is_contrast() else "primarySoft"],
        "onPick": named["onPrimary" if is_contrast() else "ink"],
        "railEdge": named["line" if is_contrast() else "rail"],
        "off": "dashed" if is_contrast() else "solid",  # the border of what cannot be used now
    }
    sheet = re.sub(r"\$(\w+)", lambda found: values[found[1]], sheet)
    return re.sub(r"(\d+)dp", lambda found: f"{px(int(found[1]))}px", sheet)


def _ask_system(app: QApplication, mode: str) -> None:
    """Let title bars and the system's own dialogs follow a chosen theme."""
    hints = app.styleHints()
    match mode:
        case "light":
            hints.setColorScheme(Qt.ColorScheme.Light)
        case "dark" | "contrast":
            hints.setColorScheme(Qt.ColorScheme.Dark)
        case _:
            hints.unsetColorScheme()


def _tokens_for(app: QApplication, mode: str) -> str:
    hints = app.styleHints()
    match mode:
        case "light":
            return "LIGHT"
        case "dark":
            return "DARK"
        case "contrast":
            return "HC"
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "HC"
    return "DARK" if hints.colorScheme() is Qt.ColorScheme.Dark else "LIGHT"


@cache
def _load_fonts() -> None:
    for file in sorted(paths.resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _palette() -> QPalette:
    """For what Qt paints itself: selections, placeholders, its own dialogs."""
    role = QPalette.ColorRole
    palette = QPalette(colour("bg"))
    for to, name in {
        role.Window: "bg",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "ink",
        role.PlaceholderText: "ink3",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.ToolTipBase: "ink",
        role.ToolTipText: "surface",
        role.Highlight: "primary",
        role.HighlightedText: "onPrimary",
        role.Link: "primary",
        role.LinkVisited: "primary",
        role.Accent: "primary",
        role.Mid: "line",
        role.Dark: "lineStrong",
    }.items():
        palette.setColor(to, colour(name))
    for to in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, to, colour("ink3"))
    return palette
