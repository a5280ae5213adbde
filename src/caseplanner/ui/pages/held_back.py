"""Why a plan may not leave the program, with the way to the words that hold it back (R11)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseplanner.dossier import guards
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.guards import ways
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.message import InlineError
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.export.pdf import Edition


class HeldBack(QWidget):
    """Hidden while nothing holds it back. `go` asks for the page with the words."""

    go = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.error = InlineError()
        self.way = buttons.secondary(_("To these words"), "arrow-right")
        self.way.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.error, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.way)
        self.hide()

    def show_edition(self, edition: "Edition | None") -> None:
        """Say whether this edition may leave; None is none."""
        from caseplanner import printing

        why = printing.held_back(self._session, edition) if edition else ""
        self.setVisible(bool(why))
        self.error.show_error(_(why) if why else "")
        self.way.setVisible(bool(guards.unresolved(self._session.dossier)))

    @property
    def holds(self) -> bool:
        return not self.isHidden()

    def _go(self) -> None:
        found = guards.unresolved(self._session.dossier)
        if found:
            self.go.emit(*ways.to(found[0].place))
