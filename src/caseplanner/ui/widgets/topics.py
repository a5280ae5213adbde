"""What we talk about today: the topics, each ticked once the client has answered.

No bar, no percentage, no clock: those press on who reads slowly (ux.md section 1).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from caseplanner.dossier.model import Dimension
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _

TILE = 48
SMALL_TILE = 40  # where there is no room for names


@dataclass(frozen=True, slots=True)
class Topic:
    """One line, in the colours of its dimension or with an icon; a `small` one leads elsewhere,
    and a `tight` one stands among many."""

    name: str
    told: str
    dimension: Dimension | None = None
    ticked: bool = False
    icon: str = "handshake"
    small: bool = False
    tight: bool = False


class Topics(QWidget):
    """A column of topics. `chosen` sends the place of the one that was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[TopicLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))

    def show_topics(self, topics: Sequence[Topic], now: int, *, only_icons: bool) -> None:
        """Show these, with the one at place `now` as the one we are at."""
        while len(self.lines) < len(topics):
            line = TopicLine()
            line.clicked.connect(lambda _on, line=line: self._choose(line))
            self.lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(topics))
            if place < len(topics):
                line.show_topic(topics[place], now=place == now, only_icon=only_icons)

    def _choose(self, line: "TopicLine") -> None:
        self.chosen.emit(self.lines.index(line))


class TopicLine(QAbstractButton):
    """A tile, a name, a tick."""

    def __init__(self) -> None:
        super().__init__()
        self._topic = Topic("", "")
        self.now = self._only_icon = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_topic(self, topic: Topic, *, now: bool, only_icon: bool) -> None:
        self._topic, self.now, self._only_icon = topic, now, only_icon
        parts = (topic.name, topic.told)
        said = ". ".join(part.rstrip(".") for part in parts if part)
        self.setAccessibleName(_spoken(topic, said, now=now))
        tip(self, said)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = self._side()
        return QSize(side + theme.px(24 if self._only_icon else 190), side + self._air())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side() + theme.px(24), self._side() + self._air())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, soft, icon = self._look()
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = theme.px(18)
        if self.now:
            painter.setPen(QPen(colour, 3))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(frame, radius, radius)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(frame, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        tile = QRectF(theme.px(12), self._air() / 2, self._side(), self._side())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if self.now else soft)
        painter.drawRoundedRect(tile, theme.px(12), theme.px(12))
        side = theme.px(24 if self._side() < theme.px(TILE) else 28)
        inset = (self._side() - side) / 2
        picture = icons.pixmap(icon, theme.colour("surface") if self.now else colour, side)
        painter.drawPixmap(QPointF(tile.x() + inset, tile.y() + inset), picture)
        self._paint_words(painter, tile)
        self._paint_tick(painter, tile)
        painter.end()

    def _paint_words(self, painter: QPainter, tile: QRectF) -> None:
        if self._only_icon:
            return
        left = tile.right() + theme.px(12)
        room = QRectF(left, 0, self.width() - left - theme.px(40), self.height())
        painter.setFont(theme.font(17, 600 if self.now else 500, heading=True))
        painter.setPen(theme.colour("ink"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._topic.name)

    def _paint_tick(self, painter: QPainter, tile: QRectF) -> None:
        if not self._topic.ticked:
            return
        side = theme.px(24)
        picture = icons.pixmap("circle-check", "ok", side)
        if self._only_icon:
            x, y = tile.right() - side * 0.6, tile.bottom() - side * 0.6
            painter.setBrush(theme.colour("surface"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(x, y, side, side))
        else:
            x, y = self.width() - side - theme.px(12), (self.height() - side) / 2
        painter.drawPixmap(round(x), round(y), picture)

    def _side(self) -> int:
        return theme.px(SMALL_TILE if self._only_icon or self._topic.small else TILE)

    def _air(self) -> int:
        if self._only_icon or self._topic.small:
            return theme.px(12)
        return theme.px(14 if self._topic.tight else 28)

    def _look(self) -> tuple[QColor, QColor, str]:
        if self._topic.dimension is None:
            return theme.colour("primary"), theme.colour("primarySoft"), self._topic.icon
        look = theme.look(self._topic.dimension)
        return look.colour, look.soft, look.icon_name


def _spoken(topic: Topic, said: str, *, now: bool) -> str:
    """What the frame and the tick say to the eye; after a question no full stop."""
    if topic.ticked:
        said = _("{topic} Done.", topic=said if said.endswith("?") else f"{said}.")
    if now:
        said = _("{topic} You are here.", topic=said if said[-1] in "?." else f"{said}.")
    return said
