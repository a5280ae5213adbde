"""The facts beside the questions of two parts: who it is, and how we read and talk."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import intake, people
from caseplanner.dossier.model import Dossier
from caseplanner.errors import problem
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Field, LineField
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.person_form import HowForm, NeedsForm
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class WhoFacts(Part):
    """Day of birth and number. The name and the cell have their place on another page."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.called = Body("", weight=600)
        self.change_name = buttons.link(_("Change name, cell or team"))
        self.change_name.clicked.connect(lambda: self.go.emit("person", None))
        self.born = DayField(_("Born on"))
        self.number = LineField()
        number = Field(_("Number of the institution"), self.number)
        self.born.changed.connect(self._born)
        self.number.edited.connect(lambda said: self._describe("number", said.strip()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.called)
        layout.addWidget(self.change_name)
        layout.addWidget(SideBySide(self.born, number))

    def show_dossier(self, dossier: Dossier) -> None:
        person = dossier.person
        cell = _("cell {cell}", cell=person.cell) if person.cell else ""
        self.called.setText(" · ".join(x for x in (person.called, person.initials, cell) if x))
        self.born.show_day(person.born)
        self.number.set_text(person.number)

    def _born(self, when: object) -> None:
        born: Any = when
        wrong = problem(lambda: intake.check_born(born, dates.today()))
        self.born.show_error(wrong)
        if not wrong:
            self._describe("born", born)

    def _describe(self, field: str, value: object) -> None:
        describe(self._editing, field, value)


class ReadingFacts(Part):
    """How we read and talk, and what we reckon with: what later sets text, pictures and time."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self.how, self.needs = HowForm(), NeedsForm()
        for form in (self.how, self.needs):
            form.go_without_card()
            form.edited.connect(lambda field, value: describe(editing, field, value))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideBySide(self.how, self.needs))

    def show_dossier(self, dossier: Dossier) -> None:
        self.how.show_person(dossier.person)
        self.needs.show_person(dossier.person)


def describe(editing: Editing, field: str, value: object) -> None:
    """Change one field of the person."""
    details: dict[str, Any] = {field: value}
    editing.change(
        _("About the person"), lambda d: people.describe(d, **details), merge=f"person.{field}"
    )
