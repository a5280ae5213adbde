"""The people around the client as a picture: three circles, the client in the middle.

What somebody is to the client is told by shape and by word: a round is a support, a diamond a
worry, a diamond in a round both. By keyboard: Tab reaches the picture, the arrows go from one to
the next, Alt+Up and Alt+Down bring somebody closer or further, Enter opens.
"""

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from caseplanner.dossier import network
from caseplanner.dossier.model import Circle, Contact, Dimension, Meaning, NoContact
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _

RINGS = tuple(Circle)
OUT = {Circle.CLOSE: 0.4, Circle.NEAR: 0.7, Circle.FAR: 1.0}  # of the outermost ring
# Degrees: each circle is turned a little, so that few people stand beside and not behind each
# other; at the foot, where its name is, nobody stands.
TURN = {Circle.CLOSE: 0, Circle.NEAR: 26, Circle.FAR: -26}
FOOT, FREE = 90, 50
HUB = 36  # pixels at 100 % text: the disc with the client's name
SHAPE = 15  # half of a shape
SPOT = (126, 78)  # room for a shape with its words
LEAST = 46  # of the width: narrower than this there are no words, only the shape


class NetworkMap(QWidget):
    """`chosen` sends the id of somebody to look at; `moved` an id and its new circle."""

    chosen = Signal(str)
    moved = Signal(str, object)

    def __init__(self, after: QWidget) -> None:
        super().__init__()
        self._after = after  # what Tab reaches before the picture
        self.spots: dict[str, Spot] = {}
        self._called = ""
        self._people: Sequence[Contact] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_people(self, called: str, people: Sequence[Contact], chosen: str = "") -> None:
        """Show these around the client; the one that is open has a ring."""
        self._called, self._people = called, people
        self.setAccessibleName(describe(called, people))
        for gone in self.spots.keys() - {one.id for one in people}:
            spot = self.spots.pop(gone)
            spot.hide()
            spot.deleteLater()
        for one in people:
            if one.id not in self.spots:
                self.spots[one.id] = Spot(self, one.id)
            self.spots[one.id].show_person(one, chosen=one.id == chosen)
        self._reach(next((o.id for o in people if self.spots[o.id].hasFocus()), chosen))
        self._place()
        self.update()

    def step(self, id: str, by: int) -> None:
        """Go to the next one around, by keyboard."""
        ids = [one.id for one in self._in_order()]
        to = ids[(ids.index(id) + by) % len(ids)]
        self._reach(to)
        self.spots[to].setFocus(Qt.FocusReason.TabFocusReason)

    def bring(self, id: str, by: int) -> None:
        """Closer or further by one circle."""
        now = next(one.circle for one in self._people if one.id == id)
        place = RINGS.index(now) + by
        if 0 <= place < len(RINGS):
            self.moved.emit(id, RINGS[place])

    def drop(self, id: str, at: QPointF) -> None:
        """Let go of somebody who was dragged here."""
        away = at - self._middle()
        part = hypot(away.x(), away.y()) / max(self._radius(), 1)
        circle = min(RINGS, key=lambda each: abs(OUT[each] - part))
        self._place()
        if circle is not next(one.circle for one in self._people if one.id == id):
            self.moved.emit(id, circle)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(520), theme.px(490))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(360))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.look(Dimension.NETWORK)
        for circle in reversed(RINGS):
            radius = self._radius() * OUT[circle] + theme.px(4)
            inside = circle is Circle.CLOSE and not theme.is_contrast()
            painter.setBrush(look.soft if inside else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour if theme.is_contrast() else look.mid, 1.6))
            painter.drawEllipse(self._middle(), radius, radius)
            self._name_ring(painter, circle, radius)
        self._paint_client(painter)
        painter.end()

    def _name_ring(self, painter: QPainter, circle: Circle, radius: float) -> None:
        """The name of a circle, on its line at the foot."""
        text, font = _(network.CIRCLES[circle]), theme.font(14, 600)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(text) + theme.px(12), metrics.height()
        centre = self._middle() + QPointF(0, radius)
        box = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_client(self, painter: QPainter) -> None:
        radius = theme.px(HUB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        painter.drawEllipse(self._middle(), radius, radius)
        font = theme.font(16, 700)
        room = radius * 1.7
        while QFontMetricsF(font).horizontalAdvance(self._called) > room and font.pixelSize() > 11:
            font.setPixelSize(font.pixelSize() - 1)
        shown = QFontMetricsF(font).elidedText(self._called, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("surface"))
        box = QRectF(0, 0, 2 * radius, 2 * radius)
        box.moveCenter(self._middle())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2 + theme.px(8))

    def _radius(self) -> float:
        """Of the outermost circle: what the room allows, with the words of who stands on it."""
        across = self.width() / 2 - theme.px(SPOT[0]) / 2
        down = self.height() / 2 - theme.px(SPOT[1] - SHAPE - 8)
        return max(min(across, down), theme.px(HUB) * 2)

    def _in_order(self) -> list[Contact]:
        return [one for circle in RINGS for one in self._people if one.circle is circle]

    def _place(self) -> None:
        """Everybody on the line of his or her circle, evenly around."""
        for circle in RINGS:
            here = [one for one in self._people if one.circle is circle]
            radius = self._radius() * OUT[circle] + theme.px(4)
            room = 2 * pi * radius * (1 - FREE / 180) / max(len(here), 1)
            for number, one in enumerate(here):
                turn = TURN[circle] * min(1, 2 / len(here))  # with many there is no room to turn
                along = (number + 0.5) / len(here) * (360 - 2 * FREE)
                way = (FOOT + FREE + along + turn) * pi / 180
                at = self._middle() + QPointF(cos(way), sin(way)) * radius
                self.spots[one.id].stand(
                    at, min(theme.px(SPOT[0]), round(room)), above=sin(way) < -0.2
                )
        before = self._after
        for one in self._in_order():
            QWidget.setTabOrder(before, self.spots[one.id])
            before = self.spots[one.id]

    def _reach(self, id: str) -> None:
        """Tab stops at one of them: at this one, or else at the first."""
        first = next((one.id for one in self._in_order()), "")
        stop = id if id in self.spots else first
        for each, spot in self.spots.items():
            tab = Qt.FocusPolicy.StrongFocus if each == stop else Qt.FocusPolicy.ClickFocus
            spot.setFocusPolicy(tab)


class Spot(QAbstractButton):
    """Somebody on the map."""

    def __init__(self, around: NetworkMap, id: str) -> None:
        super().__init__(around)
        self._map, self._id = around, id
        self._one = Contact("")
        self._grip: QPoint | None = None
        self._dragged = self._above = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_person(self, one: Contact, *, chosen: bool) -> None:
        self._one = one
        self.setChecked(chosen)
        self.setAccessibleName(network.in_words(one))
        tip(self, network.in_words(one))
        self.show()
        self.update()

    def stand(self, at: QPointF, width: int, *, above: bool) -> None:
        """Put the shape here, with so much room for its words: away from the middle."""
        self._above = above
        self.resize(max(width, theme.px(2 * SHAPE + 8)), theme.px(SPOT[1]))
        self.move((at - self._centre()).toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._map.bring(self._id, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._map.step(self._id, 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._map.step(self._id, -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip, self._dragged = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        away = event.position().toPoint() - self._grip
        if self._dragged or away.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.raise_()
            self.move(self.pos() + away)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        if self._dragged:
            self._dragged = False
            self.setDown(False)
            self._map.drop(self._id, QPointF(self.pos()) + self._centre())
        else:
            super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.isChecked():
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "primary"), 2.5))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        paint_shape(painter, self._centre(), theme.px(SHAPE), self._one.meaning)
        if self._one.no_contact is not NoContact.NONE:
            forbidden = self._one.no_contact is NoContact.FORBIDDEN
            self._badge(painter, *(("circle-x", "bad") if forbidden else ("circle-help", "warn")))
        if self.width() >= theme.px(LEAST):
            self._words(painter)
        painter.end()

    def _badge(self, painter: QPainter, icon: str, ink: str) -> None:
        side = theme.px(17)
        at = self._centre() + QPointF(theme.px(SHAPE) * 0.75, -theme.px(SHAPE) * 1.1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(at + QPointF(side / 2, side / 2), side / 2 + 1, side / 2 + 1)
        painter.drawPixmap(at.toPoint(), icons.pixmap(icon, ink, side))

    def _words(self, painter: QPainter) -> None:
        """The name, and below it who it is and what, as far as there is room."""
        top = 2.0 if self._above else self._centre().y() + theme.px(SHAPE + 2)
        small, meaning = theme.font(13), _(network.MEANINGS[self._one.meaning]).lower()
        about = (
            f"{self._one.relation.strip()} · {meaning}" if self._one.relation.strip() else meaning
        )
        if QFontMetricsF(small).horizontalAdvance(about) > self.width() - 4:
            about = meaning  # that is never cut; who it is stands in the list
        lines = ((self._one.name, theme.font(15, 700), "ink"), (about, small, "ink2"))
        for text, font, ink in lines:
            metrics = QFontMetricsF(font)
            room = self.width() - 4
            shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room)
            wide = metrics.horizontalAdvance(shown) + theme.px(6)
            box = QRectF((self.width() - wide) / 2, top, wide, metrics.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            top += metrics.height()

    def _centre(self) -> QPointF:
        """Of the shape."""
        edge = theme.px(SHAPE + 4)
        return QPointF(self.width() / 2, self.height() - edge if self._above else edge)

    def _open(self) -> None:
        self._map.chosen.emit(self._id)


def paint_shape(painter: QPainter, at: QPointF, half: float, meaning: Meaning) -> None:
    """A round for support, a diamond for worry, a diamond in a round for both."""
    look = theme.look(Dimension.NETWORK)
    filled, bare = look.colour, theme.colour("surface")
    painter.setPen(QPen(look.colour, 2.2))
    if meaning is Meaning.WORRY:
        painter.setBrush(bare)
        painter.drawPolygon(_diamond(at, half))
        return
    painter.setBrush(filled)
    painter.drawEllipse(at, half * 0.92, half * 0.92)
    if meaning is Meaning.BOTH:
        painter.setBrush(bare)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(_diamond(at, half * 0.62))


def describe(called: str, people: Sequence[Contact]) -> str:
    """The whole picture in words, for who does not see it."""
    told = [_("People around {name}.", name=called)]
    for circle in RINGS:
        names = [one.name for one in people if one.circle is circle]
        if names:
            told.append(f"{_(network.CIRCLES[circle])}: {', '.join(names)}.")
    return " ".join(told if people else [*told, _("Nobody yet.")])


def _diamond(at: QPointF, half: float) -> QPolygonF:
    ways = ((0, -half), (half, 0), (0, half), (-half, 0))
    return QPolygonF([at + QPointF(x, y) for x, y in ways])
