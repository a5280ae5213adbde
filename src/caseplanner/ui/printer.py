"""Putting the pages of a PDF on paper: the same pages the preview shows and the file holds."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from caseplanner.ui.widgets.paper import POINTS_PER_INCH, Document

FINEST = 300  # dots per inch; finer costs memory and no eye sees it in a plan


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print the pages the person chose in the dialog, each as large as the paper allows."""
    document = Document(pdf)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.count, document.count)
    painter = QPainter(printer)
    for number in range(first - 1, last):
        if number > first - 1:
            printer.newPage()
        dots = min(printer.resolution(), FINEST)
        image = document.image(number, dots / POINTS_PER_INCH)
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        width, height = document.size(number)
        scale = min(paper.width() / width, paper.height() / height)
        painter.drawImage(QRectF(0, 0, width * scale, height * scale), image)
    painter.end()
    document.close()
