"""The rail at the left: where the person can go, and where the work is kept."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QSpacerItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier.staff import Staff
from caseplanner.ui import icons, roles, theme
from caseplanner.ui.roles import Entry
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Small, Words, tip
from caseplanner.words import _

WIDE, NARROW = 214, 72  # pixels at 100 % text, ux.md section 5
ROW, NARROW_ROW = 52, 40
GAP, NARROW_GAP = 24, 4  # above the first entry
BAR = 8

Index = QModelIndex | QPersistentModelIndex


class NavRail(QWidget):
    """`chosen` sends the page of an entry. Icons only where there is little room.

    In a window that is too low for all of it, it scrolls, and keeps the entry with the focus in
    view.
    """

    chosen = Signal(str)

    def __init__(self, staff: Staff) -> None:
        super().__init__()
        self.setProperty("rail", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.top = NavList(_("Work"), roles.top(staff))
        self.bottom = NavList(
            _("Program"),
            (
                Entry("settings", _("Settings"), "settings"),
                Entry("lock", _("Lock"), "lock"),
            ),
        )
        self._name = Words("caseplanner", size=19, weight=600, heading=True, tone="rail")
        self._home = roles.home(staff)
        self._narrow = False
        self.who = Who(staff)
        self._below = Foot()
        for part in (self.top, self.bottom):
            part.chosen.connect(self.chosen)
            part.at_entry.connect(self._follow)
        self._build()

    def show_page(self, page: str) -> None:
        """Mark the entry we are at; all pages of a dossier lie under the list, and the lists that
        are reached from the settings under those.
        """
        below = page in ("settings", "addresses", "templates")
        self.bottom.mark("settings" if below else "")
        self.top.mark("" if below else page if self.top.holds(page) else self._home)

    def fit(self, window: int) -> None:
        """Take the width that suits a window this wide."""
        narrow = window < theme.px(1150)
        self.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        self._name.setVisible(not narrow)
        self.who.show_names(not narrow)
        self._below.setVisible(not narrow)
        self.top.show_names(not narrow)
        self.bottom.show_names(not narrow)
        self._gap.changeSize(0, theme.px(NARROW_GAP if narrow else GAP))
        self._narrow = narrow
        self._leave_room(0, self.area.verticalScrollBar().maximum())

    def _build(self) -> None:
        sign = QLabel()
        sign.setPixmap(icons.pixmap("app", "railInk", theme.px(34)))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(5), 0, 0, 0)
        head.setSpacing(theme.px(10))
        head.addWidget(sign)
        head.addWidget(self._name, 1)
        inner = self._inner = QWidget()
        layout = self._layout = QVBoxLayout(inner)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._gap = QSpacerItem(0, theme.px(GAP))
        layout.addItem(self._gap)
        layout.addWidget(self.top)
        layout.addStretch(1)
        layout.addWidget(self.who)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self.bottom)
        layout.addWidget(self._below)
        self.area = Scroll(inner, on_card=True)
        self.area.verticalScrollBar().rangeChanged.connect(self._leave_room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _leave_room(self, _least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that it takes no room from the words."""
        side, bar = theme.px(14), theme.px(BAR) if most else 0
        top, bottom = (6, 6) if self._narrow else (20, 16)
        self._layout.setContentsMargins(side, theme.px(top), side - bar, theme.px(bottom))

    def _follow(self, entry: QRect) -> None:
        part = self.sender()
        assert isinstance(part, NavList)
        middle = part.mapTo(self._inner, entry.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, entry.height())


class Who(QWidget):
    """Whose passphrase opened the vault; where there is little room a picture that tells it."""

    def __init__(self, staff: Staff) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.pixmap("user-round", "railInk", theme.px(20)))
        self._name = Words("", size=17, weight=600, tone="rail")
        self._role = Small("", size=14, tone="rail2")
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(theme.px(9))
        self._line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._words, 1)
        self.tell(staff)

    def tell(self, staff: Staff) -> None:
        """Show this name and role."""
        self._name.setText(staff.name)
        self._role.setText(roles.in_words(staff))
        said = _("{name} is working, {role}", name=staff.name, role=roles.in_words(staff))
        self.setAccessibleName(said)
        tip(self, said)

    def show_names(self, shown: bool) -> None:
        self._words.setVisible(shown)
        self._line.setContentsMargins(theme.px(16 if shown else 12), 0, 0, 0)


class Foot(QWidget):
    """That the work is only here."""

    def __init__(self) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icons.pixmap("shield", "railInk2", theme.px(18)))
        words = Small(_("Only on this laptop\nEncrypted, offline"), size=14, tone="rail2")
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(4), 0, 0, 0)
        line.setSpacing(theme.px(9))
        line.addWidget(picture)
        line.addWidget(words, 1)
        rule = QFrame()
        rule.setProperty("rail", "rule")
        rule.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(10), 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(rule)
        layout.addLayout(line)


class NavList(QListView):
    """Entries below each other; a click, Enter or the space bar goes there.

    `at_entry` sends where the entry is that the keys came to.
    """

    chosen = Signal(str)
    at_entry = Signal(QRect)

    def __init__(self, name: str, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.at, self.names_shown = "", True
        self._entries = entries
        self._model = _Entries(entries)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent;")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setCurrentIndex(self._model.index(0))
        self.show_names(True)
        self.clicked.connect(self._choose)

    def mark(self, page: str) -> None:
        """Show which entry we are at; none of these when no entry has this page."""
        self.at = page
        self.clearSelection()  # what a screen reader calls chosen
        for row, entry in enumerate(self._entries):
            if entry.page == page:
                self.setCurrentIndex(self._model.index(row))
        self.viewport().update()

    @property
    def row(self) -> int:
        """The height of an entry."""
        return theme.px(ROW if self.names_shown else NARROW_ROW)

    def holds(self, page: str) -> bool:
        """One of the entries leads there."""
        return any(entry.page == page for entry in self._entries)

    def show_names(self, shown: bool) -> None:
        self.names_shown = shown
        self.setFixedHeight(len(self._entries) * self.row)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        if self.hasFocus():
            self.at_entry.emit(self.visualRect(now))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.at_entry.emit(self.visualRect(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._entries[index.row()].page)


class _Entries(QAbstractListModel):
    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.name
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: NavList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(40), self._view.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._view._entries[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = QRectF(rect).adjusted(1, theme.px(3), -1, -theme.px(3))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = entry.page == self._view.at
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("railSel"))
            drawn = here and theme.is_contrast()  # there the two blacks are hardly told apart
            painter.setPen(QPen(theme.colour("primary"), 2) if drawn else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("railInk"), 2))
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        side = theme.px(20)
        named = self._view.names_shown
        left = box.x() + (theme.px(15) if named else (box.width() - side) / 2)
        picture = icons.pixmap(entry.icon, "railInk", side)
        painter.drawPixmap(round(left), round(box.center().y() - side / 2), picture)
        if named:
            painter.setFont(theme.font(17, 700 if here else 500))
            painter.setPen(theme.colour("railInk"))
            room = box.adjusted(theme.px(44), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, int(flags), entry.name)
        painter.restore()
