"""How one basic condition stands: one of six, each an icon with a word, picked from a menu."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from caseplanner.dossier import basics
from caseplanner.dossier.model import Area, BasicState
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import press
from caseplanner.words import _

# (ink, background). What needs no arranging, or is not wanted, is as calm as what is not known.
COLOURS = {
    BasicState.NOT_DISCUSSED: ("ink2", ""),
    BasicState.ARRANGED: ("ok", "okSoft"),
    BasicState.BUSY: ("primary", "primarySoft"),
    BasicState.TO_ARRANGE: ("warn", "warnSoft"),
    BasicState.NOT_NEEDED: ("ink2", "sunken"),
    BasicState.NO_HELP: ("ink2", "sunken"),
}
HEIGHT, ICON, SIDE = 40, 18, 12


class StatePicker(QPushButton):
    """`chosen` sends a state. It keeps none: whoever keeps it says what to show."""

    chosen = Signal(object)

    def __init__(self, area: Area) -> None:
        super().__init__()
        self._area = area
        self._state: BasicState | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def show_state(self, state: BasicState) -> None:
        if state is self._state:
            return
        self._state = state
        self.setText(_(basics.STATES[state][0]))
        self.setAccessibleName(
            _("{area}: {state}. Change", area=basics.name(self._area), state=self.text())
        )
        self._fill_menu(state)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(15, 600))
        widest = max(metrics.horizontalAdvance(_(word)) for word, _icon in basics.STATES.values())
        beside = theme.px(2 * ICON + 2 * SIDE + 16)
        return QSize(widest + beside, theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.showMenu()
        elif not press.by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        state = self._state or BasicState.NOT_DISCUSSED
        ink, back = COLOURS[state]
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        edge = "lineStrong" if not back else ink
        open_ = state is BasicState.NOT_DISCUSSED  # nothing was put here yet
        line = Qt.PenStyle.DashLine if open_ else Qt.PenStyle.SolidLine
        drawn = open_ or theme.is_contrast() or self.underMouse()
        painter.setPen(QPen(theme.colour(edge), 1.2, line) if drawn else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(back) if back else Qt.BrushStyle.NoBrush)
        radius = theme.px(8)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.drawRoundedRect(box, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        state = self._state or BasicState.NOT_DISCUSSED
        ink, _back = COLOURS[state]
        side, icon = theme.px(SIDE), theme.px(ICON)
        top = (self.height() - icon) / 2
        picture = icons.pixmap(basics.STATES[state][1], ink, icon)
        painter.drawPixmap(QPointF(side, top), picture)
        left = side + icon + theme.px(8)
        right = self.width() - side
        if self.isEnabled():
            right -= icon
            painter.drawPixmap(QPointF(right, top), icons.pixmap("chevron-down", ink, icon))
        painter.setFont(theme.font(15, 600))
        painter.setPen(theme.colour(ink))
        room = QRect(left, 0, right - left, self.height())
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text()
        )

    def _fill_menu(self, now: BasicState) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for state, (word, icon) in basics.STATES.items():
            action = menu.addAction(icons.icon(icon, COLOURS[state][0]), _(word))
            action.setCheckable(True)
            action.setChecked(state is now)
            group.addAction(action)
            action.triggered.connect(lambda _on, s=state: self.chosen.emit(s))
        before = self.menu()
        self.setMenu(menu)
        if before:
            before.deleteLater()
