"""Who the dossier is about and who works on it: to start a new one, and to change it later."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import people
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import Dossier, Role
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.person_form import HowForm, TeamForm, WhoForm
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.team_others import OthersCard
from caseplanner.ui.widgets.text import Body, Title
from caseplanner.words import _

WIDE = 900  # pixels at 100 % text from which person and team stand side by side


class FormPage(Page):
    """The forms under a title, side by side where there is room."""

    def __init__(self, back: tuple[str, str], title: str) -> None:
        super().__init__()
        self.who, self.team = WhoForm(), TeamForm()
        self.title = Title(title)
        self.back = buttons.link(back[0])
        self.back.clicked.connect(lambda: self.go.emit(back[1], None))
        self.here = Body("› " + title)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._forms = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._forms.setSpacing(theme.px(16))
        for column, share in ((self.left, 55), (self.right, 45)):
            column.setSpacing(theme.px(16))
            self._forms.addLayout(column, share)
        self.left.addWidget(self.who)
        self.below = QHBoxLayout()
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(self.here)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(12))
        layout.addLayout(crumbs)
        layout.addWidget(self.title)
        layout.addLayout(self._forms)
        layout.addLayout(self.below)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))
        self.outer = outer

    def focus_first(self) -> None:
        self.who.called.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        direction = QBoxLayout.Direction
        self._forms.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


class NewPage(FormPage):
    """A new dossier. It is made when the button is pressed, or when the program closes before."""

    is_form = True

    def __init__(self, create: Callable[[Dossier], None]) -> None:
        super().__init__((_("Dossiers"), "list"), _("New dossier"))
        self._create = create
        self.how = HowForm()
        self.left.addWidget(self.team)
        self.right.addWidget(self.how)
        for column in (self.left, self.right):
            column.addStretch(1)
        self.make = buttons.primary(_("Make the dossier"), "check")
        self.make.clicked.connect(self._make)
        self.below.addWidget(self.make)
        self.below.addStretch(1)

    def keep(self) -> None:
        """With a name it becomes a dossier: nothing else can hold what was typed."""
        if self.who.called.text().strip():
            self._make()

    def _make(self) -> None:
        details = self.who.details() | self.how.details()
        dossier = people.start(details.pop("called"), **details)
        for role in (Role.MENTOR, Role.SUPERVISOR):
            dossier = people.name_colleague(dossier, role, *self.team.seat(role))
        self._create(dossier)


class PersonPage(FormPage):
    """The person and the team of the open dossier; everything is saved while it is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__((_("Plan"), "hub"), _("Person and team"))
        self._editing = Editing(session, self.toast.emit)
        self.found = FoundHere(self._editing, "person", self.back)
        self.outer.insertWidget(0, self.found)
        self.how_we_talk = buttons.link(_("How we read and talk: in the intake"))
        self.how_we_talk.clicked.connect(lambda: self.go.emit("intake", Part.READING))
        self.left.addWidget(self.how_we_talk)
        self.left.addStretch(1)
        self.others = OthersCard(self._editing)
        self.right.addWidget(self.team)
        self.right.addWidget(self.others)
        self.right.addStretch(1)
        self.who.edited.connect(self._describe)
        self.team.named.connect(self._name)

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.who.show_person(dossier.person)
        self.team.show_team(dossier)
        self.others.show_dossier(dossier)

    def _describe(self, field: str, value: object) -> None:
        if field == "called" and not value:
            return  # a name is being retyped; it may never be saved as empty
        details: dict[str, Any] = {field: value}
        self._editing.change(
            _("About the person"),
            lambda d: people.describe(d, **details),
            merge=f"person.{field}",
        )

    def _name(self, role: Role, name: str, work: str) -> None:
        self._editing.change(
            _("Who works with the client"),
            lambda d: people.name_colleague(d, role, name, work),
            merge=f"team.{role}",
        )
