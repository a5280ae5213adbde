"""Who comes to the driegesprek: the three who sign, and beside them who is asked along."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import meetings, preparing
from caseplanner.dossier.model import Dossier, Meeting, Seat, SeatRole, new_id
from caseplanner.ui import theme
from caseplanner.ui.dimension.actor_picker import ActorPicker
from caseplanner.ui.editing import Editing
from caseplanner.ui.talk import said
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import let_edit
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

NAME = 200  # pixels at 100 % text
ICONS = {
    SeatRole.INTERPRETER: "languages",
    SeatRole.VOLUNTEER: "hand-helping",
    SeatRole.RELATIVE: "user",
}


class ChairsCard(Card):
    """`go` asks for the page where somebody of the team is named."""

    go = Signal(str, object)

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._meeting = editing, ""
        self.rows: dict[str, Signs | Along] = {}
        self.ask = {
            role: buttons.quiet(said.role(role), ICONS[role]) for role in preparing.MAY_COME
        }
        self.who = Small(_("Who else comes along?"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        more = Flow(spacing=theme.px(4))
        for role, button in self.ask.items():
            button.setAccessibleName(_("Add: {role}", role=said.role(role)))
            button.clicked.connect(lambda _on=False, role=role: self._add(role))
            more.addWidget(button)
        self._whole = layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Who comes"), size=18))
        layout.addLayout(self._list)
        layout.addWidget(self.who)
        layout.addLayout(more)

    def show_meeting(self, dossier: Dossier, meeting: Meeting, *, may_edit: bool) -> None:
        self._meeting = meeting.id
        for gone in self.rows.keys() - {seat.id for seat in meeting.seats}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, seat in enumerate(meeting.seats):
            row = self.rows.get(seat.id) or self._row(seat, place)
            row.show_seat(dossier, seat)
        layouts.in_reading_order(self._whole)
        let_edit(self, may_edit, *self.ask.values())
        self.who.setVisible(may_edit)
        for row in self.rows.values():
            if isinstance(row, Along):
                row.remove.setVisible(may_edit)

    def _row(self, seat: Seat, place: int) -> "Signs | Along":
        row: Signs | Along
        if seat.role in meetings.SIGNS:
            row = Signs(seat)
            row.go.connect(self.go)
        else:
            row = Along(seat)
            row.named.connect(lambda name: self._name(seat.id, name))
            row.removed.connect(lambda: self._remove(seat.id))
        self.rows[seat.id] = row
        self._list.insertWidget(place, row)
        return row

    def _add(self, role: SeatRole) -> None:
        meeting, new = self._meeting, new_id()
        self._editing.change(
            _("Who comes"), lambda d: meetings.write_seat(d, meeting, new, role=role)
        )
        row = self.rows[new]
        assert isinstance(row, Along)
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, seat: str, name: str) -> None:
        meeting = self._meeting
        self._editing.change(
            _("Who comes"), lambda d: meetings.write_seat(d, meeting, seat, name=name)
        )

    def _remove(self, seat: str) -> None:
        meeting = self._meeting
        self._editing.change(
            _("Who comes"),
            lambda d: meetings.remove_seat(d, meeting, seat),
            told=_("The chair is removed."),
        )


class Signs(QWidget):
    """Somebody who signs: named in the team, and always expected."""

    go = Signal(str, object)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.name, self.role = Body("", weight=600), Small(said.role(seat.role))
        self.fill_in = buttons.link(_("Fill in who this is"))
        self.fill_in.clicked.connect(lambda: self.go.emit("person", None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.name, self.fill_in, self.role):
            layout.addWidget(part)

    def show_seat(self, dossier: Dossier, seat: Seat) -> None:
        name = meetings.name(dossier, seat)
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.fill_in.setVisible(not name)


class Along(QWidget):
    """Somebody who comes along: chosen from who is known, or typed."""

    named = Signal(str)
    removed = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.setObjectName(seat.id)
        self.name, self.role = ActorPicker(), Small("")
        self.name.setMinimumWidth(theme.px(NAME))
        self.name.setMaximumWidth(16777215)
        self.remove = buttons.quiet("", "trash-2")
        self.name.chosen.connect(self.named)
        self.remove.clicked.connect(self.removed)
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(self.name, 1)
        line.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.role)
        layout.addLayout(line)

    def show_seat(self, dossier: Dossier, seat: Seat) -> None:
        role = said.role(seat.role)
        self.role.setText(role)
        self.name.show_actor(seat.name, preparing.could_come(dossier, seat.role))
        self.name.setAccessibleName(_("{role}: who", role=role))
        self.remove.setAccessibleName(_("Remove: {who}", who=seat.name or role))
        self.remove.setToolTip(_("Remove: {who}", who=seat.name or role))
