"""An icon on a small rounded square: a dimension in its own colour, or any icon in a soft one."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseplanner.dossier.model import Dimension
from caseplanner.ui import icons, theme


class IconTile(QWidget):
    """`what` is a dimension or the name of an icon, which then stands in the soft `colour`."""

    def __init__(
        self,
        what: Dimension | str = "",
        size: int = 40,
        colour: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._what = what
        self._token = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, size: int) -> None:
        """The side, in pixels of 100 % text."""
        self._size = size
        self.updateGeometry()
        self.update()

    def show_dimension(self, dimension: Dimension) -> None:
        self._what = dimension
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._what:
            return
        back, ink, icon = self._colours()
        side = theme.px(self._size)
        radius = side * 0.22
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink if theme.is_contrast() else back, 1.5))
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), radius, radius)
        inner = round(side * 0.56)
        at = (side - inner) // 2
        painter.drawPixmap(at, at, icons.pixmap(icon, ink, inner))
        painter.end()

    def _colours(self) -> tuple[QColor, QColor, str]:
        if isinstance(self._what, Dimension):
            look = theme.look(self._what)
            if theme.is_contrast():
                return look.soft, look.colour, look.icon_name
            return look.colour, theme.colour("surface"), look.icon_name
        return theme.colour(self._token + "Soft"), theme.colour(self._token), self._what
