"""The intake: six short parts in any order, what goes well first, and the talks about them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

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
from caseplanner.ui.intake.sittings import Sittings
from caseplanner.ui.intake.stay_card import StayFacts
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Parted
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.saved import Saved
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.words import _, count

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
        self.list = self.parts.list
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
        self.parts.show_dossier(dossier, may_edit=self._session.may_edit)

    def spot(self) -> str:
        return self.parts.open_

    def go_to_spot(self, spot: str) -> None:
        if spot in self.list:
            self.parts.open(spot)

    def focus_first(self) -> None:
        self.list[self.parts.open_].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("hub", None))
        self.parts.go.connect(self.go)
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
        layout.addWidget(self.parts, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.found)
        outer.addWidget(Scroll(inner))
        self.parts.open(Part.WELL)


class Parts(Parted):
    """All parts are there from the start: the intake is filled in from one to the other."""

    def __init__(self, editing: Editing, guide: Guide) -> None:
        self.who, self.stay = WhoFacts(editing), StayFacts(editing)
        self.reading, self.talks = ReadingFacts(editing), Sittings(editing)
        facts = {Part.WHO: self.who, Part.SITUATION: self.stay, Part.READING: self.reading}
        self.cards = {
            part: PartCard(editing, guide.intake_of(part), facts.get(part)) for part in Part
        }
        shown: dict[str, QWidget] = {str(part): card for part, card in self.cards.items()}
        shown[TALKS] = self.talks
        titles = {str(part): card.title for part, card in self.cards.items()}
        super().__init__({**titles, TALKS: _("The talks")}, shown.__getitem__)
        self.who.go.connect(self.go)
        while self.more():
            continue

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        for card in self.cards.values():
            card.show_dossier(dossier)
        for facts in (self.who, self.stay, self.reading, self.talks):
            facts.show_dossier(dossier)
        acts = (self.talks.new, *(row.remove for row in self.talks.rows.values()))
        let_edit(self, may_edit, *acts)
        if not may_edit:
            self.stay.again.hide()


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
