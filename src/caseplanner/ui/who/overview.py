"""Who does what, read from the whole plan; each line leads to where it is changed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from caseplanner.dossier import lead, partners, who_does_what
from caseplanner.dossier.model import Dossier, PartnerKind
from caseplanner.dossier.named import UNKNOWN, Side
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.who_does_what import Does, Line, Party
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards import ways
from caseplanner.ui.who.thing import Thing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.parted import Part
from caseplanner.ui.widgets.side_by_side import SideBySide
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _

WIDE = 520  # pixels at 100 % text from which what somebody does stands beside the name
NAME = 205  # of the name beside it
ICONS = {
    Does.STEP: "circle-dot",
    Does.TASK: "briefcase",
    Does.ANSWERS_FOR: "shield-check",
    Does.CHECKS: "scale",
    Does.ARRANGES: "house",
    Does.FOLLOWS: "arrow-right",
    Does.GOES_ON: "flag",
    Does.HELPS: "hand-helping",
    Does.AGREED: "handshake",
}


class PartyBox(QWidget):
    """One party: who it is, and what it does. `go` asks for the page where that is changed."""

    go = Signal(str, object)
    stepped = Signal(QWidget, int)  # from this line to the one above or below
    wanted = Signal(str)  # a partner of this name

    def __init__(self) -> None:
        super().__init__()
        self.name, self.about, self.none = Heading("", size=18), Small(""), Small(_("Nothing yet"))
        self.add = buttons.link(_("Make a partner of it"))
        self.things: list[Thing] = []
        self._party: Party | None = None
        self._head, self._lines = QWidget(), QVBoxLayout()
        self._words = QVBoxLayout(self._head)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._build()

    def show_party(self, party: Party, *, may_edit: bool) -> None:
        self._party = party
        self.name.setText(party.name)
        self.about.setText(party.about)
        self.about.setVisible(bool(party.about))
        self.none.setVisible(not party.lines)
        self.add.setVisible(may_edit and party.key.startswith(UNKNOWN))
        self.add.setAccessibleName(_("Make a partner of {name}", name=party.name))
        while len(self.things) < len(party.lines):
            self._another()
        for thing, line in zip(self.things, party.lines, strict=False):
            told = _told(party, line)
            spoken = _("{who}: {what} {when}", who=party.name, what=line.text, when=told)
            thing.say(ICONS[line.does], line.text, told, spoken)
        for place, thing in enumerate(self.things):
            thing.setVisible(place < len(party.lines))

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the name above: it can always come to stand there."""
        return QSize(theme.px(NAME), 0)

    def heightForWidth(self, width: int) -> int:
        """What it will be at that width, whichever way it stands now: nothing jumps."""
        sides = self._both.contentsMargins().top() + self._both.contentsMargins().bottom()
        name, gap = theme.px(NAME), self._both.spacing()
        if width >= theme.px(WIDE):
            return sides + max(_height(self._words, name), _height(self._lines, width - name - gap))
        return sides + _height(self._words, width) + gap + _height(self._lines, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._head.setMaximumWidth(theme.px(NAME) if wide else 16777215)
        self._head.setMinimumWidth(theme.px(NAME) if wide else 0)

    def _build(self) -> None:
        self.add.clicked.connect(lambda: self.wanted.emit(self.name.text()))
        head = self._words
        head.setContentsMargins(theme.px(8), theme.px(4), 0, 0)
        head.setSpacing(theme.px(2))
        for part in (self.name, self.about):
            head.addWidget(part)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.none)
        self._both.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._both.setSpacing(theme.px(4))
        self._both.addWidget(self._head)
        self._both.addLayout(self._lines, 1)
        pad(self._lines, 0, theme.px(2))

    def _another(self) -> None:
        thing = Thing()
        place = len(self.things)
        thing.clicked.connect(lambda: self._press(place))
        thing.stepped.connect(lambda by: self.stepped.emit(thing, by))
        self.things.append(thing)
        self._lines.addWidget(thing)

    def _press(self, place: int) -> None:
        if self._party is not None:
            self.go.emit(*ways.to(self._party.lines[place].place))


class OverviewPart(Part):
    """Kept up to date while it is the open part: while a partner is typed in nobody sees it."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._dossier: Dossier | None = None
        self._may = True
        self.lead = Thing()
        self.boxes: dict[str, PartyBox] = {side: PartyBox() for side in Side}
        self._others = QVBoxLayout()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        if not self.isHidden():
            self._show()

    def let_edit(self, may: bool) -> None:
        if may != self._may:
            self._may = may
            self._show()

    def setVisible(self, visible: bool) -> None:
        """Filled before it comes in sight, so that nothing jumps."""
        if visible and self.isHidden():
            self._show()
        super().setVisible(visible)

    def focus_first(self) -> None:
        self.lead.setFocus(Qt.FocusReason.OtherFocusReason)

    def things(self) -> list[Thing]:
        """The lines that are shown, from top to bottom."""
        shown = [thing for box in self.boxes.values() for thing in box.things]
        return [self.lead, *(thing for thing in shown if thing.isVisibleTo(self))]

    def _build(self) -> None:
        self.lead.clicked.connect(lambda: self.go.emit("who", "lead"))
        self.lead.stepped.connect(lambda by: self._step(self.lead, by))
        for box in self.boxes.values():
            self._connect(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(_card(self.lead))
        layout.addWidget(SideBySide(_card(self.boxes[Side.PI]), _card(self.boxes[Side.PROBATION])))
        rest = Card()
        self._others = QVBoxLayout(rest)
        pad(self._others, theme.px(10), theme.px(8))
        self._others.setSpacing(0)
        self._others.addWidget(self.boxes[Side.CLIENT])
        layout.addWidget(rest)
        layout.addStretch(1)

    def _show(self) -> None:
        if self._dossier is None:
            return
        said = ". ".join(filter(None, lead.told(self._dossier, dates.today(), dates.short)))
        self.lead.say("flag", said, _("Who has the lead"), _("Who has the lead: {who}", who=said))
        found = who_does_what.parties(self._dossier)
        self._keep([party.key for party in found])
        for party in found:
            self.boxes[party.key].show_party(party, may_edit=self._may)

    def _keep(self, keys: Sequence[str]) -> None:
        """A box for each of these, in this order."""
        for gone in self.boxes.keys() - set(keys):
            box = self.boxes.pop(gone)
            self._others.removeWidget(box)
            box.hide()
            box.deleteLater()
        fixed = (Side.PI, Side.PROBATION)
        for place, key in enumerate(key for key in keys if key not in fixed):
            if key not in self.boxes:
                self.boxes[key] = self._connect(PartyBox())
            if self._others.indexOf(self.boxes[key]) != place:
                self._others.insertWidget(place, self.boxes[key])
        self.boxes = {key: self.boxes[key] for key in keys}

    def _connect(self, box: PartyBox) -> PartyBox:
        box.go.connect(self.go)
        box.stepped.connect(self._step)
        box.wanted.connect(self._make_partner)
        return box

    def _step(self, thing: QWidget, by: int) -> None:
        shown = self.things()
        place = shown.index(thing) + by if isinstance(thing, Thing) else 0
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_partner(self, name: str) -> None:
        found = Organisation(PartnerKind.OTHER, name)
        self._editing.change(_("Partner"), lambda d: partners.add(d, found.id, found))
        self.go.emit("who", "partners")


def _height(layout: QLayout, width: int) -> int:
    tall = layout.heightForWidth(width)
    return tall if tall >= 0 else layout.sizeHint().height()


def _card(inside: QWidget) -> Card:
    card = Card()
    layout = QVBoxLayout(card)
    pad(layout, theme.px(10), theme.px(8))
    layout.addWidget(inside)
    layout.addStretch(1)
    return card


def _told(party: Party, line: Line) -> str:
    """What kind of thing it is, its day, and which of the team does it."""
    day = dates.short(line.on) if line.on else ""
    match line.does:
        case Does.STEP:
            said = _("Step, before {day}", day=day) if day else _("Step")
        case Does.TASK:
            said = _("Task, until {day}", day=day) if day else _("Task")
        case Does.ANSWERS_FOR:
            said = _("Answers for this, until {day}", day=day) if day else _("Answers for this")
        case Does.CHECKS:
            said = _("Checks this, until {day}", day=day) if day else _("Checks this")
        case Does.ARRANGES:
            said = _("Arranges this, before {day}", day=day) if day else _("Arranges this")
        case Does.FOLLOWS:
            said = _("Follows the referral, looks on {day}", day=day) if day else ""
            said = said or _("Follows the referral")
        case Does.GOES_ON:
            said = _("Goes on with this, from {day}", day=day) if day else _("Goes on with this")
        case Does.HELPS:
            said = _("Helps with this")
        case Does.AGREED:
            said = _("Agreed, before {day}", day=day) if day else _("Agreed")
    together = _("together") if line.together else ""
    known = line.who in (party.name, party.about) or party.key not in (Side.PI, Side.PROBATION)
    who = "" if known else line.who
    return " · ".join(part for part in (who, said, together) if part)
