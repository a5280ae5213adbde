"""A long list of painted rows, each read by a screen reader as one sentence; no widget per row."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

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
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caseplanner.ui import theme

REMEMBERED = 20_000  # heights of texts, most of which a log has many times
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
SIDE = 14  # pixels at 100 % text left and right of a row
Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What a list shows: how high it is at a width, and its picture. Widths are of the inside."""

    @property
    def is_heading(self) -> bool: ...

    def sentence(self) -> str: ...

    def height(self, width: int) -> int: ...

    def paint(self, painter: QPainter, box: QRect) -> None: ...


class RowList(QListView):
    """`chosen` sends the place of the row the person went to, by mouse or by keyboard."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = _Rows()
        self.setModel(self.model_)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def rows(self) -> Sequence[Row]:
        return self.model_.rows

    def show_rows(self, rows: Sequence[Row], at: int = -1) -> None:
        """Show these, and choose the one at this place; `chosen` is sent for it."""
        self.model_.show_rows(rows)
        if 0 <= at < len(rows):
            self.setCurrentIndex(self.model_.index(at))
        self.scrollToTop() if at <= 1 else self.scrollTo(self.currentIndex())

    def inside(self) -> int:
        """The width of what a row shows; the same whether or not the scroll bar is there."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(self.width() - bar - 2 * theme.px(SIDE), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sentences(self) -> Iterator[str]:
        """What a screen reader says, row by row."""
        return (row.sentence() for row in self.rows)

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].sentence()
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._view.rows[index.row()].height(self._view.inside()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(2, 2, -2, -2)
        if state & QStyle.StateFlag.State_Selected and not row.is_heading:
            focused = self._view.hasFocus()
            edge = "focus" if focused else "primary" if theme.is_contrast() else "primarySoft"
            painter.setBrush(theme.colour("primarySoft"))
            painter.setPen(QPen(theme.colour(edge), 2.5))
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        elif not row.is_heading and index.row() + 1 < len(self._view.rows):
            painter.setPen(QPen(theme.colour("line"), 1))
            side = theme.px(10)
            painter.drawLine(rect.left() + side, rect.bottom(), rect.right() - side, rect.bottom())
        side = theme.px(SIDE)
        row.paint(
            painter, QRect(rect.left() + side, rect.top(), self._view.inside(), rect.height())
        )
        painter.restore()


def text_height(text: str, font: QFont, width: int) -> int:
    """How high the words are at this width."""
    return _height(text, font.pixelSize(), font.weight(), font.family(), width)


@lru_cache(REMEMBERED)
def _height(text: str, size: int, weight: int, family: str, width: int) -> int:
    """Measured once: a list asks for each of its rows whenever it is laid out."""
    font = QFont([family, theme.SPARE])
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    metrics = QFontMetrics(font)
    if "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 16777215), WRAPPED, text).height()


def write(painter: QPainter, box: QRect, text: str, font: QFont, ink: str) -> None:
    """The words in the box, wrapped; `ink` is a token."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(box, WRAPPED, text)


class HeadingRow:
    """The name of what follows; with titles of columns beside it, as wide as `columns` says."""

    is_heading = True

    def __init__(
        self,
        text: str,
        titles: Sequence[str] = (),
        columns: Callable[[int], Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        self.text, self._titles, self._columns = text, titles, columns

    def sentence(self) -> str:
        return self.text

    def height(self, width: int) -> int:
        room = self._places(width)[0][1]
        return text_height(self.text, self._font(), room) + theme.px(20)

    def paint(self, painter: QPainter, box: QRect) -> None:
        places = self._places(box.width())
        words = (self.text, *self._titles)[: len(places)]
        for text, (left, width) in zip(words, places, strict=True):
            first = left == 0
            font = self._font() if first else theme.font(15, 600)
            top = box.bottom() - text_height(text, font, width) - theme.px(5)
            room = QRect(box.left() + left, top, width, box.height())
            write(painter, room, text, font, "ink" if first else "ink2")

    def _places(self, width: int) -> Sequence[tuple[int, int]]:
        return self._columns(width) if self._columns else [(0, width)]

    def _font(self) -> QFont:
        return theme.font(16, 600, heading=True)
