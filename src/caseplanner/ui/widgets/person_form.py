"""The fields of a person and of the team, as a new dossier and the page of the person show them."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier import people
from caseplanner.dossier.model import Dossier, Person, Role
from caseplanner.ui import theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import LineField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

Written = TypeVar("Written", LineField, GrowLine)


class PersonForm(QObject):
    """Only the name is needed. There is no field for a surname, a number or a case.

    Two cards: `who` it is, and `how` we talk.
    """

    edited = Signal(str, object)  # a field of Person and its new value

    def __init__(self) -> None:
        super().__init__()
        self.who, self.how = Card(), Card()
        self.called = self._line("called", LineField())
        self.initials = self._line("initials", LineField())
        self.cell = self._line("cell", LineField())
        self.language = self._line("language", GrowLine())
        self.reading = self._line("reading", GrowLine())
        self.informal, self.formal = QRadioButton(_("je")), QRadioButton(_("u"))
        address = QButtonGroup(self.how)
        address.addButton(self.informal)
        address.addButton(self.formal)
        self.informal.clicked.connect(lambda: self.edited.emit("formal", False))
        self.formal.clicked.connect(lambda: self.edited.emit("formal", True))
        self.large_print = self._tick("large_print", _("Large print"))
        self.pictograms = self._tick("pictograms", _("Pictograms beside the words"))
        self.read_aloud = self._tick("read_aloud", _("Read aloud"))
        self._build()
        self.show_person(Person())

    def show_person(self, person: Person) -> None:
        for name in ("called", "initials", "cell", "language", "reading"):
            getattr(self, name).set_text(getattr(person, name))
        (self.formal if person.formal else self.informal).setChecked(True)
        for name in ("large_print", "pictograms", "read_aloud"):
            getattr(self, name).setChecked(getattr(person, name))

    def details(self) -> dict[str, Any]:
        """Everything as it stands in the fields now, by field of Person."""
        texts = ("called", "initials", "cell", "language", "reading")
        ticks = ("formal", "large_print", "pictograms", "read_aloud")
        return {name: getattr(self, name).text().strip() for name in texts} | {
            name: getattr(self, name).isChecked() for name in ticks
        }

    def _line(self, name: str, field: Written) -> Written:
        field.edited.connect(lambda said: self.edited.emit(name, said.strip()))
        return field

    def _tick(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.clicked.connect(lambda on: self.edited.emit(name, on))
        return box

    def _build(self) -> None:
        layout = QVBoxLayout(self.who)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Heading(_("Who is it?"), size=18))
        name = labelled(_("Name to be called by"), self.called, _("The only thing that is needed."))
        layout.addWidget(name)
        layout.addLayout(
            _pair(labelled(_("Initials"), self.initials), labelled(_("Cell"), self.cell))
        )
        layout = QVBoxLayout(self.how)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(Heading(_("How do we talk?"), size=18))
        layout.addWidget(_ticks(_("We say"), (self.informal, self.formal)))
        layout.addWidget(labelled(_("Language"), self.language))
        reads = _("For example: reads a newspaper, slowly.")
        layout.addWidget(labelled(_("Reading"), self.reading, reads))
        helps = (self.large_print, self.pictograms, self.read_aloud)
        layout.addWidget(_ticks(_("What helps"), helps))


class TeamForm(Card):
    """Who works with the client: the mentor or begeleider, and the supervisor."""

    named = Signal(object, str, str)  # Role, name, work

    def __init__(self) -> None:
        super().__init__()
        self.seats = {
            Role.MENTOR: (LineField(), LineField()),
            Role.SUPERVISOR: (LineField(), LineField()),
        }
        titles = {
            Role.MENTOR: (_("Mentor or worker"), _("Work of the mentor")),
            Role.SUPERVISOR: (_("Supervisor"), _("Work of the supervisor")),
        }
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Heading(_("Who works with the client?"), size=18))
        layout.addWidget(Small(_("They sign the plan together with the client.")))
        for role, fields in self.seats.items():
            for field in fields:
                field.edited.connect(lambda _said, role=role: self._tell(role))
            (name, work), (called, does) = fields, titles[role]
            layout.addLayout(_pair(labelled(called, name), labelled(_("Work"), work)))
            work.setAccessibleName(does)

    def show_team(self, dossier: Dossier) -> None:
        for role, (name, work) in self.seats.items():
            known = people.colleague(dossier, role)
            name.set_text(known.name if known else "")
            # The work of a seat without a name is not kept yet, so it may stand there typed.
            if known:
                work.set_text(known.work)

    def seat(self, role: Role) -> tuple[str, str]:
        """Name and work as they stand in the fields now."""
        name, work = self.seats[role]
        return name.text().strip(), work.text().strip()

    def _tell(self, role: Role) -> None:
        self.named.emit(role, *self.seat(role))


def labelled(words: str, field: QWidget, hint: str = "") -> QWidget:
    """A field under its label, which is also its accessible name; with a hint below."""
    label = Body(words, size=15, weight=600)
    label.setBuddy(field)
    field.setAccessibleName(words)
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(4))
    layout.addWidget(label)
    layout.addWidget(field)
    if hint:
        field.setAccessibleDescription(hint)
        layout.addWidget(Small(hint))
    return whole


def _pair(one: QWidget, two: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.px(12))
    line.addWidget(one, 1)
    line.addWidget(two, 1)
    return line


def _ticks(words: str, buttons: Sequence[QWidget]) -> QWidget:
    label = Body(words, size=15, weight=600)
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(4))
    layout.addWidget(label)
    line = Flow(spacing=theme.px(18))
    for button in buttons:
        button.setAccessibleDescription(words)
        line.addWidget(button)
    layout.addLayout(line)
    return whole
