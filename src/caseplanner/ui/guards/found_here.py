"""What the guards found on a page of many fields, said above them all (domain.md R10, R11)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import guards
from caseplanner.dossier.model import Dossier
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards import ways
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets.layouts import pad


class FoundHere(QWidget):
    """Stands above what scrolls, so that it is seen while typing; takes no room without a finding.

    `page` is the name of the page; by Tab it comes after the way `back`.
    """

    def __init__(self, editing: Editing, page: str, back: QWidget) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notices = Notices(editing, back, lambda place: ways.to(place)[0] == page)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(30), theme.px(8))
        layout.addWidget(self.notices)
        self.hide()

    def show_dossier(self, dossier: Dossier) -> None:
        self.notices.show_findings(guards.findings(dossier))
        self.setVisible(bool(self.notices.lines))
