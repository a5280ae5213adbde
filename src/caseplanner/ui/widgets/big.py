"""The large buttons of what the client sees: easy to read, easy to hit, never elided."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press

HEIGHT = 72  # ux.md section 5: answers
LOW = 60  # where the window is low
SIZES = (23, 19, 17, 15)  # the first that fits


class BigButton(QAbstractButton):
    """A button with an icon and a few words, over two lines where one is too narrow."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        primary: bool = False,
        trailing: bool = False,
        height: int = HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._primary = primary
        self._trailing = trailing
        self._height = height
        self._hovered = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_face(self, text: str, icon: str) -> None:
        self._icon = icon
        self.setText(text)
        self.updateGeometry()

    def set_height(self, height: int) -> None:
        """In pixels of 100 % text."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        font = theme.font(self._sizes()[0], 600, heading=True)
        words = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(round(words + self._beside() + 2 * theme.px(24)), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        font = theme.font(SIZES[-1], 600, heading=True)
        longest = max(self.text().split() or [""], key=len)
        words = QFontMetricsF(font).horizontalAdvance(longest)
        return QSize(round(words + 2 * theme.px(10)), theme.px(self._height))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, edge, ink = self._colours()
        chosen = self.isChecked()
        width = theme.px(3) if chosen else 2.0
        if self.hasFocus():
            edge, width = ("focusOnPrimary" if self._primary else "focus"), 4.0
        radius = theme.px(18 if self._height >= LOW else 12)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(theme.colour(back))
        painter.setPen(QPen(theme.colour(edge), width))
        painter.drawRoundedRect(frame, radius, radius)
        self._paint_face(painter, frame, ink)
        if chosen:  # not by colour alone
            side = theme.px(20)
            at = QPointF(frame.right() - side - theme.px(5), frame.top() + theme.px(5))
            painter.drawPixmap(at, icons.pixmap("circle-check", theme.colour(edge), side))
        painter.end()

    def _paint_face(self, painter: QPainter, frame: QRectF, ink: str) -> None:
        room = frame.adjusted(theme.px(14), 2, -theme.px(14), -2)
        font, lines, beside = self._fitting(room)
        left = room.x() + (room.width() - beside - lines.width()) / 2
        if beside:
            side = theme.px(28)
            at = left + lines.width() + theme.px(12) if self._trailing else left
            picture = icons.pixmap(self._icon, theme.colour(ink), side)
            painter.drawPixmap(QPointF(at, room.center().y() - side / 2), picture)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        start = left if self._trailing else left + beside
        option = QTextOption(Qt.AlignmentFlag.AlignCenter)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.drawText(
            QRectF(start - 1, room.y(), lines.width() + 2, room.height()), self.text(), option
        )

    def _fitting(self, room: QRectF) -> tuple[QFont, QRectF, int]:
        """The font, the room its lines take, and the room for the icon: none when too narrow."""
        fits = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        for beside in (self._beside(), 0):
            for size in self._sizes():
                font = theme.font(size, 600, heading=True)
                free = QRectF(0, 0, room.width() - beside, room.height())
                lines = QFontMetricsF(font).boundingRect(free, fits, self.text())
                if lines.width() <= free.width() and lines.height() <= free.height():
                    return font, lines, beside
        return font, lines, 0

    def _colours(self) -> tuple[str, str, str]:
        """Background, edge and ink, by the names of the tokens."""
        if self._primary and self.isEnabled():
            back = "primaryHover" if self._hovered else "primary"
            return back, back, "onPrimary"
        if self.isChecked():
            return "primarySoft", "primary", "ink"
        ink = "ink" if self.isEnabled() else "ink3"
        return ("sunken" if self._hovered else "surface"), "lineStrong", ink

    def _sizes(self) -> tuple[int, ...]:
        return SIZES if self._height >= LOW else SIZES[1:]

    def _beside(self) -> int:
        return theme.px(28 + 12) if self._icon else 0
