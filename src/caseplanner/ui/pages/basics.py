"""The basic conditions: seven areas in one grid, and how each of them stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import basics
from caseplanner.dossier.model import Area, Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.basics.area_row import (
    AREA,
    GAP,
    NOTE_SHARE,
    SMALL,
    WHEN,
    WHO_SHARE,
    WIDE,
    AreaRow,
)
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons, read_only
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.page_head import NARROW_TITLE, TITLE
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Small, Title
from caseplanner.words import _


class BasicsPage(Page):
    """Everything on it is saved as it is chosen or typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        editing = Editing(session, self.toast.emit)
        self.back = buttons.link("")
        self.saved = Saved(session)
        self.told = Body("")
        self.rows = {area: AreaRow(editing, area) for area in Area}
        self._title = Title(_("Basic conditions"))
        self._head = QWidget()
        self.found = FoundHere(editing, "basics", self.back)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.saved.show_saved()
        self.told.setText(basics.at_a_glance(dossier))
        may_edit = self._session.may_edit
        for row in self.rows.values():
            row.show_dossier(dossier, may_edit)
        read_only.let_edit(self, may_edit)

    def focus_first(self) -> None:
        first = next(iter(self.rows.values()))
        target = first.state if first.state.isEnabled() else self.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go.emit("hub", None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        self._head.setVisible(width >= theme.px(WIDE))
        small = width < theme.px(SMALL)
        side = theme.px(16 if small else 30)
        self._column.setContentsMargins(side, theme.px(20), side, theme.px(30))
        size = NARROW_TITLE if small else TITLE
        self._title.setFont(theme.font(size, 600, heading=True))
        for row in self.rows.values():
            row.arrange(width)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + _("Basic conditions")))
        title = Flow(spacing=theme.px(14))
        title.addWidget(self._title)
        title.addWidget(self.told)
        title.addWidget(self.saved)
        inner = QWidget()
        layout = self._column = QVBoxLayout(inner)
        layout.setSpacing(theme.px(10))
        layout.addLayout(crumbs)
        layout.addLayout(title)
        layout.addWidget(Small(_("What is needed to begin outside. Every answer is a good one.")))
        layout.addWidget(self._grid())
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
        self._arrange(theme.px(WIDE))  # until it is known how wide it gets

    def _grid(self) -> Card:
        card = Card()
        layout = QVBoxLayout(card)
        pad(layout, theme.px(20), theme.px(12))
        layout.setSpacing(0)
        layout.addWidget(self._head)
        line = QHBoxLayout(self._head)
        line.setContentsMargins(0, 0, 0, theme.px(4))
        line.setSpacing(theme.px(GAP))
        state = next(iter(self.rows.values())).state
        columns = (
            (_("What"), theme.px(AREA), 0),
            (_("How it stands"), state.sizeHint().width(), 0),
            (_("Who sees to it"), 0, WHO_SHARE),
            (_("When"), theme.px(WHEN), 0),
            (_("Note"), 0, NOTE_SHARE),
        )
        for words, width, share in columns:
            label = Small(words, weight=600)
            if width:
                label.setFixedWidth(width)
            else:
                policy = label.sizePolicy()
                policy.setHorizontalPolicy(policy.Policy.Ignored)
                label.setSizePolicy(policy)
            line.addWidget(label, share)
        for row in self.rows.values():
            layout.addWidget(_rule())
            layout.addWidget(row)
        return card


def _rule() -> QFrame:
    """A quiet line between two areas."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setProperty("rule", True)
    return line
