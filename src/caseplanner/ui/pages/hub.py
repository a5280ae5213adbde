"""The plan at a glance: the wheel, the four dimensions, and the next thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseplanner.dossier import agreements, answers, people, phases
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, DimensionState, Dossier, Role
from caseplanner.dossier.phases import Phase
from caseplanner.session import Session
from caseplanner.ui import icons, theme
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.dim_card import DimCard
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.phase_line import PhaseLine
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Small, Title
from caseplanner.ui.widgets.todo_list import TodoCard
from caseplanner.ui.widgets.wheel_card import WheelCard
from caseplanner.words import _, clock

WIDE = 1000  # pixels at 100 % text from which the wheel stands beside the cards


class HubPage(Page):
    """The worker's overview of one dossier. Below WIDE everything stands in one column."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session = session
        self.head = Head(session, guide)
        self._phases = PhaseLine()
        self.wheel = WheelCard(guide)
        self.cards = {d: DimCard(guide.of(d)) for d in Dimension}
        self.todo = TodoCard(guide)
        self._grid = QGridLayout()
        self._wide: bool | None = None
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.head.show_dossier(dossier)
        self._phases.show_progress(phases.progress(dossier))
        self.wheel.show_dossier(dossier)
        for card in self.cards.values():
            card.show_dossier(dossier)
        self.todo.show_dossier(dossier)

    def focus_first(self) -> None:
        self.head.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= theme.px(WIDE))

    def _build(self) -> None:
        self.head.go.connect(self.go)
        self.todo.go.connect(self.go)
        for dimension, card in self.cards.items():
            card.clicked.connect(lambda _on=False, d=dimension: self.go.emit("dimension", d))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(20))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.head)
        layout.addWidget(self._phases)
        layout.addLayout(self._grid, 1)
        self._grid.setSpacing(theme.px(15))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self.head.arrange(wide)
        cards = tuple(self.cards.values())
        # Added in reading order: the order of adding does not matter to Tab, creation does, and
        # that is the same.
        if wide:
            self._grid.addWidget(self.wheel, 0, 0, 3, 1)
            for place, card in enumerate(cards):
                self._grid.addWidget(card, place // 2, 1 + place % 2)
            self._grid.addWidget(self.todo, 2, 1, 1, 2)
        else:
            for row, widget in enumerate((self.wheel, *cards, self.todo)):
                self._grid.addWidget(widget, row, 0, 1, 3)
        for column, stretch in enumerate((35, 33, 33) if wide else (1, 0, 0)):
            self._grid.setColumnStretch(column, stretch)
        for row, stretch in enumerate((1, 1, 0) if wide else (0, 0, 0)):
            self._grid.setRowStretch(row, stretch)


class Head(QWidget):
    """Whose plan this is, its state, what is saved, and the buttons of the page."""

    go = Signal(str, object)

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session = session
        self._guide = guide
        self._next: tuple[str, object] = ("preview", None)
        self.back = buttons.link(_("Dossiers"))
        self.who = Body("")
        self.team = buttons.link("")
        self.title = Title("")
        self.tag = Tag()
        self.saved_icon = QLabel()
        self.saved = Small("")
        self.undo = buttons.quiet("", "undo-2")
        self.pdf = buttons.secondary(_("View PDF"), "file-text")
        self.main = buttons.primary("", "messages-square")
        self._grid = QGridLayout(self)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        person = dossier.person
        cell = _("cell {cell}", cell=person.cell) if person.cell else ""
        self.who.setText("› " + ", ".join(part for part in (person.called, cell) if part))
        self.team.setText(_team(dossier))
        self.title.setText(_("Recovery plan of {name}", name=person.called))
        self.tag.say(*_state(dossier))
        self._show_saved()
        icon, label, self._next = _next(dossier, self._guide)
        self.main.setText(label)
        self.main.set_icon(icon)

    def arrange(self, wide: bool) -> None:
        """Put the buttons beside the title, or below it."""
        if wide:
            self._grid.addWidget(self._actions, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._actions, 1, 0)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("list", None))
        self.team.clicked.connect(lambda: self.go.emit("person", None))
        self.pdf.clicked.connect(lambda: self.go.emit("preview", None))
        self.main.clicked.connect(lambda: self.go.emit(*self._next))
        self.undo.clicked.connect(self._session.undo)
        crumbs = Flow(spacing=theme.px(8))
        for part in (self.back, self.who, self.team):
            crumbs.addWidget(part)
        title = Flow(spacing=theme.px(14))
        title.addWidget(self.title)
        title.addWidget(self.tag)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(2))
        lines.addLayout(crumbs)
        lines.addLayout(title)
        self._actions = QWidget()
        told = QWidget()
        saved = QHBoxLayout(told)
        saved.setContentsMargins(0, 0, 0, 0)
        saved.setSpacing(theme.px(6))
        saved.addWidget(self.saved_icon)
        saved.addWidget(self.saved)
        saved.addWidget(self.undo)
        line = Flow(self._actions, spacing=theme.px(9))
        line.addWidget(told)
        line.addWidget(self.pdf)
        line.addWidget(self.main)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(words, 0, 0)
        self._grid.setColumnStretch(0, 1)

    def _show_saved(self) -> None:
        at = self._session.saved_at
        self.saved.setText(_("Saved at {time}", time=clock(at)) if at else _("Everything is saved"))
        self.saved_icon.setPixmap(icons.pixmap("check", "ok", theme.px(16)))
        past = self._session.history.past
        self.undo.setEnabled(bool(past))
        told = _("Undo: {what}", what=past[-1].label) if past else _("Nothing to undo")
        self.undo.setToolTip(told)
        self.undo.setAccessibleName(told)


def _team(dossier: Dossier) -> str:
    """Who works with the client, or a plain invitation to fill that in."""
    names = [n for role in (Role.MENTOR, Role.SUPERVISOR) if (n := people.name_of(dossier, role))]
    match names:
        case [one, two]:
            return _("With {one} and {two}", one=one, two=two)
        case [one]:
            return _("With {one}; fill in the other", one=one)
        case _:
            return _("Fill in mentor and supervisor")


def _state(dossier: Dossier) -> tuple[str, str, str]:
    """(words, kind, icon) of the tag beside the title."""
    version = agreements.latest(dossier)
    concept = agreements.is_changed(dossier)
    number = (version.number if version else 0) + (1 if concept else 0)
    if concept:
        return _("Concept, version {number}", number=number), "info", "pencil"
    if version and agreements.is_complete(version):
        return _("Signed, version {number}", number=number), "ok", "circle-check"
    return _("To sign, version {number}", number=number), "warn", "clock"


def _next(dossier: Dossier, guide: Guide) -> tuple[str, str, tuple[str, object]]:
    """(icon, words, page with its argument) of the main button: the one next thing to do."""
    match phases.now(dossier):
        case Phase.PLAN:
            dimension = next(
                d for d in Dimension if answers.state(dossier, d) is DimensionState.UNSEEN
            )
            label = _("Go on: {topic}", topic=guide.of(dimension).title)
            return "arrow-right", label, ("dimension", dimension)
        case Phase.ANSWERS:
            return "messages-square", _("Ask for agreement"), ("answers", None)
        case Phase.SET:
            return "check", _("Set the plan"), ("sign", None)
        case Phase.SIGN:
            return "signature", _("Sign"), ("sign", None)
        case None:
            return "file-down", _("Hand over the PDF"), ("preview", None)
