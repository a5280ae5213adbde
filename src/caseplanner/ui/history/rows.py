"""The rows of the history and of the log: a moment, a difference, a line of the log."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter

from caseplanner.dossier.differences import Told
from caseplanner.dossier.log_words import Kind, Line
from caseplanner.dossier.timeline import Moment
from caseplanner.ui import dates, icons, theme
from caseplanner.ui.widgets.case import ago
from caseplanner.ui.widgets.rows import text_height, write
from caseplanner.words import _, clock, count, mark

Hide = Callable[[str], str]  # puts dots for the client's name, where names are hidden
ICONS = {
    Kind.SEEN: ("eye", "ink2", mark("Viewed")),
    Kind.CHANGED: ("pencil", "primary", mark("Changed")),
    Kind.SHARED: ("file-down", "warn", mark("Shared")),
    Kind.KEPT: ("shield", "ink2", mark("Kept")),
}
NARROW = 520  # pixels at 100 % text, under which "then" and "now" stand below each other
GAP, TIME = 14, 108


def _plain(size: int = 17, weight: int = 400) -> QFont:
    return theme.font(size, weight)


@dataclass(frozen=True)
class MomentRow:
    """What was done, by whom and when."""

    moment: Moment
    hide: Hide
    is_heading = False

    @property
    def label(self) -> str:
        return self.hide(self.moment.label) or _("Changed")

    @property
    def about(self) -> str:
        begun = self.moment.begun
        when = ago(begun)
        if begun.astimezone().date() != dates.today():
            when = f"{when}, {clock(begun)}"
        times = count("{n} time", "{n} times", self.moment.edits) if self.moment.edits > 1 else ""
        return " · ".join(part for part in (self.moment.worker, when, times) if part)

    def sentence(self) -> str:
        return f"{self.label}. {self.about}."

    def height(self, width: int) -> int:
        label = text_height(self.label, _plain(17, 600), width)
        return label + text_height(self.about, _plain(15), width) + theme.px(18)

    def paint(self, painter: QPainter, box: QRect) -> None:
        top = box.adjusted(0, theme.px(8), 0, 0)
        write(painter, top, self.label, _plain(17, 600), "ink")
        down = text_height(self.label, _plain(17, 600), box.width())
        write(painter, top.adjusted(0, down, 0, 0), self.about, _plain(15), "ink2")


def columns(width: int) -> Sequence[tuple[int, int]]:
    """(left, width) of what, then and now; of what alone where there is no room for three."""
    if width < theme.px(NARROW):
        return [(0, width)]
    gap = theme.px(GAP)
    first = width * 34 // 100
    rest = (width - first - 2 * gap) // 2
    return [(0, first), (first + gap, rest), (first + rest + 2 * gap, rest)]


@dataclass(frozen=True)
class DifferenceRow:
    """One thing that differs: what it is, and both sides beside each other."""

    told: Told
    titles: tuple[str, str]  # of the two sides
    hide: Hide
    is_heading = False

    @property
    def what(self) -> str:
        field = f": {self.told.field}" if self.told.field else ""
        return self.told.what + field

    @property
    def sides(self) -> tuple[str, str]:
        return self.hide(self.told.was) or "–", self.hide(self.told.now) or "–"

    def sentence(self) -> str:
        told = (self.told.was, self.told.now)
        sides = [
            _("{title}: {text}", title=title, text=self.hide(text) or _("nothing"))
            for title, text in zip(self.titles, told, strict=True)
        ]
        about = self.hide(self.told.about)
        return ". ".join(part for part in (self.what, about, *sides) if part) + "."

    def height(self, width: int) -> int:
        blocks = self._blocks(width)
        return max(top + high for *_rest, top, high in blocks) + theme.px(10)

    def paint(self, painter: QPainter, box: QRect) -> None:
        for text, font, ink, left, width, top, high in self._blocks(box.width()):
            room = QRect(box.left() + left, box.top() + top, width, high)
            write(painter, room, text, font, ink)

    def _blocks(self, width: int) -> list[tuple[str, QFont, str, int, int, int, int]]:
        """(text, font, ink, left, width, top, height) of every piece."""
        places = columns(width)
        found = []
        top = theme.px(9)
        for text, font, ink in (
            (self.what, _plain(17, 600), "ink"),
            (self.hide(self.told.about), _plain(15), "ink2"),
        ):
            if text:
                high = text_height(text, font, places[0][1])
                found.append((text, font, ink, *places[0], top, high))
                top += high
        if len(places) == 3:
            top = theme.px(9)
            for text, told, ink, place in zip(
                self.sides, (self.told.was, self.told.now), ("ink2", "ink"), places[1:], strict=True
            ):
                high = text_height(text, _plain(), place[1])
                found.append((text, _plain(), ink if told else "ink3", *place, top, high))
            return found
        for title, text in zip(self.titles, self.sides, strict=True):
            said = _("{title}: {text}", title=title, text=text)
            high = text_height(said, _plain(), width)
            found.append((said, _plain(), "ink", *places[0], top, high))
            top += high
        return found


@dataclass(frozen=True)
class NoteRow:
    """A sentence where there is nothing to list."""

    text: str
    is_heading = False

    def sentence(self) -> str:
        return self.text

    def height(self, width: int) -> int:
        return text_height(self.text, _plain(), width) + theme.px(20)

    def paint(self, painter: QPainter, box: QRect) -> None:
        write(painter, box.adjusted(0, theme.px(10), 0, 0), self.text, _plain(), "ink2")


@dataclass(frozen=True)
class LogRow:
    """A line of the log: the time, what kind of deed it is, and the sentence."""

    line: Line
    hide: Hide
    is_heading = False

    def sentence(self) -> str:
        day = dates.short(self.line.day)
        kind = _(ICONS[self.line.kind][2])
        told = self.hide(self.line.in_words())
        return _(
            "{day}, {time}. {kind}: {told}", day=day, time=self.line.time, kind=kind, told=told
        )

    def height(self, width: int) -> int:
        told = text_height(self.hide(self.line.in_words()), _plain(), width - self._left())
        return max(told, theme.px(22)) + theme.px(18)

    def paint(self, painter: QPainter, box: QRect) -> None:
        icon, ink, _name = ICONS[self.line.kind]
        top = box.adjusted(0, theme.px(9), 0, 0)
        write(painter, top, self.line.time, _plain(17), "ink2")
        side = theme.px(20)
        picture = icons.pixmap(icon, ink, side)
        painter.drawPixmap(box.left() + theme.px(TIME), top.top() + theme.px(2), picture)
        told = self.hide(self.line.in_words())
        write(painter, top.adjusted(self._left(), 0, 0, 0), told, _plain(), "ink")

    @staticmethod
    def _left() -> int:
        return theme.px(TIME + 34)
