"""A quiet line under a field that the client reads: what could be plainer, and a way to it.

Words are marked where they stand. The line is there only where somebody is writing, so that there
is one at a time on a page; it takes no focus, and whoever likes the hard word keeps it. Fields of
the worker alone, and the words of a court, have none.
"""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QBoxLayout, QMenu, QTextEdit, QVBoxLayout, QWidget

from caseplanner import guides, spelling, words
from caseplanner.dossier import easy
from caseplanner.dossier.easy import Finding, Kind
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.fields import Field, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

REST = 500  # milliseconds after the last key before the text is looked at
MOST = 3  # easier words offered for one
KEYS = "Ctrl+."
MARKED = 100  # places that are marked; a text with more has them said one by one
COLOURS = {Kind.LONG: "ink3", Kind.HARD: "warn", Kind.SPELLING: "bad"}


def under(field: TextField) -> QWidget:
    """The field with its hint below it, to be laid out as one."""
    both = QWidget()
    both.setFocusProxy(field)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(field)
    watch(field, column)
    return both


def labelled(label: str, field: TextField, help: str = "") -> Field:
    """The field under a label, with its hint below it."""
    both = Field(label, field, help)
    watch(field, both.column)
    return both


def watch(field: TextField, room: QBoxLayout) -> None:
    """Let the hint of the field come at the end of `room`.

    It is made when somebody comes to write, or when there is something to mark: a page has a
    hundred fields and few hard words.
    """
    made: list[EasyHint] = []

    def make() -> None:
        if not made:
            made.append(EasyHint(field))
            room.addWidget(made[0])
            made[0].look_soon()

    def check() -> None:
        if not made and easy.find(field.text(), guides.easy_words(words.language())):
            make()

    def changed() -> None:
        if not made and field.text():
            QTimer.singleShot(REST, field, check)

    field.came.connect(make)
    field.textChanged.connect(changed)


class EasyHint(QWidget):
    """Put it under the field. One finding at a time, the first in the text; Ctrl+. takes what is
    easier. A word can be let be until the field holds another text.
    """

    def __init__(self, field: TextField) -> None:
        super().__init__()
        self.setObjectName("easy")  # what comes and goes here is not counted with the fields
        self._field = field
        self._shown: Finding | None = None
        self._let_be: set[str] = set()
        self.told: Small
        self.chips: list[buttons.Button] = []
        self.leave: buttons.Button
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look)
        self._build()

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in order."""
        return [*self.chips, self.leave] if self.chips else []

    def look_soon(self) -> None:
        """Look at the text once it rests; where there is none there is nothing to say."""
        if self._field.text() or self._shown:
            self._rest.start()

    def look(self) -> None:
        """Look at the text as it is now."""
        self._rest.stop()
        found = [f for f in self._find() if f.text.casefold() not in self._let_be]
        self._mark(found)
        self._show(found)

    def take(self, easier: str) -> None:
        """Put the easier words in the place of the hard ones; Undo brings them back."""
        found = self._shown
        if found is None or self._field.text()[found.start : found.end] != found.text:
            return
        cursor = self._cursor(found)
        cursor.insertText(easy.like(found.text, easier))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.flush()
        self.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _build(self) -> None:
        keys = QShortcut(QKeySequence(KEYS), self._field)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._first)
        self._field.textChanged.connect(self.look_soon)
        self._field.came.connect(self.look_soon)
        self.hide()

    def _furnish(self) -> None:
        """Made when there is something to say: a plan has a hundred fields, and few hard words."""
        if self.chips:
            return
        self.told = Small("")
        self.chips = [buttons.link("") for _n in range(MOST)]
        self.leave = buttons.link(_("Let it be"))
        line = Flow(self, spacing=theme.px(6))
        line.addWidget(self.told)
        for chip in self.chips:
            chip.clicked.connect(partial(self._press, chip))
        self.leave.clicked.connect(self._leave)
        for button in (*self.chips, self.leave):
            line.addWidget(button)

    def _find(self) -> list[Finding]:
        text, language = self._field.text(), words.language()
        list_ = guides.easy_words(language)
        found = list(easy.find(text, list_))
        if self._field.hasFocus() or self.isVisible():  # what is not being typed can wait
            found += spelling.find(text, language, list_)
        order = [Kind.SPELLING, Kind.HARD, Kind.LONG]
        return sorted(found, key=lambda f: (order.index(f.kind), f.start))

    def _show(self, found: list[Finding]) -> None:
        here = self._field.hasFocus() or self.isVisible()
        writes = here and not self._field.isReadOnly()
        self._shown = first = found[0] if found and writes else None
        if first is None:
            self.hide()
            return
        self._furnish()
        if not self.isVisible():
            self._hush_others()
        self.show()
        self.told.setText(_told(first))
        offers = [_("Look for the word")] if first.kind is Kind.SPELLING else list(first.easier)
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(offers))
            if number < len(offers):
                chip.setText(offers[number])
                chip.setAccessibleName(
                    _("{easier}, for {word}", easier=offers[number], word=first.text)
                )
                chip.setToolTip(_("Ctrl and full stop takes the first one") if not number else "")
        self.leave.setAccessibleName(_("Let it be: {text}", text=_short(first.text)))
        for before, button in pairwise((self._field, *self.chips, self.leave)):
            self.setTabOrder(before, button)  # anew each time: a page may have put others between

    def _hush_others(self) -> None:
        """The line at another field goes: its marks stay, and it comes back with the caret."""
        for other in self.window().findChildren(EasyHint):
            if other is not self:
                other.hide()

    def _press(self, chip: buttons.Button) -> None:
        if self._shown and self._shown.kind is Kind.SPELLING:
            self._offer()
        else:
            self.take(chip.text())

    def _first(self) -> None:
        self.look()
        if self._shown is None:
            return
        if self._shown.kind is Kind.SPELLING:
            self._offer()
        elif self._shown.easier:
            self.take(self._shown.easier[0])

    def offers(self) -> list[str]:
        """What may have been meant by the word that is no word."""
        return list(spelling.better(self._shown.text, words.language())) if self._shown else []

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for word in self.offers():
            menu.addAction(word).triggered.connect(partial(self._take_word, word))
        if menu.isEmpty():
            menu.addAction(_("Nothing like it in the dictionary")).setEnabled(False)
        menu.popup(self.told.mapToGlobal(QPoint(0, self.told.height())))

    def _take_word(self, word: str, _on: bool = False) -> None:
        self.take(word)

    def _leave(self) -> None:
        if self._shown:
            self._let_be.add(self._shown.text.casefold())
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def _mark(self, found: list[Finding]) -> None:
        marks = []
        for finding in found[:MARKED]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(finding)
            look = QTextCharFormat()
            look.setUnderlineColor(theme.colour(COLOURS[finding.kind]))
            wave = finding.kind is Kind.SPELLING
            line = QTextCharFormat.UnderlineStyle
            look.setUnderlineStyle(line.WaveUnderline if wave else line.DotLine)
            selection.format = look
            marks.append(selection)
        self._field.setExtraSelections(marks)

    def _cursor(self, finding: Finding) -> QTextCursor:
        """Over the words of a finding. Qt counts in units of UTF-16: an emoji is two."""
        text = self._field.text()
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(_units(text[: finding.start]))
        cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _told(finding: Finding) -> str:
    match finding.kind:
        case Kind.LONG:
            return _(
                "A sentence of {n} words. At most {most} reads easier.",
                n=finding.words,
                most=easy.MOST,
            )
        case Kind.SPELLING:
            return _("Not in the dictionary: “{word}”.", word=_short(finding.text))
        case _ if finding.easier:
            return _("Easier than “{word}”:", word=_short(finding.text))
        case _:
            return _("A hard word: “{word}”.", word=_short(finding.text))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
