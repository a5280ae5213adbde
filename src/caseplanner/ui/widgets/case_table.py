"""The dossiers in a table: a row for each, read by a screen reader as one sentence."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from caseplanner.desk import Entry
from caseplanner.dossier.passages import Passage
from caseplanner.ui import theme
from caseplanner.ui.widgets import tag, wheel
from caseplanner.ui.widgets.case import Case
from caseplanner.ui.worklist import Order
from caseplanner.words import _, mark

ROW, WHEEL_SIDE = 56, 44
MOST_WHEELS = 500
CLIENT, WHEEL, NEXT, STATE, EDITED = range(5)
TITLES = (mark("Client"), mark("Wheel"), mark("Next step"), mark("State"), mark("Edited"))
SHARES = (24, 10, 32, 20, 14)  # of the width
ROOMY, TIGHT = 860, 640  # pixels at 100 % text, under which columns go

SORTED = {  # the columns that order the list, with the way they run
    Order.CLIENT: (CLIENT, Qt.SortOrder.AscendingOrder),
    Order.NEXT: (NEXT, Qt.SortOrder.AscendingOrder),
    Order.EDITED: (EDITED, Qt.SortOrder.DescendingOrder),
}
Passages = Mapping[str, tuple[Passage, ...]]  # what was found, by dossier
Index = QModelIndex | QPersistentModelIndex


class CaseTable(QTableView):
    """`opened` sends the id of a dossier: a double click, or Enter.

    `sorted_by` sends the Order of the head that was clicked.
    """

    opened = Signal(str)
    sorted_by = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = CaseModel()
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(_("Dossiers"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.verticalHeader().setMinimumSectionSize(theme.px(ROW))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setFont(theme.font(15, 600))
        header.setFixedHeight(theme.px(34))
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._open)

    def show_cases(self, entries: Sequence[Entry], found: Passages, *, hidden: bool) -> None:
        """Show these; the row that was chosen stays so while it is among them."""
        here = self.chosen()
        self.model_.show_cases(entries, found, hidden=hidden)
        if entries:
            rows = (row for row, entry in enumerate(entries) if entry.line.id == here)
            self.selectRow(next(rows, 0) if here else 0)

    def show_order(self, order: Order) -> None:
        """Say at the head of which column the list is ordered by."""
        self.model_.order = order
        self.horizontalHeader().setSortIndicator(*SORTED[order])

    def _sort(self, section: int) -> None:
        for order, (column, _way) in SORTED.items():
            if column == section:
                self.sorted_by.emit(order)
        self.show_order(self.model_.order)  # the others cannot be ordered by

    def cases(self) -> tuple[Case, ...]:
        """What is shown, in order."""
        return tuple(self.model_.case(row) for row in range(self.model_.rowCount()))

    def chosen(self) -> str:
        """The id of the dossier whose row is chosen; "" for none."""
        index = self.currentIndex()
        return self.model_.case(index.row()).line.id if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnHidden(EDITED, width < theme.px(ROOMY))
        self.setColumnHidden(WHEEL, width < theme.px(TIGHT))
        shown = [c for c in range(len(TITLES)) if not self.isColumnHidden(c)]
        total = sum(SHARES[c] for c in shown)
        for column in shown:
            self.setColumnWidth(column, width * SHARES[column] // total)
        rest = width - sum(self.columnWidth(c) for c in shown)
        self.setColumnWidth(shown[-1], self.columnWidth(shown[-1]) + rest)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model_.case(index.row()).line.id)


class CaseModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.order = Order.EDITED
        self._entries: Sequence[Entry] = ()
        self._found: Passages = {}
        self._hidden = False

    def show_cases(self, entries: Sequence[Entry], found: Passages, *, hidden: bool) -> None:
        self.beginResetModel()
        self._entries, self._found, self._hidden = entries, found, hidden
        self.endResetModel()

    def case(self, row: int) -> Case:
        """Made when it is looked at: most of ten thousand never are."""
        entry = self._entries[row]
        found = self._found.get(entry.line.id, ())
        return Case(entry.line, entry.edited_at, self._hidden, found, entry.closed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case = self.case(index.row())
        told = (case.name, "", case.next_step, case.state, case.edited)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return told
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return {CLIENT: case.sentence(), WHEEL: case.wheel}.get(index.column(), told)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (CLIENT, NEXT):
            return told
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        title = _("Found") if section == NEXT and self._found else _(TITLES[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole and SORTED[self.order][0] == section:
            return _("{column}, the list is in this order", column=title)
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: CaseTable) -> None:
        super().__init__(view)
        self._view = view
        self._wheels: dict[tuple[object, ...], QPixmap] = {}  # a few look the same, most of them

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        case = self._view.model_.case(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_row(painter, rect, index, state)
        room = QRectF(rect).adjusted(theme.px(14), 0, -theme.px(8), 0)
        match index.column():
            case 0:
                _two_lines(painter, room, case.name, 700, case.about)
            case 1:
                picture = self._wheel(case.line.wheel, painter.device().devicePixelRatio())
                top = room.center().y() - theme.px(WHEEL_SIDE) / 2
                painter.drawPixmap(QPointF(room.x(), top), picture)
            case 2 if case.passages:
                _passages(painter, room, case.passages)
            case 2:
                _two_lines(painter, room, case.next_step, 400, case.next_when)
            case 3:
                kind, icon, name = case.look
                size = tag.size(_(name), icon)
                width = min(size.width(), room.width())
                top = room.center().y() - size.height() / 2
                box = QRectF(room.x(), top, width, size.height())
                tag.paint(painter, box, _(name), *tag.KINDS[kind], icon)
            case _:
                painter.setFont(theme.font(15))
                painter.setPen(theme.colour("ink2"))
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), case.edited)
        painter.restore()

    def _wheel(self, places: tuple[int | None, ...], sharp: float) -> QPixmap:
        """Drawn once for all rows where it is the same: it is most of the work of a frame."""
        key = (places, sharp)
        if key not in self._wheels:
            if len(self._wheels) >= MOST_WHEELS:
                self._wheels.clear()
            side = theme.px(WHEEL_SIDE)
            picture = QPixmap(round(side * sharp), round(side * sharp))
            picture.setDevicePixelRatio(sharp)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            wheel.paint(painter, QRectF(0, 0, side, side), places, small=True)
            painter.end()
            self._wheels[key] = picture
        return self._wheels[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(60), theme.px(ROW))

    def _paint_row(
        self, painter: QPainter, rect: QRect, index: Index, state: QStyle.StateFlag
    ) -> None:
        """The part of the row's background that lies in this cell."""
        row = QRectF(0, rect.y(), self._view.viewport().width(), rect.height())
        row.adjust(1.5, 1.5, -1.5, -1.5)
        radius = theme.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("primarySoft"))
            focused = self._view.hasFocus()
            edge = "focus" if focused else "primarySoft"
            if theme.is_contrast() and not focused:
                edge = "primary"
            painter.setPen(QPen(theme.colour(edge), 2.5))
            painter.drawRoundedRect(row, radius, radius)
        elif index.row() + 1 < self._view.model_.rowCount():
            painter.setPen(QPen(theme.colour("line"), 1))
            y = rect.bottom()
            painter.drawLine(theme.px(10), y, int(row.right()) - theme.px(10), y)


def _two_lines(painter: QPainter, room: QRectF, first: str, weight: int, second: str) -> None:
    fonts = (theme.font(17, weight), theme.font(15))
    heights = [QFontMetrics(font).height() for font in fonts]
    total = heights[0] + (heights[1] if second else 0)
    top = room.center().y() - total / 2
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    for text, font, height, ink in zip(
        (first, second), fonts, heights, ("ink", "ink2"), strict=True
    ):
        if text:
            shown = QFontMetrics(font).elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            painter.drawText(QRectF(room.x(), top, room.width(), height), flags, shown)
            top += height


def _passages(painter: QPainter, room: QRectF, passages: tuple[Passage, ...]) -> None:
    """One or two lines of text, with the words that were asked for in bold."""
    fonts = (theme.font(15), theme.font(15, 700))
    height = max(QFontMetrics(font).height() for font in fonts)
    top = room.center().y() - height * len(passages) / 2
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    for passage in passages:
        left, at = room.x(), 0
        for start, end in (*passage.spans, (len(passage.text), len(passage.text))):
            for text, font, ink in (
                (passage.text[at:start], fonts[0], "ink2"),
                (passage.text[start:end], fonts[1], "ink"),
            ):
                rest = max(0, int(room.right() - left))
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rest)
                painter.setFont(font)
                painter.setPen(theme.colour(ink))
                painter.drawText(QRectF(left, top, rest, height), flags, shown)
                left += QFontMetrics(font).horizontalAdvance(text)
            at = end
        top += height
