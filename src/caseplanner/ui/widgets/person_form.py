"""The fields of a person and of the team: cards for a new dossier, its page, and the intake."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Signal
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
from caseplanner.ui.widgets import easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice, LineField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count

Written = TypeVar("Written", LineField, GrowLine)
MINUTES = (0, 10, 15, 20, 30, 45, 60, 90)  # 0: nothing was said of how long a talk may last


class PersonCard(Card):
    """Fields of Person on a card: `LINES` are texts and `TICKS` are ticked or not."""

    edited = Signal(str, object)  # a field of Person and its new value
    LINES: tuple[str, ...] = ()
    TICKS: tuple[str, ...] = ()

    def show_person(self, person: Person) -> None:
        for name in self.LINES:
            getattr(self, name).set_text(getattr(person, name))
        for name in self.TICKS:
            getattr(self, name).setChecked(getattr(person, name))

    def go_without_card(self) -> None:
        """Lie on the card around it."""
        self.setProperty("card", False)
        if layout := self.layout():
            layout.setContentsMargins(0, 0, 0, 0)

    def details(self) -> dict[str, Any]:
        """Everything as it stands in the fields now, by field of Person."""
        return {name: getattr(self, name).text().strip() for name in self.LINES} | {
            name: getattr(self, name).isChecked() for name in self.TICKS
        }

    def _line(self, name: str, field: Written) -> Written:
        field.edited.connect(lambda said: self.edited.emit(name, said.strip()))
        return field

    def _tick(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.clicked.connect(lambda on: self.edited.emit(name, on))
        return box


class WhoForm(PersonCard):
    """Who it is. Only the name is needed; there is no field for a surname or a case."""

    LINES = ("called", "initials", "cell")

    def __init__(self) -> None:
        super().__init__()
        self.called = self._line("called", LineField())
        self.initials = self._line("initials", LineField())
        self.cell = self._line("cell", LineField())
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Heading(_("Who is it?"), size=18))
        name = labelled(_("Name to be called by"), self.called, _("The only thing that is needed."))
        layout.addWidget(name)
        layout.addLayout(
            _pair(labelled(_("Initials"), self.initials), labelled(_("Cell"), self.cell))
        )


class HowForm(PersonCard):
    """How we talk and read together."""

    LINES = ("language", "reading")
    TICKS = ("formal", "large_print", "pictograms", "read_aloud")

    def __init__(self) -> None:
        super().__init__()
        self.language = self._line("language", GrowLine())
        self.reading = self._line("reading", GrowLine())
        self.informal, self.formal = QRadioButton(_("je")), QRadioButton(_("u"))
        address = QButtonGroup(self)
        address.addButton(self.informal)
        address.addButton(self.formal)
        self.informal.clicked.connect(lambda: self.edited.emit("formal", False))
        self.formal.clicked.connect(lambda: self.edited.emit("formal", True))
        self.large_print = self._tick("large_print", _("Large print"))
        self.pictograms = self._tick("pictograms", _("Pictograms"))
        self.read_aloud = self._tick("read_aloud", _("Read aloud"))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(Heading(_("How do we talk?"), size=18))
        layout.addWidget(_ticks(_("We say"), (self.informal, self.formal)))
        layout.addWidget(labelled(_("Language"), self.language))
        reads = _("For example: reads a newspaper, slowly.")
        layout.addWidget(labelled(_("Reading"), self.reading, reads))
        helps = (self.large_print, self.pictograms, self.read_aloud)
        layout.addWidget(_ticks(_("What helps"), helps))
        self.show_person(Person())

    def show_person(self, person: Person) -> None:
        super().show_person(person)
        self.informal.setChecked(not person.formal)


class NeedsForm(PersonCard):
    """What else makes a talk work (domain.md 0a): it sets how long and how we talk later on."""

    LINES = ("hearing", "sight", "culture", "support")

    def __init__(self) -> None:
        super().__init__()
        self.hearing = self._line("hearing", GrowLine())
        self.sight = self._line("sight", GrowLine())
        self.culture = self._line("culture", GrowLine())
        self.support = self._line("support", GrowLine())
        self.longest = Choice()
        self.longest.chosen.connect(lambda minutes: self.edited.emit("longest_talk", minutes))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(20), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(Heading(_("What do we reckon with?"), size=18))
        for words, field, hint in (
            (_("Hearing"), self.hearing, ""),
            (_("Sight"), self.sight, _("For example: glasses for reading.")),
            (_("Culture and belief"), self.culture, _("For example: no talk at prayer time.")),
            (_("What helps in a talk"), self.support, _("For example: one thing at a time.")),
        ):
            layout.addWidget(labelled(words, field, hint))
        layout.addWidget(labelled(_("Longest talk"), self.longest))
        self.show_person(Person())

    def show_person(self, person: Person) -> None:
        super().show_person(person)
        offered = sorted({*MINUTES, person.longest_talk})
        if [self.longest.itemData(place) for place in range(self.longest.count())] != offered:
            self.longest.clear()
            for minutes in offered:
                told = count("{n} minute", "{n} minutes", minutes) if minutes else _("Not said")
                self.longest.addItem(told, minutes)
        self.longest.set_value(person.longest_talk)


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
    layout.addWidget(easy_hint.under(field) if isinstance(field, GrowLine) else field)
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
