"""The bin of a dossier: what was removed, what comes back with it, and the way back."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import bin as bin_
from caseplanner.dossier import differences
from caseplanner.dossier.bin import Removed
from caseplanner.dossier.difference_words import TABLES
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.history.moments import WIDE
from caseplanner.ui.history.rows import Hide, NoteRow
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.case import ago
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.rows import Row, RowList, text_height, write
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, clock, count

LOWEST = 24  # pixels at 100 % text of a list
MOST_LINES = 3  # of one thing in the list; all of it stands beside


class Bin(QWidget):
    """What was removed left, the chosen one right. `restored` says what was put back."""

    restored = Signal(str)

    def __init__(self, session: Session, guide: Guide, hide: Hide) -> None:
        super().__init__()
        self._session, self._guide, self._hide = session, guide, hide
        self._found: tuple[Removed, ...] = ()
        self._shown: Removed | None = None
        self.told = Small("")
        self.things = RowList(_("What was removed, the last first"))
        self.things.chosen.connect(lambda place: self._show(self._found[place]))
        self.what = Heading("", size=20)
        self.about = Small("")
        self.comes = RowList(_("What comes back"))
        self.back = buttons.secondary("", "undo-2")
        self.back.clicked.connect(self._put_back)
        self._right = Card()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        """Read the bin anew; the thing that was chosen stays so."""
        self._found = self._session.bin()
        empty = not self._found
        self.told.setText(
            _("The bin is empty. What you remove comes here.")
            if empty
            else count("{n} thing, the last first", "{n} things, the last first", len(self._found))
        )
        self.things.setVisible(not empty)
        self._right.setVisible(not empty)
        ids = [each.id for each in self._found]
        at = ids.index(self._shown.id) if self._shown and self._shown.id in ids else 0
        self.things.show_rows(
            [_ThingRow(each, self._guide, self._hide) for each in self._found], at
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self.about.setVisible(wide)  # else it stands just above, in the list

    def _show(self, thing: Removed) -> None:
        self._shown = thing
        row = _ThingRow(thing, self._guide, self._hide)
        self.what.setText(row.what)
        self.about.setText(row.about)
        may = self._session.may_edit
        self.back.setVisible(may)
        self.back.setText(_name(thing))
        with_it = self._session.with_back(thing)
        told = differences.told(self._session.dossier, with_it, self._guide)
        rows: list[Row] = [
            NoteRow(self._hide(": ".join(part for part in (each.what, each.now) if part)))
            for each in told
            if each.now and not each.was
        ]
        if any(each.was and not each.now for each in told):
            rows.append(NoteRow(_("An answer or “no goal now” beside it then no longer holds.")))
        self.comes.show_rows(rows)

    def _put_back(self) -> None:
        thing = self._shown
        if thing:
            self._session.put_back(thing)
            said = self._hide(bin_.said(thing, self._guide))
            self.restored.emit(_("Put back: {what}.", what=_short(said)))

    def _build(self) -> None:
        for each in (self.things, self.comes):  # they scroll: in a low window they give way first
            each.setMinimumHeight(theme.px(LOWEST))
        left = Card()
        inside = QVBoxLayout(left)
        pad(inside, theme.px(6), theme.px(10))
        inside.addWidget(self.told)
        self.told.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        inside.addWidget(self.things, 1)
        inside.addStretch(0)
        inside = QVBoxLayout(self._right)
        pad(inside, theme.px(6), theme.px(14))
        inside.setSpacing(theme.px(4))
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(theme.px(14), 0, theme.px(12), 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.what)
        names.addWidget(self.about)
        head.addLayout(names, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addWidget(self.comes, 1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(15))
        self._columns.addWidget(left, 4)
        self._columns.addWidget(self._right, 7)


@dataclass(frozen=True)
class _ThingRow:
    """What it is, its words, and who removed it when."""

    thing: Removed
    guide: Guide
    hide: Hide
    is_heading = False

    @property
    def what(self) -> str:
        return _(TABLES[self.thing.table])

    @property
    def words(self) -> str:
        return self.hide(bin_.said(self.thing, self.guide))

    @property
    def about(self) -> str:
        at = self.thing.at
        when = ago(at)
        if at.astimezone().date() != dates.today():
            when = f"{when}, {clock(at)}"
        return _("Removed by {name}, {when}", name=self.thing.worker, when=when)

    def sentence(self) -> str:
        return f"{self.what}: {self.words}. {self.about}."

    def height(self, width: int) -> int:
        return sum(self._heights(width)) + theme.px(18)

    def paint(self, painter: QPainter, box: QRect) -> None:
        top = box.adjusted(0, theme.px(8), 0, 0)
        first, second, _third = self._heights(box.width())
        write(painter, top, self.what, theme.font(15, 600), "ink2")
        top = top.adjusted(0, first, 0, 0)
        painter.save()
        painter.setClipRect(QRect(top.left(), top.top(), top.width(), second))
        write(painter, top, self.words, theme.font(17, 600), "ink")
        painter.restore()
        write(painter, top.adjusted(0, second, 0, 0), self.about, theme.font(15), "ink2")

    def _heights(self, width: int) -> tuple[int, int, int]:
        font = theme.font(17, 600)
        words = text_height(self.words, font, width)
        most = text_height("\n".join("x" * MOST_LINES), font, width)
        return (
            text_height(self.what, theme.font(15, 600), width),
            min(words, most),
            text_height(self.about, theme.font(15), width),
        )


def _name(thing: Removed) -> str:
    """What the button says: a step whose goal is gone comes back with it."""
    if thing.needs:
        return _("Put back with: {what}", what=_(TABLES[thing.needs.table]).lower())
    return _("Put back")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
