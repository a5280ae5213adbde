"""The lines of one kind in one phase: add, write, move, remove."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import lists, signals
from caseplanner.dossier.model import Dossier, Light, Seen, Signal
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.signals.line import HEIGHT, Line, font
from caseplanner.ui.widgets import easy_hint
from caseplanner.ui.widgets.bare_line import BareLine
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _


class Cell(QFrame):
    """Enter adds a line; Alt+Up and Alt+Down, or the dot, move one. Removing can be undone."""

    def __init__(self, editing: Editing, light: Light, seen: Seen) -> None:
        super().__init__()
        self._editing = editing
        self._light, self._seen = light, seen
        self._own = seen in signals.OWN
        self.setObjectName(f"{light}.{seen}")
        self.setProperty("others", not self._own)
        self.rows: dict[str, Line] = {}
        self.new = BareLine()
        self.hint = Small(_("Two or three are easier to remember."))
        if seen in signals.NOTICED:
            self.hint.setText(_("Three to five signals are easier to remember."))
        self._add_line = QWidget()
        self._list = QVBoxLayout()
        self._build()

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        """Show the lines as they are now; the one that has the caret stays where the caret is."""
        mine = signals.of(dossier, self._light, self._seen)
        for gone in self.rows.keys() - {signal.id for signal in mine}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, signal in enumerate(mine):
            row = self.rows.get(signal.id) or self._row(signal)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            name = _("{where}, line {number}", where=self._where(), number=place + 1)
            row.show_line(signal.text, name, may_edit=may_edit)
        self._order_tabs(mine)
        self._add_line.setVisible(may_edit)
        crowded = (self._light, self._seen) in signals.crowded(dossier)
        self.hint.setVisible(crowded and may_edit)

    def flush(self) -> None:
        """Keep a line that was typed but not entered yet."""
        self._add()

    def _build(self) -> None:
        self.new.setFont(font(own=self._own))
        self.new.setPlaceholderText(_("Add"))
        self.new.setAccessibleName(_("{where}: new line. Enter adds it", where=self._where()))
        self.new.entered.connect(self._add)
        self.new.left.connect(self._add)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        icon = "user-round" if self._own else "users-round"
        head.addWidget(Picture(icon, "ink2", 16))
        head.addWidget(Body(_(signals.ASKS[self._seen]), size=15, weight=600, tone="ink2"), 1)
        line = QHBoxLayout(self._add_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        plus = Picture("plus", "ink3", 14)
        plus.setFixedSize(theme.px(16), theme.px(HEIGHT))
        line.addWidget(plus, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(easy_hint.under(self.new), 1)
        line.addSpacing(theme.px(24))
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        side = theme.px(8)
        layout.setContentsMargins(side, theme.px(6), theme.px(2), theme.px(4))
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(theme.px(2))
        layout.addLayout(self._list)
        layout.addWidget(self._add_line)
        layout.addWidget(self.hint)
        layout.addStretch(1)

    def _where(self) -> str:
        return f"{_(signals.NAMES[self._light])}. {_(signals.ASKS[self._seen])}"

    def _row(self, signal: Signal) -> Line:
        row = Line(own=self._own)
        id = signal.id
        row.setObjectName(id)
        row.edited.connect(partial(self._write, id))
        row.left.connect(partial(self._restore, id))
        row.moved.connect(partial(self._move, id))
        row.removed.connect(partial(self._remove, id))
        row.entered.connect(self._to_new)
        self.rows[id] = row
        return row

    def _order_tabs(self, mine: tuple[Signal, ...]) -> None:
        """Tab goes through the lines as they stand, also after one was moved."""
        parts = [part for s in mine for part in (self.rows[s.id].words, self.rows[s.id].bin)]
        for before, after in pairwise((*parts, self.new)):
            QWidget.setTabOrder(before, after)

    def _add(self) -> None:
        said = self.new.text().strip()
        if said:
            self._editing.change(
                _("Signal added"), lambda d: signals.add(d, self._light, self._seen, said)
            )
            self.new.empty()

    def _to_new(self) -> None:
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, id: str, said: str) -> None:
        if said.strip():
            self._editing.change(
                _("Signal changed"), lambda d: signals.reword(d, id, said), f"signal.{id}.text"
            )

    def _restore(self, id: str) -> None:
        """A line has words: left empty, it shows again what is saved."""
        signal = lists.find(self._editing.dossier.signals, id)
        if signal and not self.rows[id].words.text().strip():
            self.rows[id].words.put(signal.text)

    def _move(self, id: str, by: int) -> None:
        self._editing.change(
            _("Signal moved"), lambda d: signals.move(d, id, by), f"signal.{id}.place"
        )

    def _remove(self, id: str) -> None:
        mine = signals.of(self._editing.dossier, self._light, self._seen)
        gone = lists.find(mine, id)
        if gone is None:  # undone while it was pointed at
            return
        place, rest = mine.index(gone), lists.without(mine, id)
        self._editing.change(
            _("Signal removed"),
            lambda d: signals.remove(d, id),
            told=_("“{line}” removed.", line=gone.text),
        )
        after = self.rows[rest[min(place, len(rest) - 1)].id].words if rest else self.new
        after.setFocus(Qt.FocusReason.OtherFocusReason)
