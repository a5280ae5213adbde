"""The real PDF on the screen: the very bytes that would leave the program, page by page."""

from collections.abc import Callable

import pypdfium2
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from caseplanner.export.pdfium import ONE
from caseplanner.ui import theme
from caseplanner.words import _

LEAST, MOST, STEP = 0.25, 4.0, 1.25  # zoom; 1 is the size of real paper
POINTS_PER_INCH, DOTS_PER_INCH = 72, 96
KEPT = 3  # drawn pages held in memory; an A4 at full width is about 6 MiB


class Document:
    """The pages of a PDF that lies in memory; nothing is written to disk."""

    def __init__(self, pdf: bytes) -> None:
        with ONE:
            self._pdf = pypdfium2.PdfDocument(pdf)
            self.count = len(self._pdf)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points."""
        with ONE:
            width, height = self._pdf.get_page_size(page)
        return float(width), float(height)

    def image(self, page: int, dots_per_point: float) -> QImage:
        """The page as it will be printed."""
        with ONE:
            opened = self._pdf[page]
            drawn = opened.render(scale=dots_per_point, prefer_bgrx=True)
            held, width, height = bytes(drawn.buffer), drawn.width, drawn.height
            image = QImage(held, width, height, drawn.stride, QImage.Format.Format_RGB32).copy()
            drawn.close()
            opened.close()
        return image

    def text(self, page: int) -> str:
        """The words on the page, for who cannot see the picture of it."""
        with ONE:
            opened = self._pdf[page]
            lines = opened.get_textpage()
            said = str(lines.get_text_range())
            lines.close()
            opened.close()
        return said

    def close(self) -> None:
        with ONE:
            self._pdf.close()


class PaperView(QScrollArea):
    """Shows a PDF: as wide as the view unless the person chose a zoom.

    Keys: + and - zoom, 0 fits the width, Page Up and Down, Home and End move.
    """

    moved = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.zoom = 0.0  # 0 fits the width
        self._pages: list[_Page] = []
        self._drawn: list[_Page] = []
        self._column = QWidget()
        self._column.setObjectName("desk")
        self._layout = QVBoxLayout(self._column)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("The plan as it will be on paper"))
        self.verticalScrollBar().valueChanged.connect(self._tell)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes from the first page; the PDF shown before is let go."""
        self.clear()
        self.document = Document(pdf)
        margin = theme.px(16)
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(margin)
        for number in range(self.document.count):
            page = _Page(self.document, number, self._drew)
            self._pages.append(page)
            self._layout.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            page.show()  # else it counts only later, and the scroll bar forgets where it was
        self._resize_pages()
        self.verticalScrollBar().setValue(0)
        self._tell()

    def clear(self) -> None:
        """Forget the PDF."""
        for page in self._pages:
            self._layout.removeWidget(page)
            page.deleteLater()
        self._pages, self._drawn = [], []
        if self.document:
            self.document.close()
            self.document = None

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        passed = [n for n in range(len(self._pages)) if self._top(n) <= middle]
        return passed[-1] if passed else 0

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if self._pages:
            page = max(0, min(page, len(self._pages) - 1))
            self.verticalScrollBar().setValue(self._top(page) - self._layout.spacing())

    def set_zoom(self, zoom: float) -> None:
        """1 is the size of paper, 0 is as wide as the view."""
        here = self.page
        self.zoom = max(LEAST, min(zoom, MOST)) if zoom else 0.0
        self._resize_pages()
        self.go_to(here)
        self.zoomed.emit(self.scale())

    def zoom_in(self) -> None:
        self.set_zoom(self.scale() * STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.scale() / STEP)

    def scale(self) -> float:
        """The zoom as it is now."""
        if self.zoom or not self.document:
            return self.zoom or 1.0
        margins = self._layout.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        widest = max(self.document.size(n)[0] for n in range(self.document.count))
        return max(LEAST, min(room * POINTS_PER_INCH / DOTS_PER_INCH / widest, MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.zoom:
            self._resize_pages()
            self.zoomed.emit(self.scale())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.set_zoom(0)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case _:
                super().keyPressEvent(event)

    def _top(self, number: int) -> int:
        """Where a page begins, also before it has been laid out."""
        above = sum(page.height() for page in self._pages[:number])
        return self._layout.contentsMargins().top() + above + number * self._layout.spacing()

    def _resize_pages(self) -> None:
        scale = self.scale() * DOTS_PER_INCH / POINTS_PER_INCH
        for page in self._pages:
            page.scale_to(scale)
        self._layout.activate()
        self._column.adjustSize()

    def _drew(self, page: "_Page") -> None:
        """Keep only the pages drawn last: a long plan must not fill the memory."""
        self._drawn = [*(p for p in self._drawn if p is not page), page]
        for old in self._drawn[:-KEPT]:
            old.forget()
        self._drawn = self._drawn[-KEPT:]

    def _tell(self) -> None:
        self.moved.emit(self.page)


class _Page(QWidget):
    """One page, drawn when it first comes into view."""

    def __init__(self, document: Document, number: int, drew: Callable[["_Page"], None]) -> None:
        super().__init__()
        self._document = document
        self._number = number
        self._drew = drew
        self._image = QImage()
        self._dots_per_point = 1.0
        self.setAccessibleName(
            _("Page {number} of {total}", number=number + 1, total=document.count)
        )
        self.setAccessibleDescription(document.text(number))

    def scale_to(self, dots_per_point: float) -> None:
        width, height = self._document.size(self._number)
        self._dots_per_point = dots_per_point
        self.setFixedSize(QSize(round(width * dots_per_point), round(height * dots_per_point)))
        self._image = QImage()

    def forget(self) -> None:
        self._image = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatio()
        if self._image.isNull():
            self._image = self._document.image(self._number, self._dots_per_point * ratio)
            self._image.setDevicePixelRatio(ratio)
            self._drew(self)
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)  # not scaled: letters stay sharp
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._image = QImage()
        return super().event(event)
