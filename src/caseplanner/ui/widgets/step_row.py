"""One step as the client sees it: its number, what, who and when."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from caseplanner.dossier.model import Step, StepState
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets import text
from caseplanner.words import _, day

NARROW = 640  # in pixels of 100 % text: below it who and when go under the words


class StepRow(QWidget):
    """Words left, who and when right; below each other where the row is narrow."""

    def __init__(self, number: int, step: Step, look: theme.Look, icon: str = "") -> None:
        super().__init__()
        done = step.state is StepState.DONE
        words = text.Heading(step.text, size=23, weight=500)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(theme.px(16))
        who = _Fact("user", step.actor, theme.px(130))
        when = _Fact("calendar", day(step.on, year=False) if step.on else "", theme.px(150))
        self._facts.addWidget(who)
        self._facts.addWidget(when)
        self._facts.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.px(4))
        self._line.addWidget(words, 1)
        self._line.addLayout(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(16))
        row.addWidget(NumberTile(number, look, done, icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._line, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() is not way:
            self._line.setDirection(way)


class NumberTile(QWidget):
    """The number of a step in the colour of its dimension, or the picture `icon` of what is done;
    a tick when it is done."""

    def __init__(self, number: int, look: theme.Look, done: bool, icon: str = "") -> None:
        super().__init__()
        self._number, self._look = number, look
        self._icon = "check" if done else icon
        self.setFixedSize(QSize(theme.px(48), theme.px(48)))
        said = (
            _("Step {number}, done", number=number) if done else _("Step {number}", number=number)
        )
        self.setAccessibleName(said)
        text.tip(self, said)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour)
        painter.setBrush(self._look.soft)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, theme.px(12), theme.px(12))
        if self._icon:
            side = theme.px(26)
            at = (self.width() - side) // 2
            painter.drawPixmap(at, at, icons.pixmap(self._icon, self._look.colour, side))
        else:
            painter.setFont(theme.font(23, 600, heading=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class _Fact(QWidget):
    """An icon and a few words; nothing when there are none."""

    def __init__(self, icon: str, words: str, width: int) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, "ink2", theme.px(20)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        if words:
            line.addWidget(picture)
            line.addWidget(text.Heading(words, size=17, weight=400), 1)
        self.setMinimumWidth(width)
