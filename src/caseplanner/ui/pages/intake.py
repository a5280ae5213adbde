"""The intake: six short parts in any order, what goes well first, and the talks about them."""

from collections.abc import Callable

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
from caseplanner.ui.widgets import buttons, parted
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
FACTS: dict[Part, Callable[[Editing], parted.Part]] = {
    Part.WHO: WhoFacts,
    Part.SITUATION: StayFacts,
    Part.READING: ReadingFacts,
}


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

    def more(self) -> bool:
        return self.parts.more()

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
    """The parts and the talks, each made when it is first opened or a moment later."""

    def __init__(self, editing: Editing, guide: Guide) -> None:
        self._editing, self._guide = editing, guide
        titles = {str(part): guide.intake_of(part).title for part in Part}
        super().__init__({**titles, TALKS: _("The talks")}, self._make_part)

    def _make_part(self, name: str) -> parted.Part:
        if name == TALKS:
            return Sittings(self._editing)
        part = Part(name)
        facts = FACTS[part](self._editing) if part in FACTS else None
        return IntakePart(self._editing, self._guide.intake_of(part), facts)


class IntakePart(parted.Part):
    """One part: its facts, its questions, and the worker's tick that it was talked about."""

    def __init__(self, editing: Editing, guide: IntakeGuide, facts: parted.Part | None) -> None:
        super().__init__()
        self._editing, self._part = editing, guide.part
        self.title, self.facts = guide.title, facts
        self.questions = Questions(editing, guide.questions)
        self.talked = QCheckBox(_("We talked about this"))
        self.talked.setAccessibleDescription(guide.title)
        self.talked.clicked.connect(self._talk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card := Card())
        layout = QVBoxLayout(card)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(14))
        head = QVBoxLayout()
        head.setSpacing(theme.px(2))
        head.addWidget(Heading(guide.title, size=20))
        head.addWidget(Small(guide.intro))
        layout.addLayout(head)
        if facts:
            facts.go.connect(self.go)
            layout.addWidget(facts)
        layout.addWidget(self.questions)
        layout.addWidget(self.talked)

    def show_dossier(self, dossier: Dossier) -> None:
        if self.facts:
            self.facts.show_dossier(dossier)
        self.questions.show_dossier(dossier)
        self.talked.setChecked(intake.standing(dossier, self._part) is Standing.TALKED)

    def let_edit(self, may: bool) -> None:
        let_edit(self, may)
        if self.facts:
            self.facts.let_edit(may)

    def _talk(self, on: bool) -> None:
        self._editing.change(
            _("Intake: {topic}", topic=self.title),
            lambda d: intake.talk_about(d, self._part, on, dates.today()),
        )
