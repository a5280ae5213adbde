"""What is saved, and the way back: there is no Save button anywhere."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _, clock


class Saved(QWidget):
    """ "Saved at 10:12" and a button that undoes the last edit and says which that is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.words = Small("")
        self.words.setWordWrap(False)
        self.undo = buttons.quiet("", "undo-2")
        self.undo.clicked.connect(session.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(Picture("check", "ok", 16))
        row.addWidget(self.words)
        row.addWidget(self.undo)

    def show_saved(self) -> None:
        """Say when the last edit was saved, and what Undo would do."""
        at = self._session.saved_at
        self.words.setText(_("Saved at {time}", time=clock(at)) if at else _("Everything is saved"))
        past = self._session.history.past
        self.undo.setEnabled(bool(past))
        told = _("Undo: {what}", what=past[-1].label) if past else _("Nothing to undo")
        self.undo.setToolTip(told)
        self.undo.setAccessibleName(told)
