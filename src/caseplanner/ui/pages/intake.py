"""The intake: six short parts in any order, what goes well first, and the talks about them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from caseplanner.dossier import intake
from caseplanner.dossier.guide import Guide, IntakeGuide
from caseplanner.dossier.intake import Part, Standing
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui import dates, theme
from caseplanner.ui.dimension.talk import Questions
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.found_here import FoundHere
from caseplanner.ui.intake.facts import ReadingFacts, WhoFacts
from caseplanner.ui.intake.part_button import PartButton
from caseplanner.ui.intake.sittings import Sittings
from caseplanner.ui.intake.stay_card import StayFacts
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.words import _, count

WIDE = 900  # pixels at 100 % text from which the list of parts stands beside the open one
THREE = 560  # from which the list above it has three columns
LIST = 270
TALKS = "talks"


class IntakePage(Page):
    """The list of parts, and the one that is open. Everything is saved as it is typed."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__()
        self._session = session
        editing = Editing(session, self.toast.emit)
        self.back = buttons.link("")
        self.saved = Saved(session)
        self.parts = Parts(editing, guide)
        self.list: dict[str, PartButton] = {
            part: PartButton(card.title) for part, card in self.parts.cards.items()
        }
        self.list[TALKS] = PartButton(_("The talks"))
        self._beside = QWidget()
        self._ways, self._grid = QGridLayout(self._beside), QGridLayout()
        self._columns = 0
        self.found = FoundHere(editing, "intake", self.back)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.found.show_dossier(dossier)
        self.back.setText(_("Restorative plan of {name}", name=dossier.person.called))
        self.saved.show_saved()
        for part in Part:
            self.list[part].show_standing(intake.standing(dossier, part))
        many = len(dossier.talks)
        told = count("{n} talk", "{n} talks", many) if many else _("none yet")
        self.list[TALKS].tell(told, ("messages-square", "ink2"))
        self.parts.show_dossier(dossier)
        self.parts.let_edit(self._session.may_edit)

    def spot(self) -> str:
        return self.parts.open_

    def go_to_spot(self, spot: str) -> None:
        if spot in self.list:
            self.parts.open(spot)

    def focus_first(self) -> None:
        self.list[self.parts.open_].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, three = self.width() >= theme.px(WIDE), self.width() >= theme.px(THREE)
        self._arrange(1 if wide else 3 if three else 2)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.parts.go.connect(self.go)
        self.parts.opened.connect(lambda part: self.list[part].setChecked(True))
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(theme.px(8))
        for part, way in self.list.items():
            way.clicked.connect(lambda _on=False, to=part: self.parts.open(to))
            self._ways.addWidget(way)  # before the parts, so that Tab goes from here to there
        crumbs = Flow(spacing=theme.px(8))
        crumbs.addWidget(self.back)
        crumbs.addWidget(Body("› " + _("Intake")))
        title = Flow(spacing=theme.px(14))
        title.addWidget(Title(_("Intake")))
        title.addWidget(self.saved)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(30))
        layout.setSpacing(theme.px(10))
        layout.addLayout(crumbs)
        layout.addLayout(title)
        layout.addWidget(Small(_("Six short parts, in any order. Any of it may be left out.")))
        layout.addLayout(self._grid, 1)
        self._grid.setSpacing(theme.px(16))
        self._grid.addWidget(self._beside, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.parts, 1, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
        self._arrange(1)
        self.parts.open(Part.WELL)

    def _arrange(self, columns: int) -> None:
        """The list in one column beside the open part, or in more above it."""
        if columns == self._columns:
            return
        self._columns = columns
        wide = columns == 1
        for place, way in enumerate(self.list.values()):
            self._ways.addWidget(way, place // columns, place % columns)
        for column in range(3):
            self._ways.setColumnStretch(column, 1 if column < columns else 0)
        top = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0)
        self._beside.setMaximumWidth(theme.px(LIST) if wide else 16777215)
        self._grid.addWidget(self._beside, 0, 0, top)
        self._grid.addWidget(self.parts, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setColumnMinimumWidth(0, theme.px(LIST) if wide else 0)


class Parts(QWidget):
    """All parts, of which one is shown. `opened` sends which."""

    go = Signal(str, object)
    opened = Signal(str)

    def __init__(self, editing: Editing, guide: Guide) -> None:
        super().__init__()
        self.who, self.stay = WhoFacts(editing), StayFacts(editing)
        self.reading, self.talks = ReadingFacts(editing), Sittings(editing)
        facts = {Part.WHO: self.who, Part.SITUATION: self.stay, Part.READING: self.reading}
        self.cards = {
            part: PartCard(editing, guide.intake_of(part), facts.get(part)) for part in Part
        }
        self.who.go.connect(self.go)
        self._shown: dict[str, QWidget] = {str(part): card for part, card in self.cards.items()}
        self._shown[TALKS] = self.talks
        self.open_: str = Part.WELL
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for card in self._shown.values():
            layout.addWidget(card)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        for card in self.cards.values():
            card.show_dossier(dossier)
        for facts in (self.who, self.stay, self.reading, self.talks):
            facts.show_dossier(dossier)

    def let_edit(self, may: bool) -> None:
        acts = (self.talks.new, *(row.remove for row in self.talks.rows.values()))
        let_edit(self, may, *acts)
        if not may:
            self.stay.again.hide()

    def open(self, part: str) -> None:
        self.open_ = str(part)
        for name, card in self._shown.items():
            card.setVisible(name == part)
        self.opened.emit(self.open_)

    def uncover(self, field: QWidget) -> None:
        """Open the part this field is in."""
        for name, card in self._shown.items():
            if card.isAncestorOf(field):
                self.open(name)


class PartCard(Card):
    """One part: its facts, its questions, and the worker's tick that it was talked about."""

    def __init__(self, editing: Editing, guide: IntakeGuide, facts: QWidget | None) -> None:
        super().__init__()
        self._editing, self._part = editing, guide.part
        self.title = guide.title
        self.questions = Questions(editing, guide.questions)
        self.talked = QCheckBox(_("We talked about this"))
        self.talked.setAccessibleDescription(guide.title)
        self.talked.clicked.connect(self._talk)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(14))
        head = QVBoxLayout()
        head.setSpacing(theme.px(2))
        head.addWidget(Heading(guide.title, size=20))
        head.addWidget(Small(guide.intro))
        layout.addLayout(head)
        if facts:
            layout.addWidget(facts)
        layout.addWidget(self.questions)
        layout.addWidget(self.talked)

    def show_dossier(self, dossier: Dossier) -> None:
        self.questions.show_dossier(dossier)
        self.talked.setChecked(intake.standing(dossier, self._part) is Standing.TALKED)

    def _talk(self, on: bool) -> None:
        self._editing.change(
            _("Intake: {topic}", topic=self.title),
            lambda d: intake.talk_about(d, self._part, on, dates.today()),
        )
