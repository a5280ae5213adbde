"""The line icons of resources/icons, in any colour of the theme and sharp on any screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caseplanner import paths
from caseplanner.ui import theme


def icon(name: str, colour: str | QColor = "ink", size: int = 20) -> QIcon:
    """For buttons and menus; `size` in pixels at 100 % text. Grey where it is disabled."""
    made = QIcon(pixmap(name, colour, theme.px(size)))
    made.addPixmap(pixmap(name, "ink3", theme.px(size)), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str | QColor = "ink", size: int = 20) -> QPixmap:
    """For painters; `size` is the side on screen, so usually `theme.px(…)`."""
    found = theme.colour(colour) if isinstance(colour, str) else colour
    screen = QGuiApplication.primaryScreen()
    return _draw(name, found.name(), size, screen.devicePixelRatio() if screen else 1.0)


@lru_cache(maxsize=512)
def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = paths.resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
