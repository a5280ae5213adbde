"""Who sits at the table, on top of the room; tapping a seat marks who speaks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from caseplanner.dossier.meeting_words import VALUES
from caseplanner.dossier.model import Meeting, Seat, SeatRole
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import layouts, press
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _

HEIGHT, LOW = 60, 48
WIDEST, NARROWEST = 210, 108
LEAST = 12  # pixels of the smallest letters, at 100 % text


class Seats(QWidget):
    """A seat for everybody; the client's comes first. `spoke` sends the id of who speaks now."""

    spoke = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.seats: dict[str, SeatButton] = {}
        self._speaks = ""
        self._low = False
        self._shown: tuple[Seat, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(10))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_meeting(self, meeting: Meeting) -> None:
        named = tuple(seat for seat in meeting.seats if seat.name.strip())
        if named == self._shown:
            return
        self._shown = named
        layouts.empty(self._row)
        self.seats = {}
        for seat in named:
            button = SeatButton(seat)
            button.set_low(self._low)
            button.clicked.connect(lambda _on=False, id=seat.id: self.speak(id))
            self.seats[seat.id] = button
            self._row.addWidget(button, 1)
        self._row.addStretch(1)
        if self._speaks not in self.seats:
            self._speaks = ""
        self._mark()

    def speak(self, id: str) -> None:
        """This one speaks now; tapped once more, nobody in particular."""
        self._speaks = "" if id == self._speaks else id
        self._mark()
        self.spoke.emit(self._speaks)

    def set_low(self, low: bool) -> None:
        self._low = low
        for button in self.seats.values():
            button.set_low(low)

    def _mark(self) -> None:
        for id, button in self.seats.items():
            button.show_speaks(id == self._speaks)


class SeatButton(QAbstractButton):
    """A name, and below it the role, that this person speaks now, or is not there."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._low = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_speaks(False)

    def nextCheckState(self) -> None:
        """Who speaks is one thing of all seats together: see `Seats.speak`."""

    def show_speaks(self, speaks: bool) -> None:
        self.setChecked(speaks)
        self.setAccessibleName(f"{self._seat.name}, {self._told()}")
        tip(self, self.accessibleName())
        self.update()

    def set_low(self, low: bool) -> None:
        self._low = low
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDEST), theme.px(LOW if self._low else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(NARROWEST), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        speaks, away = self.isChecked(), self._seat.there is False
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = frame.height() / 2
        edge = "focus" if self.hasFocus() else "primary" if speaks else "line"
        line = Qt.PenStyle.DashLine if away else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour(edge), 3 if speaks or self.hasFocus() else 1.2, line))
        painter.setBrush(theme.colour("primarySoft" if speaks else "surface"))
        painter.drawRoundedRect(frame, radius, radius)
        side = frame.height() - theme.px(14)
        disc = QRectF(frame.x() + theme.px(7), frame.y() + theme.px(7), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary" if speaks else "sunken"))
        painter.drawEllipse(disc)
        icon = round(side * 0.58)
        ink = "onPrimary" if speaks else "ink"
        picture = icons.pixmap("user-round", theme.colour(ink), icon)
        inset = (side - icon) / 2
        painter.drawPixmap(QPointF(disc.x() + inset, disc.y() + inset), picture)
        self._paint_words(painter, disc.right() + theme.px(10), frame.right() - theme.px(12))
        painter.end()

    def _paint_words(self, painter: QPainter, left: float, right: float) -> None:
        half = self.height() / 2
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        whole = QRectF(left, 0, right - left, self.height())
        font = theme.font(18, 600, heading=True)
        if self._low:
            self._line(painter, whole, middle, self._seat.name, font, "ink")
            return
        self._line(
            painter, whole.adjusted(0, 0, 0, -half + 3), bottom, self._seat.name, font, "ink"
        )
        below = whole.adjusted(0, half + 1, 0, 0)
        self._line(painter, below, top, self._told(), theme.font(15), "ink2")

    def _line(
        self,
        painter: QPainter,
        room: QRectF,
        where: Qt.AlignmentFlag,
        words: str,
        font: QFont,
        colour: str,
    ) -> None:
        """The first name where there is no room for more, in smaller letters rather than cut."""
        for said in (words, words.split()[0]):
            if QFontMetricsF(font).horizontalAdvance(said) <= room.width():
                break
        while QFontMetricsF(font).horizontalAdvance(said) > room.width() > 0:
            if font.pixelSize() <= theme.px(LEAST):
                break
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        painter.drawText(room, int(where), said)

    def _told(self) -> str:
        if self._seat.there is False:
            return _("is not here")
        if self.isChecked():
            return _("speaks now")
        return _(VALUES[SeatRole][self._seat.role])
