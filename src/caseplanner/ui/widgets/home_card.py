"""What to begin the day with: late, today, waiting, coming, each in words and leading there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caseplanner.dossier.agenda import When
from caseplanner.ui import dates, theme, worklist
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.buttons import Button
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Small
from caseplanner.ui.worklist import SHOWS, First, Show
from caseplanner.words import _, count


class HomeCard(QWidget):
    """`opened` sends the First to do of a group, `asked` a Show to see all of the group.

    `links` and `more` are the words that lead there, by group.
    """

    opened = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[When, Button] = {}
        self.more: dict[When, Button] = {}
        self.nothing = Small(_("Nothing is late, and nothing has to be done today."))
        self._found: tuple[list[First], list[str]] = ([], [])
        self._roomy = True
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._hidden = False

    def tell(self, found: Sequence[First], names: Sequence[str], *, hidden: bool) -> None:
        """Show what is to be done first; each with the name of its dossier."""
        self._hidden = hidden
        self._found = (list(found), list(names))
        self._build()

    def fit(self, *, roomy: bool) -> None:
        """Where there is little room, be no more than a few words for each group."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._build()

    def texts(self) -> tuple[str, ...]:
        """What stands here, as it is read out, line by line."""
        return tuple(link.accessibleName() for link in self.links.values())

    def _build(self) -> None:
        found, names = self._found
        had = next((w for w, b in {**self.more, **self.links}.items() if b.hasFocus()), None)
        layouts.empty(self._body)
        self.links, self.more = {}, {}
        inside = Card() if self._roomy else QWidget()
        if not found:
            self.nothing = Small(_("Nothing is late, and nothing has to be done today."))
            layout = QVBoxLayout(inside)
            layouts.pad(layout, *self._sides())
            layout.addWidget(self.nothing)
        elif self._roomy:
            self._lines(inside, found, names)
        else:
            self._words(inside, found)
        self._body.addWidget(inside)
        if had in self.links:
            self.links[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, inside: QWidget, found: list[First], names: list[str]) -> None:
        """A line for each group: what is first, and a way to the others."""
        grid = QGridLayout(inside)
        layouts.pad(grid, *self._sides())
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(2, 1)
        today = dates.today()
        for row, (told, name) in enumerate(zip(found, names, strict=True)):
            group = _(SHOWS[Show(told.when.value)])
            what = worklist.what(told.item, today, hidden=self._hidden)
            about = worklist.about(told, today, hidden=self._hidden)
            link = buttons.link(f"{name}: {what}")
            link.setAccessibleName(f"{group}. {name}: {what}" + (f", {about}." if about else "."))
            link.clicked.connect(lambda _on=False, to=told: self.opened.emit(to))
            self.links[told.when] = link
            grid.addWidget(Small(group, weight=600, tone="ink"), row, 0)
            grid.addWidget(link, row, 1)
            grid.addWidget(Small(about), row, 2)
            if told.others:
                more = buttons.link(
                    count("and {n} more dossier", "and {n} more dossiers", told.others)
                )
                more.setAccessibleName(f"{group}: {more.text()}")
                self._lead(more, told)
                self.more[told.when] = more
                grid.addWidget(more, row, 3, Qt.AlignmentFlag.AlignRight)

    def _words(self, inside: QWidget, found: list[First]) -> None:
        """A few words for each group, which lead to its dossiers, or to the only one."""
        flow = Flow(inside, spacing=theme.px(10))
        for told in found:
            group = _(SHOWS[Show(told.when.value)])
            many = count("{n} dossier", "{n} dossiers", told.others + 1)
            link = buttons.link(f"{group}: {told.others + 1}")
            link.setAccessibleName(f"{group}: {many}")
            if told.others:
                self._lead(link, told)
            else:
                link.clicked.connect(lambda _on=False, to=told: self.opened.emit(to))
            self.links[told.when] = link
            flow.addWidget(link)

    def _sides(self) -> tuple[int, int]:
        return (theme.px(14), theme.px(8)) if self._roomy else (0, 0)

    def _lead(self, button: Button, told: First) -> None:
        show = Show(told.when.value)
        button.clicked.connect(lambda: self.asked.emit(show))
