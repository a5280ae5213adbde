"""Where am I? Places on the wheel, 0 to 5, of the client and, on request, of the worker."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier import answers
from caseplanner.dossier.model import Dimension, Dossier, Moment, Score, ScoredBy
from caseplanner.ui import dates, theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.chip import Chip, enter_at_the_chosen
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

DECLINED = answers.HIGHEST + 1  # the key "does not want to fill in"; a number is its own key


class ScorePicker(QWidget):
    """Six numbers and "does not want to fill in". None is chosen before someone chooses."""

    chosen = Signal(object)  # int, or None for "does not want to fill in"
    cleared = Signal()

    def __init__(self, dimension: Dimension) -> None:
        super().__init__()
        self._label = ""
        self._group = QButtonGroup(self)
        self._caption = Body("")
        self.clear = buttons.link(_("Clear"))
        self.clear.clicked.connect(self.cleared)
        line = Flow(spacing=theme.px(6))
        for value in range(answers.LOWEST, answers.HIGHEST + 1):
            line.addWidget(self._chip(dimension, str(value), value))
        line.addWidget(self._chip(dimension, _("Prefers not to"), DECLINED))
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addLayout(head)
        layout.addLayout(line)
        self._group.idClicked.connect(self._choose)

    def chip(self, value: int | None) -> Chip:
        """The key of a number, or of "does not want to fill in" (None)."""
        found = self._group.button(DECLINED if value is None else value)
        assert isinstance(found, Chip)
        return found

    def name_by(self, label: str) -> None:
        """Say whose place, and of when: "Dennis, now"."""
        self._label = label
        self.clear.setAccessibleName(_("{what}: clear, not asked yet", what=label))
        for button in self._group.buttons():
            value = self._group.id(button)
            told = button.text() if value == DECLINED else f"{value} / {answers.HIGHEST}"
            button.setAccessibleName(f"{label}: {told}")

    def show_score(self, score: Score | None) -> None:
        if score is None:
            self._uncheck()
        else:
            self.chip(score.value).setChecked(True)
        enter_at_the_chosen(self._group)
        self.clear.setVisible(score is not None)
        self._caption.setText(f"{self._label}: {answers.in_words(score)}")

    def _chip(self, dimension: Dimension, face: str, value: int) -> Chip:
        chip = Chip(face, dimension)
        self._group.addButton(chip, value)
        return chip

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _choose(self, value: int) -> None:
        self.chosen.emit(None if value == DECLINED else value)


class ScoresCard(Card):
    """The client's places, now and at the start; the worker's own after the client's."""

    def __init__(self, editing: Editing, dimension: Dimension) -> None:
        super().__init__()
        self._editing = editing
        self._dimension = dimension
        self._title = Heading("", size=18)
        self.pickers: dict[tuple[ScoredBy, Moment], ScorePicker] = {}
        self.worker_too = QCheckBox(_("The worker fills in too"))
        self._worker = QWidget()
        self.worker_too.toggled.connect(self._worker.setVisible)
        self._build()

    def show_dossier(self, dossier: Dossier) -> None:
        name = dossier.person.called
        self._title.setText(_("Where is {name}?", name=name))
        for (by, moment), picker in self.pickers.items():
            picker.name_by(_label(by, moment, name))
            picker.show_score(answers.scored(dossier, self._dimension, by, moment))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self._title)
        layout.addWidget(Small(_("0 is not good at all, 5 is good. Skipping is fine.")))
        for moment in (Moment.NOW, Moment.START):
            layout.addWidget(self._picker(ScoredBy.CLIENT, moment))
        layout.addWidget(self.worker_too)
        below = QVBoxLayout(self._worker)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(10))
        for moment in (Moment.NOW, Moment.START):
            below.addWidget(self._picker(ScoredBy.WORKER, moment))
        layout.addWidget(self._worker)
        self._worker.hide()

    def _picker(self, by: ScoredBy, moment: Moment) -> ScorePicker:
        picker = ScorePicker(self._dimension)
        picker.chosen.connect(partial(self._choose, by, moment))
        picker.cleared.connect(partial(self._clear, by, moment))
        self.pickers[by, moment] = picker
        return picker

    def _choose(self, by: ScoredBy, moment: Moment, value: int | None) -> None:
        self._editing.change(
            _("Place on the wheel"),
            lambda d: answers.score(d, self._dimension, by, moment, value, dates.today()),
            merge=f"score.{answers.score_id(self._dimension, by, moment)}",
        )

    def _clear(self, by: ScoredBy, moment: Moment) -> None:
        self._editing.change(
            _("Place on the wheel cleared"),
            lambda d: answers.unscore(d, self._dimension, by, moment),
        )


def _label(by: ScoredBy, moment: Moment, name: str) -> str:
    match by, moment:
        case ScoredBy.CLIENT, Moment.NOW:
            return _("{name}, now", name=name)
        case ScoredBy.CLIENT, Moment.START:
            return _("{name}, at the start", name=name)
        case ScoredBy.WORKER, Moment.NOW:
            return _("Worker, now")
        case _:
            return _("Worker, at the start")
