"""Which dossiers a mentor sees, or which goals of a dossier a volunteer sees."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from caseplanner.desk import Desk
from caseplanner.dossier import goals
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.folding import fold
from caseplanner.dossier.staff import Staff
from caseplanner.dossier.summary import Line
from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.screen import Screen
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _, count

MOST = 20  # dossiers at a time; who misses one types a letter more


class LinksScreen(Screen):
    """Ticks count at once. What is chosen stands on top; the search finds the others."""

    def __init__(self, desk: Desk, tasks: Tasks, staff: Staff, *, hidden: bool) -> None:
        super().__init__(tasks)
        self._desk, self._staff, self._hidden = desk, staff, hidden
        self.cancel.hide()
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a dossier by name or cell"))
        self.search.setAccessibleName(_("Find a dossier by name or cell"))
        self.search.textChanged.connect(self.refresh)
        self.rows: dict[str, Row] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        holder = QWidget()
        holder.setLayout(self._list)
        pad(self._list, 0, 0)
        self.more = Small("")
        done = buttons.primary(_("Done"), "check")
        done.clicked.connect(lambda: self.left.emit(""))
        only_goals = staff_.sees_only_goals(staff)
        told = (
            _(
                "Choose goals. {name} sees those, with their steps, and nothing else.",
                name=staff.name,
            )
            if only_goals
            else _("Choose dossiers. {name} reads those, and no others.", name=staff.name)
        )
        title = _("What {name} sees", name=staff.name)
        self.lay(title, Body(told), self.search, holder, self.more, acts=(done,))
        self.refresh()

    def focus_first(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """The dossiers that were chosen first, then those the search finds."""
        asked = fold(self.search.text()).split()
        links = self._desk.custody.links(self._staff.id)
        lines = [entry.line for entry in self._desk.lines()]
        found = [line for line in lines if all(w in fold(_name(line)) for w in asked)]
        found.sort(key=lambda line: line.id not in links)
        layouts.empty(self._list)
        self.rows = {}
        for line in found[:MOST]:
            name = line.initials or _("No initials") if self._hidden else _name(line)
            row = Row(self._desk, self._staff, line.id, name, self)
            self.rows[line.id] = row
            self._list.addWidget(row)
        rest = len(found) - len(self.rows)
        self.more.setText(
            count("And {n} more: type a few letters.", "And {n} more: type a few letters.", rest)
        )
        self.more.setVisible(rest > 0)


class Row(Card):
    """One dossier: a tick for the whole, or how many goals, and those when asked for."""

    def __init__(self, desk: Desk, staff: Staff, dossier: str, name: str, screen: Screen) -> None:
        super().__init__()
        self._desk, self._staff, self._dossier, self._screen = desk, staff, dossier, screen
        self.setObjectName(dossier)
        self.goals: dict[str, QCheckBox] = {}
        self._layout = QVBoxLayout(self)
        pad(self._layout, theme.px(16), theme.px(6))
        self._layout.setSpacing(0)
        links = desk.custody.links(staff.id)
        if staff_.sees_only_goals(staff):
            self.choose = buttons.quiet("", "chevron-down")
            self.choose.clicked.connect(self._show_goals)
            self._name = name
            self._tell(len(links.get(dossier, ())))
            self._layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.whole = QCheckBox(name)
            self.whole.setChecked(dossier in links)
            self.whole.clicked.connect(lambda on: self._link(frozenset(), on))
            self._layout.addWidget(self.whole)

    def _tell(self, chosen: int) -> None:
        told = count("{n} goal chosen", "{n} goals chosen", chosen) if chosen else _("nothing yet")
        self.choose.setText(f"{self._name} · {told}")

    def _show_goals(self) -> None:
        """The goals of now, and those chosen before; the log says the dossier was opened for it."""
        if self.goals:
            for box in self.goals.values():
                box.setVisible(not box.isVisible())
            return
        chosen = self._desk.custody.links(self._staff.id).get(self._dossier, frozenset())
        dossier = self._desk.open(self._dossier).dossier
        now = {goal.id for goal in goals.current(dossier)}
        found = [goal for goal in dossier.goals if goal.id in now | chosen]
        for goal in found:
            box = QCheckBox(goal.text)
            box.setChecked(goal.id in chosen)
            box.clicked.connect(lambda _on: self._link_goals())
            self.goals[goal.id] = box
            self._layout.addWidget(box)
        if not found:
            self._layout.addWidget(Small(_("There are no goals in this dossier now.")))
            self.choose.setEnabled(False)

    def _link_goals(self) -> None:
        chosen = frozenset(id for id, box in self.goals.items() if box.isChecked())
        self._link(chosen, bool(chosen))
        self._tell(len(chosen))

    def _link(self, chosen: frozenset[str], on: bool) -> None:
        custody, who = self._desk.custody, self._staff.id
        if on:
            self._screen.attempt(
                lambda: custody.link(who, self._dossier, chosen), self._screen.problem
            )
        else:
            self._screen.attempt(lambda: custody.unlink(who, self._dossier), self._screen.problem)


def _name(line: Line) -> str:
    return " · ".join(part for part in (line.called, line.cell) if part)
