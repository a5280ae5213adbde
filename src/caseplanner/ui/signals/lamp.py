"""A lamp of the traffic light. The sign in it tells it from the others without its colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from caseplanner.dossier.model import Light
from caseplanner.ui import icons, theme

SIDE = 46  # pixels at 100 % text
# The colour and the sign of each lamp; on paper they are the same.
LOOK = {
    Light.GREEN: ("lampGreen", "check", "okSoft"),
    Light.ORANGE: ("lampOrange", "triangle-alert", "warnSoft"),
    Light.RED: ("lampRed", "octagon-alert", "badSoft"),
}


class Lamp(QWidget):
    """Stands beside the word for it, so a screen reader passes it by."""

    def __init__(self, light: Light) -> None:
        super().__init__()
        self._colour, self._sign, _soft = LOOK[light]
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._colour))
        painter.drawEllipse(disc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("onLamp"), theme.px(2)))
        ring = theme.px(4)
        painter.drawEllipse(disc.adjusted(ring, ring, -ring, -ring))
        side = theme.px(SIDE * 0.5)
        corner = round((self.width() - side) / 2)
        painter.drawPixmap(corner, corner, icons.pixmap(self._sign, "onLamp", side))
        painter.end()
