"""About the signaleringsplan as a whole: when and with whom it was made, where it hangs, or that
the client wants none.
"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from caseplanner.dossier import signals
from caseplanner.dossier.model import Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.day_field import DayBox
from caseplanner.ui.widgets.fields import LineField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _


class About(QWidget):
    """A few fields beside each other. Each is saved while it is typed."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.made_on = DateField()
        self.made_with = LineField()
        self.kept_at = LineField()
        self.decline = buttons.quiet(_("Wants none"), "circle-x")
        self._build()

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        about = dossier.signal_plan
        self.made_on.set_date(about.made_on)
        self.made_with.set_text(about.made_with)
        self.kept_at.set_text(about.kept_at)
        for field in (self.made_with, self.kept_at):
            field.setReadOnly(not may_edit)
        self.made_on.setEnabled(may_edit)
        self.decline.setVisible(may_edit and not about.declined)

    def _build(self) -> None:
        self.made_with.setPlaceholderText(_("Such as the mentor"))
        self.kept_at.setPlaceholderText(_("Such as in my cell"))
        self.made_on.changed.connect(self._make)
        self.made_with.edited.connect(self._with)
        self.kept_at.edited.connect(self._keep)
        self.made_on.setFixedWidth(theme.px(150))
        for line in (self.made_with, self.kept_at):
            line.setMinimumWidth(theme.px(120))
        row = self.ways = Flow(self, spacing=theme.px(10))
        for label, field, part in (
            (_("Made on"), self.made_on, DayBox(self.made_on)),
            (_("Made with"), self.made_with, self.made_with),
            (_("Where it hangs"), self.kept_at, self.kept_at),
        ):
            field.setAccessibleName(label)
            row.addWidget(_labelled(label, part))
        row.addWidget(self.decline)

    def _make(self, on: date | None) -> None:
        self._editing.change(_("When the signal plan was made"), lambda d: signals.made(d, on))

    def _with(self, who: str) -> None:
        label = _("With whom the signal plan was made")
        self._editing.change(label, lambda d: signals.made_with(d, who), "signal_plan.made_with")

    def _keep(self, where: str) -> None:
        label = _("Where the signal plan hangs")
        self._editing.change(label, lambda d: signals.kept_at(d, where), "signal_plan.kept_at")


class Declined(Card):
    """The client wants none: asked for the reason, and told afterwards. Hidden until then."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._asked = False
        self.reason = GrowLine()
        self.sure = buttons.secondary(_("Write this down"), "check")
        self.cancel = buttons.quiet(_("Cancel"))
        self.again = buttons.secondary(_("Wants one after all"), "undo-2")
        self.said = Body("")
        self._asking, self._told = QWidget(), QWidget()
        self._build()
        self.hide()

    def show_dossier(self, dossier: Dossier, *, may_edit: bool) -> None:
        about = dossier.signal_plan
        if about.declined:
            self._asked = False
            self.reason.put("")
        when = f", {dates.short(about.declined_on)}" if about.declined_on else ""
        told = _("Discussed. {name} wants no signal plan:", name=dossier.person.called)
        self.said.setText(f"{told} “{about.declined}”{when}")
        self.again.setVisible(may_edit)
        self._told.setVisible(bool(about.declined))
        self._asking.setVisible(self._asked)
        self.setVisible(bool(about.declined) or self._asked)

    def ask(self) -> None:
        """Ask why; "I do not want to say" is a reason too."""
        self.uncover(self.reason)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self, field: QWidget) -> None:
        """Show the field for the reason."""
        self._asked = True
        self._asking.show()
        self.show()

    def flush(self) -> None:
        """Keep a reason that was typed but not written down yet."""
        if self._asked and self.reason.text().strip():
            self._say()

    def _build(self) -> None:
        self.reason.setPlaceholderText(_("Why not? In the client's words"))
        self.reason.setAccessibleName(_("Why the client wants no signal plan"))
        self.reason.entered.connect(self._say)
        self.sure.clicked.connect(self._say)
        self.cancel.clicked.connect(self._drop)
        self.again.clicked.connect(self._take_back)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(Small(_("No plan is a good answer too. What is filled in stays.")))
        asking.addWidget(easy_hint.under(self.reason))
        ways = Flow(spacing=theme.px(8))
        for way in (self.sure, self.cancel):
            ways.addWidget(way)
        asking.addLayout(ways)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.said)
        told.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(14), theme.px(8))
        layout.addWidget(self._asking)
        layout.addWidget(self._told)

    def _say(self) -> None:
        said = self.reason.text()
        self._editing.change(
            _("Wants no signal plan"), lambda d: signals.decline(d, said, dates.today())
        )

    def _drop(self) -> None:
        self._asked = False
        self.reason.put("")
        self.hide()

    def _take_back(self) -> None:
        self._editing.change(_("Wants a signal plan after all"), signals.want_after_all)


def _labelled(label: str, field: QWidget) -> QWidget:
    words = QLabel(label)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setFont(theme.font(15, 600))
    words.setBuddy(field)
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(words)
    line.addWidget(field, 1)
    return both
