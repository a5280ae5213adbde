"""Somebody around the client, as a line that opens: the least that is needed, saved as typed."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import network
from caseplanner.dossier.model import Confirmed, Contact, Dossier, NoContact
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.guards.notices import Notices
from caseplanner.ui.widgets import buttons, easy_hint, read_only
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Small, breakable
from caseplanner.words import _

LONGEST = 80  # letters of a name on its line; the field below has all of it
BESIDE = 420  # pixels at 100 % text from which two fields stand beside each other


class PersonCard(Card):
    """`toggled` when it is opened or closed by the person."""

    toggled = Signal(bool)

    def __init__(self, editing: Editing, id: str) -> None:
        super().__init__()
        self._editing, self._id = editing, id
        self.setObjectName(id)
        self.head = buttons.quiet("", "chevron-right")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._toggle)
        self.head.clicked.connect(self.toggled)
        self.about = Small("")
        self.order_tag, self.meaning_tag = Tag(), Tag()
        self.order = choice(network.ORDERS)
        self.name, self.relation = LineField(), LineField()
        self.circle, self.meaning = choice(network.CIRCLES), choice(network.MEANINGS)
        self.knows, self.confirmed = choice(network.KNOWS), choice(network.CONFIRMED)
        self.confirmed_on = DateField()
        self.why_not = Small("")
        self.note = TextField(rows=1)
        self.also = buttons.quiet(_("Also victim"), "eye-off")
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.up, self.down = buttons.quiet("", "arrow-up"), buttons.quiet("", "arrow-down")
        self.ask_also = AskAlso()
        self.body = QWidget()
        self._connect()
        self._build()

    def show_person(self, one: Contact, *, may_edit: bool) -> None:
        self.head.setText(breakable(" ".join(one.name[:LONGEST].split())))
        self.head.setAccessibleName(network.in_words(one))
        self.about.setText(one.relation)
        self.about.setVisible(bool(one.relation.strip()))
        self.meaning_tag.say(_(network.MEANINGS[one.meaning]), "neutral")
        self.order_tag.say(*order_in_words(one.no_contact))
        self.order_tag.setVisible(one.no_contact is not NoContact.NONE)
        self.name.set_text(one.name)
        self.relation.set_text(one.relation)
        self.note.set_text(one.note)
        self.order.set_value(one.no_contact)
        self.circle.set_value(one.circle)
        self.meaning.set_value(one.meaning)
        self.knows.set_value(one.knows)
        self.confirmed.set_value(one.confirmed)
        self.confirmed_on.set_date(one.confirmed_on)
        may_ask = one.no_contact is NoContact.NONE
        read_only.let_edit(self.body, may_edit, self.also, self.remove, self.up, self.down)
        why = network.FORBIDDEN if one.no_contact is NoContact.FORBIDDEN else network.FIRST_LOOK_UP
        self.why_not.setText("" if may_ask else _(why))
        self.why_not.setVisible(not may_ask)
        for field in (self.knows, self.confirmed):
            field.setEnabled(may_edit and may_ask)
        asked = one.confirmed in (Confirmed.YES, Confirmed.NO)
        self.confirmed_on.setEnabled(may_ask and asked)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in its order, save the notices after the note."""
        asked = (self.knows, self.confirmed, self.confirmed_on, self.note)
        ends = (self.also, self.remove, self.up, self.down, self.ask_also.sure)
        said = (self.order, self.name, self.relation, self.circle, self.meaning)
        return (self.head, *said, *asked, *ends, self.ask_also.cancel)

    def open(self) -> None:
        self.head.setChecked(True)

    def uncover(self, field: QWidget) -> None:
        """Open again what was being typed in."""
        if self.body.isAncestorOf(field):
            self.open()

    def focus_order(self) -> None:
        """Where somebody new begins: whether contact is forbidden."""
        self.order.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.name.edited.connect(self._rename)
        self.name.editingFinished.connect(self._restore)
        self.relation.edited.connect(lambda said: self._say("relation", said, typed=True))
        self.note.edited.connect(lambda said: self._say("note", said, typed=True))
        for field, choice_ in (
            ("no_contact", self.order),
            ("circle", self.circle),
            ("meaning", self.meaning),
            ("knows", self.knows),
        ):
            choice_.chosen.connect(lambda value, field=field: self._say(field, value))
        self.confirmed.chosen.connect(self._confirm)
        self.confirmed_on.changed.connect(self._confirm_on)
        self.also.clicked.connect(self._ask_also)
        self.ask_also.sure.clicked.connect(self._lock)
        self.ask_also.cancel.clicked.connect(self._leave_also)
        self.remove.clicked.connect(self._remove)
        for button, keys, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            button.clicked.connect(lambda _on=False, by=by: self._move(by))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))

    def _build(self) -> None:
        head = Flow(spacing=theme.px(8))
        for part in (self.head, self.about, self.meaning_tag, self.order_tag):
            head.addWidget(part)
        self.confirmed_on.setAccessibleName(_("On which day the other said so"))
        for button, told in (
            (self.up, _("Higher in the list (Alt+Up)")),
            (self.down, _("Lower in the list (Alt+Down)")),
        ):
            button.setAccessibleName(told)
            button.setToolTip(told)
        inside = QVBoxLayout(self.body)
        pad(inside, theme.px(10), 0)
        inside.setSpacing(theme.px(10))
        order = Field(
            _("Is contact forbidden?"),
            self.order,
            _("Look this up before anything else: in the conditions and with the supervisor."),
        )
        note = Field(_("Note"), self.note, _("Short. No phone number and no address."))
        easy_hint.watch(self.note, note.column)
        who = Field(_("Who is it?"), self.relation, _("For example: sister"))
        inside.addWidget(order)
        inside.addWidget(Pair(Field(_("First name"), self.name, _("No surname.")), who))
        inside.addWidget(
            Pair(Field(_("How close?"), self.circle), Field(_("Support or worry?"), self.meaning))
        )
        inside.addWidget(self.why_not)
        inside.addWidget(
            Pair(Field(_("Knows of it?"), self.knows), Field(_("Confirmed?"), self.confirmed))
        )
        inside.addWidget(Field(_("Confirmed on"), self.confirmed_on))
        inside.addWidget(note)
        inside.addWidget(
            Notices(self._editing, self.note, lambda p: p.table == "contact" and p.id == self._id)
        )
        row = Flow(spacing=theme.px(6))
        for button in (self.also, self.remove, self.up, self.down):
            row.addWidget(button)
        inside.addLayout(row)
        inside.addWidget(self.ask_also)
        self.ask_also.hide()
        self.body.hide()
        layout = QVBoxLayout(self)
        pad(layout, theme.px(10), theme.px(8))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(self.body)

    def _toggle(self, on: bool) -> None:
        self.body.setVisible(on)
        self.head.set_icon("chevron-down" if on else "chevron-right")

    def _rename(self, said: str) -> None:
        if said.strip():
            self._say("name", said.strip(), typed=True)

    def _restore(self) -> None:
        """Somebody has a name: left empty, it shows again what is saved."""
        one = self._one()
        if one and not self.name.text().strip():
            self.name.setText(one.name)

    def _say(self, field: str, value: Any, *, typed: bool = False) -> None:
        if field != "name" and field != "relation" and field != "note":
            value = type(getattr(Contact(""), field))(value)  # Qt keeps only the text of it
        self._change(
            _("About somebody around"),
            lambda d: network.describe(d, self._id, **{field: value}),
            f"contact.{self._id}.{field}" if typed else "",
        )

    def _confirm(self, said: object) -> None:
        confirmed = Confirmed(str(said))
        one = self._one()
        on = one.confirmed_on if one and one.confirmed_on else dates.today()
        self._change(
            _("What somebody around said"),
            lambda d: network.confirm(d, self._id, confirmed, on),
        )

    def _confirm_on(self, on: date | None) -> None:
        self._change(
            _("When somebody around said so"),
            lambda d: network.describe(d, self._id, confirmed_on=on),
        )

    def _ask_also(self) -> None:
        self.ask_also.show()
        self.ask_also.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_also(self) -> None:
        self.ask_also.hide()
        self.also.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock(self) -> None:
        self._change(
            _("Also victim"),
            lambda d: network.lock_as_victim(d, self._id),
            told=_("This person is now only seen with the dimension of the victim."),
        )

    def _remove(self) -> None:
        self._change(
            _("Somebody around removed"),
            lambda d: network.remove(d, self._id),
            told=_("This person is removed."),
        )

    def _move(self, by: int) -> None:
        self._change(
            _("Order of the people around"),
            lambda d: network.move(d, self._id, by),
            f"contact.{self._id}.place",
        )

    def _one(self) -> Contact | None:
        people = self._editing.dossier.contacts
        return next((one for one in people if one.id == self._id), None)

    def _change(
        self, label: str, edit: Callable[[Dossier], Dossier], merge: str = "", told: str = ""
    ) -> None:
        if self._one() is not None:  # not undone while it was being typed
            self._editing.change(label, edit, merge, told)


class AskAlso(QWidget):
    """Somebody who is also victim leaves the network; that is said first."""

    def __init__(self) -> None:
        super().__init__()
        self.sure = buttons.secondary(_("Yes, also victim"), "check")
        self.cancel = buttons.quiet(_("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            Small(
                _(
                    "Then this person is only seen with the dimension of the victim. The name may "
                    "stand in no text of the plan any more."
                )
            )
        )
        row = Flow(spacing=theme.px(6))
        row.addWidget(self.sure)
        row.addWidget(self.cancel)
        layout.addLayout(row)


class Pair(QWidget):
    """Two fields beside each other where there is room, else below each other."""

    def __init__(self, one: QWidget, other: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(10))
        for field in (one, other):
            self._box.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(BESIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() is not way:
            self._box.setDirection(way)


def choice(names: Mapping[Any, str]) -> Choice:
    """A choice of these, that may be narrower than its longest words."""
    made = Choice([(_(name), value) for value, name in names.items()])
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


def order_in_words(order: NoContact) -> tuple[str, str, str]:
    """(words, kind, icon) of the tag about an order not to make contact."""
    match order:
        case NoContact.NOT_CHECKED:
            return _("Contact not looked up yet"), "warn", "circle-help"
        case NoContact.FORBIDDEN:
            return _("Contact is forbidden"), "bad", "circle-x"
        case NoContact.NONE:
            return _("Contact is allowed"), "neutral", "check"
