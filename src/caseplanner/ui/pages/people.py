"""The people who have a passphrase: who they are, what they may do, and one's own passphrase."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner import passphrases
from caseplanner.custody import Custody, Member
from caseplanner.desk import Desk
from caseplanner.dossier import staff as staff_
from caseplanner.ui import roles, theme
from caseplanner.ui.members.leaving import RemoveScreen, RenewScreen
from caseplanner.ui.members.links import LinksScreen
from caseplanner.ui.members.screens import (
    AddScreen,
    ChangeScreen,
    PassphraseScreen,
)
from caseplanner.ui.page import Page
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.screen import Screen
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _, day

if TYPE_CHECKING:
    from caseplanner.ui.recovery_sheet import RecoverySheet

WIDTH = 1060  # pixels at 100 % text


class PeoplePage(Page):
    """Everybody for who manages the laptop; only oneself for who does not.

    `renamed` is called when the name of who is working changed. `renew` begins new keys for all
    who stay, and leaves this window.
    """

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        renamed: Callable[[], None],
        renew: Callable[[], None],
        *,
        hidden: bool = False,
    ) -> None:
        super().__init__()
        self._desk, self._tasks, self._renamed = desk, tasks, renamed
        self._hidden, self._renew = hidden, renew
        self.cards: dict[str, MemberCard] = {}
        self.screen_: Screen | SheetScreen | None = None
        self._manages = staff_.manages(desk.staff)
        self.add = buttons.primary(_("Add a colleague"), "plus")
        self.add.clicked.connect(lambda: self._show(AddScreen(desk.custody, tasks)))
        self.renew = buttons.secondary(_("Renew the keys"), "key-round")
        self.renew.clicked.connect(lambda: self._show(RenewScreen(desk.custody, tasks, renew)))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._all())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.refresh()

    def refresh(self) -> None:
        """Read anew who there is."""
        me = self._desk.staff
        everyone = self._manages or staff_.links(me)
        layouts.empty(self._list)
        self.cards = {}
        for member in self._desk.custody.members():
            if everyone or member.staff.id == me.id:
                card = MemberCard(member, self._acts(member), own=member.staff.id == me.id)
                self.cards[member.staff.id] = card
                self._list.addWidget(card)

    def focus_first(self) -> None:
        if self.screen_:
            self.screen_.focus_first()
        elif self._manages:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            own = self.cards[self._desk.staff.id]
            own.acts["passphrase"].setFocus(Qt.FocusReason.OtherFocusReason)

    # What can be done about one of them.

    def _acts(self, member: Member) -> dict[str, Button]:
        desk, tasks, staff = self._desk, self._tasks, member.staff
        own = staff.id == desk.staff.id
        acts: dict[str, Button] = {}

        def offer(
            key: str, said: str, icon: str, make: "Callable[[], Screen | SheetScreen]"
        ) -> None:
            acts[key] = buttons.secondary(said, icon)
            acts[key].setAccessibleDescription(staff.name)
            acts[key].clicked.connect(lambda: self._show(make()))

        def passphrase() -> Screen:
            return PassphraseScreen(desk.custody, tasks, staff, own=own)

        if staff_.links(desk.staff) and staff_.is_linked(staff):
            icon, said = "eye", _("Choose what he or she sees")
            hidden = self._hidden
            offer("links", said, icon, lambda: LinksScreen(desk, tasks, staff, hidden=hidden))
        if own:
            offer("passphrase", _("Change my passphrase"), "key-round", passphrase)
        elif self._manages:
            offer("passphrase", _("Give a new passphrase"), "key-round", passphrase)
        if self._manages:
            change = _("Change my name") if own else _("Change")
            offer(
                "change",
                change,
                "pencil",
                lambda: ChangeScreen(desk.custody, tasks, staff, own=own),
            )
            if own:
                offer("sheet", _("New recovery sheet"), "file-text", self._sheet)
            else:
                offer(
                    "remove",
                    _("Remove"),
                    "trash-2",
                    lambda: RemoveScreen(desk.custody, tasks, member, self._renew),
                )
        return acts

    def _sheet(self) -> "SheetScreen":
        from caseplanner.ui.recovery_sheet import RecoverySheet  # prints; slow to import

        def make() -> tuple[str, ...]:
            words = passphrases.new_recovery()
            self._desk.custody.make_recovery(" ".join(words))
            return words

        sheet = RecoverySheet(make, lambda: self._desk.vault_id, self._tasks, first=False)
        return SheetScreen(sheet, self._desk.custody)

    # One thing at a time.

    def _show(self, screen: "Screen | SheetScreen") -> None:
        self.screen_ = screen
        screen.left.connect(self._back)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        screen.focus_first()

    def _back(self, said: str) -> None:
        gone, self.screen_ = self.screen_, None
        self._stack.setCurrentIndex(0)
        if gone:
            self._stack.removeWidget(gone)
            gone.deleteLater()
        self.refresh()
        self._renamed()
        self.focus_first()
        if said:
            self.toast.emit(said)

    def _all(self) -> QWidget:
        everyone = self._manages or staff_.links(self._desk.staff)
        head = QHBoxLayout()
        head.addWidget(Title(_("Colleagues") if everyone else _("My passphrase")), 1)
        if self._manages:
            head.addWidget(self.add)
        inner = QWidget()
        column = QVBoxLayout(inner)
        side = theme.px(30)
        column.setContentsMargins(side, theme.px(22), side, side)
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        if everyone:
            told = _("Each has a passphrase of his or her own, so the log can say who did what.")
            column.addWidget(Body(told, tone="ink2"))
        column.addLayout(self._list)
        if self._manages:
            column.addSpacing(theme.px(6))
            why = _("Did somebody leave who may have a copy, or was one lost? Then renew the keys.")
            column.addWidget(Body(why))
            column.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        inner.setMaximumWidth(theme.px(WIDTH))
        return Scroll(inner)


class MemberCard(Card):
    """One person in words, and what can be done about him or her."""

    def __init__(self, member: Member, acts: dict[str, Button], *, own: bool) -> None:
        super().__init__()
        self.acts = acts
        staff = member.staff
        names = Flow(spacing=theme.px(10))
        names.addWidget(Heading(staff.name or _("Without a name"), size=19))
        if own:
            names.addWidget(Tag(_("That is you"), "info", "user-round"))
        facts = [roles.in_words(staff)]
        if staff.manages:
            facts.append(_("also manages this laptop"))
        since = member.since.astimezone().date()
        facts.append(_("since {day}", day=day(since)))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addLayout(names)
        words.addWidget(Body(" · ".join(facts)))
        if member.has_sheet:
            words.addWidget(Small(_("The recovery sheet is in this name.")))
        if acts:
            line = Flow(spacing=theme.px(8))
            for act in acts.values():
                line.addWidget(act)
            words.addSpacing(theme.px(8))
            words.addLayout(line)
        row = QHBoxLayout(self)
        layouts.pad(row, theme.px(18), theme.px(14))
        row.setSpacing(theme.px(16))
        row.addWidget(IconTile("user-round", 44), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class SheetScreen(QWidget):
    """A new recovery sheet, with a way back for who does not want one after all.

    The sheet from before ends when the new one was typed back.
    """

    left = Signal(str)

    def __init__(self, sheet: "RecoverySheet", custody: Custody) -> None:
        super().__init__()
        self.sheet, self._custody = sheet, custody
        self.back = buttons.quiet(_("Back"), "arrow-left")
        self.back.clicked.connect(lambda: self.left.emit(""))
        sheet.done.connect(self._count)
        layout = QVBoxLayout(self)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(14), side, theme.px(20))
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(sheet, 1)

    def focus_first(self) -> None:
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self._custody.end_earlier_sheet()
        self.left.emit(_("Only the new recovery sheet counts now."))
