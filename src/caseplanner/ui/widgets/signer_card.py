"""One of the three who may sign, and how far that is; a click lets this person sign now."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caseplanner.dossier.model import HowSigned, Role, Signature
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _, clock, mark

LEAST = 4  # letters of a role that still say something
ROLES = {
    Role.CLIENT: mark("client"),
    Role.MENTOR: mark("mentor or worker"),
    Role.SUPERVISOR: mark("supervisor"),
}
ICONS = {
    HowSigned.INK: ("circle-check", "ok"),
    HowSigned.PAPER: ("printer", "ok"),
    HowSigned.NOT_NOW: ("circle-pause", "warn"),
}


class SignerCard(QAbstractButton):
    """Name, role and state in words and as an icon; one of the three is chosen."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self.role = role
        self._name = self._role = self._state = ""
        self._icon, self._colour = "circle", "ink2"
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_signer(self, name: str, work: str, signature: Signature | None, *, now: bool) -> None:
        """`work` is what the person does, as written in the team; else the role is shown."""
        role = work or _(ROLES[self.role])
        self._name = name or _("not named yet")
        self._icon, self._colour = ICONS[signature.how] if signature else ("circle", "ink2")
        if now and not signature:
            self._icon, self._colour = "signature", "primary"
        self._role, self._state = role, _state(signature, now)
        self.setAccessibleName(f"{self._name}, {role}, {self._state}")
        tip(self, self.accessibleName())
        self.setChecked(now)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press.by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), theme.px(66))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(90), theme.px(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self.isChecked()
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        radius = theme.px(12)
        painter.setPen(QPen(theme.colour("primary" if now else "line"), 3 if now else 1))
        back = "primarySoft" if now else "sunken" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(back))
        painter.drawRoundedRect(frame, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        side, left = theme.px(26), theme.px(16)
        picture = icons.pixmap(self._icon, self._colour, side)
        painter.drawPixmap(QPointF(left, (self.height() - side) / 2), picture)
        room = QRectF(left + side + theme.px(12), 0, 0, self.height())
        room.setRight(self.width() - theme.px(10))
        upper, lower = (
            room.adjusted(0, theme.px(8), 0, -self.height() / 2),
            room.adjusted(0, self.height() / 2, 0, -theme.px(8)),
        )
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._line(painter, upper, bottom, self._name, theme.font(18, 600, heading=True), "ink")
        font = theme.font(15, 400)
        state = f", {self._state}"
        free = room.width() - QFontMetricsF(font).horizontalAdvance(state) - 1
        role = QFontMetricsF(font).elidedText(self._role, Qt.TextElideMode.ElideRight, free)
        told = role + state if len(role) > LEAST else self._state  # the state always shows
        self._line(painter, lower, top, told, font, "ink2")
        painter.end()

    def _line(
        self,
        painter: QPainter,
        room: QRectF,
        where: Qt.AlignmentFlag,
        words: str,
        font: QFont,
        colour: str,
    ) -> None:
        """What does not fit is in the tooltip and the accessible name."""
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        painter.drawText(room, int(where), shown)


def _state(signature: Signature | None, now: bool) -> str:
    if signature is None:
        return _("signs now") if now else _("later")
    match signature.how:
        case HowSigned.INK:
            return _("signed at {time}", time=clock(signature.at))
        case HowSigned.PAPER:
            return _("signed on paper")
        case HowSigned.NOT_NOW:
            return _("not now")
