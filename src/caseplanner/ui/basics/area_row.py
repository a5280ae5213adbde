"""One basic condition in the grid: how it stands, who sees to it, when, a note, and how it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseplanner.dossier import actors, basics
from caseplanner.dossier.model import Area, Basic, BasicState, Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.basics.state_picker import StatePicker
from caseplanner.ui.dimension.actor_picker import ActorPicker
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import empty
from caseplanner.ui.widgets.picture import Picture
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _, count

ICONS = {
    Area.ID: "id-card",
    Area.HOUSING: "bed",
    Area.INCOME: "briefcase",
    Area.DEBTS: "wallet",
    Area.CARE: "heart-pulse",
    Area.INSURANCE: "umbrella",
    Area.NETWORK: "users",
}
# Pixels at 100 % text and shares of what is left, alike in every row, so that columns are columns.
WIDE, MIDDLE, SMALL = 960, 680, 440  # columns; the fields beside each other; name and state
AREA, WHEN, GAP = 258, 152, 10
WHO_SHARE, NOTE_SHARE = 4, 5
ANY = 16777215  # no limit to a width, as Qt calls it


class AreaRow(QWidget):
    """All in one line, or under each other; who, when and note are there once it was discussed."""

    def __init__(self, editing: Editing, area: Area) -> None:
        super().__init__()
        self._editing = editing
        self._area = area
        self.setObjectName(f"basic-{area}")
        self._labels = {
            "who": _("{area}: who sees to it", area=basics.name(area)),
            "on": _("{area}: when", area=basics.name(area)),
            "note": _("{area}: note", area=basics.name(area)),
        }
        self.name = Body(basics.name(area), size=17, weight=600)
        self.since = Small("")
        self.before = buttons.link("")
        self.before.setCheckable(True)
        self.state = StatePicker(area)
        self.who = ActorPicker()
        self.when = DateField()
        self.note = GrowLine()
        self.earlier = Earlier()
        right = QBoxLayout.Direction.LeftToRight
        self._line, self._fields = QBoxLayout(right), QBoxLayout(right)
        self._begin = QBoxLayout(right)
        self._connect()
        self._build()

    def show_dossier(self, dossier: Dossier, editable: bool) -> None:
        newest = basics.now(dossier, self._area)
        self.state.show_state(basics.state(dossier, self._area))
        self.state.setEnabled(editable)
        for cell in (self._who, self._when, self._note):
            cell.show_part(newest is not None)
        people = (*actors.around(dossier), *(basic.who for basic in dossier.basics))
        self.who.show_actor(
            newest.who if newest else "", [n for n in dict.fromkeys(people) if n.strip()]
        )
        self.when.set_date(newest.on if newest else None)
        self.note.set_text(newest.note if newest else "")
        self._show_past(basics.marks(dossier, self._area))

    def arrange(self, width: int) -> None:
        """In columns; in two lines; or the fields under each other, on a page of this width."""
        wide, middle = width >= theme.px(WIDE), width >= theme.px(MIDDLE)
        way = QBoxLayout.Direction
        for line, beside in (
            (self._line, wide),
            (self._fields, middle),
            (self._begin, width >= theme.px(SMALL)),
        ):
            line.setDirection(way.LeftToRight if beside else way.TopToBottom)
        for cell in (self._who, self._when, self._note):
            cell.arrange(wide, middle)
        self._place.setMinimumWidth(theme.px(AREA) if wide else 0)
        self._place.setMaximumWidth(theme.px(AREA) if wide else ANY)

    def _connect(self) -> None:
        self.state.chosen.connect(self._say)
        self.who.chosen.connect(lambda who: self._describe("who", who))
        self.when.changed.connect(lambda on: self._describe("on", on))
        self.note.edited.connect(lambda note: self._describe("note", note))
        self.before.toggled.connect(self.earlier.setVisible)

    def _build(self) -> None:
        self.who.setAccessibleName(self._labels["who"])
        self.who.line.setAccessibleName(self._labels["who"])
        self.who.setMinimumWidth(theme.px(120))
        self.who.setMaximumWidth(ANY)
        self.who.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.when.setAccessibleName(self._labels["on"])
        self.note.setAccessibleName(self._labels["note"])
        self._place = QWidget()
        place = QHBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(theme.px(12))
        place.addWidget(Picture(ICONS[self._area], "ink2", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        said = Flow(spacing=theme.px(6))
        said.addWidget(self.since)
        said.addWidget(self.before)
        words.addLayout(said)
        place.addLayout(words, 1)
        self._who, self._when, self._note = (
            Cell(_("Who sees to it"), self.who),
            Cell(_("When"), DayBox(self.when), WHEN),
            Cell(_("Note"), easy_hint.under(self.note)),
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        self._begin.addWidget(self._place, 1, middle)
        self._begin.addWidget(self.state, 0, middle)
        self._fields.addWidget(self._who, WHO_SHARE, middle)
        self._fields.addWidget(self._when, 0, middle)
        self._fields.addWidget(self._note, NOTE_SHARE, middle)
        self._line.addLayout(self._begin)
        self._line.addLayout(self._fields, 1)
        for line in (self._line, self._begin, self._fields):
            line.setSpacing(theme.px(GAP))
        self.earlier.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        layout.setSpacing(theme.px(4))
        layout.addLayout(self._line)
        layout.addWidget(self.earlier)

    def _show_past(self, marks: Sequence[Basic]) -> None:
        earlier = marks[:-1]
        since = marks[-1].said_on if marks else None
        told = _("since {day}", day=dates.short(since)) if since else ""
        self.since.setText(told)
        self.since.setVisible(bool(told))
        self.before.setVisible(bool(earlier))
        self.before.setText(count("{n} earlier", "{n} earlier", len(earlier)))
        self.before.setAccessibleName(
            _("{area}: show how it was before", area=basics.name(self._area))
        )
        if not earlier:
            self.before.setChecked(False)
        self.earlier.show_marks(earlier)

    def _say(self, state: BasicState) -> None:
        gone = len(basics.marks(self._editing.dossier, self._area))
        told = ""
        if state is BasicState.NOT_DISCUSSED and gone:
            told = _("{area}: what was said is taken away.", area=basics.name(self._area))
        self._editing.change(
            _("{area}: how it stands", area=basics.name(self._area)),
            lambda d: basics.say(d, self._area, state, dates.today()),
            told=told,
        )

    def _describe(self, field: str, value: object) -> None:
        self._editing.change(
            self._labels[field],
            lambda d: basics.describe(d, self._area, **{field: value}),
            merge=f"basic.{self._area}.{field}",
        )


class Cell(QWidget):
    """A field of a row, with what it is above it where there are no columns.

    It keeps its place when the field is not there.
    """

    def __init__(self, label: str, part: QWidget, width: int = 0) -> None:
        super().__init__()
        self._label = Small(label, weight=600)
        self._part = part
        self._width = theme.px(width)
        self._wide = True
        self._label.setBuddy(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addWidget(self._label)
        layout.addWidget(part)

    def show_part(self, there: bool) -> None:
        self._part.setVisible(there)
        self._label.setVisible(there and not self._wide)
        self.setVisible(there or self._wide)

    def arrange(self, wide: bool, middle: bool) -> None:
        there = not self._part.isHidden()
        self._wide = wide
        if self._width and middle:
            self.setFixedWidth(self._width)
        else:  # the share of the row alone says how wide it is
            self.setMinimumWidth(0)
            self.setMaximumWidth(ANY)
            across = QSizePolicy.Policy.Ignored if middle else QSizePolicy.Policy.Preferred
            self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.show_part(there)


class Earlier(QWidget):
    """How it stood before, the newest first: "do 12 februari: nog regelen"."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Basic] | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(theme.px(36), 0, 0, theme.px(4))
        self._lines.setSpacing(theme.px(2))

    def show_marks(self, marks: Sequence[Basic]) -> None:
        if marks == self._shown:
            return
        self._shown = marks
        empty(self._lines)
        for basic in reversed(marks):
            self._lines.addWidget(Small(in_words(basic)))


def in_words(basic: Basic) -> str:
    """A mark in one line: since when, how it stood, and what was said with it."""
    state = _(basics.STATES[basic.state][0]).lower()
    said = f"{dates.short(basic.said_on)}: {state}" if basic.said_on else state
    when = dates.short(basic.on) if basic.on else ""
    return " · ".join(part for part in (said, basic.who, when, basic.note) if part.strip())
