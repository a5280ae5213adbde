"""A state in a word or two, with an icon, so that it never hangs on colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseplanner.ui import icons, theme

# kind: (ink, background)
KINDS = {
    "ok": ("ok", "okSoft"),
    "warn": ("warn", "warnSoft"),
    "bad": ("bad", "badSoft"),
    "info": ("primary", "primarySoft"),
    "neutral": ("ink2", "sunken"),
}
HEIGHT = 25
ICON = 16


class Tag(QLabel):
    """`kind` is one of KINDS; a screen reader reads the words as a label."""

    def __init__(
        self, text: str = "", kind: str = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._ink, self._back = KINDS[kind]
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(15, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, kind: str = "neutral", icon: str = "") -> None:
        """Tell another state."""
        self._ink, self._back = KINDS[kind]
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self.text(), self._ink, self._back, self._icon)
        painter.end()


def size(text: str, icon: str) -> QSize:
    """What a tag with these words needs, for who paints one itself."""
    words = QFontMetrics(theme.font(15, 600)).horizontalAdvance(text)
    beside = theme.px(ICON + 5) if icon else 0
    return QSize(words + beside + theme.px(20), theme.px(HEIGHT))


def paint(painter: QPainter, box: QRectF, text: str, ink: str, back: str, icon: str) -> None:
    """Draw a tag that fills `box`; `ink` and `back` are tokens."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = ink if theme.is_contrast() else back
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(theme.colour(back))
    radius = box.height() / 2
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = box.x() + theme.px(9)
    if icon:
        side = theme.px(ICON)
        top = box.center().y() - side / 2
        painter.drawPixmap(round(left), round(top), icons.pixmap(icon, ink, side))
        left += side + theme.px(5)
    painter.setFont(theme.font(15, 600))
    painter.setPen(theme.colour(ink))
    room = QRectF(left, box.y(), box.right() - left, box.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    painter.restore()
