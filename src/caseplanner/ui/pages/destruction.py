"""The terms of all dossiers: what is at term, what will be soon, and what is kept for now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from caseplanner.custody import Custody, Term
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.retention import Ground, State
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.page import Page
from caseplanner.ui.retention import sentences
from caseplanner.ui.retention.confirm import Confirm
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import empty, pad
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.words import _, count, day

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

MOST = 100  # dossiers shown of one kind; the others follow when these are gone
NAME = 170  # pixels at 100 % text
WIDTH = 900  # pixels at 100 % text of the cards
DOTS = "••••••"


class DestructionPage(Page):
    """A worker chooses and confirms what goes (domain.md R18); others see ids and days only."""

    def __init__(self, custody: Custody, window: "Window") -> None:
        super().__init__()
        self._custody, self._window = custody, window
        self.boxes: dict[str, QCheckBox] = {}
        self._names: dict[str, str] = {}
        self.told = Body("")
        self.all = buttons.quiet(_("Choose all"), "check")
        self.destroy_ = buttons.primary("", "trash-2")
        self.all.clicked.connect(self._choose_all)
        self.destroy_.clicked.connect(self._ask)
        self._cards = QVBoxLayout()
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read the terms anew; what was ticked stays so, where it is still there."""
        chosen = set(self._chosen())
        terms = self._custody.due(today())
        empty(self._cards)
        self.boxes, self._names = {}, {term.id: self._name(term) for term in terms}
        due, soon, held = (
            [term for term in terms if term.state is state]
            for state in (State.DUE, State.CLOCK, State.HELD)
        )
        self.told.setText(self._sentence(len(due)) if terms else "")
        for title, about, shown in (
            (_("At term"), _("These may be destroyed now."), due),
            (_("Soon"), _("These are at term within 30 days."), soon),
            (_("Kept for now"), _("Nobody can destroy these."), held),
        ):
            if shown:
                self._put(self._card(title, about, shown))
        if not terms:
            self._put(_nothing())
        for id in chosen & self.boxes.keys():
            self.boxes[id].setChecked(True)
        for part in (self.all, self.destroy_):
            part.setVisible(bool(self.boxes))
        self._count()

    def focus_first(self) -> None:
        box = next(iter(self.boxes.values()), None)
        if box:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def _put(self, card: QWidget) -> None:
        self._cards.addWidget(card)
        card.show()  # now, so that it can have the focus

    def _sentence(self, due: int) -> str:
        if not due:
            return _("Nothing has to be destroyed now.")
        return count("{n} dossier is at term.", "{n} dossiers are at term.", due)

    def _card(self, title: str, about: str, terms: Sequence[Term]) -> Card:
        card = Card()
        card.setMaximumWidth(theme.px(WIDTH))
        layout = QVBoxLayout(card)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(4))
        layout.addWidget(Heading(title))
        layout.addWidget(Small(about))
        for term in terms[:MOST]:
            layout.addWidget(self._row(term))
        if len(terms) > MOST:
            layout.addWidget(Small(count("and {n} more", "and {n} more", len(terms) - MOST)))
        return card

    def _row(self, term: Term) -> QWidget:
        name, told = self._names[term.id], _when(term)
        shown: QWidget
        row = QWidget()
        line = Flow(row, spacing=theme.px(10))
        if term.state is State.DUE and self._custody.may_destroy:
            shown = box = QCheckBox(name)
            box.setAccessibleDescription(told)
            box.toggled.connect(self._count)
            self.boxes[term.id] = box
        else:
            shown = Body(name, weight=600)
        shown.setMinimumWidth(theme.px(NAME))  # so that the days stand below each other
        line.addWidget(shown)
        line.addWidget(Small(told))
        if self._custody.may_destroy:
            more = buttons.link(_("Look at it"))
            more.setAccessibleName(_("Look at how long {name} is kept", name=name))
            more.clicked.connect(
                lambda _on=False, id=term.id: self._window.open_at(id, "retention")
            )
            line.addWidget(more)
        return row

    def _name(self, term: Term) -> str:
        hidden = self._window.settings.hide_names and self._custody.may_destroy
        return f"{DOTS} {term.id[:4]}" if hidden else term.called

    def _chosen(self) -> list[str]:
        return [id for id, box in self.boxes.items() if box.isChecked()]

    def _choose_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(True)

    def _count(self) -> None:
        number = len(self._chosen())
        self.destroy_.setEnabled(bool(number))
        self.destroy_.setText(count("Destroy {n} dossier", "Destroy {n} dossiers", number))

    def _ask(self) -> None:
        ids = self._chosen()
        asked = Confirm([self._names[id] for id in ids], self)
        asked.accepted.connect(lambda: self._destroy(ids))
        asked.open()

    def _destroy(self, ids: Sequence[str]) -> None:
        self._custody.destroy(ids, Ground.TERM, today())
        told = count("{n} dossier is destroyed.", "{n} dossiers are destroyed.", len(ids))
        self._window.let_go(ids, told)

    def _build(self) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(24), side, side)
        layout.setSpacing(theme.px(12))
        layout.addWidget(Title(_("Terms of dossiers")))
        layout.addWidget(self.told)
        self._cards.setSpacing(theme.px(14))
        layout.addLayout(self._cards)
        row = Flow(spacing=theme.px(10))
        row.addWidget(self.destroy_)
        row.addWidget(self.all)
        layout.addLayout(row)
        if not self._custody.may_destroy:
            layout.addWidget(
                Small(_("A worker decides what is destroyed. You see no names, only numbers."))
            )
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))


def _when(term: Term) -> str:
    if term.state is State.HELD:
        since = term.kept.held_since or today()
        why = f": {term.kept.held_why}" if term.kept.held_why else "."
        return _("since {day}", day=day(since)) + why
    when = term.due or today()
    kept = _(
        "{basis}, {term}", basis=_(sentences.BASES[term.kept.basis]), term=sentences.term(term.kept)
    )
    return f"{_('at term on {day}', day=day(when))} · {kept}"


def _nothing() -> QWidget:
    card = Card()
    card.setMaximumWidth(theme.px(WIDTH))
    layout = QVBoxLayout(card)
    pad(layout, theme.px(24), theme.px(20))
    layout.setSpacing(theme.px(10))
    layout.addWidget(column.line("circle-check", Heading(_("No dossier is at term")), "ok"))
    layout.addWidget(
        Body(
            _(
                "When you close a dossier its term begins. A month before the end it stands here. "
                "Nothing is ever destroyed by itself."
            )
        )
    )
    return card
