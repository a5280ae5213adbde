"""A way to something around the plan: what it is, and under that in few words how it stands."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press, text

ICON, SIDE, AIR, GAP = 20, 6, 2, 6
TARGET = 42  # pixels at 100 % text


class Way(QAbstractButton):
    """A screen reader hears both as one: "Intake · begun"."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self._name, self._icon, self._told = name, icon, ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tell("")

    def tell(self, told: str, why: str = "") -> None:
        """Say how it stands; `why` is said when it is pointed at."""
        self._told = told
        self.setText(f"{self._name} · {told}" if told else self._name)
        text.tip(self, why)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = self._lines()
        wide = max(QFontMetrics(font).horizontalAdvance(words) for words, font, _ink in lines)
        tall = sum(QFontMetrics(font).height() for _words, font, _ink in lines)
        return QSize(
            wide + 1 + theme.px(ICON + GAP + 2 * SIDE), max(tall + theme.px(2 * AIR), _target())
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = self.isChecked() or self.isDown()
        if chosen or self.underMouse():
            painter.setBrush(theme.colour("primarySoft" if chosen else "sunken"))
        edge = "focus" if self.hasFocus() else "primary" if chosen else ""
        width = 3 if self.hasFocus() else 1
        painter.setPen(QPen(theme.colour(edge), width) if edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        side = theme.px(ICON)
        picture = icons.pixmap(self._icon, "ink", side)
        painter.drawPixmap(theme.px(SIDE), (self.height() - side) // 2, picture)
        lines = self._lines()
        left = theme.px(SIDE + ICON + GAP)
        top = (self.height() - sum(QFontMetrics(font).height() for _words, font, _ink in lines)) / 2
        for words, font, ink in lines:
            tall = QFontMetrics(font).height()
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            place = QRectF(left, top, self.width() - left, tall)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            top += tall
        painter.end()

    def _lines(self) -> tuple[tuple[str, QFont, str], ...]:
        """The name, and how it stands where there is something to say."""
        name = (self._name, theme.font(15, 600), "ink")
        return (name, (self._told, theme.font(14), "ink2")) if self._told else (name,)


def _target() -> int:
    return theme.px(TARGET)
