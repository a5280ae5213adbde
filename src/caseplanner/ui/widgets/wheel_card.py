"""The wheel on the hub with its four places in words around it; the worker's view on request."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dimension, Dossier, Moment, ScoredBy
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets import wheel
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.ui.widgets.tile import IconTile
from caseplanner.words import _

# Where each dimension's words stand, so that they are nearest to its quarter of the wheel.
CORNERS = {
    Dimension.SELF: (0, 0),
    Dimension.NETWORK: (0, 1),
    Dimension.SOCIETY: (2, 0),
    Dimension.VICTIM: (2, 1),
}


class WheelCard(Card):
    """Where is the client now? What the client said is drawn; the worker's view when asked."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._dossier: Dossier | None = None
        self.title = Heading("", size=18)
        self.when = Small("", size=14)
        self.wheel = wheel.HerstelWiel()
        self.legend = Small("", size=14)
        self.with_worker = QCheckBox(_("Show the worker's view too"))
        self.with_worker.toggled.connect(self._show)
        self.corners = {d: _Corner(d, guide.of(d).title) for d in Dimension}
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._show()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        for dimension, (row, column) in CORNERS.items():
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self.corners[dimension], row, column, side | top)
        grid.addWidget(self.wheel, 1, 0, 1, 2)
        grid.setRowStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20), theme.px(16)) * 2)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.title)
        layout.addWidget(self.when)
        layout.addSpacing(theme.px(6))
        layout.addLayout(grid, 1)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self.legend)
        layout.addWidget(self.with_worker)

    def _show(self) -> None:
        if self._dossier is None:
            return
        dossier, worker = self._dossier, self.with_worker.isChecked()
        name = dossier.person.called
        quarters = wheel.places(dossier, worker)
        self.title.setText(_("Where is {name} now?", name=name))
        self.when.setText(_filled_in(dossier))
        titles = [self._guide.of(d).title for d in Dimension]
        self.wheel.show_places(name, quarters, titles)
        for dimension, place in zip(Dimension, quarters, strict=True):
            self.corners[dimension].show_place(place)
        self.legend.setText(_legend(dossier, quarters))


class _Corner(QWidget):
    """One dimension beside the wheel: its icon, its name, and where the client is."""

    def __init__(self, dimension: Dimension, title: str) -> None:
        super().__init__()
        name = Body(title, size=17, weight=700)
        name.setWordWrap(False)
        self.value = Small("")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(IconTile(dimension, 34), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_place(self, place: wheel.Place) -> None:
        told = wheel.in_words(place)
        if place.worker is not None:
            told += "\n" + _("worker: {value}", value=place.worker)
        self.value.setText(told)


def _filled_in(dossier: Dossier) -> str:
    days = [s.on for s in dossier.scores if s.by is ScoredBy.CLIENT and s.on]
    if not days:
        return _("Not filled in yet")
    return _("Filled in together on {day}", day=dates.short(max(days)))


def _legend(dossier: Dossier, quarters: tuple[wheel.Place, ...]) -> str:
    told = [_("Filled = now.")]
    starts = [
        s.on
        for s in dossier.scores
        if s.by is ScoredBy.CLIENT and s.moment is Moment.START and s.on
    ]
    if starts:
        told.append(_("Dashed line = start ({day}).", day=dates.short(min(starts))))
    if any(place.worker is not None for place in quarters):
        told.append(_("Diamond = worker."))
    if any(place.declined for place in quarters):
        told.append(_("Hatched = does not want to fill in."))
    if any(place.now is None and not place.declined for place in quarters):
        told.append(_("Dotted = not asked yet."))
    return " ".join(told)
