"""A sheet in a list: its title, what it is about, and whether its last day is over."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import Factsheet
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets.rows import text_height, write
from caseplanner.words import _


@dataclass(frozen=True)
class SheetRow:
    """Painted in a `RowList`."""

    sheet: Factsheet
    is_heading = False

    @property
    def about(self) -> str:
        over = _("no longer valid") if sheets.is_past(self.sheet, dates.today()) else ""
        kind = _(sheets.NAMES[self.sheet.kind])
        return " · ".join(part for part in (kind, over, ", ".join(self.sheet.tags)) if part)

    def sentence(self) -> str:
        return f"{self.sheet.title}. {self.about}."

    def height(self, width: int) -> int:
        title = text_height(self.sheet.title, theme.font(17, 600), width)
        return title + text_height(self.about, theme.font(15), width) + theme.px(18)

    def paint(self, painter: QPainter, box: QRect) -> None:
        top = box.adjusted(0, theme.px(8), 0, 0)
        write(painter, top, self.sheet.title, theme.font(17, 600), "ink")
        down = text_height(self.sheet.title, theme.font(17, 600), box.width())
        write(painter, top.adjusted(0, down, 0, 0), self.about, theme.font(15), "ink2")
