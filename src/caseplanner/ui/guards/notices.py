"""What the guards found in a field, said below it; it may stand when somebody says why (R11)."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import guard_words, guards
from caseplanner.dossier.guards import Finding, Place
from caseplanner.dossier.model import Dossier
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.message import InlineError
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


class Notices(QWidget):
    """A line for each finding in the places that belong here; takes no room without one.

    By Tab they come after `field`, below which they stand.
    """

    def __init__(self, editing: Editing, field: QWidget, belongs: Callable[[Place], bool]) -> None:
        super().__init__()
        self._editing, self._field, self._belongs = editing, field, belongs
        self.lines: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.hide()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show those of here; a line that was there stays, and is not said again."""
        mine = {found.fingerprint: found for found in findings if self._belongs(found.place)}
        for gone in self.lines.keys() - mine.keys():
            line = self.lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(mine))
        for mark, found in mine.items():
            if mark not in self.lines:
                self.lines[mark] = Notice(self._editing, mark)
                self._column.addWidget(self.lines[mark])
                self.lines[mark].show()
            self.lines[mark].show_finding(found)
        before = self._field
        for line in self.lines.values():
            for part in line.parts:
                QWidget.setTabOrder(before, part)
                before = part


class Notice(QWidget):
    """One finding: what it is, and below it why it may stand."""

    def __init__(self, editing: Editing, mark: str) -> None:
        super().__init__()
        self._editing, self._mark = editing, mark
        self.setObjectName(mark)
        self.error = InlineError()
        self.stand = buttons.link(_("Let it stand, because …"))
        self.stand.clicked.connect(self._ask)
        self.reason = GrowLine()
        self.reason.setPlaceholderText(_("Why may this stand here?"))
        self.reason.setAccessibleName(_("Why may this stand here?"))
        self.reason.entered.connect(self._let_stand)
        self.sure = buttons.secondary(_("Let it stand"))
        self.sure.clicked.connect(self._let_stand)
        self.told = Small("")
        self.not_any_more = buttons.link(_("Not any more"))
        self.not_any_more.clicked.connect(self._take_back)
        self.asking, self._allowed = QWidget(), QWidget()
        self._build()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in its order."""
        return (self.stand, self.reason, self.sure, self.not_any_more)

    def show_finding(self, found: Finding) -> None:
        said, allowed = guard_words.sentence(found), bool(found.reason)
        self.error.show_error("" if allowed else said)
        self.stand.setVisible(not allowed and self.asking.isHidden())
        self.stand.setAccessibleName(_("{what} Let it stand, because …", what=said))
        self.told.setText(
            _("“{piece}” may stand: {reason}", piece=found.piece, reason=found.reason)
        )
        self._allowed.setVisible(allowed)
        if allowed:
            self.asking.hide()
            self.reason.empty()

    def uncover(self, field: QWidget) -> None:
        """Ask again what was being answered."""
        if self.asking.isAncestorOf(field):
            self._open()

    def _build(self) -> None:
        asking = QHBoxLayout(self.asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(theme.px(8))
        asking.addWidget(self.reason, 1)
        asking.addWidget(self.sure)
        self.asking.hide()
        allowed = Flow(self._allowed, spacing=theme.px(8))
        allowed.addWidget(self.told)
        allowed.addWidget(self.not_any_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addWidget(self.error)
        layout.addWidget(self.stand, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.asking)
        layout.addWidget(self._allowed)

    def _open(self) -> None:
        self.asking.show()
        self.stand.hide()

    def _ask(self) -> None:
        self._open()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_stand(self) -> None:
        reason = self.reason.text()
        self._editing.change(
            _("Found text may stand"),
            lambda d: guards.overrule(d, self._mark, reason, dates.today()),
        )

    def _take_back(self) -> None:
        self._editing.change(
            _("Found text may not stand"), lambda d: guards.no_longer(d, self._mark)
        )


def show_all(page: QWidget, dossier: Dossier) -> None:
    """Show on the whole page what is found now."""
    found = guards.findings(dossier)
    for notices in page.findChildren(Notices):
        notices.show_findings(found)


def first_open(page: QWidget) -> Notice | None:
    """The first notice on the page of something that may not stand."""
    lines = page.findChildren(Notice)
    return next((line for line in lines if not line.error.isHidden()), None)
