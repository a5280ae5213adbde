"""Buttons: one primary on a page, secondary and quiet ones, and links.

They paint themselves, because a style sheet cannot put room between icon and words, wrap the
words, or draw a ring that is seen on the button's own colour.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press, text

TARGET = 42  # pixels at 100 % text; at least 40 by ux.md section 5
LINK_TARGET = 26
ICON = 20
LINE, UNBROKEN = 460, 280  # words wider than this wrap; narrower than this they never do
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class Button(QPushButton):
    """`kind` is "primary", "secondary", "quiet" or "link"."""

    def __init__(self, text: str, icon: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._least = LINK_TARGET if kind == "link" else TARGET
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Maximum if kind == "link" else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if icon:
            self.set_icon(icon)

    def set_target(self, least: int) -> None:
        """The least it is wide and high, in pixels of 100 % text."""
        if self._kind != "link" and least != self._least:
            self._least = least
            self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Show this icon in the colour of the words."""
        self.setIcon(icons.icon(name, self._ink()))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        words = self._words(theme.px(LINE))
        width = words.width() + self._beside() + 2 * self._side()
        return QSize(max(width, self._target()), self._height(words))

    def minimumSizeHint(self) -> QSize:
        """Short words stay on one line; longer ones may wrap."""
        words = self._words(theme.px(UNBROKEN))
        width = words.width() + self._beside() + 2 * self._side()
        return QSize(max(width, self._target()), self._target())

    def heightForWidth(self, width: int) -> int:
        return self._height(self._words(width - self._beside() - 2 * self._side()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_face(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        back, edge = self._colours()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = theme.px(8)
        if back:
            painter.setBrush(theme.colour(back))
        dashed = theme.is_contrast() and not self.isEnabled()
        line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour(edge), 1, line) if edge else Qt.PenStyle.NoPen)
        if back or edge:
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            ring = "focusOnPrimary" if self._kind == "primary" and self.isEnabled() else "focus"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(ring), 3))
            painter.drawRoundedRect(box, radius, radius)

    def _paint_face(self, painter: QPainter) -> None:
        room = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        words = self._words(room.width() - self._beside())
        left = room.x()
        if self._kind != "link":
            left += (room.width() - words.width() - self._beside()) // 2
        if not self.icon().isNull():
            side = theme.px(ICON)
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            picture = self.icon().pixmap(QSize(side, side), self.devicePixelRatio(), mode)
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), picture)
        painter.setFont(self._font())
        painter.setPen(theme.colour(self._ink()))
        place = QRect(left + self._beside(), 0, words.width() + 1, self.height())
        painter.drawText(place, WRAPPED, text.breakable(self.text()))

    def _colours(self) -> tuple[str, str]:
        """Background and edge, by the names of their tokens; "" for none."""
        hot = self.isEnabled() and (self.underMouse() or self.isDown())
        match self._kind:
            case "primary" if self.isEnabled():
                back = "primaryHover" if hot else "primary"
                return back, back
            case "primary":
                return "sunken", "line"
            case "secondary":
                return ("sunken" if hot else "surface"), "lineStrong"
            case "quiet":
                chosen = self.isChecked() or self.isDown()
                edge = "primary" if chosen and theme.is_contrast() else ""
                return ("primarySoft" if chosen else "sunken" if hot else ""), edge
            case _:
                return "", ""

    def _ink(self) -> str:
        if not self.isEnabled():
            return "ink3"
        return {"primary": "onPrimary", "link": "primary"}.get(self._kind, "ink")

    def _font(self) -> QFont:
        made = theme.font(17, 600)
        made.setUnderline(self._kind == "link")
        return made

    def _words(self, room: int) -> QRect:
        if not self.text():
            return QRect()
        metrics = QFontMetrics(self._font())
        words = text.breakable(self.text())
        found = metrics.boundingRect(QRect(0, 0, max(room, 1), 16777215), WRAPPED, words)
        return QRect(0, 0, found.width() + 1, found.height())

    def _height(self, words: QRect) -> int:
        return max(words.height() + theme.px(4 if self._kind == "link" else 12), self._target())

    def _beside(self) -> int:
        """Room for the icon, and between it and the words."""
        if self.icon().isNull():
            return 0
        return theme.px(ICON + 10) if self.text() else theme.px(ICON)

    def _side(self) -> int:
        if self._kind == "link":
            return theme.px(4)
        return theme.px(18 if self._kind != "quiet" else 10)

    def _target(self) -> int:
        return theme.px(self._least)


def primary(text: str, icon: str = "") -> Button:
    """The one thing to do next on a page."""
    return Button(text, icon, "primary")


def secondary(text: str, icon: str = "") -> Button:
    return Button(text, icon, "secondary")


def quiet(text: str, icon: str = "") -> Button:
    """Without a box until it is pointed at; with only an icon, give it an accessible name."""
    return Button(text, icon, "quiet")


def link(text: str) -> Button:
    """Words that lead somewhere else."""
    return Button(text, "", "link")
