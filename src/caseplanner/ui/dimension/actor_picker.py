"""Who does it: one person, picked from those around the plan or typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from caseplanner.ui import theme
from caseplanner.ui.widgets.fields import MOST
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _


class ActorPicker(QComboBox):
    """An editable list of names. It reports a name when it is picked or the field is left."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""  # what the field was last told to show
        self.setFont(theme.font(15))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme.px(40))
        self.setFixedWidth(theme.px(178))
        # Offered below, never filled in: who types "Sam" must not get "Samen".
        offers = self.completer()
        assert offers is not None
        offers.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line = self.lineEdit()
        assert line is not None
        self.line = line
        self.line.setMaxLength(MOST)
        self.line.setPlaceholderText(_("Who?"))
        self.line.editingFinished.connect(self._report)
        self.textActivated.connect(self._report)

    def setAccessibleName(self, name: str) -> None:
        """Of the line as well: that is where the keys go."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_actor(self, actor: str, people: Sequence[str]) -> None:
        """Show who it is; what is being typed now stays."""
        if [self.itemText(i) for i in range(self.count())] != list(people):
            typed = self.currentText()
            self.clear()
            self.addItems(list(people))
            self.setEditText(typed)
        if actor != self._shown and self.currentText() != actor:
            self.setEditText(actor)
            self.line.setCursorPosition(0)
        self._shown = actor
        tip(self, actor)

    def flush(self) -> None:
        """Report a name that was typed but not left yet."""
        self._report()

    def unsaved(self) -> bool:
        """What was typed was not taken (yet)."""
        return self.currentText().strip() != self._shown

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must never change who does something."""
        event.ignore()

    def _report(self) -> None:
        actor = self.currentText().strip()
        if actor != self._shown:
            self.chosen.emit(actor)
