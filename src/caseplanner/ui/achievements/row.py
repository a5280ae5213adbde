"""One achievement being edited: what, when, and what it belongs to."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from caseplanner.dossier.model import Achievement, Dossier
from caseplanner.ui import theme
from caseplanner.ui.achievements.belongs import Belongs, tie_of
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.bare_line import BareLine
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grip import Grip
from caseplanner.ui.widgets.picture import Picture
from caseplanner.words import _

ROOM = 760  # pixels at 100 % text from which it all fits on one line
INDENTED = 380  # from which what stands below the words can stand under them


class Row(QWidget):
    """Shows one achievement and reports what the person does to it; it changes nothing itself."""

    edited = Signal(str)
    day_chosen = Signal(object)
    tied = Signal(object)
    moved = Signal(int)
    removed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._place: tuple[int, ...] = ()
        self.grip = Grip(self, _("Drag to move this, or press Alt with arrow up or down"))
        self._star = Picture("star", "primary", 22)
        self.words = BareLine()
        self.words.setFont(theme.font(18, heading=True))
        self.belongs = Belongs()
        self.day = DateField()
        self.bin = buttons.quiet("", "trash-2")
        self._rest = QWidget()  # when and to what: beside the words, or below them
        self._grid = QGridLayout(self)
        self._build()

    def show_achievement(
        self, number: int, achievement: Achievement, dossier: Dossier, *, may_edit: bool
    ) -> None:
        self.words.set_text(achievement.text)
        self.belongs.show_tie(dossier, tie_of(achievement))
        self.day.set_date(achievement.on)
        self.words.setReadOnly(not may_edit)
        self.belongs.setEnabled(may_edit)
        self.day.setEnabled(may_edit)
        self.bin.setVisible(may_edit)
        self.grip.setVisible(may_edit)
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(may_edit)
        self.words.setAccessibleName(_("Achievement {number}", number=number))
        self.belongs.setAccessibleName(_("Achievement {number}: belongs to", number=number))
        self.day.setAccessibleName(_("Achievement {number}: when", number=number))
        self.bin.setAccessibleName(_("Remove: {what}", what=achievement.text))

    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in this order."""
        return self.words, self.belongs, self.day, self.bin

    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be, also while it stands on one line."""
        wide = self._rest.minimumSizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        rest = Flow(self._rest, spacing=theme.px(6))
        for part in (self.belongs, DayBox(self.day), self.bin):
            rest.addWidget(part)
        self.day.setFixedWidth(theme.px(150))
        self.bin.setToolTip(_("Remove this achievement"))
        self.words.edited.connect(self.edited)
        self.words.entered.connect(self.entered)
        self.words.left.connect(self.left)
        self.belongs.chosen.connect(lambda _value: self.tied.emit(self.belongs.tie()))
        self.day.changed.connect(self.day_chosen)
        self.bin.clicked.connect(self.removed)
        self.grip.moved.connect(self.moved)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(2, 1)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.grip, 0, 0, top)
        self._grid.addWidget(self._star, 0, 1, middle)
        self._grid.addWidget(easy_hint.under(self.words), 0, 2, middle)
        self._arrange()

    def _arrange(self) -> None:
        wide, indented = (self.width() >= theme.px(room) for room in (ROOM, INDENTED))
        place = (0, 3, 1, 1) if wide else (1, 2, 1, 1) if indented else (1, 0, 1, 3)
        if place != self._place:
            self._place = place
            self._grid.addWidget(self._rest, *place)
