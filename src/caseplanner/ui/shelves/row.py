"""One of a list of the laptop: how it is called, and what is to be known of it at a glance."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from caseplanner.ui import theme
from caseplanner.ui.widgets.rows import text_height, write


@dataclass(frozen=True)
class ItemRow:
    """Painted in a `RowList`."""

    title: str
    about: str = ""
    is_heading = False

    def sentence(self) -> str:
        return f"{self.title}. {self.about}." if self.about else f"{self.title}."

    def height(self, width: int) -> int:
        title = text_height(self.title, theme.font(17, 600), width)
        return title + text_height(self.about, theme.font(15), width) + theme.px(18)

    def paint(self, painter: QPainter, box: QRect) -> None:
        top = box.adjusted(0, theme.px(8), 0, 0)
        write(painter, top, self.title, theme.font(17, 600), "ink")
        down = text_height(self.title, theme.font(17, 600), box.width())
        write(painter, top.adjusted(0, down, 0, 0), self.about, theme.font(15), "ink2")
