"""The detention of now: its days, what it is about, the verdict, and what may be said of it (R23).

A new case has one of its own; the earlier ones stay readable below it, apart.
"""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import stays
from caseplanner.dossier.model import Dossier, Stay, Verdict
from caseplanner.errors import problem
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.column import line
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import empty, pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, day

NOTHING = Stay(id="")


class StayFacts(Part):
    """The stay of now, the earlier ones, and the way to a new case."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.since = DayField(_("In prison since"))
        self.release = DayField(_("Expected release"))
        self.moved_on = DayField(_("Transferred on"), _("The last time. Else it stays empty."))
        self.place, self.about = LineField(), GrowLine()
        self.verdict = Choice(
            [
                (_("Not known"), Verdict.UNKNOWN),
                (_("Not final yet"), Verdict.NOT_FINAL),
                (_("Final"), Verdict.FINAL),
            ]
        )
        self.offence = Offence()
        self.again = NewCase()
        self._earlier = QVBoxLayout()
        self._shown: tuple[Stay, ...] | None = None
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        stay = stays.now(dossier) or NOTHING
        self.since.show_day(stay.since)
        self.release.show_day(stay.release)
        self.moved_on.show_day(stay.moved_on)
        self.place.set_text(stay.place)
        self.about.set_text(stay.about)
        self.verdict.set_value(stay.verdict)
        self.offence.show_stay(stay)
        self.again.setVisible(stay is not NOTHING)
        if (before := stays.earlier(dossier)) != self._shown:
            self._shown = before
            empty(self._earlier)
            for one in before:
                self._earlier.addWidget(EarlierStay(one))

    def let_edit(self, may: bool) -> None:
        if not may:
            self.again.hide()

    def _build(self) -> None:
        self.since.changed.connect(lambda when: self._day(self.since, "since", when))
        self.release.changed.connect(lambda when: self._day(self.release, "release", when))
        self.moved_on.changed.connect(lambda when: self._day(self.moved_on, "moved_on", when))
        self.place.edited.connect(lambda said: self._describe("place", said.strip()))
        self.about.edited.connect(lambda said: self._describe("about", said))
        self.verdict.chosen.connect(lambda verdict: self._describe("verdict", Verdict(verdict)))
        self.offence.words.edited.connect(self._state)
        self.again.asked.connect(self._begin_again)
        self._earlier.setSpacing(theme.px(10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(SideBySide(self.since, self.release))
        place = Field(_("Place"), self.place, _("For example: House of Recovery, ward O."))
        appeal = _("While there is an appeal it is not final.")
        verdict = Field(_("Verdict"), self.verdict, appeal)
        layout.addWidget(SideBySide(place, self.moved_on))
        about = Field(_("What it is about, in a few words"), self.about)
        layout.addWidget(SideBySide(verdict, about))
        layout.addWidget(self.offence)
        layout.addWidget(self.again)
        layout.addLayout(self._earlier)

    def _day(self, field: DayField, name: str, when: object) -> None:
        details: dict[str, Any] = {name: when}
        wrong = problem(lambda: stays.describe(self._editing.dossier, **details))
        field.show_error(wrong)
        if not wrong:
            self._describe(name, when)
            for other in (self.since, self.release, self.moved_on):
                if other is not field and other.day.unsaved():
                    other.day.flush()  # what was refused before may be right now

    def _describe(self, name: str, value: object) -> None:
        details: dict[str, Any] = {name: value}
        self._editing.change(
            _("About the stay"), lambda d: stays.describe(d, **details), merge=f"stay.{name}"
        )

    def _state(self, said: str) -> None:
        self._editing.change(
            _("What the client says of the offence"),
            lambda d: stays.state_offence(d, said),
            merge="stay.statement",
        )

    def _begin_again(self, ended: date | None) -> None:
        wrong = problem(lambda: stays.begin_again(self._editing.dossier, ended))
        self.again.ended.show_error(wrong)
        if not wrong:
            self._editing.change(
                _("New case"),
                lambda d: stays.begin_again(d, ended),
                told=_("A new case has begun. The one before stays readable below."),
            )
            self.again.close_()


class Offence(QWidget):
    """A field only while the verdict is final; else why there is none (domain.md R23)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = TextField()
        self.field = Field(
            _("What the client says of the offence"),
            self.words,
            _("In the client's own words. Nothing about who the victim is."),
        )
        self.why_not = Small("")
        self.note = line("info", self.why_not)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.note)

    def show_stay(self, stay: Stay) -> None:
        may = stays.may_state(stay)
        if may:
            self.words.set_text(stay.statement)
        else:
            self.words.put("")
        self.field.setVisible(may)
        self.note.setVisible(not may)
        told = _("Nothing is written about the offence until the verdict is final.")
        if stay.statement:
            kept = _("What was written before is kept, and shown to nobody.")
            told = f"{told} {kept}"
        self.why_not.setText(told)


class NewCase(QWidget):
    """The way to a new case; it first asks, in place, when the stay of now ended."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.open = buttons.quiet(_("Begin a new case"), "plus")
        self.open.setCheckable(True)
        self.ended = DayField(_("Last day of this stay"), _("May stay empty."))
        self.sure = buttons.secondary(_("Begin the new case"))
        self.sure.clicked.connect(self._ask)
        self.asking = QWidget()
        self.open.toggled.connect(self.asking.setVisible)
        inside = QVBoxLayout(self.asking)
        inside.setContentsMargins(theme.px(18), 0, 0, 0)
        inside.addWidget(Small(_("This stay is then only to be read. Its plan goes on.")))
        inside.addWidget(self.ended)
        inside.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.asking)
        self.asking.hide()

    def uncover(self, field: QWidget) -> None:
        """Ask again what was being answered."""
        self.open.setChecked(self.asking.isAncestorOf(field))

    def close_(self) -> None:
        self.ended.day.setText("")
        self.open.setChecked(False)

    def _ask(self) -> None:
        self.ended.day.flush()
        if not self.ended.day.text().strip() or self.ended.day.value():
            self.asked.emit(self.ended.day.value())


class EarlierStay(Card):
    """A stay of before: to be read, and never mixed with that of now."""

    def __init__(self, stay: Stay) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(12))
        layout.setSpacing(theme.px(4))
        layout.addWidget(Heading(_("Earlier stay"), size=17))
        facts = Flow(spacing=theme.px(18))
        for name, fact in _facts(stay):
            facts.addWidget(Body(f"{name}: {fact}"))
        layout.addLayout(facts)
        if stay.statement and stays.may_state(stay):
            layout.addWidget(Small(_("What the client says of the offence")))
            layout.addWidget(Body(f"“{stay.statement}”"))


def _day(when: date | None) -> str:
    return day(when) if when else ""


def _facts(stay: Stay) -> list[tuple[str, str]]:
    facts = (
        (_("In prison since"), _day(stay.since)),
        (_("Last day"), _day(stay.ended)),
        (_("Expected release"), "" if stay.ended else _day(stay.release)),
        (_("Place"), stay.place),
        (_("Transferred on"), _day(stay.moved_on)),
        (_("About"), stay.about),
    )
    return [(name, fact) for name, fact in facts if fact]
