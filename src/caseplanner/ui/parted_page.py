"""A page around the plan that has parts: its head, what the guards found, the list and a part."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.page import Page
from caseplanner.ui.widgets.page_head import PageHead
from caseplanner.ui.widgets.parted import Part, Parted
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Small

HEAD = 620  # pixels at 100 % text from which what is saved stands beside the title
Make = Callable[[Editing], Part]


class PartedPage(Page):
    """`parts` are (title, how it is made) by name; the first one is open at the start."""

    def __init__(
        self,
        session: Session,
        page: str,
        title: str,
        about: str,
        parts: Mapping[str, tuple[str, Make]],
    ) -> None:
        super().__init__()
        self._session, self._title = session, title
        editing = self.editing = Editing(session, self.toast.emit)
        self.head = PageHead(session, title)
        self.found = FoundHere(editing, page, self.head.back)
        titles = {name: part_title for name, (part_title, _make) in parts.items()}
        self.parts = Parted(titles, lambda name: parts[name][1](editing))
        self._build(about)
        self.parts.open(next(iter(parts)))

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.head.show_dossier(dossier, self._title)
        self.tell(dossier)
        self.parts.show_dossier(dossier, may_edit=self._session.may_edit)

    def tell(self, dossier: Dossier) -> None:
        """Say in the list how each part stands (`self.parts.list[...].tell`)."""

    def more(self) -> bool:
        return self.parts.more()

    def spot(self) -> str:
        return self.parts.open_

    def go_to_spot(self, spot: str) -> None:
        if spot in self.parts.list:
            self.parts.open(spot)

    def focus_first(self) -> None:
        self.parts.list[self.parts.open_].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go.emit("hub", None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.arrange(wide=self.width() >= theme.px(HEAD))

    def _build(self, about: str) -> None:
        self.head.go.connect(self.go)
        self.parts.go.connect(self.go)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.head)
        layout.addWidget(Small(about))
        layout.addWidget(self.parts, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
