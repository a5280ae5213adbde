"""The people around the client: drawn as circles of closeness, and beside it as a list."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import network
from caseplanner.dossier.model import Circle, Dossier, Meaning, NoContact
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards import notices
from caseplanner.ui.network.map import NetworkMap, paint_shape
from caseplanner.ui.network.people_list import PeopleList
from caseplanner.ui.page import Page
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.page_head import PageHead
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.scroll import Scroll, reach
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

WIDE = 940  # pixels at 100 % text from which the map stands beside the list


class NetworkPage(Page):
    """Whoever is also victim is not here, not in the picture, and not found by its search."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._editing = Editing(session, self.toast.emit)
        self.head = PageHead(session, _("People around"))
        self.head.go.connect(self.go)
        self.map = NetworkMap(self.head.saved.undo)
        self.empty_ = Small("")
        self.people = PeopleList(self._editing)
        self.map.chosen.connect(self._go_to)
        self.map.moved.connect(self._move)
        self.people.opened.connect(self._show_map)
        self._picture = Card()
        self._grid = QGridLayout()
        self._wide: bool | None = None
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        called = dossier.person.called
        self.head.show_dossier(dossier, _("The people around {name}", name=called))
        self.empty_.setText(_("Nobody stands here yet. Who matters to {name}?", name=called))
        self.empty_.setVisible(not network.shown(dossier))
        self.people.show_dossier(dossier, may_edit=self._session.may_edit)
        self._show_map()
        notices.show_all(self, dossier)

    def spot(self) -> str:
        """Who is open."""
        return self.people.open_one

    def go_to_spot(self, spot: str) -> None:
        if spot in self.people.cards:
            self.people.open(spot)

    def focus_first(self) -> None:
        """To what may not stand there, else to a new name."""
        found = notices.first_open(self)
        for id, card in self.people.cards.items():
            if found and card.isAncestorOf(found):
                self.people.open(id)
                reach(found.stand)
                return
        new = self.people.new
        first = self.head.back if new.isHidden() else new.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the plan."""
        if event.key() == Qt.Key.Key_Escape:
            self.go.emit("hub", None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= theme.px(WIDE))

    def _build(self) -> None:
        inside = QVBoxLayout(self._picture)
        pad(inside, theme.px(16), theme.px(14))
        inside.addWidget(self.map, 1)
        inside.addWidget(self.empty_, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addLayout(_legend())
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(14))
        layout.addWidget(self.head)
        layout.addWidget(Small(_("A first name and who it is. That is enough.")))
        layout.addLayout(self._grid, 1)
        self._grid.setSpacing(theme.px(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))
        self._arrange(True)

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self.head.arrange(wide=wide)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._picture, 0, 0, top)
        self._grid.addWidget(self.people, *((0, 1) if wide else (1, 0)), top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setRowStretch(2, 1)

    def _show_map(self) -> None:
        dossier = self._editing.dossier
        people = network.shown(dossier)
        self.map.show_people(dossier.person.called, people, self.people.open_one)

    def _go_to(self, id: str) -> None:
        self.people.go_to(id)

    def _move(self, id: str, circle: Circle) -> None:
        if self._session.may_edit:
            self._editing.change(
                _("How close somebody is"), lambda d: network.describe(d, id, circle=circle)
            )


class Shape(QWidget):
    """One shape of the map, for the legend."""

    def __init__(self, meaning: Meaning) -> None:
        super().__init__()
        self._meaning = meaning
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(22), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_shape(painter, middle, self.width() / 2 - 2, self._meaning)
        painter.end()


def _legend() -> Flow:
    line = Flow(spacing=theme.px(14))
    signs: list[tuple[QWidget, str]] = [
        (Shape(meaning), _(name)) for meaning, name in network.MEANINGS.items()
    ]
    for order, icon, ink in (
        (NoContact.NOT_CHECKED, "circle-help", "warn"),
        (NoContact.FORBIDDEN, "circle-x", "bad"),
    ):
        signs.append((Picture(icon, ink, 18), _(network.ORDERS[order])))
    for sign, told in signs:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(sign)
        row.addWidget(Small(told, size=14))
        line.addWidget(entry)
    return line
